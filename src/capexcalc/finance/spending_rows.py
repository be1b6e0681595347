"""The rows of a file of past spending, whatever kind of table it is, each with the line it begins on."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..errors import InputError, Notice, extra
from ..reading.cell_figures import parted
from ..textfile import csv_records, decode, not_json, read_bytes
from .spending_columns import Choice, Columns, columns_of, missing, normal
from .spending_wide import Record, turned, years_in
from .spending_years import stretch_of

Row = Mapping[str, str]

# Lines above the header that may be a title.
_TITLES = 20


class Number(str):
    """A figure that a program wrote as a number: it has a decimal point, and no groups."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` by role (``year``, ``amount``), with their FILE:LINE; or, of a file in SEC EDGAR's shape, its
    content as ``filing``. ``columns`` says what the header does, ``notices`` what was passed over."""

    rows: Sequence[tuple[str, Row]]
    separator: str
    columns: Columns | None = None
    notices: tuple[Notice, ...] = ()
    filing: Any = None


def read_table(path: Path, choice: Choice) -> Table:
    """Every row that is not empty.

    Raises InputError: what ``read_text`` and ``csv_records`` raise, ``bad_json``, ``bad_workbook``,
    ``needs_openpyxl``, ``no_such_sheet``, ``missing_column``, ``ragged_row``, and what ``columns_of`` and
    ``turned`` raise.
    """
    data = read_bytes(path)
    if data.startswith(b"PK\x03\x04"):
        return _in_workbook(path, data, choice)
    text = decode(path, data)
    if text.lstrip()[:1] in ("[", "{"):
        items = list(_objects(path, text))
        if len(items) == 1 and isinstance(items[0][1], dict) and {"facts", "units"} & items[0][1].keys():
            return Table((), "json", filing=items[0][1])
        return _headed(_of_objects(items), path, "json", choice)
    separator = _separator(text)
    records = [(f"{path}:{line}", cells) for line, cells in csv_records(path, text, separator)]
    return _headed(records, path, separator, choice)


def _headed(
    records: Sequence[Record], path: Path, separator: str, choice: Choice, sheets: Sequence[str] = ()
) -> Table:
    """Records as rows, under the first of them in which the columns are found."""
    first: InputError | None = None
    for number, (where, header) in enumerate(records[:_TITLES] or [(f"{path}:1", [])]):
        notices = [
            Notice("title", "{where}: the header is read here, what is above is passed over", where=where)
        ]
        try:
            columns = columns_of(header, choice, where)
            if not columns.complete and "amount" in columns.places:
                columns = _timed(columns, records[number + 1 :])
            if not columns.complete:
                places = years_in(header, choice)
                if not places:
                    raise missing(header, where, sheets)
                body = _even(records[number + 1 :], len(header))
                header, body, said = turned(header, body, places, choice, where)
                columns = columns_of(header, Choice(), where)
                notices += said
            else:
                body = _even(records[number + 1 :], len(header))
                columns, body = _wanted(header, columns, body, choice, where)
        except InputError as error:
            if error.code != "missing_column":
                raise
            first = first or error
            continue
        rows = [(at, {role: _clean(cells[n]) for role, n in columns.places.items()}) for at, cells in body]
        _refuse_several(header, columns, body)
        return Table(rows, separator, columns, tuple(notices if number else notices[1:]))
    assert first is not None
    raise first


def _even(records: Iterable[Record], width: int) -> list[Record]:
    for where, cells in records:
        if len(cells) != width:
            raise InputError(
                "ragged_row",
                "{where}: {cells} cells under a header of {width}",
                "a comma inside a cell needs quotes around the cell",
                where=where,
                cells=len(cells),
                width=width,
            )
    return list(records)


def _timed(columns: Columns, body: Sequence[Record]) -> Columns:
    """With the one column without a name, as the index of a data frame has none, if its cells are years."""
    for place, cells in enumerate(zip(*(cells for _, cells in body), strict=False)):
        if place in columns.places.values():
            continue
        if all(stretch_of(cell, "", year_end=(12, 31)) for cell in cells):
            role = "fiscal_year_end" if all(map(_is_day, cells)) else "year"
            guessed = (*columns.guessed, f"column {place + 1} as {role}")
            return replace(columns, places={**columns.places, role: place}, guessed=guessed)
    return columns


def _is_day(cell: str) -> bool:
    try:
        return bool(date.fromisoformat(cell.strip()))
    except ValueError:
        return False


def _wanted(
    header: Sequence[str], columns: Columns, body: list[Record], choice: Choice, where: str
) -> tuple[Columns, list[Record]]:
    """The rows that are called as the amounts are, where that is no column.

    Raises InputError (``no_such_column``) where nothing is called so.
    """
    if choice.amount is None or normal(choice.amount) in map(normal, header):
        return columns, body
    used = {place for role, place in columns.places.items() if role != "label"}
    for place in range(len(header)):
        named = [record for record in body if normal(record[1][place]) == normal(choice.amount)]
        if place not in used and named:
            places = {role: own for role, own in columns.places.items() if own != place}
            about = tuple(each for each in columns.about if each != place)
            return replace(columns, places=places, about=about), named
    raise InputError(
        "no_such_column",
        "{where}: no column, and no row, is called {amount}",
        "columns: {columns}",
        where=where,
        amount=repr(choice.amount),
        columns=", ".join(header),
    )


def _refuse_several(header: Sequence[str], columns: Columns, body: Sequence[Record]) -> None:
    """Raises InputError (``several_series``) where rows are not all about the same."""
    for place in columns.about:
        found = list(dict.fromkeys(cells[place].strip() for _, cells in body if any(map(str.strip, cells))))
        numeric = all(parted(cell) for cell in found if cell) and "month" not in normal(header[place])
        if len(found) > 1 and not numeric:
            where = next(at for at, cells in body if cells[place].strip() == found[1])
            name = header[place].strip()
            raise InputError(
                "several_series",
                "{where}: column {name!r} has {value!r} here and {before!r} before",
                "one series at a time: keep the rows of one {name}",
                where=where,
                name=name,
                value=found[1][:40],
                before=found[0][:40],
            )


def _clean(cell: str) -> str:
    return cell if isinstance(cell, Number) else " ".join(cell.split())


def _separator(text: str) -> str:
    """The separator of the first line that is not empty: the one it has most of."""
    head = next((line for line in io.StringIO(text[:100_000]) if line.strip()), "")
    return max(",;\t", key=head.count)


def _objects(path: Path, text: str) -> Iterator[tuple[str, Any]]:
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


def _of_objects(items: Sequence[tuple[str, Any]]) -> list[Record]:
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


def _in_workbook(path: Path, data: bytes, choice: Choice) -> Table:
    """The sheet of an .xlsx workbook that is asked for, or the first in which the columns are found."""
    sheets = dict(_workbook(path, data))
    if choice.sheet is not None and choice.sheet not in sheets:
        raise InputError(
            "no_such_sheet",
            "{path}: no sheet {sheet!r}",
            "sheets: {sheets}",
            path=path,
            sheet=choice.sheet,
            sheets=", ".join(sheets),
        )
    faults: list[InputError] = []
    for name in [choice.sheet] if choice.sheet is not None else sheets:
        try:
            table = _headed(sheets[name], path, "xlsx", choice, [*sheets])
        except InputError as error:
            if error.code != "missing_column":
                raise
            faults.append(error)
            continue
        if len(sheets) == 1:
            return table
        notice = Notice(
            "sheet",
            "{path}: sheet {name!r} is read, of {sheets}",
            path=path,
            name=name,
            sheets=", ".join(map(repr, sheets)),
        )
        return Table(table.rows, table.separator, table.columns, (notice, *table.notices))
    raise faults[0]


def _workbook(path: Path, data: bytes) -> Iterator[tuple[str, list[Record]]]:
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
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            rows = [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
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
