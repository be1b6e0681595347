"""Where only the rounding of figures lets a percentage fit, which then says nothing: "1m of 1.13m, 48 %"."""

from __future__ import annotations

from decimal import Decimal

from ...money.interval import Interval
from ...money.money import EXACT
from ..claim import Claim
from ..verdicts.finding import Finding
from .changed import goes_against, stated_of

_WIDE = Decimal("1.8")  # times the least that a share may be, from which the most it may be says little
_NEAR = Interval(Decimal("0.7"), Decimal("1.4"))  # of a share as the figures stand, to the one stated


def fits_by_width(claim: Claim, finding: Finding) -> bool:
    """Whether a share or a change holds only since its figures have so few digits that most others would: the
    two amounts are one and the same, or go the other way; or what they leave open is as wide as itself."""
    told, other = claim.proportion, claim.object
    if finding.verdict != "supported" or told is None or other is None:
        return False
    if told.kind != "share" or told.bound != "exact":
        return False
    if claim.kind == "change":
        stated = stated_of(claim, told)[0]
        same = claim.subject.value == other.value
        return bool(stated) and (same or goes_against(claim)) and claim.subject.currency == other.currency
    if claim.kind != "share" or finding.band is None or finding.band.low <= 0:
        return False
    wide = EXACT.divide(finding.band.high, finding.band.low) > _WIDE
    computed = finding.computed
    if not wide or not isinstance(computed, Decimal) or not told.value:
        return False
    ratio = EXACT.divide(computed, told.value)
    return not _NEAR.meets(Interval(ratio, ratio))
