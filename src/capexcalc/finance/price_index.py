"""Price indices by country and year, and money of one year in the prices of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Literal

from dateutil.relativedelta import relativedelta

from ..cache.manifest import Origin
from ..cache.price_indices import Country, read_prices
from ..errors import NoRateError, Notice, UsageError
from ..money.money import EXACT
from ..money.periods import Period
from ..records import dataclass
from ..words import Named, Phrase, Template

Kind = Literal["cpi", "gdp"]

# The indices of each kind in order of trust: a national one before the World Bank's copy of it.
_INDICES: Mapping[Kind, tuple[str, ...]] = {
    "cpi": ("bls_cpi", "worldbank_cpi", "worldbank_chained", "imf_cpi"),
    "gdp": ("worldbank_gdp", "imf_gdp"),
}
_FETCH: Template = "for newer ones: capexcalc rates update --source worldbank; or give another --real or --on"
_NONE: Template = (
    "none newer can be fetched: give another --real or --on, or another country's prices: --deflator"
)


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """The price level of a country (``country`` is ISO 3166-1 alpha-3) by calendar year, on any base.

    ``name`` is that of the file; ``title`` names what is counted, by whom, and the base year; it was
    ``retrieved`` from there on that day.
    """

    kind: Kind
    country: str
    country_name: str
    currency: str
    title: str
    levels: Mapping[int, Decimal]
    retrieved: date
    origin: Origin
    name: str

    @property
    def named(self) -> Named:
        """The country among the facts of a sentence."""
        return Named("country", self.country, self.country_name)

    @property
    def span(self) -> tuple[int, int]:
        """First and last year."""
        return min(self.levels), max(self.levels)

    def level(self, year: int) -> Decimal:
        """The index of ``year``. Raises NoRateError (``no_index``) with the years there are."""
        if year not in self.levels:
            first, last = self.span
            # The World Bank has a copy of every national index; what it lacks is the Fund's.
            raise NoRateError(
                "no_index",
                "no index for {year}: {title} of {country} runs from {first} to {last}",
                _NONE if self.name.startswith("imf_") else _FETCH,
                year=year,
                title=index_title(self.title),
                country=self.named,
                first=first,
                last=last,
            )
        return self.levels[year]

    def carried(self, year: int) -> int:
        """The year whose level stands for ``year``: itself, or the newest where that is the year before.

        Raises NoRateError (``no_index``): an index is carried forward by one year, never extrapolated.
        """
        last = max(self.levels)
        if year == last + 1:  # the year under way has none
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


_COUNTED: Mapping[str, Template] = {
    "consumer prices": "consumer prices",
    "US consumer prices": "US consumer prices",
    "GDP deflator": "GDP deflator",
}
_BASES: Mapping[str, Template] = {
    "annual averages": "annual averages",
    "base year varies by country": "base year varies by country",
}


def index_title(title: str) -> Phrase | str:
    """What an index counts, its series and its base year, as a phrase that can be translated."""
    counted, _, rest = title.removesuffix(")").partition(" (")
    rest, chained, grown = rest.partition(", chained from its last year on with inflation, ")
    series, _, base = rest.rpartition(", ")
    if counted not in _COUNTED or not series:
        return title
    known = Phrase(_BASES[base]) if base in _BASES else base
    if chained:
        grown, _, edition = grown.partition(", of ")
        known = Phrase(
            "{base}, chained from its last year on with inflation, {series}, of {edition}",
            base=known,
            series=grown,
            edition=edition,
        )
    return Phrase(
        "{counted} ({series}, {base})", counted=Phrase(_COUNTED[counted]), series=series, base=known
    )


def read_price_index(
    roots: Sequence[Path], currency: str, choice: str | None = None, *, notices: list[Notice] | None = None
) -> PriceIndex:
    """The index that deflates amounts in ``currency``.

    Of the editions in ``roots``, folders of rates of which the last is the shipped one, the one counts that
    reaches furthest, among equals the national one, and of one index the newer; it is taken whole, for each
    may have a base year of its own. ``choice`` is a country (``DEU``), ``gdp`` for the GDP deflator instead
    of consumer prices, or both (``DEU:gdp``); the country is by default the one whose own currency it is.
    ``notices`` is told what was passed over. Raises UsageError (``bad_deflator``, ``no_home_country``),
    NoRateError (``no_index``), CacheError (``cache_missing``, ``cache_damaged``).
    """
    country, kind = _choice(choice)
    countries, indices = read_prices(roots, [] if notices is None else notices)
    country = country or _home(currency, countries)
    if country not in countries:
        raise UsageError(
            "bad_deflator",
            "{country!r} is no country with a price index",
            "give its ISO 3166 code of three letters, such as DEU",
            country=country,
        )
    name, tender, _ = countries[country]
    editions = [
        PriceIndex(kind, country, name, tender, index.title, levels, index.retrieved, index.origin, trusted)
        for trusted in _INDICES[kind]
        for index in indices
        if index.name == trusted and (levels := index.levels(country))
    ]
    if not editions:
        raise NoRateError(
            "no_index",
            (
                "no GDP deflator of {name} ({country}) is in the cache"
                if kind == "gdp"
                else "no consumer price index of {name} ({country}) is in the cache"
            ),
            "try --deflator gdp" if kind == "cpi" else None,
            name=Named("country", country, name),
            country=country,
        )
    return max(editions, key=lambda edition: edition.span[1])


def _choice(text: str | None) -> tuple[str | None, Kind]:
    country, _, kind = (text or "").strip().partition(":")
    if country.casefold() in _INDICES and not kind:
        country, kind = "", country
    match kind.casefold():
        case "" | "cpi":
            return country.upper() or None, "cpi"
        case "gdp":
            return country.upper() or None, "gdp"
    raise UsageError(
        "bad_deflator",
        "{text!r} is no deflator",
        "--deflator takes a country (DEU), gdp, or both (DEU:gdp)",
        text=text,
    )


def _home(currency: str, countries: Mapping[str, Country]) -> str:
    """The country that issues this currency. One of many countries has no one price level."""
    users = [code for code, country in countries.items() if country.currency == currency]
    for code in users:
        if countries[code].issues:
            return code
    raise UsageError(
        "no_home_country",
        "{currency} belongs to no single country, so which prices to deflate by is open",
        (
            "give --deflator: one of {countries}"
            if users
            else "give --deflator: a country's ISO 3166 code of three letters"
        ),
        currency=currency,
        countries=", ".join(users),
    )
