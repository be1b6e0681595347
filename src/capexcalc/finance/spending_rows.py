"""The rows of a file of past spending, whatever kind of table it is, each with the line it begins on."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..errors import InputError, extra
from ..textfile import csv_records, decode, not_json, read_bytes

HEADER = "period_start,period_end,amount,currency[,label,source] or year,amount[,currency,unit]"
# Each of these sets tells when a figure was spent.
_WHEN = (("period_start", "period_end"), ("year",), ("fiscal_year_end",))

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` with their FILE:LINE; or, of a file in SEC EDGAR's shape, its content as ``filing``."""

    rows: Sequence[tuple[str, Row]]
    separator: str
    filing: Any = None


def read_table(path: Path) -> Table:
    """Every row that is not empty, by column names in lower case.

    Raises InputError: what ``read_text`` and ``csv_records`` raise, ``bad_json``, ``bad_workbook``,
    ``needs_openpyxl``, ``missing_column``, ``repeated_column``, ``ragged_row``.
    """
    data = read_bytes(path)
    if data.startswith(b"PK\x03\x04"):
        return Table(_under_header(_workbook(path, data), path), "xlsx")
    text = decode(path, data)
    if text.lstrip()[:1] in ("[", "{"):
        return _json(path, text)
    separator = _separator(text)
    return Table(_under_header(_csv(path, text, separator), path), separator)


def _under_header(records: Iterable[tuple[str, list[str]]], path: Path) -> list[tuple[str, Row]]:
    """Each record as a row, the first one naming the columns."""
    found = iter(records)
    where, header = next(found, (f"{path}:1", []))
    columns = [_column(name) for name in header]
    if twice := [name for name in dict.fromkeys(columns) if name and columns.count(name) > 1]:
        raise InputError(
            "repeated_column",
            "{where}: column {columns} is there twice",
            where=where,
            columns=", ".join(map(repr, twice)),
        )
    _check_columns(columns, where)
    rows: list[tuple[str, Row]] = []
    for where, cells in found:
        if len(cells) != len(columns):
            raise InputError(
                "ragged_row",
                "{where}: {count} cells under a header of {columns}",
                "a comma inside a cell needs quotes around the cell",
                where=where,
                count=len(cells),
                columns=len(columns),
            )
        rows.append((where, dict(zip(columns, (" ".join(cell.split()) for cell in cells), strict=True))))
    return rows


def _check_columns(columns: Sequence[str], where: str) -> None:
    when = next((needed for needed in _WHEN if needed[0] in columns), _WHEN[0])
    # A row of the first kind carries its currency; the others may name it in the amount.
    needed = (*when, "amount", "currency") if when is _WHEN[0] else (*when, "amount")
    if absent := [name for name in needed if name not in columns]:
        raise InputError(
            "missing_column",
            "{where}: no column {columns}",
            "the header is {header}",
            where=where,
            columns=", ".join(absent),
            header=HEADER,
        )


def _column(name: str) -> str:
    return "_".join(name.split()).casefold()


def _separator(text: str) -> str:
    """The separator of the first line that is not empty: the one it has most of."""
    head = next((line for line in io.StringIO(text[:100_000]) if line.strip()), "")
    return max(",;\t", key=head.count)


def _csv(path: Path, text: str, separator: str) -> Iterator[tuple[str, list[str]]]:
    return ((f"{path}:{line}", cells) for line, cells in csv_records(path, text, separator))


def _json(path: Path, text: str) -> Table:
    """A list of objects, one object a line, or EDGAR's one object."""
    # Numbers stay the text they were written as.
    decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)
    rows: list[tuple[str, Row]] = []
    position = line = counted = 0
    is_list = text.lstrip()[0] == "["
    if is_list:
        position = text.index("[") + 1
    while True:
        while position < len(text) and (text[position].isspace() or text[position] == ","):
            position += 1
        if position >= len(text) or (is_list and text[position] == "]"):
            return Table(rows, "json")
        line, counted = line + text.count("\n", counted, position), position
        where = f"{path}:{line + 1}"
        try:
            item, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as fault:
            raise InputError(
                "bad_json",
                "{where}: not JSON: {reason}",
                "a list of objects is expected",
                where=where,
                reason=not_json(fault),
            ) from None
        if isinstance(item, dict) and ("facts" in item or "units" in item):
            return Table((), "json", item)
        rows.append((where, _object(item, where)))


def _object(item: object, where: str) -> Row:
    if not isinstance(item, dict) or not all(isinstance(v, str | None) for v in item.values()):
        raise InputError(
            "bad_json",
            "{where}: not an object with a text or a number under each name",
            "the names are those of the columns: {columns}",
            where=where,
            columns=HEADER,
        )
    row = {_column(name): " ".join(text.split()) for name, text in item.items() if text is not None}
    _check_columns(list(row), where)
    return row


def _workbook(path: Path, data: bytes) -> Iterator[tuple[str, list[str]]]:
    """The first sheet of an .xlsx workbook, formulas as the values they had when it was saved."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise InputError(
            "needs_openpyxl",
            "{path}: reading a workbook needs openpyxl",
            "save it as CSV, or: {install}",
            path=path,
            install=extra("openpyxl", name="xlsx"),
        ) from None
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = [[_cell(value) for value in row] for row in workbook.worksheets[0].iter_rows(values_only=True)]
        workbook.close()
    except Exception as fault:  # what openpyxl raises on a damaged workbook is whatever it stumbles over
        raise InputError(
            "bad_workbook",
            "{path}: not a readable workbook ({kind})",
            "save it as CSV (UTF-8)",
            path=path,
            kind=type(fault).__name__,
        ) from None
    for number, cells in enumerate(rows, start=1):
        if any(cells):
            yield f"{path}:{number}", cells


def _cell(value: object) -> str:
    if isinstance(value, date):  # a datetime is one too
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        # As short as the workbook has it, which stores the text of a binary float.
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    return "" if value is None else str(value)
