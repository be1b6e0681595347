"""What a block of text consists of for the reader: numbers, phrases of a lexicon, and what means nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from .lexicon import Meanings

NOTHING: Meanings = {}
BLANKS = " \n\u00a0\u2009\u202f\u3000\u200e\u200f\u061c"
_POINT = 2  # characters of the point of an ordinal and the blank after it
_BLANK = BLANKS + "-\u2010\u2011"


class Item(NamedTuple):
    """A number (``meanings`` holds its ``digits``) or a phrase of the lexicon; offsets are the block's."""

    meanings: Meanings
    start: int
    end: int
    text: str


class Items(list[Item | None]):
    """The items of a block, which stay as they are; None stands for any run of words that mean nothing.

    ``meanings`` are those of the others by place, ``kinds`` all that any of them can mean: most of what is
    looked for in a block is not there. ``numbers`` are those read so far, by the place of the first item of
    each: several readers ask for the same (quantities.py).
    """

    __slots__ = ("kinds", "meanings", "numbers")

    def __init__(self, items: Iterable[Item | None] = ()) -> None:
        super().__init__(items)
        self.meanings = {i: item.meanings for i, item in enumerate(self) if item is not None}
        self.kinds: frozenset[str] = frozenset().union(*self.meanings.values())
        self.numbers: dict[int, Any] = {}


def item_at(items: Items, i: int) -> Item:
    """The item at ``i``, which must be one."""
    item = items[i]
    assert item is not None
    return item


def meanings_at(items: Items, i: int) -> Meanings:
    """What the item at ``i`` can mean; nothing beyond the ends of the block."""
    return items.meanings.get(i, NOTHING)


def places(items: Items, kinds: frozenset[str]) -> list[int]:
    """Where the items stand that can mean any of ``kinds``."""
    if kinds.isdisjoint(items.kinds):
        return []
    return [i for i, meanings in items.meanings.items() if not kinds.isdisjoint(meanings)]


def ahead(found: Sequence[int], i: int, reach: int) -> bool:
    """Whether one of the places ``found``, ascending, is ``i`` or at most ``reach`` items after it."""
    k = bisect_left(found, i)
    return k < len(found) and found[k] <= i + reach


def near(text: str, end: int, start: int) -> bool:
    """Whether nothing but a little white space or a hyphen lies between two offsets."""
    return start == end or (start - end <= 2 and not text[end:start].strip(_BLANK))


def names_month(items: Items, i: int) -> bool:
    """Whether a month stands at item ``i``, or right after a word there that only links: "de junio"; or after
    the point of an ordinal."""
    meanings = meanings_at(items, i)
    if 0 < i < len(items) and items[i] is None and "month" in meanings_at(items, i + 1):
        before = items[i - 1]
        return before is not None and item_at(items, i + 1).start - before.end <= _POINT
    linked = "link" in meanings or "when" in meanings
    return "month" in meanings or (linked and "month" in meanings_at(items, i + 1))


def cues_of(meanings: Meanings) -> tuple[str, ...]:
    return tuple(meanings.get("cue", ()))
