"""Averages: the mean of the daily rates of a period, if the period is wholly covered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def test_the_yuan_of_2024_in_euros(shipped: RateBook) -> None:
    quote = shipped.average("CNY", "EUR", year(2024))
    daily = [Fraction(1) / Fraction(rate) for _, rate in shipped.series("EUR", "CNY", *span(year(2024)))]
    assert abs(Fraction(quote.rate) - sum(daily) / 256) < Fraction(1, 10**28)
    assert f"{quote.rate:.6f}" == "0.128427"
    assert (quote.method, quote.observations, quote.legs) == ("average", 256, ())
    assert (quote.from_, quote.to, quote.observed) == (
        date(2024, 1, 1),
        date(2024, 12, 31),
        date(2024, 12, 31),
    )


def test_the_mean_of_daily_crosses_is_not_the_cross_of_means(small: RateBook) -> None:
    quote = small.average("CNY", "USD", Period(date(2025, 1, 3), date(2025, 1, 6)))
    assert quote.rate == Decimal("0.24")  # (1.04 / 8 + 1.05 / 3) / 2
    assert quote.observations == 2
    assert quote.convert(Decimal(100)) == 24


def test_a_year_is_covered_though_it_begins_and_ends_on_holidays(shipped: RateBook) -> None:
    for number in (1999, 2022, 2023):  # first rate on 4 January, last on 30 December, last on 29 December
        assert shipped.average("EUR", "USD", year(number)).observations is not None
    assert shipped.average("HRK", "EUR", year(2022)).observed == date(2022, 12, 30)


@pytest.mark.parametrize(
    ("code", "period", "named"),
    [
        ("CNY", year(2005), ["2005-04-01", "2005-12-30", "195 of 257"]),
        ("CNY", year(2001), ["no rate for CNY", "2005-04-01", "{CNY}"]),
        ("RUB", year(2022), ["2022-03-01"]),
        ("ISK", Period(date(2008, 1, 1), date(2018, 12, 31)), ["475 of 2816"]),
        ("USD", Period(date(1998, 12, 1), date(1999, 12, 31)), ["1999-01-04"]),
        ("USD", year(2030), ["{USD}"]),
        ("USD", Period(date(2025, 1, 31), date(2025, 1, 1)), ["2025-01-31 to 2025-01-01"]),
    ],
)
def test_a_partly_covered_period_is_an_error_with_the_bounds(
    ecb: RateBook, lasts: Callable[[str], dict[str, date]], code: str, period: Period, named: list[str]
) -> None:
    with pytest.raises(NoRateError) as error:
        ecb.average(code, "EUR", period)
    assert error.value.code == "partly_covered"
    bounds = [name.format(**lasts("ecb")) for name in named]
    assert [name for name in bounds if name not in error.value.message] == []


def test_the_running_year_is_covered_to_its_newest_day(small: RateBook) -> None:
    with pytest.raises(NoRateError) as error:
        small.average("USD", "EUR", year(2025))
    assert (error.value.code, "2025-01-20" in error.value.message) == ("partly_covered", True)


def test_partial_averages_the_days_there_are(ecb: RateBook) -> None:
    quote = ecb.average("CNY", "EUR", year(2005), partial=True)
    assert (quote.observations, quote.observed) == (195, date(2005, 12, 30))


def test_partial_without_any_observation_is_still_an_error(ecb: RateBook) -> None:
    with pytest.raises(NoRateError) as error:
        ecb.average("CYP", "INR", year(2008), partial=True)
    assert error.value.code == "partly_covered"
    assert "2009-01-02" in error.value.message


def test_a_period_that_is_not_over_is_partly_covered(write: Callable[..., Path]) -> None:
    month = Period(date(2025, 1, 2), date(2025, 1, 22))
    store = Store([write()])
    assert RateBook(store, today=date(2025, 1, 22)).average("EUR", "USD", month).observations == 5
    with pytest.raises(NoRateError):
        RateBook(store, today=date(2025, 1, 21)).average("EUR", "USD", month)


def test_unknown_and_unquoted_currencies_have_no_average(ecb: RateBook) -> None:
    for code, slug in (("CNX", "unknown_currency"), ("TWD", "no_rates_for")):
        with pytest.raises(NoRateError) as error:
            ecb.average("EUR", code, year(2024))
        assert error.value.code == slug
    with pytest.raises(NoRateError):
        ecb.average("CNX", "CNX", year(2024))


def test_a_currency_in_itself_needs_no_average(shipped: RateBook) -> None:
    quote = shipped.average("TWD", "TWD", year(2024))
    assert (quote.rate, quote.method, quote.as_of) == (1, "direct", date(2024, 12, 31))


def span(period: Period) -> tuple[date, date]:
    return period.start, period.end


def test_what_is_fixed_or_pegged_is_averaged_through_its_anchor(shipped: RateBook) -> None:
    euro, dirham = shipped.average("USD", "EUR", year(2020)), shipped.average("AED", "EUR", year(2020))
    assert abs(Fraction(dirham.rate) * Fraction("3.6725") / Fraction(euro.rate) - 1) < Fraction(1, 10**26)
    assert (dirham.source, dirham.observations) == ("ecb", euro.observations)
    assert [leg.authority for leg in dirham.legs] == ["Central Bank of the UAE"]
    assert dirham.convert(Decimal(1)) == dirham.rate
    mark, dollar = shipped.average("DEM", "USD", year(1999)), shipped.average("EUR", "USD", year(1999))
    assert abs(Fraction(mark.rate) * Fraction("1.95583") / Fraction(dollar.rate) - 1) < Fraction(1, 10**26)


def test_what_the_law_or_a_peg_gives_all_the_time_is_no_mean(shipped: RateBook) -> None:
    for base, quote, method in (("HRK", "EUR", "fixed"), ("AED", "SAR", "peg")):
        found = shipped.average(base, quote, year(2024))
        assert (found.method, found.observations) == (method, None)
        assert (found.from_, found.to) == (date(2024, 1, 1), date(2024, 12, 31))
        assert found.rate == shipped.quote(base, quote, date(2024, 6, 1)).rate


def test_a_year_in_which_the_law_changed_is_averaged_over_both_parts(shipped: RateBook) -> None:
    half = Period(date(2022, 7, 1), date(2023, 6, 30))
    found = shipped.average("HRK", "EUR", half)
    rates = [Fraction(rate) for _, rate in shipped.series("HRK", "EUR", half.start, half.end)]
    assert abs(Fraction(found.rate) / (sum(rates) / len(rates)) - 1) < Fraction(1, 10**26)
    assert found.observations == len(rates) == 257
    assert rates[-1] == 1 / Fraction("7.53450") or abs(rates[-1] * Fraction("7.53450") - 1) < Fraction(
        1, 10**40
    )


def test_weekly_rates_cover_a_year_and_are_counted(shipped: RateBook) -> None:
    for number, count in ((2024, 53), (2002, 26)):  # fortnightly until April 2004
        found = shipped.average("TWD", "EUR", year(number))
        assert (found.source, found.observations) == ("nbp", count)


def test_one_source_makes_the_whole_mean(shipped: RateBook) -> None:
    # The ECB began with the yuan in April 2005: its nine months and the NBP's three make no mean.
    assert shipped.average("CNY", "EUR", year(2005)).source == "nbp"
    assert shipped.average("CNY", "EUR", year(2006)).source == "ecb"


def test_a_currency_the_ecb_ended_is_not_averaged_from_elsewhere(shipped: RateBook) -> None:
    with pytest.raises(NoRateError) as error:
        shipped.average("RUB", "EUR", year(2022))
    assert "2022-03-01" in error.value.message


def test_years_without_daily_rates_have_the_published_average(shipped: RateBook) -> None:
    found = shipped.average("DEM", "USD", year(1975))
    assert (found.method, found.source, found.observations) == ("average", "worldbank", None)
    (leg,) = found.legs
    assert (leg.quote, leg.frequency, f"{leg.rate:.4f}") == ("DEM", "annual", "2.4603")
    cross = shipped.average("FRF", "DEM", year(1970))
    assert f"{cross.rate:.4f}" == "0.6590"  # 3.66 marks and 5.5542 francs to the dollar
    old, new = shipped.average("TRL", "USD", year(1975)), shipped.average("TRY", "USD", year(1975))
    assert abs(Fraction(old.rate) * 10**6 / Fraction(new.rate) - 1) < Fraction(1, 10**26)


def test_a_published_average_is_of_a_calendar_year_and_no_other_period(shipped: RateBook) -> None:
    for period in (
        Period(date(1975, 1, 1), date(1975, 6, 30)),
        Period(date(1975, 7, 1), date(1976, 6, 30)),
        Period(date(1974, 1, 1), date(1975, 12, 31)),
    ):
        with pytest.raises(NoRateError):
            shipped.average("ATS", "COP", period)  # of pesos there are years and no months


def test_a_future_year_has_no_average_even_of_a_peg(shipped: RateBook) -> None:
    for base in ("AED", "CNY", "TWD"):
        with pytest.raises(NoRateError):
            shipped.average(base, "USD", year(2027))


def test_a_period_that_ends_today_has_the_average_of_a_peg() -> None:
    book = RateBook(Store([shipped_root()]), today=date(2026, 11, 20))
    assert book.average("AED", "USD", Period(date(2026, 11, 2), date(2026, 11, 20))).method == "peg"
    with pytest.raises(NoRateError):
        book.average("AED", "USD", Period(date(2026, 11, 2), date(2026, 11, 21)))


def test_a_mean_never_mixes_two_units_of_one_code(shipped: RateBook) -> None:
    with pytest.raises(NoRateError) as error:
        shipped.average("VES", "USD", Period(date(2021, 1, 1), date(2021, 12, 31)))
    assert error.value.code == "redenominated"
    assert "1000000 VES became 1 VES on 2021-10-01" in error.value.message
    since = shipped.average("VES", "USD", Period(date(2021, 10, 1), date(2022, 12, 31)))
    assert Decimal("0.1") < since.rate < Decimal("0.3")
    # Of the currency before, the unit never changed: its mean is one, by another ratio from October on.
    before = shipped.average("VEF", "USD", Period(date(2021, 1, 1), date(2021, 12, 31)))
    assert Decimal("1e-12") < before.rate < Decimal("2e-11")
