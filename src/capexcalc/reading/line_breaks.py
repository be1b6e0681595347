"""Words that a line end or a soft hyphen cuts in two, made whole, and the way back to the text as given."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, TypeVar

from ..patterns import regex
from .lexicon import Lexicon
from .mentions import Amount, Count, Cue, PeriodMention, Proportion, Rate, Reading
from .tokens import fold
from .vocabulary import stem_of

_SOFT_HYPHEN = "\u00ad"
_BREAK = regex(r"\u00ad(?:\r?\n[^\S\n]*)?|(?<=\w)[-\u2010](\r?\n[^\S\n]*)(?=[^\W\d_])")
_HEAD, _TAIL = regex(r"\w*\Z"), regex(r"[^\W\d_]*")
_LONGEST = 40  # letters: no word that is known has more
_M = TypeVar("_M", Amount, PeriodMention)
_T = TypeVar("_T", Proportion, Rate, Count)


class Mended(NamedTuple):
    """A text without what parts its words: ``cuts`` are where, in it, something was left out, ``shifts`` how
    much was up to there."""

    text: str
    cuts: list[int]
    shifts: list[int]

    def start(self, offset: int) -> int:
        """Where in the text as given the character at an offset stands."""
        n = bisect_right(self.cuts, offset) - 1
        return offset + (self.shifts[n] if n >= 0 else 0)

    def end(self, offset: int) -> int:
        """Where in the text as given what ends at an offset ends."""
        return self.start(offset - 1) + 1 if offset else 0


def mend(text: str, lexicon: Lexicon) -> Mended | None:
    """``text`` with the words of the lexicon that are cut in two whole; None if there are none.

    "bil-/lion" is one word, "three-/year" two that a hyphen joins; words that mean nothing stay as they are.
    """
    if _SOFT_HYPHEN not in text and "-\n" not in text and "-\r" not in text and "\u2010" not in text:
        return None
    parts: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    at = length = 0
    for found in _BREAK.finditer(text):
        start, end = found.span() if found[1] is None else _broken(text, found, lexicon)
        if start == end:
            continue
        parts.append(text[at:start])
        length += start - at
        at = end
        cuts.append(length)
        shifts.append(end - length)
    return Mended("".join([*parts, text[at:]]), cuts, shifts) if cuts else None


def as_given(text: str, mended: Mended, reading: Reading) -> Reading:
    """``reading`` of the mended text with the places and words that its mentions have in ``text``."""

    def span(start: int, end: int) -> tuple[int, int]:
        return mended.start(start), mended.end(end)

    def replaced(mention: _M) -> _M:
        start, end = span(mention.start, mention.end)
        return replace(mention, start=start, end=end, text=text[start:end])

    return reading._replace(
        amounts=tuple(map(replaced, reading.amounts)),
        periods=tuple(map(replaced, reading.periods)),
        cues=tuple(Cue(cue.kind, *span(cue.start, cue.end)) for cue in reading.cues),
        sentences=tuple(span(start, end) for start, end in reading.sentences),
        proportions=tuple(map(_placed(text, span), reading.proportions)),
        rates=tuple(map(_placed(text, span), reading.rates)),
        counts=tuple(map(_placed(text, span), reading.counts)),
    )


def _placed(text: str, span: Callable[[int, int], tuple[int, int]]) -> Callable[[_T], _T]:
    def placed(mention: _T) -> _T:
        start, end = span(mention.start, mention.end)
        return mention._replace(start=start, end=end, text=text[start:end])

    return placed


def _broken(text: str, found: re.Match[str], lexicon: Lexicon) -> tuple[int, int]:
    """What to leave out of a hyphen and the line end after it: both, the line end, or nothing."""
    hyphen, start = found.start(), found.end()
    head = _HEAD.search(text, max(0, hyphen - _LONGEST), hyphen)
    tail = _TAIL.match(text, start, start + _LONGEST)
    assert head is not None
    assert tail is not None
    if not tail[0].islower():
        return start, start
    if _known(head[0] + tail[0], lexicon):
        return hyphen, start
    joined = head[0].isdecimal() or _known(head[0], lexicon)
    return (found.start(1), start) if joined and _known(tail[0], lexicon) else (start, start)


def _known(word: str, lexicon: Lexicon) -> bool:
    folded = fold(word)
    return folded in lexicon.starts or bool(stem_of(folded, lexicon))
