"""A change told after two sums of one sentence, of which the first is of before and the second of now: "Last
year 8bn was spent on ports, and for next year 12bn is planned, which is 50 % more"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading.mentions import PeriodMention, Proportion
from ..grammar.marks import OF_ONE, Mark
from ..grammar.wording import COMPARED, Wording
from .other_changes import has_own_subject
from .since_then import hardly_goes_on, is_of_before

_WAS = COMPARED | {"earlier"}
_BEFORE = frozenset(("old_after", "previous", "past", "stretch", "old"))
_NOW = ("ahead", "this_year", "today")


def then_and_now(wording: Wording) -> Iterator[tuple[Mark, Mark, Mark, bool]]:
    """The change with the sum it leads to and the one it leads from, and whether words bind it to both: the
    second sum is told to be of now, and nothing but the change follows it."""
    sums = [mark for mark in wording.marks if "amount" in mark.names]
    shares = [mark for mark in wording.marks if isinstance(mark.figure, Proportion)]
    if len(sums) != 2 or len(shares) != 1 or shares[0].names.isdisjoint(("change", "times")):
        return
    (old, new), change = sums, shares[0]
    apart = change.start < new.end or not new.names.isdisjoint(_WAS) or not is_of_before(wording, old)
    if apart or not OF_ONE.isdisjoint(old.names ^ new.names):
        return
    between = wording.beginning(old.end, change.start)
    again = any(not mark.names.isdisjoint(_BEFORE) for mark in between[1:])
    sure = (
        is_of_now(wording, old.end, change.start)
        and not again
        and not wording.measures
        and hardly_goes_on(wording, change)
    )
    yield change, new, old, sure and not has_own_subject(wording, new, change)


def is_of_now(wording: Wording, start: int, end: int) -> bool:
    """Whether what stands between two offsets tells of what is now or is to come."""
    to_come = any(map(_is_to_come, wording.beginning(start, end)))
    return to_come or wording.sentence.between(_NOW, start, end)


def _is_to_come(mark: Mark) -> bool:
    return isinstance(mark.figure, PeriodMention) and mark.figure.direction == "future"
