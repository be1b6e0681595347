"""Where the words around a share say that it is one of a whole that the text leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from ...money.interval import Interval
from ...money.money import EXACT
from ...patterns import regex
from ..claim import Claim
from ..grammar.constructions import Match
from ..grammar.marks import Mark
from ..grammar.sentence import PUNCTUATION, count_words
from ..grammar.wording import Wording
from ..verdicts.verdict import strictly
from .share_whole import NAMED

_HELD = ("stake", "held")
_APART = regex(r"[\d,;:()]")
_NEAR = 40  # characters
_GAP = Decimal("0.03")  # of a gap, by which two amounts may miss it
_CALLED = 2  # words, at most, from a percentage to what it is a stake of: "31 percent LSE stake"


def is_stake(wording: Wording, share: Mark) -> bool:
    """Whether a percentage is the size of a stake, which no sum is a part of: "the 1.1bn sale of a 15 percent
    stake in its mine", "eine Beteiligung von 15 Prozent"."""
    sentence = wording.sentence
    near = takewhile(lambda cue: cue.start < share.end + _NEAR, sentence.cues_from(share.end))
    after = next((cue for cue in near if cue.kind in _HELD), None)
    if after is not None and _is_close(sentence.text[share.end : after.start], _CALLED):
        return True
    before = sentence.last(_HELD, max(sentence.start, share.start - _NEAR), share.start)
    of = wording.preceding(share.start)[-1:]
    led = before is not None and any("of" in mark.names and mark.start >= before.end for mark in of)
    return led and before is not None and _is_close(sentence.text[before.end : share.start], 1)


def _is_close(between: str, most: int) -> bool:
    """Whether at most so many words, no figure and no punctuation stand between two things."""
    return count_words(between) <= most and not _APART.search(between)


def is_left_behind(match: Match, part: Mark) -> bool:
    """Whether an amount is what another one became, and none of its parts: "it fell to 28m from 60m, or
    54%"."""
    link = match.first("of|from|of_all")
    return link is not None and "from" in link.names and "of" not in link.names and "later" in part.names


def is_of_more_than_gap(wording: Wording, match: Match, share: Mark, part: Mark) -> bool:
    """Whether a share after what something rose or fell by is told to be one of another thing: "a rise of 45m
    from 111m, or 22% of sales"."""
    if "gap" not in part.names or match.first("POOL") is None:
        return False
    of = next(iter(wording.following(share.end)), None)
    if of is None or of.words or of.stops or "of" not in of.names or not of.names.isdisjoint(NAMED):
        return False
    end = next((mark.start for mark in wording.following(of.end)), wording.sentence.end)
    return bool(wording.sentence.text[of.end : end].strip(PUNCTUATION))


def is_of_count(wording: Wording, share: Mark) -> bool:
    """Whether a share is told to be one of a number of things: "it bought 4,000 lots, of which 78%"."""
    *_, count, which = (None, None, *wording.preceding(share.start, 2))
    led = which is not None and "part_of" in which.names and not (share.words or share.stops)
    return (
        led and which is not None and count is not None and "count" in count.names and which.words <= _CALLED
    )


def is_added_to(wording: Wording, part: Mark) -> bool:
    """Whether "plus" adds an amount to what stands right before it, so that a share is one of both: "1bn plus
    380m is no tenth of the 16bn"."""
    plus = wording.sentence.last(("plus",), max(wording.sentence.start, part.start - _NEAR), part.start)
    if plus is None or wording.sentence.text[plus.end : part.start].strip():
        return False
    before = wording.sentence.text[max(wording.sentence.start, plus.start - 2) : plus.start].rstrip()
    return before[-1:].isalnum()  # not "6bn for buses, plus 4bn, a third"


def of_lower(wording: Wording, claim: Claim) -> Iterator[Claim]:
    """A share of a gap as one of the other amount that it lies between, the whole being one of the two:
    "86,000 here and 116,000 there. That is a gap of nearly 30,000, or 35 percent"."""
    gap, whole = claim.subject, claim.object
    for each in (*wording.earlier, *wording.sentence.amounts) if whole is not None else ():
        if whole is None or each.currency != whole.currency or each.start in (gap.start, whole.start):
            continue
        apart = abs(EXACT.subtract(whole.value, each.value))
        if gap.currency == each.currency and abs(apart - gap.value) <= _GAP * gap.value:
            yield replace(claim, object=each)


def are_of_another_whole(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a share that fails of a sum of an earlier sentence agrees with another of its sentence on what
    both are one of: "2.2m or 13 % of the budget for this, 1.7m or 10 % for that", of 17m and not of 27m."""
    own = _whole(claim)
    if own is None or claim.object is None or own.meets(strictly(claim.object)):
        return False
    taken = strictly(claim.object)
    alike = (each for each in claims if each.object == claim.object and each.subject != claim.subject)
    others = (_whole(each) for each in alike)
    return any(each is not None and own.meets(each) and not taken.meets(each) for each in others)


def _whole(claim: Claim) -> Interval | None:
    """What a part and its share of a sum in an earlier sentence make the whole."""
    told, whole = claim.proportion, claim.object
    if claim.kind != "share" or told is None or whole is None or whole.start >= claim.sentence[0]:
        return None
    return strictly(claim.subject).over(strictly(told)) if strictly(told).low > 0 else None
