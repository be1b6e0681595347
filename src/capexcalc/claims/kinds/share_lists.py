"""Whether a share, or its amounts, are some of several that stand side by side."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ..grammar.constructions import Match
from ..grammar.marks import Mark
from ..grammar.wording import Wording
from .pairs import ALIKE

_TOGETHER = 8  # marks to either side of a share, among which are the others of a list or of a pair
_COMMAS = frozenset(",，、،")
_SLIGHT = Decimal("0.006")  # by which the sum of two rounded shares may miss the whole


def is_among_others(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether the bracket after a share holds more than one amount: "76 % (plan: 25m, spent: 19m)"."""
    text, end = wording.sentence.text, wording.sentence.end
    if "(" not in text[share.end : part.start] or ")" in text[share.end : part.end]:
        return False
    rest, _, _ = text[part.end : end].partition(")")
    inside = wording.beginning(share.end, part.end + len(rest))
    return sum("amount" in mark.names for mark in inside) > 1


def are_halves(one: Mark, other: Mark) -> bool:
    """Whether two shares make all of a third thing: "8m (60 %) and 5m (40 %)"."""
    first, second = one.figure, other.figure
    if not (isinstance(first, Proportion) and isinstance(second, Proportion)):
        return False
    return abs(first.value + second.value - 1) < _SLIGHT


def is_one_half(wording: Wording, share: Mark) -> bool:
    """Whether a share is one of two, each right after an amount, that make all of a third thing."""
    beside = (*wording.preceding(share.start, _TOGETHER), *wording.following(share.end, _TOGETHER))
    shares = (mark for mark in beside if "share" in mark.names and not mark.words and mark.stops)
    return bool(share.stops) and not share.words and any(are_halves(share, mark) for mark in shares)


def are_of_others(wording: Wording, share: Mark, total: Amount) -> bool:
    """Whether the shares beside the other amounts of a list are far from what those are of a whole: then they
    are of other things, and so is this: "It got 42bn: 10bn (57 % of its target), 9bn (78 %), 23bn (52 %)"."""
    beside = (*wording.preceding(share.start, _TOGETHER), *wording.following(share.start, _TOGETHER))
    for one, other in pairwise(beside):
        part, stated = one.figure, other.figure
        told = "listed" in one.names and other is not share and not other.words
        if told and isinstance(part, Amount) and isinstance(stated, Proportion):
            alike = ALIKE.times(EXACT.multiply(total.value, stated.value))
            if part.currency == total.currency and not alike.meets(Interval(part.value, part.value)):
                return True
    return False


def are_listed(wording: Wording, part: Mark, whole: Mark) -> bool:
    """Whether two amounts are of one list: "notes of $10, $20, $50 cost up to 8%"."""
    before = next(
        (m for m in reversed(wording.beginning(wording.sentence.start, part.start)) if m.figure), None
    )
    gaps = (before and (before.end, part.start), (part.end, whole.start))
    return all(gap and wording.sentence.text[slice(*gap)].strip() in _COMMAS for gap in gaps)


def are_alternatives(wording: Wording, match: Match, part: Mark, whole: Mark) -> bool:
    """Whether two amounts are what a share may be worth: "the 49% stake was worth $10.3bn or $9.7bn"."""
    first, second = sorted((part, whole), key=lambda mark: mark.start)
    between = wording.beginning(first.end, second.start)
    either = len(between) == 1 and "or" in between[0].names and not (between[0].words or second.words)
    told = wording.beginning(match.start, first.start)
    return either and any(not mark.names.isdisjoint(("makes", "equivalence")) for mark in told)
