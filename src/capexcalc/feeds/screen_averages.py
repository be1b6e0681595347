"""The rules an annual average passes before it enters the cache: it must mean what those before it meant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..cache.observations import History, Rejected
from ..cache.store import Store
from ..errors import NoRateError
from ..money.money import EXACT
from ..money.periods import Period
from ..net.errors import bad_answer
from ..rates.book import RateBook
from ..words import Phrase

# In a year in which rates of more than one kind were in use the official one may be this far from the mean.
_OFF_MEAN = Decimal("0.05")
# An average that is revised moves by less; a currency that lost zeros moves by more.
_OTHER_UNIT = Decimal(2)


def disagreeing(history: History, source: str, store: Store, today: date) -> list[Rejected]:
    """The averages of ``source`` (units per dollar, by the last day of the year) that do not agree with what
    ``store`` has, taken out of ``history``.

    The rules: ``other_unit`` where years of the currency that are known are in another unit now,
    ``unchecked`` before the first of these, where nobody knows, ``off_mean`` where the mean of the year's
    daily or weekly rates is another. Raises CacheError: ``bad_answer`` where no more agree than not,
    ``cache_missing``, ``cache_damaged``.
    """
    manifest = store.manifest(source)
    known = {
        (day, code): text
        for year in sorted({day.year for day in history} & set(manifest.files))
        for day, rates in store.year(source, year).published()
        for code, text in rates
    }
    book = RateBook(store, today=today)
    figures = [(day, code, text) for day, rates in sorted(history.items()) for code, text in rates.items()]
    changed = {code for day, code, text in figures if _apart(text, known.get((day, code), text))}
    rejected = []
    for day, code, text in figures:
        reason, detail = "", None
        if code in changed:
            reason, detail = "other_unit", Phrase("years held before too")
        elif day < manifest.spans[code][0]:
            reason, detail = "unchecked", Phrase("before the first year held")
        elif text != known.get((day, code)):
            detail = _off_mean(book, source, (manifest.base, code), day, Decimal(text))
            reason = "off_mean" if detail else ""
        if reason:
            rejected.append(Rejected(day, code, text, reason, source, detail or ""))
    if rejected and 2 * len(rejected) >= len(figures):
        one = rejected[0]
        raise bad_answer(
            (
                "annual averages disagree with what is known: {currency} {value!r} of {day} ({reason}), "
                "and {more} more"
            ),
            currency=one.currency,
            value=one.value,
            day=one.observed,
            reason=one.reason,
            more=len(rejected) - 1,
        )
    for each in rejected:
        del history[each.observed][each.currency]
    return rejected


def _apart(one: str, other: str) -> bool:
    return Decimal(one) > Decimal(other) * _OTHER_UNIT or Decimal(other) > Decimal(one) * _OTHER_UNIT


def _off_mean(book: RateBook, source: str, pair: tuple[str, str], day: date, value: Decimal) -> Phrase | None:
    """How far the average is from the mean of the year's rates, None where that is near or not known."""
    try:
        mean = book.average(*pair, Period(date(day.year, 1, 1), day))
    except NoRateError:
        return None
    off = abs(EXACT.divide(EXACT.subtract(value, mean.rate), mean.rate))
    if mean.source == source or off <= _OFF_MEAN:
        return None
    return Phrase("{off:.1%} from the mean of that year's rates", off=off)
