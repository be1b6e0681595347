"""What the words around a multiple make of it: the tail of a longer word, or what comes on top."""

from __future__ import annotations

from ..patterns import regex
from .items import Item, Items, cues_of, item_at, meanings_at
from .lookalikes import HYPHENS
from .tokens import spaceless

_CROSSES, _NAME = ("x", "X", "×"), regex(r" [A-Z][a-z]{2}")
_BEFORE, _AFTER = frozenset(("bound",)), frozenset(("bound_after", "bound_inner"))


def is_tail(text: str, items: Items, i: int) -> bool:
    """Whether a multiple is the tail of a word that says which one: "mange-dobles"."""
    start = item_at(items, i).start
    hyphened = start > 1 and text[start - 1] in HYPHENS and text[start - 2].isalpha()
    return hyphened and i > 0 and (items[i - 1] is None or "vague" in meanings_at(items, i - 1))


def is_of_name(text: str, end: int, sign: Item) -> bool:
    """Whether a number that ends at ``end`` and an "x" are those of a name or of two sides: "8X8", "4x4",
    "10x Genomics"."""
    if end != sign.start or text[sign.start : sign.end] not in _CROSSES:
        return False
    return text[sign.end : sign.end + 1].isdigit() or _NAME.match(text, sign.end) is not None


def comes_on_top(text: str, items: Items, first: int, sign: int) -> bool:
    """Whether a multiple from item ``first`` to ``sign``, in a language that writes no blanks, is what
    something grew by, and may come on top of what it was: 增长了近4倍, "4배 증가", but not 增长到4倍."""
    if not spaceless(item_at(items, sign).text[0]):
        return False
    if "times" in meanings_at(items, sign) and "multiple" in meanings_at(items, sign):
        return True  # 4倍増
    for k, step, around in ((first - 1, -1, _BEFORE), (sign + 1, 1, _AFTER)):
        while not around.isdisjoint(meanings_at(items, k)) or _is_particle(text, items, k):
            k += step
        meanings = meanings_at(items, k)
        if "change" in meanings or "increase" in cues_of(meanings):
            return True
    return False


def _is_particle(text: str, items: Items, k: int) -> bool:
    """Whether one sign alone stands between two items, as that of what is done does: 增加了3倍."""
    if not 0 < k < len(items) - 1 or items[k] is not None:
        return False
    before, after = items[k - 1], items[k + 1]
    return before is not None and after is not None and text[before.end : after.start] == "了"
