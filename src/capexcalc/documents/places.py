"""Where what is found in a text stands in the source that the text was made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from operator import attrgetter
from typing import Any, NamedTuple


class Place(NamedTuple):
    """Where an offset of a text stands in its source, and where what is before it ends there; what follows
    goes along."""

    own: int
    source: int
    ended: int


Places = Sequence[Place]  # ascending


def in_source(found: Any, places: Places) -> Any:
    """``found`` with its offsets (``start``, ``end``, ``sentence``), its ``column`` and those of all that it
    holds. Lines are the same in both."""
    if type(found) is tuple:  # others have names for what they hold, and no place
        return tuple(in_source(each, places) for each in found)
    if not is_dataclass(found) or isinstance(found, type):
        return found
    whole: Any = found
    changed: dict[str, Any] = {}
    for field in fields(found):
        value = getattr(found, field.name)
        if field.name == "start" and isinstance(value, int):
            changed["start"] = _place(value, places)
        elif field.name == "end" and isinstance(value, int):
            changed["end"] = _end(value, places)
        elif field.name == "sentence":
            changed["sentence"] = _place(value[0], places), _end(value[1], places)
        elif field.name == "column":
            changed["column"] = _column(whole.claim.start, value, places)
        elif (moved := in_source(value, places)) is not value:
            changed[field.name] = moved
    return replace(found, **changed) if changed else found


def _column(start: int, column: int, places: Places) -> int:
    before = start - column  # the line feed before
    return _place(start, places) - (_place(before, places) if before >= 0 else -1)


def _place(offset: int, places: Places) -> int:
    at = _last(offset, places)
    return at.source + offset - at.own


def _end(offset: int, places: Places) -> int:
    """The end of what ends at ``offset``: that of its last character, and not where the next one begins."""
    at = _last(offset, places)
    return at.ended if at.own == offset else at.source + offset - at.own


def _last(offset: int, places: Places) -> Place:
    return places[bisect_right(places, offset, key=attrgetter("own")) - 1]
