"""What is written on charts, and about them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ...money.formatting import significant

RATES = "1 {base} in {quote}, {start} to {end} ({source})"
RATES_LABEL = "Chart"
WRITTEN = "as written"
BAND = "shaded: the rates it can have been made at"
SPENT_A_YEAR = "Spent a year, in {currency}"
SPENT = "Spent from {start} to {end}, in {currency}"
TOGETHER = "together"
COMMITTED = "commitment"
COMMITTED_A_YEAR = "commitment, a year"

_RATE_DIGITS = 5


def rates_title(base: str, quote: str, start: date, end: date, source: str) -> str:
    """ "1 CNY in EUR, 2025-01-10 to 2025-03-11 (ECB)"."""
    return RATES.format(base=base, quote=quote, start=start, end=end, source=source.upper())


def written(rate: Decimal) -> str:
    """The rate that two figures of a text amount to: "as written: 0.13684"."""
    return f"{WRITTEN}: {significant(rate, _RATE_DIGITS)}"
