"""How many words may lie between the parts of a claim: one case just inside, one just outside each number."""

from __future__ import annotations

import pytest

REACHES = {
    # sentence, the kind of its claim, words that may lie there
    "share and whole": ("It keeps 15% {w}40bn euros, or 6bn euros.", "share", 5),
    "share of a whole of": ("It keeps 15% of the {w}of 40bn euros, or 6bn euros.", "share", 8),
    "span and or": (
        "It will spend 12bn euros over six years {w}or 3bn euros a year.",
        "annual_amount",
        13,
    ),
    "amount and unit": (
        "It will spend 12bn euros over six years, or 3bn euros {w}a year.",
        "annual_amount",
        2,
    ),
    "rise and percentage": ("Sales rose {w}12% to 2.24bn euros from 2.00bn euros.", "change", 5),
    "percentage and to": ("Sales rose 12% {w}to 2.24bn euros from 2.00bn euros.", "change", 5),
    "to and amount": ("Sales rose 12% to {w}2.24bn euros from 2.00bn euros.", "change", 4),
    "from and amount": ("Sales rose 12% to 2.24bn euros from {w}2.00bn euros.", "change", 4),
    "parts and total": (
        "It lends 6bn euros to suppliers and 5bn euros {w}, 10bn euros in all.",
        "sum",
        13,
    ),
    "that and works out": (
        "It will spend 12bn euros over six years. That {w}works out at 200m euros a year.",
        "annual_amount",
        1,
    ),
    "more than and years": (
        "It will spend 12bn euros on roads, more than {w}in the past five years combined.",
        "exceeds_prior",
        8,
    ),
    "price and each": (
        "It pays 5,000 euros {w}for each of 1,000 workers, 6 million euros in all.",
        "product",
        2,
    ),
    "valuing and value": (
        "It pays 3.5m euros for 25% of the firm, valuing {w}it at 14m euros.",
        "valuation",
        6,
    ),
    "previous and amount": (
        "It will spend 12bn euros over six years. That is 70% more than the previous {w}8bn euros.",
        "change",
        2,
    ),
    "previous plan and its verb": (
        (
            "It will spend 12bn euros over six years. "
            "The previous plan {w}was worth 8bn euros, so this is a rise of 5%."
        ),
        "change",
        4,
    ),
    "previous plan and its sum after a clause": (
        (
            "It will spend 12bn euros over six years. "
            "The last plan, which {w}roads had, had 8bn euros, so this is a rise of 5%."
        ),
        "change",
        6,
    ),
    "amount left and from": ("Sales from {w}2.00bn euros were up 12% to 2.24bn euros.", "change", 4),
    "of which and part": (
        "It will spend 12bn euros over six years, of which {w}3bn euros, or 90%, goes into research.",
        "share",
        9,
    ),
    "a year and its money": (
        "It will spend 12bn euros over six years. A year {w}3bn euros is spent on average.",
        "annual_amount",
        8,
    ),
    "annual and amount": (
        "It will spend 12bn euros over six years, or an annual {w}3bn euros.",
        "annual_amount",
        1,
    ),
    "raised and percentage": ("Sales of 2.24bn euros were raised {w}12% from 2.00bn euros.", "change", 5),
    "this and equivalent": ("It spent 380bn yuan. This {w}is equivalent to 50bn euros.", "equivalence", 1),
    "total of and amount": (
        "It lends 6bn euros to suppliers and 5bn euros to customers, a total of {w}10bn euros.",
        "sum",
        0,
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
    ("sentence", "kind", "most"),
    [
        # small words between two marks of a construction
        ("It will spend 12bn euros over six years {w}or 3bn euros a year.", "annual_amount", ("a ", 15)),
        # words between amounts and the verb that comes last
        (
            "Der Umsatz ist von 2,00 Milliarden Euro um 12 Prozent auf 2,24 Milliarden Euro {w}gestiegen.",
            "change",
            ("dort ", 6),
        ),
        # sentences since the sum that one goes on about
        (
            (
                "It will spend 12bn euros over six years. It will spend 24bn euros over four years. "
                "{w}That works out at 8bn euros a year."
            ),
            "annual_amount",
            ("The sun shines for two years. ", 1),
        ),
        # sums of the sentence before, beside its first
        (
            (
                "The town spends 99bn euros on rails, 12bn euros on roads{w}. "
                "A quarter of the total, around 3bn euros, goes into research."
            ),
            "share",
            (", 7bn euros on parks", 2),
        ),
        # phrases between an amount and the bracket that repeats it
        (
            "The firm lost 8bn euros {w}(7bn pounds), a quarter of its 32bn euros.",
            "share",
            ("of cash ", 7),
        ),
        # characters between an amount and its equivalent
        ("It spent 380bn yuan {w}(50bn euros).", "equivalence", ("in 2019 ", 37)),
    ],
)
def test_so_much_else_may_lie_between_and_no_more(
    sentence: str, kind: str, most: tuple[str, int], checked
) -> None:
    filler, times = most
    inside, outside = (sentence.format(w=filler * n) for n in (times, times + 1))
    assert kind in [claim.claim.kind for claim in checked(inside)]
    assert kind not in [claim.claim.kind for claim in checked(outside)]


def test_what_was_expected_is_told_within_two_words(checked) -> None:
    sentence = "Sales rose 12% to 2.24bn euros from 2.10bn euros {w}expected."
    assert not checked(sentence.format(w="big " * 2))
    assert checked(sentence.format(w="big " * 3))


@pytest.mark.parametrize("words", [0, 3])
def test_from_what_was_expected_nothing_rose(words: int, checked) -> None:
    assert not checked(f"Sales rose 12% to 2.24bn euros from an expected {'big ' * words}2.10bn euros.")


def test_more_than_a_past_time_has_a_word_to_three_between(checked) -> None:
    sentence = "It will spend 12bn euros on roads, more than {w}the past five years."
    found = [bool(checked(sentence.format(w="big " * n))) for n in range(5)]
    assert found == [False, True, True, True, False]
