"""Rows as CSV for spreadsheets: figures in full, and no text that could run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ..money.formatting import plain
from .text import visible

if TYPE_CHECKING:
    from .answer import Answer
    from .screen import Screen
    from .sheet import Cell, Row


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """The header first, then the rows of each block as it comes."""
    rows = answer.rows()
    yield _lines([rows.header])
    yield from map(_lines, rows.blocks)


def _lines(rows: Iterable[Row]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return plain(cell)
    if not isinstance(cell, str):
        return str(cell)
    text = visible(cell)
    # A spreadsheet runs a cell that begins like a formula (OWASP, "CSV Injection"); an apostrophe stops it.
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
