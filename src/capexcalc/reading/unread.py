"""Words after a number that the language does not know but that may be a scale: misspelt, foreign, cut short.

"3.2 milion", "€5 milliards" in an English text, "£18 thsnd". What can only be one scale is read as it; what
may be one makes the amount unsure, for the bare number would be wrong by a thousand or more in silence. So
does what stands before a number and may be its front, or behind a bracket and may be its scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from ..patterns import regex
from .draft import Draft
from .items import NOTHING, Items, item_at, meanings_at, near
from .lexicon import Lexicon, Meanings, foreign_scales
from .tokens import fold, spaceless
from .written_amount import IMPLIED

UNREAD: Meanings = {"unread": True}

_ENGLISH = ("thousand", "million", "billion", "trillion")
_WORD, _LONG = 4, 6  # letters of a word, and of one that a slip leaves recognisable
_SHORTEST_PREFIX, _LONGEST_ABBREVIATION = 3, 5  # letters
_VOWELS = frozenset("aeiouy")
_IN_BRACKETS = regex(r"\s?\((?:in\s)?(?:0{3}s?|([^\W\d_]{3,20}))\)|\s?['’]000s?(?!\d)")
_LEFT_OPEN = regex(r"[.,][xX]{2,3}(?!\w)")  # "RM9,XXX"
_BEHIND_BRACKET = regex(r"\s?\([^()\n]{1,60}\)\s?([^\W\d_]{2,20})")  # "£10,5 (12,2 млн евро) млн"
_BROKEN = regex(r"[,.]\s\d{2,3}\s?[)）]|,\s\d{3}(?=[.;]?\s*(?:\n|\Z)|[.;]\s)")  # "($24, 777)", "$18, 163."
_SPLIT = regex(r"\.\s\d{1,3}(?![\d.,]*\d)\s?([^\W\d_]{1,20})")  # "AED2. 39 billion"
_SPLIT_FRONT = regex(r"(?:[$€£¥]|[A-Z]{2,3})\s?\d{1,3}\.\s\Z")  # what stands before "39 billion" there
_CUT_OFF = regex(r"\s?(?:\.\.\.|…|\[\s?(?:\.\.\.|…))")  # "about $16.2..."
_UNIT_CODE = regex(r"(?<![^\W_])[A-Z]{3,4}[ \u00a0]\Z")
_FRONT = 10  # characters
# "2.6" written backwards, as right-to-left text is typed by hand: 6.<mark>2
_TURNED = regex(r"\d[.,٫][\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+\Z")
_GROUP, _MILLION = 3, 6  # figures of a group, the power of ten from which thousands go on after a comma
_BLANKS = frozenset(" \u00a0\u2009\u202f")
_YEAR = regex(r"(?:19|20)\d\d")
_OF_FRONT = frozenset(("digits", "number", "place", "join", "point"))
_GLUED_RIGHTLY = frozenset(
    ("range", "range_and", "unit", "cue", "currency", "code", "link", "join", "when_after")
)
_ENDINGS = frozenset("s")  # of the number itself: "the $20s"
_ORDINALS = frozenset(("st", "nd", "rd", "th"))  # "the 15th euro summit"
_REMEMBERED = 1 << 12  # words


def is_letters(char: str) -> bool:
    """Whether ``char`` begins a word of a script that is written with blanks."""
    return char.isalpha() and not spaceless(char)


def glued(word: str) -> Meanings | None:
    """What unknown letters right behind figures mean: a unit that is not read."""
    return None if word in _ENDINGS else UNREAD


def may_be_scale(text: str, items: Items, i: int, end: int) -> bool:
    """Whether an unread unit at item ``i`` stands right after a number that ends at ``end``, and may be its
    scale: "1tn wonia"."""
    if "unread" not in meanings_at(items, i) or not near(text, end, item_at(items, i).start):
        return False
    unit = item_at(items, i).text
    plain = unit[1:] == unit[1:].lower() or unit == unit.upper()  # not "1.8GHz AMD"
    return plain and fold(unit) not in _ORDINALS


def unit_after(text: str, items: Items, i: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what follows on an amount without a scale, at item ``i`` and offset ``end``, may be its scale:
    an unread word, or one in brackets ("$2,500 (thousands)", "£470 '000")."""
    meanings = meanings_at(items, i)
    if "unread" in meanings and near(text, end, item_at(items, i).start):
        return True
    if meanings and item_at(items, i).start == end and text[end - 1].isdecimal() and is_letters(text[end]):
        return (
            meanings.keys().isdisjoint(_GLUED_RIGHTLY)
            and fold(text[end : item_at(items, i).end]) not in _ENDINGS
        )
    if _LEFT_OPEN.match(text, end) or _BROKEN.match(text, end):
        return True
    if text[end - 1].isdecimal() and _CUT_OFF.match(text, end):
        return True
    split = _SPLIT.match(text, end)
    if split is not None and _is_scale(fold(split[1]), lexicon):
        return True
    found = _IN_BRACKETS.match(text, end)
    if found is not None and found[1] is None:
        return True
    behind = _BEHIND_BRACKET.match(text, end)
    return any(_is_scale(fold(each[1]), lexicon) for each in (found, behind) if each is not None)


def of_unknown_unit(text: str, draft: Draft) -> bool:
    """Whether three or four capitals, which may be the code of a unit, stand right before a number that names
    no currency and is not in capitals too: "UVA 7.8 billion"."""
    if IMPLIED not in draft.notes:
        return False
    code = _UNIT_CODE.search(text, max(0, draft.start - _FRONT), draft.start)
    return code is not None and not text[draft.start : draft.end].isupper()


def is_split(text: str, start: int) -> bool:
    """Whether a point and a blank part a number from money right before it: "AED2. 39 billion"."""
    return _SPLIT_FRONT.search(text, max(0, start - _FRONT), start) is not None


def is_cut(text: str, items: Items, i: int, scale: int) -> bool:
    """Whether what stands right before a number at item ``i`` may be its front: figures that are no group of
    it though it begins with one ("481348 804", "получила2 363", but not "in 2019 804"), or ones that a mark
    of direction or a comma and a blank part from it ("1, 600 kwacha", "655, 7 млн"), or millions to whose
    thousands a comma leads ("8 millones, 153 mil")."""
    item, before = items[i], items[i - 1] if i else None
    if item is None:
        return False
    if _TURNED.search(text, max(0, item.start - _GROUP), item.start):
        return True
    if before is not None:
        head, front = item.meanings.get("digits", ""), before.meanings.get("digits", "")
        grouped = head[:_GROUP].isdecimal() and (
            len(head) == _GROUP or head[_GROUP : _GROUP + 1] in (".", ",")
        )
        if not (grouped and front.isdecimal() and text[before.end : item.start] in _BLANKS):
            return False
        if len(front) > _GROUP:
            return _YEAR.fullmatch(front) is None
        return text[before.start - 1 : before.start].islower()
    ahead = meanings_at(items, i - 2)
    if text[item.start - 2 : item.start] != ", ":
        return False
    if _may_be_tenths(text, items, i, scale):
        return True
    if ahead and not scale and item_at(items, i - 2).end == item.start - 2:
        head, front = item.meanings.get("digits", ""), ahead.get("digits", "")
        return len(head) == _GROUP and head.isdecimal() and front.isdecimal() and len(front) < _GROUP
    if scale != _GROUP:
        return False
    if ahead.get("scale", 0) < _MILLION or item_at(items, i - 2).end != item.start - 2:
        return False
    k = i - 3
    while not _OF_FRONT.isdisjoint(meanings_at(items, k)):
        k -= 1
    return k < i - 3 and meanings_at(items, k).keys().isdisjoint(("currency", "code"))


def _may_be_tenths(text: str, items: Items, i: int, scale: int) -> bool:
    """Whether a number of thousands or more at item ``i``, after figures, a comma and a blank, may be the
    tenths of these: "655, 7 млн", but not "in 2016, 7 million"."""
    head, front = (meanings_at(items, k).get("digits", "") for k in (i, i - 2))
    if not (scale >= _GROUP and head.isdecimal() and len(head) < _GROUP):
        return False
    figures = front.isdecimal() and len(front) <= _GROUP
    return figures and item_at(items, i - 2).end == item_at(items, i).start - 2


def _is_scale(word: str, lexicon: Lexicon) -> bool:
    return "scale" in lexicon.phrases.get(word, NOTHING) or word in foreign_scales()


@lru_cache(_REMEMBERED)
def apart(word: str, lexicon: Lexicon) -> Meanings | None:
    """What an unknown folded word after a number may mean: a scale, or one that cannot be told; else None."""
    if not word.isalpha() or word in lexicon.function_words:
        return None
    powers = {power for name, power in _scales(lexicon) if len(name) >= _LONG and _one_slip(word, name)}
    if not powers or word in _ENGLISH:  # "billion" is no slip of Spanish "billón" alone
        powers |= set(foreign_scales().get(word, ()))
    if len(powers) == 1 and word != word.upper():  # in Arabic one letter tells millions from billions
        return {"scale": powers.pop()}
    return UNREAD if powers or _abbreviates(word, lexicon) else None


@cache
def _scales(lexicon: Lexicon) -> tuple[tuple[str, int], ...]:
    """The scale words of a language that are more than a short form."""
    return tuple(
        (name, meanings["scale"])
        for name, meanings in lexicon.phrases.items()
        if "scale" in meanings and "currency" not in meanings and len(name) >= _WORD and name.isalpha()
    )


def _abbreviates(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the beginning of a scale of the language or of English, or one without its vowels, or
    begins with a scale whose blank was left out ("milyarnaik")."""
    scales = [*_ENGLISH, *(name for name, _ in _scales(lexicon))]
    if any(len(name) >= _LONG and word.startswith(name) for name in scales):
        return True
    if len(word) >= _SHORTEST_PREFIX and any(name.startswith(word) for name in scales):
        return True
    if not 1 < len(word) <= _LONGEST_ABBREVIATION or not word.isascii() or not _VOWELS.isdisjoint(word):
        return False
    return any(name[0] == word[0] and _within(word, iter(name)) for name in scales)


def _within(word: str, name: Iterator[str]) -> bool:
    """Whether the letters of ``word`` stand in ``name`` in their order."""
    return all(letter in name for letter in word)


def _one_slip(word: str, name: str) -> bool:
    """Whether ``word`` is ``name`` with one letter too many, too few or wrong, or with two exchanged."""
    alike = takewhile(lambda letters: letters[0] == letters[1], zip(word, name, strict=False))
    start = len(list(alike))
    one, other = word[start:], name[start:]
    same = one[2:] == other[2:] and one[:2] == other[:2][::-1]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or same
