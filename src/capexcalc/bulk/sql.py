"""The conversion of rows in standard SQL, the same for every engine but for what a dialect holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from .inputs import Table
from .job import BAD_AMOUNT, BAD_DATE, NO_AMOUNT, Job

# Far beyond any money, and a rate away from infinity.
_LARGEST = "1e200"


@dataclass(frozen=True, slots=True)
class Dialect:
    """What engines say each in their way, as SQL."""

    # Cells of numbers and, by a strptime format, of days: NULL where they cannot be read.
    number: Callable[[str], str]
    day: Callable[[str, str], str]
    # Rows joined by ``m``: amount, currency and refusal of the cell ``u0`` in words.
    read: Callable[[str], str]
    # Rows joined by ``c``: the calendar's rate_<code>, observed_<n> and answer_<n> for their day_ and
    # currency_, in any case and with blanks around. What lies before or after a currency's days is answered
    # as on the first or last.
    meet: Callable[[str, date], str]
    # The column status, rate_source or rate_method of those answers.
    said: Callable[[str], str]


def converted(
    dialect: Dialect, job: Job, table: Table, day_format: str, today: date, *, text_dates: bool
) -> str:
    """Every row of ``table`` as c0, c1 ..., joined by the columns of its conversion as ``job`` names them.

    ``text_dates`` says whether ``rate_date`` is a text. Where targets differ in it each is named, with ``;``
    between.
    """
    figures, days = [], []
    for number, code in enumerate(map(str.lower, job.to)):
        figures.append(f"k.amount_ * c.rate_{code} AS amount_{code}")
        figures.append(f"c.rate_{code}")
        # A rate that needs no observation is of the day asked.
        day = f"CASE WHEN c.rate_{code} IS NOT NULL THEN coalesce(c.observed_{number}, k.day_) END"
        days.append(f"CAST({day} AS VARCHAR(50))" if text_dates else day)
    said = [f"{dialect.said(column)} AS {column}" for column in ("rate_source", "rate_method")]
    return (
        f"SELECT k.*, {', '.join(figures)}, {one_or_each(days)} AS rate_date, {', '.join(said)}, "
        f"{_status(dialect.said('status'), today)} AS status "
        f"FROM {dialect.meet(f'({_keyed(dialect, job, table, day_format)})', today)}"
    )


def one_or_each(expressions: Sequence[str]) -> str:
    """What all say alike, or what each says, with ``;`` between."""
    first, *others = expressions
    if not others:
        return first
    alike = " AND ".join(f"{first} IS NOT DISTINCT FROM {other}" for other in others)
    each = " || ';' || ".join(f"coalesce({expression}, '')" for expression in expressions)
    return f"CASE WHEN {alike} THEN {first} ELSE {each} END"


def _keyed(dialect: Dialect, job: Job, table: Table, day_format: str) -> str:
    """Rows with amount_, currency_ and day_ read from their cells, and refusal_ if an amount is wanting."""
    passed = (table.record,) if table.record else table.cells
    columns = [f"{cell} AS c{n}" for n, cell in enumerate(passed)]
    used = [f"{table.cell(name, job.source)} AS u{n}" for n, name in enumerate(job.used)]
    rows = f"(SELECT {', '.join([*columns, *used])} FROM {table.relation}) AS t"
    amount, currency, day, refusal = "t.u0", "t.u1", "t.u2", "NULL"
    if job.text is not None:
        rows = dialect.read(rows)
        amount, currency, day = "m.amount", "m.currency", "t.u1"
        refusal = f"CASE WHEN m.amount IS NULL THEN coalesce(m.refusal, '{NO_AMOUNT}') END"
    value = dialect.number(amount)
    return (
        f"SELECT t.*, CASE WHEN {value} BETWEEN -{_LARGEST} AND {_LARGEST} THEN {value} END AS amount_, "
        f"{currency} AS currency_, {dialect.day(day, day_format)} AS day_, "
        f"{refusal} AS refusal_ FROM {rows}"
    )


def _status(answered: str, today: date) -> str:
    return (
        "CASE WHEN k.refusal_ IS NOT NULL THEN k.refusal_ "
        f"WHEN k.amount_ IS NULL THEN '{BAD_AMOUNT}' "
        f"WHEN c.answer_0 IS NOT NULL THEN {answered} "
        f"WHEN k.day_ IS NULL THEN '{BAD_DATE}' "
        f"WHEN k.day_ > DATE '{today}' THEN 'future_date' ELSE 'unknown_currency' END"
    )
