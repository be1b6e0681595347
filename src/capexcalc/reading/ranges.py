"""Two numbers that are the ends of one range: "4 to 5 billion euros", "between €4 and €5 billion"."""

from __future__ import annotations

from decimal import Decimal

from .beside import LARGEST, Number, codes_of, surround
from .items import Items, item_at, meanings_at
from .lexicon import Lexicon
from .numbers import begins_number, read_quantity
from .sentences import ends_sentence
from .tokens import spaceless

_CHANGE_WITHIN = 8  # items


def range_end(text: str, items: Items, low: Number, i: int, lexicon: Lexicon) -> Number | None:
    """The second number, if the first begins a range: "4 to 5 billion euros", "between €4 and €5 billion"."""
    meanings = meanings_at(items, low.next)
    if "range" not in meanings and "range_and" not in meanings:
        return None
    between = "between" in meanings_at(items, low.first(i) - 1) or (
        "link" in meanings_at(items, low.first(i) - 1) and "between" in meanings_at(items, low.first(i) - 2)
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
    if "range" not in meanings and not between:
        return None
    own_low, own_high = low.currency, high.currency
    joint = item_at(items, low.next).text
    sign = not joint.isalnum()
    dash = sign or spaceless(joint[0])
    if own_low and own_high:
        shares_scale = bool(quantity.scale) and not low.quantity.scale
        clear = sign or shares_scale or _whole_range(text, items, low, high, i, opened=between)
        if not clear or set(own_low.codes).isdisjoint(own_high.codes):
            return None
    elif own_low:
        if not (quantity.scale or dash or between):
            return None
    elif not own_high:
        return None
    if (
        quantity.scale
        and not low.quantity.scale
        and low.quantity.mantissa >= quantity.mantissa
        and not own_low
    ):
        return None  # "10-10 thousand each"
    low_value = shared_scale(items, low, high).quantity.value
    return high if low_value < high.quantity.value else None


def shared_scale(items: Items, low: Number, high: Number) -> Number:
    """``low`` with the scale of ``high`` where it has none, or only its beginning, and reads smaller: "4 to 5
    billion", "20 mil y 30 mil millones"."""
    one, two = low.quantity, high.quantity
    begun = one.scale and not low.currency and meanings_at(items, two.next - 2).get("scale") == one.scale
    if (one.scale and not begun) or not two.scale or one.mantissa >= two.mantissa:
        return low
    factor = Decimal(10) ** (two.scale - one.scale)
    return low._replace(quantity=one._replace(value=one.value * factor, unit=one.unit * factor))


def _whole_range(text: str, items: Items, low: Number, high: Number, i: int, *, opened: bool) -> bool:
    """Whether two amounts that are whole in themselves are the ends of one range: "from $4bn to $5bn".

    The word between them may only mean what is reached ("to", "bis") after one that opens a range, and not
    where the sentence tells of a change: "rose from $3bn to $4bn".
    """
    before = low.first(i) - 1
    opening = meanings_at(items, before)
    opened |= "link" in opening or "from" in opening.get("when", ()) or "old" in opening.get("cue", ())
    if not opened and "new" in meanings_at(items, low.next).get("cue", ()):
        return False
    for k in range(max(0, before - _CHANGE_WITHIN), min(high.next + _CHANGE_WITHIN, len(items))):
        if "change" not in meanings_at(items, k):
            continue
        item = item_at(items, k)
        if not ends_sentence(text, min(item.end, high.end), max(item.start, low.start)):
            return False
    return True
