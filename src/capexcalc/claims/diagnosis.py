"""Why a stated conversion does not hold: the one slip that would explain it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from ..errors import NoRateError
from ..money.formatting import legible
from ..money.money import EXACT, Money
from ..rates.book import RateBook
from ..reading.mentions import Amount
from .finding import money, unrounded
from .hint import AnnualForTotal, InvertedRate, OtherDate, OtherSpan, Slip, WrongCurrency, WrongScale
from .verdict import judge, strictly

_SCALES = (3, -3, 6, -6, 9, -9)  # a million for a billion
_SHIFTS = (1, -1, 2, -2, 4, -4)  # a shifted point, crore for lakh, 万 for 億
_YEARS = 256  # of rates kept, 50 KB each: a batch of documents asks for the same ones again and again
_MOST_YEARS, _YEARS_APART = 10, 5  # that a commitment is likely to run, and to be mistaken by
# The currencies world news is told in, by turnover (BIS Triennial Survey 2022); tried after the text's own.
# All but the first are a likely slip only for a figure of three digits: so many fit one of two by chance.
_FIRST, _USUAL = ("USD", "EUR", "GBP"), ("JPY", "CNY", "AUD", "CAD", "CHF", "HKD", "SGD", "INR")
_SURE = Decimal("0.005")  # of a figure, that its last digit is worth at most
_RECENT, _OLDEST = 45, 5 * 366  # days from the document's date within which a rate is taken by mistake


@dataclass(frozen=True, slots=True)
class Case:
    """A stated equivalence that was refuted or only close, and what is needed to explain it."""

    subject: Amount
    stated: Amount
    computed: Decimal
    as_of: date
    tolerance: Decimal
    named: tuple[str, ...]  # currencies the text names, most frequent first
    months: int  # of the span the subject is given for; 0 without


def diagnose(case: Case, book: RateBook) -> Slip | None:
    """The likeliest slip, or None, with the figure that would have been right.

    Tried in this order: a wrong scale, an inverted rate, a year's share taken for the total, a shifted point,
    the rate of a day nearby, another currency, the rate of another date.
    """
    hint = (
        _scale(case.stated, case.computed, case.tolerance, _SCALES)
        or _inverted(case, book)
        or _year_for_total(case)
        or _scale(case.stated, case.computed, case.tolerance, _SHIFTS)
        or _date(case, book, _RECENT)
        or _currency(case, book)
        or _date(case, book, _OLDEST)
    )
    return _with_right_figure(hint, case.stated, case.computed)


def diagnose_annual(stated: Amount, total: Decimal, months: int, tolerance: Decimal) -> Slip | None:
    """The likeliest slip in a year's share of ``total``: the total itself, a wrong scale, other years."""
    annual = EXACT.divide(total * 12, Decimal(months))
    hint: Slip | None = AnnualForTotal("total", months) if fits(stated, total) else None
    hint = hint or _scale(stated, annual, tolerance, _SCALES) or _other_span(stated, total, months)
    hint = hint or _scale(stated, annual, tolerance, _SHIFTS)
    return _with_right_figure(hint, stated, annual)


def _with_right_figure(hint: Slip | None, stated: Amount, computed: Decimal) -> Slip | None:
    return hint and replace(hint, should_read=_should_read(stated, computed))


def _should_read(stated: Amount, computed: Decimal) -> Money:
    """The figure that would have been right, at the digits the writer used: 50 bn EUR."""
    digits, unit = len(str(abs(stated.value / stated.unit))), stated.unit
    if not computed < 2 * stated.value < 4 * computed:  # another order of size has another last digit
        unit = Decimal(1).scaleb(computed.adjusted() - max(2, digits) + 1)
    value = EXACT.divide(computed, unit).to_integral_value() * unit or computed
    return Money(legible(value, max(4, digits)), stated.currency)


def _scale(stated: Amount, computed: Decimal, tolerance: Decimal, powers: Iterable[int]) -> Slip | None:
    for power in powers:
        factor = Decimal(10) ** power
        if judge(stated, computed / factor, tolerance).verdict == "supported":
            return WrongScale(Decimal(10) ** abs(power), "small" if power > 0 else "large")
    return None


def _other_span(stated: Amount, total: Decimal, months: int) -> Slip | None:
    for years in range(2, _MOST_YEARS + 1):
        if 0 < abs(years * 12 - months) <= _YEARS_APART * 12 and fits(
            stated, EXACT.divide(total, Decimal(years))
        ):
            return OtherSpan(years, months)
    return None


def _year_for_total(case: Case) -> Slip | None:
    if case.months > 12 and fits(case.stated, EXACT.divide(case.computed * 12, Decimal(case.months))):
        return AnnualForTotal("year", case.months)
    return None


def _inverted(case: Case, book: RateBook) -> Slip | None:
    back = book.quote(case.stated.currency, case.subject.currency, case.as_of)
    wrong = back.convert(case.subject.value)
    if fits(case.stated, wrong):
        return InvertedRate(back.base, back.quote, back.rate)
    return None


def _currency(case: Case, book: RateBook) -> Slip | None:
    subject, stated = case.subject, case.stated
    for code in _others(case, stated.currency):
        amount = _converted(book, subject.currency, code, subject.value, case.as_of)
        if amount is not None and fits(stated, amount):
            return WrongCurrency(code, stated.currency, money(subject), unrounded(amount, code))
    for code in _others(case, subject.currency):
        amount = _converted(book, code, stated.currency, subject.value, case.as_of)
        if amount is not None and fits(stated, amount):
            taken, converted = Money(subject.value, code), unrounded(amount, stated.currency)
            return WrongCurrency(code, subject.currency, taken, converted)
    return None


def _others(case: Case, wrong: str) -> Iterable[str]:
    """Currencies to try in place of ``wrong``: the text's own first."""
    precise = case.stated.unit <= abs(case.stated.value) * _SURE
    usual = (*_FIRST, *_USUAL) if precise else _FIRST
    tried = dict.fromkeys((*case.subject.candidates, *case.stated.candidates, *case.named, *usual))
    return [code for code in tried if code not in (wrong, case.subject.currency, case.stated.currency)]


def _converted(book: RateBook, base: str, quote: str, value: Decimal, on: date) -> Decimal | None:
    try:
        return book.quote(base, quote, on).convert(value)
    except NoRateError:
        return None


def _date(case: Case, book: RateBook, within: int) -> Slip | None:
    """The dates nearest to the document's, at most ``within`` days away, on which the figure fits."""
    base, quote = case.subject.currency, case.stated.currency
    edges = strictly(case.stated)
    low, high = (EXACT.divide(edge, case.subject.value) for edge in edges)
    first, last = (max(book.span(c)[0] for c in (base, quote)), min(book.span(c)[1] for c in (base, quote)))
    days = timedelta(days=within)
    earliest, latest = max(first, case.as_of - days), min(last, case.as_of + days)
    nearest: tuple[date, date] | None = None
    for year in sorted(range(earliest.year, latest.year + 1), key=lambda y: abs(y - case.as_of.year)):
        if nearest is not None and _distance(nearest, case.as_of) < _least_distance(year, case.as_of):
            break
        rates = _series(book, base, quote, max(first, date(year, 1, 1)), min(last, date(year, 12, 31)))
        likely = (rate for rate in rates if earliest <= rate[0] <= latest)
        stretches = [*_stretches(likely, low, high), *([nearest] if nearest else [])]
        nearest = min(stretches, key=lambda s: _distance(s, case.as_of), default=None)
    if nearest is None:
        return None
    start, end = nearest
    rate = book.quote(base, quote, min(max(case.as_of, start), end))
    converted = unrounded(rate.convert(case.subject.value), quote)
    return OtherDate(start, end, rate.observed, money(case.subject), converted)


@lru_cache(maxsize=_YEARS)
def _series(
    book: RateBook, base: str, quote: str, start: date, end: date
) -> tuple[tuple[date, Decimal], ...]:
    return tuple(book.series(base, quote, start, end))


def _stretches(
    days: Iterable[tuple[date, Decimal]], low: Decimal, high: Decimal
) -> Iterator[tuple[date, date]]:
    """First and last day of each run of observations whose rate lies within the bounds."""
    start: date | None = None
    end: date | None = None
    for day, rate in days:
        if low <= rate <= high:
            start, end = start or day, day
        elif start is not None and end is not None:
            yield start, end
            start = None
    if start is not None and end is not None:
        yield start, end


def _distance(stretch: tuple[date, date], day: date) -> int:
    """Days from ``day`` to the nearest day of a stretch."""
    start, end = stretch
    return max((start - day).days, (day - end).days, 0)


def _least_distance(year: int, day: date) -> int:
    """Days from ``day`` to the nearest day of a year."""
    if year == day.year:
        return 0
    edge = date(year, 12, 31) if year < day.year else date(year, 1, 1)
    return abs((edge - day).days)


def fits(stated: Amount, figure: Decimal) -> bool:
    """Whether ``figure`` rounds to the amount as written."""
    low, high = strictly(stated)
    return low <= figure <= high
