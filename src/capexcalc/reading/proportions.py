"""Shares and multiples: "12 %", "a quarter", "three times", "doublé"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from ..money.money import EXACT
from .items import Items, ahead, item_at, meanings_at, near, places
from .lexicon import Lexicon
from .mentions import Proportion
from .numbers import NUMBER_BEGINNINGS, begins_number, read_quantity

# A fraction in words is meant to the nearest twentieth, a whole multiple to a tenth either side: "doubled" is
# said of 1.9 and of 2.1, hardly of 1.6.
_FRACTION_UNIT = Decimal("0.05")
_MULTIPLE_UNIT = Decimal("0.2")
_SIGNS = ("percent", "times", "proportion", "multiple")
_REACH = 8  # items from the first of a number to its sign
_BEGINNINGS = NUMBER_BEGINNINGS | {"proportion", "multiple"}
_LARGEST = Decimal(10) ** 9


def find_proportions(
    text: str, items: Items, taken: Callable[[int], bool], lexicon: Lexicon, at: int
) -> Iterator[Proportion]:
    """Every proportion of the block that begins at offset ``at``, in order; ``taken`` is of amounts."""
    i, signs = 0, places(items, *_SIGNS)
    while signs and i <= signs[-1]:
        item = items[i]
        begins = item is not None and not _BEGINNINGS.isdisjoint(item.meanings)
        likely = begins and ahead(signs, i, _REACH) and not taken(i)
        found = _read(text, items, i, lexicon, at) if likely else None
        if found is None:
            i += 1
        else:
            yield found[0]
            i = found[1]


def _read(text: str, items: Items, i: int, lexicon: Lexicon, at: int) -> tuple[Proportion, int] | None:
    item, meanings = item_at(items, i), meanings_at(items, i)
    if "proportion" in meanings:
        above, _, below = meanings["proportion"].partition("/")
        value = EXACT.divide(Decimal(above), Decimal(below))
        return Proportion("share", value, _FRACTION_UNIT, at + item.start, at + item.end, item.text), i + 1
    if "multiple" in meanings:
        value = Decimal(meanings["multiple"])
        return Proportion("times", value, _MULTIPLE_UNIT, at + item.start, at + item.end, item.text), i + 1
    quantity = read_quantity(text, items, i, lexicon) if begins_number(meanings) else None
    if quantity is None or not quantity.value < _LARGEST:
        return None
    after = meanings_at(items, quantity.next)
    if not after.keys() & {"percent", "times"}:
        return None
    sign = item_at(items, quantity.next)
    if not near(text, quantity.end, sign.start):
        return None
    start, end = quantity.start, sign.end
    place = (at + start, at + end, text[start:end])
    if "percent" in after:
        hundredth = Decimal("0.01")
        return Proportion(
            "share", quantity.value * hundredth, quantity.unit * hundredth, *place
        ), quantity.next + 1
    unit = quantity.unit if quantity.unit < 1 else _MULTIPLE_UNIT
    return Proportion("times", quantity.value, unit, *place), quantity.next + 1
