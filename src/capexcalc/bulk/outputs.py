"""Rows as they are written: those of the input as they were, joined by the columns of the conversion.

Text is made line by line in the engine and written as it comes. The engine's own writer, where it keeps rows
in their order, takes longer and twice the memory.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ..errors import InputError
from ..rates.calendar_rules import CONVERTED
from .arrays import numbers, valid
from .arrow import call
from .errors import NO_OBJECT
from .inputs import Kind, Table
from .job import Job
from .quoting import literal, quoted
from .tally import Tally, fault_cell

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Rows written at a time: with fewer it takes longer, with more there is memory that is never given back.
_BATCH = 4096


class Sink(Protocol):
    """What bytes are written to."""

    def write(self, data: Any, /) -> object: ...


class ArraySink:
    """Objects, a line each, written to ``sink`` as one array of JSON."""

    def __init__(self, sink: Sink) -> None:
        self._sink, self._before = sink, b"[\n"

    def write(self, data: Any, /) -> object:
        lines = bytes(data)
        if not lines:
            return None
        self._sink.write(self._before + lines[:-1].replace(b"\n", b",\n"))
        self._before = b",\n"
        return None

    def close(self) -> None:
        """End the array."""
        self._sink.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")


def header(job: Job, table: Table, form: Kind) -> bytes:
    """What comes before the lines."""
    if form != "csv":
        return b""
    if table.header is not None:
        return table.delimiter.encode().join([table.header, *map(str.encode, job.added)])
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=table.delimiter, lineterminator="\n").writerow([*table.names, *job.added])
    return buffer.getvalue().encode()


def lines(job: Job, table: Table, rows: str, form: Kind) -> str:
    """A query for the ``line``, the ``status`` and the ``cell`` at fault of each of the converted ``rows``,
    SQL with the input's columns as c0, c1 ... Raises InputError (``duplicate_column``) for objects with two
    keys of one name."""
    if form == "csv":
        return _delimited(job, table, rows)
    fields = ", ".join(f"{name} := {name}" for name in job.added)
    if table.record is None:
        _refuse_namesakes(job, table)
        cells = ", ".join(f"{quoted(name)} := c{n}" for n, name in enumerate(table.names))
        line = f"{_json(f'{cells}, {fields}')} || '\n' AS line"
        return f"SELECT {line}, status, {fault_cell()} AS cell FROM ({rows})"
    # More keys at the end of an object, whose text before is left alone.
    inner = "c0[1:-2]"
    comma = f"CASE WHEN trim({inner}, '{{ ') = '' THEN '' ELSE ', ' END"
    return (
        f"SELECT CASE WHEN starts_with(c0, '{{') THEN concat({inner}, {comma}, {_json(fields)}[2:], '\n') "
        f"ELSE error({literal(NO_OBJECT)}) END AS line, status, {fault_cell()} AS cell "
        f"FROM (SELECT * REPLACE (trim(c0, ' \t\r\n') AS c0) FROM ({rows}))"
    )


def write_lines(con: DuckDBPyConnection, query: str, sink: Sink) -> Tally:
    """Write what ``lines`` asks for, and count it by status."""
    tally = Tally()
    for batch in asked(con, query, tally):
        sink.write(characters(batch))
    return tally


def asked(con: DuckDBPyConnection, query: str, tally: Tally) -> Iterator[Any]:
    """What ``lines`` asks for, as arrays of texts, counted in ``tally``."""
    import numpy

    for batch in _batches(con, query):
        text, status, cell = batch.columns
        each = call("dictionary_encode", status)
        which = numbers(each.indices, "i4")
        for number, name in enumerate(each.dictionary.to_pylist()):
            found = which == number
            tally.statuses[name] += int(numpy.count_nonzero(found))
            if name not in CONVERTED and not tally.cells.get(name):
                filled = found & valid(cell)
                tally.cells[name] = cell[int((filled if filled.any() else found).argmax())].as_py()
        yield text


def characters(texts: Any) -> Any:
    """The bytes of an array of texts without nulls, one after the other."""
    import numpy
    import pyarrow

    _, offsets, data = texts.buffers()
    kind = "i8" if pyarrow.types.is_large_string(texts.type) else "i4"
    places = numpy.frombuffer(offsets, kind)[texts.offset : texts.offset + len(texts) + 1]
    return data.slice(places[0], places[-1] - places[0])


def write_parquet(con: DuckDBPyConnection, job: Job, table: Table, rows: str, path: Path) -> Tally:
    """Write the converted ``rows`` to a Parquet file, and count them by status.

    Raises InputError (``duplicate_column``) for columns without a name of their own.
    """
    _refuse_namesakes(job, table)
    cells = [f"c{n} AS {quoted(name)}" for n, name in enumerate(table.names)]
    written = literal(str(path))
    con.execute(
        f"COPY (SELECT {', '.join([*cells, *job.added])} FROM ({rows})) TO {written} (FORMAT parquet)"
    )
    counted = con.execute(f"SELECT status, count(*) FROM read_parquet({written}) GROUP BY status").fetchall()
    return Tally(Counter(dict(counted)))


def _batches(con: DuckDBPyConnection, query: str) -> Iterator[Any]:
    import duckdb

    try:
        yield from con.sql(query).to_arrow_reader(_BATCH)
    except OSError as error:  # what Arrow makes of the engine's errors
        raise duckdb.Error(str(error)) from None


def _delimited(job: Job, table: Table, rows: str) -> str:
    """Lines of CSV: a cell is put in quotation marks where it needs them, or is empty and no NULL."""
    whole = table.record is not None  # with the line break before it
    passed = ["c0"] if whole else [f"c{n}" for n in range(len(table.names))]
    names = [*passed, *job.added]
    # Of ours, answers for several targets have a semicolon between them.
    suspects = [*([] if whole else passed), *(job.added if len(job.to) > 1 else [])]
    end = "''" if whole else "'\n'"
    marks = [literal(mark) for mark in (table.delimiter, '"', "\n", "\r")]

    def line(cells: Iterable[str]) -> str:
        return f"concat({f', {marks[0]}, '.join(cells)}, {end})"

    def marked(text: str) -> str:
        return " OR ".join(f"contains({text}, {mark})" for mark in marks)

    def quotable(cell: str) -> str:
        inside = f"""'"' || replace({cell}, '"', '""') || '"'"""
        return f"CASE WHEN {cell} = '' OR {marked(cell)} THEN {inside} ELSE {cell} END"

    if not suspects:
        return f"SELECT {line(names)} AS line, status, {fault_cell()} AS cell FROM ({rows})"
    # Rows with such a cell are few, and told by all their cells at once.
    empty = " OR ".join(f"{cell} = ''" for cell in suspects)
    careful = line(quotable(name) if name in suspects else name for name in names)
    texts = ", ".join(f"CAST({name} AS VARCHAR) AS {name}" for name in names)
    read = "amount_text, currency_text, date_cell"
    return (
        f"SELECT CASE WHEN {marked('whole_')} OR {empty} THEN {careful} ELSE {line(names)} END AS line, "
        f"status, {fault_cell()} AS cell FROM (SELECT *, concat({', '.join(suspects)}) AS whole_ "
        f"FROM (SELECT {texts}, {read} FROM ({rows})))"
    )


def _json(fields: str) -> str:
    return f"CAST(to_json(struct_pack({fields})) AS VARCHAR)"


def _refuse_namesakes(job: Job, table: Table) -> None:
    if len({name.casefold() for name in table.names} - {""}) < len(table.names):
        raise InputError(
            "duplicate_column",
            "{source}: columns without a name of their own",
            "name each column once, or write CSV",
            source=job.source,
        )
