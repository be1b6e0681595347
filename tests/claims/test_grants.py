"""What announcements of grants and budgets tell, and does not belong together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Verdicts = Callable[[str, str], list[tuple[str, str]]]

LET_BE = """
They raised the credit from 600 dollars to 1,000 dollars a child. They also eased the burden by doubling
the deduction for couples.

Spending is 8,600m euros, and 400m euros is to come from taxes that are owed. A plan to collect 2 percent of
this 400m euros led to protests. Half of the spending, 4,300m euros, is for pensions.

The fund needs 1.8bn euros. The law has 100m euros for it. These 100m euros are added to the 250m euros
provided for the fund.

She proposed adding 2.9bn euros to the fund. When added to the money that is in the bill, the 2.9bn euros
would have brought the fund to 5.1bn euros.

The fund will get 15m euros a year on average in the first ten years, with an increase to more than 200m
euros.

The state will get 550m euros over the next 15 years. It will also have all fees in full. This is projected
to be about 60m euros a year.

We could set aside 53.3bn euros over the next five years for safety. The tax cuts for the rich exceed 60bn
euros, whereas the average budget for safety is roughly half of that amount, 34bn euros.
"""


@pytest.mark.parametrize("text", LET_BE.strip().split("\n\n"))
def test_figures_of_other_money_accuse_nobody(text: str, verdicts: Verdicts) -> None:
    assert "refuted" not in [verdict for _, verdict in verdicts(text.replace("\n", " "), "en")]


def test_items_of_a_list_are_not_added_up(verdicts: Verdicts) -> None:
    first, second = "719.5m euros for the first ship", "An additional 625m euros for a total of 1.53bn euros"
    assert "refuted" not in [verdict for _, verdict in verdicts(f"* {first}\n\n* {second}", "en")]


BELONGS = """
The credit went from 600m dollars to 1,000m dollars. That is a doubling.

Spending is 8,600m euros over four years. A quarter of the total, or 4,300m euros, is for pensions.

The state will get 550m euros over the next 15 years. This is projected to be about 60m euros a year.

We could set aside 53.3bn euros over the next five years for safety. Half of that amount, 34bn euros, is for
ports.
"""


@pytest.mark.parametrize("text", BELONGS.strip().split("\n\n"))
def test_what_belongs_together_is_held_against_it(text: str, verdicts: Verdicts) -> None:
    assert [verdict for _, verdict in verdicts(text.replace("\n", " "), "en")] == ["refuted"]
