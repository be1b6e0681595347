"""A rise or fall told as money: "4bn more than the 8bn of the last plan", "the last plan was worth 8bn, 4bn
less"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ...money.interval import Interval
from ...money.money import EXACT
from ...patterns import regex
from ...reading.mentions import Amount
from ..claim import Claim, object_of
from ..grammar.constructions import Match
from ..grammar.difference_names import MORE
from ..grammar.marks import OF_ONE, UNITS, Mark, in_one_currency
from ..grammar.wording import Wording
from ..verdicts.evidence import Grounds
from ..verdicts.facts import Difference
from ..verdicts.finding import Finding, money, rounded, unrounded, words
from ..verdicts.verdict import judge, strictly
from ..verdicts.working import Subtracted
from .changed import as_from_to
from .other_changes import has_own_subject
from .pairs import ALIKE, best, likely, told

_SLACK = Decimal("0.03")  # of a difference, by which it may be missed where the words prove little
_LAST = 4  # sums of a sentence, two of which may be meant together
_YEAR = regex(r"\s?(?:19|20)\d\d\b")
NEAR = Interval(Decimal("0.4"), Decimal("2.5"))  # of a difference to what is stated of it
_LEAST = Decimal("0.001")  # of what two sums may differ by, where their rounding leaves open that they do not


def find_difference(wording: Wording, match: Match) -> Claim | None:
    """What one sum has more or less than another, as a construction binds it to both; of which of the two
    that is told, the later or the earlier one, is left open."""
    gap, old = match.first("GAP", "SURPLUS", "SUM"), match.first("OLD", "FROM", "PRIOR", "OF")
    if match.first("was") is not None:
        old = wording.was
    new = match.first("NOW", "NEW", "topic")
    if gap is None or old is None:
        return None
    if new is None:
        new = Mark({"topic"}, wording.sentence.start, wording.sentence.start)
    news = wording.taken_up(new) if "topic" in new.names else [new]
    if "topic" in new.names and old.start < gap.start:
        news = [*news, *wording.said(old.start)]
    topics = [each for each in news if isinstance(each.figure, Amount) and wording.is_topic(each.figure)]
    claims = [
        between(wording, gap, each, old) for each in topics or news
    ]  # else a part of it is taken for it
    vague = match.construction.wild and match.first("PRIOR") is None
    if vague and not _is_told_more(wording, gap):
        return None
    if vague or _is_over_year(wording, match):
        claims = [each for each in claims if each is not None and is_exact(each)]
    loose = wording.measures and not _is_told_of_both(match, gap, new)
    loose = loose or (match.first("old", "previous") is not None and _is_of_other_subject(wording, old, gap))
    found = best(claims, ratio_of, match, loose=loose, alike=NEAR if gap.start < old.start else ALIKE)
    here = old.start >= wording.sentence.start and match.found[0][1] is not gap
    if found is not None and not _is_near(found, slips=here):
        return None  # "falls $10 to $15 a barrel from the $100 level"
    return None if found is not None and _is_of_another(wording, found, gap, old) else found


def _is_near(claim: Claim, *, slips: bool) -> bool:
    """Whether a difference is not far off but, if so asked, for a slip by a power of ten."""
    ratio = ratio_of(claim)
    return ratio is None or ratio.meets(NEAR) or (slips and likely(ratio))


def _is_of_other_subject(wording: Wording, old: Mark, gap: Mark) -> bool:
    """Whether a difference is told in a clause of its own after what is compared with: "compared with the
    last plan, which had 8bn, steel costs 4bn more"."""
    return old.start < gap.start and has_own_subject(wording, old, gap)


def _is_told_of_both(match: Match, gap: Mark, new: Mark) -> bool:
    """Whether a difference is told right beside the sum that was left and the one reached, or a clause ends
    with what the two sums before it in their sentence differ by: "up 10m to 50m from 40m", "from 40m to 50m,
    up 10m"."""
    if "topic" in new.names:
        return False
    beside = match.first("FROM") is not None and not match.construction.loose
    return beside or (gap.closed and gap.end == match.end)


def _is_of_another(wording: Wording, claim: Claim, gap: Mark, old: Mark) -> bool:
    """Whether a difference that does not fit is told of other money of its sentence, or of those before:
    "Rail gets 7bn. That is 1bn less than the 8bn of the last plan"."""
    if is_exact(claim):
        return False
    after = frozenset(name for mark in wording.following(gap.end) for name in mark.names)
    less = not after.isdisjoint(("below", "decrease"))
    if old.start < gap.start and not after.isdisjoint(("below", "exceeds")):
        less = not less  # "the old budget was 4bn, 1bn more than now"
    start = wording.sentence.start
    sums = [Mark({"topic"}, start, start, each) for each in wording.earlier]
    sums += [mark for mark in wording.marks if "amount" in mark.names]
    here = [mark for mark in wording.marks if "lump" in mark.names and mark.end <= min(gap.start, old.start)]
    sums += [_together(one, other) for one, other in pairwise(here[-_LAST:])]
    others = [between(wording, gap, each, old) for each in sums]
    return any(each is not None and each.falls == less and is_exact(each) for each in others)


def _together(one: Mark, other: Mark) -> Mark:
    """Two sums of a sentence as one, of which a difference may be told: "450m and for locks 90m, 9m more"."""
    first, second = one.figure, other.figure
    if not isinstance(first, Amount) or not isinstance(second, Amount) or first.currency != second.currency:
        return one
    return replace(one, figure=replace(first, value=EXACT.add(first.value, second.value)), others=[])


def between(wording: Wording, gap: Mark, new: Mark, old: Mark) -> Claim | None:
    """What one amount is to have more or less than another, if they are comparable."""
    pair, other = in_one_currency(new, old), in_one_currency(old, gap)
    if pair is None or other is None or other[0] is not pair[1]:
        return None
    if new.names & UNITS != old.names & UNITS or pair[0].start in (pair[1].start, other[1].start):
        return None
    if other[1].value >= max(pair[0].value, pair[1].value):
        return None
    if "gap" not in gap.names and not gap.names.isdisjoint(OF_ONE):
        return None  # "from 8bn to 12bn, or 1bn a month"
    reached, left = as_from_to(wording, gap, *pair)
    claim = told(wording, "change", reached, left, other[1])
    return replace(claim, object=left, parts=(other[1],), falls=reached.value < left.value)


def _is_over_year(wording: Wording, match: Match) -> bool:
    """Whether a difference is one to a year, and what a later clause names may be other money: "240m, 20m
    more than in 2019, thanks to the region, which pays 150m"."""
    over = next((mark for _, mark in match.found if "exceeds" in mark.names), None)
    timed = over is not None and _YEAR.match(wording.sentence.text, over.end) is not None
    return timed and match.first("which") is not None


def _is_told_more(wording: Wording, gap: Mark) -> bool:
    """Whether a word that says more or less stands beside a sum: "followed by 3bn" says neither."""
    beside = (*wording.beginning(wording.sentence.start, gap.start)[-2:], *wording.following(gap.end))
    return any(not mark.names.isdisjoint(MORE) for mark in beside)


def is_exact(claim: Claim) -> bool:
    """Whether a difference is one to the figure, and smaller than what it is one to: sums beside each other
    soon differ by about another."""
    old, stated = object_of(claim), claim.parts[0]
    apart = abs(EXACT.subtract(claim.subject.value, old.value))
    return stated.value <= old.value and abs(apart - stated.value) <= _SLACK * stated.value


def ratio_of(claim: Claim) -> Interval | None:
    """The difference of the two amounts, over the one stated."""
    reach, stated = _reach(claim.subject, object_of(claim)), strictly(claim.parts[0])
    if stated.low <= 0:
        return None
    return Interval(max(reach.low, EXACT.multiply(reach.high, _LEAST)), reach.high).over(stated)


def _reach(one: Amount, other: Amount) -> Interval:
    """All that two amounts may differ by, their rounding with them."""
    larger, smaller = max(one, other, key=_value), min(one, other, key=_value)
    return strictly(larger).plus(strictly(smaller).times(Decimal(-1)))


def _value(amount: Amount) -> Decimal:
    return amount.value


def judge_difference(claim: Claim, grounds: Grounds) -> Finding:
    """The larger amount less the smaller one, the rounding of both carried through, against the difference
    stated."""
    new, old, stated = claim.subject, object_of(claim), claim.parts[0]
    larger, smaller = (old, new) if claim.falls else (new, old)
    computed, reach = EXACT.subtract(larger.value, smaller.value), _reach(new, old)
    found = judge(stated, computed, grounds.tolerance, reach)
    difference = unrounded(computed, stated.currency)
    return Finding(
        found.verdict,
        Difference(money(larger), money(smaller), difference, words(stated.text)),
        money(stated),
        rounded(computed, stated.currency),
        found.interval,
        found.deviation_percent,
        steps=(Subtracted(money(larger), money(smaller), difference),),
        band=reach,
    )
