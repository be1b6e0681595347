"""Past spending from a file: which periods and amounts its rows give, each fault named with its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from dateutil.relativedelta import relativedelta

from ..errors import InputError, NotComparableError, quoted
from ..money.periods import Period, month_end
from .spending import UNNAMED, Report, SpendingPeriod, SpendingSeries, spending_series
from .spending_amounts import decimal_mark, no_currency, read_amount
from .spending_rows import HEADER, read_table

_DAY = timedelta(days=1)
# A fiscal year of 52 or 53 weeks, or one of twelve months: the days from one year end to the next.
_YEAR = range(357, 375)


def read_spending(path: Path, *, unnamed: str = "") -> SpendingSeries:
    """The series in a table: CSV (commas, semicolons or tabs), JSON, JSON Lines or a workbook (.xlsx).

    Its rows are headed ``period_start,period_end,amount,currency`` or ``year,amount`` or
    ``fiscal_year_end,amount``; ``currency`` is needed unless the amounts name one, or ``unnamed`` stands for
    it. ``unit`` (m, bn) applies to ``amount``; ``label``, ``source``, ``measure`` (what is counted),
    ``filed`` (the day it was published), ``form`` and ``accession`` are kept, and ``first_filed``,
    ``first_form``, ``first_accession`` and ``first_reported`` (where it differs) of the document that gave
    the figure first; other columns and empty rows are passed over. Days are ISO 8601 and included; amounts
    are in major units, as people write them. A JSON file of SEC EDGAR's (companyfacts, companyconcept) is
    read by its own rules, those of edgar.py.

    Raises InputError naming FILE:LINE for what cannot be read, NotComparableError (``mixed_currencies``,
    ``mixed_measures``, ``restated``, ``overlap``) for what can be read but not compared.
    """
    table = read_table(path)
    if table.filing is not None:
        from .edgar import series_of  # here: most files are tables

        return series_of(table.filing, str(path))
    mark = decimal_mark(((where, row.get("amount", "")) for where, row in table.rows), table.separator)
    ends = [_year_end(row, where) for where, row in table.rows]
    fiscal = sorted({end for end in ends if end})
    periods = []
    first: tuple[str, str] | None = None
    for (where, row), end in zip(table.rows, ends, strict=True):
        days = _days(row, where) if end is None else Period(_after_last_year(end, fiscal), end)
        amount, currency = read_amount(
            row.get("amount", ""),
            mark=mark,
            unit=row.get("unit", ""),
            currency=row.get("currency", ""),
            unnamed=unnamed,
            where=where,
        )
        first = first or (currency, where)
        if currency != first[0]:
            if UNNAMED in (currency, first[0]):
                raise no_currency(where if currency == UNNAMED else first[1])
            raise NotComparableError(
                "mixed_currencies",
                "{where} is in {currency}, {other} in {place}: one series has one currency",
                "convert one of them first, or split the file",
                where=where,
                currency=currency,
                other=first[1],
                place=first[0],
            )
        period = _period(days, amount, row, where, path.name, fiscal=end is not None)
        periods.append(replace(period, reports=_reports(period, row, currency, mark)))
    if first is None:
        raise InputError(
            "no_rows",
            "{path}: a header, but no period below it",
            "the columns are {columns}",
            path=path,
            columns=HEADER,
        )
    return spending_series(first[0], periods)


def _period(
    days: Period, amount: Decimal, row: Mapping[str, str], where: str, file_name: str, *, fiscal: bool
) -> SpendingPeriod:
    return SpendingPeriod(
        start=days.start,
        end=days.end,
        label=row.get("label") or (f"FY{days.end.year}" if fiscal else _label(days)),
        amount=amount,
        source=row.get("source") or file_name,
        where=where,
        measure=row.get("measure", ""),
    )


def _days(row: Mapping[str, str], where: str) -> Period:
    if "year" in row:
        year = row["year"]
        if not (len(year) == 4 and year.isascii() and year.isdigit() and int(year)):
            raise InputError(
                "bad_date",
                "{where}: year {year} is not a year",
                "write 2024; for a fiscal year, its last day: fiscal_year_end",
                where=where,
                year=quoted(year),
            )
        return Period(date(int(year), 1, 1), date(int(year), 12, 31))
    start, end = _day(row, "period_start", where), _day(row, "period_end", where)
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


def _year_end(row: Mapping[str, str], where: str) -> date | None:
    """The last day of the row's fiscal year (of a month, 2024-03, its last); None in other kinds of rows."""
    if "fiscal_year_end" not in row or "period_start" in row:
        return None
    text = row["fiscal_year_end"]
    if len(text) == 7:
        first = _day({"fiscal_year_end": f"{text}-01"}, "fiscal_year_end", where)
        end = month_end(first.year, first.month)
    else:
        end = _day(row, "fiscal_year_end", where)
    if not date.min.year < end.year < date.max.year:  # its first day, or the day after it, is on no calendar
        raise InputError(
            "bad_date",
            "{where}: fiscal_year_end {end} is in no year that can be counted",
            where=where,
            end=end,
        )
    return end


def _after_last_year(end: date, ends: Sequence[date]) -> date:
    """The first day of the fiscal year to ``end``: the day after the last one's end, where that is known.

    Fiscal years that end on a weekday have 52 or 53 weeks; all others have twelve months.
    """
    for before in ends:
        if (end - before).days in _YEAR:
            return before + _DAY
    return end + _DAY - relativedelta(years=1)


def _reports(period: SpendingPeriod, row: Mapping[str, str], currency: str, mark: str) -> tuple[Report, ...]:
    """The first document that gave the figure, where the row tells of one, and the latest."""
    where, first_given = period.where, row.get("first_filed") or row.get("first_reported")
    if not (first_given or row.get("filed")):
        return ()
    filed = _day(row, "filed", where)
    latest = Report(period.amount, filed, row.get("form", ""), row.get("accession", ""))
    if not first_given:
        return (latest,)
    amount, first_filed = period.amount, _day(row, "first_filed", where)
    if first_filed > filed:
        raise InputError(
            "bad_date",
            "{where}: first_filed, {first_filed}, is after filed, {filed}",
            where=where,
            first_filed=first_filed,
            filed=filed,
        )
    if text := row.get("first_reported"):
        unit, code = row.get("unit", ""), row.get("currency", "")
        amount, own = read_amount(text, mark=mark, unit=unit, currency=code, unnamed=currency, where=where)
        if own != currency:
            raise InputError(
                "currency_conflict",
                "{where}: first_reported is in {own}, the amount in {currency}",
                where=where,
                own=own,
                currency=currency,
            )
    first = Report(amount, first_filed, row.get("first_form", ""), row.get("first_accession", ""))
    return first, latest


def _day(row: Mapping[str, str], column: str, where: str) -> date:
    try:
        return date.fromisoformat(row.get(column, ""))
    except ValueError:
        raise InputError(
            "bad_date",
            "{where}: {column} {cell} is not a date",
            "write dates as 2024-03-31",
            where=where,
            column=column,
            cell=quoted(row.get(column, "")),
        ) from None


def _label(days: Period) -> str:
    year = Period(date(days.start.year, 1, 1), month_end(days.start.year, 12))
    return str(days.start.year) if days == year else f"{days.start}..{days.end}"
