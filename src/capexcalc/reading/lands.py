"""Which lands a text names: whose rupees, crowns or pesos it may mean."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from ..patterns import regex
from .lexicon import Lexicon
from .tokens import fold, spaceless

_USUAL = frozenset(("USD", "GBP", "CNY"))
_ENOUGH = 20_000  # characters; a longer text names its lands before
_WORD = regex(r"\w+")
_HEAD = 3  # letters, by which most texts are known to name no land at all


class Lands:
    """How often a text names the lands of each currency, counted when it is first asked."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text[:_ENOUGH]
        self._lexicon = lexicon

    def first(self, codes: tuple[str, ...]) -> str:
        """The currency of ``codes`` whose lands the text names most; the first where none is ahead."""
        if not self._counts:
            return codes[0]
        (most, code), *others = sorted(((self._counts.get(code, 0), code) for code in codes), reverse=True)
        return code if all(most > count for count, _ in others) else codes[0]

    def abroad(self, noun: str, codes: tuple[str, ...]) -> tuple[str, ...]:
        """More currencies that a word for money, read as one of ``codes``, may mean: those whose lands the
        text names. A usual word keeps its reading for all others that it leaves open: "pounds", "dollars"."""
        usual = codes[1:] if self.usual(codes) else ()
        others = dict.fromkeys((*usual, *self._lexicon.abroad.get(noun, ())))
        return tuple(filter(self._counts.__contains__, others)) if others and self._counts else ()

    def at_home(self, noun: str, code: str) -> tuple[str, ...]:
        """The same of a word for money at home, of which the lexicon says whose it is, too."""
        return self.abroad(noun, (code,)) if code == self._lexicon.home else ()

    @staticmethod
    def usual(codes: tuple[str, ...]) -> bool:
        """Whether of ``codes`` the first is what most would take a word for."""
        return codes[0] in _USUAL

    @cached_property
    def _counts(self) -> dict[str, int]:
        """How often the lands of each currency are named, of those that are."""
        names, text = _names(self._lexicon), fold(self._text)
        counts: dict[str, int] = {}
        ends: dict[str, int] = {}  # where the last name of each ends: "South Korea" is one
        for at in sorted((*names.within_words(text), *names.without_blanks(text))):
            for code, end in names.at(text, at):
                if at >= ends.get(code, 0):
                    counts[code], ends[code] = counts.get(code, 0) + 1, end
        return counts


class _Names:
    """The names of all lands of a lexicon by how they begin: those written with blanks by so many letters,
    the others by their first character. One with a star takes any ending."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._clitics = lexicon.proclitics
        self._begun: dict[str, list[tuple[str, bool, str]]] = {}  # stem, whether that is all of it, currency
        names = [(name, code) for code, names in lexicon.lands.items() for name in names]
        stems = [(fold(name.removesuffix("*")), not name.endswith("*"), code) for name, code in names]
        self._size = min((_HEAD, *(len(stem) for stem, _, _ in stems if not spaceless(stem[0]))))
        for stem, whole, code in stems:
            head = stem[0] if spaceless(stem[0]) else stem[: self._size]
            self._begun.setdefault(head, []).append((stem, whole, code))
        self._signs = frozenset(head for head in self._begun if spaceless(head[0]))

    def within_words(self, text: str) -> Iterator[int]:
        """Where words begin as a name does, or go on so after a prefix."""
        begun, size = self._begun, self._size
        starts = [word.start() for word in _WORD.finditer(text)]
        yield from (at for at in starts if text[at : at + size] in begun)
        for clitic in self._clitics:
            after = (at + len(clitic) for at in starts if text.startswith(clitic, at))
            yield from (at for at in after if text[at : at + size] in begun)

    def without_blanks(self, text: str) -> Iterator[int]:
        """Where a character stands with which a name begins in a script without blanks."""
        if not self._signs.isdisjoint(text):
            yield from (at for at, char in enumerate(text) if char in self._signs)

    def at(self, text: str, at: int) -> Iterator[tuple[str, int]]:
        """The currencies of the lands that are named at an offset, and where each name ends."""
        head = text[at] if text[at] in self._signs else text[at : at + self._size]
        for stem, whole, code in self._begun[head]:
            end = at + len(stem)
            if text.startswith(stem, at) and not (whole and _goes_on(text, end)):
                yield code, end


def _goes_on(text: str, end: int) -> bool:
    """Whether the word that a name ends in goes on, in a script with blanks: not in ASX上場."""
    return _WORD.match(text, end) is not None and not spaceless(text[end])


@lru_cache(maxsize=64)
def _names(lexicon: Lexicon) -> _Names:
    return _Names(lexicon)
