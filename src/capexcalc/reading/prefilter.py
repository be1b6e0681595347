"""Which sentences can hold an amount or a period, told from their words one by one.

An amount needs a currency, or a scale if it leaves that to the amount before it, and a period a unit of time
or a year. Most sentences of an article have neither, and one look-up for each of its words, as blanks part
them, is all they cost. Where a language has no blanks, each phrase that tells has a character without which
it does not stand in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from .adjacent_currency import codes_of
from .counts import BRIEF, counts_in_brief
from .items import Item
from .lexicon import Lexicon
from .matcher import match_phrases
from .memo import Memo
from .tokens import fold, spaceless, words
from .vocabulary import is_idle, proclitic_of, stem_of

# Meanings without one of which, a code or a scale there is neither an amount nor a period.
TELLING = frozenset(("currency", "subunit", "tenth", "unit", "span", "split"))
_SHARES = frozenset(
    (
        "percent",
        "percent_before",
        "proportion",
        "parts_of",
        "tenth_part",
        "denominator",
        "times",
        "times_before",
        "multiple",
    )
)
_YEAR = 4  # figures
_MILLION = 6  # power of ten from which a scale tells: with a smaller one more is read, and no more found


class Sieve:
    """Tells the sentences of one language that can hold a mention by the words met so far."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        figures = lexicon.figures
        self._year = re.compile(f"[{figures}]{{{_YEAR}}}" if figures else r"(?!)")  # 二〇二五
        self.met = Memo(self._tells)
        self._shares = Memo(self._signs_in)

    @cached_property
    def _signs(self) -> list[tuple[str, str]]:  # which short texts never ask for
        """The longest part between blanks of each sign of a share, and the sign."""
        phrases = self._lexicon.phrases.items()
        signs = {fold(sign) for sign, meanings in phrases if not _SHARES.isdisjoint(meanings)}
        return sorted((max(sign.split(), key=len), sign) for sign in signs)

    @cached_property
    def _parts(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted({re.escape(part) for part, _ in self._signs})) or r"(?!)")

    def _signs_in(self, piece: str) -> tuple[str, ...]:
        """The signs of shares that a piece between blanks may be of: hardly any."""
        if self._parts.search(piece) is None:
            return ()
        return tuple(sign for part, sign in self._signs if part in piece)

    def tells(self, sentence: str) -> bool:
        """Whether a mention can stand in ``sentence``."""
        return any(map(self.met.__getitem__, sentence.split()))

    def stretches(self, text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of ``sentences`` that can hold a mention, and a brief one at the beginning or after such that
        tells a share, or before such that tells a number; one with the next where it may go on into it."""
        last, numbered = True, None
        for start, end in self._joined(text, sentences):
            told = self.tells(text[start:end])
            if told and numbered is not None:
                yield numbered
            numbered = None
            if told or (last and end - start <= BRIEF and self._tells_share(text, start, end)):
                yield start, end
            elif counts_in_brief(text, start, end):
                numbered = start, end
            last = told

    def _tells_share(self, text: str, start: int, end: int) -> bool:
        """Whether the sign of a share stands between two offsets."""
        sentence = fold(text[start:end])
        return any(
            sign in sentence for signs in map(self._shares.__getitem__, sentence.split()) for sign in signs
        )

    def _tells(self, piece: str) -> bool:
        found = words(piece, 0, len(piece))
        if found == [piece]:
            return self._is_part(piece)
        if any(map(self.met.__getitem__, found)):
            return True
        return any(map(str.isdecimal, found)) and "scale" in match_phrases(piece, self._lexicon).kinds

    def _is_part(self, word: str) -> bool:
        """Whether a word can be part of an amount or a period."""
        if not word.isascii() and any(map(spaceless, word)):
            if not self._lexicon.telling_signs.isdisjoint(word) or self._year.search(word):
                return True
            return self.tells("".join(" " if spaceless(char) else char for char in word))
        lexicon, folded = self._lexicon, fold(word)
        if not lexicon.telling_words.isdisjoint((word, folded, stem_of(folded, lexicon))):
            return True
        if is_idle(word, lexicon):
            return False
        if any(item is not None and _speaks(item) for item in match_phrases(word, lexicon)):
            return True
        prefix = proclitic_of(folded, lexicon)
        return bool(prefix) and self.met[folded[prefix:]]

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
        last = text[start:end].rsplit(None, 1)[-1].lstrip('("“«')
        phrases = self._lexicon.phrases
        return last[-2:-1].isdecimal() or last in phrases or fold(last) in phrases


@cache
def sieve_of(lexicon: Lexicon) -> Sieve:
    """The one sieve of a lexicon."""
    return Sieve(lexicon)


def _speaks(item: Item) -> bool:
    meanings = item.meanings
    return (
        not TELLING.isdisjoint(meanings)
        or len(meanings.get("digits", "")) == _YEAR
        or (meanings.get("scale", 0) >= _MILLION and len(item.text) > 1)  # "M. Dupont"
        or bool(codes_of(meanings))
    )
