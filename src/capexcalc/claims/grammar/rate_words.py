"""The words that stand under ``[rates]`` in tools/lexicon/xx.toml, by kinds: they are looked for only where a
rate is told, or a conversion."""

from __future__ import annotations

import re
from functools import cache

from ...reading.lexicon import load_lexicon
from .whole_nouns import any_of


def named(kind: str, language: str, text: str, start: int, end: int) -> bool:
    """Whether a word of a kind stands between two offsets."""
    pattern = words_of(kind, language)
    return pattern is not None and pattern.search(text, start, end) is not None


@cache
def words_of(kind: str, language: str) -> re.Pattern[str] | None:
    """What stands for any word of a kind, if a language has one."""
    words = load_lexicon(language).rates.get(kind, ())
    return any_of(words, language) if words else None
