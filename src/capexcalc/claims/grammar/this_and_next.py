"""The sum of this year beside that of the next: "750m next year, after 600m this year"."""

from __future__ import annotations

from ...reading.mentions import PeriodMention
from ..claim import YEAR, length
from .marks import Mark

_NEW = frozenset(("later", "gap"))
_PRESENT = frozenset(("present", "given", "plain", "lump"))
_BEFORE, _AFTER = 1, 2  # words from "this year" to its sum, and from a sum to "this year"


def name_sums_of_this_year(marks: list[Mark]) -> None:
    """Name the one sum told right beside "this year" as an earlier one where another is told of the next."""
    if not any("this_year" in mark.names for mark in marks) or not any(map(is_ahead, marks)):
        return
    found = [mark for i, mark in enumerate(marks) if "amount" in mark.names and _is_of_this_year(marks, i)]
    many = sum("amount" in mark.names for mark in marks) > 1
    if many and len(found) == 1 and found[0].names.isdisjoint(_NEW):
        found[0].names -= _PRESENT
        found[0].names |= {"earlier"}


def _is_of_this_year(marks: list[Mark], i: int) -> bool:
    mark, before, after = marks[i], marks[i - 1], marks[i + 1] if i + 1 < len(marks) else None
    if after is not None and "this_year" in after.names and after.words <= _AFTER and not after.stops:
        return True
    if "makes" in before.names and not (mark.words or mark.stops) and i > 1:
        mark, before = before, marks[i - 2]  # "this year it is 600m"
    led = "this_year" in before.names and mark.words <= _BEFORE and not mark.stops
    return led and not (after is not None and is_ahead(after) and not (after.words or after.stops))


def is_ahead(mark: Mark) -> bool:
    """Whether a mark is a time of about a year that is to come."""
    time = mark.figure
    if isinstance(time, PeriodMention):
        return time.direction == "future" and length(time) <= YEAR
    return "ahead" in mark.names
