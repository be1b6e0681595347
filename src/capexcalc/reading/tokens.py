"""Text to tokens, and tokens to the phrases of a lexicon.

A phrase is looked up by its key: its tokens folded, with one blank where the text has white space or a hyphen
and nothing where two tokens touch. So "US$" and "US $" are different keys, "50-billion-dollar" and
"50 billion dollar" the same one, and scripts written without blanks match character by character.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

Meanings = Mapping[str, Any]

# Thai, Lao, Khmer; kana; Han; Hangul syllables (which carry their particles): one token a character.
_SPACELESS = "\u0e00-\u0eff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
# Vowel signs, points and accents that Python does not count as letters.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u200c\u200d"
)
_TOKEN = re.compile(
    rf"\d+(?:[.,'’٫٬\u00a0\u2009\u202f]\d+)*"
    rf"|[{_SPACELESS}]"
    rf"|[^\W\d_{_SPACELESS}]+(?:[{_MARKS}]+[^\W\d_{_SPACELESS}]*)*"
    r"|\S"
)
_HYPHENS = "-\u2010\u2011"


class Item(NamedTuple):
    """A number (``meanings`` holds its ``digits``) or a phrase of the lexicon; offsets are the block's."""

    meanings: Meanings
    start: int
    end: int
    text: str


class Token(NamedTuple):
    text: str
    folded: str
    start: int
    end: int
    spaced: bool  # white space or a soft hyphen before it


def fold(text: str) -> str:
    """The form in which words are compared: without case, with straight apostrophes."""
    return text.casefold().replace("’", "'")


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text``; a hyphen between two words (or a number and a word) counts as a blank."""
    tokens: list[Token] = []
    end, spaced = 0, True
    for match in _TOKEN.finditer(text):
        start = match.start()
        word = match[0]
        if word in _HYPHENS and tokens and start == end and _joins_words(text, start):
            spaced, end = True, match.end()
            continue
        tokens.append(Token(word, fold(word), start, match.end(), spaced or start > end))
        spaced, end = False, match.end()
    return tokens


def key(text: str) -> str:
    """``text`` as a lexicon key."""
    tokens = tokenise(text)
    return "".join((" " if t.spaced and i else "") + t.folded for i, t in enumerate(tokens))


def _joins_words(text: str, hyphen: int) -> bool:
    after = text[hyphen + 1 : hyphen + 2]
    return text[hyphen - 1].isalnum() and after.isalpha()


def match_phrases(text: str, phrases: Mapping[str, Meanings], starts: Mapping[str, int]) -> list[Item | None]:
    """The items of one block of text, longest phrase first; None stands for anything that means nothing.

    ``starts`` gives for a phrase's first token the number of tokens in the longest phrase that begins so.
    Keys with a capital letter match the text as written, others in any case.
    """
    tokens = tokenise(text)
    items: list[Item | None] = []
    i, count = 0, len(tokens)
    while i < count:
        word, folded, start, end, _ = tokens[i]
        if word[0].isdecimal():
            items.append(Item({"digits": word}, start, end, word))
            i += 1
            continue
        best = 0
        meanings: Meanings = {}
        for first, exact in ((folded, False), (word, True)):
            longest = starts.get(first, 0)
            if not longest or (exact and word == folded):
                continue
            phrase = first
            for j in range(i, min(i + longest, count)):
                if j > i:
                    token = tokens[j]
                    phrase += (" " if token.spaced else "") + (token.text if exact else token.folded)
                found = phrases.get(phrase)
                if found is not None and j - i + 1 >= best:
                    best, meanings = j - i + 1, found
        if best:
            end = tokens[i + best - 1].end
            items.append(Item(meanings, start, end, text[start:end]))
            i += best
            continue
        if len(word) in (3, 4) and word[-3:].isupper() and word.isascii():
            if len(word) == 4:  # "30 MUSD"
                items.append(Item(phrases.get(folded[0], {}), start, start + 1, word[0]))
            items.append(Item({"code": word[-3:]}, end - 3, end, word[-3:]))
        elif not items or items[-1] is not None:
            items.append(None)
        i += 1
    return items
