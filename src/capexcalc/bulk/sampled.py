"""Some rows of a file of any size and kind, as a small file that is converted like any other."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError, Notice, UsageError
from ..textfile import NAME_IT, not_utf8, refuse_head
from . import samples
from .errors import refuse_no_file
from .headers import MOST, header_at, passed_over
from .inputs import DELIMITERS, compression_of, kind_of, refuse_unused, split
from .job import Job, one_line
from .json_files import spooled
from .sheets import Workbook
from .streams import STREAM
from .transcoded import Transcoded, read_as, refuse_encoding, told

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# The most rows; of those of a CSV file so many from its head, and the others from all over it.
_ROWS, _FIRST = 2000, 1000
_HEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Sampled:
    """The file ``path`` with rows, texts by column, of which messages say ``notices``."""

    path: str
    rows: list[dict[str, str]]
    delimiter: str | None = None
    notices: tuple[Notice, ...] = ()


def sampled(con: DuckDBPyConnection, job: Job, named: tuple[str, ...], scratch: Path) -> Sampled:
    """Some rows of the source, whose columns ``named`` are known.

    Raises UsageError (``no_stream``), InputError.
    """
    if job.source == STREAM:
        raise UsageError("no_stream", "a look is taken at a file, not at a pipe", "write it to a file first")
    kind, _ = kind_of(job.source)
    refuse_unused(job, kind)
    refuse_no_file(job.source, kind)
    if kind == "csv":
        return _csv(job, named, scratch)
    refuse_encoding(job.encoding)
    if kind == "parquet":
        path = str(scratch / "sample.parquet")
        con.execute(f"COPY (FROM read_parquet($1) LIMIT {_ROWS}) TO $2 (FORMAT parquet)", [job.source, path])
        found = con.execute("FROM read_parquet($1)", [path])
        names = [column[0] for column in found.description or ()]
        return Sampled(path, [_texts(dict(zip(names, row, strict=True))) for row in found.fetchall()])
    notices: tuple[Notice, ...] = ()
    objects: Iterator[dict[str, Any]]
    if kind == "xlsx":
        workbook = Workbook(job.source, job.sheet, named)
        notices = workbook.notices
        workbook.spool(scratch / "rows.jsonl", _ROWS)
        objects = _lines(_opened(str(scratch / "rows.jsonl")), job.source)
    elif kind == "json":
        path, array = spooled(job.source, scratch)
        objects = _array(con, path) if array else _lines(_opened(path), job.source)
    else:
        objects = _lines(_opened(job.source), job.source)
    some = list(islice(objects, _ROWS))
    lines = scratch / "sample.jsonl"
    lines.write_text("".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in some), "utf-8")
    return Sampled(str(lines), [_texts(each) for each in some], notices=notices)


def _csv(job: Job, named: tuple[str, ...], scratch: Path) -> Sampled:
    with _opened(job.source) as file:
        head = file.read(_HEAD)
        notices: tuple[Notice, ...] = ()
        if encoding := told(head, job.encoding):
            notices = (read_as(job.source, encoding),)
            given = job.encoding is not None
            unpacked = Transcoded(file, head, encoding, job.source, given=given)
            head = io.BufferedReader(unpacked).read(_HEAD)
    refuse_head(job.source, head, ended=len(head) < _HEAD)
    whole = head if len(head) < _HEAD else head[: head.rfind(b"\n") + 1]
    try:
        text = whole.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as fault:
        line = whole.count(b"\n", 0, fault.start + 1) + 1
        raise not_utf8(f"{job.source}:{line}", hint=NAME_IT) from None
    delimiter = job.delimiter or _delimiter(text, named)
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    some = list(islice(_numbered(records), _FIRST + MOST))
    if not some:
        raise InputError(
            "line_too_long",
            "{where}: a row longer than {most} MiB",
            where=f"{job.source}:1",
            most=_HEAD >> 20,
        )
    first = [row for _, row in some[:MOST]]
    above = header_at(first, named)
    names = some[above][1]
    rows = [row for _, row in some[above + 1 :] if len(row) == len(names)]
    if len(head) == _HEAD and compression_of(job.source) is None and not encoding:
        with Path(job.source).open("rb") as packed:
            for line in islice(samples.lines(packed.fileno()), 0, None, 8):
                cells = split(line.rstrip("\r"), delimiter)
                rows += [[*cells]] if len(cells) == len(names) and len(rows) < _ROWS else []
    path = scratch / "sample.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=delimiter).writerows([names, *rows])
    if above:
        notices += (passed_over(f"{job.source}:{some[above][0]}"),)
    return Sampled(str(path), [dict(zip(names, row, strict=True)) for row in rows], delimiter, notices)


def _numbered(records: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines they end on, blank ones left out, up to one with a cell that a sample is no
    place for."""
    with suppress(csv.Error):
        for row in records:
            if row:
                yield records.line_num, row


def _delimiter(text: str, named: tuple[str, ...]) -> str:
    """What parts the cells: that by which a row has the columns ``named``, else by which rows are alike."""
    typed = {*map(one_line, named)}

    def merit(delimiter: str) -> tuple[int, int, int]:
        records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        rows = [row for _, row in islice(_numbered(records), MOST)]
        widths = Counter(len(row) for row in rows if sum(map(bool, row)) > 1)  # some end all rows with one
        width, alike = max(widths.items(), key=lambda each: each[::-1], default=(0, 0))
        return max((len(typed.intersection(map(one_line, row))) for row in rows), default=0), alike, width

    return max(DELIMITERS, key=merit)


def _opened(path: str) -> Any:
    import pyarrow

    return pyarrow.input_stream(path, compression_of(path))


def _lines(file: Any, name: str) -> Iterator[dict[str, Any]]:
    with file:
        for number, line in enumerate(io.BufferedReader(file), 1):
            if not line.strip():
                continue
            try:
                found = json.loads(line.removeprefix(codecs.BOM_UTF8))
            except (ValueError, RecursionError):
                found = None
            if not isinstance(found, dict):
                where = f"{name}:{number}"
                raise InputError("bad_json", "{where}: not a JSON object", where=where)
            yield found


def _array(con: DuckDBPyConnection, path: str) -> Iterator[dict[str, Any]]:
    query = f"SELECT CAST(json AS VARCHAR) FROM read_json_objects($1, format = 'array') LIMIT {_ROWS}"
    for (text,) in con.execute(query, [path]).fetchall():
        found = json.loads(text)
        if isinstance(found, dict):
            yield found


def _texts(row: dict[str, Any], before: str = "") -> dict[str, str]:
    """A row's values as texts, those inside objects and at the head of lists by the way to them."""
    found: dict[str, str] = {}
    for name, value in row.items():
        way = f"{before}{name}"
        if isinstance(value, list) and value and isinstance(value[0], dict):
            way, value = f"{way}[0]", value[0]
        if isinstance(value, dict) and way.count(".") < 3:
            found |= _texts(value, f"{way}.")
        elif value is not None and not isinstance(value, dict | list):
            found[way] = str(value)
    return found
