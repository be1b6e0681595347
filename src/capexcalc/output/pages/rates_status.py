"""``rates status``: the sources there are, their dates, age and condition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..figures import or_dash
from ..page import Note, Notes, Page
from ..sheet import Rows, Sheet

if TYPE_CHECKING:
    from ...commands.rates import SourceStatus
    from ..answer import Style


# Of the last years in which some country's index ends, so many are shown.
_NEWEST = 2


def pages(result: Sequence[SourceStatus], style: Style) -> Iterable[Page]:
    """Series of rates, and below them indices of prices, which have countries instead of dates."""
    rates = [s for s in result if s.countries is None]
    indices = [s for s in result if s.countries is not None]
    titles = {s.source: s.title for s in (*rates, *indices) if s.title}
    notes = [Note(source, title) for source, title in titles.items()]
    yield Page([_rates(rates), *([_indices(indices)] if indices else ()), Notes(notes)])


def rows(result: Sequence[SourceStatus]) -> Rows:
    header = "source origin title first last age_days dates files damaged countries"
    cells = (
        (
            *(s.source, s.origin, s.title, s.first, s.last, s.age_days, s.dates, s.files, s.damaged),
            s.countries,
        )
        for s in result
    )
    return Rows(header.split(), [cells])


def _rates(result: Sequence[SourceStatus]) -> Sheet:
    rows = [
        (
            *(s.source, s.origin, or_dash(s.first), or_dash(s.last), or_dash(s.age_days), f"{s.dates:,}"),
            _condition(s),
        )
        for s in result
    ]
    return Sheet(("Source", "Origin", "First", "Last", "Days ago", "Dates", "Files"), "llllrrl", rows)


def _indices(result: Sequence[SourceStatus]) -> Sheet:
    rows = [
        (
            *(s.source, s.origin, or_dash(s.first and s.first.year), or_dash(s.last and s.last.year)),
            *(f"{s.countries}", _reach(s), _condition(s)),
        )
        for s in result
    ]
    return Sheet(("Price index", "Origin", "First", "Last", "Countries", "To", "Files"), "llllrll", rows)


def _reach(s: SourceStatus) -> str:
    """How many countries go to which of the last years: ``123 to 2024, 46 to 2023``."""
    ends = Counter(each.last for each in s.reach or ()).most_common()
    newest = sorted(ends, reverse=True)[:_NEWEST]
    return ", ".join(f"{count} to {year}" for year, count in newest)


def _condition(s: SourceStatus) -> str:
    return f"{s.damaged} of {s.files + s.damaged} damaged" if s.damaged else "sound"
