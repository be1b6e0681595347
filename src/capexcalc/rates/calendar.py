"""The rate calendar: what the rate book answers on every day, as stretches of days answered alike.

Bulk conversion looks rates up by equality of (currency, day), so every day needs its answer, refusals among
them. Asking the book for each would take seconds a target; but between two days on which it answers by the
same route nothing happens except new observations, and those can be counted off without asking.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from math import isclose
from typing import NamedTuple

from ..errors import NoRateError
from .book import RateBook
from .quote import Quote

# Days between two quotes taken to be of one route: too few to change it and change it back.
_STRIDE = 91

OK = "ok"


class Stretch(NamedTuple):
    """The answers for ``currency`` from ``first`` to ``last``, days as proleptic ordinals.

    ``status`` is OK, or the code of the error that stands in place of a rate. ``days`` are the observations
    in use, ascending, the first of them on or before ``first``, each with its rate and valid until the next;
    where there are none a single rate holds, and each day is its own: a currency in itself, a fixed rate.
    """

    currency: str
    first: int
    last: int
    status: str
    source: str = ""
    method: str = ""
    days: tuple[int, ...] = ()
    rates: tuple[float, ...] = ()


class Calendar:
    """Every answer of ``book``, for each of its currencies.

    From the day before any observation (``first``) to the day after which no answer changes any more
    (``last``), but for ``future_date``: what lies outside is answered as on these. Raises CacheError.
    """

    def __init__(self, book: RateBook) -> None:
        self._book = book
        self._published = _published(book)
        oldest = min(series.days[0] for source in self._published.values() for series in source.values())
        self.first = oldest - 1
        self.last = min(book.newest() + timedelta(days=book.max_gap + 1), book.today).toordinal()

    def stretches(self, target: str) -> Iterator[Stretch]:
        """The answers for ``target``, by currency and day, without gaps or overlaps."""
        for currency in self._book.codes():
            yield from _Pair(self._book, self._published, currency, target).stretches(self.first, self.last)

    def fingerprint(self) -> str:
        """Differs wherever answers may: by what was published, the days spanned and the gap allowed."""
        crc = 0
        for source, held in sorted(self._published.items()):
            for code, series in sorted(held.items()):
                crc = zlib.crc32(repr((source, code, *series)).encode(), crc)
        return f"{crc:08x}-{self.first}-{self.last}-{self._book.max_gap}"


class _Series(NamedTuple):
    """Rates by day of observation, ascending."""

    days: list[int]
    rates: list[float]


# By source and currency.
_Published = dict[str, dict[str, _Series]]


class _Route(NamedTuple):
    """How a quote is made; two quotes of one route differ by their observations only."""

    method: str
    source: str
    legs: tuple[tuple[str, str, str], ...]


class _Pair:
    def __init__(self, book: RateBook, published: _Published, base: str, quote: str) -> None:
        self._book, self._published, self._base, self._quote = book, published, base, quote
        self._asked: dict[int, Quote | str] = {}
        self._derived: dict[_Route, _Series] = {}

    def stretches(self, first: int, last: int) -> Iterator[Stretch]:
        """One stretch where the answers on the two days explain all between, else those of each half."""
        one, other = self._ask(first), self._ask(last)
        if isinstance(one, str):
            steady = one == other and not self._observed_after(first, last)
            whole = Stretch(self._base, first, last, one) if steady else None
        elif isinstance(other, str) or last - first > _STRIDE:
            whole = None
        else:
            whole = self._counted(first, one, last, other)
        if whole:
            yield whole
        else:
            middle = (first + last) // 2
            yield from self.stretches(first, middle)
            yield from self.stretches(middle + 1, last)

    def _counted(self, first: int, one: Quote, last: int, other: Quote) -> Stretch | None:
        """The observations from the one quote to the other; None where they do not explain both."""
        route = _route(one)
        series = self._series(route, one)
        start, end = max(bisect_right(series.days, first) - 1, 0), bisect_right(series.days, last)
        days = tuple(series.days[start:end])
        rates = tuple(series.rates[start:end]) if days else (float(one.rate),)
        explained = (
            route == _route(other)
            and _fits(one, days[:1], rates[0])
            and _fits(other, days[-1:], rates[-1])
            and all(after - before <= self._book.max_gap for before, after in pairwise(days))
        )
        if not explained:
            if first < last:
                return None
            days, rates = (one.observed.toordinal(),), (float(one.rate),)
        return Stretch(self._base, first, last, OK, route.source, route.method, days, rates)

    def _ask(self, day: int) -> Quote | str:
        if day not in self._asked:
            try:
                self._asked[day] = self._book.quote(self._base, self._quote, date.fromordinal(day))
            except NoRateError as error:
                self._asked[day] = error.code
        return self._asked[day]

    def _series(self, route: _Route, quote: Quote) -> _Series:
        if route not in self._derived:
            self._derived[route] = _derive(self._published, quote)
        return self._derived[route]

    def _observed_after(self, first: int, last: int) -> bool:
        """Whether a source has both currencies on days after ``first``, so that an error may not hold."""
        for held in self._published.values():
            both = [held[code].days for code in (self._base, self._quote) if code in held]
            if both and all(bisect_right(days, last) > bisect_right(days, first) for days in both):
                return True
        return False


def _derive(published: _Published, quote: Quote) -> _Series:
    """The rates of a quote's route on the days on which all its published legs were observed.

    Legs that no source publishes, which are those fixed by law, stay as they are.
    """
    factor, currency = 1.0, quote.base
    varying: list[tuple[dict[int, float], bool]] = []
    for leg in quote.legs:
        forward = leg.base == currency
        currency = leg.quote if forward else leg.base
        held = published.get(leg.source, {})
        series = held.get(leg.quote) or held.get(leg.base)
        if series:
            varying.append((dict(zip(*series, strict=True)), forward))
        else:
            factor = factor * float(leg.rate) if forward else factor / float(leg.rate)
    if not varying:
        return _Series([], [])
    days = sorted(set(varying[0][0]).intersection(*(by_day for by_day, _ in varying[1:])))
    rates = [factor] * len(days)
    for by_day, forward in varying:
        legs = zip(rates, map(by_day.__getitem__, days), strict=True)
        rates = [rate * leg for rate, leg in legs] if forward else [rate / leg for rate, leg in legs]
    return _Series(days, rates)


def _route(quote: Quote) -> _Route:
    legs = tuple((leg.base, leg.quote, leg.source) for leg in quote.legs)
    return _Route(quote.method, quote.source, legs)


def _fits(quote: Quote, day: tuple[int, ...], rate: float) -> bool:
    """Whether the quote is the observation of ``day``, or (without one) of the very day asked."""
    observed = day[0] if day else quote.as_of.toordinal()
    return quote.observed.toordinal() == observed and isclose(quote.rate, rate, rel_tol=1e-14)


def _published(book: RateBook) -> _Published:
    published: _Published = {}
    for source, day, rates in book.published():
        ordinal, held = day.toordinal(), published.setdefault(source, {})
        for code, text in rates:
            series = held.get(code) or held.setdefault(code, _Series([], []))
            series.days.append(ordinal)
            series.rates.append(float(text))
    return published
