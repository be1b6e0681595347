"""The numbers that decide a change, a difference and what stands beside them: one case just inside, one just
outside each."""

from __future__ import annotations

import pytest


def verdicts(checked, text: str) -> list[str]:
    return [f"{claim.claim.kind} {claim.finding.verdict}" for claim in checked(text)]


@pytest.mark.parametrize(("beside", "found"), [("", True), (", while profit rose 5%", False)])
def test_of_two_changes_neither_is_one_from_what_else_was_measured(beside: str, found: bool, checked) -> None:
    text = f"Sales rose 15% to 2.24bn euros, compared with net sales worldwide of 2.00bn euros{beside}."
    assert verdicts(checked, text) == ["change refuted"] * found


@pytest.mark.parametrize(("more", "found"), [("11.9bn", True), ("12.0bn", False)])
def test_a_difference_is_less_than_the_larger_of_two_sums(more: str, found: bool, checked) -> None:
    text = f"It will spend 11bn euros over six years, {more} euros more than the 12bn euros of the last plan."
    assert verdicts(checked, text) == ["change refuted"] * found


@pytest.mark.parametrize("text", [
    "It pays 12 euros. The state had set aside 11 euros, so it is now 1 euro more.",
    "It will spend 12bn euros over six years, at least 0 euros more than the 11bn euros of the last plan.",
])  # fmt: skip
def test_a_difference_may_be_one_euro_or_at_least_nothing(text: str, checked) -> None:
    assert verdicts(checked, text) == ["change supported"]


def test_a_difference_of_equal_sums_is_no_fall(checked) -> None:
    text = "It will spend 12bn euros over six years, 4bn euros more than the 12bn euros of the last plan."
    (claim,) = checked(text)
    assert not claim.claim.falls


@pytest.mark.parametrize(("towns", "found"), [("the port towns", True), ("the old port towns", False)])
def test_a_year_is_led_up_to_within_four_words(towns: str, found: bool, checked) -> None:
    more = "50% more than the 2.40bn euros a year of the last plan"
    said = verdicts(checked, f"Each year {towns} get 3.00bn euros, {more}.")
    assert said == ["change refuted"] * found  # of money of a year, or not of the same


@pytest.mark.parametrize(("text", "found"), [
    ("Az utakra 5 milliárd euró jut, a teljes keret majd negyede.", True),
    ("A keret majd negyede, 5 milliárd euró, az utakra jut.", True),
    ("A keret most majd negyede, 5 milliárd euró, az utakra jut.", False),
])  # fmt: skip
def test_a_word_for_the_sum_is_of_the_sum_within_a_word_of_a_share(text: str, found: bool, checked) -> None:
    said = verdicts(checked, f"A kormány 12 milliárd eurót költ. {text}")
    assert said == ["share refuted"] * found


def test_two_shares_in_brackets_make_a_list(checked) -> None:
    listed = "Rail gets 6bn euros (50%) for bridges; roads get 3bn euros (25%) for tar."
    assert verdicts(checked, f"It will spend 12bn euros. {listed}") == ["share supported"] * 2


def test_only_its_unit_is_passed_over_with_what_repeats_an_amount(checked) -> None:
    said = verdicts(checked, "Profit rose 12% to $2.24bn, or $4 a share, from $2.00bn.")
    assert said == ["change supported"]
