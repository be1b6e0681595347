"""Which language a text is written in: by its script, then by the words that speak for each."""

from __future__ import annotations

import re
from collections import Counter

from .lexicon import Lexicon, evidence
from .scripts import script
from .tokens import fold

_ENOUGH = 2000  # characters; more do not change the answer
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_TO_TELL = 4  # a sentence of fewer says nothing against the language of its text
FALLBACK = "en"

# What a script is read as where no word speaks.
_USUAL = {"han": "zh", "kana": "ja", "hangul": "ko", "thai": "th", "hebrew": "he", "arabic": "ar", "greek": "el",
          "devanagari": "hi", "cyrillic": "ru"}  # fmt: skip
_SPACELESS = frozenset(("han", "kana", "hangul", "thai"))


def detect(text: str) -> str:
    """The ISO 639 code of the likeliest language that has a lexicon; English where nothing speaks for any."""
    return likeliest(text) or FALLBACK


def likeliest(text: str) -> str | None:
    """The language ``text`` speaks for, if it speaks for any.

    Letters choose the script, words the language within it: kana makes Han characters Japanese, and each
    word listed as evidence speaks for one language or for the few that share it.
    """
    words = _WORD.findall(fold(text[:_ENOUGH]))
    letters: Counter[str] = Counter()
    for word in words:
        name = script(word[0])
        if name in _SPACELESS:
            for char in word:
                letters[script(char) or ""] += 1
        elif name is not None:
            letters[name] += 2
    if not letters:
        return None
    if letters["kana"] and 8 * letters["kana"] >= letters["han"]:
        letters["kana"] += letters.pop("han", 0)
    name = max(letters, key=letters.__getitem__)
    votes = evidence(name)
    scores: Counter[str] = Counter()
    for word in [char for word in words for char in word] if name in _SPACELESS else words:
        for language, weight in votes.get(word, ()):
            scores[language] += weight
    return scores.most_common(1)[0][0] if scores else _USUAL.get(name)


def foreign(sentence: str, lexicon: Lexicon) -> str | None:
    """The language of a sentence that is not in its text's own, as a quotation may be; else None."""
    words = _WORD.findall(fold(sentence[:400]))
    if any(word in lexicon.function_words for word in words):
        return None
    if len(words) < _WORDS_TO_TELL and sentence[:400].isascii():
        return None
    other = likeliest(sentence)
    return other if other != lexicon.language else None
