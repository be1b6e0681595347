"""The rate calendar as a table: one Parquet file a target currency, kept until its data change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..money.currencies import all_codes
from ..rates.book import RateBook
from ..rates.calendar import fingerprint
from .landing import landing
from .quoting import literal
from .spread import answers_in, spread
from .sql import one_or_each

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Raised when the files' columns change.
_LAYOUT = 2


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

    @cached_property
    def rates(self) -> str:
        """Differs wherever the calendars of two books may."""
        return fingerprint(self._book)

    def file(self, target: str) -> Path:
        """The Parquet file of one target, with the columns of ``spread``, built if need be.

        Raises NoRateError for a ``target`` without rates, CacheError.
        """
        self._book.span(target)
        name = f"calendar{_LAYOUT}-{__version__}-{self.rates}-{target}.parquet"
        for folder in (self._folder, self._writable):
            if answers_in(self._con, folder / name) is not None:
                return folder / name
        path = self._writable / name
        with TemporaryDirectory(prefix="capexcalc-") as scratch, landing(path) as temporary:
            spread(self._con, self._book, target, temporary, Path(scratch))
        return path

    def create(self, targets: Sequence[str]) -> tuple[str, ...]:
        """``spans`` with each currency's number, first and last day, ``calendar`` with the figures of all
        ``targets`` side by side by number and day, ``answers`` with what the numbers in it mean; gives the
        statuses there are.

        Where targets differ in source, method or status, each is named, in their order, with ``;`` between.
        What repeats itself is a number: an engine that runs out of memory for a table it joins no longer
        keeps the order of the rows.
        """
        execute = self._con.execute
        numbers = range(len(targets))
        for number, target in enumerate(targets):
            self.load(number, target)
        execute(f"CREATE TABLE spans AS {_hulls(numbers)}")
        execute(f"CREATE {'VIEW' if len(targets) == 1 else 'TABLE'} calendar AS {_beside(targets)}")
        execute(f"CREATE TABLE answers AS {_meanings(numbers)}")
        return tuple(status for (status,) in execute("SELECT DISTINCT status FROM answers").fetchall())

    def load(self, number: int, target: str) -> None:
        """The three of one target, with ``number`` in their names, and ``codes`` with every currency's id."""
        execute, path = self._con.execute, self.file(target)
        execute(f"CREATE VIEW calendar_{number} AS FROM {literal(str(path))}")
        execute(f"CREATE TABLE spans_{number} AS {_SPANS.format(number)}")
        execute(f"CREATE TABLE answers_{number} AS FROM {_values(answers_in(self._con, path) or ())}")
        codes = ", ".join(f"({number}, {literal(code)})" for number, code in enumerate(all_codes()))
        execute(f"CREATE TABLE IF NOT EXISTS codes AS FROM (VALUES {codes}) AS v(id, currency)")

    def tables(self) -> dict[str, Any]:
        """All three for another engine, as Arrow's."""
        return {
            name: self._con.sql(f"FROM {name}").to_arrow_table() for name in ("calendar", "spans", "answers")
        }

    @cached_property
    def _writable(self) -> Path:
        """The folder, or the one of this run."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        if os.access(self._folder, os.W_OK):
            return self._folder
        ((scratch,),) = self._con.execute("SELECT current_setting('temp_directory')").fetchall()
        return Path(scratch)


_SPANS = "SELECT id, min(as_of) AS first, max(as_of) AS last FROM calendar_{} GROUP BY id"


def _values(answers: Sequence[Sequence[str]]) -> str:
    rows = ", ".join(f"({n}, {', '.join(map(literal, answer))})" for n, answer in enumerate(answers))
    texts = "status, nullif(source, '') AS source, nullif(method, '') AS method"
    columns = "answer, status, source, method"
    return f"(SELECT CAST(answer AS TINYINT) AS answer, {texts} FROM (VALUES {rows}) AS v({columns}))"


def _hulls(numbers: Sequence[int]) -> str:
    """Each currency's first and last day for any of the targets."""
    first, last = (
        f"{edge}({', '.join(f's{n}.{name}' for n in numbers)}) AS {name}"
        for edge, name in (("least", "first"), ("greatest", "last"))
    )
    joins = " ".join(f"JOIN spans_{n} AS s{n} ON s{n}.id = v.id" for n in numbers)
    return f"SELECT v.currency, CAST(v.id AS SMALLINT) AS id, {first}, {last} FROM codes AS v {joins}"


def _beside(targets: Sequence[str]) -> str:
    """Every day that one of the targets has of a currency, with the figures of all."""
    columns = [
        f"t{n}.rate AS rate_{code.lower()}, t{n}.observed AS observed_{n}, t{n}.answer AS answer_{n}"
        for n, code in enumerate(targets)
    ]
    if len(targets) == 1:
        return f"SELECT t0.id, t0.as_of, {columns[0]} FROM calendar_0 AS t0"
    days = "SELECT id, CAST(unnest(generate_series(first, last, INTERVAL 1 DAY)) AS DATE) AS as_of FROM spans"
    joins = " ".join(
        f"JOIN spans_{n} AS s{n} ON s{n}.id = d.id JOIN calendar_{n} AS t{n} "
        f"ON t{n}.id = d.id AND t{n}.as_of = least(greatest(d.as_of, s{n}.first), s{n}.last)"
        for n in range(len(targets))
    )
    return f"SELECT d.id, d.as_of, {', '.join(columns)} FROM ({days}) AS d {joins}"


def _meanings(numbers: Sequence[int]) -> str:
    """Each set of answers that occurs, one for each target, in words."""
    keys = [f"answer_{n}" for n in numbers]
    said = [
        f"{one_or_each([f'a{n}.{column}' for n in numbers])} AS {name}"
        for column, name in (("source", "rate_source"), ("method", "rate_method"), ("status", "status"))
    ]
    joins = " ".join(f"JOIN answers_{n} AS a{n} ON a{n}.answer = d.answer_{n}" for n in numbers)
    return (
        f"SELECT d.*, {', '.join(said)} FROM (SELECT DISTINCT {', '.join(keys)} FROM calendar) AS d {joins}"
    )
