"""The day a text says it was published, among all the other days that a text may name near its top.

Words for it win ("Published 6 May 2024"), then wire datelines ("LONDON, May 6 (Wire) -"), then a date that
has a line, or a part of one, to itself. A birthday, a caption or a deadline is none of these. A wrong day
would accuse a right conversion, so what is not plainly a day of publication is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple

from ..patterns import regex
from ..reading.dates import MONTH_SIGNS
from ..reading.items import Items
from ..reading.lexicon import Lexicon
from ..reading.matcher import match_phrases
from ..reading.sentences import sentences
from .written_days import days_of, may_name_day

Rank = Literal["published", "updated", "dateline", "alone"]
_RANKS: tuple[Rank, ...] = ("published", "updated", "dateline", "alone")

_HEAD_LINES, _TAIL_LINES = 40, 5  # a page has a menu above its article, and may have a note below it
_HEAD, _TAIL = 4_000, 1_000  # characters
_ALONE_WITHIN = 15  # lines from the top in which a date by itself is the text's own
_SHORT = 150  # characters of a line that is no prose
_LONG = 400  # characters of a line that are looked at from either end
_PLACE = 60  # characters a wire takes for the place before its date
_SAID = 12  # characters between "published" and the date: " on ", ": ", " am Montag, "
_APART = 3  # days by which two dates of one text may differ: a dateline is older than its page
_COMMAS = (",", "，", "、", "،")
_PARTS = ("|", "｜", "·", "•", "–", "—", "/", "-", ":", "：", "\t", *_COMMAS)
_WEEKDAY = regex(r"[^\W\d_]{2,12}\.?[,，、،]?\s*$")
_TIME = regex(
    r"(?:[T,·|–—-]|\s)*(?:[^\W\d_]{1,4}\.?\s)?\s*\d{1,2}\s?[:.hH時时시]\s?\d{2}(?:[:.分분]\d{0,2})?[^\W\d_.\s]{0,2}"
    r"(?:\s?[apAP]\.?[mM]\b\.?)?(?:\s?(?:[A-Z]{1,5}\b|[+-]\d\d:?\d\d))?(?:\s[^\W\d_]{1,5}$)?"
)
_WIRE = regex(
    r"\s*(?:\([^()\n]{1,40}\)|（[^（）\n]{1,40}）|/[^/\n]{1,30}/)?\s*[-–—:：]|\s*[（(]|\s*[电電讯訊】]"
)
_DAY_SIGNS = tuple("日일號号")
_OPENING_BRACKETS = "【［["
_AROUND_A_NOTE = "()（）[]【】.。 \u00a0"


class Publication(NamedTuple):
    """``day`` is the day of publication, the latest such day where the text names no year (``yearless``);
    ``rival`` is another day that has as good a claim."""

    day: date
    yearless: bool = False
    rival: date | None = None


class _Candidate(NamedTuple):
    rank: Rank
    day: date
    yearless: bool


def publication_date(text: str, lexicon: Lexicon, today: date) -> Publication | None:
    """The day of publication that ``text`` gives, none later than ``today``; None if it gives none."""
    found = sorted(_candidates(text, lexicon, today), key=lambda each: _RANKS.index(each.rank))
    if not found:
        return None
    best = found[0]
    others = (each.day for each in found if _as_good(each.rank, best.rank))
    rival = next((day for day in others if abs((day - best.day).days) > _APART), None)
    return Publication(best.day, best.yearless, rival)


def _as_good(rank: Rank, best: Rank) -> bool:
    return rank == best or {rank, best} <= {"published", "updated"}


def _candidates(text: str, lexicon: Lexicon, today: date) -> Iterator[_Candidate]:
    head = [line for line in text[:_HEAD].split("\n") if line.strip()][:_HEAD_LINES]
    for number, line in enumerate(head):
        for candidate in _in_line(line.strip(), lexicon, today):
            if candidate.rank != "alone" or number < _ALONE_WITHIN:
                yield candidate
    tail = text[max(_HEAD, len(text) - _TAIL) :]
    for line in [line for line in tail.split("\n") if line.strip()][-_TAIL_LINES:]:
        for candidate in _in_line(line.strip(), lexicon, today):
            if candidate.rank in ("published", "updated"):
                yield candidate


def _in_line(line: str, lexicon: Lexicon, today: date) -> Iterator[_Candidate]:
    if not may_name_day(line, lexicon):
        return
    if len(line) > 2 * _LONG:
        yield from _in_prose(line[-_LONG:], lexicon, today, skip=1)  # of the first the beginning is cut off
        line = line[:_LONG]  # only the beginning of prose may be a dateline
    yield from _in_prose(line, lexicon, today)
    items = match_phrases(line, lexicon)
    for day, yearless, start, end, _ in days_of(line, items, lexicon, today):
        if day > today:
            continue
        rank = _rank(line, items, start, end)
        if rank is not None and not (yearless and rank == "alone"):
            yield _Candidate(rank, day, yearless)


def _in_prose(line: str, lexicon: Lexicon, today: date, skip: int = 0) -> Iterator[_Candidate]:
    """What a sentence among others says that says nothing else: "(Updated 6 May 2024, 9:14)"."""
    for start, end in islice(sentences(line, lexicon), skip, None):
        note = line[start:end].strip(_AROUND_A_NOTE)
        if len(note) > _PLACE or len(note) == len(line) or not any(char.isdecimal() for char in note):
            continue
        items = match_phrases(note, lexicon)
        for day, yearless, first, last, _ in days_of(note, items, lexicon, today):
            if day > today or _without_time(_after(note, last)):
                continue
            for kind in _RANKS[:2]:
                if _told(items, kind, first, last, note):
                    yield _Candidate(kind, day, yearless)


def _rank(line: str, items: Items, start: int, end: int) -> Rank | None:
    if line[end : end + 1] in MONTH_SIGNS:
        return None
    before, after = line[:start], _after(line, end)
    rest = _without_time(after)
    for kind in _RANKS[:2]:
        if _closes(rest) and _told(items, kind, start, end, line):
            return kind
    if _is_dateline(before, after):
        return "dateline"
    return "alone" if _opens(_without_weekday(before), line) and _closes(rest) else None


def _after(line: str, end: int) -> str:
    """What stands after a date that ends there, a sign for its day aside."""
    return line[end + 1 :] if line[end : end + 1] in _DAY_SIGNS else line[end:]


def _without_time(after: str) -> str:
    timed = _TIME.match(after)
    return after[timed.end() :] if timed else after


def _without_weekday(before: str) -> str:
    """What stands before "Monday, " and a date; a single word may as well be a place and stays."""
    left = before.rstrip()
    if len(left.split()) == 1 or not left.endswith(_COMMAS) or any(sign in left[:-1] for sign in _COMMAS):
        return before
    return _WEEKDAY.sub("", before)


def _told(items: Items, kind: str, start: int, end: int, line: str) -> bool:
    """Whether a word for being published stands beside a date and opens its line, or a part of a short one:
    "a report published on 3 May" is another's."""
    for item in items:
        if item is None or kind not in item.meanings:
            continue
        first = min(item.start, start)
        opens = not line[:first].strip() or (len(line) <= _SHORT and _opens(line[:first], line))
        between = line[item.end : start] if item.end <= start else line[end : item.start]
        if opens and len(between) <= _SAID and not any(char.isdecimal() for char in between):
            return True
    return False


def _is_dateline(before: str, after: str) -> bool:
    """Whether a place stands before a date, and after it what parts a wire's head from its text."""
    if len(before) > _PLACE or any(char.isdecimal() for char in before) or not before.strip():
        return False
    wire = _WIRE.match(after)
    if wire is None:
        return False
    if wire[0].strip() in "】" and before[0] not in _OPENING_BRACKETS:
        return False
    placed = before.rstrip().endswith((*_COMMAS, "=")) or before[:1] in _OPENING_BRACKETS
    words = before.split()
    return (
        placed
        or before.strip()[:3].isupper()
        or (len(words) <= 2 and words[0][:1].isupper())
        or not before[0].isascii()
    )


def _opens(before: str, line: str) -> bool:
    """Whether a date begins its line or a part of it; a place may stand before it without a comma."""
    left = before.rstrip(" \u00a0")
    if not left or left.endswith(_PARTS):
        return True
    words = left.split()
    return (
        len(words) <= 2
        and len(line) <= _PLACE
        and all(word[0].isupper() and word.isalpha() for word in words)
    )


def _closes(rest: str) -> bool:
    left = rest.strip(" \u00a0")
    return left in ("", ".") or left.startswith(_PARTS)
