"""Two numbers that are the ends of one range: "4 to 5 billion euros", "between €4 and €5 billion"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .adjacent_currency import LARGEST, Number, codes_of, surround
from .digits import read_digits
from .items import Items, item_at, meanings_at
from .lexicon import Lexicon
from .number_words import Quantity
from .quantities import begins_number, read_quantity
from .sentences import ends_sentence
from .tokens import spaceless

_CHANGE_WITHIN = 8  # items
_VERBS, _CUES = frozenset(("change", "multiple")), frozenset(("increase", "decrease"))
_LARGEST_FALL = 20


class End(NamedTuple):
    """The second of two numbers that share a currency; ``change`` if the one became the other."""

    number: Number
    change: bool


def range_end(text: str, items: Items, low: Number, i: int, lexicon: Lexicon) -> End | None:
    """The second number, if the first begins a range or a change: "4 to 5 billion euros", "between €4 and €5
    billion", "rose from 18 to 22 cents"."""
    meanings = meanings_at(items, low.next)
    joins = "range" in meanings
    if not joins and "range_and" not in meanings and not has_cue(items, low.next, "new"):
        return None
    before = low.first(i) - 1
    between = "between" in meanings_at(items, before) or (
        "link" in meanings_at(items, before) and "between" in meanings_at(items, before - 1)
    )
    j = low.next + 1
    while meanings_at(items, j).keys() & {"link", "article"} and not begins_number(meanings_at(items, j)):
        j += 1
    if codes_of(meanings_at(items, j)):
        j += 1
    quantity = read_quantity(text, items, j, lexicon) if j < len(items) else None
    if quantity is None or quantity.start - low.end > 10 or quantity.value >= LARGEST:
        return None
    high = surround(text, items, j, quantity, low.next, lexicon)
    between = between or "between_after" in meanings_at(items, high.next)
    own_low, own_high = low.currency, high.currency
    if not own_low and not own_high:
        return None
    joint = item_at(items, low.next).text
    sign = not joint.isalnum()
    dash = sign or spaceless(joint[0])
    opened = between or _opens(items, before)
    reaches = joins or has_cue(items, low.next, "new")
    if reaches and opened and not sign and own_high and not own_low:
        lends = quantity.scale and not low.quantity.scale and has_cue(items, before, "old")
        falls = lends and (not joins or low.quantity.mantissa >= quantity.mantissa)
        if falls or tells_change(text, items, low, high, i):
            # "from 2020 to 5 billion" is none
            return End(high, True) if low.quantity.mantissa < _LARGEST_FALL * quantity.mantissa else None
    if not joins and not between:
        return None
    if own_low and own_high:
        if not sign and tells_change(text, items, low, high, i):
            return None
        if set(own_low.codes).isdisjoint(own_high.codes):
            return None
    elif own_low and not (quantity.scale or dash or between):
        return None
    borrows = quantity.scale and not low.quantity.scale and not own_low
    if borrows and low.quantity.mantissa >= quantity.mantissa:
        return None  # "10-10 thousand each"
    least = shared_scale(items, low, high).quantity.value + low.smaller
    return End(high, False) if least < high.quantity.value + high.smaller else None


def shared_scale(items: Items, low: Number, high: Number, *, change: bool = False) -> Number:
    """``low`` with the scale of ``high`` where it has none, or only its beginning, and reads smaller: "4 to 5
    billion", "20 mil y 30 mil millones". What fell is larger: "from 5 to 4 billion"."""
    one, two = low.quantity, high.quantity
    begun = one.scale and not low.currency and meanings_at(items, two.next - 2).get("scale") == one.scale
    if (one.scale and not begun) or not two.scale or (one.mantissa >= two.mantissa and not change):
        return low
    factor = Decimal(10) ** (two.scale - one.scale + _shared_place(items, low, two))
    return low._replace(quantity=one._replace(value=one.value * factor, unit=one.unit * factor))


def _shared_place(items: Items, low: Number, high: Quantity) -> int:
    """The power of a place word that both numbers share: the "thousand" of 4-5 thousand million in Thai."""
    first = next(k for k in range(low.next, high.next) if item_at(items, k).start == high.start)
    place: int = meanings_at(items, first + 1).get("place", 0)
    if not place:
        return 0
    meanings = meanings_at(items, first)
    digits = read_digits(meanings["digits"], ".") if "digits" in meanings else None
    head = digits[0] if digits else Decimal(meanings.get("number", 0))
    shared = low.quantity.mantissa < head and high.mantissa == head * Decimal(10) ** place
    return place if shared else 0


def tells_change(text: str, items: Items, low: Number, high: Number, i: int) -> bool:
    """Whether the words around two numbers, in their sentence, say that one became the other."""
    first, last = low.first(i) - _CHANGE_WITHIN, high.next + _CHANGE_WITHIN
    for k in range(max(0, first), min(last, len(items))):
        meanings = meanings_at(items, k)
        if not (_VERBS.isdisjoint(meanings) and _CUES.isdisjoint(meanings.get("cue", ()))):
            item = item_at(items, k)
            if not ends_sentence(text, min(item.end, high.end), max(item.start, low.start)):
                return True
    return False


def has_cue(items: Items, i: int, kind: str) -> bool:
    """Whether the item at ``i`` is a cue of that kind."""
    return kind in meanings_at(items, i).get("cue", ())


def _opens(items: Items, i: int) -> bool:
    meanings = meanings_at(items, i)
    return "link" in meanings or "from" in meanings.get("when", ()) or has_cue(items, i, "old")
