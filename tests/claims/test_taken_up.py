"""What a sentence takes up of those before it: one case just inside, one just outside of each number."""

from __future__ import annotations

import pytest

PAID = "It pays 3.5m euros for 25% of the firm"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It pays 5,000 euros each to 19 workers. The bill comes to 95,000 euros.", True),
        ("It pays 5,000 euros each to 20 workers in 19 towns. The bill comes to 100,000 euros.", True),
        ("It pays 5,000 euros each to 20 workers in 19 towns. The bill comes to 95,000 euros.", False),
        ("It pays 5,000 euros each to 21 workers in 20 towns. The bill comes to 105,000 euros.", True),
        # ten times too much, where it is open who is paid
        ("It pays 5,000 euros each to 20 workers in 19 towns. The bill comes to 1,000,000 euros.", True),
        ("It pays 5,000 euros each to 21 workers in 20 towns. The bill comes to 1,050,000 euros.", False),
    ],
)
def test_of_two_numbers_the_one_of_twenty_or_more_is_paid_for(text: str, found: bool, checked) -> None:
    assert [claim.claim.kind for claim in checked(text)] == ["product"] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{PAID}. That values it at 14m euros.", True),
        (f"{PAID}, and 2m euros in tax. That values it at 14m euros.", False),
        (f"{PAID}, or 30% of votes. That values it at 14m euros.", False),
        ("It pays 3.5m euros. The 25% stake values the firm at 14m euros.", True),
        ("It pays 3.5m euros, and 2m euros in tax. The 25% stake values the firm at 14m euros.", False),
    ],
)
def test_one_price_and_one_share_make_a_value(text: str, found: bool, checked) -> None:
    assert [claim.claim.kind for claim in checked(text)] == ["valuation"] * found


@pytest.mark.parametrize(
    ("more", "rise"), [("", 40), (", and cost 3.0bn euros", 40), (", and cost 3.0bn euros", 50)]
)
def test_of_two_sums_the_earlier_one_is_that_of_before(more: str, rise: int, checked) -> None:
    text = f"Sales were 8.0bn euros a year before, and are now 11.2bn euros{more}. That is a rise of {rise}%."
    assert [claim.finding.verdict for claim in checked(text)] == ["supported"] * (rise == 40)


@pytest.mark.parametrize(("between", "found"), [(1, True), (2, False)])
def test_a_sum_is_spoken_of_for_sure_in_two_sentences(between: int, found: bool, checked) -> None:
    text = f"It will spend 12bn euros over six years. {'It made 3.5m euros by 2019. ' * between}"
    said = checked(f"{text}Each year xx 3bn euros.")
    assert [claim.finding.verdict for claim in said] == ["refuted"] * found


@pytest.mark.parametrize(
    ("before", "assumed"), [("50bn yuan, or", False), ("It spent 50bn yuan. That is", True)]
)
def test_what_begins_a_sentence_is_of_it(before: str, assumed: bool, checked) -> None:
    (claim,) = checked(f"{before} 6.9bn dollars.")
    assert claim.claim.assumed is assumed


def test_a_sum_that_begins_a_sentence_begins_its_claim(checked) -> None:
    (claim,) = checked("40bn euros over eight years is 5bn euros a year.")
    assert (claim.claim.start, claim.claim.assumed) == (0, False)
