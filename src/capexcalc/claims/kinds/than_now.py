"""A sum of before that is told to be so much more or less than the one of now: "It will spend 90m. Six years
ago 36m was spent, 60% less than now"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading.mentions import Amount
from ..claim import Claim
from ..grammar.marks import Mark
from ..grammar.sentence import count_words
from ..grammar.wording import Wording
from .changed import between, fits, is_near
from .difference import NEAR, is_exact, ratio_of
from .difference import between as difference
from .since_then import NEAR as NEARLY
from .since_then import is_of_before

_TOLD = frozenset(("change", "times", "gap"))
_THAN = frozenset(("exceeds", "exceeds_after", "below", "old", "of", "way", "increase", "decrease"))
_NOW = ("than_now", "today", "of_today", "this_year")
_BETWEEN = 3  # words from a change to "now"
_SAID_AFTER = 2  # words after that


def told_than_now(wording: Wording) -> Iterator[Claim]:
    """The claim, if a sentence with one sum of before ends in what that is more or less than now."""
    told = next((mark for mark in reversed(wording.marks) if not mark.names.isdisjoint(_TOLD)), None)
    if told is None or not _is_than_now(wording, told):
        return
    sums = [mark for mark in wording.marks if "amount" in mark.names and mark is not told]
    if len(sums) != 1 or sums[0].start > told.start or not is_of_before(wording, sums[0]):
        return
    old, news = sums[0], [mark for mark in wording.taken_up() if mark.figure is not None]
    if len({mark.figure.value for mark in news if isinstance(mark.figure, Amount)}) > 1:
        news = [mark for mark in news if isinstance(mark.figure, Amount) and wording.is_topic(mark.figure)]
    sure = not wording.measures
    for now in news:
        claim = (
            difference(wording, told, old, now) if "gap" in told.names else between(wording, told, old, now)
        )
        if claim is None:
            continue
        right = is_exact(claim) if claim.parts else fits(claim)
        if right or (sure and _is_near(claim)):
            yield claim
            return


def _is_than_now(wording: Wording, told: Mark) -> bool:
    """Whether little but "less than now" follows a change to the end of its clause."""
    now = next((cue for cue in wording.sentence.cues_from(told.end) if cue.kind in _NOW), None)
    if now is None:
        return False
    between = wording.beginning(told.end, now.start)
    than = any(not mark.names.isdisjoint(_THAN) for mark in between)
    apart = any(mark.stops or mark.figure is not None for mark in between)
    words = wording.sentence.words(told.end, now.start)
    after = wording.sentence.text[now.end : wording.sentence.end]
    return than and not apart and words <= _BETWEEN and count_words(after) <= _SAID_AFTER


def _is_near(claim: Claim) -> bool:
    if not claim.parts:
        return is_near(claim, NEARLY)
    ratio = ratio_of(claim)
    return ratio is not None and ratio.meets(NEAR)
