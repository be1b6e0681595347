"""The rate calendar as a function that DuckDB calls with a few thousand rows at a time.

A join would answer as well, and forget the order of the rows: DuckDB keeps it only where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ..money.currencies import all_codes
from ..money.currency_cells import Unit, parts, unit_of
from .arrays import array, different, numbers, taken, texts, valid
from .arrow import call
from .averages import Average, Averages
from .calendar import CalendarTable
from .day_rates import NEVER, DayRates
from .engine import define
from .printed import EPOCH
from .quoting import literal
from .sql import one_or_each

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIELDS = ("rate_{1} DOUBLE", "observed_{0} DATE", "answer_{0} TINYINT")
_TEXTS = ("status", "rate_source", "rate_method")
# Cells of currencies that are known at a time, or those of one piece of a column.
_KNOWN = 4096

# Status, source and method.
Answer = tuple[str, str | None, str | None]


class Lookup:
    """The calendars of ``targets`` in ``con``, by currency and day; with ``averages``, by period as well.

    ``days`` and ``answers`` (status, source and method by number) are those of each target.
    """

    def __init__(
        self,
        con: DuckDBPyConnection,
        calendar: CalendarTable,
        targets: Sequence[str],
        averages: Averages | None = None,
    ) -> None:
        self._con, self._targets, self._averages = con, targets, averages
        self.days = [DayRates(con, calendar.file(target)) for target in targets]
        self.answers = [[_or_none(answer) for answer in one.answers] for one in self.days]
        self._units = Units()

    def define(self) -> None:
        """Let ``con`` call it."""
        fields = [
            field.format(number, target.lower())
            for number, target in enumerate(self._targets)
            for field in _FIELDS
        ]
        if self._averages is None:
            define(self._con, "answered", ["VARCHAR", "DATE"], fields, self._at)
        else:
            fields += [f"{text}_{number} VARCHAR" for number in range(len(self.days)) for text in _TEXTS]
            define(self._con, "answered", ["VARCHAR", "DATE", "DATE"], fields, self._over)

    def meet(self, rows: str, today: date) -> str:
        """As a Dialect has it."""
        day = f"CASE WHEN day_ <= DATE '{today}' THEN day_ ELSE DATE 'infinity' END"
        last = "" if self._averages is None else ", CAST(last_ AS DATE)"
        return f"(SELECT *, answered(currency_, {day}{last}) AS c FROM {rows}) AS k"

    def said(self, column: str) -> str:
        """As a Dialect has it."""
        place = _TEXTS.index(column)
        if self._averages is not None:
            return one_or_each([f"c.{column}_{n}" for n in range(len(self.days))])
        lists = (", ".join(_text(answer[place]) for answer in answers) for answers in self.answers)
        return one_or_each([f"([{texts}])[c.answer_{n} + 1]" for n, texts in enumerate(lists)])

    def _at(self, currencies: Any, asked: Any) -> list[Any]:
        units, day = self._units.of(currencies), numbers(asked, "i4")
        return [array(*each) for one in self.days for each in one.at(*units, day)]

    def _over(self, currencies: Any, asked: Any, lasts: Any) -> list[Any]:
        """As ``_at``, with what the answers mean, and averages where a period is asked for."""
        import numpy

        units, day = self._units.of(currencies), numbers(asked, "i4")
        periods = numpy.flatnonzero(valid(lasts) & (day != NEVER))
        averages = [
            self._averages.of(unit, first, last) if self._averages and unit else None
            for unit, first, last in zip(
                self._units.units(taken(currencies, periods)),
                taken(asked, periods).to_pylist(),
                taken(lasts, periods).to_pylist(),
                strict=True,
            )
        ]
        figures: list[Any] = []
        meanings: list[Any] = []
        for number, one in enumerate(self.days):
            found = one.at(*units, day)
            own = [each[number] if each else None for each in averages]
            said = self._meanings(number, found[2])
            for place, average in zip(periods.tolist(), own, strict=True):
                _put(found, said, place, average)
            figures += [array(*each) for each in found]
            meanings += map(texts, said)
        return figures + meanings

    def _meanings(self, number: int, answer: tuple[Any, Any, Any]) -> list[list[str | None]]:
        """Status, source and method of the answers."""
        _, values, there = answer
        means = [*self.answers[number], (None, None, None)]
        read = [means[place] for place in (values * there - ~there).tolist()]
        return [list(column) for column in zip(*read, strict=True)]


def _put(found: Sequence[Any], said: Sequence[Any], place: int, average: Average | None) -> None:
    """An average in the place of the answer for its first day."""
    rate, observed, answer = found
    rate[2][place] = average is not None and average.rate is not None
    observed[2][place] = average is not None and average.observed is not None
    answer[1][place], answer[2][place] = 0, average is not None
    if average is None:
        return
    if average.rate is not None:
        rate[1][place] = average.rate
    if average.observed is not None:
        observed[1][place] = average.observed.toordinal() - EPOCH
    for column, text in zip(said, average[2:], strict=True):
        column[place] = text


class _Known(NamedTuple):
    """Different cells, the same as an array, and how each is read; after the last, how none is."""

    cells: list[str]
    texts: Any
    numbers: Any
    parts: Any


class Units:
    """Cells of currencies as numbers: places among all codes, and the parts that one is divided into.

    A cell is read once, and known from then on, until too many are. ``none`` is the number after the last.
    """

    def __init__(self) -> None:
        self._ids = {code: number for number, code in enumerate(all_codes())}
        self.none = len(self._ids)
        self._usual = [*self._ids, *parts()]
        self._known = self._read(self._usual)

    def of(self, cells: Any) -> tuple[Any, Any]:
        """Of an array of texts; a currency that is none has the number ``none``. Threads may share it."""
        import numpy

        known = self._known  # at once: another thread may come to know others meanwhile
        found = call("index_in", cells, value_set=known.texts)
        if found.null_count:
            others = different(taken(cells, numpy.flatnonzero(~valid(found))))
            if others:
                before = known.cells
                if len(before) >= _KNOWN:
                    before, others = self._usual, different(cells)
                known = self._known = self._read(list(dict.fromkeys([*before, *others])))
                found = call("index_in", cells, value_set=known.texts)
        place = (
            numpy.where(valid(found), numbers(found, "i4"), -1) if found.null_count else numbers(found, "i4")
        )
        return known.numbers[place], known.parts[place]

    def _read(self, cells: list[str]) -> _Known:
        """How ``cells``, all different, are read."""
        import numpy

        read = numpy.array([*map(self._number, cells), (self.none, 1)], "i4")  # the last is none
        return _Known(cells, texts(cells, large=True), *read.T.copy())

    def units(self, cells: Any) -> list[Unit | None]:
        """The same as units."""
        return [None if cell is None else unit_of(cell) for cell in cells.to_pylist()]

    def _number(self, cell: str) -> tuple[int, int]:
        unit = unit_of(cell)
        return (self._ids[unit.code], unit.parts) if unit else (self.none, 1)


def _or_none(answer: Sequence[str]) -> Answer:
    status, source, method = answer
    return status, source or None, method or None


def _text(text: str | None) -> str:
    return "NULL" if text is None else literal(text)
