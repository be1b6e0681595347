"""``rates verify``: what is damaged, what was revised, what was rejected and by which rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from ...money.formatting import day, figure, whole
from ...words import Phrase, in_words, labels, several
from ..figures import or_dash
from ..page import Note, Notes, Page
from ..sheet import Row, Rows, Sheet
from ..wording.labels import ORIGINS

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
        yield Sheet(labels("Damaged file", "Line", "Rule"), "lrl", rows)
    if result.revisions:
        revised = [
            (r.source, day(r.observed), r.currency, whole(r.was), whole(r.is_), day(r.noticed))
            for r in result.revisions
        ]
        yield Sheet(labels("Revised", "Date", "Currency", "Was", "Is", "Noticed"), "lllrrl", revised)
    if result.revised_indices:
        yield _revised_indices(result.revised_indices)
    if result.rejected and each:
        rejected = [
            (r.source, day(r.observed), r.currency, r.value, r.reason, r.detail) for r in result.rejected
        ]
        yield Sheet(labels("Rejected", "Date", "Currency", "Value", "Rule", "Why"), "lllrll", rejected)
    elif result.rejected:
        counted = Counter((r.source, r.origin, r.reason) for r in result.rejected)
        counts = [
            (source, in_words(ORIGINS[origin]), reason, figure(f"{count:,}"))
            for (source, origin, reason), count in sorted(counted.items())
        ]
        yield Sheet(labels("Rejected", "Origin", "Rule", "Rates"), "lllr", counts)


def _revised_indices(revised: Sequence[RevisedIndex]) -> Sheet:
    """How much each edition revised: most years of most countries, which json and csv list."""
    rows: list[tuple[str, ...]] = []
    for (index, noticed), group in groupby(revised, lambda r: (r.index, r.noticed)):
        countries = [r.country for r in group]
        rows.append((index, day(noticed), figure(f"{len(set(countries)):,}"), figure(f"{len(countries):,}")))
    return Sheet(labels("Revised index", "Noticed", "Countries", "Levels"), "llrr", rows)


def _summary(result: Verified) -> Note:
    counts = (
        Phrase("{n} findings", n=len(result.damage)) if result.damage else Phrase("sound"),
        Phrase("{n:,} revised", n=len(result.revisions) + len(result.revised_indices or ())),
        Phrase("{n:,} rejected", n=len(result.rejected)),
    )
    return Note(in_words("{n} files", n=result.files), str(several(counts, "{first}, {second}")))


def _findings(result: Verified) -> Iterator[Row]:
    for d in result.damage:
        yield ("damage", "", None, "", None, None, d.rule, d.file, d.line, "")
    for r in result.revisions:
        yield ("revision", r.source, r.observed, r.currency, r.was, r.is_, "", "", None, "")
    for i in result.revised_indices or ():
        yield ("revision", i.index, date(i.year, 12, 31), i.country, i.was, i.is_, "", "", None, "")
    for j in result.rejected:
        yield ("rejected", j.source, j.observed, j.currency, j.value, None, j.reason, "", None, j.detail)
