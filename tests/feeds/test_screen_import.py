"""The rules for a newsroom's own rates: one case just inside, one just outside each number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from capexcalc.cache.store import Store
from capexcalc.feeds.screen_import import judge_import

MONDAY = date(2025, 3, 3)
DAYS = [day for day in (MONDAY + timedelta(days=number) for number in range(14)) if day.weekday() < 5]
Refused = Callable[[dict[date, dict[str, str]]], set[str]]


@pytest.fixture
def refused(write: Callable[..., Path]) -> Refused:
    """The rules that are broken where the ECB has dollars at 2.00, a hundredth more each day, and pounds at
    2.20, francs at 2.04 and krone at 2.05."""
    lines = [f"{day},2.0{n},2.20,2.04,2.05," for n, day in enumerate(DAYS)]
    store = Store([write("Date,USD,GBP,CHF,DKK,\n" + "\n".join(reversed(lines)) + "\n")])

    def refused(history: dict[date, dict[str, str]]) -> set[str]:
        return {each.rule for each in judge_import(history, "EUR", {}, store, date(2025, 4, 1)).refused}

    return refused


@pytest.mark.parametrize(
    ("rate", "rules"),
    [
        ("2.2", set()),
        ("2.2002", {"off_market"}),
        ("1.8", set()),
        ("1.7998", {"off_market"}),
        ("0.51", {"turned_round"}),  # 1.02 times 1 / 2.00
        ("0.5101", {"off_market"}),
        ("0.49", {"turned_round"}),
        ("0.4899", {"off_market"}),
        ("220", {"per_hundred"}),
        ("220.1", {"off_market"}),
        ("0.02", {"per_hundred"}),
        ("18", {"power_of_ten"}),
        ("17.99", {"off_market"}),
    ],
)
def test_rates_of_ones_own_are_within_a_tenth_and_a_slip_within_a_fiftieth(
    rate: str, rules: set[str], refused: Refused
) -> None:
    assert refused({MONDAY: {"USD": rate}}) == rules


@pytest.mark.parametrize(("day", "rules"), [(1, set()), (2, {"future"})])
def test_a_rate_may_be_of_today(day: int, rules: set[str], refused: Refused) -> None:
    assert refused({date(2025, 4, day): {"USD": "2.00"}}) == rules


@pytest.mark.parametrize(
    ("rates", "rules"),
    [
        ({"USD": "2.222", "GBP": "2.00"}, {"off_market", "swapped"}),  # a hundredth from the pound's
        ({"USD": "2.2221", "GBP": "2.00"}, {"off_market"}),
        ({"USD": "2.04", "CHF": "2.00"}, set()),  # a fiftieth from its own
        ({"USD": "2.05", "DKK": "2.00"}, {"swapped"}),
    ],
)
def test_columns_have_changed_places_that_fit_each_other_and_not_themselves(
    rates: dict[str, str], rules: set[str], refused: Refused
) -> None:
    assert refused({MONDAY: rates}) == rules


@pytest.mark.parametrize(
    ("by", "late", "others", "rules"),
    [
        (1, 2, 0, set()),
        (1, 3, 0, {"shifted"}),
        (1, 3, 1, {"shifted"}),
        (1, 3, 2, set()),  # three of six
        (3, 3, 0, set()),  # of six as well
        (3, 4, 0, {"shifted"}),
        (4, 6, 0, set()),  # so long ago is no slip
    ],
)
def test_three_rates_some_days_late_are_no_accident_if_they_are_most(
    by: int, late: int, others: int, rules: set[str], refused: Refused
) -> None:
    numbers = [*range(-by, 0), *range(late)]
    own = {DAYS[n + by]: {"USD": f"2.0{n}" if n >= 0 else "1.99"} for n in numbers}
    for day in DAYS[late + by : late + by + others]:
        own[day] = {"USD": "1.99"}
    assert refused(own) == rules
