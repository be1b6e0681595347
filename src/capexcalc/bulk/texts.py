"""Amounts in words, as engines have them read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import CapexcalcError, Notice
from ..money.formatting import plain
from ..reading.mentions import doubts
from .engine import define

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Cells that are remembered: some 40 MB.
_REMEMBERED = 1 << 17


class Cell(NamedTuple):
    """An amount and its currency, or the code of the error in their place; of an empty cell neither.

    ``doubt`` names what is not certain about the amount, the same for amounts of which the same is not.
    """

    amount: str | None = None
    currency: str | None = None
    refusal: str | None = None
    doubt: str | None = None


class CellReader:
    """Function ``read_cell`` of ``con``, that gives a Cell for a text.

    One that comes again is not read again, unless very many others came between.
    """

    def __init__(self, con: DuckDBPyConnection, lang: str | None) -> None:
        self._lang = lang
        self._doubtful: dict[str, str] = {}
        remembered = lru_cache(_REMEMBERED)(self._read)
        fields = [f"{field} VARCHAR" for field in Cell._fields]
        define(
            con, "read_cell", ["VARCHAR"], fields, lambda cells: columns(map(remembered, cells.to_pylist()))
        )

    def doubts(self) -> list[Notice]:
        """What is not certain about amounts read so far, with an example each."""
        return doubts_about(self._doubtful.values(), self._lang)

    def _read(self, text: str | None) -> Cell:
        cell = read_cell(text, self._lang)
        if text is not None and cell.doubt is not None:
            self._doubtful.setdefault(cell.doubt, text)
        return cell


def read_cell(text: str | None, lang: str | None) -> Cell:
    """What is read in a cell."""
    from ..reading.typed_amount import read_request  # half as much to load as the engine

    if text is None:
        return Cell()
    try:
        amounts = read_request(text, lang).amounts
    except CapexcalcError as error:
        return Cell(refusal=error.code)
    if len(amounts) > 1:
        return Cell(refusal="several_amounts")  # a range: one row has room for one
    (amount,) = amounts
    doubt = " ".join([*amount.notes, *amount.candidates]) if amount.notes else None
    return Cell(plain(amount.value), amount.currency, doubt=doubt)


def doubts_about(texts: Iterable[str], lang: str | None) -> list[Notice]:
    """What is not certain about the amounts in ``texts``."""
    from ..reading.typed_amount import read_request

    return doubts([amount for text in texts for amount in read_request(text, lang).amounts])


def columns(cells: Iterable[Cell]) -> list[Any]:
    """An array of Arrow for each field of the cells."""
    import pyarrow

    return [pyarrow.array(column, pyarrow.string()) for column in zip(*cells, strict=True)]
