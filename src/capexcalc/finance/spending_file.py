"""Past spending from a file: which periods and amounts its rows give, each fault named with its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from dateutil.relativedelta import relativedelta

from ..errors import InputError, NotComparableError, Notice
from ..money.periods import Period, month_end
from ..words import Phrase
from .spending import UNNAMED, Report, SpendingPeriod, SpendingSeries
from .spending_amounts import Beside, decimal_mark, negative, no_currency, outflows
from .spending_columns import FORMS, OF_TABLES, Choice, Columns
from .spending_rows import read_table
from .spending_series import spending_series
from .spending_time import YearEnd, day_in, timed, whole_years
from .spending_years import Stretch

_DAY = timedelta(days=1)
# A fiscal year of 52 or 53 weeks, or one of twelve months: the days from one year end to the next.
_YEAR = range(357, 375)


def read_spending(path: Path, *, unnamed: str = "", choice: Choice | None = None) -> SpendingSeries:
    """The series in a table: CSV (commas, semicolons or tabs), JSON, JSON Lines or a workbook (.xlsx).

    Its rows are headed ``period_start,period_end,amount,currency`` or ``year,amount`` or
    ``fiscal_year_end,amount``, or what people call these, or its columns are years; ``choice`` says what is
    not told. ``currency`` is needed unless the amounts name one, or ``unnamed`` stands for it. ``unit`` (m,
    bn) applies to ``amount``; ``label``, ``source``, ``measure`` (what is counted), ``filed`` (the day it was
    published), ``form`` and ``accession`` are kept, and ``first_filed``, ``first_form``, ``first_accession``
    and ``first_reported`` (where it differs) of the document that gave the figure first; other columns and
    empty rows are passed over. Amounts are in major units; where all are negative they are outflows. The
    quarters and halves of a year are added up where all are there. A JSON file of SEC EDGAR's (companyfacts,
    companyconcept) is read by its own rules, those of edgar.py.

    Raises InputError naming FILE:LINE for what cannot be read, NotComparableError (``mixed_currencies``,
    ``mixed_measures``, ``restated``, ``overlap``) for what can be read but not compared.
    """
    choice = choice or Choice()
    table = read_table(path, choice)
    if table.filing is not None:
        from .edgar import series_of  # here: most files are tables

        choice.refuse(path, *OF_TABLES)
        return series_of(table.filing, str(path))
    assert table.columns is not None
    rows, passed = timed(table.rows, choice)
    mark = choice.decimal or decimal_mark(
        ((at, row.get("amount", "")) for at, row, _ in rows), table.separator
    )
    fiscal = sorted({when.end for _, _, when in rows if isinstance(when, YearEnd)})
    beside = Beside(table.columns, choice, mark, unnamed)
    periods: list[SpendingPeriod] = []
    first: tuple[str, str] | None = None
    parts: dict[str, Stretch] = {}
    for where, row, when in rows:
        if isinstance(when, YearEnd):
            days, label = Period(_after_last_year(when.end, fiscal), when.end), f"FY{when.end.year}"
        elif isinstance(when, Stretch):
            days, label = when.days, when.label
            parts[where] = when
        else:
            days, label = when, _label(when)
        amount, currency = beside.amount(row, "amount", where)
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
        periods.append(_period(days, amount, row, where, path.name, label))
    if first is None and table.rows:
        raise InputError(
            "no_rows",
            "{path}: no row has a year and an amount",
            "name another column: --amount COL, --year COL",
            path=path,
        )
    if first is None:
        raise InputError(
            "no_rows",
            "{path}: a header, but no period below it",
            "the columns are {forms}",
            path=path,
            forms=Phrase(FORMS),
        )
    negated, said = outflows(periods, rows, choice, path)
    periods = [
        replace(period, reports=_reports(period, row, currency, beside, negated))
        for period, (_, row, _) in zip(_signed(periods, negated), rows, strict=True)
    ]
    years, summed = whole_years(periods, [parts.get(where) for where, _, _ in rows], path)
    series = spending_series(first[0], years)
    return replace(
        series,
        notices=(
            *table.notices,
            *_guessed(table.columns, choice, path),
            *passed,
            *said,
            *summed,
            *series.notices,
        ),
    )


def _signed(periods: Sequence[SpendingPeriod], negated: bool) -> list[SpendingPeriod]:
    return [replace(period, amount=-period.amount) if negated else period for period in periods]


def _guessed(columns: Columns, choice: Choice, path: Path) -> tuple[Notice, ...]:
    if not columns.guessed:
        return ()
    unit = choice.unit or columns.unit
    beside = [f"in {columns.currency}"] * bool(columns.currency) + [f"in {unit}"] * (unit not in ("", "1"))
    return (
        Notice(
            "columns_read",
            "{path}: read so: {columns}",
            path=path,
            columns=", ".join([*columns.guessed, *beside]),
        ),
    )


def _period(
    days: Period, amount: Decimal, row: Mapping[str, str], where: str, file_name: str, label: str
) -> SpendingPeriod:
    return SpendingPeriod(
        start=days.start,
        end=days.end,
        label=row.get("label") or label,
        amount=amount,
        source=row.get("source") or file_name,
        where=where,
        measure=row.get("measure", ""),
    )


def _after_last_year(end: date, ends: Sequence[date]) -> date:
    """The first day of the fiscal year to ``end``: the day after the last one's end, where that is known.

    Fiscal years that end on a weekday have 52 or 53 weeks; all others have twelve months.
    """
    for before in ends:
        if (end - before).days in _YEAR:
            return before + _DAY
    return end + _DAY - relativedelta(years=1)


def _reports(
    period: SpendingPeriod, row: Mapping[str, str], currency: str, beside: Beside, negated: bool
) -> tuple[Report, ...]:
    """The first document that gave the figure, where the row tells of one, and the latest."""
    where, first_given = period.where, row.get("first_filed") or row.get("first_reported")
    if not (first_given or row.get("filed")):
        return ()
    filed = day_in(row, "filed", where)
    latest = Report(period.amount, filed, row.get("form", ""), row.get("accession", ""))
    if not first_given:
        return (latest,)
    amount, first_filed = period.amount, day_in(row, "first_filed", where)
    if first_filed > filed:
        raise InputError(
            "bad_date",
            "{where}: first_filed, {first_filed}, is after filed, {filed}",
            where=where,
            first_filed=first_filed,
            filed=filed,
        )
    if row.get("first_reported"):
        amount, own = beside.amount(row, "first_reported", where)
        amount = -amount if negated else amount
        if amount < 0:
            raise negative(row["first_reported"], where)
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


def _label(days: Period) -> str:
    year = Period(date(days.start.year, 1, 1), month_end(days.start.year, 12))
    return str(days.start.year) if days == year else f"{days.start}..{days.end}"
