"""The conversion of rows in standard SQL, the same for every engine but for what a dialect holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .job import BAD_AMOUNT, BAD_DATE, Bounds

# Far beyond any money, and a rate away from infinity.
_LARGEST = "1e200"


@dataclass(frozen=True, slots=True)
class Dialect:
    """``name`` quotes an identifier; ``number`` and ``day`` read a cell, NULL where they cannot."""

    name: Callable[[str], str]
    number: Callable[[str], str]
    day: Callable[[str, str], str]


def keyed(
    dialect: Dialect, relation: str, amount: str, currency: str, day: str, refusal: str = "NULL"
) -> str:
    """Rows with ``amount``, ``currency`` and ``day`` read from their cells, beside all they had.

    In ``relation`` the rows are called t. ``refusal`` gives the status of a row whose amount has been found
    wanting already.
    """
    value = dialect.number(amount)
    return (
        f"SELECT t.*, CASE WHEN {value} BETWEEN -{_LARGEST} AND {_LARGEST} THEN {value} END AS amount_, "
        f"upper(trim({currency})) AS currency_, {day} AS day_, {refusal} AS refusal_ FROM {relation}"
    )


def converted(
    keyed_rows: str, calendar: str, targets: Sequence[str], bounds: Bounds, *, exact_text: bool
) -> str:
    """``keyed_rows`` joined by the columns of a conversion, in the names a Job gives them.

    ``exact_text`` writes rates as the calendar's text, which spares the engine printing each of them.
    """
    text_dates = exact_text or len(targets) > 1
    figures = []
    for code in map(str.lower, targets):
        figures.append(f"k.amount_ * c.rate_{code} AS amount_{code}")
        figures.append(f"c.rate_{code}{'_text' if exact_text else ''} AS rate_{code}")
    return (
        f"SELECT k.*, {', '.join(figures)}, {_rate_date(text_dates)} AS rate_date, "
        f"c.rate_source, c.rate_method, {_status(bounds)} AS status "
        f"FROM ({keyed_rows}) AS k LEFT JOIN {calendar} AS c "
        f"ON c.currency = k.currency_ AND c.as_of = {_asked(bounds)}"
    )


def literal(text: str) -> str:
    """``text`` as a string of SQL."""
    return "'" + text.replace("'", "''") + "'"


def _asked(bounds: Bounds) -> str:
    """The calendar's day: what lies before or after it is answered as on its first or last day."""
    return (
        f"CASE WHEN k.day_ <= DATE '{bounds.today}' "
        f"THEN least(greatest(k.day_, DATE '{bounds.first}'), DATE '{bounds.last}') END"
    )


def _rate_date(text: bool) -> str:
    """A rate that needs no observation is of the day asked, which the calendar may not reach to."""
    if text:
        moved = "replace(c.rate_date, CAST(c.as_of AS VARCHAR(10)), CAST(k.day_ AS VARCHAR(10)))"
        return f"CASE WHEN c.as_of = k.day_ THEN c.rate_date ELSE {moved} END"
    return "CASE WHEN c.rate_date = c.as_of THEN k.day_ ELSE c.rate_date END"


def _status(bounds: Bounds) -> str:
    idle = ", ".join(map(literal, bounds.idle)) or "NULL"
    return (
        "CASE WHEN k.refusal_ IS NOT NULL THEN k.refusal_ "
        f"WHEN k.amount_ IS NULL THEN '{BAD_AMOUNT}' "
        "WHEN c.status IS NOT NULL THEN c.status "
        f"WHEN k.day_ IS NULL THEN '{BAD_DATE}' "
        f"WHEN k.day_ > DATE '{bounds.today}' THEN 'future_date' "
        f"WHEN k.currency_ IN ({idle}) THEN 'no_rates_for' ELSE 'unknown_currency' END"
    )
