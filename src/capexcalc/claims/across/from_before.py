"""Changes told in a clause of their own that can hardly be from anything but the sum of before it."""

from __future__ import annotations

from ...patterns import regex
from ...reading.mentions import Count
from ..grammar.marks import Mark
from ..grammar.sentence import WAYS
from ..grammar.wording import Wording

_OVER = frozenset(("exceeds", "exceeds_after", "over", "below"))
_TAKES_UP = frozenset(("this", "the_sum"))
_NEAREST = 2  # marks after a change
_VERB = 1  # word: "we are going up 50 %"
_QUOTES = frozenset("»”“\"'’」』")
_MOVED = frozenset((*WAYS, "way", "moved", "idle"))
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
        or _is_over_that(wording, change, old)
        or _is_compared(wording, change, old)
        or _has_no_subject(wording, change, old)
    )


def _is_of_the_rise(wording: Wording, change: Mark) -> bool:
    """Whether a clause is of the rise itself: "; the rise, as the mayor noted, comes to 50 %"."""
    before = wording.preceding(change.start, _NEAREST)
    return any(mark.names >= {"this", "way"} and not mark.words for mark in before)


def _is_over_that(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a change is told to be one over what was just named: "we spent 8bn, and now go 50 % above
    that", bunun yüzde 50 üzerine."""
    after = wording.following(change.end, _NEAREST)
    over = [mark for n, mark in enumerate(after) if not any(m.words or m.stops for m in after[: n + 1])]
    if not over or _OVER.isdisjoint(over[0].names) or not any(mark.closed for mark in over):
        return False
    before = wording.preceding(change.start)[-1:] if not (change.words or change.stops) else ()
    taken = any(not mark.names.isdisjoint(_TAKES_UP) for mark in over)
    taken = taken or any(not mark.names.isdisjoint(_TAKES_UP | {"part_of"}) for mark in before)
    return taken or ("exceeds" in over[0].names and over[0].closed and _is_ours(wording, change, old))


def _is_compared(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a sentence begins by comparing with the sum of before, and goes on with nothing but what "we"
    do: "compared with the plan before, which had 8bn, we are going up 50 %", 与80亿元相比，我们增加了50%; but
    not "we pay 50 % more wages"."""
    first = next((mark for mark in wording.marks[1:2]), change)
    between, sentence = wording.beginning(old.end, change.start), wording.sentence
    led = "old" in first.names and first.start < old.start and not first.words
    led = led or any("old" in mark.names and not (mark.words or mark.stops) for mark in between[:1])
    moved = bool(between) and not between[-1].names.isdisjoint(("way", "by")) and not change.words
    if not (led and moved and _ends(wording, change)) or any(mark.figure is not None for mark in between):
        return False
    we = next(
        (cue for cue in sentence.cues_from(old.end) if cue.kind == "we" and cue.end < change.start), None
    )
    if we is None:
        return not sentence.words(old.end, change.start)
    return sentence.empty(old.end, we.start) and sentence.words(we.end, change.start) <= _VERB


def _ends(wording: Wording, change: Mark) -> bool:
    return change.closed or wording.sentence.text[change.end : change.end + 1] in _QUOTES


def _is_ours(wording: Wording, change: Mark, old: Mark) -> bool:
    return wording.sentence.between(("we",), old.end, change.start)


def _has_no_subject(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether Japanese or Korean words between the sum of before and a change name nothing else that
    changed: 10조원이었는데, 공사비 급등으로 45% 늘었다, 400億円だったため、一気に3倍に増やす."""
    text = wording.sentence.text
    clause = _CLAUSE.search(text, old.end, change.start)
    if clause is None or not _EASTERN.match(text, clause.start() - 1):
        return False
    between = wording.beginning(old.end, change.start)
    if any(mark.figure is not None and not isinstance(mark.figure, Count) for mark in between):
        return False
    beside = (*between[-1:], *wording.following(change.end, _NEAREST))
    if "rise" not in change.names and all(mark.names.isdisjoint(_MOVED) for mark in beside):
        return False  # 遅れて2倍かかった
    named = _NAMED.search(text, clause.end(), change.start) is not None
    return not named and _LEADS.search(text, change.start - 2, change.start) is not None
