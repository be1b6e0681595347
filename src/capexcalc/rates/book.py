"""The rate book: what one currency was worth in another on a date, or on average over a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from ..cache.store import Store
from ..errors import NoRateError, UsageError
from ..money.currencies import is_currency, unknown_currency
from ..money.interval import Interval
from ..money.money import EXACT, PRINTED
from ..money.periods import Period
from . import refusals
from .legal_facts import birth, changed_units, checksums
from .quote import Quote, chained, method_of, of_one_day
from .routes import Route, related, routes, stretches, turning_days
from .source_rates import SourceRates
from .sources import SOURCES, TRUSTED, is_known, source_of

if TYPE_CHECKING:
    from pathlib import Path

    from .day_table import Days, Legs

# Reading a year whole costs as much as this many quotes from it.
_MANY = 32

_FACTS = {"fixed": "rates fixed by law", "peg": "pegs"}

# For how many days a rate is carried forward if nobody says otherwise: over any holidays, and from one weekly
# table to the next.
MAX_GAP = 7


class RateBook:
    """Reference rates with their provenance.

    ``today`` bounds what may be asked. A rate is carried forward to days without one, for at most ``max_gap``
    days, and never backward. ``source`` names one of the cache's; ``auto`` takes for each pair the first of
    TRUSTED that has begun to publish it, pegs among them, and never two sources in one cross. What is fixed
    by law holds whatever the source. Every method raises CacheError if the cache is missing or damaged.
    """

    def __init__(self, store: Store, *, today: date, max_gap: int = MAX_GAP, source: str = "auto") -> None:
        self._store = store
        self._today = today
        self._max_gap = max_gap
        self._pegged = source == "auto"
        self._asked = 0
        self._days: Days | None = None
        self._legs: Mapping[date, Legs] = {}
        names = TRUSTED if source == "auto" else (self._known(source),)
        self._first, *self._others = (SourceRates(store, name, max_gap) for name in names)

    def quote(self, base: str, quote: str, on: date) -> Quote:
        """The last rate observed on or before ``on``; a cross takes both legs from the same date.

        Raises NoRateError: ``unknown_currency``, ``no_rates_for``, ``future_date``, ``before_first``,
        ``after_last``, ``too_old``, ``gap``, ``redenominated``.
        """
        try:  # a process that has asked for many
            legs = self._legs[on]
            first, last = legs[base], legs[quote]
        except KeyError:
            pass  # a day or a currency that needs more thought
        else:
            if first is not last:
                return of_one_day(base, quote, on, first, last)
        if on > self._today:
            raise refusals.future_date(on, self._today)
        if base == quote:
            return self._identity(base, on)
        self._count()
        if self._days is not None and on not in self._legs:
            self._days.learn(on)
            return self.quote(base, quote, on)
        way = self._way(base, quote, on)
        if way.source is None:
            found, observed = way.legs(on, ()), on
            source = "peg" if any(leg.source == "peg" for leg in found) else "fixed"
        else:
            try:
                observed, values = way.source.last(way.columns, on)
            except NoRateError as error:
                raise self._pointing_elsewhere(error, way, base, quote, on) from None
            found, source = way.legs(observed, values), way.source.id
        rate = chained(base, found, PRINTED)
        return Quote(base, quote, rate, on, observed, method_of(base, found), source, found)

    def band(self, base: str, quote: str, on: date) -> Interval:
        """What the rate may have been on the market about the day of the observation that ``quote`` takes.

        One figure where the law fixes it. Raises what ``quote`` raises.
        """
        from .bands import band_about, band_of_facts

        found = self.quote(base, quote, on)
        way = self._way(base, quote, on) if base != quote else None
        if way is None or way.source is None:
            rate = chained(base, found.legs, EXACT)
            return band_of_facts(rate, pegged=found.method == "peg")
        return band_about(base, way, found.observed, self._today)

    def band_over(self, base: str, quote: str, period: Period) -> Interval:
        """What the rate may have been on the market on any day of a ``period`` that is over.

        Raises NoRateError as ``average`` does; where only the average of a year is known, that widened.
        """
        from .bands import MARKET, band_of_facts, widened

        mean = self.average(base, quote, period, partial=True)
        if mean.method in ("fixed", "peg"):
            return band_of_facts(chained(base, mean.legs, EXACT), pegged=mean.method == "peg")
        rates = [rate for _, rate in self.series(base, quote, period.start, period.end)]
        return widened(rates or [mean.rate], MARKET)

    def average(self, base: str, quote: str, period: Period, *, partial: bool = False) -> Quote:
        """The arithmetic mean of the rates observed in ``period``, with their count.

        The period is wholly covered if it is over and the pair has a rate on every day in it on which the
        source published any (of a weekly one: in every week); ``partial`` makes do with fewer, but not with
        none. For a calendar year that no source covers there may be an annual average published as such.
        Raises NoRateError: ``unknown_currency``, ``no_rates_for``, ``partly_covered``, ``redenominated``.
        """
        if base == quote:
            return self._identity(base, period.end)
        from .averages import annual, mean

        self._check(base, quote)
        self._check_born(period.start, base, quote)
        if turned := changed_units((base, quote), period.start, period.end):
            raise refusals.two_units(period, turned)
        if period.end <= self._today and (fact := self._constant(base, quote, period)):
            return fact
        found = []
        for source in self._sources:
            found.append(mean(base, quote, period, source, pegged=self._pegged))
            if found[-1].whole and period.end <= self._today:
                return found[-1].quote(base, quote, period)
            if found[-1].begun:
                break  # it has the pair, if not all the time: no lesser source is asked
        for each in found:
            if partial and each.observed:
                return each.quote(base, quote, period)
        for source in self._annual:
            if quoted := annual(base, quote, period, source):
                return quoted
        for each in sorted(found, key=lambda each: not each.begun):
            ways = routes(base, quote, period.end, [each.source], pegged=self._pegged)
            if way := next((way for way in ways if way.source), None):
                manifest = each.source.manifest
                spans = {code: manifest.spans[code] for code in way.columns}
                raise refusals.partly_covered(spans, period, each.observed, each.published, manifest.title)
        raise refusals.no_way(base, quote, period.end)

    def series(self, base: str, quote: str, start: date, end: date) -> Iterator[tuple[date, Decimal]]:
        """Observation dates from ``start`` to ``end``, none after today, ascending, with the day's rate at 50
        digits.

        Each stretch of time comes from the source that ``quote`` takes in it.
        Raises NoRateError: ``unknown_currency``, ``no_rates_for``.
        """
        self._check(base, quote)
        return self._series(base, quote, start, min(end, self._today))

    def newest(self, *codes: str) -> date:
        """Date of the newest observation up to today: of the most trusted source, and of each of ``codes``
        that only another one has."""
        dates = [self._first.newest(self._today)]
        for code in codes:
            if not self._first.has(code) and not any(map(self._first.has, self._tied(code))):
                dates += [each.newest(self._today, code) for each in self._sources if each.has(code)][:1]
        return min(dates)

    def span(self, code: str) -> tuple[date, date]:
        """First and last day on which the sources have a rate of ``code`` or of what it is tied to.

        Raises NoRateError: ``unknown_currency``, ``no_rates_for``.
        """
        self._check(code)
        found = [
            source.span(tied) for source in self._sources for tied in self._tied(code) if source.has(tied)
        ]
        return min(first for first, _ in found), max(last for _, last in found)

    def spans(self, code: str) -> tuple[tuple[str, date, date], ...]:
        """Source, first and last observation of ``code``, in order of trust."""
        sources = [each for each in (*self._sources, *self._annual) if each.has(code)]
        return tuple((each.id, *each.span(code)) for each in sources)

    def codes(self) -> tuple[str, ...]:
        """Every currency the sources have, their own among them, sorted."""
        manifests = [source.manifest for source in self._sources]
        return tuple(sorted({code for m in manifests for code in (m.base, *m.spans)}))

    def ways(self, base: str, quote: str) -> Iterator[tuple[date, Route | str]]:
        """The way ``quote`` takes, or the code of the error in its place, from one day to the next given.

        The first is the first of all days, the last not after ``settled``. On a way over a source's rates a
        day may yet lie too long after the last of them (``gap``).
        """
        turns = turning_days(base, quote, self._sources, pegged=self._pegged)
        codes = self._tied(base) | self._tied(quote)
        turns.update(*(source.bounds(source.columns(*codes)) for source in self._sources))
        for day in sorted({date.min, *(day for day in turns if day <= self.settled)}):
            try:
                way = self._way(base, quote, day)
                if way.source:
                    way.source.check_bounds(way.columns, day)
            except NoRateError as error:
                yield day, error.code
            else:
                yield day, way

    def files(self) -> Iterator[tuple[str, Path]]:
        """Every source with its files of rates, one a year, each found to be as it was written."""
        for source in self._sources:
            for year in sorted(source.manifest.files):
                yield source.id, self._store.year(source.id, year).path

    def checksum(self) -> str:
        """Differs if any rate or fact does that quotes are made from."""
        files = [
            (source.id, year, [crc for _, crc in entries])
            for source in self._sources
            for year, entries in sorted(source.manifest.files.items())
        ]
        return f"{crc32(repr((files, self._pegged, checksums())).encode()):08x}"

    def title(self, source: str) -> str:
        """What ``source`` calls its rates. Raises UsageError (``unknown_source``)."""
        if source in _FACTS:
            return _FACTS[source]
        averages = source_of(source).quotes == "averages"
        return self._store.manifest(source if averages else self._known(source)).title

    @property
    def today(self) -> date:
        """The last day that may be asked for."""
        return self._today

    @property
    def ahead(self) -> bool:
        """Whether there are rates of days to come: then the clock is behind."""
        return self._first.manifest.newest > self._today

    @property
    def settled(self) -> date:
        """The day after which no answer changes any more, but for days that are yet to come."""
        newest = max(source.manifest.newest for source in self._sources)
        return min(newest + timedelta(days=self._max_gap + 1), self._today)

    @property
    def max_gap(self) -> int:
        """For how many days a rate is carried forward."""
        return self._max_gap

    @cached_property
    def _sources(self) -> tuple[SourceRates, ...]:
        """The sources there are rates of: the first must be there, the others may be missing."""
        return (self._first, *(source for source in self._others if source.exists))

    @cached_property
    def _annual(self) -> tuple[SourceRates, ...]:
        named = (row.id for row in SOURCES if row.quotes == "averages" and self._pegged)
        return tuple(each for each in (SourceRates(self._store, id, 0) for id in named) if each.exists)

    def _count(self) -> None:
        """Turn to whole days once they pay: a run that asks for a few rates reads only those."""
        self._asked += 1
        if self._asked == _MANY and self._first.row.quotes == "units" and not self._first.row.rhythm:
            from .day_table import Days

            self._days = Days(self._first, max_gap=self._max_gap, today=self._today)
            self._legs = self._days.known

    def _identity(self, code: str, on: date) -> Quote:
        if not is_currency(code):
            raise unknown_currency(code)
        return Quote(code, code, Decimal(1), on, on, "direct", self._first.id)

    def _constant(self, base: str, quote: str, period: Period) -> Quote | None:
        """The rate that law or pegs alone give, if it is one all the time."""
        parts = stretches(base, quote, period.start, period.end, [self._first], pegged=self._pegged)
        ways = {way for *_, way in parts}
        if len(ways) != 1 or (way := ways.pop()) is None or way.source:
            return None
        return replace(self.quote(base, quote, period.end), from_=period.start, to=period.end)

    def _way(self, base: str, quote: str, on: date) -> Route:
        if self._first.spans_day(base, on) and self._first.spans_day(quote, on):
            # A source ends a currency where the law puts another in its place: the facts need not be asked.
            return Route(self._first, base, quote)
        self._check(base, quote)
        self._check_born(on, base, quote)
        ways = list(routes(base, quote, on, self._sources, pegged=self._pegged))
        if not ways:
            raise refusals.no_way(base, quote, on)
        begun = next((way for way in ways if on >= way.begins), None)
        return begun or min(ways, key=lambda way: way.begins)

    def _check(self, *codes: str) -> None:
        """Raises NoRateError ``unknown_currency``, and ``no_rates_for`` where nothing is known of one."""
        for code in codes:
            if not is_currency(code):
                raise unknown_currency(code)
        for code in codes:
            if not any(source.has(tied) for source in self._sources for tied in self._tied(code)):
                titles = " or the ".join(source.manifest.title for source in self._sources)
                raise refusals.no_rates_for(code, self.codes(), titles)

    def _check_born(self, on: date, *codes: str) -> None:
        """Raises NoRateError ``before_first`` for a day on which one of ``codes`` stood for nothing."""
        for code in codes:
            born = birth(code)
            if born and on < born[0]:
                raise refusals.before_birth(code, on, *born)

    def _tied(self, code: str) -> set[str]:
        """``code`` and what law, and pegs if they count, tie it to."""
        return related([code], pegged=self._pegged)

    def _pointing_elsewhere(
        self, error: NoRateError, way: Route, base: str, quote: str, on: date
    ) -> NoRateError:
        """``error``, with the rate of a lesser source, which is not taken in silence."""
        for source in self._sources[1:] if way.source is self._first else ():
            other = RateBook(self._store, today=self._today, max_gap=self._max_gap, source=source.id)
            with suppress(NoRateError):
                found = other.quote(base, quote, on)
                return NoRateError(
                    error.code,
                    error.said,
                    "{advice}; or take the rate of {day} with --source {source}",
                    advice=error.advice,
                    day=found.observed,
                    source=source.id,
                )
        return error

    def _series(self, base: str, quote: str, start: date, end: date) -> Iterator[tuple[date, Decimal]]:
        for first, last, way in stretches(base, quote, start, end, self._sources, pegged=self._pegged):
            if way is not None:
                publishing = way.source or self._first
                for day, values in publishing.rows(way.columns, first, last):
                    if values is not None:
                        yield day, chained(base, way.legs(day, values, bare=True), EXACT)

    def _known(self, source: str) -> str:
        held = self._store.sources()
        known = [id for id in dict.fromkeys((*(row.id for row in SOURCES), *held)) if source_of(id).dated]
        if source not in known:
            raise UsageError(
                "unknown_source",
                "unknown source of rates: {source}",
                "sources: auto, {known}",
                source=source,
                known=", ".join(known),
            )
        if is_known(source) and source not in TRUSTED:  # of such a source nothing ships
            if source not in held:
                raise refusals.not_fetched(source_of(source))
            if self._store.manifest(source).imported:
                raise refusals.name_taken(source)
        return source
