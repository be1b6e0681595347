"""Sums that a heading names without their currency, as the text below it does with it: "1.2 billion for
schools"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .draft import Draft
from .drafting import lent
from .elliptic import repeats
from .items import Items
from .lexicon import Lexicon
from .number_part import begins_number
from .quantities import read_quantity


def titled(text: str, items: Items, lexicon: Lexicon, sums: Sequence[Draft]) -> Iterator[Draft]:
    """The numbers of a heading at the beginning of a text that are among its first ``sums``."""
    for i, item in enumerate(items):
        number = item is not None and begins_number(item.meanings)
        quantity = read_quantity(text, items, i, lexicon) if number else None
        if quantity is not None and quantity.scale:
            same = (each for each in sums if repeats(text, items, i, quantity, each, lexicon))
            if (named := next(same, None)) is not None:
                yield lent(text, items, i, quantity, named, lexicon)
