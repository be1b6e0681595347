"""The rate calendar as a table: one Parquet file a target currency, kept until its data change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import __version__
from ..rates.book import RateBook
from ..rates.calendar import Calendar, Stretch, fingerprint
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

    @property
    def today(self) -> date:
        """The last day that may be asked for."""
        return self._book.today

    def file(self, target: str) -> Path:
        """The Parquet file of one target, built if need be.

        Columns: currency, quote, as_of, observed, rate (units of quote for one of currency), source, method,
        status. A currency's first and last day stand for all days before and after them, where the answer is
        the same; only a rate that needs no observation is then of the day asked.
        Raises NoRateError for a ``target`` without rates, CacheError.
        """
        self._book.span(target)
        path = self._folder / f"{self._key}-{target}.parquet"
        if not self._sound(path):
            self._folder.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(prefix="capexcalc-") as scratch:
                stretches = Path(scratch, "stretches.csv")
                with stretches.open("w", encoding="ascii", newline="") as lines:
                    lines.writelines(_lines(Calendar(self._book).stretches(target)))
                with landing(path) as temporary:
                    self._con.execute(
                        _BUILD.format(literal(str(stretches)), literal(target), literal(str(temporary)))
                    )
        return path

    def create(self, targets: Sequence[str], *, text_dates: bool) -> tuple[str, ...]:
        """Table ``spans`` with each currency's number, first and last day, and table ``calendar`` with the
        figures of all ``targets`` side by side, by number and day; gives the statuses in it.

        Where targets differ in date, source, method or status, each is named, in their order, with ``;``
        between. What repeats itself is kept as a number behind the scenes: an engine that runs out of memory
        for a table it joins no longer keeps the order of the rows.
        """
        execute = self._con.execute
        for number, target in enumerate(targets):
            execute(f"CREATE VIEW calendar_{number} AS FROM {literal(str(self.file(target)))}")
            execute(f"CREATE TABLE spans_{number} AS {_SPANS.format(f'calendar_{number}')}")
        execute(f"CREATE {'VIEW' if len(targets) == 1 else 'TABLE'} wide AS {_beside(targets, text_dates)}")
        execute(f"CREATE TABLE spans AS {_SPANS.format('wide')}")
        repeated = [*(("rate_date",) if text_dates else ()), "rate_source", "rate_method", "status"]
        for column in repeated:
            values = f"SELECT DISTINCT {column} FROM wide WHERE {column} IS NOT NULL"
            execute(f"CREATE TYPE {column}_ AS ENUM ({values})")
        casts = ", ".join(f"CAST({column} AS {column}_) AS {column}" for column in repeated)
        numbered = (
            f"SELECT id, wide.* EXCLUDE (currency) REPLACE ({casts}) FROM wide JOIN spans USING (currency)"
        )
        execute(f"CREATE TABLE calendar AS {numbered}")
        if len(targets) > 1:
            execute("DROP TABLE wide")
        return tuple(status for (status,) in execute("SELECT DISTINCT status FROM calendar").fetchall())

    def tables(self) -> dict[str, Any]:
        """Both tables for another engine, as Arrow's, in plain types."""
        columns = self._con.execute("DESCRIBE calendar").fetchall()
        plain = ", ".join(
            f"CAST({name} AS {'VARCHAR' if kind.startswith('ENUM') else kind}) AS {name}"
            for name, kind, *_ in columns
        )
        queries = {"calendar": f"SELECT {plain} FROM calendar", "spans": "FROM spans"}
        return {name: self._con.sql(query).to_arrow_table() for name, query in queries.items()}

    @cached_property
    def _key(self) -> str:
        return f"calendar{_LAYOUT}-{__version__}-{fingerprint(self._book)}"

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


_SPANS = """
SELECT currency, CAST(row_number() OVER () AS SMALLINT) AS id, min(as_of) AS first, max(as_of) AS last
FROM {} GROUP BY currency
"""


class _Line(NamedTuple):
    """An answer and its days; ``observed`` is empty for an error, and for a rate that is of each day."""

    currency: str
    first: int
    last: int
    status: str
    source: str
    method: str
    observed: int | str
    rate: float | str


def _lines(stretches: Iterator[Stretch]) -> Iterator[str]:
    """Lines of CSV, one an answer."""
    for _, own in groupby(stretches, key=lambda stretch: stretch.currency):
        lines = [line for stretch in own for line in _answers(stretch)]
        if not lines[0].observed:
            lines[0] = lines[0]._replace(first=lines[0].last)
        if not lines[-1].observed:
            lines[-1] = lines[-1]._replace(last=lines[-1].first)
        for line in lines:
            yield ",".join(map(str, line)) + "\n"


def _answers(stretch: Stretch) -> Iterator[_Line]:
    currency, first, last, status, source, method, days, rates = stretch
    if not days:
        yield _Line(currency, first, last, status, source, method, "", rates[0] if rates else "")
        return
    starts = (first, *days[1:])
    ends = (*(day - 1 for day in days[1:]), last)
    for start, end, day, rate in zip(starts, ends, days, rates, strict=True):
        yield _Line(currency, start, end, status, source, method, day, rate)


def _beside(targets: Sequence[str], text_dates: bool) -> str:
    """Every day that one of the targets has of a currency, with the answers of all."""
    numbers = range(len(targets))
    rates = [f"t{n}.rate AS rate_{code.lower()}" for n, code in enumerate(targets)]
    named = [
        f"{_one_or_each([f't{n}.{column}' for n in numbers])} AS {name}"
        for column, name in (("source", "rate_source"), ("method", "rate_method"), ("status", "status"))
    ]
    if len(targets) == 1:
        day = "CAST(observed AS VARCHAR)" if text_dates else "observed"
        columns = ["currency", "as_of", *rates, f"{day} AS rate_date", *named]
        return f"SELECT {', '.join(columns)} FROM calendar_0 AS t0"
    days = [f"CASE WHEN t{n}.observed = t{n}.as_of THEN d.as_of ELSE t{n}.observed END" for n in numbers]
    dates = _one_or_each([f"CAST({day} AS VARCHAR)" for day in days])
    first, last = (f"{edge}({', '.join(f's{n}.{name}' for n in numbers)})" for edge, name in _EDGES)
    others = " ".join(f"JOIN spans_{n} AS s{n} USING (currency)" for n in numbers[1:])
    every = (
        f"SELECT currency, CAST(unnest(generate_series({first}, {last}, INTERVAL 1 DAY)) AS DATE) AS as_of "
        f"FROM spans_0 AS s0 {others}"
    )
    joins = " ".join(
        f"JOIN spans_{n} AS s{n} ON s{n}.currency = d.currency JOIN calendar_{n} AS t{n} "
        f"ON t{n}.currency = d.currency AND t{n}.as_of = least(greatest(d.as_of, s{n}.first), s{n}.last)"
        for n in numbers
    )
    columns = ["d.currency", "d.as_of", *rates, f"{dates} AS rate_date", *named]
    return f"SELECT {', '.join(columns)} FROM ({every}) AS d {joins}"


_EDGES = (("least", "first"), ("greatest", "last"))


def _one_or_each(expressions: list[str]) -> str:
    first, *others = expressions
    if not others:
        return first
    alike = " AND ".join(f"{first} IS NOT DISTINCT FROM {other}" for other in others)
    each = " || ';' || ".join(f"coalesce({expression}, '')" for expression in expressions)
    return f"CASE WHEN {alike} THEN {first} ELSE {each} END"
