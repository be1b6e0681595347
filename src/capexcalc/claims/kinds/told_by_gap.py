"""A change in percent told beside what it comes to in money, of a sum of which no earlier one is told:
"sales rose by 240m euros, or 12 %, to 2.24bn"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from ...reading.mentions import Proportion
from ..claim import Claim
from ..grammar.constructions import Match
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.wording import Wording
from .changed import ratio_of
from .other_changes import is_of_a_year
from .pairs import best, closest, told


def changes_told_by_gap(wording: Wording, standing: Iterable[Match]) -> Iterator[Claim]:
    """Each such change, of the constructions that stand in a sentence."""
    if wording.one_way:
        yield from closest(partial(_claim, wording), standing)


def _claim(wording: Wording, match: Match) -> Claim | None:
    gap, new = match.first("GAP", "SURPLUS"), match.first("NOW", "NEW")
    share = match.first("IN_PERCENT", "OF_GAP")
    if gap is None or new is None or share is None or not isinstance(share.figure, Proportion):
        return None
    way, pair = _change_at(wording, share), in_one_currency(new, gap)
    if way is None or pair is None or share.figure.kind == "times":
        return None
    if new.names & OF_ONE != gap.names & OF_ONE and not gap.names.isdisjoint(OF_ONE):
        return None
    claim = told(wording, "change", pair[0], pair[1], share.figure)
    claim = replace(claim, object=None, parts=(pair[1],), proportion=share.figure, falls=way.falls)
    if ratio_of(claim) is None:
        return None  # nothing rises by more than it comes to
    loose = wording.adjusted or wording.leaves_out or is_of_a_year(wording, way)
    return best([claim], ratio_of, match, loose=bool(loose))


def _change_at(wording: Wording, share: Mark) -> Mark | None:
    """What a percentage is where the difference is not told: a change up or down."""
    told_alone = wording.one_way[0].following(share.start)
    return next((mark for mark in told_alone if mark.start == share.start and "change" in mark.names), None)
