"""What a lexicon has of a word, looked up once: a text has few of its words, each of them often."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .lexicon import Lexicon, Meanings
from .memo import Memo
from .tokens import fold

_LONGEST_ENDING = 8  # letters a "dolar*" may be followed by
_CODE = 3  # letters
_LEAST = 3  # letters of a compound before its tail
_LONGEST_NUMERAL = 80  # letters
_NUMERIC = frozenset(("number", "scale", "place", "plus", "join", "fraction"))


class Word(NamedTuple):
    """How many tokens the ``longest`` phrase has that begins with a word in any case, how many that does
    that begins with it ``as_written``, where that is another word, 0 where there is none; what the word
    means ``alone``, None where it is no phrase; and those ``parts`` of it, stem and tail, with which a phrase
    begins, each with the tokens of the longest."""

    longest: int
    as_written: int
    alone: Meanings | None
    parts: tuple[tuple[str, int], ...]


class Vocabulary:
    """The words of one language met so far, as texts write them.

    ``words`` are None where they mean nothing wherever they stand, but what a number before them may give
    them; ``stems`` the longest stem of the lexicon that each, folded, begins with, ``tails`` the longest tail
    it ends with, starred; ``forms`` all that it may stand as in a phrase, ``after_blank`` likewise.
    """

    __slots__ = ("after_blank", "forms", "lexicon", "phrases", "prefixes", "stems", "tails", "words")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon, self.phrases, self.prefixes = lexicon, lexicon.phrases, lexicon.prefixes
        self.words: Memo[Word | None] = Memo(self._word)
        self.stems: Memo[str] = Memo(self._stem)
        self.tails: Memo[str] = Memo(self._tail)
        self.forms: Memo[tuple[str, ...]] = Memo(self._forms)
        self.after_blank: Memo[tuple[str, ...]] = Memo(self._after_blank)

    def _word(self, word: str) -> Word | None:
        folded, starts = fold(word), self.lexicon.starts
        longest = starts.get(folded, 0)
        as_written = starts.get(word, 0)
        if not (longest or as_written) and self._is_idle(word, folded):
            return None
        differs = word != folded or not word.isalnum()
        alone = self.lexicon.phrases.get(folded) if longest else None
        parts = (self.stems[folded], self._start(folded), self.tails[folded])
        begun = tuple((part, starts[part]) for part in dict.fromkeys(parts) if starts.get(part))
        return Word(longest, as_written if differs else 0, alone, begun)

    def _is_idle(self, word: str, folded: str) -> bool:
        """Whether a word with which no phrase begins is no figure, no code and no form of another."""
        if word[-1].isdecimal() or (_CODE <= len(word) <= _CODE + 1 and word[-_CODE:].isupper()):
            return False
        lexicon = self.lexicon
        if self.tails[folded] in lexicon.starts:
            return False
        if not has_head(folded, lexicon):
            return True
        return not (self._start(folded) or proclitic_of(folded, lexicon) or numerals(folded, lexicon))

    def _forms(self, word: str) -> tuple[str, ...]:
        return tuple(filter(None, (word, self.stems[word], self.tails[word])))

    def _after_blank(self, word: str) -> tuple[str, ...]:
        return tuple(f" {form}" for form in self.forms[word])

    def _stem(self, word: str) -> str:
        if not has_head(word, self.lexicon):
            return ""
        return next((stem for stem in _stems(word) if stem in self.lexicon.stems), "")

    def _start(self, word: str) -> str:
        """The longest stem of a word with which a phrase begins: the longest of all may stand further on in
        one alone, as that of "Sechsjahresplan" in "vorigen Sechsjahresplan"."""
        stem = self.stems[word]
        if not stem or stem in self.lexicon.starts:
            return stem
        shorter = (each for each in _stems(word) if len(each) < len(stem))
        return next((each for each in shorter if each in self.lexicon.starts), "")

    def _tail(self, word: str) -> str:
        tails = self.lexicon.tails
        found = ("*" + word[at:] for at in range(_LEAST, len(word) - 1)) if tails else ()
        return next((tail for tail in found if tail in tails), "")


def _stems(word: str) -> Iterator[str]:
    """All that a word may begin with and be a form of, starred, the longest first."""
    for length in range(len(word), max(1, len(word) - _LONGEST_ENDING - 1), -1):
        yield word[:length] + "*"


@cache
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The one vocabulary of a lexicon."""
    return Vocabulary(lexicon)


def is_idle(word: str, lexicon: Lexicon) -> bool:
    """Whether a word means nothing wherever it stands, but what a number before it may give it."""
    return vocabulary_of(lexicon).words[word] is None


def stem_of(word: str, lexicon: Lexicon) -> str:
    """The longest stem of the lexicon that ``word`` begins with, starred; empty if there is none."""
    return vocabulary_of(lexicon).stems[word]


def has_head(word: str, lexicon: Lexicon) -> bool:
    """Whether ``word`` begins with letters that a stem, a prefix or a compound numeral begins with."""
    return word[:3] in lexicon.heads or word[:2] in lexicon.heads


def proclitic_of(word: str, lexicon: Lexicon) -> int:
    """How many letters of ``word`` are a prefix glued to a word of the lexicon."""
    for clitic in lexicon.proclitics:
        rest = word[len(clitic) :]
        if len(rest) > 1 and word.startswith(clitic) and (rest in lexicon.starts or stem_of(rest, lexicon)):
            return len(clitic)
    return 0


def numerals(word: str, lexicon: Lexicon) -> list[tuple[Meanings, int, int]]:
    """The parts of a compound numeral; none unless the whole word is one."""
    if len(word) > _LONGEST_NUMERAL:
        return []
    dead: set[int] = set()  # places no numeral follows from

    def rest(at: int) -> list[tuple[Meanings, int, int]] | None:
        if at == len(word):
            return []
        for end in range(len(word), at + 1, -1):
            meanings = lexicon.phrases.get(word[at:end])
            if meanings is None or _NUMERIC.isdisjoint(meanings) or end in dead:
                continue
            following = rest(end)
            if following is not None:
                return [(meanings, at, end), *following]
        dead.add(at)
        return None

    found = rest(0) or []
    return found if found and "currency" not in found[-1][0] else []
