"""Amounts in words, as engines have them read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..errors import CapexcalcError, Notice
from ..money.figures import plain
from ..reading.mentions import Amount, doubts
from .engine import define

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# What is read in a cell: an amount and its currency, or the code of the error in their place.
FIELDS = ("amount", "currency", "refusal")
Cell = tuple[str | None, str | None, str | None]

# Cells that are remembered: some 40 MB.
_REMEMBERED = 1 << 17


class CellReader:
    """Function ``read_cell`` of ``con``, that gives the FIELDS of a cell.

    One that comes again is not read again, unless very many others came between.
    """

    def __init__(self, con: DuckDBPyConnection, lang: str | None) -> None:
        self._lang = lang
        self._unsure: dict[tuple[str, ...], Amount] = {}
        remembered = lru_cache(_REMEMBERED)(self._read)
        fields = [f"{field} VARCHAR" for field in FIELDS]
        define(
            con, "read_cell", ["VARCHAR"], fields, lambda cells: columns(map(remembered, cells.to_pylist()))
        )

    def doubts(self) -> list[Notice]:
        """What is not certain about amounts read so far, with an example each."""
        return doubts([*self._unsure.values()])

    def _read(self, text: str | None) -> Cell:
        amount, refusal = _amount(text, self._lang)
        if amount and amount.notes:
            self._unsure.setdefault((*amount.notes, *amount.candidates), amount)
        return _cell(amount, refusal)


def read_cell(text: str | None, lang: str | None) -> Cell:
    """The FIELDS of a cell; an empty one has none."""
    return _cell(*_amount(text, lang))


def _amount(text: str | None, lang: str | None) -> tuple[Amount | None, str | None]:
    from ..reading.request import read_request  # half as much to load as the engine

    if text is None:
        return None, None
    try:
        amounts = read_request(text, lang).amounts
    except CapexcalcError as error:
        return None, error.code
    if len(amounts) > 1:
        return None, "several_amounts"  # a range: one row has room for one
    return amounts[0], None


def _cell(amount: Amount | None, refusal: str | None) -> Cell:
    return (plain(amount.value), amount.currency, None) if amount else (None, None, refusal)


def columns(cells: Iterable[Cell]) -> list[Any]:
    """An array of Arrow for each of the FIELDS."""
    import pyarrow

    return [pyarrow.array(column, pyarrow.string()) for column in zip(*cells, strict=True)]
