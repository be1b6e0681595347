"""Workbooks (.xlsx): their rows as objects, a line each, and rows as a sheet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError, Notice, extra
from ..money.currency_cells import unit_of
from ..rates.calendar_rules import CONVERTED
from ..textfile import refuse_bomb
from .headers import MOST, header_at, passed_over
from .inputs import Table
from .job import Job, one_line
from .tally import Tally, fault_cell
from .workbooks import open_workbook

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH = 4096  # rows in memory
# What XML cannot carry.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Workbook:
    """The sheet ``name`` of a workbook, or the first with a row that names the columns ``used``, under that
    row; where they are not known, the first that is a table, under the row that is likely to be its header.

    Raises InputError: ``needs_openpyxl``, ``bad_workbook``, ``file_too_large``, ``no_such_sheet``,
    ``no_such_column``, ``empty_file``.
    """

    def __init__(self, path: str, name: str | None, used: Sequence[str] = ()) -> None:
        self._path = path
        refuse_bomb(path, path)
        try:
            _openpyxl(path)
            self._book = open_workbook(path)
            names = [sheet.title for sheet in self._book.worksheets]
        except InputError:
            raise
        except Exception as fault:  # what openpyxl raises on a damaged workbook is whatever it stumbles over
            raise _damaged(path, fault) from None
        if name is not None and name not in names:
            raise InputError(
                "no_such_sheet",
                "{path}: no sheet {name!r}",
                "sheets: {sheets}",
                path=path,
                name=name,
                sheets=", ".join(names),
            )
        self._sheet = self._book[name or self._with(used, names)]
        self.notices: tuple[Notice, ...] = ()
        if name is None and len(names) > 1:
            self.notices = (
                Notice(
                    "sheet",
                    "{path}: sheet {sheet!r} is read, of {sheets}",
                    path=path,
                    sheet=self._sheet.title,
                    sheets=", ".join(map(repr, names)),
                ),
            )
        first = self._first(self._sheet)
        if not first:
            raise InputError(
                "empty_file", "{path}: the sheet {title!r} is empty", path=path, title=self._sheet.title
            )
        self._above = header_at(first, used)
        number, header = next(islice(self._filled(), self._above, None))
        if self._above:
            self.notices += (passed_over(f"{path}:{number}"),)
        self.names = [
            _shown(value) if value is not None else f"column{n}" for n, value in enumerate(header, 1)
        ]

    def spool(self, path: Path, most: int | None = None) -> None:
        """Write each row, or the first of them, as an object on a line."""
        with path.open("w", encoding="utf-8") as lines:
            for row in islice(self.rows(), most):
                cells = map(_plain, row)
                lines.write(json.dumps(dict(zip(self.names, cells, strict=True)), ensure_ascii=False) + "\n")

    def rows(self) -> Iterator[list[Any]]:
        """The values below the header, as many in each row as there are names."""
        width = len(self.names)
        for _, row in islice(self._filled(), self._above + 1, None):
            yield [*row[:width], *[None] * (width - len(row))]

    def _with(self, used: Sequence[str], names: Sequence[str]) -> str:
        """The first sheet with the columns ``used``; where there are none, with a table. The only one is it
        anyway."""
        columns = {one_line(name) for name in used if unit_of(name) is None}
        for name in names:
            rows = self._first(self._book[name])
            table = sum(len(list(filter(None, row))) > 1 for row in rows) > 1
            if any(columns <= {*map(one_line, row)} for row in rows) if columns else table:
                return name
        if columns and len(names) > 1:
            raise InputError(
                "no_such_column",
                "{path}: no sheet has the columns {columns}",
                "sheets: {sheets}",
                path=self._path,
                columns=", ".join(sorted(map(repr, columns))),
                sheets=", ".join(names),
            )
        return names[0]

    def _first(self, sheet: Any) -> list[list[str]]:
        return [list(map(_shown, row)) for _, row in islice(self._filled(sheet), MOST)]

    def _filled(self, sheet: Any = None) -> Iterator[tuple[int, Sequence[Any]]]:
        """The rows of the sheet, or of another, that are not empty, with their numbers."""
        sheet = sheet or self._sheet
        try:
            for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                if any(value is not None for value in row):
                    yield number, row
        except Exception as fault:  # as above
            raise _damaged(self._path, fault) from None


def write_workbook(
    con: DuckDBPyConnection, job: Job, table: Table, rows: str, path: Path, source: Workbook | None
) -> Tally:
    """Write the converted ``rows`` as a sheet, cells of a ``source`` workbook as they were there.

    Raises InputError: ``needs_openpyxl``, ``too_many_rows``.
    """
    openpyxl = _openpyxl(job.out)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("converted")

    def cell(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        made = openpyxl.cell.WriteOnlyCell(sheet, value=_ILLEGAL.sub("\ufffd", value))
        made.data_type = "s"  # a text, also where it looks like a formula
        return made

    sheet.append([cell(name) for name in (*table.names, *job.added)])
    passed = [f"CAST(c{n} AS VARCHAR)" for n in range(len(table.names))]
    columns = ", ".join([*passed, *job.added, "status", f"{fault_cell()} AS cell"])
    found = con.execute(f"SELECT {columns} FROM ({rows})")
    originals = source.rows() if source else None
    tally, width = Tally(), len(table.names)
    while batch := found.fetchmany(_BATCH):
        for *values, status, fault in batch:
            before = next(originals) if originals else values[:width]
            sheet.append([cell(value) for value in (*before, *values[width:])])
            tally.statuses[status] += 1
            if status not in CONVERTED:
                tally.cells[status] = tally.cells.get(status) or fault
        if tally.statuses.total() >= openpyxl.xml.constants.MAX_ROW:  # of which one is the header
            sheet.close()
            raise InputError(
                "too_many_rows",
                "{source}: more rows than a sheet holds ({most:,})",
                "write CSV: --out converted.csv",
                source=job.source,
                most=openpyxl.xml.constants.MAX_ROW,
            )
    book.save(path)
    return tally


def _shown(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _plain(value: Any) -> Any:
    """A value as JSON has it: days and times as texts."""
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def _openpyxl(path: str) -> Any:
    try:
        import openpyxl
        import openpyxl.cell
        import openpyxl.xml.constants
    except ImportError:
        raise InputError(
            "needs_openpyxl",
            "{path}: a workbook needs openpyxl",
            "use CSV, or: {install}",
            path=path,
            install=extra("openpyxl", name="xlsx"),
        ) from None
    return openpyxl


def _damaged(path: str, fault: Exception) -> InputError:
    return InputError(
        "bad_workbook",
        "{path}: not a readable workbook ({kind})",
        "save it as CSV (UTF-8)",
        path=path,
        kind=type(fault).__name__,
    )
