"""Text to tokens, and the key under which a phrase stands in a lexicon.

A phrase is looked up by its key: its tokens folded, with one blank where the text has white space or a hyphen
and nothing where two tokens touch. So "US$" and "US $" are different keys, "50-billion-dollar" and
"50 billion dollar" the same one, and scripts written without blanks match character by character.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..patterns import regex

# Vowel signs, points and accents that Python does not count as letters.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u200c\u200d"
)
# Marks of the direction of writing: no text at all.
_DIRECTIONS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Separators of digits: points, commas, apostrophes and thin blanks of every keyboard, and the letter that
# Arabic agencies set for a decimal point. Full-width and Arabic commas also part clauses: between digits of
# another kind they need a number's length on either side. Tokenised texts part the point from its digits.
_IN_NUMBER = (
    r"[.,'’٫٬\u00a0\u2009\u202f\u00b7\u2027\u30fb\uff0e](?=\d)|\u0631(?=\d)| \.(?=\d)"
    r"|(?<=[\uff10-\uff19])\uff0c(?=[\uff10-\uff19])"
    r"|(?<=[\u0660-\u0669])\u060c(?=[\u0660-\u0669])"
    r"|(?<!\d{4})[\uff0c\u060c](?=\d{1,3}(?!\d))"
)
_TOKEN = regex(
    rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"
    rf"|(?:(?<![^\s($€£¥=~≈])\.)?\d+(?:(?:{_IN_NUMBER})\d+)*"
    r"|\S"
)
_FIRST_SPACELESS = "\u0e00"
_DOLLAR = "$"
_SPECIAL = _DIRECTIONS | {"-", "\u2010", "\u2011", _DOLLAR}
_GLUED = regex(r"[^\W\d_A-Z](R|US)\Z")
_PRICE = regex(r"(?:[A-Z]{3}|[A-Z]{1,3}\$|R[ps]\.?|RM) ?\d")

# A token: its text, the text folded, its offsets, and whether white space or a soft hyphen stands before it.
# A plain tuple, because a long text has millions.
Token = tuple[str, str, int, int, bool]


def fold(text: str) -> str:
    """The form in which words are compared: without case, with straight apostrophes."""
    return text.replace("İ", "i").casefold().replace("’", "'")


def words(text: str, start: int, end: int) -> list[str]:
    """The words, numbers and signs between two offsets, as they are written."""
    return _TOKEN.findall(text, start, end)


def tokenise(text: str, at: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text`` between two offsets.

    A hyphen between two words (or a number and a word) counts as a blank.
    In scripts written without blanks, and in Hangul, whose syllables carry their particles, each character
    is a token.
    """
    tokens: list[Token] = []
    end = len(text) if end is None else end
    window = text[at:end]
    folded = fold(window)
    aligned = len(folded) == len(window)  # "ß" folds to two characters; then words are folded one by one
    parted = not window.isascii() and max(window) >= _FIRST_SPACELESS  # whether any word may be
    last, spaced = at, True
    for match in _TOKEN.finditer(text, at, end):
        start, end = match.span()
        word = text[start:end]
        if word in _SPECIAL:
            if word in _DIRECTIONS:
                continue
            glued = start == last and bool(tokens)
            if word != _DOLLAR and glued and _joins_words(text, start):
                spaced, last = True, end
                continue
            if word == _DOLLAR and glued and (sign := _GLUED.search(tokens[-1][0])):
                tokens[-1:] = _parted(tokens[-1], len(sign[1]))
        spaced = spaced or start > last
        last = end
        key_ = folded[start - at : end - at] if aligned else fold(word)
        if parted and not word.isascii() and max(word) >= _FIRST_SPACELESS and not word[-1].isdecimal():
            tokens.extend(_characters(word, key_, start, spaced))
        else:
            tokens.append((word, key_, start, end, spaced))
        spaced = False
    return tokens


def _parted(token: Token, size: int) -> Iterator[Token]:
    """A word and the letters of a sign that were glued to it: "cadaR" before "$"."""
    word, _, start, end, spaced = token
    for part, at, apart in ((word[:-size], start, spaced), (word[-size:], end - size, True)):
        yield part, fold(part), at, at + len(part), apart


def _characters(word: str, folded: str, start: int, spaced: bool) -> Iterator[Token]:
    """A run of letters, its spaceless characters one by one, what lies between them together."""
    at, size = 0, len(word)
    aligned = len(folded) == size
    while at < size:
        end = at + 1
        if not spaceless(word[at]):
            while end < size and not spaceless(word[end]):
                end += 1
        part = word[at:end]
        yield part, folded[at:end] if aligned else fold(part), start + at, start + end, spaced
        at, spaced = end, False


def key(text: str) -> str:
    """``text`` as a lexicon key."""
    parts = [(" " if spaced and i else "") + word for i, (_, word, _, _, spaced) in enumerate(tokenise(text))]
    return "".join(parts)


def spaceless(char: str) -> bool:
    """Whether ``char`` belongs to a script written without blanks (or, like Hangul, glues particles on)."""
    return (
        "\u3040" <= char <= "\ud7af"
        or "\u0e00" <= char <= "\u0eff"
        or "\u1780" <= char <= "\u17ff"
        or char in "々〆〇"
        or "\uf900" <= char <= "\ufaff"
    )


def _joins_words(text: str, hyphen: int) -> bool:
    after = text[hyphen + 1 : hyphen + 5]
    before = text[hyphen - 1]
    if before == ".":  # "12-Mrd.-Euro-Plan"
        before = text[hyphen - 2 : hyphen - 1]
    if not before.isalnum() or not after[:1].isalpha():
        return False
    return not (text[hyphen - 1].isdecimal() and _PRICE.match(text, hyphen + 1))  # "5-USD7", "Rp2-Rp14"
