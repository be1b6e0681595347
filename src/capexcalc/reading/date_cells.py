"""Dates in the cells of a table, as people write them: 3 janvier 2018, 01/03/2018, 43103, 2018-01.

What one cell leaves open, whether 03/01 is in January, is settled by its column.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from ..patterns import regex

# Which of two numbers is the month; empty where nothing tells.
Order = Literal["dmy", "mdy", ""]


class Day(NamedTuple):
    """A day, or the days of a month, quarter, half year or year; ``shape`` is how it is written, as strptime
    has it."""

    first: date
    last: date
    shape: str


class AmbiguousDateError(ValueError):
    """A cell can be two days, and nothing in its column tells which."""


# What a time of day looks like behind a date. For re and for the engines' RE2 alike.
TIME = (
    r"(?:,? |T)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r" ?(?:[AaPp]\.?[Mm]\.?)? ?(?:Z|UTC|GMT|[+-][0-9]{2}:?(?:[0-9]{2})?)?(?:\[[A-Za-z/_]+\])?$"
)
_TIME = regex(TIME)
# A note behind a date: June 13, 1980 (United States).
_NOTE = regex(r" ?[(\[][^()\[\]]*[)\]]$")
_SERIAL = "Excel's serial number"
# Serial 1 is 1900-01-01, and by a mistake that is kept there is a 1900-02-29: right from March 1900 on.
_ZERO = date(1899, 12, 30)
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,? )?"
_NAME = r"(?P<name>[^\s\d,/-]{2,15}?)\.?,?"
_YEAR = "(?P<y>[0-9]{4}|[0-9]{2})"
_DAY = "(?P<d>[0-9]{1,2})(?:st|nd|rd|th|er|º|°)?"
_OF = "(?:de |del |d')?"
_BETWEEN = "[ ./-]{1,2}"


def day_of(text: str, order: Order = "") -> Day | None:
    """What a cell says, any time of day and a note in brackets behind it passed over; None if no date.

    Raises AmbiguousDateError where the day and the month can be either, and ``order`` is empty.
    """
    cleaned = _cleaned(text)
    for pattern, made in _SHAPES:
        if found := pattern.fullmatch(cleaned):
            try:
                return made(found, order)
            except (ValueError, OverflowError) as fault:
                if isinstance(fault, AmbiguousDateError):
                    raise
    return None


def order_of(cells: Iterable[str]) -> tuple[Order, str | None, dict[Order, str]]:
    """The order that cells tell, one of those that do not tell it, and an example of each that does.

    A cell tells it if it is a date in one order only.
    """
    told: dict[Order, str] = {}
    untold = None
    for text in cells:
        try:
            day = day_of(text)
        except AmbiguousDateError:
            untold = untold or text
        else:
            if day and (own := _told(text)):
                told.setdefault(own, text)
    return (next(iter(told)) if len(told) == 1 else ""), untold, told


def _cleaned(text: str) -> str:
    return _TIME.sub("", _NOTE.sub("", " ".join(text.split())))


def _told(text: str) -> Order:
    """The order that a date tells which is one day in any case."""
    found = _NUMBERS.fullmatch(_cleaned(text))
    if found is None or found["sep"] == "." or int(found["a"]) == int(found["b"]):
        return ""
    return "dmy" if int(found["a"]) > 12 else "mdy"


def _whole(found: re.Match[str], order: Order) -> Day:
    day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    return Day(day, day, "%Y-%m-%d" if "s" in found.groupdict() else "%Y%m%d")


def _numbers(found: re.Match[str], order: Order) -> Day:
    sep, year = found["sep"], "%Y" if len(found["y"]) == 4 else "%y"
    readings = {}
    for own, (d, m) in (("dmy", ("a", "b")), ("mdy", ("b", "a"))):
        shape = sep.join(("%d", "%m", year) if own == "dmy" else ("%m", "%d", year))
        try:
            readings[own] = _one(found["y"], found[m], found[d], shape)
        except ValueError:
            continue
    own = "dmy" if sep == "." else order  # nobody puts the month first between points
    if not own and len({day.first for day in readings.values()}) > 1:
        raise AmbiguousDateError(found[0])
    if day := readings.get(own) if own else next(iter(readings.values()), None):
        return day
    raise ValueError(found[0])


def _named(found: re.Match[str], order: Order) -> Day:
    month = _months()[found["name"].casefold()]
    return _one(found["y"], str(month), found["d"], _shape(found))


def _month_named(found: re.Match[str], order: Order) -> Day:
    return _month(found["y"], _months()[found["name"].casefold()], _shape(found))


def _shape(found: re.Match[str]) -> str:
    directives = {
        "d": "%d",
        "name": "%b" if len(found["name"]) <= 4 else "%B",
        "y": "%Y" if len(found["y"]) == 4 else "%y",
    }
    return " ".join(directives[each] for each in sorted(found.groupdict(), key=found.start))


def _month_only(found: re.Match[str], order: Order) -> Day:
    return _month(found["y"], int(found["m"]), "%Y-%m")


def _quarter(found: re.Match[str], order: Order) -> Day:
    year, last = _year(found["y"]), int(found["q"]) * 3
    return Day(date(year, last - 2, 1), date(year, last, monthrange(year, last)[1]), "quarter")


def _half(found: re.Match[str], order: Order) -> Day:
    year, last = _year(found["y"]), int(found["h"]) * 6
    return Day(date(year, last - 5, 1), date(year, last, monthrange(year, last)[1]), "half year")


def _year_only(found: re.Match[str], order: Order) -> Day:
    year = _year(found["y"])
    return Day(date(year, 1, 1), date(year, 12, 31), "%Y")


def _serial(found: re.Match[str], order: Order) -> Day:
    day = _ZERO + timedelta(days=int(found["n"]))
    return Day(day, day, _SERIAL)


def _one(year: str, month: str, day: str, shape: str) -> Day:
    found = date(_year(year), int(month), int(day))
    return Day(found, found, shape)


def _month(year: str, month: int, shape: str) -> Day:
    number = _year(year)
    return Day(date(number, month, 1), date(number, month, monthrange(number, month)[1]), shape)


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 2:
        return year + (2000 if year < 69 else 1900)  # as POSIX has it
    if not 1900 <= year < 2100:
        raise ValueError(text)
    return year


_NUMBERS = regex(rf"{_WEEKDAY}(?P<a>[0-9]{{1,2}})(?P<sep>[-/. ])(?P<b>[0-9]{{1,2}})(?P=sep){_YEAR}")
_MADE: tuple[tuple[str, Callable[[re.Match[str], Order], Day]], ...] = (
    (r"(?P<y>[0-9]{4})(?P<s>[-/. ])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})", _whole),
    (r"(?P<y>[0-9]{4})(?P<s>[年년]) ?(?P<m>[0-9]{1,2})[月월] ?(?P<d>[0-9]{1,2})[日일]", _whole),
    (r"(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})", _whole),
    (_NUMBERS.pattern, _numbers),
    (rf"{_WEEKDAY}{_DAY}{_BETWEEN}{_OF}{_NAME}{_BETWEEN}{_OF}{_YEAR}", _named),
    (rf"{_WEEKDAY}{_NAME}{_BETWEEN}(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<y>[0-9]{{4}})", _named),
    (rf"(?P<y>[0-9]{{4}}){_BETWEEN}{_NAME}{_BETWEEN}(?P<d>[0-9]{{1,2}})", _named),
    (r"(?P<n>[2-7][0-9]{4})(?:\.[0-9]+)?", _serial),
    (r"(?P<y>[0-9]{4})(?:\.0|年|년)?", _year_only),
    (r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})", _month_only),
    (r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})", _month_only),
    (r"(?P<m>[0-9]{1,2})[-/.](?P<y>[0-9]{4})", _month_only),
    (r"(?P<y>[0-9]{4})[年년] ?(?P<m>[0-9]{1,2})[月월]", _month_only),
    (rf"{_NAME}{_BETWEEN}{_OF}{_YEAR}", _month_named),
    (rf"(?P<y>[0-9]{{4}}){_BETWEEN}{_NAME}", _month_named),
    (r"(?P<y>[0-9]{4})[ -]?[Qq](?P<q>[1-4])", _quarter),
    (r"(?i:q|qtr\.? ?|quarter )(?P<q>[1-4])[ /-]?(?P<y>[0-9]{4})", _quarter),
    (r"(?P<y>[0-9]{4})[ -]?[Hh](?P<h>[12])", _half),
    (r"[Hh](?P<h>[12])[ /-]?(?P<y>[0-9]{4})", _half),
)  # fmt: skip
_SHAPES = [(regex(pattern), made) for pattern, made in _MADE]


@cache
def _months() -> dict[str, int]:
    lines = Path(__file__).with_name("months.csv").read_text("utf-8").splitlines()[1:]
    return _Months((name, int(month)) for name, _, month in (line.partition(",") for line in lines))


class _Months(dict[str, int]):
    """Months by name; a word that is none is no date."""

    def __missing__(self, word: str) -> int:
        raise ValueError(word)
