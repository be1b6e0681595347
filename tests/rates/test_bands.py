"""Bands of rates: the fixings about a day, and as far beyond them as the market goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from capexcalc.cache.store import Store
from capexcalc.errors import NoRateError
from capexcalc.money.periods import Period
from capexcalc.rates.bands import _between
from capexcalc.rates.book import RateBook

HALF = Decimal("0.005")


def ecb_book(root: Path, today: date = date(2025, 2, 1)) -> RateBook:
    return RateBook(Store([root]), today=today)


def test_a_band_spans_the_fixings_before_and_after(small: RateBook) -> None:
    # EUR/CNY was 7.6 on the 2nd, 8 on the 3rd, 3 on the 6th.
    band = small.band("EUR", "CNY", date(2025, 1, 3))
    assert band == (3 * (1 - HALF), 8 * (1 + HALF))


def test_a_weekend_lies_between_friday_and_monday(small: RateBook) -> None:
    assert small.band("EUR", "CNY", date(2025, 1, 5)) == small.band("EUR", "CNY", date(2025, 1, 3))


def test_the_newest_day_has_only_the_one_before(small: RateBook) -> None:
    band = small.band("EUR", "CNY", date(2025, 1, 20))
    assert band == (Decimal("7.4") * (1 - HALF), Decimal("7.5") * (1 + HALF))


def test_nothing_is_known_of_tomorrow(write: Callable[..., Path]) -> None:
    yesterday = ecb_book(write(), today=date(2025, 1, 3)).band("EUR", "CNY", date(2025, 1, 3))
    assert yesterday == (Decimal("7.6") * (1 - HALF), 8 * (1 + HALF))


@pytest.mark.parametrize(("gap", "met"), [(15, True), (16, False)])
def test_an_observation_a_fortnight_away_is_still_a_neighbour(
    write: Callable[..., Path], gap: int, met: bool
) -> None:
    rows = f"Date,CNY,\n2025-01-{1 + gap:02},8,\n2025-01-01,7,\n"
    assert (ecb_book(write(rows)).band("EUR", "CNY", date(2025, 1, 1)).high > Decimal("7.1")) is met


def test_between_quotes_a_week_apart_the_market_goes_further(nbp: RateBook) -> None:
    # Table B: 0.030293 zloty to a Kenyan shilling on the 15th, 0.030589 a week before, 0.029704 after.
    before, on, after = map(Decimal, ("0.030589", "0.030293", "0.029704"))
    margin = HALF + (1 - after / on) / 2
    band = nbp.band("KES", "PLN", date(2024, 5, 15))
    assert [round(edge, 20) for edge in band] == [
        round(edge, 20) for edge in (after * (1 - margin), before * (1 + margin))
    ]


def test_a_quote_from_six_days_before_is_of_a_weekly_table(nbp: RateBook) -> None:
    # 0.030032 on the 24th, 0.029901 six days later, 0.030589 after eight more: both count.
    margin = HALF + (Decimal("0.030589") / Decimal("0.029901") - 1) / 2
    assert round(nbp.band("KES", "PLN", date(2024, 4, 30)).high, 20) == round(
        Decimal("0.030589") * (1 + margin), 20
    )


def test_a_jump_makes_no_band_of_everything(nbp: RateBook) -> None:
    # 0.00016159 zloty to a dong, a week later 0.00017706, 9.6 % more: three percent further, not 4.8.
    band = nbp.band("VND", "PLN", date(2008, 11, 5))
    assert band.high == Decimal("0.00017706") * (1 + HALF + Decimal("0.03"))


def test_a_daily_table_is_no_wider_for_days_without_a_rate(nbp: RateBook) -> None:
    band = nbp.band("USD", "PLN", date(2008, 11, 10))  # the 11th is a holiday: 2.8428, 2.8332, 3.0065
    assert (band.low, band.high) == (Decimal("2.8332") * (1 - HALF), Decimal("3.0065") * (1 + HALF))


def test_a_cross_takes_both_legs_of_each_day(small: RateBook) -> None:
    low, high = small.band("USD", "CNY", date(2025, 1, 3))
    assert (round(low, 20), round(high, 20)) == (
        round(3 / Decimal("1.05") * (1 - HALF), 20),
        round(8 / Decimal("1.04") * (1 + HALF), 20),
    )


def test_what_the_law_fixes_has_no_band(shipped: RateBook) -> None:
    assert shipped.band("EUR", "DEM", date(2010, 3, 3)) == (Decimal("1.95583"),) * 2
    assert shipped.band("EUR", "EUR", date(2010, 3, 3)) == (1, 1)


def test_a_peg_moves_by_a_quarter_of_a_percent(shipped: RateBook) -> None:
    low, high = shipped.band("USD", "AED", date(2024, 5, 6))
    assert (low, high) == (Decimal("3.6725") * Decimal("0.9975"), Decimal("3.6725") * Decimal("1.0025"))


def test_a_pegged_currency_in_another_is_as_wide_as_the_market(shipped: RateBook) -> None:
    dollar, dirham = (shipped.band("EUR", code, date(2024, 5, 6)) for code in ("USD", "AED"))
    assert dirham == (dollar.low * Decimal("3.6725"), dollar.high * Decimal("3.6725"))


def test_no_band_joins_two_units_of_one_currency(shipped: RateBook) -> None:
    # A hundred thousand bolivars became one on 2018-08-20 by law, and the zloty lost four zeros in 1995.
    low, high = shipped.band("USD", "PLN", date(1995, 1, 2))
    assert high / low < 2


def test_a_month_is_as_wide_as_its_days(shipped: RateBook) -> None:
    january = Period(date(2016, 1, 1), date(2016, 1, 31))
    low, high = shipped.band_over("USD", "EUR", january)
    rates = [rate for _, rate in shipped.series("USD", "EUR", january.start, january.end)]
    assert (round(low, 20), round(high, 20)) == (
        round(min(rates) * (1 - HALF), 20),
        round(max(rates) * (1 + HALF), 20),
    )


def test_a_period_without_rates_is_refused(shipped: RateBook) -> None:
    with pytest.raises(NoRateError):
        shipped.band_over("USD", "EUR", Period(date(1930, 1, 1), date(1930, 12, 31)))


@pytest.mark.parametrize(("apart", "further"), [(5, "0"), (6, "0.01"), (7, "0.01")])
def test_rates_six_days_apart_or_more_leave_room_for_half_of_what_they_moved(
    apart: int, further: str
) -> None:
    day = date(2024, 5, 8)
    around = [(day - timedelta(days=apart), Decimal("1.02")), (day, Decimal(1))]
    assert _between(day, around) == Decimal(further)
