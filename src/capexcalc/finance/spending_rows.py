"""The rows of a file of past spending, whatever kind of table it is, each with the line it begins on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from ..errors import InputError, Notice
from ..money.currency_cells import unit_of
from ..records import dataclass
from ..textfile import NAME_IT, csv_records, decode, decode_as, read_bytes
from .spending_choice import (
    distinct,
    has_figure,
    is_data,
    kept,
    names_time,
    no_such_column,
    refuse_several,
    wanted,
)
from .spending_columns import Choice, Columns, columns_of, missing, normal
from .spending_records import Number, Record, objects_in, records_of, separator_of, sheets_in
from .spending_units import Remark, of_money, refuse_no_money, said_by_name, with_unit
from .spending_wide import turned, years_in
from .spending_years import is_time

Row = Mapping[str, str]

# Lines above the header that may be a title.
_TITLES = 20
# Rows below one that tell whether it is a header or one of them.
_NEAR = 50


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
        choice.refuse(path, "encoding")
        return _in_workbook(path, data, choice)
    choice.refuse(path, "sheet")
    text = decode_as(path, data, choice.encoding) if choice.encoding else decode(path, data, NAME_IT)
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
    fault: InputError | None = None
    most = 0
    titles: list[Remark] = []
    records = records or [(f"{path}:1", [])]
    for number, (where, names) in enumerate(records[:_TITLES]):
        try:
            table = _under(records, number, choice, titles, sheets)
        except InputError as error:
            if error.code != "missing_column":
                raise
            told = [cell for cell in names if cell.strip()]
            titles += [(where, cell) for cell in told]
            if fault is None or (len(told) > most and not is_data(names)):
                fault, most = error, len(told)
            if names_time(names):
                raise error from None  # a header without amounts: those below are rows of it
            continue
        title = Notice("title", "{where}: the header is read here, what is above is passed over", where=where)
        return replace(table, separator=separator, notices=(*[title] * bool(number), *table.notices))
    assert fault is not None
    raise fault


def _under(
    every: Sequence[Record], number: int, choice: Choice, titles: Sequence[Remark], sheets: Sequence[str]
) -> Table:
    """Records as rows under the one of this ``number``.

    Raises InputError (``missing_column``) where that is no header.
    """
    where, records = every[number][0], every[number + 1 :]
    header = distinct(every[number][1], records)
    columns = columns_of(header, choice, where)
    if not columns.complete and "amount" in columns.places:
        columns = _timed(columns, records)
    notices: tuple[Notice, ...] = ()
    if columns.complete:
        if choice.year is not None and normal(choice.year) not in map(normal, header):
            raise no_such_column(choice.year, header, where)
        body = kept(_even(records, len(header)), choice, where)
        columns, body = wanted(header, columns, body, choice, where)
        body, notices = of_money(body, columns, choice)
        amounts = columns.places["amount"]
        refuse_no_money([(where, header[amounts])], choice)
        remarks = [*_remarks(body, [amounts]), *said_by_name(header[amounts], where, choice)]
        remarks += [(at, cells[place]) for at, cells in body[:1] for place in columns.about]
    else:
        places = [] if is_data(header) else years_in(header, [*every[:number], *records[:_NEAR]])
        if not places:
            raise missing(header, where, sheets)
        body = kept(_even(records, len(header)), choice, where)
        remarks = _remarks(body, places)
        header, body, notices, about = turned(header, body, places, choice, where)
        columns = columns_of(header, Choice(), where)
        remarks += about
    refuse_no_money(((at, cells[place]) for place in columns.about for at, cells in body), choice)
    if not _has_units(columns, body):
        columns = with_unit(columns, [*titles, *remarks], choice)
    rows = [(at, {role: _clean(cells[n]) for role, n in columns.places.items()}) for at, cells in body]
    refuse_several(header, columns, body)
    return Table(rows, "", columns, notices)


def _remarks(body: Iterable[Record], amounts: Sequence[int]) -> list[Remark]:
    """The texts of rows without an amount: the heads of sections, and notes."""
    rows = ((at, cells) for at, cells in body if not any(has_figure(cells[place]) for place in amounts))
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
    amount = columns.places["amount"]
    body = [record for record in body if has_figure("".join(record[1][amount : amount + 1]))]
    for place, cells in enumerate(zip(*(cells for _, cells in body), strict=False)):
        if place in columns.places.values():
            continue
        if all(map(is_time, cells)):
            role = "fiscal_year_end" if all(map(_is_day, cells)) else "year"
            guessed = (*columns.guessed, f"column {place + 1} as {role}")
            return replace(columns, places={**columns.places, role: place}, guessed=guessed)
    return columns


def _is_day(cell: str) -> bool:
    try:
        return bool(date.fromisoformat(cell.strip()))
    except ValueError:
        return False


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
