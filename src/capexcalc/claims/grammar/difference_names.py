"""Whether the words beside an amount say that it is what something rose or fell by, or has more or less."""

from __future__ import annotations

from ...patterns import regex
from .marks import Mark
from .sentence import WAYS, Sentence
from .walk import back, on

MORE = frozenset((*WAYS, "idle", "way", "moved", "exceeds", "exceeds_after", "below"))
_LED = frozenset((*WAYS, "idle", "way", "moved", "by"))
_RISES = frozenset((*WAYS, "idle"))
# Small words that lead up to what something changed by.
_BY = frozenset(("um", "med", "met", "en", "em", "di"))
_BY_ENDING = regex(r"(?:v|([^\W\d_aeiouáéíóöőúüű])\1)[ae]l\Z")  # of Hungarian: "300 milliárddal nő"
_MOVED = 2  # words from a word for a change to what it is by: "øker investeringene med"
_FALLEN = 4  # words from what something changed by to the verb: "300 millióval, 900 millióra nő"


def is_difference(sentence: Sentence, marks: list[Mark], i: int) -> bool:
    """Whether a word that says more or less stands beside an amount: "4bn more than", "lower by 3bn", "3bn
    euro in più rispetto"."""
    mark, after = marks[i], marks[i + 1] if i + 1 < len(marks) else None
    if after is not None and not (after.stops or after.words) and not after.names.isdisjoint(MORE):
        return True
    if _is_growth(marks, i):
        return True
    led = not (mark.words or mark.stops) and not marks[i - 1].names.isdisjoint(_LED)
    led = led or _is_moved_by(sentence, marks, i)
    return led and {"later", "earlier", "left"}.isdisjoint(mark.names)


def is_more_than(marks: list[Mark], i: int) -> bool:
    """Whether "more than" stands right after an amount, which then is no sum of the time after that: "4bn
    more than last year"."""
    than = next(iter(marks[i + 1 : i + 2]), marks[i])
    return not (than.words or than.stops or than.names.isdisjoint(("exceeds", "below")))


def _is_growth(marks: list[Mark], i: int) -> bool:
    """Whether a sentence begins with a rise or a fall, and tells what that comes to: "The increase of its
    wealth, then, was 300,000"."""
    first, verb = marks[1], marks[i - 1]
    begins = not first.words and not first.names.isdisjoint(_RISES) and "start" in marks[0].names
    told = not marks[i].words and "makes" in verb.names
    return begins and told and all(mark.figure is None for mark in marks[1:i])


def _is_moved_by(sentence: Sentence, marks: list[Mark], i: int) -> bool:
    """Whether a small word right before an amount, or an ending of it, says that something changed by that,
    and a word for a change little before or after: "wächst die Summe um 4 Milliarden"."""
    if _BY_ENDING.search(sentence.text, marks[i].start, marks[i].end):
        return any(not marks[k].names.isdisjoint(WAYS) for k, _ in on(marks, i, _FALLEN))
    words = sentence.text[marks[i - 1].end : marks[i].start].split()
    if not words or words[-1] not in _BY:
        return False
    for k, _ in back(marks, i, _MOVED):
        if not marks[k].names.isdisjoint(WAYS):
            return True
        if marks[k].figure is not None or marks[k].bars:
            return False
    return False
