"""Files of rows as an engine's relation: CSV with its delimiter and header, JSON Lines, Parquet."""

from __future__ import annotations

import codecs
import csv
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Literal

from ..errors import InputError, Notice, UsageError
from .faults import not_utf8, unreadable
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

# The longest line of CSV, which is also how much is read at a time: little is quick, as what is read is soon
# done with, but should let a cell of ten megabytes pass. An unclosed quotation mark must not take the whole
# file for a cell.
LINE = 1 << 22
LONG_LINE = 1 << 25
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
    line: int,
) -> Table:
    """The file at ``path``; its columns are learnt from ``sample``, the same file or its first lines.

    JSON objects are passed on ``whole``, or else their keys are columns. ``used`` are columns that must be
    there, by which the delimiter of a CSV file is found, and ``line`` is the most that a line of it may have.
    Raises InputError (``empty_file``, ``line_too_long``), and the engine's own errors for an unreadable file.
    """
    if kind == "parquet":
        names = _described(con, f"read_parquet({literal(path)})")
        return Table(f"read_parquet({literal(path)})", names, tuple(map(quoted, names)))
    if kind == "csv":
        _refuse_long_end(path, line)
        return _csv(path, _first_line(sample, path, line), used, delimiter, line)
    limit = f"maximum_object_size = {LONG_LINE}"
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


def _first_line(sample: str, path: str, line: int) -> str:
    import pyarrow

    try:
        with pyarrow.input_stream(sample, _COMPRESSIONS.get(PurePath(sample).suffix.lower())) as file:
            start = bytes(file.read(line)).removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        raise unreadable(path, error) from None
    first = re.split(b"[\r\n]", start, maxsplit=1)[0]
    if not first:
        raise InputError("empty_file", f"{path}: the file is empty")
    try:
        return first.decode()
    except UnicodeDecodeError:
        raise not_utf8(f"{path}:1") from None


def _csv(path: str, header: str, used: Sequence[str], delimiter: str | None, line: int) -> Table:
    """Every cell is text, as written."""
    delimiter = delimiter or delimiter_of(header, used)
    names = split(header, delimiter)
    cells = tuple(f"c{number}" for number in range(len(names)))
    columns = ", ".join(f"'{cell}': 'VARCHAR'" for cell in cells)
    relation = (
        f"read_csv({literal(path)}, auto_detect = false, header = true, delim = {literal(delimiter)}, "
        f"quote = '\"', escape = '\"', columns = {{{columns}}}, "
        f"allow_quoted_nulls = false, max_line_size = {line}, buffer_size = {line})"
    )
    return Table(relation, names, cells, delimiter)


def _refuse_long_end(path: str, line: int) -> None:
    """Raises InputError (``line_too_long``) for a last line of more than ``line`` bytes: DuckDB would leave
    it out without a word. What is compressed, or no file, is not looked into."""
    file = Path(path)
    if file.suffix.lower() in _COMPRESSIONS or not file.is_file() or file.stat().st_size <= line:
        return
    with file.open("rb") as opened:
        opened.seek(-line, os.SEEK_END)
        end = opened.read().rstrip(b"\r\n")
    if b"\n" not in end and b"\r" not in end:
        raise InputError("line_too_long", f"{path}: its last line is longer than {line >> 20} MiB")


def _merit(names: Sequence[str], used: Sequence[str]) -> tuple[int, int]:
    return len(set(used).intersection(names)), len(names)
