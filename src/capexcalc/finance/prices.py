"""Price indices by country and year, and money of one year in the prices of another."""

from __future__ import annotations

import csv
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation, localcontext
from pathlib import Path
from typing import Literal, NamedTuple

from dateutil.relativedelta import relativedelta

from ..errors import CacheError, NoRateError, UsageError
from ..money.money import EXACT
from ..money.periods import Period
from ..rates.store import MANIFEST, unsealed

Kind = Literal["cpi", "gdp"]

# The files of each kind in order of trust: a national index before the World Bank's copy of it.
_FILES: Mapping[Kind, tuple[str, ...]] = {
    "cpi": ("bls_cpi.csv", "worldbank_cpi.csv"),
    "gdp": ("worldbank_gdp.csv",),
}
# Years for which the newest index stands where its own is not published yet: the year under way has none.
_LAG = 1

_UPDATE = "give another --real or --on, or another --deflator"


class _Country(NamedTuple):
    name: str
    currency: str
    issues: bool


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """The price level of a country (``country`` is ISO 3166-1 alpha-3) by calendar year, on any base."""

    kind: Kind
    country: str
    country_name: str
    currency: str
    title: str
    levels: Mapping[int, Decimal]

    @property
    def span(self) -> tuple[int, int]:
        """First and last year."""
        return min(self.levels), max(self.levels)

    def level(self, year: int) -> Decimal:
        """The index of ``year``. Raises NoRateError (``no_index``) with the years there are."""
        if year not in self.levels:
            first, last = self.span
            message = f"no index for {year}: {self.title} of {self.country_name} runs from {first} to {last}"
            raise NoRateError("no_index", message, _UPDATE)
        return self.levels[year]

    def carried(self, year: int) -> int:
        """The year whose level stands for ``year``: itself, or the newest where that is the year before.

        Raises NoRateError (``no_index``): an index is carried forward by one year, never extrapolated.
        """
        last = max(self.levels)
        if last < year <= last + _LAG:
            return last
        self.level(year)
        return year

    def years(self, start: date, end: date) -> list[int]:
        """The calendar year in which each month from ``start`` to ``end`` begins."""
        months = Period(start, end).nearest_months()
        # From the middle of the month: fiscal years of 52 weeks begin some days before or after it.
        middle = start + relativedelta(days=14)
        return [(middle + relativedelta(months=number)).year for number in range(months)]

    def real(self, amount: Decimal, years: Sequence[int], base_year: int) -> Decimal:
        """``amount``, spent in equal parts in ``years``, in the prices of ``base_year``, at 50 digits.

        Raises NoRateError (``no_index``).
        """
        base = self.level(base_year)
        with localcontext(EXACT):
            parts = sum((base / self.levels[self.carried(year)] for year in years), Decimal(0))
            return amount * parts / len(years)


def read_price_index(roots: Sequence[Path], currency: str, choice: str | None = None) -> PriceIndex:
    """The index that deflates amounts in ``currency``.

    ``roots`` are folders of rates of which the first that has a file wins; files are never mixed, for each
    has a base year of its own. ``choice`` is a country (``DEU``), ``gdp`` for the GDP deflator instead of
    consumer prices, or both (``DEU:gdp``); the country is by default the one whose own currency it is.
    Raises UsageError (``bad_deflator``, ``no_home_country``), NoRateError (``no_index``), CacheError
    (``cache_missing``, ``cache_damaged``).
    """
    country, kind = _choice(choice)
    countries = _countries(roots)
    country = country or _home(currency, countries)
    if country not in countries:
        message = f"{country!r} is no country with a price index"
        raise UsageError("bad_deflator", message, "give its ISO 3166 code of three letters, such as DEU")
    name, tender, _ = countries[country]
    for file in _FILES[kind]:
        title, levels = _read(roots, file, country)
        if levels:
            return PriceIndex(kind, country, name, tender, title, levels)
    what = "GDP deflator" if kind == "gdp" else "consumer price index"
    raise NoRateError("no_index", f"no {what} of {name} ({country}) is in the cache", "try --deflator gdp")


def _choice(text: str | None) -> tuple[str | None, Kind]:
    country, _, kind = (text or "").strip().partition(":")
    if country.casefold() in _FILES and not kind:
        country, kind = "", country
    match kind.casefold():
        case "" | "cpi":
            return country.upper() or None, "cpi"
        case "gdp":
            return country.upper() or None, "gdp"
    hint = "--deflator takes a country (DEU), gdp, or both (DEU:gdp)"
    raise UsageError("bad_deflator", f"{text!r} is no deflator", hint)


def _home(currency: str, countries: Mapping[str, _Country]) -> str:
    """The country that issues this currency. One of many countries has no one price level."""
    users = [code for code, country in countries.items() if country.currency == currency]
    for code in users:
        if countries[code].issues:
            return code
    named = f"one of {', '.join(users)}" if users else "a country's ISO 3166 code of three letters"
    message = f"{currency} belongs to no single country, so which prices to deflate by is open"
    raise UsageError("no_home_country", message, f"give --deflator: {named}")


def _countries(roots: Sequence[Path]) -> dict[str, _Country]:
    """Every country that has an index."""
    for root in reversed(roots):  # the shipped folder is the last, and the only one sure to have it
        path = root / "prices" / "countries.csv"
        try:
            rows = csv.reader(path.read_text("utf-8").splitlines()[1:])
            return {code: _Country(name, currency, bool(issues)) for code, name, currency, issues in rows}
        except OSError:
            continue
        except ValueError:
            raise _damaged(path) from None
    raise CacheError("cache_missing", "no price indices found", "reinstall capexcalc")


def _read(roots: Sequence[Path], name: str, country: str) -> tuple[str, dict[int, Decimal]]:
    """Title of a file, and its column for ``country``: empty where it has none."""
    for root in roots:
        path = root / "prices" / name
        try:
            manifest = unsealed((root / "prices" / MANIFEST).read_bytes())
            about = manifest["files"].get(name)
            data = path.read_bytes() if about else b""
        except OSError:
            continue
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise _damaged(path.with_name(MANIFEST)) from None
        if not about:
            continue
        try:
            if zlib.crc32(data) != int(about["crc32"], 16):
                raise _damaged(path)
            header, *lines = data.decode("ascii").splitlines()
            codes = header.split(",")
            if country not in codes:
                return str(about["title"]), {}
            column = codes.index(country)
            cells = (line.split(",") for line in lines)
            levels = {int(row[0]): Decimal(row[column]) for row in cells if row[column]}
        except (ValueError, KeyError, TypeError, IndexError, InvalidOperation):
            raise _damaged(path) from None
        if not all(level.is_finite() and level > 0 for level in levels.values()):
            raise _damaged(path)
        return str(about["title"]), levels
    raise CacheError("cache_missing", f"no price indices ({name}) found", "reinstall capexcalc")


def _damaged(path: Path) -> CacheError:
    hint = "delete the folder if it is your own cache, reinstall capexcalc if it came with the program"
    return CacheError("cache_damaged", f"{path}: not as it was written", hint)
