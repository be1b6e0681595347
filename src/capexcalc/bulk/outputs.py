"""Rows as they are written: those of the input as they were, joined by the columns of the conversion."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import count
from typing import TYPE_CHECKING

from ..errors import InputError
from .inputs import Kind, Table
from .job import OK, Job
from .quoting import literal, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Counters:
    """Counts rows by status as they are written: a second pass would cost a third as much again, and
    sequences of the engine would leave it a single thread."""

    def __init__(self, con: DuckDBPyConnection) -> None:
        self._refused: defaultdict[str, count[int]] = defaultdict(count)
        con.create_function("counted", self._counted, ["VARCHAR"], "VARCHAR", side_effects=True)

    def counting(self, status: str) -> str:
        """SQL for ``status`` that counts it, unless it is OK: most rows are, and theirs is what is left."""
        return f"CASE WHEN {status} = '{OK}' THEN '{OK}' ELSE counted({status}) END"

    def counts(self, rows: int) -> Mapping[str, int]:
        """How many of the ``rows`` written had each status, the most frequent first."""
        counts = Counter({status: next(each) for status, each in self._refused.items()})
        counts[OK] = rows - counts.total()
        return {status: number for status, number in counts.most_common() if number}

    def _counted(self, status: str) -> str:
        next(self._refused[status])  # in one step, whatever the engine's threads do meanwhile
        return status


def shaped(job: Job, table: Table, rows: str, counters: Counters, form: Kind) -> tuple[str, str]:
    """A query that gives the output's rows, and the options to write them with.

    ``rows`` is SQL for the converted rows, with the input's columns as c0, c1 ... Raises InputError
    (``duplicate_column``) where the format has no room for two columns of one name.
    """
    *figures, _ = job.added
    status = counters.counting("status")
    if table.record is not None:
        fields = ", ".join([*(f"{name} := {name}" for name in figures), f"status := {status}"])
        return _records(fields, rows), "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x01'"
    cells = [f"c{n}" for n in range(len(table.names))]
    distinct = {name.casefold() for name in table.names}
    if len(distinct) == len(cells) and "" not in distinct:
        cells = [f"{cell} AS {quoted(name)}" for cell, name in zip(cells, table.names, strict=True)]
        options = "HEADER true" if form == "csv" else ""
    elif form == "csv":
        # The engine would rename columns to tell them apart; the header is written as it was instead.
        options = (
            f"HEADER false, PREFIX {literal(_line([*table.names, *job.added], table.delimiter))}, SUFFIX '\n'"
        )
    else:
        hint = "name each column once, or write CSV"
        raise InputError("duplicate_column", f"{job.source}: columns without a name of their own", hint)
    query = f"SELECT {', '.join([*cells, *figures, f'{status} AS status'])} FROM ({rows})"
    if form == "csv":
        options += f", DELIMITER {literal(table.delimiter)}"
    return query, f"FORMAT {'json' if form == 'jsonl' else form}{options and ', ' + options}"


def _records(fields: str, rows: str) -> str:
    """JSON objects with more keys at their end; the text before is left alone."""
    inner = "c0[1:-2]"
    comma = f"CASE WHEN trim({inner}, '{{ ') = '' THEN '' ELSE ', ' END"
    return (
        f"SELECT {inner} || {comma} || CAST(to_json(struct_pack({fields})) AS VARCHAR)[2:] "
        f"FROM (SELECT * REPLACE (trim(c0, ' \t\r\n') AS c0) FROM ({rows}))"
    )


def _line(names: Iterable[str], delimiter: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\n").writerow(names)
    return buffer.getvalue()
