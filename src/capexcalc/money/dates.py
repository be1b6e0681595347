"""Dates, spans and periods as people type them; what could mean two things is refused, with both named."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from ..errors import UsageError, quoted
from ..words import Template, several
from .periods import Period, Span, month_end

_LONGEST_TEXT = 60
_MOST_YEARS = 1000
_DAYS = {"today": 0, "yesterday": 1}  # days ago

_SPAN_HINT: Template = "a span is 3y, 18 months, P1Y6M, 2025..2027 or 2025-04-01..2028-03-31"
_PERIOD_HINT: Template = "a period is 2024, 2024-Q3, 2024-02 or 2024-04-01..2025-03-31"


def parse_date(text: str, today: date) -> date:
    """The day ``text`` names: ISO 8601, ``today``, ``yesterday``, or an English date with all its parts.

    A time of day is passed over. Raises UsageError ``ambiguous_date`` where day, month and year can be told
    apart in two ways (03/04/2025), ``bad_date`` where the text names no full date.
    """
    cleaned = text.strip()
    if (word := cleaned.casefold()) in _DAYS:
        return today - timedelta(_DAYS[word])
    try:
        return date.fromisoformat(cleaned)
    except ValueError:
        readings = _readings(cleaned)
    if len(readings) > 1:
        raise UsageError(
            "ambiguous_date",
            "{text} can be {named}",
            "write the one you mean as YYYY-MM-DD",
            text=quoted(text),
            named=several((day.isoformat() for day in readings), "{first} or {second}"),
        )
    if not readings:
        raise UsageError(
            "bad_date", "{text} is not a date", "write dates as 2025-02-24 or 24 Feb 2025", text=quoted(text)
        )
    return readings[0]


def parse_span(text: str) -> Span | Period:
    """A length (``3y``, ``18 months``, ``P1Y6M``) or a placed stretch (``2025..2027``), at most 1000 years.

    Raises UsageError ``bad_span``, ``bad_period``, ``reversed_period``.
    """
    if ".." in text:
        return parse_period(text)
    pattern = r"P?(?:(\d+) *(?:y|yrs?|years?))? *(?:(\d+) *(?:m|mo|months?))? *(?:(\d+) *(?:d|days?))?"
    found = _match(pattern, text)
    if found is None or not any(found.groups()):
        raise UsageError("bad_span", "{text} is not a span of time", _SPAN_HINT, text=quoted(text))
    years, months, days = (int(part or 0) for part in found.groups())
    span = Span(years * 12 + months, days)
    if not 0 < span.months * 30 + days <= _MOST_YEARS * 360:
        raise UsageError(
            "bad_span", "{text} is not between one day and 1000 years", _SPAN_HINT, text=quoted(text)
        )
    return span


def parse_period(text: str) -> Period:
    """A year, quarter, month or day, or from the first day of one to the last of another (``2025..2027``).

    Raises UsageError ``bad_period``, and ``reversed_period`` where the end comes before the start.
    """
    first, dots, last = text.partition("..")
    start = _unit(first, text)
    period = Period(start.start, _unit(last, text).end) if dots else start
    if period.end < period.start:
        raise UsageError(
            "reversed_period",
            "{text} ends on {end}, before it starts on {start}",
            _PERIOD_HINT,
            text=quoted(text),
            end=period.end,
            start=period.start,
        )
    years, months = period.end.year - period.start.year, period.end.month - period.start.month
    if years * 12 + months >= _MOST_YEARS * 12:
        raise UsageError("bad_period", "{text} is longer than 1000 years", _PERIOD_HINT, text=quoted(text))
    return period


def parse_year_end(text: str) -> tuple[int, int]:
    """Month and day on which a fiscal year ends; ``02-29`` stands for the last day of February.

    Raises UsageError ``bad_year_end``.
    """
    found = _match(r"(\d\d)-(\d\d)", text)
    if found:
        month, day = int(found[1]), int(found[2])
        if 1 <= month <= 12 and 1 <= day <= month_end(2000, month).day:
            return month, day
    raise UsageError(
        "bad_year_end",
        "{text} is not a month and day",
        "give month and day, as in --year-end 03-31",
        text=quoted(text),
    )


def _readings(text: str) -> list[date]:
    """Each full date the text can be read as, earliest first."""
    if len(text) > _LONGEST_TEXT:
        return []
    from dateutil.parser import parse  # here: 40 ms, and ISO dates never come this far

    # A year of four digits in front settles the order: nobody writes year, day, month.
    orders = [(False, True)] if _match(r"\d{4}\D.*", text) else [(False, False), (True, False), (False, True)]
    found = set()
    for day_first, year_first in orders:
        try:
            # What the text leaves out is filled from the default: two defaults tell a full date from a part.
            # Their days are a week apart, for a weekday moves each by up to six.
            one, other = (
                parse(text, default=default, dayfirst=day_first, yearfirst=year_first, ignoretz=True).date()
                for default in (datetime(2001, 1, 1), datetime(2002, 2, 8))
            )
        except (ValueError, ArithmeticError):
            continue
        if one == other:
            found.add(one)
    return sorted(found)


def _unit(text: str, whole: str) -> Period:
    """The calendar unit ``text`` names, as its first and last day."""
    found = _match(r"(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?", text)
    if found is None:
        raise UsageError("bad_period", "{whole} is not a period", _PERIOD_HINT, whole=quoted(whole))
    year, quarter, month, day = (None if part is None else int(part) for part in found.groups())
    assert year is not None
    if quarter is not None:
        first, last = quarter * 3 - 2, quarter * 3
    else:
        first, last = (1, 12) if month is None else (month, month)
    try:
        if day is not None:
            return Period(date(year, first, day), date(year, first, day))
        return Period(date(year, first, 1), month_end(year, last))
    except ValueError:
        raise UsageError("bad_period", "{whole} is not a period", _PERIOD_HINT, whole=quoted(whole)) from None


def _match(pattern: str, text: str) -> re.Match[str] | None:
    cleaned = text.strip()
    return re.fullmatch(pattern, cleaned, re.ASCII | re.IGNORECASE) if len(cleaned) <= _LONGEST_TEXT else None
