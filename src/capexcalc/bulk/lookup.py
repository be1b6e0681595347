"""The rate calendar as a function that DuckDB calls with a few thousand rows at a time.

A join would answer as well, and forget the order of the rows: DuckDB keeps it only where there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from .calendar import CalendarTable
from .engine import define
from .quoting import literal
from .sql import one_or_each

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIELDS = ("rate_{1} DOUBLE", "observed_{0} DATE", "answer_{0} TINYINT")
_COLUMNS = "SELECT rate, observed, answer FROM calendar_{} ORDER BY id, as_of"
_SPANS = (
    "SELECT coalesce(first - DATE '1970-01-01', 0), coalesce(last - DATE '1970-01-01', -1) "
    "FROM codes LEFT JOIN spans_{} USING (id) ORDER BY id"
)
# No day, and none that DuckDB has: its infinities are one further in.
_NEVER = -(2**31)


class Lookup:
    """The calendars of ``targets`` in ``con``, by currency and day."""

    def __init__(self, con: DuckDBPyConnection, calendar: CalendarTable, targets: Sequence[str]) -> None:
        self._answers: list[list[Any]] = []
        columns: list[_Columns] = []
        fields = []
        for number, target in enumerate(targets):
            calendar.load(number, target)
            answers = con.execute(f"SELECT status, source, method FROM answers_{number} ORDER BY answer")
            self._answers.append(answers.fetchall())
            columns.append(_Columns(con, number))
            fields += [field.format(number, target.lower()) for field in _FIELDS]
        con.execute("CREATE TYPE codes_ AS ENUM (SELECT currency FROM codes ORDER BY id)")

        def answered(ids: Any, days: Any) -> list[Any]:
            return [each for one in columns for each in one.at(ids, days)]

        define(con, "answered", ["USMALLINT", "DATE"], fields, answered)

    def meet(self, rows: str, today: date) -> str:
        """As a Dialect has it."""
        currency = "CAST(enum_code(TRY_CAST(currency_ AS codes_)) AS USMALLINT)"
        day = f"CASE WHEN day_ <= DATE '{today}' THEN day_ END"
        return f"(SELECT *, answered({currency}, {day}) AS c FROM {rows}) AS k"

    def said(self, column: str) -> str:
        """As a Dialect has it."""
        place = ("status", "rate_source", "rate_method").index(column)
        lists = (", ".join(_text(answer[place]) for answer in answers) for answers in self._answers)
        return one_or_each([f"([{texts}])[c.answer_{n} + 1]" for n, texts in enumerate(lists)])


class _Columns:
    """Rates, observations and answers of one target, currency by currency and day by day.

    ``_first`` and ``_last`` day of each currency count from 1970; its days stand from ``_base`` on.
    """

    def __init__(self, con: DuckDBPyConnection, number: int) -> None:
        import numpy

        table: Any = con.sql(_COLUMNS.format(number)).to_arrow_table()
        self._columns = [column.combine_chunks() for column in table.columns]
        # A currency without days, or none at all (the last place), has its first after its last.
        spans = [*con.execute(_SPANS.format(number)).fetchall(), (0, -1)]
        self._first, self._last = numpy.array(spans, numpy.int32).T
        lengths = self._last - self._first + 1
        self._base = numpy.cumsum(lengths) - lengths

    def at(self, ids: Any, days: Any) -> list[Any]:
        """Rates, observations and answers for currencies on days: arrays of Arrow, as it has no types."""
        import numpy
        import pyarrow

        currency = ids.fill_null(len(self._first) - 1).to_numpy()
        day = days.cast(pyarrow.int32()).fill_null(_NEVER).to_numpy()
        first, last = self._first[currency], self._last[currency]
        place = self._base[currency] + numpy.clip(day, first, last) - first
        places = pyarrow.array(place, mask=(last < first) | (day == _NEVER))
        return [column.take(places) for column in self._columns]


def _text(text: str | None) -> str:
    return "NULL" if text is None else literal(text)
