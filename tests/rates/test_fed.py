"""Averages of months, of the Federal Reserve: for times and currencies of which there are no daily rates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from capexcalc.errors import NoRateError
from capexcalc.money.periods import Period
from capexcalc.output.wording.rates import mean_of, rate_line
from capexcalc.rates.averages import published
from capexcalc.rates.book import RateBook
from capexcalc.rates.caveats import remarks
from capexcalc.rates.source_rates import SourceRates


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def test_a_month_before_all_daily_rates_has_its_published_average(shipped: RateBook) -> None:
    found = shipped.average("USD", "DEM", period("1975-06-01", "1975-06-30"))
    assert (found.rate, found.source, found.method) == (Decimal("2.3405"), "fed", "average")
    assert (found.observed, found.observations) == (date(1975, 6, 30), None)
    assert rate_line(found.legs[0]) == "1 USD = 2.3405 DEM (FED, average of 1975-06)"
    assert [each.code for each in remarks([found])] == ["monthly_average"]


def test_a_quarter_is_the_mean_of_its_months_and_says_of_how_many(shipped: RateBook) -> None:
    months = [("1997-10-01", "1997-10-31"), ("1997-11-01", "1997-11-30"), ("1997-12-01", "1997-12-31")]
    rates = [shipped.average("USD", "KRW", period(*month)).rate for month in months]
    found = shipped.average("USD", "KRW", period("1997-10-01", "1997-12-31"))
    assert abs(found.rate - sum(rates) / 3) < Decimal("1e-20")
    assert (found.observations, mean_of(found)) == (3, "mean of 3 monthly averages, 1997-10-01 to 1997-12-31")


def test_a_cross_of_two_and_a_peg_go_through_the_dollar(shipped: RateBook) -> None:
    june = period("1995-06-01", "1995-06-30")
    cross = shipped.average("HKD", "THB", june)
    assert f"{cross.rate:.4f}" == f"{Decimal('24.6718') / Decimal('7.7356'):.4f}"
    assert [leg.source for leg in shipped.average("MOP", "USD", june).legs] == ["peg", "fed"]
    assert shipped.average("VEB", "USD", june).legs[0].source == "fixed"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("1975-06-02", "1975-06-30"),
        ("1975-06-01", "1975-06-29"),
        ("1970-12-01", "1970-12-31"),  # the month before the first
        ("1970-12-01", "1971-01-31"),
    ],
)
def test_parts_of_months_and_months_before_the_first_are_refused(
    shipped: RateBook, first: str, last: str
) -> None:
    with pytest.raises(NoRateError):
        shipped.average("DEM", "USD", period(first, last))


def test_daily_rates_come_before_averages_of_months_and_of_years_those_of_the_year(shipped: RateBook) -> None:
    assert shipped.average("USD", "CHF", period("1995-06-01", "1995-06-30")).source == "nbp"
    assert shipped.average("USD", "THB", period("1997-01-01", "1997-12-31")).source == "worldbank"
    assert shipped.average("USD", "TWD", period("1990-01-01", "1990-12-31")).source == "fed"


def test_it_agrees_with_the_world_bank_year_by_year(shipped: RateBook) -> None:
    """Two official rates of rupees were in use in 1992 and 1993."""
    held = shipped.holdings
    bank, fed = held.annual
    assert (bank.id, fed.id) == ("worldbank", "fed")
    compared = 0
    for code in fed.manifest.spans:
        for year in range(1971, 2022):
            span = Period(date(year, 1, 1), date(year, 12, 31))
            two = [published("USD", code, span, each, pegged=False) for each in (fed, bank)]
            if None not in two and (code, year) not in {("INR", 1992), ("INR", 1993)}:
                compared += 1
                assert abs(two[0].rate / two[1].rate - 1) < Decimal("0.022"), (code, year)
    assert compared > 1200


def test_what_the_euro_replaced_is_not_averaged_through_it_before_its_day(shipped: RateBook) -> None:
    """Of 1999 there are rates of the euro, which drachmas had not become yet."""
    found = shipped.average("USD", "GRD", period("1999-01-01", "1999-12-31"))
    assert found.source != "fed"


def test_its_averages_are_no_rates_of_days(shipped: RateBook) -> None:
    with pytest.raises(NoRateError):
        shipped.quote("DEM", "USD", date(1975, 6, 30))
    assert SourceRates(shipped._store, "fed", 7).row.dated is False
