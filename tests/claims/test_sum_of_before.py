"""What a text tells beside the sum of before: a rise with an aside, a difference, a rise with no subject
of its own, a comparison that begins its sentence."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 6, 15)
PLAN = "The city will spend 12bn euros over six years. A quarter of the money, 3bn euros, is for depots. "


@pytest.fixture
def verdicts(checked):
    """The kind and verdict of each claim of a text but the first, which bears its sum out."""
    return lambda text: [(each.claim.kind, each.finding.verdict) for each in checked(text, DAY)][1:]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The old plan had 8bn euros; the increase, as the mayor noted, comes to 50%.", ["supported"]),
        ("The old plan had 8bn euros; the increase, as the mayor noted, comes to 75%.", ["refuted"]),
        ("The plan for 2021-2025 had 8bn euros; the increase, as he noted, comes to 50%.", ["supported"]),
        ("The port had 8bn euros; the share of women, as the mayor noted, comes to 50%.", []),
        ("The port had 8bn euros; women, as the mayor noted, come to 50%.", []),
    ],
)
def test_a_rise_with_an_aside_is_no_share(said: str, found: list[str], verdicts) -> None:
    assert verdicts(PLAN + said) == [("change", each) for each in found]
