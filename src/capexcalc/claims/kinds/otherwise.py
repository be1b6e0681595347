"""Whether a percentage that fails as a share of two amounts fits otherwise: as what the one has more than the
other, or as a share of another sum of its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ...money.interval import Interval
from ...reading.mentions import Proportion
from ..claim import Claim
from ..sentence import WAYS
from ..verdict import strictly
from ..wording import Wording
from .pairs import object_of

_MOVES = frozenset((*WAYS, "idle", "way", "moved"))
_OF = frozenset(("of", "part_of", "of_it", "of_all"))
_MOST = 8  # amounts of a sentence: of more, two soon make any percentage


def is_told_otherwise(wording: Wording, claim: Claim) -> bool:
    """Whether the percentage of a claim is another relation that fits: "a thing of 100 dollars costs, with a
    duty of 10%, now 110 dollars", "at 12,630 won, up 16.41% (1,780 won)", "6m, 40% of the 15m"."""
    stated = claim.proportion
    if stated is None:
        return False
    relations = (*_differences(wording, claim), *_shares(wording, claim, stated))
    return any(each.meets(strictly(stated)) for each in relations)


def _differences(wording: Wording, claim: Claim) -> Iterator[Interval]:
    """What the whole has more than the part, over that, if its sentence names both; and what the part is of
    the rest, if that tells a change."""
    part, whole = strictly(claim.subject), strictly(object_of(claim))
    rest = Interval(whole.low - part.high, whole.high - part.low)
    if min(part.low, rest.low) <= 0:
        return
    if object_of(claim).start >= wording.sentence.start and not _is_followed_by_of(wording, claim):
        yield rest.over(part)
    if _is_followed_by_way(wording, claim):
        yield part.over(rest)


def _is_followed_by_way(wording: Wording, claim: Claim) -> bool:
    """Whether a word for a rise or a fall stands right after percentage and part: 16.41%(1780원) 올랐다."""
    after = wording.following(max(claim.subject.end, claim.proportion.end if claim.proportion else 0))
    return any(not (mark.words or _MOVES.isdisjoint(mark.names)) for mark in after)


def _is_followed_by_of(wording: Wording, claim: Claim) -> bool:
    """Whether the whole is told right after the percentage: "half of the 15bn"."""
    assert claim.proportion is not None
    after = wording.following(claim.proportion.end)
    return any(not (mark.words or mark.stops or _OF.isdisjoint(mark.names)) for mark in after)


def _shares(wording: Wording, claim: Claim, stated: Proportion) -> Iterator[Interval]:
    """What the amounts on either side of a percentage are of each other amount of its sentence."""
    amounts = [each for each in wording.sentence.amounts if each.currency == claim.subject.currency]
    if len(amounts) > _MOST:
        return
    before = [each for each in amounts if each.end <= stated.start][-1:]
    after = [each for each in amounts if each.start >= stated.end][:1]
    for part, whole in product({*before, *after}, amounts):
        if 0 < part.value < whole.value and strictly(whole).low > 0:
            yield strictly(part).over(strictly(whole))
