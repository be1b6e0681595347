"""Figures that a bracket tells of another time: "sales of 28.6m (2022: 13.6m)".

They are no part, no total and no restatement of what stands before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from ...patterns import regex
from .sentence import Sentence, count_words

_YEAR = regex(
    r"(?<![\d.,])(?:1[349]|2[05])\d\d(?!\d|[.,]\d)"  # of our era, and of those of Iran and Thailand
    r"|\b(?:[FHC]Y|Q[1-4]|[1-4]Q|H[12]|[12]H|\d{1,2}M|[ST][1-4]|[1-4][ST])\s?['’/-]?\s?(?:\d\d)?\d\d(?!\d)|\b(?:PY|N-1)\b"
)
_HEAD = regex(r"[(（\[【]|[,，、;；]\s")
_BRACKETS = dict(zip("(（[【", ")）]】", strict=True))
_COLONS = frozenset(":：")
_EARLIER = ("other_time", "old_after", "previous", "past", "bygone")
_WORDS, _LONGEST = 6, 80  # of "for the year to the end of March 2022:", and characters


Places = Sequence[tuple[int, int]]


def other_times(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where in a sentence figures are told of another time, from the bracket or comma that opens that on."""
    text, at = sentence.text, sentence.start
    for amount in sentence.amounts if len(sentence.amounts) > 1 else ():
        if amount.start < at:
            continue
        heads = list(_HEAD.finditer(text, at, amount.start))
        at = amount.end
        if heads and is_time(sentence, heads[-1].end(), amount.start, bracketed=heads[-1][0] in _BRACKETS):
            opened = heads[-1].start()
            close = text.find(_BRACKETS.get(text[opened], "\n"), amount.end, sentence.end)
            at = amount.end if heads[-1][0] not in _BRACKETS else close + 1 if close >= 0 else sentence.end
            yield opened, at


def is_in(places: Places, at: int) -> bool:
    """Whether one of some places, in text order, holds an offset."""
    n = bisect_right(places, at, key=itemgetter(0)) - 1
    return n >= 0 and at < places[n][1]


def is_time(sentence: Sentence, start: int, end: int, *, bracketed: bool = True) -> bool:
    """Whether nothing but a time leads up to an amount, or a few words with one in them and a colon."""
    head = sentence.text[start:end].rstrip()
    if len(head) > _LONGEST or any(close in head for close in _BRACKETS.values()):
        return False
    colon = head[-1:] in _COLONS
    told = (*_EARLIER, "old") if colon else _EARLIER  # not "(compared with 13.6m)"
    dated = _YEAR.search(head) is not None or sentence.between(told, start, end)
    periods = (each for each in sentence.periods if start <= each.start and each.end <= end)
    if not dated and all(each.direction != "past" and not (each.from_ or each.until) for each in periods):
        return False
    if colon:
        return sentence.words(start, end) <= _WORDS
    return bracketed and not count_words(_YEAR.sub(" ", sentence.residue(start, end)))
