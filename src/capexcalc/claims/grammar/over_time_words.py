"""The words by which texts tell that a sum is paid out over a time, or that it is for one year."""

from __future__ import annotations

import re
from functools import cache

from ...reading.lexicon import load_lexicon
from .sentence import Sentence
from .whole_nouns import any_of

Places = tuple[tuple[int, int], ...]


def paid(sentence: Sentence, language: str) -> Places:
    """Where a sentence has words for paying out, instalments, and how long that takes."""
    pattern = _pattern(language, "paid")
    if pattern is None:
        return ()
    return tuple(found.span() for found in pattern.finditer(sentence.text, *sentence.span))


def names_one_year(sentence: Sentence, language: str) -> bool:
    """Whether a sentence tells of this year, or the next one."""
    pattern = _pattern(language, "one_year")
    return pattern is not None and pattern.search(sentence.text, *sentence.span) is not None


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str] | None:
    words = load_lexicon(language).over_time.get(kind, ())
    return any_of(words, language) if words else None
