"""A sign before a number and a word for other money after it: "$12 millones de reales", "$5 млрд евро"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .items import Items, item_at, meanings_at
from .lookalikes import is_adjective
from .number_words import Quantity

if TYPE_CHECKING:
    from .adjacent_currency import Currency

_DOLLAR, _USUAL = "$", "USD"
_SIGNED = frozenset(("EUR", "GBP", "JPY"))


def money_of_both(
    text: str, items: Items, sign: Currency, word: Currency, quantity: Quantity
) -> tuple[str, ...]:
    """What money millions between a bare dollar sign and a word for other money are in: that of the word, if
    it has no sign of its own, else either; nothing where the word belongs to the next number."""
    if text[sign.start : sign.end] != _DOLLAR or not quantity.scale:
        return ()
    named = text[word.start : word.end].isalpha() and not is_adjective(text, word.end)
    if not named or opens_another(text, items, word):
        return ()
    return word.codes if _SIGNED.isdisjoint(word.codes) else (_USUAL, word.codes[0])


def are_two_signs(codes: tuple[str, ...]) -> bool:
    """Whether ``codes`` are those of a dollar sign and a word that may both be meant."""
    return len(codes) == 2 and codes[0] == _USUAL and codes[1] in _SIGNED


def opens_another(text: str, items: Items, sign: Currency) -> bool:
    """Whether a sign after a number stands before another: "$5 €6"."""
    following = meanings_at(items, sign.item + 1)
    return (
        meanings_at(items, sign.item).get("prefix") is True
        and "digits" in following
        and item_at(items, sign.item + 1).start - sign.end <= 1
    )
