"""Conversions in a text that nobody knows the day of: they may have been made on any day on record."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from decimal import Decimal
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from ...errors import NoRateError
from ...money.currencies import last_day, used_on
from ...money.interval import Interval
from ...money.money import EXACT
from ...money.periods import Period
from ...patterns import regex
from ...rates.bands import MARKET
from ...rates.book import RateBook
from ...rates.legal_facts import redenominations_of
from ...reading.mentions import Amount
from ..claim import Claim, object_of
from .conversion import readings
from .evidence import Grounds
from .verdict import strictly, supporting

_PAIRS = 64  # whose history is kept: a batch of documents asks for the same ones again and again
_FLOAT = Decimal("1e-12")  # of a rate: more than a float may be off

_LEGAL, _LIKELY = "EUR", Decimal(10)  # times, by which old money may have lost since
_EARLIEST = 1990  # few texts are older that anybody checks
_SOME = 3  # years named, by which one knows about when a text was written
_LONG = 10  # years after the last that it names, within which a text may have been written
_YEAR = regex(r"(?<![\d.,])(1[89]\d\d|20\d\d)(?![\d.,]\d|\d)")

Stretch = tuple[date, date]


class History(NamedTuple):
    """Days of observation, as ordinals, and the rate of each, near enough to find those within bounds: 12
    bytes a day, where exact ones take 200."""

    days: array[int]
    rates: array[float]

    @classmethod
    def of(cls, series: Iterable[tuple[date, Decimal]]) -> History:
        history = cls(array("l"), array("d"))
        for day, rate in series:
            history.days.append(day.toordinal())
            history.rates.append(float(rate))
        return history


class Fitting(NamedTuple):
    """Both figures as they are read, and the ``days`` at whose rates they fit."""

    subject: Amount
    stated: Amount
    days: tuple[Stretch, ...]


def fitting_days(subject: Amount, stated: Amount, book: RateBook, tolerance: Decimal) -> Fitting | None:
    """The runs of observations at whose rates a conversion would be supported, the latest first; of the
    likeliest reading that has any, or else of the money that one of the currencies replaced under its name:
    "350,000 dollars (550bn lira)". Before the first observation they are years whose averages the rate lies
    between."""
    for one, other in chain(readings(subject, stated), _formerly(subject, stated)):
        if one.value <= 0:
            continue
        low, high = (EXACT.divide(edge, one.value) for edge in supporting(other, tolerance, MARKET))
        likely = Interval(low, high)
        found = [
            *_between(_averages(book, one.currency, other.currency), likely),
            *runs(_history(book, one.currency, other.currency), likely),
        ]
        if found:
            return Fitting(one, other, tuple(reversed(found)))
    return None


def _formerly(subject: Amount, stated: Amount) -> Iterator[tuple[Amount, Amount]]:
    """Both figures, one of them in what the law has redenominated since."""
    for leg in redenominations_of(subject.currency):
        if leg.base == subject.currency:
            yield replace(subject, currency=leg.quote), stated
    for leg in redenominations_of(stated.currency):
        if leg.base == stated.currency:
            yield subject, replace(stated, currency=leg.quote)


def missing(subject: Amount, stated: Amount, book: RateBook) -> NoRateError | None:
    """Why no rate of the time of a currency that is no more is known: what a text of those days says of it
    is not wrong by the rates of today ("US$ 195 (CR$ 253 mil)", of 1994)."""
    for code in (subject.currency, stated.currency):
        end = last_day(code)
        if end is not None and end <= book.today:
            try:
                book.quote(subject.currency, stated.currency, end)
            except NoRateError as error:
                return error
    return None


def of_bygone_money(claim: Claim, computed: Decimal, grounds: Grounds) -> NoRateError | None:
    """Why a rate of the time of a currency is not known that was no more on the day of a text, and is not
    told in the euros that the law makes of it: "a bail of 20m drachmas ($266,000)" may be of the 1980s."""
    codes = (claim.subject.currency, object_of(claim).currency)
    ends = [last_day(code) for code in codes]
    gone = [end for end in ends if end is not None and end < grounds.as_of]
    far = EXACT.divide(object_of(claim).value, computed) if computed else 0
    if len(gone) != 1 or _LEGAL in codes or not 1 / _LIKELY < far < _LIKELY:
        return None
    return _missing_at(date(min(gone).year - _LONG * 2, 12, 31), claim, grounds.book)


def before_the_record(text: str, claim: Claim, book: RateBook) -> NoRateError | None:
    """Why no rate of the time of a text is known that names some years, all long before any of a conversion.
    One alone may be that in which a firm was founded."""
    years = [year for year in map(int, _YEAR.findall(text)) if year <= book.today.year]
    last = max(years, default=book.today.year)
    if len(years) < _SOME:
        return None
    missing = [_missing_at(date(year, 12, 31), claim, book) for year in (last, last + _LONG)]
    return missing[0] if all(missing) else None


def _missing_at(day: date, claim: Claim, book: RateBook) -> NoRateError | None:
    try:
        book.quote(claim.subject.currency, object_of(claim).currency, min(day, book.today))
    except NoRateError as error:
        return error
    return None


def of_unknown_time(claim: Claim, grounds: Grounds) -> NoRateError | None:
    """Why the rates of a time that the text names are not known, if a conversion may have been made at them:
    it lies between the averages of the years about then, or none of those is known either."""
    subject, stated = claim.subject, object_of(claim)
    if claim.at == "day" or subject.value <= 0:
        return None
    told = strictly(stated)
    likely = Interval(*(EXACT.divide(edge, subject.value) for edge in (told.low, told.high)))
    for period in chain(_beside(claim), (period for period, _ in grounds.moments(claim.sentence))):
        if not all(used_on(each.currency, period.end) for each in (subject, stated)):
            continue  # "founded in 1985, it has 5m euros ($9m)"
        try:
            grounds.book.quote(subject.currency, stated.currency, period.end)
        except NoRateError as error:
            years = range(max(MINYEAR, period.start.year - 1), min(period.end.year + 1, MAXYEAR) + 1)
            about = [rate for _, rate in _in_years(grounds.book, subject.currency, stated.currency, years)]
            if not about or likely.meets(Interval(min(about), max(about))):
                return error
    return None


def _beside(claim: Claim) -> Iterator[Period]:
    """The time told between two figures: "12,000 pounds in 1955 ($1.3m)"."""
    told = claim.period
    if told is None or told.from_ is None or told.until is None:
        return
    if claim.subject.end <= told.start and told.end <= object_of(claim).start:
        yield Period(told.from_, told.until)


def runs(history: History, rates: Interval) -> Iterator[Stretch]:
    """First and last day of each run of observations whose rate lies within the bounds."""
    low, high = float(rates.low * (1 - _FLOAT)), float(rates.high * (1 + _FLOAT))
    start = end = 0
    for day, rate in zip(*history, strict=True):
        if low <= rate <= high:
            start, end = start or day, day
        elif start:
            yield date.fromordinal(start), date.fromordinal(end)
            start = 0
    if start:
        yield date.fromordinal(start), date.fromordinal(end)


def _between(years: Sequence[tuple[int, Decimal]], rates: Interval) -> Iterator[Stretch]:
    """Each two years that follow each other between whose averages one of ``rates`` lies."""
    for (year, one), (following, other) in pairwise(years):
        if following == year + 1 and rates.meets(Interval(min(one, other), max(one, other))):
            yield date(year, 1, 1), date(following, 12, 31)


@lru_cache(maxsize=_PAIRS)
def _history(book: RateBook, base: str, quote: str) -> History:
    try:
        return History.of(book.series(base, quote, date.min, date.max))
    except NoRateError:
        return History.of(())


@lru_cache(maxsize=_PAIRS)
def _averages(book: RateBook, base: str, quote: str) -> tuple[tuple[int, Decimal], ...]:
    """The average rates of the years before the first observation, and of its own, from the one on in which
    both currencies were there."""
    observed = _history(book, base, quote).days
    last = date.fromordinal(observed[0]) if observed else book.today
    return tuple(_in_years(book, base, quote, range(_EARLIEST, last.year + 1)))


def _in_years(book: RateBook, base: str, quote: str, years: range) -> Iterator[tuple[int, Decimal]]:
    """The average rates of those years in which both currencies were there, and any is known."""
    for year in years:
        whole = Period(date(year, 1, 1), date(year, 12, 31))
        if used_on(base, whole.end) and used_on(quote, whole.end):
            with suppress(NoRateError):
                yield year, book.average(base, quote, whole, partial=True).rate
