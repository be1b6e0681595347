"""Why a stated conversion does not hold: the one slip that would explain it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from ...errors import NoRateError
from ...money.formatting import legible
from ...money.interval import Interval
from ...money.money import EXACT, Money
from ...rates.bands import MARKET, widened
from ...rates.book import RateBook
from ...reading.mentions import Amount
from ...records import dataclass
from .finding import money, unrounded
from .hint import AnnualForTotal, InvertedRate, OtherDate, OtherSpan, Slip, WrongCurrency, WrongScale
from .undated import History, runs
from .verdict import distance, judge, strictly

_SCALES = (3, -3, 6, -6, 9, -9)  # a million for a billion
_SHIFTS = (1, -1, 2, -2, 4, -4)  # a shifted point, crore for lakh, 万 for 億
_MOST_YEARS = 10  # that a commitment is likely to run
_MONTHS_APART = 60  # by which its span is likely to be mistaken
# The currencies world news is told in (BIS Triennial Survey 2022), tried after those that the text names.
_USUAL = ("USD", "EUR", "GBP", "JPY", "CNY")
_LIKELY = 5  # meanings of a sign or a word: nobody meant Bahamian dollars by a "$"
_SURE = Decimal("0.005")  # of a figure, that its last digit is worth at most: two digits fit one by chance
_RECENT = 31  # days before the document's date within which a rate is taken by mistake


@dataclass(frozen=True, slots=True)
class Case:
    """A stated equivalence that was refuted (``accused``) or only close, and what is needed to explain it.

    Only where the text is ``dated`` can the rate of another day explain anything.
    """

    subject: Amount
    stated: Amount
    computed: Decimal
    as_of: date
    tolerance: Decimal
    named: tuple[str, ...]  # currencies the text names, most frequent first
    months: int  # of the span the subject is given for; 0 without
    accused: bool = True
    dated: bool = True


def diagnose(case: Case, book: RateBook) -> Slip | None:
    """The likeliest slip, or None, with the figure that would have been right.

    Tried in this order: a wrong scale, an inverted rate, a year's share taken for the total, a shifted point,
    a currency that the figure fits at the market's rates, a day that it fits to its digits, a currency that
    it is near to. A figure that is close has only the last days' rates to explain it.
    """
    hint: Slip | None = None
    if case.accused:
        hint = (
            _scale(case.stated, case.computed, case.tolerance, _SCALES)
            or _inverted(case, book)
            or _year_for_total(case)
            or _scale(case.stated, case.computed, case.tolerance, _SHIFTS)
            or _currency(case, book, _fits_market)
        )
    if hint is None and case.dated:
        hint = _date(case, book)
    if hint is None and case.accused:
        hint = _currency(case, book, partial(_near, tolerance=case.tolerance))
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
        apart = abs(years * 12 - months)
        if apart <= _MONTHS_APART and fits(stated, EXACT.divide(total, Decimal(years))):
            return OtherSpan(years, months)
    return None


def _year_for_total(case: Case) -> Slip | None:
    if case.months and fits(case.stated, EXACT.divide(case.computed * 12, Decimal(case.months))):
        return AnnualForTotal("year", case.months)
    return None


def _inverted(case: Case, book: RateBook) -> Slip | None:
    back = book.quote(case.stated.currency, case.subject.currency, case.as_of)
    wrong = back.convert(case.subject.value)
    if fits(case.stated, wrong):
        return InvertedRate(back.base, back.quote, back.rate)
    return None


def _currency(case: Case, book: RateBook, fitting: Callable[[Amount, Decimal], bool]) -> Slip | None:
    subject, stated = case.subject, case.stated
    for code in _others(case, stated.currency):
        amount = _converted(book, subject.currency, code, subject.value, case.as_of)
        if amount is not None and fitting(stated, amount):
            return WrongCurrency(code, stated.currency, money(subject), unrounded(amount, code))
    for code in _others(case, subject.currency):
        amount = _converted(book, code, stated.currency, subject.value, case.as_of)
        if amount is not None and fitting(stated, amount):
            taken, converted = Money(subject.value, code), unrounded(amount, stated.currency)
            return WrongCurrency(code, subject.currency, taken, converted)
    return None


def _fits_market(stated: Amount, figure: Decimal) -> bool:
    """Whether an amount of two digits or more, as written, is what ``figure`` was at some rate of its day."""
    return 10 * stated.unit <= abs(stated.value) and strictly(stated).meets(widened([figure], MARKET))


def _near(stated: Amount, figure: Decimal, *, tolerance: Decimal) -> bool:
    """Whether a figure of three digits is so near to another as a conversion of the day would be."""
    precise = stated.unit <= abs(stated.value) * _SURE
    return precise and distance(stated.value, figure) <= tolerance


def _others(case: Case, wrong: str) -> Iterable[str]:
    """Currencies to try in place of ``wrong``: what the words likely mean first, then the text's own."""
    likely = (*case.subject.candidates[:_LIKELY], *case.stated.candidates[:_LIKELY])
    tried = dict.fromkeys((*likely, *case.named, *_USUAL))
    return [code for code in tried if code not in (wrong, case.subject.currency, case.stated.currency)]


def _converted(book: RateBook, base: str, quote: str, value: Decimal, on: date) -> Decimal | None:
    try:
        return book.quote(base, quote, on).convert(value)
    except NoRateError:
        return None


def _date(case: Case, book: RateBook) -> Slip | None:
    """The latest days before the document's, within a month, on which the figure fits."""
    base, quote = case.subject.currency, case.stated.currency
    low, high = (EXACT.divide(edge, case.subject.value) for edge in strictly(case.stated))
    days = book.series(base, quote, case.as_of - timedelta(days=_RECENT), case.as_of)
    found = list(runs(History.of(days), Interval(low, high)))
    if not found:
        return None
    start, end = found[-1]
    rate = book.quote(base, quote, end)
    converted = unrounded(rate.convert(case.subject.value), quote)
    return OtherDate(start, end, rate.observed, money(case.subject), converted)


def fits(stated: Amount, figure: Decimal) -> bool:
    """Whether ``figure`` rounds to the amount as written."""
    low, high = strictly(stated)
    return low <= figure <= high
