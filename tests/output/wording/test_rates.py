"""The sentence a journalist can print, and a reader recompute."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from capexcalc.money.currencies import round_to_minor
from capexcalc.money.money import Money
from capexcalc.money.periods import Period
from capexcalc.output.wording.rates import at_rates, cite, conversion_step, equation
from capexcalc.rates.book import RateBook
from capexcalc.rates.quote import Leg, Quote

YUAN = Money(Decimal("3.8E+11"), "CNY")


def cited(book: RateBook, quote: Quote) -> str:
    converted = Money(round_to_minor(quote.convert(YUAN.value), quote.quote), quote.quote)
    return cite(YUAN, converted, quote, book.holdings.title(quote.source))


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
    assert "1 CNY = 0.128427 EUR" in at_rates(shipped.average("CNY", "EUR", year))
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


@pytest.mark.parametrize(
    ("base", "quote", "on", "said"),
    [
        ("CNY", "USD", "2025-02-24", "1 EUR = 7.5879 CNY and 1 EUR = 1.0466 USD (ECB, 2025-02-24)"),
        (
            "DEM",
            "USD",
            "2010-03-03",
            (
                "1 EUR = 1.95583 DEM (fixed: Council Regulation (EC) No 2866/98, since 1999-01-01) "
                "and 1 EUR = 1.3641 USD (ECB, 2010-03-03)"
            ),
        ),
        ("AED", "USD", "2025-02-24", "1 USD = 3.6725 AED (peg: Central Bank of the UAE, since 1997-11-02)"),
        (
            "TWD",
            "EUR",
            "2010-03-03",
            "1 TWD = 0.0901 PLN (NBP, weekly, 2010-03-03) and 1 EUR = 3.9270 PLN (NBP, 2010-03-03)",
        ),
        ("EUR", "EUR", "2025-02-24", "1 EUR = 1 EUR"),
    ],
)
def test_rates_of_one_provenance_share_it_and_others_have_their_own(
    shipped: RateBook, base: str, quote: str, on: str, said: str
) -> None:
    assert at_rates(shipped.quote(base, quote, date.fromisoformat(on))) == said


def test_the_mean_of_a_peg_names_the_authority_it_goes_through(shipped: RateBook) -> None:
    year = Period(date(2024, 1, 1), date(2024, 12, 31))
    assert at_rates(shipped.average("AED", "EUR", year)).endswith(
        "(ECB, mean of 256 daily rates, 2024-01-01 to 2024-12-31), "
        "through 1 USD = 3.6725 AED (peg: Central Bank of the UAE, since 1997-11-02)"
    )


def test_a_published_average_is_no_rate_of_a_day(shipped: RateBook) -> None:
    year = Period(date(1975, 1, 1), date(1975, 12, 31))
    assert at_rates(shipped.average("DEM", "USD", year)).endswith("average of 1975)")


def test_a_currency_that_lost_zeros_under_its_code_is_not_equal_to_itself() -> None:
    turned = Leg("SYP", "SYP", Decimal(100), date(2026, 1, 1), "fixed", "Central Bank of Syria")
    assert equation(turned) == "100 SYP became 1 SYP"
