"""What decides on prices, numbers and shares that are sold: one case just inside, one just outside each."""

from __future__ import annotations

import pytest


def kinds(claims) -> list[str]:
    return [f"{claim.claim.kind} {claim.finding.verdict}" for claim in claims]


@pytest.mark.parametrize(
    ("each", "bill", "found"),
    [
        ("5,000", "5", True),
        ("more than 5,000", "5.02", False),
        ("5,000", "more than 5", False),
    ],
)
def test_a_bill_in_other_words_is_of_exact_prices(each: str, bill: str, found: bool, checked) -> None:
    said = checked(f"It buys 1,000 vans at {each} euros each. The bill comes to {bill} million euros.")
    assert kinds(said) == ["product supported"] * found


@pytest.mark.parametrize(("guests", "found"), [("", True), ("900 euros a head to guests and ", False)])
def test_all_takes_in_what_other_things_cost(guests: str, found: bool, checked) -> None:
    said = checked(f"It pays {guests}5,000 euros for each of 1,000 workers, 6.0 million euros in all.")
    assert kinds(said) == ["product refuted"] * found


@pytest.mark.parametrize(
    ("share", "value", "found"),
    [
        ("the firm", "20m euros", True),
        ("the sales of the firm", "20m euros", False),
        ("the firm", "900m euros", False),  # too far off to be meant
        ("the firm", "20m euros in 2021", False),
        ("the firm", "20m euros back in 2021", False),
        ("the firm", "20m euros, last year", False),
    ],
)
def test_a_price_is_of_a_share_of_the_whole_that_is_told_with_it(share, value, found, checked) -> None:
    said = checked(f"It pays 3.5m euros for 25% of {share}, valuing it at {value}.")
    assert kinds(said) == ["valuation refuted"] * found
