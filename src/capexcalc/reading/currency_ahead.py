"""Numbers that take their currency from one after them: "15 million for schools, 25 million euros in all"."""

from __future__ import annotations

from typing import NamedTuple

from ..patterns import regex
from .adjacent_currency import LARGEST, Number, surround
from .counting import counts_things, ends_there, is_closed
from .elliptic import FROM
from .items import Items, cues_of, item_at, meanings_at
from .left_scale import is_alike, may_be_bare
from .lexicon import Lexicon
from .number_part import begins_number
from .number_words import Quantity
from .quantities import read_quantity
from .ranges import has_cue, names_year
from .same_subject import COMPARED, NEAR, PREVIOUS, UNITS
from .sentences import ends_sentence

# "64-ről", "64'ten", "64:stä": from 64.
_LEFT = regex(r"-r[óő]l\b|['’][dt][ae]n\b|:st[aä]\b")
_BEFORE, _ASIDE = 3, 5  # items
_SUMMED = 24  # items between a part and the total of it
_ANNOUNCED = 48  # items between what is told of a sum and that
_BECOMES = frozenset(("new", "old", "from"))
_OF = frozenset(("of", "part_of"))
_ARTICLE = 6  # letters
_PRICE = frozenset(("price", "unit_price"))
_TOLD_OF = UNITS | {"exceeds", "below"}  # right after a number that is told of a sum


class Ahead(NamedTuple):
    """A number with its currency, and the item at which it begins."""

    number: Number
    item: int


def lender(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> Ahead | None:
    """The number after the one at item ``i`` that both take their currency from, and its first item: "um drei
    Milliarden auf 20 Milliarden Euro", "respectively 2 and 1.4 billion pounds", "33 million of the 44 million
    euros"."""
    past = _past_aside(text, items, quantity)
    ended = past == quantity.next and _LEFT.match(text, quantity.end) is not None
    if ended and past < len(items) and items[past] is None:
        past += 1  # an ending written apart from its figures
    joint = meanings_at(items, past)
    ending = cues_of(meanings_at(items, quantity.next - 1))
    # "10 miljoonasta 12 miljoonaan euroon", but not "10 milyondan fazla kişi"
    left = ended or ("old_after" in ending and "bound_after" not in joint)
    large = quantity.scale >= FROM
    of_it = past == quantity.next and not _OF.isdisjoint(cues_of(joint))
    of_it = of_it and (large or "digits" in meanings_at(items, i))
    becomes = (left and quantity.scale) or (large and not _BECOMES.isdisjoint(cues_of(joint)))
    bare = not quantity.scale and _changes(items, i, past, left=left)
    if not (becomes or of_it or bare) and (names_year(items, i) or not _respectively(items, i, past)):
        return None  # "2007 jeweils 9,8 Mio."
    j = past + (not left)
    last = past + _BEFORE if large or of_it else past  # "500 binden 2 milyon liraya", no "5 binden fazla"
    while j < len(items) and j <= last and not begins_number(meanings_at(items, j)):
        if items[j] is None and not (of_it and _is_article(text, items, j)):
            return None
        j += 1
    second = read_quantity(text, items, j, lexicon)
    if second is None or second.scale < min(quantity.scale or FROM, FROM) or second.value >= LARGEST:
        return None
    if not (quantity.scale or _respectively(items, i, past)) and not (
        _is_alike(text, quantity, second, items, i) and (left or quantity.value < second.mantissa or bare)
    ):
        return None
    number = surround(text, items, j, second, past, lexicon)
    if not quantity.scale and of_it and not ends_there(text, number.end, lexicon):
        return None  # "12 of the 40 million dollar homes"
    return Ahead(number, j) if number.currency else None


def _changes(items: Items, i: int, past: int, *, left: bool) -> bool:
    """Whether a number without a million is what a sum was before: "64-ről 48 milliárd forintra", "from this
    year's 610 to 705 million crowns"."""
    led = any(
        not {"from", "old"}.isdisjoint(cues_of(meanings_at(items, k))) for k in range(max(0, i - NEAR), i)
    )
    onward = led and "new" in cues_of(meanings_at(items, past))
    return (left or onward) and "digits" in meanings_at(items, i)


def _is_alike(text: str, one: Quantity, other: Quantity, items: Items, i: int) -> bool:
    """Whether a number that leaves its million out is no year and of the order of one that has it."""
    return other.scale >= FROM and may_be_bare(text, items, i, one) and is_alike(one.value, other.mantissa)


def _is_article(text: str, items: Items, j: int) -> bool:
    """Whether one short word alone means nothing at item ``j``: "of the", "z tych"."""
    end = item_at(items, j + 1).start if j + 1 < len(items) and items[j + 1] is not None else 0
    word = text[item_at(items, j - 1).end : end].strip() if items[j - 1] is not None else ""
    return word.isalpha() and len(word) <= _ARTICLE


def summed(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> Ahead | None:
    """The total of its sentence that the number at item ``i`` is a part of, and takes its currency from:
    "15 million for schools and 10 million for roads, 25 million euros in all"."""
    if (
        quantity.scale < FROM
        or "scale" in quantity.notes
        or counts_things(text, items, i, quantity, i, lexicon)
    ):
        return None
    if not is_closed(text, items, quantity, lexicon):
        return None
    j, called, lent = quantity.next, False, None
    while j < min(len(items), quantity.next + _SUMMED):
        if items[j] is not None and ends_sentence(text, quantity.end, item_at(items, j).start, lexicon):
            return None
        called = called or has_cue(items, j, "total")
        second = read_quantity(text, items, j, lexicon) if begins_number(meanings_at(items, j)) else None
        if second is not None and second.scale:
            number = surround(text, items, j, second, j - 1, lexicon)
            if number.currency is not None and second.value >= LARGEST:
                return None
            if number.currency is not None:
                lent = lent or Ahead(number, j)  # "15 for schools and 10 million euros for roads, 25 in all"
                if called or lent.number.currency != number.currency:
                    return lent if called else None
        j = j + 1 if second is None else max(j + 1, second.next)
    return None


def announced(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> Ahead | None:
    """The first money named, which the number at item ``i`` before it is told of, a year's or what that has
    more: "Forty million a year for six years: the town will spend 240 million euros"."""
    if (
        quantity.scale < FROM
        or "scale" in quantity.notes
        or counts_things(text, items, i, quantity, i, lexicon)
    ):
        return None
    if not _is_told_of(text, items, i, quantity, lexicon):
        return None
    j = quantity.next
    while j < min(len(items), quantity.next + _ANNOUNCED):
        second = read_quantity(text, items, j, lexicon) if begins_number(meanings_at(items, j)) else None
        if second is not None:
            number = surround(text, items, j, second, j - 1, lexicon)
            if number.currency is not None:
                return Ahead(number, j) if second.scale and second.value < LARGEST else None
        j = j + 1 if second is None else max(j + 1, second.next)
    return None


def _is_told_of(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether "a year", "more than" or "of the last plan" follows a number, or "each year" or "it will pay"
    leads up to it."""
    after, *further = (cues_of(meanings_at(items, quantity.next + k)) for k in range(NEAR))
    before = cues_of(meanings_at(items, i - 1)) if i else ()
    priced = (cues_of(meanings_at(items, k)) for k in range(max(0, i - _BEFORE), i))
    if "each" in after and any(not _PRICE.isdisjoint(cues) for cues in priced):
        return True  # "22 ferries at a price of 35 million each"
    if not _TOLD_OF.isdisjoint(after) or any(not PREVIOUS.isdisjoint(cues) for cues in (after, *further)):
        return True
    beyond = (cues_of(meanings_at(items, quantity.next + k)) for k in range(2 * NEAR))
    if not COMPARED.isdisjoint(before) and any(not PREVIOUS.isdisjoint(cues) for cues in beyond):
        return True  # "mais 80 milhões do que no plano anterior"
    led = [cues_of(meanings_at(items, k)) for k in range(max(0, i - _BEFORE), i)]
    told = any(not UNITS.isdisjoint(cues) or "spends" in cues for cues in led)
    return told and is_closed(text, items, quantity, lexicon)


def _past_aside(text: str, items: Items, quantity: Quantity) -> int:
    """The item after a number, or after the share in brackets behind it: "by 50 million (5 percent) to"."""
    if text[quantity.end : quantity.end + 2].lstrip()[:1] in ("(", "（"):
        for k in range(quantity.next, min(quantity.next + _ASIDE, len(items) - 1)):
            if "percent" in meanings_at(items, k) and text[item_at(items, k).end] in ")）":
                return k + 1 + (items[k + 1] is None)
    return quantity.next


def _respectively(items: Items, i: int, joint: int) -> bool:
    if "respectively" in meanings_at(items, joint):
        return True
    joined = not meanings_at(items, joint).keys().isdisjoint(("join", "range_and"))
    return joined and any("respectively" in meanings_at(items, k) for k in range(i - _BEFORE, i))
