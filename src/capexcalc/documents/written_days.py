"""The days that a line names, with a year or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..patterns import regex
from ..reading.dates import date_at, short_year, year_of
from ..reading.items import Items, item_at, meanings_at
from ..reading.lexicon import Lexicon
from ..reading.memo import Memo
from ..reading.tokens import fold, spaceless, words

_IN_FIGURES = regex(r"\d\s?[./-]\s?\d{1,2}\s?[./-]|[月월]")
_EASTERN = regex(r"(?<![\d年년])(\d{1,2})[月월]\s?(\d{1,2})[日일號号]")
_DASHES = frozenset("-–—")
_FROM = regex(r"(?<![\d.,])\d{1,2}\.?\s?[-–—]\s?$")  # "17-20 June 2017"


class WrittenDay(NamedTuple):
    """A date in a line; ``next`` is the item after it."""

    day: date
    yearless: bool
    start: int
    end: int
    next: int


def may_name_day(line: str, lexicon: Lexicon) -> bool:
    """Whether a day can be among what a line says: most lines name no month, and to look each of their words
    up is all they cost."""
    return bool(_IN_FIGURES.search(line)) or any(map(_months(lexicon).__getitem__, line.split()))


def days_of(line: str, items: Items, lexicon: Lexicon, today: date) -> Iterator[WrittenDay]:
    """The dates in a line, with a year or without; not the two ends of "17 June - 2 July 2017"."""
    found = list(_days(line, items, lexicon, today))
    ends = {
        day
        for pair in pairwise(found)
        if line[pair[0].end : pair[1].start].strip() in _DASHES
        for day in pair
    }
    yield from (day for day in found if day not in ends and not _FROM.search(line[: day.start]))


def _days(line: str, items: Items, lexicon: Lexicon, today: date) -> Iterator[WrittenDay]:
    i = 0
    while i < len(items):
        dated = date_at(items, i, lexicon)
        found = WrittenDay(dated.day, False, dated.start, dated.end, dated.next) if dated else None
        found = found or _by_day_first(line, items, i, lexicon) or _short(items, i, lexicon, today)
        if found is not None:
            yield found
        i = found.next if found else i + 1
    for match in _EASTERN.finditer(line):
        day = _latest(int(match[1]), int(match[2]), today)
        if day is not None:
            yield WrittenDay(day, True, match.start(), match.end(), len(items))


@cache
def _months(lexicon: Lexicon) -> Memo[bool]:
    """Whether a piece between blanks names a month, or begins its name."""
    names = frozenset(name.split()[0] for name, meanings in lexicon.phrases.items() if "month" in meanings)

    def is_one(word: str) -> bool:
        return word in names or any(
            word.startswith(each) and word[len(each) :] in names for each in lexicon.proclitics
        )

    def names_one(piece: str) -> bool:
        if any(map(spaceless, piece)):
            return any(name in piece for name in names)
        return any(is_one(fold(word)) for word in words(piece, 0, len(piece)))

    return Memo(names_one)


def _by_day_first(line: str, items: Items, i: int, lexicon: Lexicon) -> WrittenDay | None:
    """05/06/2024 where the language leaves no doubt that the day comes first; English has two ways."""
    if lexicon.language == "en" or "digits" not in meanings_at(items, i):
        return None
    start = item_at(items, i).start
    match = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)", line[start : start + 11])
    if match is None:
        return None
    try:
        day = date(year_of(match[3], lexicon) or int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
    return WrittenDay(day, False, start, start + match.end(), i + 5)


def _short(items: Items, i: int, lexicon: Lexicon, today: date) -> WrittenDay | None:
    """ "6 May 24", and what leaves out its year: "May 6", "6. Mai", "6 de mayo"."""
    for day, month in ((i, i + 1), (i, i + 2), (i + 1, i), (i + 2, i)):
        number, named = meanings_at(items, day).get("digits", ""), meanings_at(items, month).get("month")
        last = max(day, month)
        if not named or not number.isdecimal() or len(number) > 2:
            continue
        start, end = item_at(items, i).start, item_at(items, last).end
        if end - start > len(number) + len(item_at(items, month).text) + 4:
            continue
        k = next((n for n in (last + 1, last + 2) if "digits" in meanings_at(items, n)), None)
        year = meanings_at(items, k)["digits"] if k is not None and last == month else ""
        if k is not None and len(year) == 2 and item_at(items, k).start - end <= 2:  # "6 พ.ค. 67"
            try:
                day_of = date(short_year(year, lexicon), int(named), int(number))
                return WrittenDay(day_of, False, start, item_at(items, k).end, k + 1)
            except ValueError:
                return None
        latest = _latest(int(named), int(number), today)
        return None if latest is None else WrittenDay(latest, True, start, end, last + 1)
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
