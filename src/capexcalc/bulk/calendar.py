"""The rate calendar as a table: one Parquet file a target currency, kept until its data change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .. import __version__
from ..money.currencies import all_codes
from ..rates.book import RateBook
from ..rates.calendar_rules import fingerprint
from .calendar_sql import answers_in, spread
from .landing import landing
from .quoting import literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Raised when the files' columns change.
_LAYOUT = 4
# Files of some 40 MB with what is made of them, of targets and of data that have been replaced since.
_KEPT = 8
# Of Parquet, at both ends.
_MARK = b"PAR1"


class CalendarTable:
    """The rates of ``book`` for every currency and day, in an engine.

    Files are kept in ``folder``; where it cannot be written to, each run builds its own.
    """

    def __init__(self, con: DuckDBPyConnection, book: RateBook, folder: Path) -> None:
        self._con, self._book, self._folder = con, book, folder

    @property
    def book(self) -> RateBook:
        """The rates they are made of."""
        return self._book

    @property
    def today(self) -> date:
        """The last day that may be asked for."""
        return self._book.today

    @cached_property
    def rates(self) -> str:
        """Differs wherever the calendars of two books may."""
        return fingerprint(self._book)

    def refuse(self, target: str) -> None:
        """Raises NoRateError for a ``target`` without rates."""
        self._book.holdings.span(target)

    def file(self, target: str) -> Path:
        """The Parquet file of one target, with the columns of ``spread``, built if need be.

        Raises NoRateError for a ``target`` without rates, CacheError.
        """
        self.refuse(target)
        name = f"calendar{_LAYOUT}-{__version__}-{self.rates}-{target}.parquet"
        for folder in (self._folder, self._writable):
            if _whole(folder / name):
                return folder / name
        path = self._writable / name
        with TemporaryDirectory(prefix="capexcalc-") as scratch, landing(path) as temporary:
            spread(self._con, self._book, target, temporary, Path(scratch))
        for older in sorted(path.parent.glob("calendar*.parquet"), key=_made, reverse=True)[_KEPT:]:
            for each in (older, older.with_suffix(".days")):
                each.unlink(missing_ok=True)
        return path

    def load(self, number: int, target: str) -> None:
        """The three of one target, with ``number`` in their names, and ``codes`` with every currency's id."""
        execute, path = self._con.execute, self.file(target)
        execute(f"CREATE VIEW calendar_{number} AS FROM {literal(str(path))}")
        execute(f"CREATE TABLE spans_{number} AS {_SPANS.format(number)}")
        execute(f"CREATE TABLE answers_{number} AS FROM {_values(answers_in(self._con, path) or ())}")
        codes = ", ".join(f"({number}, {literal(code)})" for number, code in enumerate(all_codes()))
        execute(f"CREATE TABLE IF NOT EXISTS codes AS FROM (VALUES {codes}) AS v(id, currency)")

    @cached_property
    def _writable(self) -> Path:
        """The folder, or the one of this run."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        if os.access(self._folder, os.W_OK):
            return self._folder
        ((scratch,),) = self._con.execute("SELECT current_setting('temp_directory')").fetchall()
        return Path(scratch)


def _whole(file: Path) -> bool:
    """Whether it ends as it began; no part of it appears before all of it."""
    try:
        with file.open("rb") as kept:
            begin = kept.read(len(_MARK))
            kept.seek(-len(_MARK), os.SEEK_END)
            return begin == kept.read() == _MARK
    except OSError:
        return False


def _made(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:  # another process has tidied up
        return 0


_SPANS = "SELECT id, min(as_of) AS first, max(as_of) AS last FROM calendar_{} GROUP BY id"


def _values(answers: Sequence[Sequence[str]]) -> str:
    rows = ", ".join(f"({n}, {', '.join(map(literal, answer))})" for n, answer in enumerate(answers))
    texts = "status, nullif(source, '') AS source, nullif(method, '') AS method"
    columns = "answer, status, source, method"
    return f"(SELECT CAST(answer AS TINYINT) AS answer, {texts} FROM (VALUES {rows}) AS v({columns}))"
