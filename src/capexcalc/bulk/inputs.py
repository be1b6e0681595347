"""Files of rows as an engine's relation: what is common to CSV, JSON Lines and Parquet, and the last two."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Literal

from ..errors import InputError, Notice, UsageError, says_nothing
from ..records import dataclass
from ..words import Phrase, Template
from .job import Job, one_line
from .quoting import literal, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Kind = Literal["csv", "jsonl", "json", "parquet", "xlsx"]

_KINDS: dict[str, Kind] = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".parquet": "parquet", ".xlsx": "xlsx",
}  # fmt: skip
_NUMBER = re.compile("(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|REAL|DECIMAL.*)$")
_COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
DELIMITERS = ",;\t|"
_SPOKEN: Mapping[str, Template] = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}

# The most bytes of a row: a cell of ten megabytes should pass, but an unclosed quotation mark must not take
# the whole file for a cell.
LONGEST = 1 << 25
# A text as every engine has it; longer ones are no amount.
TEXT = "VARCHAR(20000)"
# Rows that settle what a column's dates look like, and the keys of JSON objects.
SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Table:
    """``relation`` is SQL to select from; each of ``cells`` is SQL for the column of ``names`` it stands by.

    Where rows are passed on as they stand in the file, ``record`` is SQL for a whole row, and of a CSV file
    ``header`` is the first line. Where cells are texts or numbers, ``raws`` is SQL for each as JSON has it;
    ``typed`` are the columns that hold nothing but numbers. ``inside`` has both for what stands inside of
    columns.
    """

    relation: str
    names: tuple[str, ...]
    cells: tuple[str, ...]
    delimiter: str = ","
    record: str | None = None
    header: bytes | None = None
    raws: tuple[str, ...] = ()
    typed: frozenset[str] = frozenset()
    inside: Mapping[str, tuple[str, str]] = field(default_factory=dict)

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
        if found:
            return found[0]
        if name in self.inside:
            return self.inside[name][0]
        raise InputError(
            "no_such_column",
            "{where}: no column {name!r}",
            "columns: {columns}",
            where=where,
            name=name,
            columns=", ".join(self.names),
        )

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name in self.names or name in self.inside

    def amount(self, name: str, where: str) -> tuple[str, str | None]:
        """SQL for the column ``name`` as text and, where cells may hold numbers as such, as a number."""
        cell = self.cell(name, where)
        if name in self.typed:
            return "CAST(NULL AS VARCHAR(99))", f"TRY_CAST({cell} AS DOUBLE)"
        if not self.raws:
            return f"CAST({cell} AS {TEXT})", None
        raw = self.inside[name][1] if name in self.inside else self.raws[self.names.index(name)]
        text = f"CASE WHEN starts_with({raw}, '\"') THEN {raw}[2:-2] END"
        number = f"CASE WHEN NOT starts_with({raw}, '\"') THEN TRY_CAST({raw} AS DOUBLE) END"
        return text, number


def kind_of(path: str) -> tuple[Kind, str | None]:
    """Format and compression of a file, by its extensions. Raises UsageError (``unknown_format``)."""
    pure = PurePath(path)
    compression = compression_of(path)
    kind = _KINDS.get((PurePath(pure.stem) if compression else pure).suffix.lower())
    if kind is None:
        raise UsageError(
            "unknown_format",
            "{path}: unknown format",
            "files end in .csv, .tsv, .jsonl, .json, .parquet or .xlsx, the first three also in .csv.gz ...",
            path=path,
        )
    return kind, compression


def compression_of(path: str) -> str | None:
    """How a file is packed, by its extension."""
    return _COMPRESSIONS.get(PurePath(path).suffix.lower())


def open_parquet(con: DuckDBPyConnection, path: str) -> Table:
    """Raises the engine's own errors for an unreadable file."""
    relation = f"read_parquet({literal(path)})"
    described = con.execute(f"DESCRIBE FROM {relation}").fetchall()
    names = tuple(str(row[0]) for row in described)
    typed = frozenset(str(row[0]) for row in described if _NUMBER.match(str(row[1])))
    return Table(relation, names, tuple(map(quoted, names)), typed=typed)


def open_jsonl(
    con: DuckDBPyConnection, path: str, sample: str, used: Sequence[str], *, whole: bool, array: bool = False
) -> Table:
    """JSON objects, one a line or in one ``array``, are passed on ``whole``, or else their keys are columns.

    Keys are learnt from ``sample``, the same file or its first lines; those of ``used`` may lead into objects
    and lists (``value.amount``, ``awards[0].value.amount``). Raises the engine's own errors for an unreadable
    file.
    """
    form = f"format = '{'array' if array else 'newline_delimited'}', maximum_object_size = {LONGEST}"
    objects = f"read_json_objects({{}}, {form})"
    if whole:
        rows = f"SELECT json FROM {objects.format(literal(sample))} LIMIT {SAMPLE}"
        found = con.execute(f"SELECT DISTINCT unnest(json_keys(json)) FROM ({rows})").fetchall()
        names = tuple(str(key) for (key,) in found)
        inside = {name: _both("json", f"$.{quoted(root)}{way}") for name, root, way in ways(names, used)}
        record = "CAST(json AS VARCHAR)"
        if array:  # whose objects may go over several lines
            record = f"translate({record}, chr(10) || chr(13), '  ')"
        both = [_both("json", f"$.{quoted(name)}") for name in names]
        cells, raws = tuple(cell for cell, _ in both), tuple(raw for _, raw in both)
        return Table(objects.format(literal(path)), names, cells, record=record, raws=raws, inside=inside)
    names = _described(con, f"read_json({literal(path)}, {form}, sample_size = -1, maximum_depth = 1)")
    inner = ways(names, used)
    inside = {name: _both(quoted(root), f"${way}") for name, root, way in inner}
    # What is read is kept as it stands, for a number that is a text may have been written by anybody.
    kept = {*used, *(root for _, root, _ in inner)}
    columns = ", ".join(f"{literal(name)}: '{'JSON' if name in kept else 'VARCHAR'}'" for name in names)
    relation = f"read_json({literal(path)}, {form}, columns = {{{columns}}})"
    cells = tuple(f"{quoted(name)} ->> '$'" if name in kept else quoted(name) for name in names)
    raws = tuple(f"CAST({quoted(name)} AS VARCHAR)" for name in names)
    return Table(relation, names, cells, raws=raws, inside=inside)


def ways(names: Sequence[str], used: Sequence[str]) -> list[tuple[str, str, str]]:
    """Those of ``used`` that lead into one of the columns ``names``, with that column and the way there."""
    found = []
    for name in used:
        root, *steps = re.findall(r"[^.\[\]]+", name)
        if name not in names and steps and root in names:
            way = "".join(f"[{step}]" if step.isdigit() else f".{quoted(step)}" for step in steps)
            found.append((name, root, way))
    return found


def _both(column: str, path: str) -> tuple[str, str]:
    """SQL for what stands at ``path`` in a column of JSON, as text and as it stands."""
    return f"{column} ->> {literal(path)}", f"CAST({column} -> {literal(path)} AS VARCHAR)"


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


def refuse_same(job: Job) -> None:
    """Raises UsageError (``same_file``) where the output would take the place of the input."""
    with suppress(OSError):
        if job.out != job.source and Path(job.out).samefile(job.source):
            pass
        elif job.out != job.source or not Path(job.source).exists():
            return
        raise UsageError(
            "same_file",
            "{out}: the output would take the place of the input",
            "name another file: --out converted.csv",
            out=job.out,
        )


def refuse_unused(job: Job, kind: Kind) -> None:
    """Raises UsageError (``usage``) for what is said of workbooks, or CSV, of a file that is none."""
    for option, own in (("sheet", "xlsx"), ("delimiter", "csv")):
        if getattr(job, option) is not None and kind != own:
            raise says_nothing(job.source, option)


_RENAME: Template = "rename it in the file"


def _described(con: DuckDBPyConnection, relation: str) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in con.execute(f"DESCRIBE FROM {relation}").fetchall())


def _merit(names: Sequence[str], used: Sequence[str]) -> tuple[int, int]:
    return len(set(map(one_line, used)).intersection(map(one_line, names))), len(names)
