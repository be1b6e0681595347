"""Sums that a sentence tells to be of an earlier time than its text is: "in 2017 it was 180m", "last year".

What names a time is read or is a cue in every language, which "the plan that ran out" and its like never all
are; so these are what a change may be told to be one from, if its figures fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ...patterns import regex
from .marks import Mark
from .sentence import Sentence

_YEAR = regex(r"(?<![\d.,])(?:(?:19|20)\d\d|25[5-9]\d)(?!\d|[.,]\d)")
_BUDDHIST = 543  # years that the era of Thailand is ahead of ours, by its Calendar Year Act of 1940
_OURS = 2500  # below which a year is one of our era
_AND = 1  # word between the sums of a list
_PAST = ("old_after", "other_time", "previous", "past", "bygone", "back_then")
_THAN = ("exceeds", "below")
_WAYS = {**dict.fromkeys(_PAST, -1), "this_year": 0, "today": 0, "ahead": 1}
_CLAUSE = regex(r"[,;،؛](?!\d)|[、，；。（(]|\s[–—-]\s")


class _Time(NamedTuple):
    start: int
    end: int
    way: int  # -1 earlier than the text, 0 as the text, 1 later


def times_told(sentence: Sentence, amounts: Sequence[Mark], day: date | None) -> Mapping[int, int]:
    """Whether the sums of a sentence that a time is told of, by where they begin, are of an earlier time than
    its text, which is of a ``day`` (-1), or than another sum that is of a later one; of its own (0); or of a
    later one (1)."""
    times = sorted(_times(sentence, day)) if amounts else []
    ahead = any(time.way > 0 for time in times)
    told: dict[int, int] = {}
    for last, mark in pairwise([None, *amounts] if times else ()):
        assert mark is not None
        time = _time_of(sentence, mark, amounts, times)
        if time is not None:
            told[mark.start] = -1 if ahead and not time.way else time.way
        elif last is not None and told.get(last.start, 0) < 0 and _is_listed(sentence, last, mark):
            told[mark.start] = -1
    return told


def _is_listed(sentence: Sentence, last: Mark, mark: Mark) -> bool:
    """Whether hardly more than a comma, or "and", stands between two sums."""
    return sentence.words(last.end, mark.start) <= _AND


def _times(sentence: Sentence, day: date | None) -> Iterator[_Time]:
    for period in sentence.periods:
        if period.direction == "past":
            yield _Time(period.start, period.end, -1)
        elif day is not None and (last := period.until or period.from_) is not None:
            yield _Time(period.start, period.end, _way(last.year, day))
    known = [(each.start, each.end) for each in sentence.amounts]
    dated = [*known, *((each.start, each.end) for each in sentence.periods)]
    for year in _YEAR.finditer(sentence.text, *sentence.span) if day is not None else ():
        if not _is_within(year.start(), dated):
            number = int(year[0])
            yield _Time(*year.span(), _way(number - _BUDDHIST if number > _OURS else number, day))
    for cue in sentence.cues:
        if cue.kind in _WAYS and not _is_within(cue.start, known):
            yield _Time(cue.start, cue.end, _WAYS[cue.kind])


def _is_within(at: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in places)


def _way(year: int, day: date | None) -> int:
    assert day is not None
    return (year > day.year) - (year < day.year)


def _time_of(sentence: Sentence, mark: Mark, amounts: Sequence[Mark], times: list[_Time]) -> _Time | None:
    """The nearest time with no other sum between, one of the same clause first; of several sums, one that
    stands before it."""
    near = [each for each in times if not any(_lies_between(other, mark, each) for other in amounts)]
    near = [each for each in near if not sentence.between(_THAN, mark.end, each.start)]  # "more than in 2017"
    here = [each for each in near if not _is_parted(sentence, mark, each)]
    if not here and len(amounts) > 1:
        near = [each for each in near if each.end <= mark.start]
    told = here or near
    return min(told, key=lambda each: max(each.start - mark.end, mark.start - each.end)) if told else None


def _lies_between(other: Mark, mark: Mark, time: _Time) -> bool:
    first, last = min(mark.end, time.end), max(mark.start, time.start)
    return other is not mark and first <= other.start < last


def _is_parted(sentence: Sentence, mark: Mark, time: _Time) -> bool:
    first, last = min(mark.end, time.end), max(mark.start, time.start)
    return _CLAUSE.search(sentence.text, first, last) is not None
