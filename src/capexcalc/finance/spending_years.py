"""Years, halves and quarters as the cells and headers of spending tables name them: FY24, 2023/24, 3Q23."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..errors import InputError, quoted
from ..money.periods import Period, month_end
from ..patterns import regex
from ..reading.date_cells import AmbiguousDateError, day_of
from ..records import dataclass

_DAY = timedelta(days=1)
_YEARS = range(1800, 2200)  # in which anybody spent what a table tells of
OLDEST = 1000  # where it is plain that years are meant: before, they have other figures
_ANYWHERE = (12, 31)
_SPLIT = r"(?P<from>[0-9]{4})[/–-](?P<to>[0-9]{4}|[0-9]{2})"
_FISCAL = r"(?P<fy>FY|F\.Y\.|fiscal year|financial year)?"
_YEAR = regex(
    rf"{_FISCAL} ?'?(?:{_SPLIT}|(?P<year>[0-9]{{4}}|[0-9]{{2}}))(?:\.0)?(?: ?A|年|년)?",
    re.IGNORECASE,
)
# Quarters, and halves: H of English, S of Spanish, French and Italian.
_PARTS = {"Q": 4, "T": 4, "K": 4, "H": 2, "S": 2}
_KIND = f"[{''.join(_PARTS)}]"
_PART = regex(
    rf"(?:(?P<y1>FY ?)?(?P<a>[0-9]{{4}}|[0-9]{{2}})[ /-]?(?P<k1>{_KIND})(?P<n1>[1-4])"
    rf"|(?P<k2>{_KIND})(?P<n2>[1-4])[ /'-]*(?P<y2>FY ?)?(?P<b>[0-9]{{4}}|[0-9]{{2}})"
    rf"|(?P<n3>[1-4])(?P<k3>{_KIND})[ /'-]*(?P<y3>FY ?)?(?P<c>[0-9]{{4}}|[0-9]{{2}}))",
    re.IGNORECASE,
)
# Written out, with the number before it: 1. Quartal 2023, 2º semestre 2023, 1st half 2023.
_SAID_PART = regex(
    r"(?P<n>[1-4])(?:[.ºª°]|er|ère|e|ème|o|a|st|nd|rd|th)? ?"
    r"(?:(?P<half>hal(?:f|bjahr|vår)|semestre|półrocze|pololetí|полугодие)"
    r"|quart(?:al|er)|trimestre|trimester|kwartaal|kwartał|kvartal|čtvrtletí|квартал)\.?(?: of| de)?",
    re.IGNORECASE,
)
_TRAILING = regex(r"(?:TTM|LTM|trailing.*|last twelve months|12 months ended.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days a cell names. ``ended`` marks a year told by its last day; ``part`` is 1, 3 or 6 of a month,
    quarter or half of the year that ends in ``year``."""

    days: Period
    label: str
    year: int
    ended: bool = False
    part: int = 12


def is_time(text: str, *, oldest: int = _YEARS.start) -> bool:
    """Whether a cell names a time, wherever the year of that ends."""
    return stretch_of(text, "", year_end=_ANYWHERE, oldest=oldest) is not None


def is_trailing(text: str) -> bool:
    """Whether a cell names the last twelve months, which overlap the years beside them."""
    return _TRAILING.fullmatch(text.strip()) is not None


def stretch_of(
    text: str,
    where: str,
    *,
    year_end: tuple[int, int] | None,
    fiscal: bool = False,
    oldest: int = _YEARS.start,
) -> Stretch | None:
    """What a cell names, None if no time. ``fiscal`` says that years are fiscal ones, ending on ``year_end``;
    a number alone is a year from the ``oldest`` on.

    Raises InputError (``no_year_end``) where a fiscal year ends is not known.
    """
    cleaned = " ".join(text.split())
    if found := _PART.fullmatch(_SAID_PART.sub(_shortly, cleaned)):
        return _part(cleaned, found, where, year_end, fiscal)
    if found := _YEAR.fullmatch(cleaned):
        digits = found["to"] or found["year"]
        own = bool(found["fy"] or found["from"]) or fiscal
        follow = not found["from"] or int(found["from"]) % 100 == (int(digits) - 1) % 100
        if follow and (len(digits) == 4 or found["fy"] or found["from"]):
            year = _century(digits, found["from"])
            return _year(cleaned, year, where, year_end, own) if oldest <= year < _YEARS.stop else None
    try:
        day = day_of(cleaned, "")
    except AmbiguousDateError:
        return None
    if day is None or day.first.replace(day=1) != day.last.replace(day=1):
        return None
    if re.fullmatch("[0-9.]+", cleaned) or day.last.year not in _YEARS:
        return None
    start = day.last + _DAY - relativedelta(years=1)
    return Stretch(Period(start, day.last), f"FY{day.last.year}", day.last.year, ended=True)


def _year(text: str, year: int, where: str, year_end: tuple[int, int] | None, fiscal: bool) -> Stretch:
    if not fiscal and year_end is None:
        return Stretch(Period(date(year, 1, 1), date(year, 12, 31)), str(year), year)
    end = _end(text, year, where, year_end)
    return Stretch(Period(end + _DAY - relativedelta(years=1), end), f"FY{year}", year)


def _part(
    text: str, found: re.Match[str], where: str, year_end: tuple[int, int] | None, fiscal: bool
) -> Stretch | None:
    parts = _PARTS[next(found[name] for name in ("k1", "k2", "k3") if found[name]).upper()]
    kind = "Q" if parts == 4 else "H"
    number = int(next(found[name] for name in ("n1", "n2", "n3") if found[name]))
    year = _century(next(found[name] for name in ("a", "b", "c") if found[name]), None)
    months = 12 // parts
    if number > parts or year not in _YEARS:
        return None
    fiscal = fiscal or any(found[name] for name in ("y1", "y2", "y3")) or year_end is not None
    last = _end(text, year, where, year_end) if fiscal else date(year, 12, 31)
    start = last + _DAY - relativedelta(years=1) + relativedelta(months=months * (number - 1))
    end = start + relativedelta(months=months) - _DAY
    return Stretch(Period(start, end), f"{kind}{number} {'FY' if fiscal else ''}{year}", year, part=months)


def _shortly(said: re.Match[str]) -> str:
    return f"{'H' if said['half'] else 'Q'}{said['n']}"


def _end(text: str, year: int, where: str, year_end: tuple[int, int] | None) -> date:
    if year_end is None:
        raise InputError(
            "no_year_end",
            "{where}: {cell} does not say when that year ends",
            "--year-end 03-31 says it (12-31: calendar years), or a column fiscal_year_end",
            where=where,
            cell=quoted(text),
        )
    month, day = year_end
    return date(year, month, min(day, month_end(year, month).day))


def _century(digits: str, before: str | None) -> int:
    if len(digits) == 4:
        return int(digits)
    if before:
        return int(before) // 100 * 100 + int(digits) + (100 if digits == "00" else 0)
    return int(digits) + (2000 if int(digits) < 69 else 1900)
