"""Where the words around a change say that it is one over another base than the amount beside it."""

from __future__ import annotations

from collections.abc import Callable

from ...reading.mentions import PeriodMention
from ..claim import Claim
from ..grammar.constructions import Match
from ..grammar.marks import Mark
from ..grammar.sentence import count_words
from ..grammar.wording import Wording
from ..verdicts.verdict import strictly

_THAN = frozenset(("exceeds", "below", "old", "base"))
_CUTS = frozenset(("decrease", "increase", "idle", "moved"))
_OF = frozenset(("of", "from", "new", "article"))
_NOUN = 1  # word, at most, between an amount and what it is a cut or a rise in: "12m in reductions"
_BEFORE = 12  # marks
_THEN = frozenset(("past", "old_after"))
_TIMED = 2  # marks after an amount, one of which may be its time


def is_compared_twice(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether "and" leads up to the amount a change is compared with, which then is a second thing told of
    the new one: "down 0.2% on the day and compared with $1.4411 before the speech"."""
    told = False  # anything between the two
    for mark in wording.following(change.end, _BEFORE) if change.start < old.start else ():
        if mark.start >= old.start:
            break
        told = (told or mark.words > 0) and not mark.stops
        if told and "old" in mark.names and wording.sentence.between(("and",), mark.start, mark.end):
            return True
        told = True
    return False


def names_own_base(wording: Wording, change: Mark, new: Mark, old: Mark) -> bool:
    """Whether a change that follows on two amounts without a time of their own is told over a time: "from
    900m to 416m, which is 34% less than the previous year", but not "from 900m in 2023 to 416m, 34% less than
    the previous year"."""
    if "left" not in old.names or "later" not in new.names or change.start < max(old.start, new.start):
        return False
    than, when = (*wording.following(change.end, 2), None, None)[:2]
    if than is None or when is None or than.words or when.words or than.stops or when.stops:
        return False
    told = not _THAN.isdisjoint(than.names) and not {"old_after", "previous"}.isdisjoint(when.names)
    timed = (*wording.following(old.end, _TIMED), *wording.following(new.end, _TIMED))
    timed = (*timed, *wording.preceding(old.start, _BEFORE))
    return told and not any(
        isinstance(mark.figure, PeriodMention) or "old_after" in mark.names
        for mark in timed
        if mark.start < change.start
    )


def is_of_past(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a change is told of a time that is over, and another clause what something goes from: "where
    the wage doubled last year, it will go from 176 to 185", not "it doubled last year, from 176 to 352"."""
    if "left" not in old.names or change.start > old.start:
        return False
    before, after = wording.preceding(change.start), wording.following(change.end)
    beside = any(
        not mark.names.isdisjoint(_THEN) and not (one.words or one.stops)
        for mark, one in (*((each, change) for each in before), *((each, each) for each in after))
    )
    between = wording.beginning(change.end, old.start)
    begun = next((n for n, mark in enumerate(between) if "," in mark.stops), len(between))
    clause = between[begun:]
    words = sum(count_words(wording.sentence.text[mark.start : mark.end]) for mark in clause)
    return (
        beside and words + sum(mark.words for mark in clause[1:]) + sum(mark.after for mark in clause[:1]) > 1
    )


def is_of_cut(wording: Wording, claim: Claim) -> bool:
    """Whether an amount is told to be a cut or a rise, and the percentage that fails as a change is what that
    makes of the other amount: "12m in reductions, which is 17% less than the 73m billed"."""
    told, old = claim.proportion, claim.object
    if told is None or old is None or told.kind != "share" or claim.subject.start > told.start:
        return False
    for mark in wording.following(claim.subject.end, _BEFORE):
        if mark.start >= told.start:
            break
        if mark.stops or mark.words > _NOUN or mark.figure is not None:
            return False
        if not mark.names.isdisjoint(_CUTS):
            return strictly(claim.subject).over(strictly(old)).meets(strictly(told))
        if mark.names.isdisjoint(_OF):
            return False
    return False


def is_turned(match: Match, claim: Claim | None, turned: Callable[[Claim], Claim | None]) -> bool:
    """Whether a multiple that stands right after an amount tells that of the one before it: "that of the one
    was 1.2bn whilst the other's was 10bn or 8 times as much"."""
    *_, before, last = (("", None), ("", None), *match.found)
    beside = (before[0], last[0]) == ("OF", "TIMES")
    return beside and claim is not None and claim.proportion is not None and turned(claim) is not None
