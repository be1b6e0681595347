"""Files of rows as an engine's relation: CSV with its delimiter and header, JSON Lines, Parquet."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from ..errors import InputError, Notice, UsageError
from .job import Job
from .quoting import literal, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Kind = Literal["csv", "jsonl", "parquet"]

_KINDS: dict[str, Kind] = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet",
}  # fmt: skip
_COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
_DELIMITERS = (",", ";", "\t", "|")
_SPOKEN = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}

# A cell of ten megabytes passes, an unclosed quotation mark does not take the whole file for a cell.
LONGEST_LINE = 16 * 1024 * 1024
# Without the latter a buffer is sixteen such lines; larger ones leave too few to share among threads.
_BOUNDS = f"max_line_size = {LONGEST_LINE}, buffer_size = {LONGEST_LINE}"
# Rows that settle what a column's dates look like, and the keys of JSON objects.
SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Table:
    """``relation`` is SQL to select from; each of ``cells`` is SQL for the column of ``names`` it stands by.

    ``record`` is SQL for the whole row as the text of a JSON object, where rows are passed on as such.
    """

    relation: str
    names: tuple[str, ...]
    cells: tuple[str, ...]
    delimiter: str = ","
    record: str | None = None

    def cell(self, name: str, where: str) -> str:
        """SQL for the column ``name``. Raises InputError (``no_such_column``, ``duplicate_column``)."""
        found = [cell for own, cell in zip(self.names, self.cells, strict=True) if own == name]
        if len(found) > 1:
            raise InputError(
                "duplicate_column", f"{where}: {len(found)} columns are called {name!r}", _RENAME
            )
        if not found:
            raise InputError(
                "no_such_column", f"{where}: no column {name!r}", f"columns: {', '.join(self.names)}"
            )
        return found[0]


def kind_of(path: str) -> tuple[Kind, str | None]:
    """Format and compression of a file, by its extensions. Raises UsageError (``unknown_format``)."""
    pure = PurePath(path)
    compression = _COMPRESSIONS.get(pure.suffix.lower())
    kind = _KINDS.get((PurePath(pure.stem) if compression else pure).suffix.lower())
    if kind is None:
        hint = "files end in .csv, .tsv, .jsonl or .parquet, the first three also in .csv.gz, .csv.zst ..."
        raise UsageError("unknown_format", f"{path}: unknown format", hint)
    return kind, compression


def open_table(
    con: DuckDBPyConnection,
    kind: Kind,
    path: str,
    *,
    sample: str,
    used: Sequence[str],
    delimiter: str | None,
    whole: bool,
) -> Table:
    """The file at ``path``; its columns are learnt from ``sample``, the same file or its first lines.

    JSON objects are passed on ``whole``, or else their keys are columns. ``used`` are columns that must be
    there, by which the delimiter of a CSV file is found. Raises InputError (``empty_file``), and the engine's
    own errors for a file that cannot be read.
    """
    if kind == "parquet":
        names = _described(con, f"read_parquet({literal(path)})")
        return Table(f"read_parquet({literal(path)})", names, tuple(map(quoted, names)))
    if kind == "csv":
        return _csv(path, _first_line(con, sample, path), used, delimiter)
    limit = f"maximum_object_size = {LONGEST_LINE}"
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
    return max(_DELIMITERS, key=lambda each: _merit(split(header, each), used))


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
    return (Notice("delimiter", f"{job.source}: cells are parted by {_SPOKEN[delimiter]}"),)


def refuse_clashes(table: Table, added: Sequence[str], where: str) -> None:
    """Raises InputError (``column_exists``) if the input already has a column of a name to be added."""
    present = {name.casefold() for name in table.names}
    clashes = [name for name in added if name in present]
    if clashes:
        raise InputError("column_exists", f"{where}: has a column {', '.join(clashes)} already", _RENAME)


_RENAME = "rename it in the file"


def _described(con: DuckDBPyConnection, relation: str) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in con.execute(f"DESCRIBE FROM {relation}").fetchall())


def _first_line(con: DuckDBPyConnection, sample: str, path: str) -> str:
    # As a table of one column without quoting, whatever the compression.
    found = con.execute(
        f"SELECT line FROM read_csv({literal(sample)}, header = false, auto_detect = false, delim = '\x01', "
        f"quote = '', escape = '', columns = {{'line': 'VARCHAR'}}, {_BOUNDS}) LIMIT 1"
    ).fetchone()
    if found is None or not found[0]:
        raise InputError("empty_file", f"{path}: the file is empty")
    return str(found[0]).removeprefix("\ufeff")


def _csv(path: str, header: str, used: Sequence[str], delimiter: str | None) -> Table:
    """Every cell is text, as written."""
    delimiter = delimiter or delimiter_of(header, used)
    names = split(header, delimiter)
    cells = tuple(f"c{number}" for number in range(len(names)))
    columns = ", ".join(f"'{cell}': 'VARCHAR'" for cell in cells)
    relation = (
        f"read_csv({literal(path)}, auto_detect = false, header = true, delim = {literal(delimiter)}, "
        f"quote = '\"', escape = '\"', columns = {{{columns}}}, {_BOUNDS})"
    )
    return Table(relation, names, cells, delimiter)


def _merit(names: Sequence[str], used: Sequence[str]) -> tuple[int, int]:
    return len(set(used).intersection(names)), len(names)
