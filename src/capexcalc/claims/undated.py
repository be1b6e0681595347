"""Conversions in a text that nobody knows the day of: they may have been made on any day on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from ..errors import NoRateError
from ..money.currencies import last_day
from ..money.interval import Interval
from ..money.money import EXACT
from ..rates.bands import MARKET
from ..rates.book import RateBook
from ..reading.mentions import Amount
from .conversion import readings
from .verdict import supporting

_PAIRS = (
    64  # whose history is kept, some 2 MB each: a batch of documents asks for the same ones again and again
)

Stretch = tuple[date, date]


def fitting_days(subject: Amount, stated: Amount, book: RateBook, tolerance: Decimal) -> tuple[Stretch, ...]:
    """The runs of observations at whose rates a conversion would be supported, the latest first; of the
    likeliest reading that has any."""
    for one, other in readings(subject, stated):
        if one.value <= 0:
            continue
        low, high = (EXACT.divide(edge, one.value) for edge in supporting(other, tolerance, MARKET))
        likely = Interval(low, high)
        found = list(runs(_history(book, one.currency, other.currency), likely))
        if found:
            return tuple(reversed(found))
    return ()


def missing(subject: Amount, stated: Amount, book: RateBook) -> NoRateError | None:
    """Why no rate of the time of a currency that is no more is known: what a text of those days says of it
    is not wrong by the rates of today ("US$ 195 (CR$ 253 mil)", of 1994)."""
    for code in (subject.currency, stated.currency):
        end = last_day(code)
        if end is not None and end <= book.today:
            try:
                book.quote(subject.currency, stated.currency, end)
            except NoRateError as error:
                return error
    return None


def runs(days: Iterable[tuple[date, Decimal]], rates: Interval) -> Iterator[Stretch]:
    """First and last day of each run of observations whose rate lies within the bounds."""
    start: date | None = None
    end: date | None = None
    for day, rate in days:
        if rates.low <= rate <= rates.high:
            start, end = start or day, day
        elif start is not None and end is not None:
            yield start, end
            start = None
    if start is not None and end is not None:
        yield start, end


@lru_cache(maxsize=_PAIRS)
def _history(book: RateBook, base: str, quote: str) -> tuple[tuple[date, Decimal], ...]:
    try:
        return tuple(book.series(base, quote, date.min, date.max))
    except NoRateError:
        return ()
