"""A sentence as a row of marks under the names their neighbours give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ...reading.mentions import Amount, PeriodMention
from .both_ways import told_one_way
from .marks import OF_ONE, Mark, gap, is_closed, join_ranges, lay_out
from .naming import name, name_units
from .other_times import is_in, other_times
from .repeats import without_repeats
from .said_twice import join_said_twice
from .sentence import Sentence


class MarkRow(NamedTuple):
    """``units`` are those of the amounts that are money of one of something ("a year", "a share"), by id:
    those that only repeat others, and are no mark, too. ``one_way`` are the marks as if a change that is told
    both as a difference and in percent were told one way alone."""

    marks: tuple[Mark, ...]
    units: Mapping[str, frozenset[str]]
    one_way: tuple[tuple[Mark, ...], ...] = ()


def mark_row(sentence: Sentence, begun: date | None, *, goes_on: bool) -> MarkRow:
    """The marks of a sentence, which may go on about the sums of earlier ones, in a text about what is
    ``begun`` on a day."""
    marks = join_said_twice(join_ranges(sentence, lay_out(sentence, goes_on=goes_on)))
    if begun is not None:
        _name_years_before(marks, begun)
    name_units(marks)
    units = {
        mark.figure.id: found
        for mark in marks
        if isinstance(mark.figure, Amount) and (found := frozenset(mark.names & OF_ONE))
    }
    one_way = tuple(_named(sentence, each) for each in list(told_one_way(marks)))
    return MarkRow(_named(sentence, marks), units, one_way)


def _named(sentence: Sentence, marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(_begun_anew(name(sentence, without_repeats(sentence, marks))))


def _name_years_before(marks: Iterable[Mark], begun: date) -> None:
    """Name the years that end when those of the plan begin, as those of the plan before."""
    for mark in marks:
        years = mark.figure if isinstance(mark.figure, PeriodMention) and "span" in mark.names else None
        if years is None or years.from_ is None or years.until is None:
            continue
        if years.until.year <= begun.year:
            mark.names |= {"previous"}


def _begun_anew(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks; where "; that is" goes on about the last sum, as another sentence might, one more."""
    last: Mark | None = None
    for mark in marks:
        takes_up = not mark.names.isdisjoint(("this", "makes")) and not mark.after
        if last is not None and ";" in mark.stops and takes_up:
            yield Mark({"start", "topic"}, mark.start, mark.start, last.figure, stops=mark.stops)
            mark.words, mark.stops = 0, ""
        yield mark
        if "lump" in mark.names and "yardstick" not in mark.names:
            last = mark


def without_other_times(sentence: Sentence, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks as if nothing of another time were told."""
    places, n = list(other_times(sentence)), 0
    kept = list(marks[:1])
    for mark in marks[1:]:
        if is_in(places, mark.start):
            continue
        between, at = "", kept[-1].end
        while n < len(places) and places[n][1] <= mark.start:
            between, at = between + sentence.text[at : places[n][0]], places[n][1]
            n += 1
        if at > kept[-1].end:
            between += sentence.text[at : mark.start]
            kept[-1] = replace(kept[-1], closed=is_closed(between))
            words, stops, after = gap(between)
            mark = replace(mark, words=words + ("count" in mark.names), stops=stops, after=after)
        kept.append(mark)
    return tuple(kept)
