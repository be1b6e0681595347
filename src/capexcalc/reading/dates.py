"""Calendar dates and years as they stand in a text."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .items import Items, item_at, meanings_at
from .lexicon import Lexicon
from .number_words import figure_row

_LONGEST = 24  # characters a written date takes
_FIRST, _LAST = 1900, 2100
_OLDEST_SHORT = "40"  # of two digits for a year
_OF_MONEY = frozenset(("currency", "code", "scale", "percent"))
_THIS_CENTURY = 2000  # or any year of it
_YEAR_SIGNS, MONTH_SIGNS, _DAY_SIGNS = frozenset("年년"), frozenset("月월"), frozenset("日일号號")


class Dated(NamedTuple):
    """A date with its place."""

    day: date
    start: int
    end: int
    next: int


class Year(NamedTuple):
    """A calendar year with its place; ``named`` if a word ("year", 年) says that it is one."""

    year: int
    start: int
    end: int
    next: int
    named: bool


def date_at(items: Items, i: int, lexicon: Lexicon) -> Dated | None:
    """The full date that begins at item ``i``: 24 February 2025, February 24, 2025, 2025-02-24, 2025年...,
    22 ธันวาคม 2564."""
    first = meanings_at(items, i)
    if "digits" not in first and "month" not in first:
        return None
    figures = _in_figures(items, i, lexicon)
    if figures is not None:
        return figures
    for day, month, year in (
        (i, i + 1, i + 2),
        (i, i + 2, i + 3),  # the point of "24. Februar 2025" is an item
        (i, i + 1, i + 3),  # 24 févr. 2025
        (i, i + 2, i + 4),  # 24 de febrero de 2025
        (i + 1, i, i + 2),
        (i + 1, i, i + 3),  # and the comma of "February 24, 2025"
        (i + 2, i, i + 4),  # Feb. 24, 2025
        (i + 3, i + 2, i),  # 2025. február 24.
        (i + 4, i + 2, i),
    ):
        found = _date(items, day, month, year, lexicon)
        last = max(day, year)
        if found is not None and item_at(items, last).end - item_at(items, i).start < _LONGEST:
            if year == i and _word(items, last + 1) in _DAY_SIGNS:
                last += 1
            return Dated(found, item_at(items, i).start, item_at(items, last).end, last + 1)
    return None


def _date(items: Items, day: int, month: int, year: int, lexicon: Lexicon) -> date | None:
    named = meanings_at(items, month)
    number = named.get("month")
    if number is None and year < day and _touch(items, year, month) and _touch(items, month, day):
        number = named.get("digits")
    if not number:
        return None
    return _calendar(meanings_at(items, year).get("digits", ""), str(number), _digits(items, day), lexicon)


def _in_figures(items: Items, i: int, lexicon: Lexicon) -> Dated | None:
    """24.02.2025, 24/02/2025, 02/24/2025; where slashes leave open which is the month (03/04/2025), none."""
    item, last = item_at(items, i), i
    parts = _digits(items, i).split(".")
    slashes = len(parts) == 1
    if slashes and _touch(items, i, i + 2) and _touch(items, i + 2, i + 4):
        parts, last = [_digits(items, n) for n in (i, i + 2, i + 4)], i + 4
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    day, month, year = parts
    if slashes and int(day) <= 12:
        if int(month) <= 12 and int(day) != int(month):
            return None
        day, month = month, day
    found = _calendar(year, month, day, lexicon)
    return None if found is None else Dated(found, item.start, item_at(items, last).end, last + 1)


def _digits(items: Items, i: int) -> str:
    digits: str = meanings_at(items, i).get("digits", "")
    return digits


def _touch(items: Items, i: int, j: int) -> bool:
    """Whether a character and a blank at most, or the sign of a year or month, stand between two figures."""
    one, other = (items[n] if n < len(items) else None for n in (i, j))
    if one is None or other is None:
        return False
    return other.start - one.end <= 2 or _word(items, i + 1) in _YEAR_SIGNS | MONTH_SIGNS


def _calendar(year: str, month: str, day: str, lexicon: Lexicon) -> date | None:
    if len(year) != 4 or max(len(month), len(day)) > 2 or not (year + month + day).isdecimal():
        return None
    try:
        return date(year_of(year, lexicon) or int(year), int(month), int(day))
    except ValueError:
        return None


def _word(items: Items, i: int) -> str:
    item = items[i] if i < len(items) else None
    return item.text if item is not None else ""


def year_at(items: Items, i: int, lexicon: Lexicon, first: int | None = None) -> Year | None:
    """The calendar year at item ``i``, with the words that belong to it (2030年, "2030 roku").

    After ``first`` the last two digits do ("2025-27").
    """
    j, named = i, False
    if "year_word" in meanings_at(items, j) and "digits" in meanings_at(items, j + 1):
        j, named = j + 1, True
    digits, row = meanings_at(items, j).get("digits", ""), figure_row(items, j)
    if row is not None:
        digits, j = str(row.value), row.next - 1
    year = _year(digits, first, lexicon) if digits.isdecimal() else None
    if year is None and _is_short(items, i, digits, lexicon):
        year = short_year(digits, lexicon)
    if year is None:
        return None
    end, nxt = item_at(items, j).end, j + 1
    after = meanings_at(items, nxt)
    if "year_word" in after or _word(items, nxt) in _YEAR_SIGNS:
        if meanings_at(items, nxt + 1).get("digits") and _word(items, nxt + 2) in MONTH_SIGNS:
            return None
        end, nxt, named = item_at(items, nxt).end, nxt + 1, True
    elif "scale" in after or ("unit" in after and "when_after" not in after):
        return None
    return Year(year, item_at(items, i).start, end, nxt, named)


def _is_short(items: Items, i: int, digits: str, lexicon: Lexicon) -> bool:
    """Whether two digits after a word for the year are the end of one of the language's own era: ปี 65, but
    not the figure after a number of years, or of money."""
    if not (lexicon.year_offset and digits.isdecimal() and len(digits) == 2 and digits >= _OLDEST_SHORT):
        return False
    before, after = meanings_at(items, i - 2), meanings_at(items, i + 1)
    told = "in" in meanings_at(items, i - 1).get("when", ())
    return told and "digits" not in before and _OF_MONEY.isdisjoint(after)


def year_of(digits: str, lexicon: Lexicon) -> int | None:
    """The year that four digits stand for: 2568 in Thai is 2025, and 2025 there is the year of others."""
    if len(digits) != 4:
        return None
    own, ours = int(digits), int(digits) + lexicon.year_offset
    return next((year for year in (ours, own) if _FIRST <= year <= _LAST), None)


def short_year(digits: str, lexicon: Lexicon) -> int:
    """The year of this century, or of the one the language is in, that two digits stand for: "22 ธ.ค. 64"."""
    century = str(_THIS_CENTURY - lexicon.year_offset)[:2]
    return int(century + digits) + lexicon.year_offset


def _year(digits: str, first: int | None, lexicon: Lexicon) -> int | None:
    if len(digits) == 2 and first is not None:
        return int(str(first)[:2] + digits)
    return year_of(digits, lexicon)
