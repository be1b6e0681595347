"""Charts as data: what a format draws, in characters or lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Level(NamedTuple):
    """A value to hold a line against, and what it is."""

    label: str
    value: Decimal


class LineChart(NamedTuple):
    """Values over days, ascending, under their label; ``title`` says what they are.

    ``day`` is one of them that everything rests on, ``band`` what a value may have been then.
    """

    label: str
    title: str
    points: Sequence[tuple[date, Decimal]]
    day: date | None = None
    band: tuple[Decimal, Decimal] | None = None
    level: Level | None = None


class Bar(NamedTuple):
    """A size, and the figure written beside it; ``strong`` where it is what the others are there for."""

    label: str
    value: Decimal
    figure: str
    strong: bool = False


class BarChart(NamedTuple):
    """Sizes beside each other; ``title`` says what they are."""

    title: str
    bars: Sequence[Bar]


Chart = LineChart | BarChart
