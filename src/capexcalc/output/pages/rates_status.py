"""``rates status``: the sources there are, their dates, age and condition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ...finance.price_index import index_title
from ...money.formatting import day, figure
from ...rates.sources import titled
from ...words import Template, in_words, labels
from ..figures import or_dash
from ..page import Note, Notes, Page
from ..sheet import Rows, Sheet
from ..wording.labels import ORIGINS

if TYPE_CHECKING:
    from ...commands.rates import SourceStatus
    from ..answer import Style


# Of the last years in which some country's index ends, so many are shown.
_NEWEST = 2
_REACHES: Template = "{count} to {year}"


def pages(result: Sequence[SourceStatus], style: Style) -> Iterable[Page]:
    """Series of rates, and below them indices of prices, which have countries instead of dates."""
    rates = [s for s in result if s.countries is None]
    indices = [s for s in result if s.countries is not None]
    titles = {s.source: s.title for s in (*rates, *indices) if s.title}
    known = {s.source for s in rates}
    notes = [
        Note(source, str(titled(title) if source in known else index_title(title)))
        for source, title in titles.items()
    ]
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
            *(s.source, in_words(ORIGINS[s.origin]), _day(s.first), _day(s.last), or_dash(s.age_days)),
            figure(f"{s.dates:,}"),
            _condition(s),
        )
        for s in result
    ]
    return Sheet(labels("Source", "Origin", "First", "Last", "Days ago", "Dates", "Files"), "llllrrl", rows)


def _indices(result: Sequence[SourceStatus]) -> Sheet:
    rows = [
        (
            *(
                s.source,
                in_words(ORIGINS[s.origin]),
                or_dash(s.first and s.first.year),
                or_dash(s.last and s.last.year),
            ),
            *(f"{s.countries}", _reach(s), _condition(s)),
        )
        for s in result
    ]
    heads = labels("Price index", "Origin", "First", "Last", "Countries", "To", "Files")
    return Sheet(heads, "llllrll", rows)


def _reach(s: SourceStatus) -> str:
    """How many countries go to which of the last years: ``123 to 2024, 46 to 2023``."""
    ends = Counter(each.last for each in s.reach or ()).most_common()
    newest = sorted(ends, reverse=True)[:_NEWEST]
    return ", ".join(in_words(_REACHES, count=count, year=year) for year, count in newest)


def _condition(s: SourceStatus) -> str:
    if not s.damaged:
        return in_words("sound")
    return in_words("{damaged} of {files} damaged", damaged=s.damaged, files=s.files + s.damaged)


def _day(value: date | None) -> str:
    return or_dash(value and day(value))
