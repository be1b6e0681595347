"""The rate book: what one currency was worth in another on a date, or on average over a period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cached_property

from ..errors import UsageError
from ..money.currencies import is_currency, unknown_currency
from ..money.money import EXACT, Money
from ..money.periods import Period
from . import coverage
from .quote import Leg, Method, Quote
from .store import Manifest, Store

SOURCES = ("ecb",)

# Printed rates: more digits than any published rate bears.
_PRINTED = Context(prec=28, rounding=ROUND_HALF_EVEN)


class RateBook:
    """Reference rates of one source.

    ``today`` bounds what may be asked. A rate is carried forward to days without one, for at most ``max_gap``
    days, and never backward. ``source`` is one of SOURCES; ``auto`` is the first, the most trusted.
    Every method raises CacheError if the cache is missing or damaged.
    """

    def __init__(self, store: Store, *, today: date, max_gap: int = 7, source: str = "auto") -> None:
        self._store = store
        self._today = today
        self._max_gap = max_gap
        self._source = _resolve(source)

    def quote(self, base: str, quote: str, on: date) -> Quote:
        """The last rate observed on or before ``on``; a cross takes both legs from the same date.

        Raises NoRateError: ``unknown_currency``, ``no_rates_for``, ``future_date``, ``before_first``,
        ``after_last``, ``too_old``, ``gap``.
        """
        if on > self._today:
            raise coverage.future_date(on, self._today)
        if base == quote:
            return self._identity(base, on)
        codes = self._codes(base, quote)
        self._check_bounds(codes, on)
        observed, values = self._last(codes, on)
        home = self._manifest.base
        legs = tuple(Leg(home, *leg, observed, self._source) for leg in zip(codes, values, strict=True))
        method = self._method(base, quote)
        return Quote(base, quote, _rate(method, values, _PRINTED), on, observed, method, self._source, legs)

    def average(self, base: str, quote: str, period: Period, *, partial: bool = False) -> Quote:
        """The arithmetic mean of the daily rates observed in ``period``, with their count.

        The period is wholly covered if it is over and the pair has a rate on every day in it on which the
        source published any; ``partial`` makes do with fewer, but not with none.
        Raises NoRateError: ``unknown_currency``, ``no_rates_for``, ``partly_covered``.
        """
        if base == quote:
            return self._identity(base, period.end)
        method, codes = self._method(base, quote), self._codes(base, quote)
        total, observed, published = Decimal(0), [], 0
        for day, values in self._rows(codes, period.start, period.end):
            published += 1
            if values is not None:
                observed.append(day)
                total = EXACT.add(total, _rate(method, values, EXACT))
        whole = len(observed) == published and self._reaches(period)
        if not observed or not (whole or partial):
            spans = {code: self._manifest.spans[code] for code in codes}
            raise coverage.partly_covered(spans, period, observed, published, self._manifest.title)
        return Quote(
            base,
            quote,
            _PRINTED.plus(EXACT.divide(total, Decimal(len(observed)))),
            as_of=period.end,
            observed=observed[-1],
            method="average",
            source=self._source,
            from_=period.start,
            to=period.end,
            observations=len(observed),
        )

    def series(self, base: str, quote: str, start: date, end: date) -> Iterator[tuple[date, Decimal]]:
        """Observation dates from ``start`` to ``end``, ascending, with the day's rate at 50 digits.

        Raises NoRateError: ``unknown_currency``, ``no_rates_for``.
        """
        method = self._method(base, quote)
        rows = self._rows(self._codes(base, quote), start, end)
        return ((day, _rate(method, values, EXACT)) for day, values in rows if values is not None)

    def newest(self) -> date:
        """Date of the newest observation in the cache."""
        return self._manifest.newest

    def span(self, code: str) -> tuple[date, date]:
        """First and last observation of ``code``.

        Raises NoRateError: ``unknown_currency``, ``no_rates_for``.
        """
        codes = self._codes(code)
        return self._manifest.spans[code] if codes else (self._manifest.oldest, self._manifest.newest)

    def codes(self) -> tuple[str, ...]:
        """Every currency the source has, its base among them, sorted."""
        return tuple(sorted({self._manifest.base, *self._manifest.spans}))

    def published(self) -> Iterator[tuple[str, date, list[tuple[str, str]]]]:
        """Every observation there is: source, day, and each currency's rate as published; days ascend."""
        for year in sorted(self._manifest.files):
            for day, rates in self._store.year(self._source, year).published():
                yield self._source, day, rates

    def title(self, source: str) -> str:
        """What ``source`` calls its rates. Raises UsageError (``unknown_source``)."""
        return self._store.manifest(_resolve(source)).title

    def cite(self, amount: Money, converted: Money, quote: Quote) -> str:
        """The conversion in one sentence with its rate, date and source, ready to quote."""
        from .citation import cite

        return cite(amount, converted, quote, self.title(quote.source))

    @property
    def today(self) -> date:
        """The last day that may be asked for."""
        return self._today

    @property
    def max_gap(self) -> int:
        """For how many days a rate is carried forward."""
        return self._max_gap

    @cached_property
    def _manifest(self) -> Manifest:
        return self._store.manifest(self._source)

    def _identity(self, code: str, on: date) -> Quote:
        if not is_currency(code):
            raise unknown_currency(code)
        return Quote(code, code, Decimal(1), on, on, "direct", self._source)

    def _method(self, base: str, quote: str) -> Method:
        home = self._manifest.base
        return "direct" if base == home else "inverse" if quote == home else "cross"

    def _codes(self, *pair: str) -> tuple[str, ...]:
        """The columns to read for a pair: the source's base has none."""
        for code in pair:
            if not is_currency(code):
                raise unknown_currency(code)
        codes = tuple(code for code in pair if code != self._manifest.base)
        for code in codes:
            if code not in self._manifest.spans:
                raise coverage.no_rates_for(code, self.codes(), self._manifest.title)
        return codes

    def _check_bounds(self, codes: Sequence[str], on: date) -> None:
        manifest = self._manifest
        for code in codes:
            first, last = span = manifest.spans[code]
            if on < first:
                raise coverage.before_first(code, on, span, manifest.title)
            # Only where others go on: if all end here, it is the cache that is old.
            if on > last and last < manifest.newest:
                raise coverage.after_last(code, on, span, manifest.title)
        if (on - manifest.newest).days > self._max_gap:
            raise coverage.too_old("/".join(codes), on, manifest.newest, self._max_gap, manifest.title)

    def _last(self, codes: Sequence[str], on: date) -> tuple[date, tuple[Decimal, ...]]:
        """The last observation of all ``codes`` on or before ``on``, from as few files as hold it."""
        before = _first_complete(self._rows(codes, date.min, on, newest_first=True))
        if before is not None and (on - before[0]).days <= self._max_gap:
            return before
        after = _first_complete(self._rows(codes, on, date.max))
        days = [found[0] for found in (before, after) if found is not None]
        raise coverage.gap("/".join(codes), on, days, self._max_gap, self._manifest.title)

    def _rows(
        self, codes: Sequence[str], start: date, end: date, *, newest_first: bool = False
    ) -> Iterator[tuple[date, tuple[Decimal, ...] | None]]:
        """The days of publication from ``start`` to ``end``; a year's file is opened when it is reached."""
        for year in sorted(self._manifest.files, reverse=newest_first):
            if start.year <= year <= end.year:
                yield from self._store.year(self._source, year).rows(
                    codes, start, end, newest_first=newest_first
                )

    def _reaches(self, period: Period) -> bool:
        """Whether the source's own first and last observation, carried as far as allowed, span ``period``."""
        early, late = self._manifest.oldest - period.start, period.end - self._manifest.newest
        return max(early, late).days <= self._max_gap and period.end <= self._today


def _rate(method: Method, values: Sequence[Decimal], context: Context) -> Decimal:
    """The rate that follows from a day's published ``values``, which are in the order of the pair."""
    if not values:
        return Decimal(1)
    if method == "direct":
        return values[0]
    return context.divide(Decimal(1) if method == "inverse" else values[1], values[0])


def _first_complete(
    rows: Iterator[tuple[date, tuple[Decimal, ...] | None]],
) -> tuple[date, tuple[Decimal, ...]] | None:
    return next(((day, values) for day, values in rows if values is not None), None)


def _resolve(source: str) -> str:
    if source == "auto":
        return SOURCES[0]
    if source not in SOURCES:
        hint = f"sources: auto, {', '.join(SOURCES)}"
        raise UsageError("unknown_source", f"unknown source of rates: {source}", hint)
    return source
