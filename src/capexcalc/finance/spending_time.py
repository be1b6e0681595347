"""When each row of past spending was spent, and the quarters of a year put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise
from pathlib import Path

from ..errors import InputError, Notice, quoted
from ..money.periods import Period, month_end
from ..patterns import regex
from ..reading.date_cells import AmbiguousDateError, day_of
from ..records import dataclass
from ..words import Phrase
from .spending import SpendingPeriod
from .spending_choice import has_figure
from .spending_columns import TIMES, Choice
from .spending_years import OLDEST, Stretch, is_time, is_trailing, stretch_of

_DAY = timedelta(days=1)
_TOTAL = regex(
    r"(?:grand |sub)?(?:total|sum|totaux|gesamt|summe|insgesamt|suma|totale|totais|totales|totaal|summa|ialt|"
    r"i alt|razem|ogółem|celkem|spolu|összesen|yhteensä|toplam|ukupno|итого|всего|усього|разом|σύνολο|"
    r"jumlah|tổng|कुल|المجموع|إجمالي|الإجمالي|סך הכל|合计|合計|总计|總計|総計|小计|小計|합계|총계|소계)\b.*",
    re.IGNORECASE,
)
_PARTS = ("quarter", "half", "month")
_NAMED_ROWS = 3
# What stands for an amount that is not there.
_NONE = frozenset((
    "", "n/a", "na", "n.a.", "nan", "null", "none", "-", "--", "–", "—", "−", ".", "..", "...", "…", ":", "x",
    "k.a.", "k. a.", "n.v.", "n.d.", "nd", "s.o.", "s/d", "b.d.", "bd", "нд", "н/д", "不明", "無", "なし",
))  # fmt: skip
_WHOLE = frozenset(("fy", "annual", "year", "full year", "12m"))

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The last day of a fiscal year, which begins where the last one ended."""

    end: date


def timed(
    rows: Sequence[tuple[str, Row]], choice: Choice
) -> tuple[list[tuple[str, Row, Period | YearEnd | Stretch]], tuple[Notice, ...]]:
    """Each row with its time, and the word about rows that are none: totals, notes, the last twelve months,
    years without an amount.

    Raises InputError: ``bad_date``, ``no_year_end``, ``reversed_period``, ``short_period``.
    """
    found: list[tuple[str, Row, Period | YearEnd | Stretch]] = []
    passed: list[str] = []
    empty: list[str] = []
    for where, row in rows:
        text = next((row[name] for name in TIMES[:-1] if row.get(name)), "")
        if not (text or has_figure(row.get("amount", "")) or row.get("period_start")):
            continue  # a line within the table, which says something of its columns
        part = next((row[name] for name in _PARTS if row.get(name)), "")
        total = next((each for each in (text, part) if _TOTAL.match(each)), "")
        if total or is_trailing(text) or (not row.get("amount") and text and not _may_be_time(text)):
            passed.append(f"{where} ({quoted(total or text)})")
        elif text and row.get("amount", "").casefold() in _NONE:
            empty.append(f"{where} ({quoted(text)})")
        else:
            found.append((where, row, _when(row, where, choice)))
    notices = [Notice("rows_passed_over", "passed over: {rows}: no year", rows=_listed(passed))]
    notices += [Notice("rows_passed_over", "passed over: {rows}: no amount", rows=_listed(empty))]
    said = tuple(notice for notice, rows in zip(notices, (passed, empty), strict=True) if rows)
    return found, said


def _listed(rows: Sequence[str]) -> str | Phrase:
    if len(rows) <= _NAMED_ROWS:
        return ", ".join(rows)
    listed = ", ".join(rows[:_NAMED_ROWS])
    return Phrase("{listed} and {count} more", listed=listed, count=len(rows) - _NAMED_ROWS)


def whole_years(
    periods: Sequence[SpendingPeriod], parts: Sequence[Stretch | None], path: Path
) -> tuple[list[SpendingPeriod], tuple[Notice, ...]]:
    """Months, quarters and halves added up to years, of which all are there; other periods as they are."""
    kept = [period for period, part in zip(periods, parts, strict=True) if part is None or part.part == 12]
    within = [(part, period) for period, part in zip(periods, parts, strict=True) if part and part.part != 12]
    within.sort(key=lambda each: (each[0].year, each[1].start))
    years = []
    for year, group in groupby(within, key=lambda each: each[0].year):
        own = [period for _, period in group]
        follow = all(one.end + _DAY == other.start for one, other in pairwise(own))
        if not follow or sum(period.months for period in own) != 12:
            kept += own
            continue
        fiscal = "FY" if own[0].start.month != 1 else ""
        total = sum((period.amount for period in own), Decimal(0))
        where = f"{own[0].where} to {own[-1].where.rpartition(':')[2]}"
        years.append(
            replace(own[0], end=own[-1].end, amount=total, label=f"{fiscal}{year}", where=where, reports=())
        )
    if not years:
        return kept, ()
    return [*kept, *years], (
        Notice(
            "quarters_summed", "{path}: the parts of {count} years are added up", path=path, count=len(years)
        ),
    )


def day_in(row: Row, column: str, where: str) -> date:
    """The day in a cell, in any writing that can be no other. Raises InputError (``bad_date``)."""
    text = row.get(column, "")
    with suppress(ValueError):
        return date.fromisoformat(text)
    with suppress(AmbiguousDateError):
        day = None if re.fullmatch(r"[0-9]+(?:\.[0-9]*)?", text) else day_of(text)
        if day and day.first == day.last:
            return day.first
    raise InputError(
        "bad_date",
        "{where}: {column} {cell} is not a date",
        "write dates as 2024-03-31",
        where=where,
        column=column,
        cell=quoted(text),
    )


def _when(row: Row, where: str, choice: Choice) -> Period | YearEnd | Stretch:
    if "period_start" in row:
        return _days(row, where)
    if "fiscal_year_end" in row:
        return YearEnd(_year_end(row, where))
    fiscal = "year" not in row and "fiscal_year" in row
    text = row.get("year", row.get("fiscal_year", ""))
    if month := row.get("month", ""):
        return _month(month, text, where)
    part, letter = (row["half"], "H") if row.get("half") else (row.get("quarter", ""), "Q")
    if part and text and part.casefold() not in _WHOLE:
        number = part.removesuffix(".0")
        text = f"{letter * number.isdigit()}{number} {text}"
    elif part and not text:
        text = part
    when = stretch_of(text, where, year_end=choice.year_end, fiscal=fiscal, oldest=OLDEST)
    if when is None:
        raise InputError(
            "bad_date",
            "{where}: year {cell} is not a year",
            "write 2024; for a fiscal year, its last day: fiscal_year_end",
            where=where,
            cell=quoted(text),
        )
    return YearEnd(when.days.end) if when.ended else when


def _month(cell: str, year: str, where: str) -> Stretch:
    """A month by its number or its name, of a ``year`` that stands beside it or with it."""
    number = cell.removesuffix(".0")
    text = f"{year}-{number:0>2}" if number.isdigit() else f"{cell} {year}".strip()
    with suppress(AmbiguousDateError):
        day = day_of(text)
        if day and (day.first.day, day.last) == (1, month_end(day.first.year, day.first.month)):
            days = Period(day.first, day.last)
            return Stretch(days, f"{day.first:%Y-%m}", day.first.year, part=1)
    raise InputError(
        "bad_date",
        "{where}: {column} {cell} is not a date",
        "write dates as 2024-03-31",
        where=where,
        column="month",
        cell=quoted(cell),
    )


def _may_be_time(text: str) -> bool:
    return is_time(text, oldest=OLDEST) or any(map(str.isdigit, text[:4]))


def _days(row: Row, where: str) -> Period:
    start, end = day_in(row, "period_start", where), day_in(row, "period_end", where)
    if end < start:
        raise InputError(
            "reversed_period",
            "{where}: the period ends on {end}, before it starts on {start}",
            where=where,
            end=end,
            start=start,
        )
    if Period(start, end).nearest_months() < 1:
        raise InputError(
            "short_period",
            "{where}: {start}..{end} is shorter than a month",
            where=where,
            start=start,
            end=end,
        )
    return Period(start, end)


def _year_end(row: Row, where: str) -> date:
    """The last day of the row's fiscal year (of a month, 2024-03, its last)."""
    text = row["fiscal_year_end"]
    if len(text) == 7:
        first = day_in({"fiscal_year_end": f"{text}-01"}, "fiscal_year_end", where)
        end = month_end(first.year, first.month)
    else:
        end = day_in(row, "fiscal_year_end", where)
    if not date.min.year < end.year < date.max.year:  # its first day, or the day after it, is on no calendar
        raise InputError(
            "bad_date",
            "{where}: fiscal_year_end {end} is in no year that can be counted",
            where=where,
            end=end,
        )
    return end
