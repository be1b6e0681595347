"""What claims are held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..finance.spending import SpendingSeries
from ..rates.book import RateBook
from ..rates.quote import Quote
from ..reading.mentions import Amount


@dataclass(frozen=True, slots=True)
class Grounds:
    """Rates, the day, past spending if there is any, how strictly; and the currencies the text names."""

    book: RateBook
    as_of: date
    prior: SpendingSeries | None
    tolerance: Decimal
    named: tuple[str, ...] = ()

    def quote(self, base: str, quote: str) -> Quote | None:
        """The day's rate, or None within one currency."""
        return None if base == quote else self.book.quote(base, quote, self.as_of)


def in_currency(amount: Amount, currency: str, grounds: Grounds) -> tuple[Decimal, Quote | None]:
    """``amount`` in another currency at the day's rate, unrounded."""
    quote = grounds.quote(amount.currency, currency)
    return (amount.value if quote is None else quote.convert(amount.value)), quote
