"""The rules an annual average passes before it enters the cache: it must mean what those before it meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ..errors import NoRateError
from ..money.money import EXACT
from ..money.periods import Period
from .book import SOURCES, RateBook
from .ingest import History, Rejected, bad_answer
from .observed import ANNUAL
from .store import Store

# Of a year in which rates of more than one kind were in use, the official one may be this far from the mean.
_OFF_MEAN = Decimal("0.05")
# An average that is revised moves by less; a currency that lost zeros moves by more.
_OTHER_UNIT = Decimal(2)


def agreeing(history: History, store: Store, today: date) -> tuple[History, list[Rejected]]:
    """The averages of ``history`` (units per dollar, by the last day of the year) that agree with what
    ``store`` has, and those that do not: ``other_unit`` where a currency's known years are in another unit
    now, ``off_mean`` where the mean of the year's daily or weekly rates is another.

    Raises CacheError: ``bad_answer`` where no more agree than not, ``cache_missing``, ``cache_damaged``.
    """
    known = {
        day: dict(rates)
        for year in sorted({day.year for day in history} & set(store.manifest(ANNUAL).files))
        for day, rates in store.year(ANNUAL, year).published()
    }
    base, book = store.manifest(ANNUAL).base, RateBook(store, today=today)
    other_unit = set(_in_other_units(history, known))
    sound: History = {}
    rejected = []
    for day, rates in sorted(history.items()):
        for code, text in rates.items():
            if code in other_unit:
                reason = "other_unit"
            elif text != known.get(day, {}).get(code) and _off_mean(book, base, code, day, Decimal(text)):
                reason = "off_mean"
            else:
                sound.setdefault(day, {})[code] = text
                continue
            rejected.append(Rejected(day, code, text, reason, f"annual average of {day.year}"))
    if rejected and len(rejected) >= sum(map(len, sound.values())):
        worst = rejected[0]
        said = f"{worst.currency} {worst.value!r} of {worst.observed} ({worst.reason})"
        raise bad_answer(f"annual averages disagree with what is known: {said}, and {len(rejected) - 1} more")
    return sound, rejected


def _in_other_units(history: History, known: History) -> Iterator[str]:
    for day, rates in known.items():
        fresh = history.get(day, {})
        for code in rates.keys() & fresh.keys():
            now, was = Decimal(fresh[code]), Decimal(rates[code])
            if now > was * _OTHER_UNIT or was > now * _OTHER_UNIT:
                yield code


def _off_mean(book: RateBook, base: str, code: str, day: date, value: Decimal) -> bool:
    try:
        mean = book.average(base, code, Period(date(day.year, 1, 1), day))
    except NoRateError:
        return False  # nothing to check it by
    observed = mean.source in SOURCES or mean.source == "peg"
    return observed and abs(EXACT.divide(value, mean.rate) - 1) > _OFF_MEAN
