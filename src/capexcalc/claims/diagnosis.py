"""Why a stated conversion does not hold: the one slip that would explain it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..errors import NoRateError
from ..money.currencies import name
from ..money.figures import readable
from ..money.money import EXACT
from ..rates.book import RateBook
from ..reading.mentions import Amount
from .finding import Hint
from .verdict import interval, judge

_SCALES = (3, -3, 6, -6, 9, -9)
# The currencies world news is told in, by turnover (BIS Triennial Survey 2022); tried after the text's own.
_USUAL = ("USD", "EUR", "JPY", "GBP", "CNY", "AUD", "CAD", "CHF", "HKD", "SGD", "INR")


@dataclass(frozen=True, slots=True)
class Case:
    """A stated equivalence that was refuted or only close, and what is needed to explain it."""

    subject: Amount
    stated: Amount
    computed: Decimal
    as_of: date
    tolerance: Decimal
    named: tuple[str, ...]  # currencies the text names, most frequent first


def diagnose(case: Case, book: RateBook) -> Hint | None:
    """The likeliest slip, or None: a wrong scale, an inverted rate, another currency, another date's rate."""
    return _scale(case) or _inverted(case, book) or _currency(case, book) or _date(case, book)


def _scale(case: Case) -> Hint | None:
    for power in _SCALES:
        factor = Decimal(10) ** power
        shifted = case.computed / factor
        if judge(case.stated, shifted, case.tolerance).verdict == "supported":
            right = readable(case.stated.value * factor)
            times = f"{abs(factor if power > 0 else 1 / factor):,f}"
            size = "small" if power > 0 else "large"
            message = f"it would fit {right} {case.stated.currency}: the figure is {times} times too {size}"
            return Hint("wrong_scale", message)
    return None


def _inverted(case: Case, book: RateBook) -> Hint | None:
    back = book.quote(case.stated.currency, case.subject.currency, case.as_of)
    wrong = back.convert(case.subject.value)
    if _fits(case.stated, wrong):
        rate = f"1 {back.base} = {readable(back.rate, 6)} {back.quote}"
        message = f"it fits the rate turned round: {rate} was taken for 1 {back.quote} in {back.base}"
        return Hint("inverted_rate", message)
    return None


def _currency(case: Case, book: RateBook) -> Hint | None:
    subject, stated = case.subject, case.stated
    for code in _others(case, stated.currency):
        amount = _converted(book, subject.currency, code, subject.value, case.as_of)
        if amount is not None and _fits(stated, amount):
            fits = f"{readable(subject.value)} {subject.currency} is {readable(amount)} {code}"
            return Hint("wrong_currency", f"it fits {_called(code)}, not {_called(stated.currency)}: {fits}")
    for code in _others(case, subject.currency):
        amount = _converted(book, code, stated.currency, subject.value, case.as_of)
        if amount is not None and _fits(stated, amount):
            fits = f"{readable(subject.value)} {code} is {readable(amount)} {stated.currency}"
            return Hint("wrong_currency", f"it fits {_called(code)}, not {_called(subject.currency)}: {fits}")
    return None


def _others(case: Case, wrong: str) -> Iterable[str]:
    """Currencies to try in place of ``wrong``: the text's own first."""
    tried = dict.fromkeys((*case.stated.candidates, *case.named, *_USUAL))
    return [code for code in tried if code not in (wrong, case.subject.currency, case.stated.currency)]


def _converted(book: RateBook, base: str, quote: str, value: Decimal, on: date) -> Decimal | None:
    try:
        return book.quote(base, quote, on).convert(value)
    except NoRateError:
        return None


def _date(case: Case, book: RateBook) -> Hint | None:
    """The date nearest to the document's whose rate the figure fits, searched a year at a time outwards."""
    base, quote = case.subject.currency, case.stated.currency
    low, high = (EXACT.divide(edge, case.subject.value) for edge in interval(case.stated, case.stated.unit))
    first, last = (max(book.span(c)[0] for c in (base, quote)), min(book.span(c)[1] for c in (base, quote)))
    years = range(first.year, last.year + 1)
    nearest: date | None = None
    for year in sorted(years, key=lambda y: abs(y - case.as_of.year)):
        if nearest is not None and abs((nearest - case.as_of).days) < _least_distance(year, case.as_of):
            break
        days = book.series(base, quote, max(first, date(year, 1, 1)), min(last, date(year, 12, 31)))
        fitting = [day for day, rate in days if low <= rate <= high]
        nearest = min(
            (*fitting, *((nearest,) if nearest else ())), key=lambda d: abs(d - case.as_of), default=None
        )
    if nearest is None:
        return None
    rate = book.quote(base, quote, nearest)
    amount = f"{readable(case.subject.value)} {base} was {readable(rate.convert(case.subject.value))} {quote}"
    return Hint("other_date", f"it fits the rate of {nearest}, when {amount}")


def _least_distance(year: int, day: date) -> int:
    """Days from ``day`` to the nearest day of a year."""
    if year == day.year:
        return 0
    edge = date(year, 12, 31) if year < day.year else date(year, 1, 1)
    return abs((edge - day).days)


def _fits(stated: Amount, figure: Decimal) -> bool:
    low, high = interval(stated, stated.unit)
    return low <= figure <= high


def _called(code: str) -> str:
    return f"{code} ({name(code)})"
