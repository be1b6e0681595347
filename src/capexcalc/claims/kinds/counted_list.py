"""A total of so many parts: "the three items come to 505m together"."""

from __future__ import annotations

from collections.abc import Sequence

from ...reading.mentions import Amount, Count
from ..grammar.marks import Mark
from ..grammar.wording import Wording
from .parts_reach import is_alike, lists_others

_LIST = 3  # parts, at least
_BESIDE = 3  # marks between the number and the total


def told_by_number(
    wording: Wording, total: Mark, whole: Amount, parts: Sequence[Amount]
) -> tuple[Amount, ...] | None:
    """The parts of a total that is told to be that of as many: those of its sentence, or with all the money
    of the sentence before."""
    last = max(part.end for part in parts)
    between = wording.beginning(last, total.start)[-_BESIDE:]
    many = next((mark.figure for mark in between if "count" in mark.names), None)
    if not isinstance(many, Count) or many.value < _LIST or lists_others(wording):
        return None
    if not any("total" in mark.names for mark in (*between, *wording.following(total.end))):
        return None
    listed = [each for each in wording.listed if each.currency == whole.currency]
    for found in (tuple(parts), (*listed, *parts)):
        if len(found) == many.value and is_alike(whole, found):
            return found if max(each.value for each in found) < whole.value else None
    return None


def begins_with_total(wording: Wording, total: Mark) -> bool:
    """Whether a sentence begins with "in all", which leads up to its sum."""
    first = wording.marks[1]
    return "total" in first.names and not (first.words or total.after) and total.stops in ("", ",", ":")
