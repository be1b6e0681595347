"""Scripts: which writing a character belongs to, as far as it tells languages apart."""

from __future__ import annotations

from bisect import bisect_right

from .memo import Memo

# Beginnings of the ranges, each up to the next; None is no letter that tells.
_RANGES: tuple[tuple[int, str | None], ...] = (
    (0x0041, "latin"),
    (0x0370, "greek"),
    (0x0400, "cyrillic"),
    (0x0530, None),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0700, None),
    (0x0900, "devanagari"),
    (0x0980, None),
    (0x0E00, "thai"),
    (0x0E80, None),
    (0x1100, "hangul"),
    (0x1200, None),
    (0x1E00, "latin"),
    (0x1F00, "greek"),
    (0x2000, None),
    (0x3005, "han"),
    (0x3008, None),
    (0x3040, "kana"),
    (0x3100, None),
    (0x3400, "han"),
    (0xA000, None),
    (0xAC00, "hangul"),
    (0xD7B0, None),
    (0xF900, "han"),
    (0xFB00, None),
    (0xFB1D, "hebrew"),
    (0xFB50, "arabic"),
    (0xFE00, None),
    (0xFE70, "arabic"),
    (0xFEFF, None),
    (0xFF21, "latin"),
    (0xFF5B, None),
    (0xFF66, "kana"),
    (0xFFA0, None),
)
_STARTS = [start for start, _ in _RANGES]


def script(char: str) -> str | None:
    """The script of a letter; None for signs, digits and scripts no lexicon is written in."""
    return _met[char]


def scripts(text: str) -> dict[str, str | None]:
    """The characters of a text, each with its script."""
    return {char: _met[char] for char in set(text)}


def _of(char: str) -> str | None:
    return _RANGES[bisect_right(_STARTS, ord(char)) - 1][1]  # before the first as in the last: none


_met = Memo(_of)
