"""Amounts in words, as engines have them read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from ..errors import CapexcalcError
from ..money.figures import plain
from .engine import define

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# What is read in a cell: an amount and its currency, or the code of the error in their place.
FIELDS = ("amount", "currency", "refusal")
Cell = tuple[str | None, str | None, str | None]

# Cells that are remembered: some 40 MB.
_REMEMBERED = 1 << 17


def create(con: DuckDBPyConnection, lang: str | None) -> None:
    """Function ``read_cell`` of ``con``, that gives the FIELDS of a cell.

    One that comes again is not read again, unless very many others came between.
    """
    remembered = lru_cache(_REMEMBERED)(partial(read_cell, lang=lang))
    fields = [f"{field} VARCHAR" for field in FIELDS]
    define(con, "read_cell", ["VARCHAR"], fields, lambda cells: columns(map(remembered, cells.to_pylist())))


def read_cell(text: str | None, lang: str | None) -> Cell:
    """The FIELDS of a cell; an empty one has none."""
    from ..reading.request import read_request  # half as much to load as the engine

    if text is None:
        return None, None, None
    try:
        amounts = read_request(text, lang).amounts
    except CapexcalcError as error:
        return None, None, error.code
    if len(amounts) > 1:
        return None, None, "several_amounts"  # a range: one row has room for one
    return plain(amounts[0].value), amounts[0].currency, None


def columns(cells: Iterable[Cell]) -> list[Any]:
    """An array of Arrow for each of the FIELDS."""
    import pyarrow

    return [pyarrow.array(column, pyarrow.string()) for column in zip(*cells, strict=True)]
