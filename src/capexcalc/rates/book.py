"""The rate book: what one currency was worth in another on a date, or on average over a period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

from ..cache.store import Store
from ..errors import NoRateError
from ..money.currencies import is_currency, unknown_currency
from ..money.interval import Interval
from ..money.money import EXACT, PRINTED
from ..money.periods import Period
from . import refusals
from .holdings import Holdings
from .legal_facts import changed_units
from .quote import Quote, chained, method_of, of_one_day
from .routes import Route, routes, stretches

if TYPE_CHECKING:
    from .day_table import Days, Legs

_Asked = TypeVarTuple("_Asked")
_T = TypeVar("_T")

# So many answers are remembered: a claim is tried in many currencies, and the next one in the same. It bounds
# memory alone: an answer that was forgotten is found again.
_MOST = 10_000

# Reading a year whole costs as much as this many quotes from it.
_MANY = 32

# For how many days a rate is carried forward if nobody says otherwise: over any holidays, and from one weekly
# table to the next.
MAX_GAP = 7


class RateBook:
    """Reference rates with their provenance.

    ``today`` bounds what may be asked. A rate is carried forward to days without one, for at most ``max_gap``
    days, and never backward. ``source`` names one of the cache's; ``auto`` takes for each pair the first of
    TRUSTED that was publishing it then, pegs among them, and never two sources in one cross. What is fixed
    by law holds whatever the source. ``holdings`` is what there is to answer from. Every method raises
    CacheError if the cache is missing or damaged.
    """

    def __init__(self, store: Store, *, today: date, max_gap: int = MAX_GAP, source: str = "auto") -> None:
        self._store = store
        self.holdings = Holdings(store, source, max_gap)
        self._today = today
        self._max_gap = max_gap
        self._asked = 0
        self._answers: dict[tuple[object, ...], Any] = {}
        self._days: Days | None = None
        self._legs: Mapping[date, Legs] = {}

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
        return self._once(self._quote, base, quote, on)

    def _quote(self, base: str, quote: str, on: date) -> Quote:
        if on > self._today:
            raise refusals.future_date(on, self._today)
        if base == quote:
            return self._identity(base, on)
        self._count()
        if self._days is not None and on not in self._legs:
            self._days.learn(on)
            return self.quote(base, quote, on)
        way = self.holdings.way(base, quote, on)
        if way.source is None:
            found, observed = way.legs(on, ()), on
            source = "peg" if any(leg.source == "peg" for leg in found) else "fixed"
        else:
            try:
                observed, values = way.source.last(way.columns, on)
            except NoRateError as error:
                raise self._pointing_elsewhere(error, way, base, quote, on) from None
            found, source = self.holdings.marked(way.legs(observed, values), way, on), way.source.id
        rate = chained(base, found, PRINTED)
        return Quote(base, quote, rate, on, observed, method_of(base, found), source, found)

    def band(self, base: str, quote: str, on: date) -> Interval:
        """What the rate may have been on the market about the day of the observation that ``quote`` takes.

        One figure where the law fixes it. Raises what ``quote`` raises.
        """
        return self._once(self._band, base, quote, on)

    def _band(self, base: str, quote: str, on: date) -> Interval:
        from .bands import band_about, band_of_facts

        found = self.quote(base, quote, on)
        way = self.holdings.way(base, quote, on) if base != quote else None
        if way is None or way.source is None:
            rate = chained(base, found.legs, EXACT)
            return band_of_facts(rate, pegged=found.method == "peg")
        return band_about(base, way, found.observed, self._today)

    def band_over(self, base: str, quote: str, period: Period) -> Interval:
        """What the rate may have been on the market on any day of a ``period`` that is over.

        Raises NoRateError as ``average`` does; where only the average of a year is known, that widened.
        """
        return self._once(self._band_over, base, quote, period)

    def _band_over(self, base: str, quote: str, period: Period) -> Interval:
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
        none. For calendar years and whole months that no source covers there may be averages published as
        such.
        Raises NoRateError: ``unknown_currency``, ``no_rates_for``, ``partly_covered``, ``redenominated``.
        """
        return self._once(self._average, base, quote, period, partial)

    def _average(self, base: str, quote: str, period: Period, partial: bool) -> Quote:
        if base == quote:
            return self._identity(base, period.end)
        from .averages import mean, published

        self.holdings.check(base, quote)
        self.holdings.check_born(period.start, base, quote)
        if turned := changed_units((base, quote), period.start, period.end):
            raise refusals.two_units(period, turned)
        if period.end <= self._today and (fact := self._constant(base, quote, period)):
            return fact
        found = []
        for source in self.holdings.sources:
            found.append(mean(base, quote, period, source, pegged=self.holdings.pegged))
            if found[-1].whole and period.end <= self._today:
                return found[-1].quote(base, quote, period)
            if found[-1].served:
                break  # it has the pair, if not on every day: no lesser source is asked
        for each in found:
            if partial and each.observed:
                return each.quote(base, quote, period)
        for source in self.holdings.annual:
            if quoted := published(base, quote, period, source, pegged=self.holdings.pegged):
                return quoted
        for each in sorted(found, key=lambda each: not each.served):
            ways = routes(base, quote, period.end, [each.source], pegged=self.holdings.pegged)
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
        self.holdings.check(base, quote)
        return self._series(base, quote, start, min(end, self._today))

    def newest(self, *codes: str) -> date:
        """Date of the newest observation up to today: of the most trusted source, and of each of ``codes``
        that only another one has."""
        return self.holdings.newest(self._today, *codes)

    @property
    def today(self) -> date:
        """The last day that may be asked for."""
        return self._today

    @property
    def ahead(self) -> bool:
        """Whether there are rates of days to come: then the clock is behind."""
        return self.holdings.first.manifest.newest > self._today

    @property
    def settled(self) -> date:
        """The day after which no answer changes any more, but for days that are yet to come."""
        return min(self.holdings.reaches + timedelta(days=self._max_gap + 1), self._today)

    @property
    def max_gap(self) -> int:
        """For how many days a rate is carried forward."""
        return self._max_gap

    def _once(self, answer: Callable[[*_Asked], _T], *asked: *_Asked) -> _T:
        """What was answered before, if it was asked."""
        key = answer.__name__, *asked
        known: _T | None = self._answers.get(key)  # in one step, whatever another thread does
        if known is not None:
            return known
        if len(self._answers) >= _MOST:
            self._answers.clear()
        found = self._answers[key] = answer(*asked)
        return found

    def _count(self) -> None:
        """Turn to whole days once they pay: a run that asks for a few rates reads only those."""
        self._asked += 1
        first = self.holdings.first
        if self._asked == _MANY and first.row.quotes == "units" and not first.row.rhythm:
            from .day_table import Days

            self._days = Days(first, max_gap=self._max_gap, today=self._today)
            self._legs = self._days.known

    def _identity(self, code: str, on: date) -> Quote:
        if not is_currency(code):
            raise unknown_currency(code)
        return Quote(code, code, Decimal(1), on, on, "direct", self.holdings.first.id)

    def _constant(self, base: str, quote: str, period: Period) -> Quote | None:
        """The rate that law or pegs alone give, if it is one all the time."""
        held = self.holdings
        parts = stretches(base, quote, period.start, period.end, [held.first], pegged=held.pegged)
        ways = {way for *_, way in parts}
        if len(ways) != 1 or (way := ways.pop()) is None or way.source:
            return None
        return replace(self.quote(base, quote, period.end), from_=period.start, to=period.end)

    def _pointing_elsewhere(
        self, error: NoRateError, way: Route, base: str, quote: str, on: date
    ) -> NoRateError:
        """``error``, with the rate of a lesser source, which is not taken in silence."""
        for source in self.holdings.sources[1:] if way.source is self.holdings.first else ():
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
        held = self.holdings
        for first, last, way in stretches(base, quote, start, end, held.sources, pegged=held.pegged):
            if way is not None:
                publishing = way.source or held.first
                yield from way.rates(base, publishing.rows(way.columns, first, last))
