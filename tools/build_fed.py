"""Build rates_cache/fed from the Federal Reserve's H.10 monthly averages.

``python tools/build_fed.py SOURCE [OUT_DIR] --retrieved DATE``: SOURCE is a CSV file with columns ``Date``
(the first of a month), ``Country`` and ``Exchange rate``, in units per dollar. The same source gives the same
bytes.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from build_ecb import build
from capexcalc.cache.observations import is_rate
from capexcalc.rates.legal_facts import euro_rate
from capexcalc.rates.sources import source_of

OUT_DIR = Path(__file__).parents[1] / "rates_cache/fed"

ABOUT = source_of("fed").head

CURRENCIES = {
    "Australia": "AUD", "Austria": "ATS", "Belgium": "BEF", "Brazil": "BRL", "Canada": "CAD", "China": "CNY",
    "Denmark": "DKK", "Euro": "EUR", "Finland": "FIM", "France": "FRF", "Germany": "DEM", "Greece": "GRD",
    "Hong Kong": "HKD", "India": "INR", "Ireland": "IEP", "Italy": "ITL", "Japan": "JPY", "Malaysia": "MYR",
    "Mexico": "MXN", "Netherlands": "NLG", "New Zealand": "NZD", "Norway": "NOK", "Portugal": "PTE",
    "Singapore": "SGD", "South Africa": "ZAR", "South Korea": "KRW", "Spain": "ESP", "Sri Lanka": "LKR",
    "Sweden": "SEK", "Switzerland": "CHF", "Taiwan": "TWD", "Thailand": "THB", "United Kingdom": "GBP",
    "Venezuela": "VEF",
}  # fmt: skip

# Drachmas were made of euros from 1999 on; bolivars are strong ones up to then, and others after.
LAST = {"GRD": date(1998, 12, 31), "VEF": date(2015, 12, 31)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="table of monthly averages")
    parser.add_argument("out_dir", nargs="?", type=Path, default=OUT_DIR)
    parser.add_argument("--retrieved", type=date.fromisoformat, required=True, help="day of the table")
    args = parser.parse_args()
    history: dict[date, dict[str, str]] = defaultdict(dict)
    with args.source.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code, first = CURRENCIES[row["Country"]], date.fromisoformat(row["Date"])
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            if last <= last_day(code) and last < args.retrieved:
                if not is_rate(row["Exchange rate"]):
                    raise SystemExit(f"{args.source}: {row} is no rate")
                history[last][code] = row["Exchange rate"]
    build(history, args.out_dir, args.retrieved, ABOUT, [])
    print(f"{args.out_dir}: {sum(map(len, history.values()))} averages of {len(CURRENCIES)} currencies")


def last_day(code: str) -> date:
    """The last day of the months that count: what the euro replaced was no longer on the market."""
    law = euro_rate(code)
    return LAST.get(code, law.observed if law else date.max)


if __name__ == "__main__":
    main()
