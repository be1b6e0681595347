"""The rate calendar: what the rate book answers on every day, as stretches of days answered alike.

Bulk conversion looks rates up by equality of (currency, day), so every day needs its answer, refusals among
them. Asking the book for each would take seconds a target; but between two days on which it answers by the
same route nothing happens except new observations, and those can be counted off without asking.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from math import isclose
from typing import NamedTuple

from ..errors import NoRateError
from ..money.currencies import all_codes
from .book import RateBook
from .quote import Quote
from .routes import related

# Days between two quotes taken to be of one route: too few to change it and change it back.
_STRIDE = 366

# A rhythm of a fortnight with a holiday; whatever is longer is looked into.
_LONGEST_GAP = 31

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
        self.last = last_day(book).toordinal()

    def stretches(self, target: str) -> Iterator[Stretch]:
        """The answers for ``target`` of every currency there is or was, without gaps or overlaps."""
        for currency in all_codes():
            yield from _Pair(self._book, self._published, currency, target).stretches(self.first, self.last)


def fingerprint(book: RateBook) -> str:
    """Differs wherever the calendars of two books may."""
    return f"{book.checksum()}-{last_day(book):%Y%m%d}-{book.max_gap}"


def last_day(book: RateBook) -> date:
    """The day after which no answer changes any more, but for days that are yet to come."""
    return min(book.newest() + timedelta(days=book.max_gap + 1), book.today)


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
        self._latest: Quote | None = None

    def stretches(self, first: int, last: int) -> Iterator[Stretch]:
        """One stretch where the answers on the two days explain all between, else those of each half."""
        one, other = self._ask(first), self._ask(last)
        quote = next((each for each in (one, other, self._latest) if isinstance(each, Quote)), None)
        found: list[Stretch] | None = None
        if isinstance(one, str) and one == other and self._is_steady(one, first, last):
            found = [Stretch(self._base, first, last, one)]
        elif quote and last - first <= _STRIDE:
            found = self._counted(quote, first, one, last, other)
        if found:
            yield from found
        elif first < last:
            middle = (first + last) // 2
            yield from self.stretches(first, middle)
            yield from self.stretches(middle + 1, last)
        else:
            assert isinstance(one, Quote)  # an error on one day is steady
            route, alone = _route(one), ((one.observed.toordinal(),), (float(one.rate),))
            yield Stretch(self._base, first, last, OK, route.source, route.method, *alone)

    def _counted(
        self, quote: Quote, first: int, one: Quote | str, last: int, other: Quote | str
    ) -> list[Stretch] | None:
        """What observations by the route of ``quote`` make of the days; None if not what the book answers."""
        route = _route(quote)
        series = self._series(route, quote)
        if series.days:
            found = list(self._carried(first, last, route, series))
        else:
            rates = (float(quote.rate),)
            found = [Stretch(self._base, first, last, OK, route.source, route.method, (), rates)]
        ends = found and _says(found[0], first, one, route) and _says(found[-1], last, other, route)
        return found if ends and all(each.status for each in found) else None

    def _carried(self, first: int, last: int, route: _Route, series: _Series) -> Iterator[Stretch]:
        """Observations carried forward as far as they may be, and what stands in the gaps between."""
        start, end = bisect_right(series.days, first) - 1, bisect_right(series.days, last)
        if start < 0:
            return
        longest = self._book.max_gap
        days = series.days
        cuts = [start, *(n for n in range(start + 1, end) if days[n] - days[n - 1] > longest + 1), end]
        # Each gap as the days it has in the stretch.
        gaps = [
            (max(days[high - 1] + longest + 1, first), days[high] - 1 if high < end else last)
            for high in cuts[1:]
        ]
        refused = self._refused([low for low, high in gaps if low <= high])
        for (low, high), gap in zip(pairwise(cuts), gaps, strict=True):
            begin = max(days[low], first)
            if begin < gap[0]:
                carried = min(gap[0] - 1, gap[1])
                used = tuple(days[low:high]), tuple(series.rates[low:high])
                yield Stretch(self._base, begin, carried, OK, route.source, route.method, *used)
            if gap[0] <= gap[1]:
                # In a long gap, and after the last observation, another route may take over.
                bounded = high < len(days) and days[high] - days[high - 1] <= _LONGEST_GAP
                yield Stretch(self._base, *gap, refused[gap[0]] if bounded else "")

    def _refused(self, days: list[int]) -> dict[int, str]:
        """What the book says on the first days of gaps; between two it says the same of, it is taken to."""
        if not days:
            return {}
        ends = {self._refusal(days[0]), self._refusal(days[-1])}
        return {day: self._refusal(day) if len(ends) > 1 else self._refusal(days[0]) for day in days}

    def _refusal(self, day: int) -> str:
        answer = self._ask(day)
        return answer if isinstance(answer, str) else ""

    def _ask(self, day: int) -> Quote | str:
        if day not in self._asked:
            try:
                self._latest = self._book.quote(self._base, self._quote, date.fromordinal(day))
                self._asked[day] = self._latest
            except NoRateError as error:
                self._asked[day] = error.code
        return self._asked[day]

    def _series(self, route: _Route, quote: Quote) -> _Series:
        if route not in self._derived:
            self._derived[route] = _derive(self._published, quote)
        return self._derived[route]

    def _is_steady(self, status: str, first: int, last: int) -> bool:
        """Whether an error on both days is one on all between.

        It may not be where a source observes both currencies, or what they are tied to, in the meantime; but
        one that has rates on both days, and is not taken, is not taken between.
        """
        if status == "no_rates_for":
            return True
        for held in self._published.values():
            sides = [[held[code].days for code in tied if code in held] for tied in self._tied]
            sides = [side for side in sides if side]  # the source's own currency has none
            if not sides or not all(any(_any(days, first + 1, last) for days in side) for side in sides):
                continue
            own = [held[code].days for code in (self._base, self._quote) if code in held]
            there = len(own) == len(sides) and all(
                _any(days, day - self._book.max_gap, day) for days in own for day in (first, last)
            )
            if not there:
                return False
        return True

    @cached_property
    def _tied(self) -> tuple[set[str], set[str]]:
        return related([self._base], pegged=True), related([self._quote], pegged=True)


def _any(days: list[int], first: int, last: int) -> bool:
    """Whether one of the ascending ``days`` lies between the two."""
    return bisect_right(days, last) > bisect_right(days, first - 1)


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


def _says(stretch: Stretch, day: int, answer: Quote | str, route: _Route) -> bool:
    """Whether ``stretch`` answers as the book did on ``day``."""
    if isinstance(answer, str) or stretch.status != OK:
        return stretch.status == answer
    place = bisect_right(stretch.days, day) - 1
    observed, rate = (stretch.days[place], stretch.rates[place]) if stretch.days else (day, stretch.rates[0])
    alike = _route(answer) == route and answer.observed.toordinal() == observed
    return alike and isclose(answer.rate, rate, rel_tol=1e-14)


def _published(book: RateBook) -> _Published:
    published: _Published = {}
    for source, day, rates in book.published():
        ordinal, held = day.toordinal(), published.setdefault(source, {})
        for code, text in rates:
            series = held.get(code) or held.setdefault(code, _Series([], []))
            series.days.append(ordinal)
            series.rates.append(float(text))
    return published
