"""The conversion of rows in standard SQL, the same for every engine but for what a dialect holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from ..reading.cell_figures import Mark
from ..records import dataclass
from .dates import Days
from .inputs import Table
from .job import BAD_AMOUNT, BAD_DATE, NO_AMOUNT, UNKNOWN_CURRENCY, Job
from .quoting import literal

# Far beyond any money, and a rate away from infinity.
_LARGEST = "1e200"


@dataclass(frozen=True, slots=True)
class Dialect:
    """What engines say each in their way, as SQL. Both have the functions ``read_figure`` and ``read_day`` of
    FigureReader and DayReader."""

    # Cells of plain numbers and, by a strptime format, of days: NULL where they cannot be read.
    number: Callable[[str], str]
    day: Callable[[str, str], str]
    # Rows joined by ``m``: amount, currency and refusal of the cell ``amount_text`` in words.
    read: Callable[[str], str]
    # Rows joined by ``c``: the calendar's rate_<code>, observed_<n> and answer_<n> for their currency_, as
    # people write it, and their day_, or the days from day_ to last_. What lies before or after a currency's
    # days is answered as on the first or last.
    meet: Callable[[str, date], str]
    # The column status, rate_source or rate_method of those answers.
    said: Callable[[str], str]
    # Cells of figures with groups or a decimal comma, for those who read them faster than ``read_figure``.
    grouped: Callable[[str, Mark], str] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How the columns are read: the currency of all rows, if it is no column; the decimal mark; the dates."""

    currency: str | None
    mark: Mark
    days: Days


def converted(
    dialect: Dialect, job: Job, table: Table, reading: Reading, today: date, *, text_dates: bool
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
        asked = "coalesce(k.last_, k.day_)" if reading.days.periods else "k.day_"
        day = f"CASE WHEN c.rate_{code} IS NOT NULL THEN coalesce(c.observed_{number}, {asked}) END"
        days.append(f"CAST({day} AS VARCHAR(50))" if text_dates else day)
    said = [f"{dialect.said(column)} AS {column}" for column in ("rate_source", "rate_method")]
    return (
        f"SELECT k.*, {', '.join(figures)}, {one_or_each(days)} AS rate_date, {', '.join(said)}, "
        f"{_status(dialect.said('status'), today)} AS status "
        f"FROM {dialect.meet(f'({_keyed(dialect, job, table, reading)})', today)}"
    )


def one_or_each(expressions: Sequence[str]) -> str:
    """What all say alike, or what each says, with ``;`` between."""
    first, *others = expressions
    if not others:
        return first
    alike = " AND ".join(f"{first} IS NOT DISTINCT FROM {other}" for other in others)
    each = " || ';' || ".join(f"coalesce({expression}, '')" for expression in expressions)
    return f"CASE WHEN {alike} THEN {first} ELSE {each} END"


def _keyed(dialect: Dialect, job: Job, table: Table, reading: Reading) -> str:
    """Rows with amount_, currency_, day_ and, of a period, last_ read from their cells; refusal_ and undated_
    say why an amount or a date is wanting."""
    passed = (table.record,) if table.record else table.cells
    columns = [f"{cell} AS c{n}" for n, cell in enumerate(passed)]
    text, typed = table.amount(job.figures, job.source)
    columns.append(f"{text} AS amount_text")
    if typed:
        columns.append(f"{typed} AS amount_typed")
    if reading.currency:
        columns.append(f"{literal(reading.currency)} AS currency_text")
    elif job.currency:
        columns.append(f"CAST({table.cell(job.currency, job.source)} AS VARCHAR(99)) AS currency_text")
    else:
        columns.append("CAST(NULL AS VARCHAR(99)) AS currency_text")
    columns.append(f"{table.cell(job.date, job.source)} AS date_cell")
    rows = f"(SELECT {', '.join(columns)} FROM {table.relation}) AS t"
    if job.text is not None:
        rows = dialect.read(rows)
        amount, currency = dialect.number("m.amount"), "m.currency"
        refusal = f"CASE WHEN m.amount IS NULL THEN coalesce(m.refusal, '{NO_AMOUNT}') END"
    else:
        plain = _plain(dialect, reading.mark)
        plain = f"coalesce(amount_typed, {plain})" if typed else plain
        rows = f"(SELECT *, {plain} AS plain_ FROM {rows}) AS t"
        # What has no digit is no figure, whatever else it is: most that is none is "n/a", or empty.
        some = "CASE WHEN translate(amount_text, '0123456789', '') <> amount_text THEN amount_text END"
        figure = f"CASE WHEN plain_ IS NULL THEN {some} END"
        rows = f"(SELECT *, read_figure({figure}, currency_text) AS m FROM {rows}) AS t"
        amount, currency, refusal = "coalesce(t.plain_, t.m.value)", "t.currency_text", "t.m.refusal"
    day, last, undated = dialect.day("t.date_cell", reading.days.form), "NULL", "NULL"
    if not reading.days.form:
        rows = f"(SELECT *, read_day(CAST(date_cell AS VARCHAR(99))) AS d FROM {rows}) AS t"
        day, undated = "t.d.first", "t.d.refusal"
        last = "CASE WHEN t.d.last > t.d.first THEN t.d.last END"
    return (
        f"SELECT t.*, CASE WHEN {amount} BETWEEN -{_LARGEST} AND {_LARGEST} THEN {amount} END AS amount_, "
        f"{currency} AS currency_, {day} AS day_, {last} AS last_, {refusal} AS refusal_, "
        f"{undated} AS undated_ FROM {rows}"
    )


def _plain(dialect: Dialect, mark: Mark) -> str:
    """Cells of plain numbers, the most by far, which the engine reads itself."""
    number = dialect.number("amount_text")
    plain = number if mark == "." else f"CASE WHEN NOT contains(amount_text, '.') THEN {number} END"
    if dialect.grouped is None or not mark:
        return plain
    return f"coalesce({plain}, {dialect.grouped('amount_text', mark)})"


def _status(answered: str, today: date) -> str:
    return (
        "CASE WHEN k.refusal_ IS NOT NULL THEN k.refusal_ "
        f"WHEN k.amount_ IS NULL THEN '{BAD_AMOUNT}' "
        f"WHEN c.answer_0 IS NOT NULL THEN {answered} "
        f"WHEN k.day_ IS NULL THEN coalesce(k.undated_, '{BAD_DATE}') "
        f"WHEN k.day_ > DATE '{today}' THEN 'future_date' ELSE '{UNKNOWN_CURRENCY}' END"
    )
