"""Numbers that leave their currency to the sum before them, which they add up to, or are told to: "It costs
1.8bn euros: 900 million come from the state, 600 million from loans, 300 million from gifts, 1.8 billion in
all"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from ..money.money import EXACT
from .draft import Draft
from .elliptic import FROM, first_from
from .items import Items, item_at, meanings_at
from .lexicon import Lexicon
from .number_part import begins_number
from .number_words import Quantity
from .quantities import read_quantity
from .ranges import has_cue
from .scripts import script
from .sentences import last_stop, next_stop

_LEAST = 2  # parts
_FAR = 72  # items between a sum and the last of its parts
_WITHIN = 400  # characters between a sum and a part in the next sentence
_BARE = 1000  # under which a number may leave its million out
_LED = 3  # items from "in all" to the sum told again
_SLIP = 2  # times the sum that its parts may make, if they are told wrong


def added_up_to(
    text: str, items: Items, quantity: Quantity, recent: Iterable[Draft], lexicon: Lexicon
) -> Draft | None:
    """The one of the ``recent`` amounts of its sentence that a number, with all others after it, adds up to,
    to the figure; or one of the sentence before, which the first numbers of its own do."""
    if quantity.scale < FROM or "scale" in quantity.notes or script(text[quantity.start]) == "hangul":
        return None
    for whole in recent:
        near = whole.scale >= FROM and whole.end <= quantity.start
        if near and last_stop(text, whole.end, quantity.start, lexicon) is None:
            parts = _numbers_after(text, items, whole, lexicon)
            if len(parts) >= _LEAST and sum(parts) == whole.value:
                return whole
        elif near and _begins_with_parts(text, items, whole, quantity, lexicon):
            return whole
        if near and _is_told_again(text, items, whole, quantity, lexicon):
            return whole
        if near and _is_one_of_list(text, items, whole, quantity, lexicon):
            return whole
    return None


def _is_one_of_list(text: str, items: Items, first: Draft, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number is one of a list that begins with an amount, three at least, or what these make to the
    figure, told behind them in their sentence or the next: "14m euros for rent, 12.5m for gas and 9.5m for
    meals. The plan has 36m in all"."""
    if quantity.start - first.end > _WITHIN or "counted" in meanings_at(items, quantity.next):
        return False
    added, many = first.value, 1
    for n, number in _numbers_on(text, items, first, lexicon):
        size = EXACT.multiply(number.value, first.worth)
        if size == added and many > _LEAST:
            return quantity.start <= item_at(items, n).start
        added, many = added + size, many + 1
    return False


def _numbers_on(text: str, items: Items, first: Draft, lexicon: Lexicon) -> Iterator[tuple[int, Quantity]]:
    """The numbers from a million on behind an amount, in its sentence and the next, with their places."""
    begun = first.end
    for n, number in _placed_from(text, items, first.next, begun, lexicon):
        begun = number.end
        if number.scale >= FROM:
            yield n, number
    ends = next_stop(text, begun, min(len(text), begun + _WITHIN), lexicon)
    far = range(first.next, min(len(items), first.next + _FAR))
    begins = next((k for k in far if _begins(items, k, ends)), None)
    if begins is not None and ends is not None:
        later = _placed_from(text, items, begins, ends, lexicon)
        yield from ((k, each) for k, each in later if each.scale >= FROM)


def _begins(items: Items, k: int, at: int | None) -> bool:
    return at is not None and items[k] is not None and item_at(items, k).start >= at


def _is_told_again(text: str, items: Items, whole: Draft, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number is one of two or more from the beginning of its sentence, or from the sum, behind
    which that sum is told again as all of them."""
    if quantity.start - whole.end > _WITHIN or "counted" in meanings_at(items, quantity.next):
        return False
    begun = last_stop(text, whole.end, quantity.start, lexicon)
    first = whole.next if begun is None else first_from(items, quantity.next, begun)
    parts: list[Decimal] = []
    for n, number in _placed_from(text, items, first, begun or whole.end, lexicon):
        bare = not number.scale and number.value < _BARE and bool(parts)
        if number.scale < FROM and not bare:
            continue
        size = EXACT.multiply(number.value * (10**quantity.scale if bare else 1), whole.worth)
        if size == whole.value:
            beside = (*range(max(first, n - _LED), n), number.next, number.next + 1)
            told = any(has_cue(items, k, "total") for k in beside)
            return told and len(parts) >= _LEAST and sum(parts) < _SLIP * whole.value
        if size > whole.value:
            return False
        parts.append(size)
    return False


def _begins_with_parts(text: str, items: Items, whole: Draft, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the first numbers of the sentence after that of an amount, this one among them, make it."""
    begun = last_stop(text, whole.end, quantity.start, lexicon)
    if begun is None or quantity.start - whole.end > _WITHIN:
        return False
    if any(map(partial(_counts, items), range(first_from(items, quantity.next, begun), quantity.next + 2))):
        return False  # "It has 6m customers in the north and 4m in the south, 10m in all."
    if last_stop(text, whole.end, begun - 1, lexicon) is not None:
        return False  # not the sentence before
    added, many, first = Decimal(0), 0, first_from(items, quantity.next, begun)
    for start, number in _numbers_from(text, items, first, begun, whole, lexicon):
        added, many = added + number, many + 1
        if added >= whole.value:
            return added == whole.value and many >= _LEAST and quantity.start <= start
    return False


def _counts(items: Items, k: int) -> bool:
    return "counted" in meanings_at(items, k)


def _numbers_after(text: str, items: Items, whole: Draft, lexicon: Lexicon) -> list[Decimal]:
    """The numbers from a million on between an amount and the end of its sentence."""
    return [number for _, number in _numbers_from(text, items, whole.next, whole.end, whole, lexicon)]


def _numbers_from(
    text: str, items: Items, j: int, begun: int, whole: Draft, lexicon: Lexicon
) -> Iterator[tuple[int, Decimal]]:
    """The numbers from a million on between an item, at an offset, and the end of its sentence, each with its
    place."""
    for n, number in _placed_from(text, items, j, begun, lexicon):
        if number.scale >= FROM:
            yield item_at(items, n).start, EXACT.multiply(number.value, whole.worth)


def _placed_from(
    text: str, items: Items, j: int, begun: int, lexicon: Lexicon
) -> Iterator[tuple[int, Quantity]]:
    """All numbers from an item on to the end of its sentence, each with its first item."""
    first = j
    while j < min(len(items), first + _FAR):
        if items[j] is not None and last_stop(text, begun, item_at(items, j).start, lexicon) is not None:
            return
        number = read_quantity(text, items, j, lexicon) if begins_number(meanings_at(items, j)) else None
        if number is not None:
            yield j, number
        j = j + 1 if number is None else max(j + 1, number.next)
