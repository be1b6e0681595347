"""The rate calendar as a table: one Parquet file a target currency, kept until its data change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .. import __version__
from ..money import currencies
from ..rates.book import RateBook
from ..rates.calendar import Calendar, Stretch
from .job import OK, Bounds
from .landing import landing
from .quoting import literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Raised when the files' columns change.
_LAYOUT = 1


class CalendarTable:
    """The rates of ``book`` for every currency and day, in an engine.

    Files are kept in ``folder``; where it cannot be written to, each run builds its own.
    """

    def __init__(self, con: DuckDBPyConnection, book: RateBook, folder: Path) -> None:
        self._con, self._book, self._folder = con, book, folder

    def bounds(self) -> Bounds:
        calendar = self._calendar
        rated = set(self._book.codes())
        return Bounds(
            date.fromordinal(calendar.first),
            date.fromordinal(calendar.last),
            self._book.today,
            tuple(code for code in currencies.codes() if code not in rated),
        )

    def file(self, target: str) -> Path:
        """The Parquet file of one target, built if need be.

        Columns: currency, quote, as_of, observed, rate (units of quote for one of currency), source, method,
        status. Raises NoRateError for a ``target`` without rates, CacheError.
        """
        self._book.span(target)
        path = self._folder / f"{self._key}-{target}.parquet"
        if not self._sound(path):
            self._folder.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(prefix="capexcalc-") as scratch:
                stretches = Path(scratch, "stretches.csv")
                with stretches.open("w", encoding="ascii", newline="") as lines:
                    lines.writelines(_lines(self._calendar.stretches(target)))
                with landing(path) as temporary:
                    self._con.execute(
                        _BUILD.format(literal(str(stretches)), literal(target), literal(str(temporary)))
                    )
        return path

    def create(self, targets: Sequence[str], *, exact_text: bool) -> tuple[str, ...]:
        """Table ``calendar`` with the figures of all ``targets`` side by side; gives its statuses.

        Where targets differ in date, source, method or status, each is named, in their order, with ``;``
        between. ``exact_text`` has dates and rates as text besides.
        """
        for number, target in enumerate(targets):
            self._con.execute(f"CREATE TABLE calendar_{number} AS FROM {literal(str(self.file(target)))}")
        self._con.execute(f"CREATE TABLE calendar AS {_beside(targets, exact_text)}")
        for number in range(len(targets)):
            self._con.execute(f"DROP TABLE calendar_{number}")
        return tuple(
            status for (status,) in self._con.execute("SELECT DISTINCT status FROM calendar").fetchall()
        )

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self._book)

    @cached_property
    def _key(self) -> str:
        return f"calendar{_LAYOUT}-{__version__}-{self._calendar.fingerprint()}"

    def _sound(self, path: Path) -> bool:
        """Whether the file is there and whole: a Parquet file's rows are counted in its footer."""
        import duckdb

        try:
            self._con.execute(f"SELECT count(*) FROM {literal(str(path))}")
        except duckdb.Error:
            return False
        return True


_BUILD = """
COPY (
    SELECT currency, {1} AS quote, DATE '0001-01-01' + (day - 1) AS as_of,
        CASE WHEN status = 'ok' THEN DATE '0001-01-01' + (coalesce(observed, day) - 1) END AS observed,
        rate, source, method, status
    FROM (
        SELECT *, CAST(unnest(range(first, last + 1)) AS INTEGER) AS day
        FROM read_csv({0}, header = false, auto_detect = false, delim = ',', columns = {{
            'currency': 'VARCHAR', 'first': 'INTEGER', 'last': 'INTEGER', 'status': 'VARCHAR',
            'source': 'VARCHAR', 'method': 'VARCHAR', 'observed': 'INTEGER', 'rate': 'DOUBLE'}})
    )
) TO {2} (FORMAT parquet)
"""


def _lines(stretches: Iterator[Stretch]) -> Iterator[str]:
    """One line an observation, with the days on which it is the answer."""
    for currency, first, last, status, source, method, days, rates in stretches:
        if status != OK:
            yield f"{currency},{first},{last},{status},,,,\n"
            continue
        if not days:
            yield f"{currency},{first},{last},ok,{source},{method},,{rates[0]!r}\n"
            continue
        starts = (first, *days[1:])
        ends = (*(day - 1 for day in days[1:]), last)
        for start, end, day, rate in zip(starts, ends, days, rates, strict=True):
            yield f"{currency},{start},{end},ok,{source},{method},{day},{rate!r}\n"


def _beside(targets: Sequence[str], exact_text: bool) -> str:
    numbers = range(len(targets))
    rates = []
    for number, code in enumerate(map(str.lower, targets)):
        rates.append(f"t{number}.rate AS rate_{code}")
        if exact_text:
            rates.append(f"CAST(t{number}.rate AS VARCHAR) AS rate_{code}_text")
    as_text = exact_text or len(targets) > 1
    observed = (
        _one_or_each([f"CAST(t{n}.observed AS VARCHAR)" for n in numbers]) if as_text else "t0.observed"
    )
    named = [
        f"{_one_or_each([f't{n}.{column}' for n in numbers])} AS {name}"
        for column, name in (("source", "rate_source"), ("method", "rate_method"), ("status", "status"))
    ]
    joins = " ".join(f"JOIN calendar_{n} AS t{n} USING (currency, as_of)" for n in numbers[1:])
    columns = ", ".join(["t0.currency", "t0.as_of", *rates, f"{observed} AS rate_date", *named])
    return f"SELECT {columns} FROM calendar_0 AS t0 {joins}"


def _one_or_each(expressions: list[str]) -> str:
    first, *others = expressions
    if not others:
        return first
    alike = " AND ".join(f"{first} IS NOT DISTINCT FROM {other}" for other in others)
    each = " || ';' || ".join(f"coalesce({expression}, '')" for expression in expressions)
    return f"CASE WHEN {alike} THEN {first} ELSE {each} END"
