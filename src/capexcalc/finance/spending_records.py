"""What a file of past spending holds before its columns are known: records, each with its FILE:LINE."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import InputError, extra
from ..textfile import not_json, refuse_bomb

Record = tuple[str, list[str]]

# Lines that tell what parts the cells.
_LINES = 50


class Number(str):
    """A figure that a program wrote as a number: it has a decimal point, and no groups."""

    __slots__ = ()


def separator_of(text: str) -> str:
    """What parts the cells: what most of the first lines have alike, for the first of all may be a title."""
    lines = [line for line in islice(io.StringIO(text[:100_000]), _LINES) if line.strip()]

    def merit(separator: str) -> tuple[int, int]:
        counts = Counter(count for line in lines if (count := line.count(separator)))
        count, alike = max(counts.items(), key=lambda each: each[::-1], default=(0, 0))
        return alike, count

    return max(",;\t", key=merit)


def objects_in(path: Path, text: str) -> Iterator[tuple[str, Any]]:
    """Each object of a list, or of one a line, with the line it begins on."""
    decoder = json.JSONDecoder(parse_float=Number, parse_int=Number, parse_constant=str)
    position = line = counted = 0
    is_list = text.lstrip()[0] == "["
    if is_list:
        position = text.index("[") + 1
    while True:
        while position < len(text) and (text[position].isspace() or text[position] == ","):
            position += 1
        if position >= len(text) or (is_list and text[position] == "]"):
            return
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
        yield where, item


def records_of(items: Sequence[tuple[str, Any]]) -> list[Record]:
    """Objects as records under a header of all their names."""
    names: dict[str, None] = {}
    for where, item in items:
        if not isinstance(item, dict) or not all(isinstance(v, str | None) for v in item.values()):
            raise InputError(
                "bad_json",
                "{where}: not an object with a text or a number under each name",
                "the names are those of columns: year, amount, currency",
                where=where,
            )
        names.update(dict.fromkeys(item))
    first = items[0][0] if items else ""
    return [(first, [*names]), *((where, [item.get(name) or "" for name in names]) for where, item in items)]


def sheets_in(path: Path, data: bytes) -> Iterator[tuple[str, list[Record]]]:
    """The sheets of an .xlsx workbook, formulas as the values they had when it was saved."""
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
    refuse_bomb(path, io.BytesIO(data))
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # what it says of its size is not always right
            rows = [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
            width = max(map(len, rows), default=0)
            rows = [row + [""] * (width - len(row)) for row in rows]
            numbered = enumerate(rows, start=1)
            yield sheet.title, [(f"{path}:{number}", cells) for number, cells in numbered if any(cells)]
        workbook.close()
    except Exception as fault:  # what openpyxl raises on a damaged workbook is whatever it stumbles over
        raise InputError(
            "bad_workbook",
            "{path}: not a readable workbook ({kind})",
            "save it as CSV (UTF-8)",
            path=path,
            kind=type(fault).__name__,
        ) from None


def _cell(value: object) -> str:
    if isinstance(value, date):  # a datetime is one too
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        # As short as the workbook has it, which stores the text of a binary float.
        return Number(f"{Decimal(repr(value)):f}".removesuffix(".0"))
    if isinstance(value, int) and not isinstance(value, bool):
        return Number(value)
    return "" if value is None else str(value)
