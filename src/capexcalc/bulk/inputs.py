"""Files of rows as an engine's relation: what is common to CSV, JSON Lines and Parquet, and the last two."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from ..errors import InputError, Notice, UsageError
from ..words import Phrase, Template
from .job import Job
from .quoting import literal, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Kind = Literal["csv", "jsonl", "parquet"]

_KINDS: dict[str, Kind] = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet",
}  # fmt: skip
_COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
DELIMITERS = ",;\t|"
_SPOKEN: Mapping[str, Template] = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}

# The most bytes of a row: a cell of ten megabytes should pass, but an unclosed quotation mark must not take
# the whole file for a cell.
LONGEST = 1 << 25
# Rows that settle what a column's dates look like, and the keys of JSON objects.
SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Table:
    """``relation`` is SQL to select from; each of ``cells`` is SQL for the column of ``names`` it stands by.

    Where rows are passed on as they stand in the file, ``record`` is SQL for a whole row, and of a CSV file
    ``header`` is the first line.
    """

    relation: str
    names: tuple[str, ...]
    cells: tuple[str, ...]
    delimiter: str = ","
    record: str | None = None
    header: bytes | None = None

    def cell(self, name: str, where: str) -> str:
        """SQL for the column ``name``. Raises InputError (``no_such_column``, ``duplicate_column``)."""
        found = [cell for own, cell in zip(self.names, self.cells, strict=True) if own == name]
        if len(found) > 1:
            raise InputError(
                "duplicate_column",
                "{where}: {count} columns are called {name!r}",
                _RENAME,
                where=where,
                count=len(found),
                name=name,
            )
        if not found:
            raise InputError(
                "no_such_column",
                "{where}: no column {name!r}",
                "columns: {columns}",
                where=where,
                name=name,
                columns=", ".join(self.names),
            )
        return found[0]


def kind_of(path: str) -> tuple[Kind, str | None]:
    """Format and compression of a file, by its extensions. Raises UsageError (``unknown_format``)."""
    pure = PurePath(path)
    compression = compression_of(path)
    kind = _KINDS.get((PurePath(pure.stem) if compression else pure).suffix.lower())
    if kind is None:
        raise UsageError(
            "unknown_format",
            "{path}: unknown format",
            ("files end in .csv, .tsv, .jsonl or .parquet, the first three also in .csv.gz, .csv.zst ..."),
            path=path,
        )
    return kind, compression


def compression_of(path: str) -> str | None:
    """How a file is packed, by its extension."""
    return _COMPRESSIONS.get(PurePath(path).suffix.lower())


def open_parquet(con: DuckDBPyConnection, path: str) -> Table:
    """Raises the engine's own errors for an unreadable file."""
    relation = f"read_parquet({literal(path)})"
    names = _described(con, relation)
    return Table(relation, names, tuple(map(quoted, names)))


def open_jsonl(con: DuckDBPyConnection, path: str, sample: str, *, whole: bool) -> Table:
    """JSON objects are passed on ``whole``, or else their keys are columns. Keys are learnt from ``sample``,
    the same file or its first lines. Raises the engine's own errors for an unreadable file."""
    limit = f"maximum_object_size = {LONGEST}"
    objects = f"read_ndjson_objects({{}}, {limit})"
    if whole:
        rows = f"SELECT json FROM {objects.format(literal(sample))} LIMIT {SAMPLE}"
        keys = [
            key for (key,) in con.execute(f"SELECT DISTINCT unnest(json_keys(json)) FROM ({rows})").fetchall()
        ]
        cells = tuple(f"json ->> {literal('$.' + quoted(key))}" for key in keys)
        return Table(objects.format(literal(path)), tuple(keys), cells, record="CAST(json AS VARCHAR)")
    lines = f"format = 'newline_delimited', {limit}"
    names = _described(con, f"read_json({literal(path)}, {lines}, sample_size = -1, maximum_depth = 1)")
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in names)
    relation = f"read_json({literal(path)}, {lines}, columns = {{{columns}}})"
    return Table(relation, names, tuple(map(quoted, names)))


def delimiter_of(header: str, used: Sequence[str]) -> str:
    """What stands between the cells of a header: that under which the columns ``used`` are there; failing
    that, what gives most columns."""
    return max(DELIMITERS, key=lambda each: _merit(split(header, each), used))


def split(header: str, delimiter: str) -> tuple[str, ...]:
    """The names in a header."""
    try:
        return tuple(next(csv.reader([header], delimiter=delimiter), ()))
    except csv.Error:
        return ()  # a cell too long for a header


def stated(job: Job, delimiter: str) -> tuple[Notice, ...]:
    """The word about a delimiter that nobody gave and that is not the comma."""
    if job.delimiter is not None or delimiter == ",":
        return ()
    return (
        Notice(
            "delimiter",
            "{source}: cells are parted by {delimiter}",
            source=job.source,
            delimiter=Phrase(_SPOKEN[delimiter]),
        ),
    )


def refuse_clashes(table: Table, added: Sequence[str], where: str) -> None:
    """Raises InputError (``column_exists``) if the input already has a column of a name to be added."""
    present = {name.casefold() for name in table.names}
    clashes = [name for name in added if name in present]
    if clashes:
        raise InputError(
            "column_exists",
            "{where}: has a column {columns} already",
            _RENAME,
            where=where,
            columns=", ".join(clashes),
        )


_RENAME: Template = "rename it in the file"


def _described(con: DuckDBPyConnection, relation: str) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in con.execute(f"DESCRIBE FROM {relation}").fetchall())


def _merit(names: Sequence[str], used: Sequence[str]) -> tuple[int, int]:
    return len(set(used).intersection(names)), len(names)
