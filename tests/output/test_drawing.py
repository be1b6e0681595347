from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.commands.compare import Comparison
from capexcalc.commands.spending import Spending
from capexcalc.money.money import Money
from capexcalc.output.drawing import bars, sparkline
from capexcalc.output.pages.spending import _bars
from capexcalc.output.prior_chart import prior_chart


def figures(*values: float) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


def test_a_chart_runs_from_the_lowest_to_the_highest():
    assert sparkline(figures(1, 2, 3, 4, 5, 6, 7, 8)) == "▁▂▃▄▅▆▇█"
    assert sparkline(figures(7.5, 7.5)) == "▁▁"


def test_a_chart_of_many_is_sixty_wide():
    assert len(sparkline(figures(*range(60)))) == 60
    assert len(sparkline(figures(*range(61)))) == 60


def test_a_bar_is_as_long_as_its_part_of_the_longest():
    assert bars(figures(1, 0.5, 0.249, 0), 8, unicode=True) == ["████████", "████", "█▉", ""]
    assert bars(figures(0.0156, 0.0157), 8, unicode=True) == ["", "▏"]
    assert bars(figures(1, 0.249), 8, unicode=False) == ["########", "#"]
    assert bars(figures(1), 3, unicode=False) == ["###"]


@pytest.mark.parametrize(
    ("end", "value"), [(date(2024, 3, 31), 24), (date(2025, 3, 31), 12), (date(2025, 2, 24), 13)]
)
def test_a_bar_of_past_spending_is_a_year_of_it(end: date, value: int, comparison: Comparison) -> None:
    (first, *_) = comparison.prior.periods
    spent = replace(first, start=date(2023, 4, 1), end=end, amount=Money(Decimal(24), "CNY"))
    (bar,) = prior_chart([spent]).bars
    assert round(bar.value) == value


@pytest.mark.parametrize(
    ("sizes", "lengths"),
    [(("0", "0"), ("0", "0")), (("-5", "0"), ("0", "0")), (("0.5", "0.25"), ("1", "0.5"))],
)
def test_bars_are_drawn_by_the_largest_even_of_less_than_one(
    sizes: tuple[str, str], lengths: tuple[str, str], spending: Spending
) -> None:
    periods = [
        replace(p, amount=replace(p.amount, value=Decimal(size)))
        for p, size in zip(spending.spent.periods, sizes, strict=False)
    ]
    assert [round(each, 3) for each in _bars(periods).lengths] == [Decimal(each) for each in lengths]
