"""Which lands a text names: whose rupees, crowns or pesos it may mean."""

from __future__ import annotations

from .lexicon import Lexicon
from .tokens import fold, spaceless

_ENOUGH = 20_000  # characters; a longer text names its lands before


class Lands:
    """How often a text names the lands of each currency, counted when it is asked."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._folded = ""
        self._counts: dict[str, int] = {}

    def first(self, codes: tuple[str, ...]) -> str:
        """The currency of ``codes`` whose lands the text names most; the first where none is ahead."""
        self._folded = self._folded or fold(self._text[:_ENOUGH])
        counts = sorted(((self._count(code), code) for code in codes), reverse=True)
        ahead = counts[0][0] > counts[1][0] if len(counts) > 1 else False
        return counts[0][1] if ahead else codes[0]

    def _count(self, code: str) -> int:
        if code not in self._counts:
            found = {at for name in self._lexicon.lands.get(code, ()) for at in self._places(name)}
            self._counts[code] = len(found)
        return self._counts[code]

    def _places(self, name: str) -> list[int]:
        """Where the name of a land stands, by itself or, if it is starred, with any ending."""
        stem = name.removesuffix("*")
        if stem not in self._folded:
            return []
        text, at, found = self._folded, -1, []
        while (at := text.find(stem, at + 1)) >= 0:
            begins = spaceless(stem[0]) or not text[max(0, at - 1) : at].isalnum()
            ends = name != stem or not text[at + len(stem) : at + len(stem) + 1].isalnum()
            if begins and ends:
                found.append(at)
        return found
