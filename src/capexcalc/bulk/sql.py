"""The conversion of rows in standard SQL, the same for every engine but for what a dialect holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .inputs import Table
from .job import BAD_AMOUNT, BAD_DATE, Job

# Far beyond any money, and a rate away from infinity.
_LARGEST = "1e200"


@dataclass(frozen=True, slots=True)
class Dialect:
    """``number`` and ``day`` read a cell, NULL where they cannot."""

    number: Callable[[str], str]
    day: Callable[[str, str], str]


def converted(
    dialect: Dialect, job: Job, table: Table, day_format: str, today: date, *, text_dates: bool
) -> str:
    """Every row of ``table`` as c0, c1 ..., joined by the columns of its conversion as ``job`` names them.

    Expects the tables of a CalendarTable, and ``texts`` for amounts in words; ``text_dates`` is as they were
    made with.
    """
    figures = []
    for code in map(str.lower, job.to):
        figures.append(f"k.amount_ * c.rate_{code} AS amount_{code}")
        figures.append(f"c.rate_{code}")
    return (
        f"SELECT k.*, {', '.join(figures)}, {_rate_date(text_dates)} AS rate_date, "
        f"c.rate_source, c.rate_method, {_status(today)} AS status "
        f"FROM ({_keyed(dialect, job, table, day_format)}) AS k "
        "LEFT JOIN spans AS s ON s.currency = k.currency_ LEFT JOIN calendar AS c "
        f"ON c.id = s.id AND c.as_of = {_asked(today)}"
    )


def _keyed(dialect: Dialect, job: Job, table: Table, day_format: str) -> str:
    """Rows with amount_, currency_ and day_ read from their cells, and refusal_ if an amount is wanting."""
    passed = (table.record,) if table.record else table.cells
    columns = [f"{cell} AS c{n}" for n, cell in enumerate(passed)]
    used = [f"{table.cell(name, job.source)} AS u{n}" for n, name in enumerate(job.used)]
    rows = f"(SELECT {', '.join([*columns, *used])} FROM {table.relation}) AS t"
    amount, currency, day, refusal = "t.u0", "t.u1", "t.u2", "NULL"
    if job.text is not None:
        rows += " LEFT JOIN texts AS m ON m.text = t.u0"
        amount, currency, day, refusal = "m.amount", "m.currency", "t.u1", "m.refusal"
    value = dialect.number(amount)
    return (
        f"SELECT t.*, CASE WHEN {value} BETWEEN -{_LARGEST} AND {_LARGEST} THEN {value} END AS amount_, "
        f"upper(trim({currency})) AS currency_, {dialect.day(day, day_format)} AS day_, "
        f"{refusal} AS refusal_ FROM {rows}"
    )


def _asked(today: date) -> str:
    """The calendar's day: what lies before or after a currency's days is answered as on the first or last."""
    return f"CASE WHEN k.day_ <= DATE '{today}' THEN least(greatest(k.day_, s.first), s.last) END"


def _rate_date(text: bool) -> str:
    """A rate that needs no observation is of the day asked, which the calendar may not reach to."""
    if text:
        dates = ("c.rate_date", "c.as_of", "k.day_")
        moved = f"replace({', '.join(f'CAST({each} AS VARCHAR(50))' for each in dates)})"
        return f"CASE WHEN c.as_of = k.day_ THEN c.rate_date ELSE {moved} END"
    return "CASE WHEN c.rate_date = c.as_of THEN k.day_ ELSE c.rate_date END"


def _status(today: date) -> str:
    return (
        "CASE WHEN k.refusal_ IS NOT NULL THEN k.refusal_ "
        f"WHEN k.amount_ IS NULL THEN '{BAD_AMOUNT}' "
        "WHEN c.status IS NOT NULL THEN c.status "
        f"WHEN k.day_ IS NULL THEN '{BAD_DATE}' "
        f"WHEN k.day_ > DATE '{today}' THEN 'future_date' ELSE 'unknown_currency' END"
    )
