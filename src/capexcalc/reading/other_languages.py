"""An amount typed with a word for money of a language that nothing else in it tells: "500 kr", "500 lei"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import chain

from .adjacent_currency import codes_of
from .guess import agree
from .items import NOTHING
from .language import FALLBACK
from .lexicon import WARY, Lexicon, languages, load_lexicon
from .mentions import Reading
from .reader import read
from .tokens import fold, words


def read_in_others(text: str, on: date | None = None) -> Reading | None:
    """What the languages with a word of ``text`` for money read in it, where they agree on how much it is.

    The currency most of them take comes first, and the others are candidates.
    """
    folded = fold(text)
    named = chain.from_iterable(_names().get(word, ()) for word in words(folded, 0, len(folded)))
    spoken = dict.fromkeys(language for name, language in named if name in folded)
    found = [read(text, language, on, "assumed", bold=True) for language in spoken]
    found = [reading for reading in found if reading.amounts and _is_all(text, reading)]
    if len({tuple(amount.value for amount in reading.amounts) for reading in found}) != 1:
        return None
    taken = Counter(reading.amounts[0].currency for reading in found)
    return agree(sorted(found, key=lambda reading: -taken[reading.amounts[0].currency]))


def _is_all(text: str, reading: Reading) -> bool:
    """Whether nothing but money stands in ``text``, or money and a period: "5 real Madrid" is none."""
    first, last = reading.amounts[0], reading.amounts[-1]
    return bool(reading.periods) or not (text[: first.start].strip() or text[last.end :].strip())


@cache
def _names() -> Mapping[str, list[tuple[str, str]]]:
    """The names of currencies with their languages, by their first words; not those that are sure in all."""
    known = load_lexicon(FALLBACK, assumed=True)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for language in languages():
        for phrase, meanings in load_lexicon(language, assumed=True).phrases.items():
            if codes_of(meanings) and not _is_sure(phrase, known):
                name = fold(phrase).rstrip("*")
                found[words(name, 0, len(name))[0]].append((name, language))
    return found


def _is_sure(name: str, lexicon: Lexicon) -> bool:
    """Whether a name of money is read without doubt as it is."""
    meanings = lexicon.phrases.get(name, NOTHING)
    return bool(codes_of(meanings)) and WARY.isdisjoint(meanings) and name not in lexicon.wordlike_codes
