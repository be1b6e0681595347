"""What decides that a sum is set against past spending: one case just inside, one just outside each."""

from __future__ import annotations

import pytest

HAS = "It has 300bn yuan over three years."
WILL = "It will spend 300bn yuan, more than"


def verdicts(claims) -> list[str]:
    return [f"{claim.claim.kind} {claim.finding.verdict}" for claim in claims]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The fine of 300bn yuan is more than in the past five years.", ["exceeds_prior not_enough_info"]),
        (f"{HAS} Prices will be more than in the past five years.", ["exceeds_prior supported"]),
        ("It has 300bn yuan. Prices will be more than in the past five years.", []),
        (f"{WILL} Prince in the past five years.", []),
        (f"{WILL} prince in the past five years.", ["exceeds_prior supported"]),
        (f"{WILL} in the past five years, 200bn yuan.", ["exceeds_prior supported"]),
        (f"{WILL} the past five years' 200bn yuan.", ["exceeds_prior supported"]),
    ],
)
def test_a_sum_is_more_than_what_was_spent_in_years_and_not_than_another(text, said, checked, past) -> None:
    assert verdicts(checked(text, prior=past)) == said


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"{HAS} The 300bn yuan are", "supported"),
        (f"{HAS} The 50bn yuan are", "not_enough_info"),  # a debt, for all that is said
        ("It has 300bn yuan. The 300bn yuan are", "not_enough_info"),
    ],
)
def test_a_sum_is_one_of_spending_that_the_text_is_about_for_a_span(text, verdict, checked, past) -> None:
    for told in ("more than in the past five years", "a record"):
        (claim,) = checked(f"{text} {told}.", prior=past)
        assert claim.finding.verdict == verdict
