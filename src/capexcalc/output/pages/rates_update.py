"""``rates update``: what each source brought, and which gave nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...money.formatting import day, figure
from ...words import labels
from ..page import Note, Notes, Page
from ..sheet import Row, Rows, Sheet

if TYPE_CHECKING:
    from ...commands.rates_update import Updates
    from ..answer import Style


def pages(result: Updates, style: Style) -> Iterable[Page]:
    rows = [
        (u.source, u.provider, day(u.newest), figure(f"{u.added:,}"), str(u.revised), str(u.rejected))
        for u in result.updated
    ]
    sheet = Sheet(labels("Source", "Provider", "Newest", "New rates", "Revised", "Rejected"), "lllrrr", rows)
    yield Page([sheet, Notes([Note(each.source, str(each.reason)) for each in result.failed])])


def rows(result: Updates) -> Rows:
    header = "source provider newest added revised rejected failure"
    return Rows(header.split(), [_sources(result)])


def _sources(result: Updates) -> Iterator[Row]:
    for u in result.updated:
        yield (u.source, u.provider, u.newest, u.added, u.revised, u.rejected, "")
    for f in result.failed:
        yield (f.source, "", None, None, None, None, str(f.reason))
