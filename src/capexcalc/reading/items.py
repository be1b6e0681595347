"""What a block of text consists of for the reader: numbers, phrases of a lexicon, and what means nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from .lexicon import Meanings

NOTHING: Meanings = {}
BLANKS = " \n\u00a0\u2009\u202f\u3000\u200e\u200f\u061c"
_BLANK = BLANKS + "-\u2010\u2011"


class Item(NamedTuple):
    """A number (``meanings`` holds its ``digits``) or a phrase of the lexicon; offsets are the block's."""

    meanings: Meanings
    start: int
    end: int
    text: str


Items = Sequence[Item | None]  # None stands for any run of words that mean nothing


def item_at(items: Items, i: int) -> Item:
    """The item at ``i``, which must be one."""
    item = items[i]
    assert item is not None
    return item


def meanings_at(items: Items, i: int) -> Meanings:
    """What the item at ``i`` can mean; nothing beyond the ends of the block."""
    item = items[i] if 0 <= i < len(items) else None
    return item.meanings if item is not None else NOTHING


def places(items: Items, *kinds: str) -> list[int]:
    """Where the items stand that can mean any of ``kinds``."""
    return [
        i for i, item in enumerate(items) if item is not None and not item.meanings.keys().isdisjoint(kinds)
    ]


def ahead(found: Sequence[int], i: int, reach: int) -> bool:
    """Whether one of the places ``found``, ascending, is ``i`` or at most ``reach`` items after it."""
    k = bisect_left(found, i)
    return k < len(found) and found[k] <= i + reach


def near(text: str, end: int, start: int) -> bool:
    """Whether nothing but a little white space or a hyphen lies between two offsets."""
    return start == end or (start - end <= 2 and not text[end:start].strip(_BLANK))


def cues_of(meanings: Meanings) -> tuple[str, ...]:
    return tuple(meanings.get("cue", ()))
