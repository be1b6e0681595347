"""What the two ends of a range leave to each other: a scale, thousands, hundredths."""

from __future__ import annotations

from decimal import Decimal

from ..patterns import regex
from .adjacent_currency import Number
from .items import Items, item_at, meanings_at
from .number_words import Quantity

LARGEST_FALL = 20
_FEWEST_DIGITS = 2
_LEAST_WHOLE = Decimal(100)
_THOUSANDS = regex(r"(\d{1,3})[.,'’\u00a0\u2009\u202f ]000")
# The power of ten that is counted below a larger one where it is not the thousandth of that; 0 for none.
_BELOW = {4: 0, 5: 3, 7: 5, 8: 4, 12: 7}
_MILLION = 6


def is_whole(low: Number, high: Number) -> bool:
    """Whether ``low``, which names no scale, is too large to be meant in that of ``high``: "500,000 to 2
    million", 8000～1万, but not "2 to 1.4 billion"."""
    one, two = low.quantity, high.quantity
    alone = two.scale and not one.scale and not low.currency
    return bool(alone) and one.mantissa >= max(_LEAST_WHOLE, LARGEST_FALL * two.mantissa)


def doubted(items: Items, low: Number, high: Number, i: int) -> Number:
    """``low``, which begins at item ``i``, as unread where it may be meant in a scale below that of ``high``:
    "900 to 1 billion", 1억5000~2억, but not "50,000 to 1 million"."""
    one, two = low.quantity, high.quantity
    below = _BELOW.get(two.scale, two.scale - 3)
    if one.scale or below <= 0 or one.mantissa < two.mantissa or (low.currency and high.currency):
        return low
    counted = two.scale > _MILLION or one.value < Decimal(10) ** (two.scale - below)
    begun = any("scale" in meanings_at(items, k) for k in range(i, one.next))
    largest = one.value * max(Decimal(1), one.other or Decimal(1))
    if begun or (counted and largest.scaleb(below) < two.value):
        return low._replace(notes=(*low.notes, "unread_unit"))
    return low


def in_full(text: str, low: Number, high: Number) -> tuple[Number, Number]:
    """Two numbers joined by a dash with what they leave to each other: "20-30,000" begins with thousands,
    "1.2948-53" ends in ten-thousandths."""
    one, two = low.quantity, high.quantity
    if one.scale or two.scale:
        return low, high
    first, last = text[one.start : one.end], text[two.start : two.end]
    thousands = _THOUSANDS.fullmatch(last)
    if thousands and first.isdecimal() and int(first) < int(thousands[1]):
        low = low._replace(quantity=one._replace(value=one.value * 1000, unit=one.unit * 1000))
    if last.isdecimal() and len(last) == -one.unit.adjusted() >= _FEWEST_DIGITS:
        value = one.value // 1 + two.value * one.unit
        high = high._replace(quantity=two._replace(value=value, unit=one.unit, mantissa=value))
    return low, high


def with_scale(items: Items, low: Number, high: Number, *, change: bool = False) -> Number:
    """``low`` with the scale of ``high`` where it has none, or only its beginning, and reads smaller: "4 to 5
    billion", "20 mil y 30 mil millones". What fell is larger: "from 5 to 4 billion"."""
    one, two = low.quantity, high.quantity
    begun = one.scale and not low.currency and meanings_at(items, two.next - 2).get("scale") == one.scale
    place = _shared_place(items, low, two)
    if (one.scale and not begun) or not (two.scale or place) or (one.mantissa >= two.mantissa and not change):
        return low
    factor = Decimal(10) ** (two.scale - one.scale + place)
    return low._replace(quantity=one._replace(value=one.value * factor, unit=one.unit * factor))


def _shared_place(items: Items, low: Number, high: Quantity) -> int:
    """The power of a place word that both numbers share: the "thousand" of "4-5 thousand million" in Thai."""
    first = next(k for k in range(low.next, high.next) if item_at(items, k).start == high.start)
    place: int = meanings_at(items, first + 1).get("place", 0)
    head = high.mantissa.scaleb(-place)
    return place if place and low.quantity.mantissa < head == head.to_integral_value() else 0
