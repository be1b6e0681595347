"""Where a text falls into blocks and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ..patterns import regex
from .lexicon import Lexicon
from .tokens import fold, spaceless

_BLANK_LINE = regex(r"\n[^\S\n]*\n\s*|\u2029\s*")  # and the separator of paragraphs
# The mark comes first, so that the search leaps from mark to mark; of a run of points only the first counts.
_STOP = regex(
    r"[.!?…。！？।॥؟](?:"
    r"(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+\s+"
    r"|(?<=[。！？।॥؟])[。！？।॥؟]*[」』”]*\s*)"
)
_ROMAN, _NUMBER = regex(r"(?<!\w)[IVX]{2,5}\Z"), regex(r"(?<![\d.,])(?:\d{1,2}|\d{4})\Z")
_MONTH_IN_DATE, _NEXT_IN_DATE = regex(r"\d{1,2}\.(?!\d)"), regex(r"\d{1,4}\.?(?!\d)")
_WORD = regex(r"[^\W\d_]+")
_BEFORE_WORD = regex(r"[\s(“«]|(?<!\w)\"")  # the mark inside ש"ח is no quotation mark
_YEAR = 4  # figures
_GREEK = "\u0370"  # where the letters of Greek and Cyrillic begin
_LONGEST_ORDINAL = 5  # characters: XVIII; neither of the two expressions takes more
_COUNTED = frozenset(("month", "unit", "span", "half"))  # what ordinals are of
_ITEM = regex(r"[-–•*▪·]\s|\d{1,2}[.)]\s")
_OPENING = frozenset("«“„")
_SETTING_APART = frozenset("(—–")
_LEADING_ON = frozenset(",;:-–—(&/")
_ROOM = 0.8  # of the width of a line; a line that is shorter was not cut because it was full
_WIDE = 160  # characters; nobody cuts lines by hand that are longer
_LONGEST_BEFORE = 400  # characters of a sentence that may date the next
_ENDING = " \t\n。！？।॥؟」』”"  # of the sentence before: some marks need no blank after them
_LONGEST_BLOCK = 4000  # characters; keeps memory flat and time linear whatever the text


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of ``text``: what blank lines part, long ones cut where a sentence or a word ends."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield from _pieces(text, start, gap.start())
        start = gap.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_BLOCK:
        middle, latest = start + _LONGEST_BLOCK // 2, start + _LONGEST_BLOCK
        behind = (text.rfind(mark, middle, latest) + 1 for mark in ("\n", ". ", "。", " "))
        cut = next(filter(None, behind), latest)
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def sentences(text: str, lexicon: Lexicon, width: int = 0) -> Iterator[tuple[int, int]]:
    """The sentences of one block, whose text has lines of a ``width``.

    A point after a known abbreviation, an ordinal or a single letter ends none; the end of a line does that
    was ended on purpose, as a heading is.
    """
    start = 0
    stops = _stops(text, 0, len(text), lexicon)
    for end, following in sorted((*stops, *_line_ends(text, width), *_opened(text, lexicon.openers))):
        if end > start:
            yield start, end
        start = max(start, following)
    if text[start:].strip():
        yield start, len(text)


def _opened(text: str, openers: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where a blank ends a sentence, since a word follows that begins one: Thai has no full stop."""
    if openers:
        for blank in _before(openers).finditer(text):
            yield blank.span()


@cache
def _before(openers: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<=\S)[^\S\n]+(?=" + "|".join(map(re.escape, openers)) + ")")


def ends_sentence(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence ends between two offsets."""
    return next(_stops(text, start, end, lexicon), None) is not None


def last_stop(text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Where the last sentence between two offsets begins; None if none ends there."""
    return next((after for _, after in reversed(list(_stops(text, start, end, lexicon)))), None)


def next_stop(text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Where the first sentence begins after one that ends between two offsets; None if none ends there."""
    return next((after for _, after in _stops(text, start, end, lexicon)), None)


def before_sentence(text: str, start: int, lexicon: Lexicon) -> int:
    """Where the sentence begins that stands before the one at ``start``, if it is not very long."""
    begun = max(0, start - _LONGEST_BEFORE)
    end = begun + len(text[begun:start].rstrip().rstrip(_ENDING))
    return last_stop(text, begun, end, lexicon) or begun


def line_width(text: str) -> int:
    """The width that lines of ``text`` are filled to, where one is so long that none is cut by hand; else 0:
    the longest of a block must tell."""
    longest = max(map(len, text.split("\n")), default=0)
    return _WIDE if longest > _WIDE else 0


def _stops(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where sentences end at a mark, and where the next begins."""
    for stop in _STOP.finditer(text, start, end):
        point, after = stop.start(), stop.end()
        if text[after : after + 1].islower():
            continue
        if _goes_on(text, point, after) and _currency(text, point, lexicon):
            continue  # "150 mio. kr. (25 procent)", "111 млрд руб. — это 60%"
        shortened = _abbreviation(text, point, lexicon) and not _ends_with_scale(text, point, after, lexicon)
        if text[point] == "." and (shortened or _ordinal(text, point, after, lexicon)):
            continue
        yield point + len(stop[0].rstrip()), after


def _goes_on(text: str, point: int, after: int) -> bool:
    """Whether a bracket or a dash follows in the same line."""
    return text[after : after + 1] in _SETTING_APART and "\n" not in text[point:after]


def _currency(text: str, point: int, lexicon: Lexicon) -> bool:
    return "currency" in lexicon.phrases.get(_word_before(text, point) + ".", {})


def _abbreviation(text: str, point: int, lexicon: Lexicon) -> bool:
    word = _word_before(text, point)
    return word in lexicon.abbreviations or (len(word) == 1 and word.isalpha())


def _ends_with_scale(text: str, point: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a number ends a sentence with its scale, "9 млрд. Из": a capital follows that begins no name of
    money, in a script whose nouns have none, be it in quotes."""
    after += text[after : after + 1] in _OPENING
    following = _WORD.match(text, after)
    if following is None or not text[after].isupper() or text[after] < _GREEK:
        return False
    scaled = "scale" in lexicon.phrases.get(_word_before(text, point) + ".", {})
    return scaled and "currency" not in lexicon.phrases.get(fold(following[0]), {})


def _word_before(text: str, point: int) -> str:
    return _BEFORE_WORD.split(text[max(0, point - 12) : point])[-1].casefold()


def _ordinal(text: str, point: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a point makes an ordinal of the number before it: "zum 30. Juni", "im 2. Halbjahr",
    "30. 6. 2025", "II. pololetí"."""
    if not lexicon.ordinal_point:
        return False
    if _ROMAN.search(text, max(0, point - _LONGEST_ORDINAL), point):
        return True
    number = _NUMBER.search(text, max(0, point - _LONGEST_ORDINAL), point)
    if number is None:
        return False
    if len(number[0]) == _YEAR:
        return _MONTH_IN_DATE.match(text, after) is not None  # 2025. 6. 30.
    following = _WORD.match(text, after)
    if following is None:
        return _NEXT_IN_DATE.match(text, after) is not None
    meanings = lexicon.phrases.get(fold(following[0]), {})
    return not _COUNTED.isdisjoint(meanings)


def _line_ends(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where a line was ended on purpose, and where the next begins: there was room for the first word of the
    next, which has a capital, or that is an item of a list."""
    if "\n" not in text:
        return
    lines = text.split("\n")
    width = width or max(map(len, lines))
    at = 0
    for line, following in pairwise(lines):
        end = at + len(line)
        at = end + 1
        head = following.lstrip()
        if not head or not line.strip() or line.rstrip()[-1] in _LEADING_ON:
            continue
        word = 1 if spaceless(head[0]) else len(head.split(None, 1)[0])
        room = len(line) + 1 + word <= _ROOM * width
        if _ITEM.match(head) or (room and not head[0].islower()):
            yield at - 1 - len(line) + len(line.rstrip()), at + len(following) - len(head)
