"""The words met so far in one language, and what each can begin: looked up once, wherever they stand.

A run is what white space parts: a word with the signs about it, or a line of a script without blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from ..money.currencies import is_currency
from .items import NOTHING
from .lexicon import Lexicon, Meanings
from .tokens import DIRECTIONS, FIRST_SPACELESS, fold, spaceless, tokenise, words

# A figure may go on after a blank that groups it, or before a point that is parted from it.
_RUN = re.compile(r"\S+(?:(?<=\d)(?:[\u00a0\u2009\u202f](?=\d)| (?=\.\d))\S+)*")
_MOST, _LONGEST_RUN = 5_000, 40  # remembered; a text may be of any size, and of one word
_CODE = 3  # letters
_LONGEST_ENDING = 8  # letters a "dolar*" may be followed by
_LONGEST_NUMERAL, _LONGEST_PIECE = 80, 22  # letters
# Before the code of a currency these are thousands and millions the world over, whatever T is elsewhere.
_CODE_SCALES = {"t": 3, "k": 3, "m": 6}
_NUMERIC = frozenset(("number", "scale", "place", "plus", "join", "fraction"))

Pieces = tuple[tuple[Meanings, int, int], ...]


class Word(NamedTuple):
    """A word, number or sign, and what it can begin.

    ``any_case``, ``as_written`` and ``inflected`` are the first words under which phrases that begin with it
    stand in the lexicon, empty if there are none; ``forms`` those under which it goes on with one. ``digits``
    are its meanings if it is a number, ``cut`` how many letters are a prefix glued to a word, ``pieces`` the
    parts of a compound numeral. ``code`` is set if it may be a currency's, ``ordinary`` if it is another word
    or no known code as well; ``power`` is that of a scale before a code ("30 MUSD").
    ``idle`` is a word that begins nothing.
    """

    text: str
    folded: str
    any_case: str
    as_written: str
    inflected: str
    forms: tuple[str, ...]
    digits: Meanings | None
    cut: int
    pieces: Pieces
    code: bool
    ordinary: bool
    power: int
    idle: bool


class Token(NamedTuple):
    """A word at its place in a run; ``gap`` is a blank if white space or a hyphen stands before it."""

    word: Word
    start: int
    end: int
    gap: str


class Vocabulary(dict[str, bool]):
    """The runs met so far, and whether each is idle: none of its words begins anything."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._words: dict[str, Word] = {}
        self._tokens: dict[str, tuple[Token, ...]] = {}

    def __missing__(self, written: str) -> bool:
        idle = all(map(self.is_idle, words(written)))
        if len(written) <= _LONGEST_RUN:
            _make_room(self, 10 * _MOST)
            self[written] = idle
        return idle

    def is_idle(self, text: str) -> bool:
        """Whether a word begins nothing; one of a script without blanks may hold others."""
        if max(text) >= FIRST_SPACELESS and (text in DIRECTIONS or any(map(spaceless, text))):
            return False
        folded = fold(text)
        plain = not (text[1:].isupper() or text[-1].isdecimal() or is_headed(folded, self._lexicon))
        if plain and self._lexicon.starts.keys().isdisjoint((text, folded)):
            return True  # most are
        return self.word(text).idle

    def word(self, text: str) -> Word:
        """What a word can begin."""
        word = self._words.get(text)
        if word is None:
            word = _word(text, fold(text), self._lexicon)
            if len(text) <= _LONGEST_RUN:
                _make_room(self._words)
                self._words[text] = word
        return word

    def tokens(self, written: str) -> tuple[Token, ...]:
        """What a run consists of."""
        tokens = self._tokens.get(written)
        if tokens is None:
            tokens = tuple(
                Token(self.word(word), start, end, " " if spaced else "")
                for word, start, end, spaced in tokenise(written)
            )
            if len(written) <= _LONGEST_RUN:
                _make_room(self._tokens)
                self._tokens[written] = tokens
        return tokens

    def parted(self, token: Token) -> Iterator[Token]:
        """A word parted from the prefix written glued to it, which stays if it has a meaning of its own."""
        word, start, end, gap = token
        cut, rest = word.cut, self.word(word.text[word.cut :])
        if word.folded[:cut] in self._lexicon.starts:  # "and", "from"
            yield Token(self.word(word.text[:cut]), start, start + cut, gap)
            yield Token(rest, start + cut, end, "")
        else:
            yield Token(rest, start, end, gap)


def _make_room(remembered: dict[str, Any], most: int = _MOST) -> None:
    if len(remembered) >= most:
        remembered.clear()


class Runs:
    """The runs ``found`` between two offsets of a text, and what they consist of, where that is asked."""

    __slots__ = ("_tokens", "_vocabulary", "found")

    def __init__(self, vocabulary: Vocabulary, text: str, at: int, end: int) -> None:
        self._vocabulary = vocabulary
        self.found = list(_RUN.finditer(text, at, end))
        self._tokens: dict[int, tuple[Token, ...]] = {}

    def tokens(self, n: int) -> tuple[Token, ...]:
        """The tokens of run ``n``."""
        tokens = self._tokens.get(n)
        if tokens is None:
            tokens = self._tokens[n] = self._vocabulary.tokens(self.found[n][0])
        return tokens

    def part(self, n: int, k: int) -> tuple[Token, ...]:
        """The tokens of run ``n``, token ``k`` parted from the prefix written glued to it."""
        tokens = self._tokens[n]
        tokens = (*tokens[:k], *self._vocabulary.parted(tokens[k]), *tokens[k + 1 :])
        self._tokens[n] = tokens
        return tokens


@lru_cache(maxsize=64)
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The one vocabulary of a lexicon."""
    return Vocabulary(lexicon)


def stem_of(word: str, lexicon: Lexicon) -> str:
    """The longest stem of the lexicon that ``word`` begins with, starred; empty if there is none."""
    for length in range(len(word), max(1, len(word) - _LONGEST_ENDING - 1), -1):
        stem = word[:length] + "*"
        if stem in lexicon.stems:
            return stem
    return ""


def proclitic_of(word: str, lexicon: Lexicon) -> int:
    """How many letters of ``word`` are a prefix glued to a word of the lexicon."""
    for clitic in lexicon.proclitics:
        rest = word[len(clitic) :]
        if len(rest) > 1 and word.startswith(clitic) and (rest in lexicon.starts or stem_of(rest, lexicon)):
            return len(clitic)
    return 0


def _word(text: str, folded: str, lexicon: Lexicon) -> Word:
    starts = lexicon.starts
    any_case = folded if folded in starts else ""
    if text[-1].isdecimal():
        return Word(
            text, folded, any_case, "", "", (folded,), {"digits": text}, 0, (), False, False, 0, False
        )
    headed = is_headed(folded, lexicon)
    stem = stem_of(folded, lexicon) if headed else ""
    inflected = stem if stem in starts else ""
    cut = proclitic_of(folded, lexicon) if headed else 0
    pieces = tuple(_numerals(folded, lexicon)) if headed and not cut else ()
    as_written, code, ordinary, power = "", False, False, 0
    if (text != folded or not text.isalnum()) and text in starts:
        as_written = text  # "$US" begins with no capital
    if text != folded and text.isupper() and text.isascii() and len(text) == _CODE:
        ordinary = folded in lexicon.function_words or text in lexicon.wordlike_codes
        code, ordinary = True, ordinary or not is_currency(text)
    elif text != folded:
        power = _scale_of_code(text, folded, lexicon)
    idle = not (any_case or as_written or inflected or cut or pieces or code or power)
    forms = (folded, stem) if stem else (folded,)
    return Word(
        text, folded, any_case, as_written, inflected, forms, None, cut, pieces, code, ordinary, power, idle
    )


def is_headed(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may begin with a stem or a prefix of the lexicon, or be a compound numeral."""
    return word[:3] in lexicon.heads or word[:2] in lexicon.heads


def _scale_of_code(word: str, folded: str, lexicon: Lexicon) -> int:
    """The power of ten that the letter before the code of a currency stands for ("30 MUSD", "470 TEUR"); 0
    where a word is no such thing."""
    if len(word) != 1 + _CODE or not word[1:].isupper() or not is_currency(word[1:]):
        return 0
    power: int = _CODE_SCALES.get(folded[0]) or lexicon.phrases.get(folded[0], NOTHING).get("scale", 0)
    return power


def _numerals(word: str, lexicon: Lexicon) -> Iterator[tuple[Meanings, int, int]]:
    """The parts of a compound numeral; none unless the whole word is one."""
    if len(word) > _LONGEST_NUMERAL:
        return
    dead: set[int] = set()  # places no numeral follows from

    def rest(at: int) -> list[tuple[Meanings, int, int]] | None:
        if at == len(word):
            return []
        for end in range(min(len(word), at + _LONGEST_PIECE), at + 1, -1):
            meanings = lexicon.phrases.get(word[at:end])
            if meanings is None or _NUMERIC.isdisjoint(meanings) or end in dead:
                continue
            following = rest(end)
            if following is not None:
                return [(meanings, at, end), *following]
        dead.add(at)
        return None

    found = rest(0) or []
    if len(found) > 1 and "currency" not in found[-1][0]:
        yield from found
