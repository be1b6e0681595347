"""What share of right conversions is accused, and of wrong ones caught: a simulation over shipped rates.

Run as ``python benchmarks/verdicts.py [DAYS]``. Seventeen pairs, the last ten years of the ECB's fixings. A
right conversion is made at a moment between two neighbouring fixings, at a rate between theirs, or at the
NBP's of 11 h, and written with two, three or four digits. A wrong one is off the fixing by 3 or 6 %, ten
times too large, or has the figure in euros called dollars, where those are 8 % apart. Each is judged as
``check`` does. The seed is fixed: the table is the same on every machine.

One figure of three digits in eighty ends in two zeros, and nobody can tell whether "700 million" is one of
one digit, rounded from 745: such are close. The last column leaves out figures that end in a zero.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from capexcalc.cache.store import Store, shipped_root
from capexcalc.claims.verdicts.conversion import Basis, converted
from capexcalc.money.money import EXACT
from capexcalc.rates.book import RateBook
from capexcalc.reading.mentions import Amount

PAIRS = (
    "USD/EUR", "EUR/USD", "GBP/USD", "GBP/EUR", "USD/JPY", "EUR/JPY", "USD/CNY", "EUR/CNY",
    "USD/CHF", "EUR/SEK", "EUR/PLN", "USD/BRL", "USD/ZAR", "USD/TRY", "USD/INR", "USD/KRW", "USD/MXN",
)  # fmt: skip
YEARS = 10
DAYS = 400
TOLERANCE = Decimal("0.02")
DIGITS = (2, 3, 4)
SEED = 20250224


def main() -> None:
    days = int(sys.argv[1]) if len(sys.argv) > 1 else DAYS
    book = RateBook(Store([shipped_root()]), today=date.today())
    warsaw = RateBook(Store([shipped_root()]), today=date.today(), source="nbp")
    random.seed(SEED)
    counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    exact: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)  # of figures that end in no zero
    for pair in PAIRS:
        base, quote = pair.split("/")
        for day, rate, elsewhere in moments(book, warsaw, base, quote, days):
            basis = Basis("reference", book.band(base, quote, day), book.quote(base, quote, day))
            for digits in DIGITS:
                for what, made in cases(rate, elsewhere, base, quote, book, day):
                    subject = amount(Decimal(random.randint(10, 9_999)), base, 4)
                    stated = amount(subject.value * made, quote, digits)
                    verdict = converted(subject, stated, basis, TOLERANCE).found.verdict
                    counts[what, digits][verdict] += 1
                    exact[what, digits][verdict] += stated.value / stated.unit % 10 != 0
    print(f"{len(PAIRS)} pairs, {days} days each, percent of cases")
    print(f"{'case':34}{'digits':>7}{'supported':>11}{'close':>8}{'refuted':>9}{'cases':>8}{'no zero':>9}")
    for (what, digits), found in counts.items():
        total = found.total()
        shares = (100 * found[verdict] / total for verdict in ("supported", "close", "refuted"))
        supported, close, refuted = shares
        print(
            f"{what:34}{digits:>7}{supported:>11.1f}{close:>8.1f}{refuted:>9.2f}{total:>8}"
            f"{100 * exact[what, digits]['refuted'] / exact[what, digits].total():>9.2f}"
        )


def moments(
    book: RateBook, warsaw: RateBook, base: str, quote: str, days: int
) -> Iterator[tuple[date, Decimal, Decimal | None]]:
    """Days with the rate of some moment between their fixing and a neighbour's, and the one in Warsaw."""
    end = book.newest(base, quote) - timedelta(days=7)
    series = list(book.series(base, quote, end.replace(year=end.year - YEARS), end))
    polish = dict(warsaw.series(base, quote, series[0][0], end))
    for n in random.sample(range(1, len(series) - 1), min(days, len(series) - 2)):
        day, fixed = series[n]
        neighbour = series[n + random.choice((-1, 1))][1]
        share = Decimal(random.random())
        yield day, fixed * share + neighbour * (1 - share), polish.get(day)


def cases(
    rate: Decimal, elsewhere: Decimal | None, base: str, quote: str, book: RateBook, day: date
) -> Iterator[tuple[str, Decimal]]:
    sign, fixing = random.choice((1, -1)), book.quote(base, quote, day).rate
    yield "right, between fixings", rate
    if elsewhere is not None:
        yield "right, at 11 h in Warsaw", elsewhere
    yield "3 % off", fixing * (1 + sign * Decimal("0.03"))
    yield "6 % off", fixing * (1 + sign * Decimal("0.06"))
    yield "ten times too large", rate * 10
    other = {"USD": "EUR", "EUR": "USD"}.get(quote)
    if other is not None:
        apart = book.quote(quote, other, day).rate
        if abs(apart - 1) >= Decimal("0.08"):
            yield "dollars for euros, 8 % apart", rate * apart


def amount(value: Decimal, currency: str, digits: int) -> Amount:
    """``value`` as a writer rounds it to so many digits."""
    written = Context(prec=digits, rounding=ROUND_HALF_UP).plus(value)
    unit = Decimal(1).scaleb(written.adjusted() - digits + 1)
    value = EXACT.plus(written)
    return Amount("a", 0, 0, f"{value:f}", value, currency, (currency,), "exact", unit)


if __name__ == "__main__":
    main()
