"""Numbers that leave their currency to the sum before them, which they add up to: "It costs 1.8bn euros: 900
million come from the state, 600 million from loans, 300 million from gifts"."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ..money.money import EXACT
from .draft import Draft
from .elliptic import FROM
from .items import Items, item_at, meanings_at
from .lexicon import Lexicon
from .number_part import begins_number
from .number_words import Quantity
from .quantities import read_quantity
from .scripts import script
from .sentences import last_stop

_LEAST = 2  # parts
_FAR = 72  # items between a sum and the last of its parts


def added_up_to(
    text: str, items: Items, quantity: Quantity, recent: Iterable[Draft], lexicon: Lexicon
) -> Draft | None:
    """The one of the ``recent`` amounts of its sentence that a number, with all others after it, adds up to,
    to the figure."""
    if quantity.scale < FROM or "scale" in quantity.notes or script(text[quantity.start]) == "hangul":
        return None
    for whole in recent:
        near = whole.scale >= FROM and whole.end <= quantity.start
        if near and last_stop(text, whole.end, quantity.start, lexicon) is None:
            parts = _numbers_after(text, items, whole, lexicon)
            if len(parts) >= _LEAST and sum(parts) == whole.value:
                return whole
    return None


def _numbers_after(text: str, items: Items, whole: Draft, lexicon: Lexicon) -> list[Decimal]:
    """The numbers from a million on between an amount and the end of its sentence."""
    found, j = list[Decimal](), whole.next
    while j < min(len(items), whole.next + _FAR):
        if items[j] is not None and last_stop(text, whole.end, item_at(items, j).start, lexicon) is not None:
            break
        number = read_quantity(text, items, j, lexicon) if begins_number(meanings_at(items, j)) else None
        if number is not None and number.scale >= FROM:
            found.append(EXACT.multiply(number.value, whole.worth))
        j = j + 1 if number is None else max(j + 1, number.next)
    return found
