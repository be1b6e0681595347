"""Whether a share that fails may be meant of something else, or one that fits only does so by chance."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...money.interval import Interval
from ...money.money import EXACT
from ..claim import Claim, object_of
from ..grammar.sentence import WAYS
from ..grammar.wording import Wording
from .other_shares import of_lower
from .otherwise import is_told_otherwise
from .pairs import fits_as_it_stands, stated_at
from .share_figures import ratio_of
from .share_whole import is_beside_share_of_whole
from .share_words import is_of_number

_NEARLY = Interval(Decimal("0.8"), Decimal("1.25"))  # of figures as they stand to the share stated of them
_MOVES = frozenset((*WAYS, "idle", "way", "moved"))
_OPENING = frozenset("(（[【")


def fits_by_chance(wording: Wording, claim: Claim) -> bool:
    """Whether nothing but the rounding of its figures lets a share fit a sum of another sentence: "The plan
    has 6bn. Roads get 2bn, or 45%"."""
    part, whole, told = claim.subject, object_of(claim), claim.proportion
    if told is None or whole.start >= wording.sentence.start or part.currency != whole.currency:
        return False
    exact = part.bound == whole.bound == told.bound == "exact" and bool(whole.value and told.value)
    share = EXACT.divide(EXACT.divide(part.value, whole.value), told.value) if exact else Decimal(1)
    return exact and not Interval(share, share).meets(_NEARLY)


def may_be_of_others(wording: Wording, claim: Claim) -> bool:
    """Whether a share that fails is another relation that fits, or one that other amounts of its sentence
    make with its part or its whole, or that a rise makes with the sum before it; or of a number between its
    part and itself, or of what its whole is one of."""
    if is_told_otherwise(wording, claim, ratio_of):
        return True
    if is_of_number(wording, claim) or is_beside_share_of_whole(wording, claim):
        return True
    if any(fits_as_it_stands(each, ratio_of) for each in of_lower(wording, claim)):
        return True
    part, whole = claim.subject, object_of(claim)
    risen = any(not mark.names.isdisjoint(_MOVES) for mark in wording.preceding(part.start, 2))
    before = wording.earlier if risen and whole.start < wording.sentence.start else ()
    here = [each for each in wording.sentence.amounts if each.start not in (part.start, whole.start)]
    held = wording.sentence.text[part.end : stated_at(claim)].strip() in _OPENING  # "5m (40%)"
    others = [replace(claim, subject=each) for each in here if not held]
    others += [replace(claim, object=each) for each in (*here, *before)]
    alike = (each for each in others if each.subject.currency == object_of(each).currency)
    return any(fits_as_it_stands(each, ratio_of) for each in alike)
