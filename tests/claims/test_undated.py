"""Conversions that nobody knows the day of: the days that fit, and currencies that are no more."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from capexcalc.cache.store import Store, shipped_root
from capexcalc.claims.undated import fitting_days, missing, runs
from capexcalc.money.currencies import last_day
from capexcalc.money.interval import Interval
from capexcalc.rates.book import RateBook
from capexcalc.reading.reader import read


def test_a_run_begins_and_ends_with_rates_on_its_bounds() -> None:
    days = [
        (date(2025, 1, n), Decimal(rate)) for n, rate in enumerate(("0.99", "1", "2", "2.01", "1.5"), start=1)
    ]
    found = list(runs(days, Interval(Decimal(1), Decimal(2))))
    assert found == [(date(2025, 1, 2), date(2025, 1, 3)), (date(2025, 1, 5), date(2025, 1, 5))]


@pytest.mark.parametrize(("words", "found"), [("0 euros", False), ("1 euro", True)])
def test_nothing_fits_no_day_and_one_does(words: str, found: bool, book: RateBook) -> None:
    one, other = read(f"It costs {words} ($1.10).", "en").amounts
    assert bool(fitting_days(one, other, book, Decimal("0.02"))) is found


def test_a_currency_is_no_more_from_its_last_day_on() -> None:
    real, dollars = read("It cost CR$ 253 mil, US$ 195.", "pt").amounts
    end = last_day("BRR")
    assert end is not None
    for today, known in ((end - timedelta(days=1), True), (end, False)):
        assert (missing(real, dollars, RateBook(Store([shipped_root()]), today=today)) is None) is known
