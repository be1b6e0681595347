"""A price index as a file: a line a year, ascending; a column a country, sorted, levels as published.

The layout is that of a year's rates: see year_file.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from ..errors import CacheError
from ..records import dataclass
from .manifest import Origin
from .observations import is_rate
from .year_file import table_csv, table_faults

_FIRST = "year"

# Country (ISO 3166-1 alpha-3) to year to level, digits as published.
Table = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Index:
    """One file of indices: ``title`` names what it counts, the publisher's series and the base year.

    It was ``retrieved`` on that day, and last ``updated`` by the publisher, where that is known.
    """

    name: str
    title: str
    retrieved: date
    updated: date | None
    origin: Origin
    content: bytes

    @property
    def years(self) -> list[int]:
        """The years of which some country has a level, ascending."""
        return [int(line.partition(b",")[0]) for line in self.content.splitlines()[1:]]

    @property
    def countries(self) -> int:
        """How many countries have levels."""
        return self.content.partition(b"\n")[0].count(b",")

    @property
    def spans(self) -> dict[str, tuple[int, int]]:
        """First and last year of each country. Raises CacheError (``cache_damaged``)."""
        return {country: (min(levels), max(levels)) for country, levels in self.table.items() if levels}

    @property
    def table(self) -> Table:
        """Every country's series. Raises CacheError (``cache_damaged``)."""
        return table_of(self.content)

    def levels(self, country: str) -> dict[int, Decimal]:
        """One country's series, empty where it has none. Raises CacheError (``cache_damaged``)."""
        return {year: Decimal(level) for year, level in self.table.get(country, {}).items()}


def table_of(content: bytes) -> Table:
    """The series in a file. Raises CacheError (``cache_damaged``) where it is no table of positive levels."""
    header, *lines = content.decode("ascii", errors="replace").splitlines() or [""]
    countries = header.split(",")[1:]
    table: dict[str, dict[int, str]] = {country: {} for country in countries}
    for number, line in enumerate(lines, start=2):
        year, *levels = line.split(",")
        sound = len(levels) == len(countries) and year.isascii() and year.isdigit()
        if not sound or not all(is_rate(level) for level in levels if level):
            raise CacheError(
                "cache_damaged",
                "price indices, line {number}: not positive levels of a year: {line!r}",
                "capexcalc rates verify names the file",
                number=number,
                line=line[:40],
            )
        for country, level in zip(countries, levels, strict=True):
            if level:
                table[country][int(year)] = level
    return table


def index_csv(table: Table) -> bytes:
    """One line a year, ascending; one column a country, sorted, empty where nothing is published."""
    rows: dict[str, dict[str, str]] = {}
    for country, levels in table.items():
        for year, level in levels.items():
            rows.setdefault(f"{year}", {})[country] = level
    return table_csv(_FIRST, rows)


def index_faults(content: bytes) -> Iterator[tuple[int, str]]:
    """Line and rule (``columns``, ``date``, ``rate``) wherever a file is not as ``index_csv`` writes it."""
    return table_faults(content, _FIRST, _is_year)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit()
