"""What follows from two amounts, the later and the earlier one, and the change that is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..grammar.marks import Mark, in_one_currency
from ..grammar.sentence import WAYS
from ..grammar.wording import Wording
from ..verdicts.finding import money
from ..verdicts.verdict import strictly
from ..verdicts.working import Added, Subtracted
from .pairs import ALIKE, ONE, told

_MOVES = frozenset((*WAYS, "way", "moved", "idle"))
_YEARS = 50  # that anything is told to have grown year by year
_MOST = 1000  # times that anything is said to have grown
_ROUGH = 4  # "double" is near from 1.75 to 2.25
_NEARLY = Decimal("0.4")  # of the way from once to a multiple: what has not come so far is not nearly that


def between(wording: Wording, change: Mark, new: Mark, old: Mark) -> Claim | None:
    """A change from one amount to another, if they are comparable."""
    pair = in_one_currency(new, old) if new.figure is not old.figure else None
    if pair is None or not _comparable(*pair) or not isinstance(change.figure, Proportion):
        return None
    if _is_range_reached(wording, change, *pair):
        return None
    reached, left = as_from_to(wording, change, *pair)
    if "reached" in new.names:
        reached = replace(reached, bound="exact")  # Spanish and Dutch have one word for "to" and "up to"
    claim = told(wording, "change", reached, left, change.figure)
    told_by_figures = "wayless" in change.names or "change" not in change.names  # "that is 12%"
    falls = reached.value < left.value if told_by_figures else change.falls
    if change.figure.kind == "times":
        falls = falls and reached.value < left.value  # "tax cuts double from 530 to 1,080"
    return replace(claim, proportion=change.figure, falls=falls)


def _is_range_reached(wording: Wording, change: Mark, new: Amount, old: Amount) -> bool:
    """Whether the two are the ends of a range that was reached: "up 1.2% to a new range: from $56 to $57"."""
    if (old.bound, new.bound) != ("range_low", "range_high"):
        return False
    to = wording.sentence.last(("new",), change.end, old.start)
    return to is not None and wording.sentence.words(to.end, old.start) > 0


def as_from_to(wording: Wording, change: Mark, new: Amount, old: Amount) -> tuple[Amount, Amount]:
    """Two amounts read as a range, which words for a change before them make what was left and reached:
    "rises from 600m to 750m", but not "loans from 10m to 50m rose"."""
    if (old.bound, new.bound) != ("range_low", "range_high") or not old.start < new.start:
        return new, old
    before = wording.beginning(wording.sentence.start, old.start)
    moved = change.start < old.start or any(not mark.names.isdisjoint(_MOVES) for mark in before)
    return (replace(new, bound="exact"), replace(old, bound="exact")) if moved else (new, old)


def turned(claim: Claim | None) -> Claim | None:
    """A change as one that is told of the earlier sum, as what that is more or less than the later one, if
    it fits so."""
    if claim is None or claim.object is None:
        return None
    other = replace(claim, subject=claim.object, object=claim.subject)
    return other if fits(other) else None


def fits(claim: Claim) -> bool:
    """Whether a change is one of the two amounts, with the rounding of all three."""
    found = ratio_of(claim)
    return found is not None and found.meets(ONE)


def held_to_nearly(wording: Wording, claim: Claim) -> Claim | None:
    """A claim whose multiple is one that its figures come nowhere near, told to be it: 21m are not "nearly
    double" 20m. None where the words may say no more than that it is less, or the most."""
    told, old = claim.proportion, claim.object
    if told is None or old is None or (told.kind, told.bound) != ("times", "at_most") or claim.falls:
        return claim
    least = 1 + EXACT.multiply(told.value - 1, _NEARLY)
    if told.value <= 1 or strictly(claim.subject).over(strictly(old)).high >= least:
        return claim
    nearly = wording.sentence.between(("nearly",), told.start, told.end)
    return replace(claim, proportion=told._replace(bound="exact")) if nearly else None


def is_near(claim: Claim, reach: Interval = ALIKE) -> bool:
    """Whether a change is so near the one that follows that it can be meant to be that: 30 % of 20 %, but not
    5 % of 20 %."""
    assert claim.proportion is not None
    if claim.proportion.kind == "times":
        ratio = ratio_of(claim)
        return ratio is not None and ratio.meets(reach)
    stated, factor = stated_of(claim, claim.proportion)[1], factor_of(claim)
    if factor is None:
        return False
    told = factor.moved(Decimal(-1))
    if claim.falls:
        stated, told = stated.times(Decimal(-1)), told.times(Decimal(-1))
    if stated.low <= 0 or told.low <= 0:
        return False
    return told.over(stated).meets(reach)


def ratio_of(claim: Claim) -> Interval | None:
    """The factor that follows from the two amounts, over the one stated."""
    assert claim.proportion is not None
    factor, stated = factor_of(claim), stated_of(claim, claim.proportion)[1].moved(Decimal(1))
    return None if factor is None or stated.low <= 0 else factor.over(stated)


def factor_of(claim: Claim, read: Callable[[Amount], Interval] = strictly) -> Interval | None:
    """How many times the earlier amount the later one is, with the rounding of both as it is ``read``; of a
    change that is told by what the later one has more or less, too."""
    new = read(claim.subject)
    if claim.object is not None:
        old = read(claim.object)
        return None if old.low <= 0 or claim.subject.value <= 0 else new.over(old)
    gap = read(claim.parts[0])
    gap = gap.times(Decimal(-1)) if claim.falls else gap
    if new.low <= max(gap.high, Decimal(0)):
        return None
    return Interval(EXACT.divide(new.high, new.high - gap.low), EXACT.divide(new.low, new.low - gap.high))


def old_of(claim: Claim) -> Amount:
    """The earlier amount of a change, which of one told by what the later one has more or less is what that
    leaves."""
    if claim.object is not None:
        return claim.object
    new, gap = claim.subject, claim.parts[0]
    value = EXACT.add(new.value, gap.value if claim.falls else -gap.value)
    return replace(new, value=value, unit=max(new.unit, gap.unit))


def steps_to_old(claim: Claim) -> Iterator[Added | Subtracted]:
    """What the earlier amount follows from, if that is not told."""
    if claim.object is None:
        now, gap, old = (money(each) for each in (claim.subject, claim.parts[0], old_of(claim)))
        yield Added((now, gap), old) if claim.falls else Subtracted(now, gap, old)


def compounds(claim: Claim) -> bool:
    """Whether a change repeated each year for some years is that of the two amounts: "9% a year from 550bn to
    1,320bn"."""
    assert claim.object is not None
    assert claim.proportion is not None
    old, growth = strictly(claim.object), stated_of(claim, claim.proportion)[1].moved(Decimal(1))
    if old.low <= 0 or growth.low <= 0 or claim.subject.value <= 0:
        return False
    reached = strictly(claim.subject).over(old)
    return any(Interval(growth.low**n, growth.high**n).meets(reached) for n in range(2, _YEARS))


def goes_against(claim: Claim) -> bool:
    """Whether a rise is told of figures that fall, or the other way round."""
    falls = claim.object is not None and claim.subject.value < claim.object.value
    return falls != claim.falls and claim.proportion is not None and claim.proportion.kind == "share"


def stated_of(claim: Claim, proportion: Proportion) -> tuple[Decimal, Interval]:
    """The change as a fraction of the old amount, with its interval: "down 12 %" is -0.12, "tripled" 2."""
    value, edges = proportion.value, strictly(proportion)
    if proportion.kind == "times":
        if value < 1 and proportion.bound != "exact":  # "more than halved" is to less than half
            edges = edges.times(Decimal(-1)).moved(value * 2)
        if claim.falls and value > 1:
            one = Interval(Decimal(1), Decimal(1))
            value, edges = EXACT.divide(Decimal(1), value), one.over(edges)
        return value - 1, edges.moved(Decimal(-1))
    return (-value, edges.times(Decimal(-1))) if claim.falls else (value, edges)


def _comparable(new: Amount, old: Amount) -> bool:
    """Whether both are gains or both losses, since from a loss to a profit there is no percentage; and of one
    order: a profit is not set against that of a share."""
    apart = new.value >= _MOST * old.value or old.value >= _MOST * new.value
    alike = old.value <= 0 or new.value <= 0 or not apart
    return alike and ("loss" in (old.notes or ())) == ("loss" in (new.notes or ()))


def is_roughly(times: Proportion, claim: Claim, factor: Decimal) -> bool:
    """Whether a multiple in words is not far off: "triple" of 3.3, which none would write so."""
    if times.value <= 0:
        return False
    one = Decimal(1)
    factor = EXACT.divide(one, factor) if claim.falls or times.value < 1 else factor
    value = max(times.value, EXACT.divide(one, times.value))
    near = Interval.around(value, EXACT.divide(value, _ROUGH)).meets(Interval(factor, factor))
    return times.bound == "exact" and value % 1 == 0 and near
