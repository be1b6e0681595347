"""Amounts in words, as engines have them read."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import CapexcalcError, Notice
from ..money.currency_cells import Unit, unit_of
from ..money.formatting import plain
from ..reading.cell_figures import AmbiguousError, parted, unbracketed, unfolded
from ..reading.mentions import doubts
from .engine import define
from .job import CURRENCY_CONFLICT, NO_AMOUNT

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from ..reading.request import Request
    from ..reading.written_amount import Amount

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
    """Function ``read_cell`` of ``con``, that gives a Cell for a text and the currency beside it.

    One that comes again is not read again, unless very many others came between.
    """

    def __init__(self, con: DuckDBPyConnection, lang: str | None) -> None:
        self._lang = lang
        self._doubtful: dict[str, str] = {}
        remembered = lru_cache(_REMEMBERED)(self._read)
        fields = [f"{field} VARCHAR" for field in Cell._fields]

        def read(cells: Any, beside: Any) -> list[Any]:
            return columns(map(remembered, cells.to_pylist(), beside.to_pylist()))

        define(con, "read_cell", ["VARCHAR", "VARCHAR"], fields, read)

    def doubts(self) -> list[Notice]:
        """What is not certain about amounts read so far, with an example each."""
        return doubts_about(self._doubtful.values(), self._lang)

    def _read(self, text: str | None, beside: str | None) -> Cell:
        cell = read_cell(text, self._lang, beside)
        if text is not None and cell.doubt is not None:
            self._doubtful.setdefault(cell.doubt, text)
        return cell


def read_cell(text: str | None, lang: str | None, beside: str | None = None) -> Cell:
    """What is read in a cell; ``beside`` it stands the currency, which it must not contradict."""
    if text is None:
        return Cell()
    unit = unit_of(beside) if beside is not None else None
    try:
        amounts = _amounts(text, lang, unit)
    except CapexcalcError as error:
        return Cell(refusal=error.code)
    if len(amounts) > 1:
        return Cell(refusal="several_amounts")  # a range: one row has room for one
    (amount,) = amounts
    if unit is not None:
        if unit.code not in (amount.currency, *amount.candidates):
            return Cell(refusal=CURRENCY_CONFLICT)
        return Cell(plain(amount.value / unit.parts), unit.code)
    doubt = " ".join([*amount.notes, *amount.candidates]) if amount.notes else None
    return Cell(plain(amount.value), amount.currency, doubt=doubt)


def _amounts(text: str, lang: str | None, unit: Unit | None = None) -> tuple[Amount, ...]:
    # As in --amount: what is alone in brackets in a cell of a table is negative.
    return _negative(text, lang, unit) or _request(text, lang, unit).amounts


def _negative(text: str, lang: str | None, unit: Unit | None) -> tuple[Amount, ...]:
    """The amount that a cell is in brackets from end to end, less than nothing; none if it is not."""
    if within := unbracketed(text):
        with suppress(CapexcalcError):
            request = _request(within, lang, unit)
            if [amount.text for amount in request.amounts] == [request.text]:
                return (replace(request.amounts[0], value=-request.amounts[0].value),)
    return ()


def _request(text: str, lang: str | None, unit: Unit | None) -> Request:
    """What is read in a text, with the currency beside it where it has none."""
    from ..reading.request import read_request  # half as much to load as the engine

    with suppress(AmbiguousError):
        text = unfolded(text)
    try:
        return read_request(text, lang)
    except CapexcalcError as error:
        if error.code != NO_AMOUNT:
            raise
    return read_request(_coded(text, unit), lang)


def _coded(text: str, beside: Unit | None) -> str:
    """An amount with a name of its currency that cells have and texts have not (kn), or with none but the
    one ``beside`` it, with the code."""
    figure = parted(text)
    unit = unit_of(figure.before + figure.after) if figure else None
    if figure and unit and unit.parts == 1:
        return f"{figure.digits} {unit.code}"
    return f"{text} {beside.code}" if beside else text


def doubts_about(texts: Iterable[str], lang: str | None) -> list[Notice]:
    """What is not certain about the amounts in ``texts``."""
    return doubts([amount for text in texts for amount in _amounts(text, lang)])


def columns(cells: Iterable[Cell]) -> list[Any]:
    """An array of Arrow for each field of the cells."""
    import pyarrow

    return [pyarrow.array(column, pyarrow.string()) for column in zip(*cells, strict=True)]
