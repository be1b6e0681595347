"""How many words may lie between the parts of a claim: one case just inside, one just outside each number."""

from __future__ import annotations

import pytest

REACHES = {
    # sentence, the kind of its claim, words that may lie there
    "share and whole": ("It keeps 15% {w}40bn euros, or 6bn euros.", "share", 5),
    "share of a whole of": ("It keeps 15% of the {w}of 40bn euros, or 6bn euros.", "share", 8),
    "span and or": (
        "It will spend 12bn euros over six years {w}or 2bn euros a year.",
        "annual_amount",
        13,
    ),
    "total and span": (
        "It will spend 12bn euros {w}over six years, or 2bn euros a year.",
        "annual_amount",
        12,
    ),
    "amount and unit": (
        "It will spend 12bn euros over six years, or 2bn euros {w}a year.",
        "annual_amount",
        2,
    ),
    "rise and percentage": ("Sales rose {w}12% to 2.24bn euros from 2.00bn euros.", "change", 5),
    "percentage and to": ("Sales rose 12% {w}to 2.24bn euros from 2.00bn euros.", "change", 5),
    "to and amount": ("Sales rose 12% to {w}2.24bn euros from 2.00bn euros.", "change", 4),
    "from and amount": ("Sales rose 12% to 2.24bn euros from {w}2.00bn euros.", "change", 4),
    "parts and total": (
        "It lends 6bn euros to suppliers and 4bn euros {w}, 10bn euros in all.",
        "sum",
        13,
    ),
    "that and works out": (
        "It will spend 12bn euros over six years. That {w}works out at 2bn euros a year.",
        "annual_amount",
        12,
    ),
    "more than and years": (
        "It will spend 12bn euros on roads, more than {w}in the past five years combined.",
        "exceeds_prior",
        8,
    ),
    "price and each": (
        "It pays 5,000 euros {w}for each of 1,000 workers, 5 million euros in all.",
        "product",
        2,
    ),
    "each and number": (
        "It pays 5,000 euros for each of {w}1,000 workers, 5 million euros in all.",
        "product",
        12,
    ),
    "valuing and value": (
        "It pays 3.5m euros for 25% of the firm, valuing {w}it at 14m euros.",
        "valuation",
        4,
    ),
    "amount and bracket": ("It spent 380bn yuan {w}(50bn euros).", "equivalence", 12),
    "amount and equivalent": ("It spent 380bn yuan {w}equivalent to 50bn euros.", "equivalence", 2),
}


@pytest.mark.parametrize(("sentence", "kind", "words"), REACHES.values(), ids=REACHES)
def test_so_many_words_may_lie_between_and_no_more(sentence: str, kind: str, words: int, checked) -> None:
    inside, outside = (sentence.format(w="big " * n) for n in (words, words + 1))
    assert kind in [claim.claim.kind for claim in checked(inside)]
    assert kind not in [claim.claim.kind for claim in checked(outside)]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Sales doubled to 2.24bn euros from 1.00bn euros.", "close"),  # 2.24 times: within an eighth
        ("Sales doubled to 2.27bn euros from 1.00bn euros.", "refuted"),
        ("Sales tripled to 2.64bn euros from 1.00bn euros.", "close"),
        ("Sales tripled to 2.61bn euros from 1.00bn euros.", "refuted"),
    ],
)
def test_a_multiple_in_words_is_near_within_an_eighth(text: str, verdict: str, checked) -> None:
    (claim,) = checked(text)
    assert claim.finding.verdict == verdict


@pytest.mark.parametrize(
    ("week", "found"),
    [
        ("205,000", True),  # 10.4m / 52 is 200,000
        ("210,000", False),  # a year for less than its weeks: a bargain
        ("120,000", True),
        ("110,000", False),  # two prices
        ("2,000,000", True),  # a slip by ten
        ("3,300,000", True),
        ("3,500,000", False),
        ("20,000,000", False),  # a hundred
    ],
)
def test_two_prices_are_one_where_they_are_near_but_for_a_slip(week: str, found: bool, checked) -> None:
    said = checked(f"She earns 10.4m euros a year, or {week} euros a week.")
    assert [claim.claim.kind for claim in said] == (["annual_amount"] if found else [])
