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
# The file has them in this order already, which is not taken for granted.
_DAYS = (
    "SELECT coalesce(rate, 'nan') AS rate, answer, "
    "CAST(coalesce(observed - DATE '1970-01-01', {1}) AS INTEGER) AS observed "
    "FROM calendar_{0} ORDER BY id, as_of"
)
_SPANS = (
    "SELECT coalesce(first - DATE '1970-01-01', 0), coalesce(last - DATE '1970-01-01', -1) "
    "FROM codes LEFT JOIN spans_{} USING (id) ORDER BY id"
)
# No day: infinity, as DuckDB has it.
_NEVER = 2**31 - 1


class Lookup:
    """The calendars of ``targets`` in ``con``, by currency and day."""

    def __init__(self, con: DuckDBPyConnection, calendar: CalendarTable, targets: Sequence[str]) -> None:
        self._answers: list[list[Any]] = []
        days: list[_Days] = []
        fields = []
        for number, target in enumerate(targets):
            calendar.load(number, target)
            answers = con.execute(f"SELECT status, source, method FROM answers_{number} ORDER BY answer")
            self._answers.append(answers.fetchall())
            days.append(_Days(con, number))
            fields += [field.format(number, target.lower()) for field in _FIELDS]
        ((self._none,),) = con.execute("SELECT count(*) FROM codes").fetchall()
        con.execute("CREATE TYPE codes_ AS ENUM (SELECT currency FROM codes ORDER BY id)")

        def answered(ids: Any, asked: Any) -> list[Any]:
            return [each for one in days for each in one.at(ids, asked)]

        define(con, "answered", ["USMALLINT", "DATE"], fields, answered)

    def meet(self, rows: str, today: date) -> str:
        """As a Dialect has it."""
        # As it stands first, which is quicker and is mostly enough.
        tried = (f"enum_code(TRY_CAST({each} AS codes_))" for each in ("currency_", "upper(trim(currency_))"))
        currency = f"coalesce({', '.join(tried)}, {self._none})"
        day = f"CASE WHEN day_ <= DATE '{today}' THEN day_ ELSE DATE 'infinity' END"
        return f"(SELECT *, answered(CAST({currency} AS USMALLINT), {day}) AS c FROM {rows}) AS k"

    def said(self, column: str) -> str:
        """As a Dialect has it."""
        place = ("status", "rate_source", "rate_method").index(column)
        lists = (", ".join(_text(answer[place]) for answer in answers) for answers in self._answers)
        return one_or_each([f"([{texts}])[c.answer_{n} + 1]" for n, texts in enumerate(lists)])


class _Days:
    """Rates, observations and answers of one target, currency by currency and day by day.

    Days count from 1970. Those of a currency, from ``_first`` to ``_last``, stand from ``_base`` on. The last
    of the days is none, and so is the last of the currencies.
    """

    def __init__(self, con: DuckDBPyConnection, number: int) -> None:
        import numpy

        spans = [*con.execute(_SPANS.format(number)).fetchall(), (0, -1)]
        self._first, self._last = numpy.array(spans, numpy.int32).T
        lengths = self._last - self._first + 1
        self._base = numpy.cumsum(lengths) - lengths
        # Side by side, as most of the time is spent waiting for memory.
        self._kind = numpy.dtype([("rate", "f8"), ("observed", "i4"), ("answer", "i4")])
        self._days = numpy.empty(lengths.sum() + 1, self._kind)
        self._days[-1] = numpy.nan, _NEVER, _NEVER
        table = con.execute(_DAYS.format(number, _NEVER)).fetchnumpy()
        for name in self._kind.names or ():
            self._days[name][:-1] = table[name]

    def at(self, ids: Any, asked: Any) -> list[Any]:
        """Rates, observations and answers for currencies on days: arrays of Arrow, as it has no types.

        A currency that is none has the number after the last, and a day that is none is infinity.
        """
        import numpy
        from pyarrow import date32, float64, int8

        currency, day = _numbers(ids, "u2"), _numbers(asked, "i4")
        first, last = self._first[currency], self._last[currency]
        place = self._base[currency] + numpy.clip(day, first, last) - first
        place[(last < first) | (day == _NEVER)] = -1
        # A number of as many bytes is taken in one piece.
        found = self._days.view("c16").take(place).view(self._kind)
        rate, observed, answer = (found[name] for name in self._kind.names or ())
        return [
            _array(float64(), rate, ~numpy.isnan(rate)),
            _array(date32(), observed, observed != _NEVER),
            _array(int8(), answer.astype("i1"), answer != _NEVER),
        ]


# What follows is also in PyArrow, where it loads pandas if there is one.


def _numbers(array: Any, kind: str) -> Any:
    """An array of Arrow without nulls, as one of NumPy."""
    import numpy

    return numpy.frombuffer(array.buffers()[1], kind)[array.offset : array.offset + len(array)]


def _array(kind: Any, values: Any, valid: Any) -> Any:
    """An array of Arrow, with nulls where it is not ``valid``."""
    import numpy
    import pyarrow

    bits = numpy.packbits(valid, bitorder="little")
    buffers = map(pyarrow.py_buffer, (bits, numpy.ascontiguousarray(values)))
    return pyarrow.Array.from_buffers(kind, len(values), [*buffers])


def _text(text: str | None) -> str:
    return "NULL" if text is None else literal(text)
