"""Which word beside a proportion says that it is one up or down: before it, after it, or at the end."""

from __future__ import annotations

from ...reading.mentions import Proportion
from .marks import Mark
from .sentence import WAYS, Sentence
from .walk import back, on

AHEAD, BEHIND = 5, 2  # words between a percentage and the one before or after it that says up or down
_VERB_LAST = 6  # where that comes after the amounts: "um 12 Prozent auf 2,3 Milliarden Euro gestiegen"
_COMPARING = frozenset(("exceeds", "exceeds_after", "below", "over"))
_VERB, _COMMAS = 2, ",，،"  # words: "αγγίζει το"; with which an aside begins


def way_of(marks: list[Mark], i: int, *, may_be_time: bool) -> int | None:
    """Where the word stands that says whether a proportion is one up or down: the nearest, first before
    it."""
    found = []
    for k, words in back(marks, i, 1 if may_be_time else AHEAD):
        if not marks[k].names.isdisjoint(WAYS):
            found.append((words, k))
            break
        if marks[k].bars and "equivalence" not in marks[k].names:  # "the increase is thus 12 %"
            break
    if may_be_time and found:
        return found[0][1]
    for k, words in on(marks, i, 1 if may_be_time else BEHIND):
        compares = not words and k == i + 1 and not marks[k].names.isdisjoint(_COMPARING)
        compares = compares or (k == i + 1 and _is_told_more(marks, i))
        if may_be_time and not compares:
            return None  # "a quarter more than" is no part of a year
        if compares or not marks[k].names.isdisjoint(WAYS):
            found.append((words, k))
            break
        if marks[k].bars:
            break
    if found or may_be_time:
        return min(found, key=lambda each: each[0], default=(0, None))[1]
    last = next((k for k, _ in on(marks, i, _VERB_LAST) if not marks[k].names.isdisjoint(WAYS)), None)
    return None if last is None or _is_begun_anew(marks, last) or _is_part_of(marks, last) else last


def _is_part_of(marks: list[Mark], k: int) -> bool:
    """Whether what stands before a word for a change is of that, and none: "the 38% level of the fall", but
    not "un 38 % de caída"."""
    return "of" in marks[k - 1].names and marks[k].words > 0


def _is_begun_anew(marks: list[Mark], k: int) -> bool:
    """Whether a verb begins another thought than the amounts before it end: "it put up the sum 50% from 2bn
    to 3bn to cut costs"."""
    return marks[k - 1].figure is None and "new" in marks[k - 1].names and not marks[k].words


def _is_told_more(marks: list[Mark], i: int) -> bool:
    """Whether a half or a quarter is what something is more or less by: "that is a quarter more", and a
    heading "A quarter more money for"."""
    before, mark, more = marks[i - 1], marks[i], marks[i + 1]
    if mark.words or mark.stops or more.stops or more.names.isdisjoint(WAYS):
        return False
    if "start" in before.names:
        return True
    ends = more.closed or (i + 2 < len(marks) and "makes" in marks[i + 2].names and marks[i + 2].closed)
    return ends and not before.names.isdisjoint(("makes", "this", "equivalence"))


def after_aside(sentence: Sentence, marks: list[Mark], i: int) -> int | None:
    """Where a rise or a fall is named that a percentage is told of after an aside, and nothing goes on about
    it: "the rise, as the mayor noted, comes to 12 %", but not "the rise, he noted, hits 12 % of all"."""
    verb, words = marks[i - 1], marks[i].after
    k = i
    if verb.figure is None and verb.stops and not marks[i].stops:
        k, words = i - 1, marks[i].words + verb.after
    aside = k > 1 and marks[k].stops.replace(":", "") == ",," and words <= _VERB
    if not aside or not marks[i].closed or marks[k - 1].names.isdisjoint(WAYS):
        return None
    return k - 1 if sentence.text[marks[k - 1].end] in _COMMAS else None


def take_way(mark: Mark) -> None:
    """Take a word that says up or down for a part of the change beside it."""
    mark.names = mark.names - set(WAYS) | {"way"}


def absorb_verb(marks: list[Mark], i: int, told: str) -> None:
    """Take the verb after the amounts of a change for a part of it: "um 12 Prozent auf 2,3 Milliarden
    gestiegen"."""
    reached = False
    for k, _ in on(marks, i, _VERB_LAST):
        if isinstance(marks[k].figure, Proportion):
            return
        if reached and told in marks[k].names:
            take_way(marks[k])
            return
        reached = reached or "amount" in marks[k].names
