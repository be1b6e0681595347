"""Charts as SVG: the same drawing stands in a page and, with its title and a ground, in a file of its own.

Colours are attributes, which a style sheet overrides by class; where they stand alone they are the drawing's.
Only what is drawn is reckoned in floats, to a tenth of a unit: figures are written as they were handed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple
from unicodedata import east_asian_width

from ..money.formatting import day as short
from ..money.formatting import figure
from .chart import BarChart, Chart, Level, LineChart
from .text import shortened, visible

WIDTH = 320
_SCALE = 2  # of a file of its own
_FONT = 12
_LETTER, _BOLD = 6.9, 1.12  # the width of a letter, about, and of a bold one to it
_TITLE = 24  # the height a title takes
_LONGEST_LABEL = 20  # letters beside a bar
_LINE, _BAR = 150, 16  # the height of a plot, of a bar
_SHORTEST = 40  # the length of the longest bar, whatever stands beside it
_GAP = 7
_STEPS = 4  # of an axis, about
_INK, _FAINT, _GROUND = "#1b1b1b", "#8a8a8a", "#ffffff"
_SERIES, _STRONG, _BAND = "#1f5f9e", "#b3261e", "#cfe0f2"


def inline(chart: Chart) -> str:
    """An ``<svg>`` for a page that writes the title beside it."""
    body, height = _drawn(chart)
    return f"{_head(height, chart.title)}{body}</svg>"


def standalone(chart: Chart) -> str:
    """A file: the title above the drawing, on white."""
    body, height = _drawn(chart)
    size = f' width="{WIDTH * _SCALE}" height="{(height + _TITLE) * _SCALE}"'
    title = _text(4, 15, chart.title, weight="bold", room=WIDTH - 8)
    ground = f'<rect width="{WIDTH}" height="{height + _TITLE}" fill="{_GROUND}"/>'
    moved = f'<g transform="translate(0 {_TITLE})">{body}</g>'
    return f"{_head(height + _TITLE, chart.title, size)}{ground}{title}{moved}</svg>\n"


def _drawn(chart: Chart) -> tuple[str, int]:
    """What is inside the drawing, and its height."""
    if isinstance(chart, BarChart):
        return "".join(_bars(chart)), _GAP + len(chart.bars) * (_BAR + _GAP)
    return "".join(_line(chart)), _LINE + 40


def _head(height: int, title: str, size: str = "") -> str:
    name = escape(visible(title))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"{size} role="img" '
        f'aria-label="{name}" direction="ltr" font-family="system-ui, sans-serif" font-size="{_FONT}">'
        f"<title>{name}</title>"
    )


def _bars(chart: BarChart) -> Iterator[str]:
    """One below the other from one line; what is less than nothing has no length."""
    labels = [shortened(visible(bar.label), _LONGEST_LABEL) for bar in chart.bars]
    left = 10 + max(_wide(label, bar.strong) for label, bar in zip(labels, chart.bars, strict=True))
    right = 8 + max(_wide(bar.figure, bar.strong) for bar in chart.bars)
    longest = max((bar.value for bar in chart.bars), default=Decimal(0))
    room = max(WIDTH - left - right, _SHORTEST)
    for number, (bar, label) in enumerate(zip(chart.bars, labels, strict=True)):
        top = _GAP + number * (_BAR + _GAP)
        length = float(max(bar.value, Decimal(0)) / longest) * room if longest > 0 else 0
        kind, color = ("strong", _STRONG) if bar.strong else ("series", _SERIES)
        weight = "bold" if bar.strong else ""
        yield _text(left - 6, top + 12, label, anchor="end", weight=weight)
        yield (
            f'<rect class="{kind}" x="{left:.1f}" y="{top}" width="{max(length, 1):.1f}" height="{_BAR}" '
            f'fill="{color}"/>'
        )
        yield _text(left + length + 4, top + 12, bar.figure, weight=weight)
    yield _rule(left, 2, left, _GAP + len(chart.bars) * (_BAR + _GAP) - 2)


class _Plot(NamedTuple):
    """Where days and values are: it begins at ``left``, and its ``ticks`` reach from its foot to its top."""

    left: float
    first: date
    last: date
    ticks: Sequence[float]

    def across(self, day: date) -> float:
        long = max((self.last - self.first).days, 1)
        return self.left + 6 + (day - self.first).days / long * (WIDTH - self.left - 18)

    def down(self, value: Decimal | float) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return 8 + (high - float(value)) / (high - low) * (_LINE - 8)

    def holds(self, value: Decimal) -> bool:
        return self.ticks[0] <= value <= self.ticks[-1]


def _line(chart: LineChart) -> Iterator[str]:
    ticks, decimals = _ticks([*(float(value) for _, value in chart.points), *_beside(chart)])
    names = [figure(f"{tick:.{decimals}f}") for tick in ticks]
    plot = _Plot(8 + max(map(_wide, names)), chart.points[0][0], chart.points[-1][0], ticks)
    if chart.band and all(map(plot.holds, chart.band)):
        low, high = map(plot.down, chart.band)
        yield (
            f'<rect class="band" x="{plot.left:.1f}" y="{high:.1f}" width="{WIDTH - plot.left - 6:.1f}" '
            f'height="{max(low - high, 1):.1f}" fill="{_BAND}"/>'
        )
    for tick, name in zip(ticks, names, strict=True):
        yield _rule(plot.left, plot.down(tick), WIDTH - 6, plot.down(tick), faint=True)
        yield _text(plot.left - 5, plot.down(tick) + 4, name, anchor="end")
    yield from _dates(chart, plot)
    places = [(plot.across(day), plot.down(value)) for day, value in chart.points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield f'<polyline class="line" points="{path}" fill="none" stroke="{_SERIES}" stroke-width="1.8"/>'
    if chart.level and plot.holds(chart.level.value):
        yield from _level(chart.level, plot)
    for (x, y), (day, _) in zip(places, chart.points, strict=True):
        if day == chart.day or len(places) == 1:
            yield f'<circle class="series" cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{_SERIES}"/>'


def _level(level: Level, plot: _Plot) -> Iterator[str]:
    height = plot.down(level.value)
    yield (
        f'<line class="level" x1="{plot.left:.1f}" y1="{height:.1f}" x2="{WIDTH - 6}" y2="{height:.1f}" '
        f'stroke="{_STRONG}" stroke-width="1.6" stroke-dasharray="5 3"/>'
    )
    beside = height - 5 if height > 24 else height + 13
    yield _text(WIDTH - 8, beside, level.label, anchor="end", weight="bold", haloed=True)


def _dates(chart: LineChart, plot: _Plot) -> Iterator[str]:
    """The first day and the last, and between them the one that matters, where there is room for it."""
    ends = {plot.first: "start", plot.last: "end"}
    for day, anchor in ends.items():
        yield _text(plot.across(day), _LINE + 20, short(day), anchor=anchor, weight=_weight(day, chart))
    if chart.day is None or not plot.first < chart.day < plot.last:
        return
    x, wide = plot.across(chart.day), _wide(short(chart.day))
    yield _rule(x, 8, x, _LINE + 4, faint=True)
    beside = all(abs(x - plot.across(day)) > wide * 1.6 for day in ends)
    x = min(max(x, plot.left + wide / 2), WIDTH - 6 - wide / 2)
    yield _text(x, _LINE + (20 if beside else 34), short(chart.day), anchor="middle", weight="bold")


def _weight(day: date, chart: LineChart) -> str:
    return "bold" if day == chart.day else ""


def _beside(chart: LineChart) -> Iterator[float]:
    """What is drawn with the values, if that does not press them into a flat line."""
    values = [float(value) for _, value in chart.points]
    low, high = min(values), max(values)
    room = max((high - low) * 3, abs(high) * 0.05)
    extra = [*(chart.band or ()), *([chart.level.value] if chart.level else [])]
    return (float(value) for value in extra if low - room <= value <= high + room)


def _ticks(values: Sequence[float]) -> tuple[list[float], int]:
    """Round figures from below the least to above the greatest, and the decimals they take."""
    low, high = min(values), max(values)
    least = ((high - low) or abs(high) * 0.1 or 1) / _STEPS
    power = floor(log10(least))
    digit, power = next(((n, power) for n in (1, 2, 5) if float(f"{n}e{power}") >= least), (1, power + 1))
    step = float(f"{digit}e{power}")
    start, end = floor(low / step), ceil(high / step)
    end = max(end, start + 1)
    return [n * step for n in range(start, end + 1)], max(0, -power)


def _wide(words: str, bold: bool = False) -> float:
    letters = sum(1.8 if east_asian_width(char) in "WF" else 1 for char in words)
    return letters * _LETTER * (_BOLD if bold else 1)


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    weight: str = "",
    room: int | None = None,
    haloed: bool = False,
) -> str:
    said = visible(words)
    more = f' font-weight="{weight}"' if weight else ""
    if room is not None and _wide(said) > room:
        more += f' textLength="{room}" lengthAdjust="spacingAndGlyphs"'
    if haloed:  # a ground that parts it from the lines it stands on
        more += f' stroke="{_GROUND}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
    kind = "ink halo" if haloed else "ink"
    where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {where}{more} fill="{_INK}">{escape(said)}</text>'


def _rule(x1: float, y1: float, x2: float, y2: float, *, faint: bool = False) -> str:
    width = 0.5 if faint else 1
    return (
        f'<line class="rule" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{_FAINT}" stroke-width="{width}"/>'
    )
