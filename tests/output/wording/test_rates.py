"""The sentence a journalist can print, and a reader recompute."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from capexcalc.money.currencies import round_to_minor
from capexcalc.money.money import Money
from capexcalc.money.periods import Period
from capexcalc.output.wording.rates import cite, conversion_step
from capexcalc.rates.book import RateBook
from capexcalc.rates.quote import Quote

YUAN = Money(Decimal("3.8E+11"), "CNY")


def cited(book: RateBook, quote: Quote) -> str:
    converted = Money(round_to_minor(quote.convert(YUAN.value), quote.quote), quote.quote)
    return cite(YUAN, converted, quote, book.title(quote.source))


def test_one_rate(shipped: RateBook) -> None:
    assert cited(shipped, shipped.quote("CNY", "EUR", date(2025, 2, 24))) == (
        "CNY 380,000,000,000 is EUR 50,079,732,205.22 at 1 EUR = 7.5879 CNY, "
        "the ECB euro foreign exchange reference rate of 2025-02-24."
    )


def test_a_cross_names_both_rates(shipped: RateBook) -> None:
    assert cited(shipped, shipped.quote("CNY", "USD", date(2025, 2, 24))) == (
        "CNY 380,000,000,000 is USD 52,413,447,725.98 at 1 EUR = 7.5879 CNY and 1 EUR = 1.0466 USD, "
        "the ECB euro foreign exchange reference rates of 2025-02-24."
    )


def test_an_earlier_observation_is_said(shipped: RateBook) -> None:
    assert cited(shipped, shipped.quote("CNY", "EUR", date(2025, 2, 23))).endswith(
        "reference rate of 2025-02-21, the last on or before 2025-02-23."
    )


def test_an_average_names_its_mean_count_and_period(shipped: RateBook) -> None:
    year = Period(date(2024, 1, 1), date(2024, 12, 31))
    assert cited(shipped, shipped.average("CNY", "EUR", year)) == (
        "CNY 380,000,000,000 is EUR 48,802,122,117.78 at 1 CNY = 0.128427 EUR, the mean of 256 daily "
        "ECB euro foreign exchange reference rates from 2024-01-01 to 2024-12-31."
    )


def test_the_same_currency_needs_no_rate(shipped: RateBook) -> None:
    assert cited(shipped, shipped.quote("CNY", "CNY", date(2025, 2, 24))) == (
        "CNY 380,000,000,000 is CNY 380,000,000,000.00: no conversion."
    )


@pytest.mark.parametrize(
    ("base", "quote", "line"),
    [
        ("EUR", "CNY", "EUR 100 x 7.5879 = CNY 758.79"),
        ("CNY", "EUR", "CNY 100 / 7.5879 = EUR 13.18"),
        ("CNY", "USD", "CNY 100 / 7.5879 x 1.0466 = USD 13.79"),
        ("EUR", "EUR", "EUR 100 = EUR 100.00"),
    ],
)
def test_the_working_divides_and_multiplies_by_the_published_rates(
    shipped: RateBook, base: str, quote: str, line: str
) -> None:
    used = shipped.quote(base, quote, date(2025, 2, 24))
    converted = Money(round_to_minor(used.convert(Decimal(100)), quote), quote)
    assert conversion_step(Money(Decimal(100), base), converted, used) == line
