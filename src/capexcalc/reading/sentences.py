"""Where a text falls into blocks and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lexicon import Lexicon

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
# The mark comes first, so that the search leaps from mark to mark; of a run of points only the first counts.
_STOP = re.compile(
    r"[.!?…。！？।॥؟](?:"
    r"(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+\s+"
    r"|(?<=[。！？।॥؟])[。！？।॥؟]*[」』”]*\s*)"
)
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
        cut, middle, latest = 0, start + _LONGEST_BLOCK // 2, start + _LONGEST_BLOCK
        for mark in ("\n", ". ", "。", " "):
            cut = text.rfind(mark, middle, latest)
            if cut > 0:
                break
        cut = cut + 1 if cut > 0 else latest
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def sentences(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The sentences of one block. A point after a known abbreviation or a single letter ends none."""
    start = 0
    for stop in _STOP.finditer(text):
        after = text[stop.end() : stop.end() + 1]
        if after.islower() or (text[stop.start()] == "." and _abbreviation(text, stop.start(), lexicon)):
            continue
        yield start, stop.start() + len(stop[0].rstrip())
        start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a sentence may end between two offsets; an abbreviation counts as an end."""
    return _STOP.search(text, start, end) is not None


def _abbreviation(text: str, point: int, lexicon: Lexicon) -> bool:
    word = re.split(r"[\s(\"“«]", text[max(0, point - 12) : point])[-1].casefold()
    return word in lexicon.abbreviations or (len(word) == 1 and word.isalpha())
