"""For long processes: all that a source says of a day, so that a quote costs a few look-ups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from .fixed import changed_unit
from .observed import SourceRates
from .quote import Leg

_ONE_DAY = timedelta(days=1)


# A currency that has no rate, or cannot be answered from this day alone, is missing.
Legs = dict[str, Leg | None]


class _Row(NamedTuple):
    """One line of a year's file."""

    observed: date
    columns: Mapping[str, int]
    fields: Sequence[str]


class Days:
    """The days of a source that publishes units of each currency per one of its own, a year at a time.

    A day without an observation has the last one, up to ``max_gap`` days after it and to ``today``. What is
    not found may have an answer all the same, by law or of an earlier day.
    """

    def __init__(self, source: SourceRates, *, max_gap: int, today: date) -> None:
        self._source = source
        self._own = source.manifest.base
        self._max_gap = max_gap
        self._today = today
        self._years: set[int] = set()
        self._rows: dict[date, _Row] = {}
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
        if row is None:
            return {}
        if on > row.observed:
            legs = self.known.get(row.observed) or self.learn(row.observed)
            ended = [
                code
                for code in legs
                if not self._source.spans_day(code, on) or changed_unit(code, row.observed, on)
            ]
            return {code: leg for code, leg in legs.items() if code not in ended} if ended else legs
        return {self._own: None, **dict(self._read(row))}

    def _read(self, row: _Row) -> Iterator[tuple[str, Leg]]:
        """A rate that cannot be read is passed over: whoever reads it line by line says what is wrong."""
        for (code, index), text in zip(row.columns.items(), row.fields, strict=False):
            try:
                rate = Decimal(text)
            except InvalidOperation:
                continue
            if index and rate.is_finite() and rate > 0:
                yield code, Leg(self._own, code, rate, row.observed, self._source.id)

    def _days(self, year: int) -> Iterator[tuple[date, _Row]]:
        """The days of a year; the first of them have the last observation of the year before."""
        rows = [*list(self._lines(year - 1))[-1:], *self._lines(year)]
        for number, row in enumerate(rows, start=1):
            end = rows[number].observed - _ONE_DAY if number < len(rows) else date(year, 12, 31)
            day = max(row.observed, date(year, 1, 1))
            while day <= min(end, self._today) and (day - row.observed).days <= self._max_gap:
                yield day, row
                day += _ONE_DAY

    def _lines(self, year: int) -> Iterator[_Row]:
        if (file := self._source.year(year)) is not None:
            dates = file.rows((), date.min, date.max)
            for line, (observed, _) in zip(file.lines, dates, strict=True):
                yield _Row(observed, file.columns, line.split(","))
