"""A place among the items of a block, for readers that take one item after the other."""

from __future__ import annotations

from typing import Any

from .items import NOTHING, Items, item_at, meanings_at, near
from .lexicon import Meanings


class Cursor:
    """``i`` is the item to read next, ``here`` what it can mean; ``end`` where what was read ends."""

    __slots__ = ("end", "here", "i", "items", "text")

    def __init__(self, text: str, items: Items, i: int, end: int) -> None:
        self.text, self.items = text, items
        self.move(i, end)

    def move(self, i: int, end: int) -> None:
        """Go on at item ``i``; what was read ends at ``end``."""
        self.i, self.end = i, end
        self.here = meanings_at(self.items, i)

    def ahead(self, count: int = 1) -> Meanings:
        """What the item ``count`` after the next can mean."""
        return meanings_at(self.items, self.i + count)

    def near(self) -> bool:
        """Whether the next item follows what was read with nothing but a little white space between."""
        item = self.items[self.i] if self.i < len(self.items) else None
        return item is not None and near(self.text, self.end, item.start)

    def beside(self) -> Meanings:
        """What the next item can mean if it is near; nothing if it is not."""
        return self.here if self.here and self.near() else NOTHING

    def skip(self, count: int = 1) -> None:
        """Pass so many items."""
        last = self.i + count - 1
        self.move(last + 1, item_at(self.items, last).end)

    def take(self, kind: str) -> Any:
        """Pass the next item if it is near and can mean ``kind``, and give what it means; else None."""
        found = self.here.get(kind)
        if found is None or not self.near():
            return None
        self.skip()
        return found
