"""Lines of CSV as they are written: most finished while they were read, the others from the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from .arrays import bits
from .arrow import call
from .finished import Finished, Finisher
from .outputs import Sink, asked, characters
from .records import Records
from .tally import Tally

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Rows the engine is asked for at a time, and bytes that wait for it: each question takes some milliseconds.
_OTHERS = 1 << 14
_WAITING = 1 << 23


def write_spliced(
    con: DuckDBPyConnection, records: Records, finisher: Finisher, query: Callable[[], str], sink: Sink
) -> Tally:
    """Write the lines of all ``records``, in order: those of ``finisher``, and those that ``query`` asks
    for of others, which are the table ``records`` to it. Gives their count by status."""
    tally = Tally()
    waiting: list[Finished] = []
    for finished in records.each(finisher):
        tally.add(finished.tally)
        waiting.append(finished)
        others = sum(len(each.others) for each in waiting)
        if not others or others >= _OTHERS or sum(each.lines.nbytes for each in waiting) >= _WAITING:
            _write(con, waiting, query, sink, tally)
            waiting.clear()
    _write(con, waiting, query, sink, tally)
    return tally


def _write(
    con: DuckDBPyConnection,
    waiting: Sequence[Finished],
    query: Callable[[], str],
    sink: Sink,
    tally: Tally,
) -> None:
    """Write what was ``waiting`` for the engine."""
    import pyarrow

    converted: Any = None
    if others := [each.others for each in waiting if len(each.others)]:
        con.register("records", pyarrow.RecordBatchReader.from_batches(others[0].schema, others))
        answers = [
            call("cast", answer, target_type=pyarrow.string()) for answer in asked(con, query(), tally)
        ]
        converted = pyarrow.concat_arrays(answers)
    begin = 0
    for lines, where, some, _ in waiting:
        if len(some):
            own, begin = converted.slice(begin, len(some)), begin + len(some)
            lines = call("replace_with_mask", lines, bits(where), own)
        sink.write(characters(lines))
