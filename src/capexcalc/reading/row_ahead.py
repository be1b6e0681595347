"""Numbers of a row whose last alone names its currency: "Finland gives 35 million, Norway 21 million and
Denmark 14 million euros", "120 for grids, 55 for storage and 35 billion forints for homes"."""

from __future__ import annotations

from ..patterns import regex
from .adjacent_currency import LARGEST, surround
from .counting import counts_things, is_closed
from .currency_ahead import Ahead
from .elliptic import FROM, first_from
from .items import Items, meanings_at
from .left_scale import ends_in_row, is_alike, is_and, is_named, may_be_bare
from .lexicon import Lexicon
from .number_part import begins_number
from .number_words import Quantity
from .quantities import read_quantity
from .sentences import ends_sentence, last_stop

_LEAST = 3  # numbers of a row
_FAR = 12  # items between two of them
_WORDS = 7  # between two of them
_ALIKE = 50  # times that one may be of another
_SENTENCE = 300  # characters in which the sentence of the first begins
_WORD = regex(r"[^\W_]+")
_COMMA = regex(r"[,;،；]\s")


def row_ahead(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> Ahead | None:
    """The last number of the row that begins with the one at item ``i``, if it alone has a currency."""
    if "scale" in quantity.notes or not (quantity.scale >= FROM or may_be_bare(text, items, i, quantity)):
        return None
    edge = max(0, quantity.start - _SENTENCE)
    since = first_from(items, i, last_stop(text, edge, quantity.start, lexicon) or edge)
    if not _is_one(text, items, i, quantity, since, lexicon):
        return None
    before, many = quantity, 1
    while (k := _next_number(items, before.next)) is not None:
        number = read_quantity(text, items, k, lexicon)
        if number is None or not _follows(text, items, before, number, lexicon):
            return None
        many += 1
        if number.scale >= FROM:
            found = surround(text, items, k, number, k - 1, lexicon)
            if found.currency is not None:
                fits = many >= _LEAST and number.value < LARGEST and _is_alike(quantity, number)
                return Ahead(found, k) if fits else None
        if bool(number.scale) != bool(quantity.scale) or not _is_one(text, items, k, number, k, lexicon):
            return None
        before = number
    return None


def _next_number(items: Items, j: int) -> int | None:
    far = range(j, min(len(items), j + _FAR))
    return next((k for k in far if begins_number(meanings_at(items, k))), None)


def _is_one(text: str, items: Items, i: int, quantity: Quantity, since: int, lexicon: Lexicon) -> bool:
    """Whether a number may be one of a row of money."""
    if not quantity.scale:
        return ends_in_row(text, items, quantity)
    closed = is_closed(text, items, quantity, lexicon)
    return closed and not counts_things(text, items, i, quantity, since, lexicon)


def _follows(text: str, items: Items, before: Quantity, number: Quantity, lexicon: Lexicon) -> bool:
    """Whether a comma or "and", and a few words, part two numbers."""
    if not before.scale:
        return is_named(text, items, before, number, lexicon)
    gap = text[before.end : number.start]
    joined = _COMMA.search(gap) or any(is_and(items, k) for k in range(before.next, number.next))
    few = len(_WORD.findall(gap)) <= _WORDS
    return bool(joined) and few and not ends_sentence(text, before.end, number.start, lexicon)


def _is_alike(one: Quantity, last: Quantity) -> bool:
    if not one.scale:
        return is_alike(one.value, last.mantissa)
    low, high = sorted((one.value, last.value))
    return 0 < high <= _ALIKE * low
