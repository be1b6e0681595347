"""What a rise, a fall or a difference over the sum of before comes to, where a sentence tells no more."""

from __future__ import annotations

from collections.abc import Sequence, Set

from .marks import Mark
from .sentence import PUNCTUATION, WAYS, Sentence, count_words

_THAN = frozenset(("old", "base", "previous"))
_GROWTH: Set[str] = {"change", "rise", "told", "growth"}
_APART = _GROWTH | {"wayless"}
_OF_ANOTHER: Set[str] = {"level"}
_CLAUSE = frozenset(",;:.(，；：。（、")


def growth_names(sentence: Sentence, marks: list[Mark], i: int) -> Set[str] | None:
    """The names of a percentage that is what a rise, a fall or a difference comes to, of which a sentence
    says no more than over what sum: "The increase over the 8bn of the last plan is 50 %", but not "The
    increase of wages over", "The increase of 8bn is 50 %"."""
    first, *between = marks[1:i] or marks[:1]
    amounts = [mark for mark in (first, *between) if mark.figure is not None]
    if len(amounts) != 1 or "amount" not in amounts[0].names:
        return None
    rises = not (first.names.isdisjoint(WAYS) or first.words) and bool(between)
    than = next(iter(between), first)
    if rises and not ("of" in than.names or than.words or than.names.isdisjoint(_THAN)):
        return _OF_ANOTHER if _is_apart((first, *between, marks[i])) else _GROWTH
    differs = sentence.last(("differs",), sentence.start, marks[i].start)
    if differs is None:
        return None
    told = any("previous" in mark.names for mark in (first, *between))
    if not sentence.text[sentence.start : differs.start].strip(PUNCTUATION):
        over = [mark for mark in marks[1 : i + 1] if mark.start >= differs.end]
        directly = not sentence.text[differs.end : over[0].start].strip()
        return _APART if told and directly and not _is_apart(over[1:], 1) else _OF_ANOTHER
    after = sentence.text[differs.end : marks[i].start]
    beside = count_words(after) <= 1 and _CLAUSE.isdisjoint(after)
    return _APART if told and beside else None


def _is_apart(marks: Sequence[Mark], clauses: int = 0) -> bool:
    """Whether more than a word stands before one of some marks, or punctuation but that of a clause."""
    stops = "".join(mark.stops for mark in marks)
    return any(mark.words > 1 for mark in marks) or len(stops) > 2 * clauses or bool(stops.strip(","))
