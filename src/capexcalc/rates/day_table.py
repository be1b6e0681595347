"""For long processes: all that a source says of a day, so that a quote costs a few look-ups."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from .legal_facts import changed_units, same_code
from .quote import Leg, observed_leg
from .source_rates import SourceRates

_ONE_DAY = timedelta(days=1)


class _Row(NamedTuple):
    """One line of a year's file."""

    observed: date
    columns: Mapping[str, int]
    fields: Sequence[str]


class Legs(dict[str, Leg | None]):
    """The legs of a day by currency, each made when it is asked for first; None for the source's own.

    A KeyError means that the currency has no rate, or cannot be answered from this day alone.
    """

    __slots__ = ("_columns", "_ended", "_fields", "_observed", "_own", "_source")

    def __init__(self, row: _Row | None, source: str, own: str, ended: Container[str] = ()) -> None:
        if row is not None:
            self[own] = None
        self._observed, self._columns, self._fields = row or _Row(date.min, {}, ())
        self._source, self._own, self._ended = source, own, ended

    def __missing__(self, code: str) -> Leg:
        try:
            text = self._fields[self._columns[code]]
            rate = Decimal(text)
        except (InvalidOperation, IndexError):
            raise KeyError(code) from None  # whoever reads it line by line says what is wrong
        if not rate or not text[0].isdigit() or code in self._ended:
            raise KeyError(code)
        leg = self[code] = observed_leg(self._own, code, rate, self._observed, self._source)
        return leg


class Days:
    """The days of a source that publishes units of each currency per one of its own, a year at a time.

    A day without an observation has the last one, up to ``max_gap`` days after it and to ``today``. What is
    not found may have an answer all the same, by law or of an earlier day.
    """

    def __init__(self, source: SourceRates, *, max_gap: int, today: date) -> None:
        self._source = source
        self._max_gap = max_gap
        self._today = today
        self._years: set[int] = set()
        self._rows: dict[date, _Row] = {}
        # Days from which a currency is not what it was on the day before: gone, or another unit.
        spans = source.manifest.spans
        turns = {leg.observed for code in spans for leg in same_code(code)}
        turns.update(last + _ONE_DAY for _, last in spans.values())
        self._turns = sorted(turns.union(*map(source.turns, source.manifest.pauses)))
        # Every day that was asked for.
        self.known: dict[date, Legs] = {}

    def learn(self, on: date) -> Legs:
        """Add a day to ``known``."""
        legs = self.known[on] = self._legs(on)
        return legs

    def _legs(self, on: date) -> Legs:
        if on.year not in self._years:
            self._years.add(on.year)
            self._rows.update(self._days(on.year))
        row = self._rows.get(on)
        source, own = self._source, self._source.manifest.base
        if row is None or on == row.observed:
            return Legs(row, source.id, own)
        if bisect_right(self._turns, on) == bisect_right(self._turns, row.observed):
            return self.known.get(row.observed) or self.learn(row.observed)
        ended = {
            code
            for code in row.columns
            if not source.spans_day(code, on) or changed_units([code], row.observed, on)
        }
        return Legs(row, source.id, own, ended)

    def _days(self, year: int) -> Iterator[tuple[date, _Row]]:
        """The days of a year; the first of them have the last observation of the year before."""
        rows = [*self._lines(year - 1, slice(-1, None)), *self._lines(year, slice(None))]
        for number, row in enumerate(rows, start=1):
            end = rows[number].observed - _ONE_DAY if number < len(rows) else date(year, 12, 31)
            day = max(row.observed, date(year, 1, 1))
            # A day too few here costs time alone: it is answered as in a book that was asked for little.
            while day <= min(end, self._today) and (day - row.observed).days <= self._max_gap:
                yield day, row
                day += _ONE_DAY

    def _lines(self, year: int, which: slice) -> Iterator[_Row]:
        if (file := self._source.year(year)) is not None:
            for observed, fields in file.split(which):
                yield _Row(observed, file.columns, fields)
