"""Two numbers that are the ends of one range: "4 to 5 billion euros", "between €4 and €5 billion"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .adjacent_currency import LARGEST, Number, codes_of, surround
from .items import Items, item_at, meanings_at
from .lexicon import Lexicon
from .number_words import Quantity
from .quantities import begins_number, read_quantity
from .sentences import ends_sentence
from .tokens import spaceless

_CHANGE_WITHIN = 8  # items
_APART = 10  # characters between the two numbers
_VERBS, _CUES = frozenset(("change", "multiple")), frozenset(("increase", "decrease"))
_LARGEST_FALL = 20


class End(NamedTuple):
    """The second of two numbers that share a currency; ``change`` if the one became the other."""

    number: Number
    change: bool


class _Joint(NamedTuple):
    """What stands between two numbers, and what opens them.

    It is a dash or a word for "to" (``joins``), else "and" or the "to" that says what was reached; a
    ``sign``, or as ``tight`` as one.
    """

    joins: bool
    reaches: bool
    sign: bool
    tight: bool
    opened: bool
    between: bool


def range_end(text: str, items: Items, low: Number, i: int, lexicon: Lexicon) -> End | None:
    """The second number, if the first begins a range or a change: "4 to 5 billion euros", "between €4 and €5
    billion", "rose from 18 to 22 cents"."""
    joint = _joint(items, low, low.first(i) - 1)
    high = _second(text, items, low, lexicon) if joint else None
    if joint is None or high is None or not (low.currency or high.currency):
        return None
    if "between_after" in meanings_at(items, high.next):
        joint = joint._replace(between=True)
    if _becomes(text, items, low, high, joint, i):
        # "from 2020 to 5 billion" is none
        near = low.quantity.mantissa < _LARGEST_FALL * high.quantity.mantissa
        return End(high, True) if near else None
    if not (joint.joins or joint.between) or not _share_currency(text, items, low, high, joint, i):
        return None
    borrows = high.quantity.scale and not low.quantity.scale and not low.currency
    if borrows and low.quantity.mantissa >= high.quantity.mantissa:
        return None  # "10-10 thousand each"
    least = shared_scale(items, low, high).quantity.value + low.smaller
    return End(high, False) if least < high.quantity.value + high.smaller else None


def _joint(items: Items, low: Number, before: int) -> _Joint | None:
    """What stands after ``low``, if it can join two numbers; ``before`` is the item before ``low``."""
    meanings = meanings_at(items, low.next)
    joins, reached = "range" in meanings, has_cue(items, low.next, "new")
    if not (joins or reached or "range_and" in meanings):
        return None
    word = item_at(items, low.next).text
    sign = not word.isalnum()
    between = "between" in meanings_at(items, before) or (
        "link" in meanings_at(items, before) and "between" in meanings_at(items, before - 1)
    )
    opened = between or _opens(items, before)
    return _Joint(joins, joins or reached, sign, sign or spaceless(word[0]), opened, between)


def _second(text: str, items: Items, low: Number, lexicon: Lexicon) -> Number | None:
    """The number after the joint that follows ``low``."""
    j = low.next + 1
    while meanings_at(items, j).keys() & {"link", "article"} and not begins_number(meanings_at(items, j)):
        j += 1
    if codes_of(meanings_at(items, j)):
        j += 1
    quantity = read_quantity(text, items, j, lexicon) if j < len(items) else None
    if quantity is None or quantity.start - low.end > _APART or quantity.value >= LARGEST:
        return None
    return surround(text, items, j, quantity, low.next, lexicon)


def _becomes(text: str, items: Items, low: Number, high: Number, joint: _Joint, i: int) -> bool:
    """Whether the first number is said to have become the second: "from 18 to 22 cents"."""
    if not (joint.reaches and joint.opened) or joint.sign or low.currency or not high.currency:
        return False
    one, two = low.quantity, high.quantity
    lends = two.scale and not one.scale and has_cue(items, low.first(i) - 1, "old")
    falls = lends and (not joint.joins or one.mantissa >= two.mantissa)
    return bool(falls) or tells_change(text, items, low, high, i)


def _share_currency(text: str, items: Items, low: Number, high: Number, joint: _Joint, i: int) -> bool:
    """Whether two numbers can be amounts in one currency, though only one of them names it."""
    if low.currency and high.currency:
        told = not joint.sign and tells_change(text, items, low, high, i)
        return not told and not set(low.currency.codes).isdisjoint(high.currency.codes)
    return low.currency is None or bool(high.quantity.scale or joint.tight or joint.between)


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
    meanings = meanings_at(items, first)
    head = Decimal(meanings.get("number", meanings.get("digits", "").replace(",", "") or 0))
    place: int = meanings_at(items, first + 1).get("place", 0)
    shared = place and low.quantity.mantissa < head and high.mantissa == head * Decimal(10) ** place
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
