"""What one source observed: the last rates on or before a day, and the days between two others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Literal

from ..cache.manifest import Manifest
from ..cache.store import Store
from ..cache.year_file import YearFile
from ..errors import CacheError
from . import refusals
from .legal_facts import changed_units, faces, is_replaced, same_unit
from .quote import Leg
from .sources import source_of

_ONE_DAY = timedelta(days=1)

# A day of publication, with the rates of the currencies asked for, or None where one of them has none.
Row = tuple[date, tuple[Decimal, ...] | None]


class SourceRates:
    """The observations of the source ``id``; a rate is carried forward for at most ``max_gap`` days."""

    def __init__(self, store: Store, id: str, max_gap: int) -> None:
        self.id = id
        self._store = store
        self._max_gap = max_gap
        self.row = source_of(id)
        # Whether the rates are prices of one unit in the source's own currency.
        self.prices = self.row.priced

    @cached_property
    def manifest(self) -> Manifest:
        return self._store.manifest(self.id)

    @property
    def exists(self) -> bool:
        """Whether the cache has this source at all."""
        try:
            return bool(self.manifest)
        except CacheError as error:
            if error.code == "cache_missing":
                return False
            raise

    def spans_day(self, code: str, day: date) -> bool:
        """Whether ``day`` lies between the first and the last observation of ``code``, and in no pause."""
        span = self.manifest.spans.get(code)
        if span is None:
            return code == self.manifest.base
        return span[0] <= day <= span[1] and not (code in self.manifest.pauses and self.stopped(code, day))

    def span(self, code: str) -> tuple[date, date]:
        """First and last observation of ``code``; of the source's own currency, of any."""
        return self.manifest.spans.get(code, (self.manifest.oldest, self.manifest.newest))

    def serves(self, columns: Sequence[str], day: date) -> bool:
        """Whether all of ``columns`` were being published then: begun, not given up, and not in a pause."""
        return all(self.span(code)[0] <= day and not self.stopped(code, day) for code in columns)

    def stopped(self, code: str, day: date) -> bool:
        """Whether the source went on without ``code`` that day, for good or for a while."""
        end, pauses = self._end(code), self.manifest.pauses.get(code, ())
        return (end is not None and day > end) or any(last < day < first for last, first in pauses)

    def turns(self, code: str) -> set[date]:
        """The days on which ``serves`` may change its mind."""
        pauses, end = self.manifest.pauses.get(code, ()), self._end(code)
        ends = [*(last for last, _ in pauses), *([end] if end else [])]
        begins = [self.span(code)[0], *(first for _, first in pauses)]
        return {*begins, *(day + _ONE_DAY for day in ends)}

    def _end(self, code: str) -> date | None:
        """The last day that ``code`` serves; None while it may go on: if all end there, it is the cache that
        is old. What the law replaced has ended with good reason: its last rate is carried as any other."""
        last = self.span(code)[1]
        if not self._given_up(code):
            return None
        return last + timedelta(days=self._reach(last)) if is_replaced(code) else last

    def _given_up(self, code: str) -> bool:
        """Whether the others go on without it, for longer than a hole in an answer lasts."""
        late = self.manifest.newest - self.span(code)[1]
        return late.days > max(self.row.rhythm, self.row.late)

    def newest(self, today: date, code: str = "") -> date:
        """The last day not after ``today`` with a rate, of ``code`` if it is given."""
        last = self.span(code)[1] if code else self.manifest.newest
        days = self.rows(self.columns(code), date.min, today, newest_first=True)
        found = _first_complete(days) if last > today else None  # then the clock is behind
        return found[0] if found else last

    def has(self, code: str) -> bool:
        """Whether there are rates of ``code``, be it the source's own currency or an old name of that."""
        manifest = self.manifest
        return code in manifest.spans or code == manifest.base or bool(same_unit(code, manifest.base))

    def columns(self, *codes: str) -> tuple[str, ...]:
        """Those of ``codes`` that have a column of rates: the source's own currency has none."""
        return tuple(code for code in codes if code in self.manifest.spans)

    def first(self, columns: Sequence[str]) -> date:
        """The day from which all of ``columns`` have rates."""
        return max((self.manifest.spans[code][0] for code in columns), default=self.manifest.oldest)

    def last(self, columns: Sequence[str], on: date) -> tuple[date, tuple[Decimal, ...]]:
        """The last observation of all ``columns`` on or before ``on``, from as few files as hold it.

        Raises NoRateError ``before_first``, ``after_last``, ``too_old``, ``gap``, ``redenominated``.
        """
        self.check_bounds(columns, on)
        before = _first_complete(self.rows(columns, date.min, on, newest_first=True))
        near = before is not None and (on - before[0]).days <= self._reach(before[0])
        turned = changed_units(columns, before[0], on) if before and near else None
        if before and near and not turned:
            return before
        after = _first_complete(self.rows(columns, on, date.max))
        days = [found[0] for found in (before, after) if found is not None]
        if turned:
            raise refusals.other_unit(turned, on, days, self.manifest.title)
        pair, title = "/".join(columns), self.manifest.title
        reach = (on, on - timedelta(days=self._reach(on)))
        from .quarantine import quarantine  # here: most rates are found

        kept_out = (quarantine(self.id, code, day) for code in columns for day in reach)
        if known := next(filter(None, kept_out), None):
            raise refusals.in_quarantine(pair, on, days, known.detail, title)
        raise refusals.gap(pair, on, days, self._max_gap, title)

    def check_bounds(self, columns: Sequence[str], on: date) -> None:
        """Raises NoRateError ``before_first``, ``after_last``, ``too_old``."""
        manifest = self.manifest
        # The latest beginning first: that is the bound of the pair.
        for code in sorted(columns, key=lambda code: manifest.spans[code][0], reverse=True):
            first, last = span = manifest.spans[code]
            if on < first:
                raise refusals.before_first(code, on, span, manifest.title)
            if on > last and self._given_up(code) and not is_replaced(code):
                raise refusals.after_last(code, on, span, manifest.title)
        newest = min((manifest.spans[code][1] for code in columns), default=manifest.newest)
        if on > manifest.newest and (on - newest).days > self._reach(newest):
            raise refusals.too_old("/".join(columns), on, newest, self._max_gap, manifest.title)

    def bounds(self, columns: Sequence[str]) -> set[date]:
        """The days on which ``check_bounds`` may change its mind."""
        ends = {self.manifest.newest, *(self.span(code)[1] for code in columns)}
        firsts = {self.span(code)[0] for code in columns}
        return firsts | {last + timedelta(days=n + 1) for last in ends for n in (0, self._reach(last))}

    def _reach(self, observed: date) -> int:
        return self.row.carried(observed, self._max_gap)

    def rows(
        self, columns: Sequence[str], start: date, end: date, *, newest_first: bool = False
    ) -> Iterator[Row]:
        """The days of publication from ``start`` to ``end``; a year's file is opened when it is reached."""
        for year in sorted(self.manifest.files, reverse=newest_first):
            if start.year <= year <= end.year:
                yield from self._store.year(self.id, year).rows(
                    columns, start, end, newest_first=newest_first
                )

    def year(self, year: int) -> YearFile | None:
        """The file of a year, if there is one."""
        return self._store.year(self.id, year) if year in self.manifest.files else None

    def covers(self, start: date, end: date, observed: Sequence[date], published: int) -> bool:
        """Whether the days ``observed``, of ``published`` in all, leave no time without a rate."""
        if not observed:
            return False
        if not self.row.rhythm:
            early, late = self.manifest.oldest - start, end - self.manifest.newest
            return len(observed) == published and max(early, late).days <= self._max_gap
        steps = zip((start, *observed), (*observed, end), strict=True)
        return all((after - before).days <= self.row.rhythm for before, after in steps)

    def legs(
        self, base: str, quote: str, observed: date, values: Sequence[Decimal], *, bare: bool = False
    ) -> tuple[Leg, ...]:
        """The way from ``base`` to ``quote`` over a day's ``values``, which are in the order of the pair.

        ``bare`` legs do not say how often their currency is published: that takes the days before.
        """
        own = self.manifest.base if not self.prices else faces(self.manifest.base, observed)[0][0]
        legs = [
            self._leg(code, own, value, observed, bare)
            for code, value in zip(self.columns(base, quote), values, strict=True)
        ]
        # What is called by another name than on the day of the observation.
        before = same_unit(base, own) or () if base not in self.manifest.spans else ()
        after = same_unit(own, quote) or () if quote not in self.manifest.spans else ()
        return (*before, *legs, *after)

    def _leg(self, code: str, own: str, value: Decimal, observed: date, bare: bool) -> Leg:
        often = None if bare else self._frequency(code, observed)
        base, quote = (code, own) if self.prices else (own, code)
        return Leg(base, quote, value, observed, self.id, frequency=often)

    def _frequency(
        self, code: str, observed: date
    ) -> Literal["weekly", "fortnightly", "monthly", "annual"] | None:
        """How often ``code`` was published about then, None if as often as anything."""
        if self.row.quotes in ("averages", "months"):
            return "annual" if self.row.quotes == "averages" else "monthly"
        if not self.row.rhythm:
            return None
        start = max(self.span(code)[0], observed - timedelta(days=self.row.rhythm))
        days = list(self.rows([code], start, observed))
        taken = [day for day, values in days if values is not None]
        if len(days) <= 2 * len(taken):
            return None
        return "fortnightly" if observed < self.row.weekly_from else "weekly"


def _first_complete(rows: Iterator[Row]) -> tuple[date, tuple[Decimal, ...]] | None:
    return next(((day, values) for day, values in rows if values is not None), None)
