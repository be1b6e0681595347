"""Numbers whose currency their sentence begins with: "In dollars, that is roughly 3.05 billion"."""

from __future__ import annotations

from decimal import Decimal

from .adjacent_currency import Currency, codes_of
from .counting import counts_things, is_closed
from .elliptic import FROM, first_from
from .items import Items, cues_of, item_at, meanings_at
from .lexicon import Lexicon
from .number_part import begins_number
from .number_words import Quantity
from .sentences import last_stop

_SENTENCE = 200  # characters before a number in which its sentence begins, or is not looked at
_LED = 2  # words before the currency: "Converted into"


def told_in(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> Currency | None:
    """The currency in which the number at item ``i`` is told to say an amount again, if its sentence begins
    with that, and names no other."""
    if quantity.scale < FROM or "scale" in quantity.notes:
        return None
    edge = max(0, quantity.start - _SENTENCE)
    begun = last_stop(text, edge, quantity.start, lexicon)
    if begun is None and edge:
        return None
    since = first_from(items, i, begun or 0)
    named = [k for k in range(since, i) if codes_of(meanings_at(items, k))]
    if len(named) != 1 or any(begins_number(meanings_at(items, k)) for k in range(since, i)):
        return None
    unit = item_at(items, named[0])
    if not 0 < len(text[begun or 0 : unit.start].split()) <= _LED:
        return None
    if not any("equivalence" in cues_of(meanings_at(items, k)) for k in range(since, i)):
        return None
    if counts_things(text, items, i, quantity, since) or not is_closed(text, items, quantity, lexicon):
        return None
    return Currency(codes_of(unit.meanings), Decimal(1), named[0], unit.start, unit.end)
