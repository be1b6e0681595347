"""The chart of a result as a file of its own: SVG, or PNG by a library that is an extra."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import UsageError, extra
from . import svg
from .chart import BarChart, Chart, LineChart
from .page import Notes, Page

if TYPE_CHECKING:
    from .answer import Answer

# Pixels of a PNG for one of the drawing's: enough for a page of print.
_FINE = 2
_LETTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9" font-size="9">8</text></svg>'
)
_NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'


def chart_file(answer: Answer, name: str) -> bytes:
    """What to write into the file ``name``, whose ending says what it is.

    Raises UsageError: ``bad_chart`` (another ending), ``missing_extra``, ``no_font``.
    """
    ending = name.rpartition(".")[2].lower()
    if ending not in ("svg", "png"):
        raise UsageError(
            "bad_chart", "{name}: a chart is a file of .svg or .png", "--chart out.svg", name=name
        )
    drawn = svg.standalone(next(_charts(answer)))
    return drawn.encode("utf-8") if ending == "svg" else _png(drawn)


def _charts(answer: Answer) -> Iterator[Chart]:
    for page in answer.pages():
        yield from _of_page(page)


def _of_page(page: Page) -> Iterator[Chart]:
    for part in page.parts:
        if isinstance(part, BarChart | LineChart):
            yield part
        elif isinstance(part, Notes):
            yield from (item for item in part.items if isinstance(item, LineChart))


def _png(drawn: str) -> bytes:
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise UsageError(
            "missing_extra",
            "PNG is drawn by resvg-py, which is not installed",
            "write .svg, or: {install}",
            install=extra("resvg-py", name="charts"),
        ) from None
    if svg_to_bytes(svg_string=_LETTER) == svg_to_bytes(svg_string=_NOTHING):
        raise UsageError(
            "no_font", "there is no font on this machine to write PNG with", "write .svg instead"
        )
    return svg_to_bytes(svg_string=drawn, zoom=_FINE)
