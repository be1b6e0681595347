"""Whether a percentage that fails as a share of two amounts, or as a change between them, fits otherwise: as
what the one has more than the other, as a share of another sum of its sentence, as a change of another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product, takewhile
from typing import TypeVar

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ..claim import Claim, object_of
from ..grammar.marks import amounts_of
from ..grammar.sentence import WAYS
from ..grammar.wording import Wording
from ..verdicts.verdict import strictly
from .pairs import ONE, Ratio

_MOVES = frozenset((*WAYS, "idle", "way", "moved"))
_OF = frozenset(("of", "part_of", "of_it", "of_all"))
_NEAR, _MOST = 80, 8  # characters from a claim to figures of another, and how many these are
_THAN = frozenset(("exceeds", "below", "over"))
_FORECASTERS = 4  # words: "a third above the average analyst's estimate"
_AFTER = 4  # marks after a change, as far as to what it leads to: "8 %, or 18p, to"
_PLAIN = Decimal("0.01")  # the unit of a percentage in figures: "a quarter" fits too much
_BRACKETS = "(（"
_Figure = TypeVar("_Figure", Amount, Proportion)


def is_told_otherwise(wording: Wording, claim: Claim, ratio_of: Ratio) -> bool:
    """Whether the percentage of a share is another relation that fits: "a thing of 100 dollars costs, with a
    duty of 10%, now 110 dollars", "at 12,630 won, up 16.41% (1,780 won)", "6m, 40% of the 15m"."""
    if ratio_of(claim) is None or claim.proportion is None:
        return False
    whole, others = object_of(claim), tuple(_others(wording, claim))
    if any(found is not None and found.meets(ONE) for found in map(ratio_of, others)):
        return True
    share = strictly(claim.subject).over(strictly(whole))
    more, of_rest = _shares_if_otherwise(claim)
    if _is_taken_off(wording, claim) and _rest_of(claim).meets(share):
        return True
    beside = any(each.start == whole.start for each in wording.sentence.amounts)
    if beside and not _is_followed_by_of(wording, claim) and share.meets(more):
        return True
    risen = wording.sentence.between(("increase",), wording.sentence.start, claim.proportion.start)
    return (risen or _is_followed_by_way(wording, claim)) and share.meets(of_rest)


def is_changed_otherwise(wording: Wording, claim: Claim, ratio_of: Ratio) -> bool:
    """Whether the percentage of a change that fails is the one between two amounts right beside its own, or
    over what a rise or fall was one of; or another percentage is that of its own two, so that it is of
    something else: "down 3% to 351m, or 2.16 a share, from 370m, or 2.22 a share", "29m, a fall of 15m, or
    34%", "up by 2.1% from 5.17 to 5.28, or 6% over 2019"."""
    stated = claim.proportion
    if stated is None or stated.kind != "share" or stated.unit > _PLAIN:
        return False
    amounts = _beside(claim, wording.sentence.amounts)
    own = {claim.subject.start, object_of(claim).start}
    pairs = product(_next_to(claim.subject, amounts), _next_to(object_of(claim), amounts))
    alike = (pair for pair in pairs if pair[0].currency == pair[1].currency and pair[0] is not pair[1])
    others = [replace(claim, subject=new, object=old) for new, old in alike if {new.start, old.start} != own]
    again = (each for each in _beside(claim, wording.sentence.proportions) if each.value != stated.value)
    again = (each for each in again if each.kind == "share" and not _has_own(claim, each, amounts, ratio_of))
    others += [replace(claim, proportion=each) for each in again]
    marks = wording.beginning(claim.start, claim.end)
    gaps = [gap for mark in marks if "gap" in mark.names for gap in amounts_of(mark)]
    for new, gap in product(amounts, gaps):
        if new.start != gap.start and new.currency == gap.currency:
            before = EXACT.add(new.value, gap.value if claim.falls else -gap.value)
            others.append(replace(claim, subject=new, object=replace(new, value=before)))
    return any(found is not None and found.meets(ONE) for found in map(ratio_of, others))


def is_told_of_occasions(wording: Wording, claim: Claim) -> bool:
    """Whether a multiple that fails is one of several steps, or goes the other way: "halved twice, from 80 to
    20", "doubling for each offence up to 3,200", "200 (halving to 100 if paid at once)"."""
    told, old = claim.proportion, claim.object
    if told is None or told.kind != "times" or old is None:
        return False
    marks = wording.beginning(claim.start, claim.end)
    twice = sum(isinstance(mark.figure, Proportion) and mark.figure.kind == "times" for mark in marks) > 1
    around = (*wording.preceding(told.start), *wording.following(told.end))
    twice = twice or any(
        isinstance(mark.figure, Proportion) and mark.figure.kind == "times" and not mark.words
        for mark in around
    )
    reached = any(mark.figure is old and "later" in mark.names for mark in marks)
    return twice or old.bound == "at_most" or reached


def is_of_own_figures(wording: Wording, claim: Claim) -> bool:
    """Whether what a change leads to follows it, and is none of its claim's figures: "swung to 7.5m from a
    loss of 478,000, rose 8.2 per cent, or 18p, to 238p"; or a bracket tells it of a word of its own: "0.62bn
    from 123.7bn, as exports (-0.9%) fell"."""
    told = claim.proportion
    assert told is not None
    after = [*takewhile(lambda mark: not mark.words, wording.following(told.end, _AFTER))]
    for to, mark in pairwise(after):
        own = "new" in to.names and "later" in mark.names and mark.figure is not claim.subject
        if own and claim.subject.end <= told.start:
            return True
    if _is_of_forecast(wording, claim):
        return True
    marks = (mark for mark in wording.beginning(told.start, told.end) if mark.figure is told)
    return any(mark.stops == ",(" and mark.words > mark.after + 1 for mark in marks)


def _is_of_forecast(wording: Wording, claim: Claim) -> bool:
    """Whether a change is one to a forecast, beside which a bracket tells an earlier forecast, or is told of
    what was foreseen: "forecast profit to grow 42% to 48.9bn (from 46.2bn)", "a third above estimates"."""
    assert claim.proportion is not None
    before = wording.beginning(wording.sentence.start, claim.start)
    old = [mark for mark in wording.beginning(claim.start, claim.end) if mark.figure is claim.object]
    led = [each for mark in old for each in wording.preceding(mark.start)]
    if any("yardstick" in mark.names for mark in before) and any("(" in mark.stops for mark in (*old, *led)):
        return True
    after = wording.following(claim.proportion.end, 2)
    than = bool(after) and not after[0].words and not after[0].names.isdisjoint(_THAN)
    return than and len(after) > 1 and "yardstick" in after[1].names and after[1].words <= _FORECASTERS


def _has_own(claim: Claim, share: Proportion, amounts: Sequence[Amount], ratio_of: Ratio) -> bool:
    """Whether a percentage is the change between the two amounts around it, and these are not the claim's:
    "sales of 8.4bn, up 12% from 7.5bn, and a profit of 610m, up 24% from 545m"."""
    n = bisect_left(amounts, share.start, key=_start)
    around = amounts[max(0, n - 1) : n + 1]
    if len(around) < 2 or {each.start for each in around} == {claim.subject.start, object_of(claim).start}:
        return False
    found = ratio_of(replace(claim, subject=around[0], object=around[1], proportion=share))
    return found is not None and found.meets(ONE)


def _beside(claim: Claim, figures: Sequence[_Figure]) -> Sequence[_Figure]:
    """The first figures of a sentence that stand in a claim or near it."""
    first = bisect_left(figures, claim.start - _NEAR, key=_start)
    return [each for each in figures[first : first + _MOST] if each.start < claim.end + _NEAR]


def _next_to(amount: Amount, amounts: Sequence[Amount]) -> Sequence[Amount]:
    """An amount and those next to it."""
    n = bisect_left(amounts, amount.start, key=_start)
    return amounts[max(0, n - 1) : n + 2]


def _start(figure: Amount | Proportion) -> int:
    return figure.start


def _shares_if_otherwise(claim: Claim) -> tuple[Interval, Interval]:
    """The shares of the part in the whole if the percentage is what the whole has more than the part, over
    that, or what the part is of the rest."""
    assert claim.proportion is not None
    most, least = (EXACT.divide(Decimal(1), 1 + edge) for edge in strictly(claim.proportion))
    return Interval(least, most), Interval(1 - most, 1 - least)


def _is_taken_off(wording: Wording, claim: Claim) -> bool:
    """Whether a bracket tells a whole with the percentage that is taken off it: "fined 20,000 (50,000 with 60
    per cent suspended)"."""
    whole, told = object_of(claim), claim.proportion
    opened = wording.sentence.text[claim.subject.end : whole.start]
    led = told is not None and whole.end <= told.start and any(each in opened for each in _BRACKETS)
    return led and told is not None and wording.sentence.between(("with",), whole.end, told.start)


def _rest_of(claim: Claim) -> Interval:
    """What the percentage of a claim leaves of the whole."""
    assert claim.proportion is not None
    low, high = strictly(claim.proportion)
    return Interval(1 - high, 1 - low)


def _others(wording: Wording, claim: Claim) -> Iterator[Claim]:
    """The same percentage as that of the amounts on either side of it, in each other amount of its
    sentence."""
    assert claim.proportion is not None
    stated, amounts = claim.proportion, wording.sentence.amounts
    before = [each for each in amounts if each.start < stated.start][-1:]
    after = [each for each in amounts if each.start > stated.start][:1]
    for part, whole in product((*before, *after), amounts):
        if part is not whole and part.currency == whole.currency:
            yield replace(claim, subject=part, object=whole)


def _is_followed_by_way(wording: Wording, claim: Claim) -> bool:
    """Whether a word for a rise or a fall stands right after percentage and part: 16.41%(1780원) 올랐다."""
    after = wording.following(max(claim.subject.end, claim.proportion.end if claim.proportion else 0))
    return any(not (mark.words or _MOVES.isdisjoint(mark.names)) for mark in after)


def _is_followed_by_of(wording: Wording, claim: Claim) -> bool:
    """Whether the whole is told right after the percentage: "half of the 15bn"."""
    assert claim.proportion is not None
    after = wording.following(claim.proportion.end)
    return any(not (mark.words or mark.stops or _OF.isdisjoint(mark.names)) for mark in after)
