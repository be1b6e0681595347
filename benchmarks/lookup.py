"""What a conversion costs in a long process, beside the API of ``currencyconverter``.

Run as ``python benchmarks/lookup.py [CONVERSIONS]`` in an environment that has both. Pairs and dates are
drawn from what both can answer: the ECB's currencies between their first and last rates, weekends included.
Here a conversion is exact and comes with a Quote: its date, method and published rates; there it is a float.
The two take turns; figures are of CPU time. The first time, both read their rates.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from currency_converter import CurrencyConverter

from capexcalc.cache.store import Store, shipped_root
from capexcalc.errors import NoRateError
from capexcalc.rates.book import RateBook

CONVERSIONS = 200_000
ROUNDS = 5
AMOUNT = Decimal(380_000_000_000)

Job = tuple[str, str, date]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CONVERSIONS
    jobs = drawn(count)
    warm, cold = {}, {}
    for name, make, run in (("capexcalc", book, here), ("currencyconverter", converter, there)):
        start = time.process_time()
        made = make()
        run(made, jobs)
        cold[name] = time.process_time() - start
        warm[name] = (made, run)
    print(f"{count:,} conversions of random pairs on random dates; best of {ROUNDS}")
    took: dict[str, list[float]] = {name: [] for name in warm}
    for _ in range(ROUNDS):
        for name, (made, run) in warm.items():
            start = time.process_time()
            run(made, jobs)
            took[name].append(time.process_time() - start)
    for name, times in took.items():
        print(f"{name:18} {count / min(times):>9,.0f} a second; the first time {count / cold[name]:>9,.0f}")


def book() -> RateBook:
    return RateBook(Store([shipped_root()]), today=date.today())


def converter() -> CurrencyConverter:
    return CurrencyConverter(fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known")


def here(book: RateBook, jobs: Sequence[Job]) -> None:
    for base, quote, on in jobs:
        book.quote(base, quote, on).convert(AMOUNT)


def there(converter: CurrencyConverter, jobs: Sequence[Job]) -> None:
    for base, quote, on in jobs:
        converter.convert(380_000_000_000, base, quote, date=on)


def drawn(count: int) -> list[Job]:
    """Pairs and days that both answer, the same ones on every run."""
    choose = random.Random(2025)
    ours, theirs = book(), converter()
    codes = sorted(set(theirs.currencies) & set(ours.codes()))
    first, last = theirs.bounds["USD"]
    jobs: list[Job] = []
    while len(jobs) < count:
        job = (*choose.sample(codes, 2), first + timedelta(days=choose.randrange((last - first).days)))
        if answered(ours, theirs, job):
            jobs.append(job)
    return jobs


def answered(ours: RateBook, theirs: CurrencyConverter, job: Job) -> bool:
    base, quote, on = job
    bounds = [theirs.bounds[code] for code in (base, quote)]
    if not all(first <= on <= last for first, last in bounds):
        return False
    try:
        ours.quote(base, quote, on)
    except NoRateError:
        return False
    return True


if __name__ == "__main__":
    main()
