"""A table of readable figures, and the rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..money.money import Money

# What a spreadsheet computes with: figures in full, not the words for them.
Cell = str | int | Decimal | date | None
Row = Sequence[Cell]


class Bars(NamedTuple):
    """A bar for each row, as a fraction of the longest; a format draws them as long as it has room."""

    title: str
    lengths: Sequence[Decimal]


class Sheet(NamedTuple):
    """Rows under their headers; ``sides`` has l (text) or r (figure) for each column; ``totals`` close it."""

    header: Sequence[str]
    sides: str
    rows: Sequence[Sequence[str]]
    totals: Sequence[Sequence[str]] = ()
    bars: Bars | None = None


class Rows(NamedTuple):
    """Rows of cells under one header, in blocks that may come one by one as they are found."""

    header: Sequence[str]
    blocks: Iterable[Iterable[Row]]


def money_cells(money: Money | None) -> tuple[Decimal | None, str | None]:
    """A sum and its currency, in a cell each."""
    return (money.value, money.currency) if money else (None, None)
