"""A year's rates as a file: a line a date of observation, ascending; a column a currency, sorted.

The figures stand as they were published, with nothing where there is none::

    date,CNY,USD
    2025-01-02,7.6,1.0500
    2025-01-03,,1.0404

Files of price indices have the same layout, with years for dates and countries for currencies.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from ..records import dataclass
from .errors import damaged, missing

if TYPE_CHECKING:
    from .observations import History

# The name of the first column.
FIRST = "date"


@dataclass(frozen=True, slots=True)
class YearFile:
    """A year's observations, one line each, ascending; a line is parsed when it is asked for."""

    path: Path
    columns: Mapping[str, int]
    lines: Sequence[str]

    def rows(
        self, codes: Sequence[str], start: date, end: date, *, newest_first: bool = False
    ) -> Iterator[tuple[date, tuple[Decimal, ...] | None]]:
        """Each observation date from ``start`` to ``end`` with the rates of ``codes``.

        None stands where one of them has no rate that day: rates of different dates are never mixed.
        """
        # A line goes on with a comma after its date, and the tilde sorts behind it: the end day is included.
        low, high = bisect_left(self.lines, f"{start}"), bisect_right(self.lines, f"{end}~")
        lines = self.lines[low:high]
        indexes = [self.columns.get(code, 0) for code in codes]
        for line in reversed(lines) if newest_first else lines:
            fields = line.split(",")
            try:
                texts = [fields[index] if index else "" for index in indexes]
                values = tuple(map(Decimal, texts)) if all(texts) else None
                observed = date.fromisoformat(fields[0])
            except (ValueError, IndexError, InvalidOperation):
                raise damaged(self.path, "unreadable line {line!r}", line=line[:40]) from None
            for value in values or ():
                if not (value.is_finite() and value > 0):
                    raise damaged(
                        self.path, "a rate of {observed} is not a positive number", observed=observed
                    )
            yield observed, values

    def split(self, which: slice) -> Iterator[tuple[date, list[str]]]:
        """The dates of those lines, each with all fields of its line."""
        for line in self.lines[which]:
            try:
                yield date.fromisoformat(line[:10]), line.split(",")
            except ValueError:
                raise damaged(self.path, "unreadable line {line!r}", line=line[:40]) from None

    def published(self) -> Iterator[tuple[date, list[tuple[str, str]]]]:
        """Each observation date with the currencies that have a rate, as published."""
        codes = tuple(self.columns)[1:]
        for line in self.lines:
            day, *texts = line.split(",")
            try:
                observed = date.fromisoformat(day)
                rates = [(code, text) for code, text in zip(codes, texts, strict=True) if text]
            except ValueError:
                raise damaged(self.path, "unreadable line {line!r}", line=line[:40]) from None
            if not all(text.replace(".", "", 1).isdigit() for _, text in rates):
                raise damaged(self.path, "a rate of {observed} is not a positive number", observed=observed)
            yield observed, rates


def read_year(path: Path, crc32: int) -> YearFile:
    """One year's file. Raises CacheError ``cache_missing``, ``cache_damaged``."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise missing(path, error) from None
    if zlib.crc32(data) != crc32:
        raise damaged(path, "differs from its checksum in the manifest")
    try:
        header, *lines = data.decode("ascii").splitlines()
    except ValueError:
        raise damaged(path, "not a table of rates") from None
    return YearFile(path, {code: index for index, code in enumerate(header.split(","))}, lines)


def year_csv(history: Mapping[date, Mapping[str, str]]) -> bytes:
    """The observations of a year as its file: the columns are the currencies observed at all."""
    return table_csv(FIRST, {observed.isoformat(): rates for observed, rates in history.items()})


def history_of(content: bytes) -> History:
    """A year file's observations, the digits as they stand."""
    header, *lines = content.decode("ascii").splitlines()
    codes = header.split(",")[1:]
    history: History = {}
    for line in lines:
        day, *values = line.split(",")
        history[date.fromisoformat(day)] = {
            code: value for code, value in zip(codes, values, strict=True) if value
        }
    return history


def dates_of(content: bytes) -> list[date]:
    """A year file's dates of observation, ascending."""
    return [date.fromisoformat(line[:10].decode("ascii")) for line in content.splitlines()[1:]]


def year_faults(content: bytes, year: int) -> Iterator[tuple[int, str]]:
    """Line and rule wherever the file of ``year`` is not as ``year_csv`` writes it.

    Rules are ``columns``, ``date`` and ``rate``.
    """
    return table_faults(content, FIRST, lambda day: _in_year(day, year))


def table_csv(first: str, rows: Mapping[str, Mapping[str, str]]) -> bytes:
    """A table of the cache: a line a row, ascending; a column a code, sorted. ``first`` heads the keys."""
    codes = sorted({code for figures in rows.values() for code in figures})
    lines = [",".join([first, *codes])]
    for key, figures in sorted(rows.items()):
        lines.append(",".join([key, *(figures.get(code, "") for code in codes)]))
    return ("\n".join(lines) + "\n").encode("ascii")


def table_faults(content: bytes, first: str, fits: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Line and rule wherever ``content`` is not as ``table_csv`` writes it, with keys that ``fits`` knows."""
    from .observations import is_rate  # here: who only looks up needs no rules

    header, *lines = content.decode("ascii", errors="replace").splitlines() or [""]
    name, *codes = header.split(",")
    if name != first or codes != sorted(set(codes)) or not all(map(_is_code, codes)):
        yield 1, "columns"
    before = ""
    for number, line in enumerate(lines, start=2):
        key, *values = line.split(",")
        if len(values) != len(codes):
            yield number, "columns"
        if not (before < key and fits(key)):
            yield number, "date"
        if not all(is_rate(value) for value in values if value):
            yield number, "rate"
        before = key


def _is_code(text: str) -> bool:
    return len(text) == 3 and text.isascii() and text.isupper()


def _in_year(day: str, year: int) -> bool:
    try:
        return date.fromisoformat(day).year == year
    except ValueError:
        return False
