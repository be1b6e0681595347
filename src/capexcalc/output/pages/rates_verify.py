"""``rates verify``: what is damaged, what was revised, what was rejected and by which rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from ...money.formatting import plain
from ..figures import or_dash
from ..page import Note, Notes, Page
from ..sheet import Row, Rows, Sheet

if TYPE_CHECKING:
    from ...commands.rates import RevisedIndex, Verified
    from ..answer import Style


def pages(result: Verified, style: Style) -> Iterable[Page]:
    """``exact`` lists every rejected rate, of which the shipped ones are thousands."""
    yield Page([*_sheets(result, each=style.exact), Notes([_summary(result)])])


def rows(result: Verified) -> Rows:
    header = "finding source date currency was is rule file line detail"
    return Rows(header.split(), [_findings(result)])


def _sheets(result: Verified, *, each: bool) -> Iterator[Sheet]:
    if result.damage:
        rows = [(d.file, or_dash(d.line), d.rule) for d in result.damage]
        yield Sheet(("Damaged file", "Line", "Rule"), "lrl", rows)
    if result.revisions:
        revised = [
            (r.source, str(r.observed), r.currency, plain(r.was), plain(r.is_), str(r.noticed))
            for r in result.revisions
        ]
        yield Sheet(("Revised", "Date", "Currency", "Was", "Is", "Noticed"), "lllrrl", revised)
    if result.revised_indices:
        yield _revised_indices(result.revised_indices)
    if result.rejected and each:
        rejected = [
            (r.source, str(r.observed), r.currency, r.value, r.reason, r.detail) for r in result.rejected
        ]
        yield Sheet(("Rejected", "Date", "Currency", "Value", "Rule", "Why"), "lllrll", rejected)
    elif result.rejected:
        counted = Counter((r.source, r.origin, r.reason) for r in result.rejected)
        counts = [(*key, f"{count:,}") for key, count in sorted(counted.items())]
        yield Sheet(("Rejected", "Origin", "Rule", "Rates"), "lllr", counts)


def _revised_indices(revised: Sequence[RevisedIndex]) -> Sheet:
    """How much each edition revised: most years of most countries, which json and csv list."""
    rows: list[tuple[str, ...]] = []
    for (index, noticed), group in groupby(revised, lambda r: (r.index, r.noticed)):
        countries = [r.country for r in group]
        rows.append((index, f"{noticed}", f"{len(set(countries)):,}", f"{len(countries):,}"))
    return Sheet(("Revised index", "Noticed", "Countries", "Levels"), "llrr", rows)


def _summary(result: Verified) -> Note:
    counts = (
        f"{len(result.damage)} findings" if result.damage else "sound",
        f"{len(result.revisions) + len(result.revised_indices or ()):,} revised",
        f"{len(result.rejected):,} rejected",
    )
    return Note(f"{result.files} files", ", ".join(counts))


def _findings(result: Verified) -> Iterator[Row]:
    for d in result.damage:
        yield ("damage", "", None, "", None, None, d.rule, d.file, d.line, "")
    for r in result.revisions:
        yield ("revision", r.source, r.observed, r.currency, r.was, r.is_, "", "", None, "")
    for i in result.revised_indices or ():
        yield ("revision", i.index, date(i.year, 12, 31), i.country, i.was, i.is_, "", "", None, "")
    for j in result.rejected:
        yield ("rejected", j.source, j.observed, j.currency, j.value, None, j.reason, "", None, j.detail)
