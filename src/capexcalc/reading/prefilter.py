"""Which sentences can hold an amount or a period, told from their words one by one.

An amount needs a currency, or a scale if it leaves that to the amount before it, and a period a unit of time
or a year. Most sentences of an article have neither, and one look-up a word is all they cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from .adjacent_currency import codes_of
from .items import NOTHING, Item
from .lexicon import Lexicon
from .matcher import match_phrases, proclitic_of, stem_of
from .tokens import fold, spaceless, words

_TELLING = frozenset(("currency", "subunit", "tenth", "unit", "span", "split"))
_YEAR = 4  # figures
_MILLION = 6  # power of ten
_MOST_WORDS, _LONGEST_WORD = 50_000, 40  # remembered; a text may be of any size, and of one word
_ABBREVIATION = 12  # characters


class Sieve(dict[str, bool]):
    """The words met so far in one language, and whether each can be part of an amount or a period."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._parts = frozenset(_parts(lexicon))

    def __missing__(self, word: str) -> bool:
        tells = self._tells(word)
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = tells
        return tells

    def _tells(self, word: str) -> bool:
        lexicon, folded = self._lexicon, fold(word)
        if any(map(spaceless, word)):
            return True  # any of its characters may be a word: to read them is as cheap as to ask
        if not self._parts.isdisjoint((word, folded, stem_of(folded, lexicon))):
            return True
        if any(item is not None and _speaks(item) for item in match_phrases(word, lexicon)):
            return True
        prefix = proclitic_of(folded, lexicon)
        return bool(prefix) and self[folded[prefix:]]

    def stretches(self, text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of ``sentences`` that can hold a mention; one with the next where it may go on into it."""
        for start, end in self._joined(text, sentences):
            if any(map(self.__getitem__, words(text, start, end))):
                yield start, end

    def _joined(self, text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        begun, last = None, 0
        for start, end in sentences:
            begun, last = start if begun is None else begun, end
            if not self._goes_on(text, start, end):
                yield begun, last
                begun = None
        if begun is not None:
            yield begun, last

    def _goes_on(self, text: str, start: int, end: int) -> bool:
        """Whether the point at ``end`` may end no sentence: "24. Mai", "2025. 3. 24", "5 mrd. Euro"."""
        if text[end - 1] != ".":
            return False
        last = text[max(start, end - _ABBREVIATION) : end].split()[-1].lstrip('("“«')
        phrases = self._lexicon.phrases
        return last[-2:-1].isdecimal() or last in phrases or fold(last) in phrases


@cache
def sieve_of(lexicon: Lexicon) -> Sieve:
    """The one sieve of a lexicon."""
    return Sieve(lexicon)


def _speaks(item: Item) -> bool:
    meanings = item.meanings
    return (
        not _TELLING.isdisjoint(meanings)
        or len(meanings.get("digits", "")) == _YEAR
        or (meanings.get("scale", 0) >= _MILLION and len(item.text) > 1)
        or bool(codes_of(meanings))
    )


def _parts(lexicon: Lexicon) -> Iterator[str]:
    """A word of each phrase that tells though none of its words does so alone: its longest."""
    phrases = lexicon.phrases
    for phrase, meanings in phrases.items():
        if not phrase.isalpha() and not _TELLING.isdisjoint(meanings):
            tokens = [*words(phrase, 0, len(phrase)), ""]
            parts = [f"{a}*" if b == "*" else a for a, b in pairwise(tokens) if a != "*"]
            if len(parts) > 1 and all(_TELLING.isdisjoint(phrases.get(part, NOTHING)) for part in parts):
                yield max(parts, key=len)
