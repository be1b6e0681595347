"""How a column of dates is written: in one format, which an engine reads, or in several, read one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from ..errors import InputError, Notice
from ..patterns import regex
from ..reading.date_cells import TIME, AmbiguousDateError, Day, Order, day_of, order_of
from .arrays import array, texts
from .arrow import call
from .job import AMBIGUOUS_DATE, BAD_DATE
from .printed import EPOCH

ISO = "%Y-%m-%d"
# What engines read alike, by a format of strptime.
_SIMPLE = frozenset(
    ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y%m%d", "%d/%m/%y", "%m/%d/%y", "%d.%m.%y")
)
_SHOWN = 6
_TIME = regex(TIME)
# Distinct dates that are remembered: centuries of days.
_REMEMBERED = 1 << 17


class Days(NamedTuple):
    """``form`` is the one format, as strptime has it, or empty where cells are read one by one, with days and
    months in this ``order``; ``periods`` says whether some are no days, but months or years. ``said`` is how
    the column is written, for people."""

    form: str
    order: Order = ""
    periods: bool = False
    said: str = ""

    @property
    def named(self) -> str:
        """How the column is written."""
        return self.form or self.said

    def read(self, text: str) -> Day | None:
        """A cell, where cells are read one by one; None if it is no date, or one of two."""
        try:
            return day_of(text, self.order)
        except AmbiguousDateError:
            return None


def of_format(form: str) -> Days:
    """As somebody said it is."""
    if any(each in form for each in ("%d", "%e", "%j", "%x", "%c", "%D", "%F", "%s")):
        return Days(form)
    return Days("", periods=True, said=form)


def detect(values: Sequence[str], where: str) -> Days:
    """What reads most of ``values``; ISO where nothing reads any.

    Raises InputError (``ambiguous_date``) where days and months can be either, or contradict each other.
    """
    values = [value for value in values if value.strip()]
    # What is written so tells nothing of the order of others, and is told at a glance.
    others = [value for value in values if not _iso(value)]
    if not others:
        return Days(ISO)
    order, untold, told = order_of(others)
    if len(told) > 1:
        raise InputError(
            "ambiguous_date",
            "{where}: {value!r} has the day first, {other!r} the month",
            'say which counts: --date-format "%d/%m/%Y"',
            where=where,
            value=told["dmy"][:20],
            other=told["mdy"][:20],
        )
    if untold and not order:
        one, other = (_shape(untold, order) for order in ("dmy", "mdy"))
        raise InputError(
            "ambiguous_date",
            "{where}: dates like {value!r} can be {one} or {other}",
            'say which: --date-format "{one}"',
            where=where,
            value=untold[:20],
            one=one,
            other=other,
        )
    found = [(value, day) for value in others if (day := day_of(value, order))]
    iso = [ISO] if len(others) < len(values) else []
    shapes = list(dict.fromkeys([*iso, *(day.shape for _, day in found)]))
    if not shapes:
        return Days(ISO)
    if len(shapes) == 1 and shapes[0] in _SIMPLE and all(_fits(value, shapes[0]) for value, _ in found):
        return Days(shapes[0])
    if shapes == [ISO] and all(_iso(value) for value, _ in found):
        return Days(ISO)
    more = [f"{len(shapes) - _SHOWN} more"] if len(shapes) > _SHOWN else []
    periods = any(day.first < day.last for _, day in found)
    return Days("", order, periods, ", ".join([*shapes[:_SHOWN], *more]))


def stated(days: Days, where: str, column: str) -> tuple[Notice, ...]:
    """What must be known of how the column is read, where it is not ISO 8601."""
    if days.form == ISO:
        return ()
    notices = [
        Notice(
            "date_format",
            "{where}: dates in {column!r} are read as {named}",
            where=where,
            column=column,
            named=days.named,
        )
    ]
    if days.periods:
        notices.append(
            Notice(
                "average_rate",
                "{where}: dates in {column!r} that are years, quarters or months are converted at the "
                "average rate of that period",
                where=where,
                column=column,
            )
        )
    return tuple(notices)


class DayReader:
    """Cells of dates to their first and last day, and the refusal of those that are none: arrays of Arrow."""

    fields = ("first DATE", "last DATE", "refusal VARCHAR")

    def __init__(self, days: Days) -> None:
        self._order = days.order
        self._read = lru_cache(_REMEMBERED)(self._day)

    def __call__(self, cells: Any) -> list[Any]:
        """Of ``cells``, an array of texts."""
        import pyarrow

        cells = call("utf8_trim_whitespace", cells)
        cells = call("replace_substring_regex", cells, pattern=TIME, replacement="")
        each = call("dictionary_encode", cells)
        read = [self._read(text) for text in each.dictionary.to_pylist()]
        firsts, lasts, refusals = zip(*read, strict=True) if read else ((), (), ())
        dated = [array(pyarrow.date32(), *_numbered(days)) for days in (firsts, lasts)]
        return [call("take", column, each.indices) for column in (*dated, texts(refusals))]

    def _day(self, text: str) -> tuple[Any, Any, str | None]:
        try:
            day = day_of(text, self._order)
        except AmbiguousDateError:
            return None, None, AMBIGUOUS_DATE
        return (day.first, day.last, None) if day else (None, None, BAD_DATE)


def _numbered(days: Sequence[date | None]) -> tuple[Any, Any]:
    """Days counted from 1970, and which of them there are."""
    import numpy

    there = numpy.array([day is not None for day in days], bool)
    return numpy.array([day.toordinal() - EPOCH if day else 0 for day in days], "i4"), there


def _iso(value: str) -> bool:
    text = value.strip()
    try:
        written = text[4:5] == "-" and (len(text) == 10 or _TIME.fullmatch(text[10:]) is not None)
        return written and bool(datetime.fromisoformat(text[:10]))
    except ValueError:
        return False


def _fits(value: str, form: str) -> bool:
    try:
        return bool(datetime.strptime(value.strip(), form))
    except ValueError:
        return False


def _shape(value: str, order: Order) -> str:
    day: Day | None = day_of(value, order)
    return day.shape if day else ISO
