"""What the other sources say of a rate that comes in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial

from ..cache.store import Store
from ..errors import CacheError, NoRateError
from ..money.periods import Period
from ..rates.averages import mean, published
from ..rates.book import RateBook
from ..rates.source_rates import SourceRates
from ..rates.sources import SOURCES, Source

# The rate of a currency on a day by each source, None where it has none of the day.
Others = Mapping[str, Callable[[str, date], Decimal | None]]


def other_sources(row: Source, store: Store) -> Others:
    """The sources by which rates of ``row`` are judged: of days the trusted ones, of months those that
    publish every day or averages of months."""
    if row.monthly:
        named = _there(row, store, lambda each: each.monthly or (each.trusted and each.daily))
        return {id: partial(_average, SourceRates(store, id, 0), row) for id in named}
    named = _there(row, store, lambda each: each.trusted)
    books = {id: RateBook(store, today=date.max, max_gap=0, source=id) for id in named}
    return {id: partial(_rate, book, row) for id, book in books.items()}


def _there(row: Source, store: Store, wanted: Callable[[Source], bool]) -> Iterator[str]:
    ids = (each.id for each in SOURCES if each.id != row.id and wanted(each))
    return (id for id in ids if SourceRates(store, id, 0).exists)


def _rate(book: RateBook, row: Source, code: str, day: date) -> Decimal | None:
    """A rate as ``row`` counts; None too where the source takes the currency less often than daily."""
    try:
        found = book.quote(row.base, code, day)
    except (NoRateError, CacheError):
        return None
    if any(leg.frequency for leg in found.legs) or not found.legs:
        return None
    return 1 / found.rate if row.priced else found.rate


def _average(source: SourceRates, row: Source, code: str, day: date) -> Decimal | None:
    """The average of the month that ends on the day."""
    month = Period(day.replace(day=1), day)
    if source.row.monthly:
        found = published(row.base, code, month, source, pegged=False)
        return found.rate if found else None
    days = mean(row.base, code, month, source, pegged=False)
    return days.quote(row.base, code, month).rate if days.whole else None
