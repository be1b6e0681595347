"""The rows of a file of past spending, whatever kind of table it is, each with the line it begins on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from ..errors import InputError, Notice
from ..money.currency_cells import unit_of
from ..reading.cell_figures import parted
from ..records import dataclass
from ..textfile import csv_records, decode, read_bytes
from .spending_columns import Choice, Columns, columns_of, missing, normal
from .spending_records import Number, Record, objects_in, records_of, separator_of, sheets_in
from .spending_units import Remark, refuse_no_money, with_unit
from .spending_wide import turned, years_in
from .spending_years import stretch_of

Row = Mapping[str, str]

# Lines above the header that may be a title.
_TITLES = 20


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
        items = list(objects_in(path, text))
        if len(items) == 1 and isinstance(items[0][1], dict) and {"facts", "units"} & items[0][1].keys():
            return Table((), "json", filing=items[0][1])
        return _headed(records_of(items), path, "json", choice)
    separator = separator_of(text)
    records = [(f"{path}:{line}", cells) for line, cells in csv_records(path, text, separator)]
    return _headed(records, path, separator, choice)


def _headed(
    records: Sequence[Record], path: Path, separator: str, choice: Choice, sheets: Sequence[str] = ()
) -> Table:
    """Records as rows, under the first of them in which the columns are found."""
    first: InputError | None = None
    titles: list[Remark] = []
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
                remarks = _remarks(body, places)
                header, body, said, about = turned(header, body, places, choice, where)
                columns = columns_of(header, Choice(), where)
                notices += said
                remarks += about
            else:
                body = _even(records[number + 1 :], len(header))
                columns, body = _wanted(header, columns, body, choice, where)
                remarks = _remarks(body, [columns.places["amount"]])
        except InputError as error:
            if error.code != "missing_column":
                raise
            first = first or error
            titles += [(where, cell) for cell in header if cell.strip()]
            continue
        if not _has_units(columns, body):
            columns = with_unit(columns, [*titles, *remarks], choice)
        rows = [(at, {role: _clean(cells[n]) for role, n in columns.places.items()}) for at, cells in body]
        _refuse_several(header, columns, body)
        refuse_no_money(((at, cells[place]) for place in columns.about for at, cells in body), choice)
        return Table(rows, separator, columns, tuple(notices if number else notices[1:]))
    assert first is not None
    raise first


def _remarks(body: Iterable[Record], amounts: Sequence[int]) -> list[Remark]:
    """The texts of rows without an amount: the heads of sections, and notes."""
    rows = ((at, cells) for at, cells in body if not any(cells[place].strip() for place in amounts))
    return [(at, cell) for at, cells in rows for cell in cells if cell.strip()]


def _has_units(columns: Columns, body: Iterable[Record]) -> bool:
    """Whether a column says in what unit amounts are, rather than in what currency alone."""
    place = columns.places.get("unit")
    return place is not None and any(cells[place].strip() and not unit_of(cells[place]) for _, cells in body)


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


def _in_workbook(path: Path, data: bytes, choice: Choice) -> Table:
    """The sheet of an .xlsx workbook that is asked for, or the first in which the columns are found."""
    sheets = dict(sheets_in(path, data))
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
