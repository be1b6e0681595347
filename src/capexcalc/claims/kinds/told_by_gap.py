"""A change in percent told beside what it comes to in money, of a sum of which no earlier one is told:
"sales rose by 240m euros, or 12 %, to 2.24bn"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading.mentions import Proportion
from ..claim import Claim
from ..grammar.constructions import Match, matches
from ..grammar.marks import OF_ONE, in_one_currency
from ..grammar.wording import Wording
from .changed import ratio_of
from .other_changes import is_of_a_year
from .pairs import best, closest
from .pairs import told as told_of


def changes_told_by_gap(wording: Wording) -> Iterator[Claim]:
    """Each such change."""
    if wording.one_way:
        yield from closest(lambda match: _claim(wording, match), matches("change", wording))


def _claim(wording: Wording, match: Match) -> Claim | None:
    gap, new = match.first("GAP", "SURPLUS"), match.first("NOW", "NEW")
    told = match.first("IN_PERCENT", "OF_GAP")
    if gap is None or new is None or told is None or not isinstance(told.figure, Proportion):
        return None
    way = next((mark for mark in wording.one_way[0].marks if mark.figure is told.figure), None)
    pair = in_one_currency(new, gap)
    if way is None or pair is None or "change" not in way.names or told.figure.kind == "times":
        return None
    if new.names & OF_ONE != gap.names & OF_ONE and not gap.names.isdisjoint(OF_ONE):
        return None
    claim = told_of(wording, "change", pair[0], pair[1], told.figure)
    claim = replace(claim, object=None, parts=(pair[1],), proportion=told.figure, falls=way.falls)
    loose = wording.adjusted or wording.leaves_out or is_of_a_year(wording, way)
    return best([claim], ratio_of, match, loose=bool(loose))
