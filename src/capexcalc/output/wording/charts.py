"""What is written on charts, and about them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ...money.formatting import significant
from ...words import Template, in_words

RATES: Template = "1 {base} in {quote}, {start} to {end} ({source})"
RATES_LABEL: Template = "Chart"
WRITTEN: Template = "as written: {rate}"
BAND_SHADED: Template = "shaded: the rates it can have been made at"
SPENT_A_YEAR: Template = "Spent a year, in {currency}"
SPENT: Template = "Spent from {start} to {end}, in {currency}"
TOGETHER: Template = "together"
COMMITTED: Template = "commitment"
COMMITTED_A_YEAR: Template = "commitment, a year"

_RATE_DIGITS = 5


def rates_title(base: str, quote: str, start: date, end: date, source: str) -> str:
    """ "1 CNY in EUR, 2025-01-10 to 2025-03-11 (ECB)"."""
    from ...rates.sources import short  # here: what draws charts asks for their labels alone

    return in_words(RATES, base=base, quote=quote, start=start, end=end, source=short(source))


def written(rate: Decimal) -> str:
    """The rate that two figures of a text amount to: "as written: 0.13684"."""
    return in_words(WRITTEN, rate=significant(rate, _RATE_DIGITS))


def spent_a_year(currency: str) -> str:
    return in_words(SPENT_A_YEAR, currency=currency)


def spent(start: date, end: date, currency: str) -> str:
    return in_words(SPENT, start=start, end=end, currency=currency)
