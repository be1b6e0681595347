"""Which lands a text names: whose rupees, crowns or pesos it may mean."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from ..patterns import regex
from .lexicon import Lexicon
from .tokens import fold, spaceless

_USUAL = frozenset(("USD", "GBP", "CNY"))
_ENOUGH = 20_000  # characters; a longer text names its lands before
_WORD = regex(r"\w+")
_HEAD = 3  # letters, by which most texts are known to name no land at all


class Lands:
    """How often a text names the lands of each currency, counted when it is asked."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text[:_ENOUGH]
        self._lexicon = lexicon
        self._counts: dict[str, int] = {}

    def first(self, codes: tuple[str, ...]) -> str:
        """The currency of ``codes`` whose lands the text names most; the first where none is ahead."""
        (most, code), *others = sorted(((self._count(code), code) for code in codes), reverse=True)
        return code if all(most > count for count, _ in others) else codes[0]

    def abroad(self, noun: str, codes: tuple[str, ...]) -> tuple[str, ...]:
        """More currencies that a word for money, read as one of ``codes``, may mean: those whose lands the
        text names. A usual word keeps its reading for all others that it leaves open: "pounds", "dollars"."""
        usual = codes[1:] if self.usual(codes) else ()
        others = dict.fromkeys((*usual, *self._lexicon.abroad.get(noun, ())))
        return tuple(code for code in others if self._count(code))

    @staticmethod
    def usual(codes: tuple[str, ...]) -> bool:
        """Whether of ``codes`` the first is what most would take a word for."""
        return codes[0] in _USUAL

    def _count(self, code: str) -> int:
        if code not in self._counts:
            names = _names(self._lexicon, code) if self._may_name_any else None
            self._counts[code] = len(names.findall(self._text)) if names else 0
        return self._counts[code]

    @cached_property
    def _may_name_any(self) -> bool:
        heads, size, signs = _heads(self._lexicon)
        text = fold(self._text)
        return (
            not size
            or not signs.isdisjoint(text)
            or any(word[:size] in heads for word in _WORD.findall(text))
        )


class _Heads(NamedTuple):
    """How the names of all lands begin, those written with blanks in so many letters, 0 where words may begin
    before them; and the first characters of the others."""

    heads: frozenset[str]
    size: int
    signs: frozenset[str]


@lru_cache(maxsize=64)
def _heads(lexicon: Lexicon) -> _Heads:
    stems = [fold(name.removesuffix("*")) for name in chain.from_iterable(lexicon.lands.values())]
    signs = frozenset(stem[0] for stem in stems if spaceless(stem[0]))
    words = [stem for stem in stems if stem[0] not in signs]
    size = 0 if lexicon.proclitics else min((_HEAD, *map(len, words)))
    return _Heads(frozenset(stem[:size] for stem in words), size, signs)


@lru_cache(maxsize=1 << 11)  # 29 languages have some fifty each
def _names(lexicon: Lexicon, code: str) -> re.Pattern[str] | None:
    """The names of the lands of a currency, starred ones with any ending."""
    clitics = "|".join(sorted(lexicon.proclitics, key=len, reverse=True))
    glued = rf"(?<!\w)(?:{clitics})?" if clitics else r"(?<!\w)"
    found = []
    for name in lexicon.lands.get(code, ()):
        stem = name.removesuffix("*")
        before = "" if spaceless(stem[0]) else glued
        found.append(before + re.escape(stem) + ("" if name != stem else r"(?!\w)"))
    return re.compile("|".join(found), re.IGNORECASE) if found else None
