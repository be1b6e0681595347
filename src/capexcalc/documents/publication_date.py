"""The day a text says it was published, among all the other days that a text may name near its top.

Words for it win ("Published 6 May 2024"), then wire datelines ("LONDON, May 6 (Wire) -"), then a date that
has a line, or a part of one, to itself. A birthday, a caption or a deadline is none of these. A wrong day
would accuse a right conversion, so what is not plainly a day of publication is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple

from ..reading.dates import MONTH_SIGNS, date_at
from ..reading.items import Items, item_at, meanings_at
from ..reading.lexicon import Lexicon
from ..reading.matcher import match_phrases
from ..reading.sentences import sentences

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
_WEEKDAY = re.compile(r"[^\W\d_]{2,12}\.?[,，、،]?\s*$")
_TIME = re.compile(
    r"(?:[T,·|–—-]|\s)*(?:[^\W\d_]{1,4}\.?\s)?\s*\d{1,2}\s?[:.hH時时시]\s?\d{2}(?:[:.分분]\d{0,2})?[^\W\d_.\s]{0,2}"
    r"(?:\s?[apAP]\.?[mM]\b\.?)?(?:\s?(?:[A-Z]{1,5}\b|[+-]\d\d:?\d\d))?(?:\s[^\W\d_]{1,5}$)?"
)
_EASTERN = re.compile(r"(?<![\d年년])(\d{1,2})[月월]\s?(\d{1,2})[日일號号]")
_WIRE = re.compile(
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


class _Day(NamedTuple):
    """A date in a line; ``next`` is the item after it."""

    day: date
    yearless: bool
    start: int
    end: int
    next: int


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
    if len(line) > 2 * _LONG:
        yield from _in_prose(line[-_LONG:], lexicon, today, skip=1)  # of the first the beginning is cut off
        line = line[:_LONG]  # only the beginning of prose may be a dateline
    if not any(char.isdecimal() for char in line):
        return
    yield from _in_prose(line, lexicon, today)
    items = match_phrases(line, lexicon)
    for day, yearless, start, end, _ in _days(line, items, lexicon, today):
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
        for day, yearless, first, last, _ in _days(note, items, lexicon, today):
            if day > today or _without_time(_after(note, last)):
                continue
            for kind in _RANKS[:2]:
                if _told(items, kind, first, last, note):
                    yield _Candidate(kind, day, yearless)


def _days(line: str, items: Items, lexicon: Lexicon, today: date) -> Iterator[_Day]:
    """The dates in a line, with a year or without."""
    i = 0
    while i < len(items):
        dated = date_at(items, i)
        found = _Day(dated.day, False, dated.start, dated.end, dated.next) if dated else None
        found = found or _by_day_first(line, items, i, lexicon) or _short(items, i, today)
        if found is not None:
            yield found
        i = found.next if found else i + 1
    for match in _EASTERN.finditer(line):
        day = _latest(int(match[1]), int(match[2]), today)
        if day is not None:
            yield _Day(day, True, match.start(), match.end(), len(items))


def _by_day_first(line: str, items: Items, i: int, lexicon: Lexicon) -> _Day | None:
    """05/06/2024 where the language leaves no doubt that the day comes first; English has two ways."""
    if lexicon.language == "en" or "digits" not in meanings_at(items, i):
        return None
    start = item_at(items, i).start
    match = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)", line[start : start + 11])
    if match is None:
        return None
    try:
        day = date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
    return _Day(day, False, start, start + match.end(), i + 5)


def _short(items: Items, i: int, today: date) -> _Day | None:
    """ "6 May 24", and what leaves out its year: "May 6", "6. Mai", "6 de mayo"."""
    for day, month in ((i, i + 1), (i, i + 2), (i + 1, i), (i + 2, i)):
        number, named = meanings_at(items, day).get("digits", ""), meanings_at(items, month).get("month")
        last = max(day, month)
        if not named or not number.isdecimal() or len(number) > 2:
            continue
        start, end = item_at(items, i).start, item_at(items, last).end
        if end - start > len(number) + len(item_at(items, month).text) + 4:
            continue
        year = meanings_at(items, last + 1).get("digits", "")
        if len(year) == 2 and last == month and item_at(items, last + 1).start - end == 1:
            try:
                return _Day(date(2000 + int(year), int(named), int(number)), False, start, end + 3, last + 2)
            except ValueError:
                return None
        latest = _latest(int(named), int(number), today)
        return None if latest is None else _Day(latest, True, start, end, last + 1)
    return None


def _latest(month: int, day: int, today: date) -> date | None:
    """The last day of that month and day that is not after ``today``; a 29 February may be years ago."""
    for year in range(today.year, today.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None


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
