"""Whether a claim that takes up a sum of another sentence, and fails, may be told of another one instead."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from operator import attrgetter, itemgetter

from ...money.interval import Interval
from ...reading.mentions import Amount, Reading
from ..claim import Claim, KindName, Unit
from ..kinds import changed, share_figures, shared_out
from ..kinds.pairs import ONE, Ratio
from ..kinds.parts_reach import adds_up

_MANY = 8  # parts, and sums that a conversion may be one of
_FEW = 4  # the first of these, one of which the text is about
Told = tuple[KindName, Unit | None, Decimal, str]
_RATIOS: Mapping[KindName, Ratio] = {"annual_amount": shared_out.ratio_of, "change": changed.ratio_of}


def may_be_of_another(claim: Claim, parts: Iterable[Amount], beside: Iterable[Amount]) -> bool:
    """Whether a share or a change of a sum of another sentence fails, and would fit were the one a share of
    one of the ``parts`` that the text tells, "of the grants, 40 %, or 60m", the other one of a sum
    ``beside`` it."""
    taken = claim.object if claim.kind == "share" else claim.subject
    if claim.proportion is None or taken is None or claim.kind not in ("share", "change"):
        return False
    if taken.start >= claim.sentence[0]:
        return False
    if claim.kind == "share":
        return not meets(claim, share_figures.ratio_of) and any(is_share_of(claim, each) for each in parts)
    others = (replace(claim, subject=each) for each in beside if _is_other(claim, each))
    return not meets(claim, changed.ratio_of) and any(meets(each, changed.ratio_of) for each in others)


def goes_on(claim: Claim, reading: Reading) -> bool:
    """Whether parts fall short of their total by one that the sentence after them tells: "It has 10bn, made
    up of 6bn and 3bn. It also has 1bn in cash"."""
    if claim.kind != "sum" or adds_up(claim.subject, claim.parts):
        return False
    n = bisect_left(reading.sentences, claim.sentence[1], key=itemgetter(0))
    if n == len(reading.sentences):
        return False
    first, last = (bisect_left(reading.amounts, at, key=attrgetter("start")) for at in reading.sentences[n])
    more = (each for each in reading.amounts[first:last] if each.currency == claim.subject.currency)
    exact = (replace(each, unit=Decimal(0)) for each in more)  # or a mere "1bn" fits soon
    return any(adds_up(claim.subject, (*claim.parts, each)) for each in exact)


def told_right(claims: Iterable[Claim]) -> frozenset[Told]:
    """Of which sums a text tells what they are a year, or are more than before, and it fits."""
    return frozenset(_told(each) for each in claims if _fails(each) is False)


def is_of_another_thing(claim: Claim, right: Set[Told]) -> bool:
    """Whether a change or a year's money of a sum of another sentence fails, where the text tells that of the
    sum ``right`` elsewhere: "30m a year. The union wants 48m a year"."""
    taken_up = claim.subject.start < claim.sentence[0]
    return taken_up and _told(claim) in right and _fails(claim) is True


def _told(claim: Claim) -> Told:
    return claim.kind, claim.unit, claim.subject.value, claim.subject.currency


def _fails(claim: Claim) -> bool | None:
    """Whether a year's money or a change in percent does not fit; None for other claims."""
    ratio_of = _RATIOS.get(claim.kind)
    return None if ratio_of is None or claim.parts else not meets(claim, ratio_of)


def may_be_year_of_another(claim: Claim, money: Iterable[Amount]) -> bool:
    """Whether a year's money of a sum of another sentence fails, and the time it is spread over is told of a
    larger one: "It gets not only 550m, but 1.6bn over 15 years"."""
    whole, span = claim.subject, claim.period
    if claim.kind != "annual_amount" or span is None or whole.start >= claim.sentence[0] or not _fails(claim):
        return False
    if any(
        _fails(replace(claim, subject=each)) is False for each in money if each.start >= claim.sentence[0]
    ):
        return True
    if span.start >= claim.sentence[0]:
        return False
    others = (each for each in money if _is_other(claim, each) and whole.end <= each.start < span.start)
    return any(each.value > whole.value for each in others)


def open_to(claim: Claim, money: Iterable[Amount]) -> Claim:
    """A conversion of a sum of another sentence, as one of whichever ``money`` of the text before it fits:
    "at today's rate the plan comes to 148m dollars"."""
    stated = claim.object
    if claim.kind != "equivalence" or not claim.assumed or stated is None:
        return claim
    others = [each for each in money if each.start < claim.start and each.currency != stated.currency]
    others = [*others[:_FEW], *others[_FEW:][-_MANY:]]  # a sentence may hold thousands
    return replace(claim, instead=tuple(dict.fromkeys((*claim.instead, *others))))


def _is_other(claim: Claim, amount: Amount) -> bool:
    old = claim.object
    return amount.currency == claim.subject.currency and old is not None and amount.start != old.start


def told_parts(claims: Iterable[Claim]) -> list[Amount]:
    """The first parts of a sum that shares which fit tell: of many, one soon fits another share."""
    told = (each.subject for each in claims if each.kind == "share" and meets(each, share_figures.ratio_of))
    return list(islice(told, _MANY))


def is_share_of(claim: Claim, whole: Amount) -> bool:
    """Whether a share would fit were it one of another sum."""
    return whole.currency == claim.subject.currency and meets(
        replace(claim, object=whole), share_figures.ratio_of
    )


def meets(claim: Claim, ratio_of: Ratio, reach: Interval = ONE) -> bool:
    """Whether what follows from the figures of a claim is in ``reach`` of the one it states."""
    ratio = ratio_of(claim)
    return ratio is not None and ratio.meets(reach)
