"""Numbers whose currency a phrase before them tells: "In dollars, that is 104 million"."""

from __future__ import annotations

from decimal import Decimal

from ..patterns import regex
from .counting import is_closed
from .draft import Draft
from .elliptic import FROM
from .items import Items, cues_of, item_at, meanings_at
from .lexicon import Lexicon
from .number_words import Quantity

_BEFORE = 6  # items between a currency and the number
_LEADING, _BETWEEN = 3, 5  # words before a currency in its clause, and between it and the number
_CLAUSE = 60  # characters
_STOP = regex(r"[.,;:!?()\n–—،؛。，；：।]")
_SAYS = frozenset(("this", "the_sum", "makes", "equivalence"))
_SAYS_AFTER = frozenset(("makes", "equivalence_after"))


def currency_told(
    text: str, items: Items, i: int, quantity: Quantity, last: Draft, lexicon: Lexicon
) -> Draft | None:
    """The ``last`` amount as one of the currency with which the clause of the number at item ``i`` begins, if
    that is another than its own and nothing else is told than that the one is the other."""
    k = _currency_before(items, i) if quantity.scale >= FROM else None
    if k is None:
        return None
    codes: tuple[str, ...] = tuple(meanings_at(items, k)["currency"])
    item = item_at(items, k)
    clause = _STOP.split(text[max(0, item.start - _CLAUSE) : item.start])[-1]
    far = len(clause.split()) > _LEADING or len(text[item.end : quantity.start].split()) > _BETWEEN
    between = text[item.end : quantity.start]
    gaps = (
        text[item_at(items, j - 1).end : item_at(items, j + 1).start] for j in range(k + 1, i) if not items[j]
    )
    others = any(char.isalpha() for gap in gaps for char in gap)
    other = others and _STOP.search(between) is not None  # "In dollars, ponds take up 40 million"
    if far or other or not set(codes).isdisjoint(last.currency) or item.start < last.end:
        return None
    ends = not _SAYS_AFTER.isdisjoint(cues_of(meanings_at(items, quantity.next)))
    if not (ends or is_closed(text, items, quantity, lexicon)):
        return None
    return last._replace(currency=codes, noun=item.text, worth=Decimal(1), once=())


def _currency_before(items: Items, i: int) -> int | None:
    """The item that names a currency, with "that is" and one run of other words at most up to item ``i``."""
    said, others = False, 0
    for k in range(i - 1, max(-1, i - 1 - _BEFORE), -1):
        meanings = meanings_at(items, k)
        if "currency" in meanings:
            return k if said else None
        cues = cues_of(meanings)
        said = said or not _SAYS.isdisjoint(cues)
        passed = not _SAYS.isdisjoint(cues) or not meanings.keys().isdisjoint(("bound", "article"))
        others += not passed
        if others > 1 or (items[k] is not None and not passed):
            return None
    return None
