"""The rate calendar of one target as one array, currency by currency and day by day.

It is kept as a file beside the table it is made of, and mapped into memory: only what is asked for is read.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..money.currencies import all_codes
from .arrays import numbers
from .calendar_sql import answers_in
from .landing import landing
from .quoting import literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# No day: infinity, as DuckDB has it.
NEVER = 2**31 - 1

_SPANS = (
    "SELECT CAST(id AS INTEGER) AS id, CAST(min(as_of) - DATE '1970-01-01' AS INTEGER), "
    "CAST(max(as_of) - DATE '1970-01-01' AS INTEGER) FROM {} GROUP BY id"
)
_DAYS = (
    "SELECT CAST(id AS INTEGER) AS id, CAST(as_of - DATE '1970-01-01' AS INTEGER) AS as_of, "
    f"coalesce(rate, 'nan') AS rate, CAST(coalesce(observed - DATE '1970-01-01', {NEVER}) AS INTEGER) "
    "AS observed, CAST(answer AS INTEGER) AS answer FROM {}"
)
# Rows of the table at a time: memory alone.
_SCATTERED = 1 << 16
# Side by side, as most of the time is spent waiting for memory.
_DAY = [("rate", "f8"), ("observed", "i4"), ("answer", "i4")]


class DayRates:
    """Rates, observations and answers of one target, by the calendar at ``path``.

    Days count from 1970. Those of a currency, from ``_first`` to ``_last``, stand together. The last of the
    days is none, and so is the last of the currencies. ``answers`` are status, source and method of days, by
    number.
    """

    def __init__(self, con: DuckDBPyConnection, path: Path) -> None:
        import numpy

        kept = path.with_suffix(".days")
        found = _mapped(kept)
        if found is None:
            found = _read(con, path)
            with suppress(OSError), landing(kept) as temporary, temporary.open("wb") as file:
                for part in (*found[:2], json.dumps(found[2]).encode()):
                    file.write(part)
        (self._first, self._last), self._days, self.answers = found
        lengths = self._last - self._first + 1
        # From a day to its place; of a currency without days every day has the place of none.
        begins = numpy.cumsum(lengths) - lengths
        self._shift = numpy.where(lengths, begins - self._first, -1 - self._last)

    def at(self, currency: Any, parts: Any, day: Any) -> list[tuple[Any, Any, Any]]:
        """The same as ``found``: of each a kind of Arrow's, the values, and where they are valid."""
        import numpy
        from pyarrow import date32, float64, int8

        rate, observed, answer = self.found(currency, parts, day)
        return [
            (float64(), rate, ~numpy.isnan(rate)),
            (date32(), observed, observed != NEVER),
            (int8(), answer.astype("i1"), answer != NEVER),
        ]

    def found(self, currency: Any, parts: Any, day: Any) -> tuple[Any, Any, Any]:
        """Rates, observations and answers for currencies on days; NaN and twice infinity where there is none.

        A currency that is none has the number after the last, and a day that is none is infinity.
        """
        import numpy

        within = numpy.minimum(numpy.maximum(day, self._first[currency]), self._last[currency])
        place = numpy.where(day == NEVER, -1, within + self._shift[currency])
        # A number of as many bytes is taken in one piece.
        found = self._days.view("c16").take(place).view(_DAY)
        rate, observed, answer = (found[name] for name, _ in _DAY)
        return rate / parts, observed, answer


def _read(con: DuckDBPyConnection, path: Path) -> tuple[Any, Any, list[list[str]]]:
    """The first and last day of each currency, the days of all, one after the other, and the answers."""
    import numpy

    table = f"read_parquet({literal(str(path))})"
    spans = numpy.zeros((2, len(all_codes()) + 1), "i4")
    spans[1] = -1
    ids, *own = numpy.array(con.execute(_SPANS.format(table)).fetchall(), "i4").T
    spans[:, ids] = own
    lengths = spans[1] - spans[0] + 1
    days = numpy.empty(lengths.sum() + 1, _DAY)
    days[-1] = numpy.nan, NEVER, NEVER
    begins = numpy.cumsum(lengths) - lengths - spans[0]
    # Each to its place, piece by piece: to sort them takes longer, and three times the memory.
    for piece in con.sql(_DAYS.format(table)).to_arrow_reader(_SCATTERED):
        place = begins[numbers(piece["id"], "i4")] + numbers(piece["as_of"], "i4")
        for name, kind in _DAY:
            days[name][place] = numbers(piece[name], kind)
    return spans, days, answers_in(con, path) or []


def _mapped(path: Path) -> tuple[Any, Any, list[list[str]]] | None:
    """The same as it was written to ``path``, if it is there and whole."""
    import numpy

    try:
        kept = numpy.memmap(path, "u1", "r").view(numpy.ndarray)
    except (OSError, ValueError):  # not there, empty
        return None
    begin = 8 * (len(all_codes()) + 1)
    try:
        spans = kept[:begin].view("i4").reshape(2, -1)
        end = begin + numpy.dtype(_DAY).itemsize * (int((spans[1] - spans[0] + 1).sum()) + 1)
        answers = json.loads(kept[end:].tobytes())
    except ValueError:  # not whole
        return None
    return (spans, kept[begin:end].view(_DAY), answers) if isinstance(answers, list) else None
