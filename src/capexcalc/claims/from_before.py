"""Changes told in a clause of their own that can hardly be from anything but the sum of before it."""

from __future__ import annotations

from ..patterns import regex
from .marks import Mark
from .walk import FURTHEST
from .wording import Wording

_OVER = frozenset(("exceeds", "exceeds_after", "over", "below"))
_TAKES_UP = frozenset(("this", "the_sum"))
_NEAREST = 2  # marks after a change
_FEW = 2  # words: "we are going up 50 %"
_EASTERN = regex("[\u3040-\u30ff\uac00-\ud7a3]")  # Japanese, Korean
# The particles that tell what a clause of its own is of, the end of the clause before, and what may stand
# right before a change that is of nothing named there: "一気に", "추가로", but not 運賃.
_NAMED = regex(r"[はがもを]|[\uac00-\ud7a3](?:은|는|이|가|도|을|를|께서)(?=\s)")
_CLAUSE = regex(r"[,、，](?!\d)")
_LEADS = regex(r"[\u3040-\u309f、，](?=\Z)|(?:로|에|서|해|며|고|게|어|아)\s(?=\Z)|,\s(?=\Z)")


def is_from_before(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a change after the sum of before is surely one from that."""
    if old.start > change.start:
        return False
    return (
        _is_of_the_rise(wording, change)
        or _is_over_that(wording, change)
        or _is_compared(wording, change, old)
        or _has_no_subject(wording, change, old)
    )


def _is_of_the_rise(wording: Wording, change: Mark) -> bool:
    """Whether a clause is of the rise itself: "; the rise, as the mayor noted, comes to 50 %"."""
    before = wording.preceding(change.start, _NEAREST)
    return any(mark.names >= {"this", "way"} and not mark.words for mark in before)


def _is_over_that(wording: Wording, change: Mark) -> bool:
    """Whether a change is told to be one over what was just named: "we spent 8bn, and now go 50 % above
    that", bunun yüzde 50 üzerine."""
    after = wording.following(change.end, _NEAREST)
    over = [mark for n, mark in enumerate(after) if not any(m.words or m.stops for m in after[: n + 1])]
    if not over or _OVER.isdisjoint(over[0].names):
        return False
    before = wording.preceding(change.start)[-1:] if not (change.words or change.stops) else ()
    taken = [mark for mark in (*over, *before) if not _TAKES_UP.isdisjoint(mark.names)]
    return bool(taken) and (over[-1].closed or over[0].closed)


def _is_compared(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a sentence begins by comparing with the sum of before, and goes on with nothing but what "we"
    do: "compared with the plan before, which had 8bn, we are going up 50 %"."""
    first = next((mark for mark in wording.marks[1:2]), change)
    led = "old" in first.names and first.start < old.start and not first.words
    between = (*wording.beginning(old.end, change.start), change)
    if not led or len(between) > FURTHEST or any(mark.figure is not None for mark in between[:-1]):
        return False
    own = sum(mark.words for mark in between)
    ours = wording.sentence.between(("we",), old.end, change.start)
    return own <= (_FEW if ours else 0)


def _has_no_subject(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether Japanese or Korean words between the sum of before and a change name nothing else that
    changed: 10조원이었는데, 공사비 급등으로 45% 늘었다, 400億円だったため、一気に3倍に増やす."""
    text = wording.sentence.text
    clause = _CLAUSE.search(text, old.end, change.start)
    if clause is None or not _EASTERN.match(text, clause.start() - 1):
        return False
    between = wording.beginning(old.end, change.start)
    told = any(mark.figure is not None for mark in between) or _NAMED.search(text, clause.end(), change.start)
    return not told and _LEADS.search(text, change.start - 2, change.start) is not None
