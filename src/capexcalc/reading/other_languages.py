"""An amount typed with a word for money of a language that nothing else in it tells: "500 kr", "500 lei"."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import chain

from .guess import agree
from .lexicon import money_words
from .mentions import Reading
from .reader import read
from .tokens import fold, words


def read_in_others(text: str, on: date | None = None) -> Reading | None:
    """What the languages with a word of ``text`` for money read in it, where they agree on how much it is.

    The currency most of them take comes first, and the others are candidates.
    """
    folded = fold(text)
    spoken = (money_words().get(word, "").split() for word in words(folded, 0, len(folded)))
    found = [read(text, language, on, "assumed", bold=True) for language in sorted({*chain(*spoken)})]
    found = [reading for reading in found if reading.amounts and _is_all(text, reading)]
    if len({tuple(amount.value for amount in reading.amounts) for reading in found}) != 1:
        return None
    taken = Counter(reading.amounts[0].currency for reading in found)
    return agree(sorted(found, key=lambda reading: -taken[reading.amounts[0].currency]))


def _is_all(text: str, reading: Reading) -> bool:
    """Whether nothing but money stands in ``text``, or money and a period: "5 real Madrid" is none."""
    first, last = reading.amounts[0], reading.amounts[-1]
    return bool(reading.periods) or not (text[: first.start].strip() or text[last.end :].strip())
