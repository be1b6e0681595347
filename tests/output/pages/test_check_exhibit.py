"""The charts beside a claim, and the page that is to be sent though all holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.claims.verdicts.facts import EquivalenceAtRate, ExceedsPriorTotal
from capexcalc.commands.exhibit import Exhibit
from capexcalc.finance.spending import SpendingPeriod, SpendingSeries
from capexcalc.money.interval import Interval
from capexcalc.money.money import Money
from capexcalc.output.pages.check_exhibit import _as_rates, _window

YEARS = tuple(
    SpendingPeriod(
        date(year, 1, 1), date(year, 12, 31), f"FY{year}", Decimal(year), "reports", f"past.csv:{year}"
    )
    for year in (2021, 2022, 2023)
)


def usd(value: str) -> Money:
    return Money(Decimal(value), "USD")


@pytest.mark.parametrize(
    ("start", "end", "bars"),
    [
        (date(2021, 1, 1), date(2023, 12, 31), ["FY2021", "FY2022", "FY2023", "together", "commitment"]),
        (date(2021, 1, 2), date(2023, 12, 31), ["FY2022", "FY2023", "together", "commitment"]),
        (date(2021, 1, 1), date(2023, 12, 30), ["FY2021", "FY2022", "together", "commitment"]),
        (date(2022, 1, 1), date(2022, 12, 31), ["FY2022", "commitment"]),  # one alone is the whole
    ],
)
def test_the_periods_that_are_in_the_window_whole_are_drawn(start: date, end: date, bars: list[str]) -> None:
    facts = ExceedsPriorTotal(usd("9000"), None, usd("6066"), start, end, "reports", False)
    chart = _window(facts, SpendingSeries("USD", YEARS))
    assert [bar.label for bar in chart.bars] == bars


@pytest.mark.parametrize(
    ("band", "rates"),
    [((45, 46), (Decimal("0.9"), Decimal("0.92"))), ((45, 45), None), (None, None)],
)
def test_a_band_of_rates_is_shaded_where_it_has_two_ends(
    band: tuple[int, int] | None, rates: tuple[Decimal, Decimal] | None, document
) -> None:
    claim = replace(
        document.claims[1],
        facts=EquivalenceAtRate(usd("50"), Money(Decimal(45), "EUR"), "45 euros"),
        stated=Money(Decimal(45), "EUR"),
        band=None if band is None else Interval(*map(Decimal, band)),
    )
    assert _as_rates(claim) == (Decimal("0.9"), rates)


@pytest.mark.parametrize(("count", "pages"), [(1, True), (2, False)])
def test_of_brief_pages_the_only_one_is_there_though_all_holds(
    count: int, pages: bool, document, shown
) -> None:
    held = replace(
        document,
        amounts=(),
        claims=(),
        unchecked=(),
        exhibit=Exhibit("A text of its own", {}, (), None),
    )
    page = shown("html", "check", [held] * count, brief=True)
    assert ("A text of its own" in page) is pages
