"""What a sentence leaves to the next, which may tell a change of it: what something is worth, the one sum it
names."""

from __future__ import annotations

from ...reading.mentions import Amount
from .marks import OF_ONE, Mark
from .wording import COMPARED, Wording

_PARTS = frozenset(("part_of", "share"))
_WAS = frozenset(("earlier", "prior")) | COMPARED


def _sums(wording: Wording) -> list[Mark]:
    return [mark for mark in wording.marks if "amount" in mark.names]


def valuation(wording: Wording) -> Amount | None:
    """The one sum that a sentence says something is worth now."""
    found = [mark for mark in _sums(wording) if "valued" in mark.names and mark.names.isdisjoint(_WAS)]
    figure = found[0].figure if len(found) == 1 else None
    return figure if isinstance(figure, Amount) else None


def main_sum(wording: Wording) -> Amount | None:
    """The one sum of a sentence that is none of before and no price of one of many, or what it says its sums
    are in all; that of the sentence before, if all it tells is what a year or a part of that has."""
    sums = [mark for mark in _sums(wording) if mark.names.isdisjoint(OF_ONE | {"valued"})]
    if wording.main is not None and wording.goes_on and _tells_parts(wording, sums):
        return wording.main
    if any(not mark.names.isdisjoint(_WAS) for mark in sums) or wording.names_change:
        return None
    totals = [mark for mark in sums if "sum" in mark.names]
    found = totals or sums
    figure = found[0].figure if len(found) == 1 and "lump" in found[0].names else None
    return figure if isinstance(figure, Amount) else None


def _tells_parts(wording: Wording, sums: list[Mark]) -> bool:
    """Whether a sentence tells no other sum than parts of the one before it."""
    begins = any(not mark.names.isdisjoint(_PARTS) for mark in wording.marks[1:2])
    return not wording.names_change and (not sums or (begins and all("listed" in m.names for m in sums)))
