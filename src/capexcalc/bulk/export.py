"""Rates as Parquet files, for other engines."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..rates.book import RateBook
from . import engine
from .calendar import CalendarTable
from .errors import failure
from .job import DEFAULT_MEMORY
from .quoting import literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def write_observations(path: Path, rows: Iterable[tuple[date, str, str, Decimal]]) -> None:
    """Columns: date, base, quote, rate (units of quote for one of base, a double).

    Raises UsageError ``missing_extra``, CacheError ``output_failed``, and what ``rows`` raises.
    """
    with _opened(path) as (con, scratch):
        lines = scratch / "observations.csv"
        with lines.open("w", encoding="ascii", newline="") as file:
            csv.writer(file).writerows(rows)
        con.execute(_OBSERVATIONS.format(literal(str(lines)), literal(str(path))))


def write_calendar(path: Path, book: RateBook, calendars: Path, targets: Sequence[str], first: date) -> None:
    """What ``book`` answers for every currency, each target and every day from ``first`` to today.

    Columns: currency, quote (the target), as_of, observed, rate (units of quote for one of currency, a
    double), source, method, status. Status is ``ok``, or ``official_rate`` for one far from the market, or
    the code of the error in place of a rate; rate, observed, source and method are then null. There is one
    row for each currency, quote and day, in that order. ``calendars`` is as in ``batch``. Raises UsageError
    ``missing_extra``, NoRateError for a target without rates, CacheError.
    """
    with _opened(path) as (con, _):
        table = CalendarTable(con, book, calendars)
        parts = []
        for number, target in enumerate(targets):
            table.load(number, target)
            parts.append(_CALENDAR.format(n=number, target=literal(target), first=first, last=book.today))
        rows = f"{' UNION ALL '.join(parts)} ORDER BY currency, quote, as_of"
        con.execute(f"COPY ({rows}) TO {literal(str(path))} (FORMAT parquet, COMPRESSION zstd)")


@contextmanager
def _opened(path: Path) -> Iterator[tuple[DuckDBPyConnection, Path]]:
    with (
        TemporaryDirectory(prefix="capexcalc-") as folder,
        engine.connect(DEFAULT_MEMORY, Path(folder)) as con,
    ):
        import duckdb

        try:
            yield con, Path(folder)
        except duckdb.Error as error:
            raise failure(error, "rates", str(path)) from None


_OBSERVATIONS = """
COPY (
    FROM read_csv({}, header = false, auto_detect = false,
        columns = {{'date': 'DATE', 'base': 'VARCHAR', 'quote': 'VARCHAR', 'rate': 'DOUBLE'}})
) TO {} (FORMAT parquet, COMPRESSION zstd)
"""

_CALENDAR = """
SELECT currency, {target} AS quote, d.as_of,
    CASE WHEN rate IS NOT NULL THEN coalesce(observed, d.as_of) END AS observed, rate, source, method, status
FROM codes JOIN spans_{n} USING (id)
CROSS JOIN (
    SELECT CAST(unnest(generate_series(DATE '{first}', DATE '{last}', INTERVAL 1 DAY)) AS DATE) AS as_of
) AS d
JOIN calendar_{n} AS c ON c.id = codes.id AND c.as_of = least(greatest(d.as_of, first), last)
JOIN answers_{n} USING (answer)
"""
