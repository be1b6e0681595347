"""Where a text falls into blocks and sentences, and the date it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .lexicon import Lexicon
from .numbers import Items, item_at, meanings_at
from .phrases import match_phrases

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|[。！？]+[」』”]*")
_HEAD_LINES, _HEAD_LENGTH = 5, 100


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of ``text``: what blank lines part."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


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


def dateline(text: str, lexicon: Lexicon) -> date | None:
    """The date a document gives for itself, if it does: a full date on a short line near its top, or one that
    opens a line and is followed by a dash or bracket ("BEIJING, Feb 24, 2025 (Wire) -")."""
    lines = [line for line in text[:2000].split("\n") if line.strip()][:_HEAD_LINES]
    for line in lines:
        for day, start, end in _dates(line[: 4 * _HEAD_LENGTH], lexicon):
            opens = start < _HEAD_LENGTH * 0.6 and line[end:].lstrip(" ,.")[:1] in tuple("-–—(:/")
            if len(line) <= _HEAD_LENGTH or opens:
                return day
    return None


def _dates(line: str, lexicon: Lexicon) -> Iterator[tuple[date, int, int]]:
    items = match_phrases(line, lexicon)
    numbers = [i for i in range(len(items)) if "digits" in meanings_at(items, i)]
    for i in numbers:
        for day, month, year, last in (
            (i, i + 1, i + 2, i + 2),  # 24 February 2025
            (i, i - 1, i + 1, i + 1),  # February 24 2025
            (i, i - 1, i + 2, i + 2),  # February 24, 2025
            (i + 4, i + 2, i, i + 4),  # 2025-02-24
        ):
            found = _date(items, day, month, year)
            first = min(day, month, year)
            if found is not None and item_at(items, last).end - item_at(items, first).start < 24:
                yield found, item_at(items, first).start, item_at(items, last).end


def _date(items: Items, day: int, month: int, year: int) -> date | None:
    parts = [meanings_at(items, n).get("digits", "") for n in (year, day)]
    named = meanings_at(items, month)
    number = named.get("month") or (named.get("digits") if year < month < day else None)
    if not number or len(parts[0]) != 4 or not all(p.isdecimal() for p in (*parts, str(number))):
        return None
    try:
        return date(int(parts[0]), int(number), int(parts[1]))
    except ValueError:
        return None
