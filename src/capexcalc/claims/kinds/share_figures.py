"""What a share comes to by its figures, and the verdict on it."""

from __future__ import annotations

from decimal import Decimal

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..verdicts.evidence import Grounds, in_currency
from ..verdicts.facts import Share
from ..verdicts.finding import Finding, money, quotes, rounded, words
from ..verdicts.missing import NoShare
from ..verdicts.verdict import coarsely, openly, spare, spare_round, strictly, weigh_proportion
from ..verdicts.working import Divided
from .pairs import ALIKE, ONE, likely

_TENS = Decimal(10), Decimal("0.1")
ROUGHLY = Interval(Decimal("0.4"), Decimal("2.5"))  # of a share right beside its part to what that makes


def is_far(claim: Claim) -> bool:
    """Whether a share is too far from fitting to be meant of a sum of another sentence."""
    ratio = ratio_of(claim)
    return ratio is not None and not likely(ratio, ROUGHLY)


def is_near(claim: Claim, reach: Interval = ALIKE) -> bool:
    ratio = ratio_of(claim)
    return ratio is not None and ratio.meets(reach)


def is_meant(claim: Claim, reach: Interval) -> bool:
    """Whether a share is near the one that follows, or would be that but for a slip by a power of ten: "0.7m
    of 12.6m, or 0.6 %"."""
    ratio = ratio_of(claim)
    return ratio is not None and (ratio.meets(reach) or any(ratio.times(ten).meets(ONE) for ten in _TENS))


def fits(claim: Claim) -> bool:
    ratio = ratio_of(claim)
    return ratio is not None and ratio.meets(ONE)


def is_rest(claim: Claim, proportion: Proportion) -> bool:
    """Whether an amount is what a share leaves: "it was 12 euros; take off 60 %, and 5 euros are left"."""
    ratio = ratio_of(claim)
    if ratio is None or ratio.meets(ONE) or proportion.value == 1:
        return False
    return ratio.times(EXACT.divide(proportion.value, 1 - proportion.value)).meets(ONE)


def is_smaller(part: Amount, whole: Amount, share: Proportion) -> bool:
    """Whether one amount is smaller than the other, as a share of it is; "120 % of" is larger."""
    return (part.value - whole.value) * (share.value - 1) > 0


def ratio_of(claim: Claim) -> Interval | None:
    """The share that follows from the two amounts, over the one stated."""
    assert claim.object is not None
    assert claim.proportion is not None
    whole, stated = strictly(claim.object), strictly(claim.proportion)
    if whole.low <= 0 or stated.low <= 0 or claim.subject.value <= 0:
        return None
    return strictly(claim.subject).over(whole).over(stated)


def judge_share(claim: Claim, grounds: Grounds) -> Finding:
    """Part by whole, both ends of their rounding carried through, against the share stated."""
    part, whole, proportion = claim.subject, claim.object, claim.proportion
    assert whole is not None
    assert proportion is not None
    value, market, quote = in_currency(part, whole.currency, grounds)
    spread = strictly(part)
    if quote is not None and part.value:
        # What the rounding and the market leave open, one on top of the other.
        low, high = (EXACT.divide(edge, part.value) for edge in market)
        spread = Interval(EXACT.multiply(spread.low, low), EXACT.multiply(spread.high, high))
    if whole.value <= 0 or value <= 0:
        return Finding("not_enough_info", NoShare(money(part), money(whole)))
    computed, reach = EXACT.divide(value, whole.value), spread.over(strictly(whole))
    coarse = coarsely(part).over(coarsely(whole)) if quote is None else None
    found = weigh_proportion(
        proportion.value,
        strictly(proportion),
        computed,
        reach,
        grounds.tolerance,
        coarse,
        nearly=proportion.nearly,
    )
    if (ends := openly(part, whole)) is not None and quote is None:
        found = spare(found, ends[0].over(ends[1]))
    found = spare_round(found, proportion, grounds.tolerance)
    return Finding(
        found.verdict,
        Share(money(part), money(whole), computed, *reach, words(proportion.text)),
        proportion.value,
        computed,
        found.interval,
        found.deviation_percent,
        None,
        quotes(quote),
        (Divided(rounded(value, whole.currency), money(whole), computed, "percentage"),),
        band=reach,
    )
