"""``rates import``: what was taken in, and how to use it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...money.formatting import day, figure
from ...words import in_words, labels
from ..page import Note, Notes, Page
from ..sheet import Rows, Sheet

if TYPE_CHECKING:
    from ...commands.rates_update import Imported
    from ..answer import Style


def pages(result: Imported, style: Style) -> Iterable[Page]:
    row = (
        *(result.source, result.base, day(result.first), day(result.last)),
        *(figure(f"{result.added:,}"), str(result.revised)),
    )
    sheet = Sheet(labels("Source", "Per one", "First", "Last", "New rates", "Revised"), "llllrr", [row])
    yield Page([sheet, Notes([Note(in_words("Use"), f"capexcalc convert ... --source {result.source}")])])


def rows(result: Imported) -> Rows:
    row = (result.source, result.base, result.first, result.last, result.added, result.revised)
    return Rows(["source", "base", "first", "last", "added", "revised"], [[row]])
