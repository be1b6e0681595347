"""What a rise, a fall or a difference over the sum of before comes to, where a sentence tells no more."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ...reading.mentions import Proportion
from .marks import Mark
from .sentence import PUNCTUATION, WAYS, Sentence, count_words

_THAN = frozenset(("old", "base", "previous"))
_GROWTH: Set[str] = {"change", "rise", "told", "growth"}
_APART = _GROWTH | {"wayless"}
_OF_ANOTHER: Set[str] = {"level"}
_VERBS = frozenset(("makes", "equivalence", "new"))
_LAST = 3  # words of a verb that comes last
_CLAUSE_WORDS = 3  # "the last plan, which was worth 8bn"
_CLAUSES = ("", ",,", "()", ",")  # and a dash: "the difference from the old plan — 50 %"
_CLAUSE = frozenset(",;:.(，；：。（、")


def growth_names(sentence: Sentence, marks: list[Mark], i: int) -> Set[str] | None:
    """The names of a percentage that is what a rise, a fall or a difference comes to, of which a sentence
    says no more than over what sum: "The increase over the 8bn of the last plan is 50 %", but not "The
    increase of wages over", "The increase of 8bn is 50 %"."""
    first, *between = marks[1:i] or marks[:1]
    amounts = [mark for mark in (first, *between) if "amount" in mark.names]
    if len(amounts) != 1 or any(isinstance(mark.figure, Proportion) for mark in between):
        return None
    told = any("previous" in mark.names for mark in (first, *between))
    rises = not (first.names.isdisjoint(WAYS) or first.words) and bool(between)
    than = next(iter(between), first)
    of_it = "of" in than.names and "old" not in than.names
    if rises and not (of_it or than.words or than.names.isdisjoint(_THAN)):
        apart = _is_apart((first, *between, marks[i]), clause=told) or _goes_on(sentence, marks, i)
        return _OF_ANOTHER if apart else _GROWTH
    differs = sentence.last(("differs",), sentence.start, marks[i].start)
    if differs is None:
        return None
    if not sentence.text[sentence.start : differs.start].strip(PUNCTUATION):
        over = [mark for mark in marks[1 : i + 1] if mark.start >= differs.end]
        directly = not sentence.text[differs.end : over[0].start].strip()
        apart = _is_apart(over[1:], clause=True) or _goes_on(sentence, marks, i)
        return _APART if told and directly and not apart else _OF_ANOTHER
    after = sentence.text[differs.end : marks[i].start]
    beside = count_words(after) <= 1 and _CLAUSE.isdisjoint(after)
    return _APART if told and beside else None


def _is_apart(marks: Sequence[Mark], *, clause: bool) -> bool:
    """Whether more than a word stands before one of some marks, or punctuation but that of a ``clause`` with
    the amount."""
    n = next((n for n, mark in enumerate(marks) if "amount" in mark.names), 0)
    before, after = ("".join(mark.stops for mark in part) for part in (marks[: n + 1], marks[n + 1 :]))
    words = any(mark.words > (_CLAUSE_WORDS if mark.stops else 1) for mark in marks)
    return words or before + after not in (_CLAUSES if clause else ("",)) or len(before) > 1


def _goes_on(sentence: Sentence, marks: list[Mark], i: int) -> bool:
    """Whether words go on about what a percentage is one of, and are no verb: "was 20 % in wages"."""
    rest = sentence.text[marks[i].end : sentence.end]
    ends = next((n for n, char in enumerate(rest) if char in _CLAUSE), len(rest))
    return count_words(rest[:ends]) > (_LAST if marks[i - 1].names.isdisjoint(_VERBS) else 1)
