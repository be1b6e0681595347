"""Spread a multi-year commitment over its years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from ..errors import Notice, UsageError
from ..finance.commitment import Commitment, Phasing, parse_phasing, schedule
from ..money.currencies import round_to_minor
from ..money.money import Money
from ..money.periods import Period, Span
from ..rates.book import RateBook
from ..rates.quote import ABSENT, Quote
from ..reading.mentions import PeriodMention, doubts
from ..reading.request import read_request
from ..records import dataclass
from ..words import Phrase
from .notices import newest_date, rate_notices
from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """What falls into one calendar or fiscal year; ``converted`` holds the amount in each --to currency.

    ``start`` and ``end`` are None where the commitment has no known start ("year 1").
    """

    start: date | None
    end: date | None
    label: str
    months: int
    amount: Money
    converted: tuple[Money, ...] | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class ConvertedTotal:
    currency: str
    total: Money
    annual_average: Money
    quote: Quote


@dataclass(frozen=True, slots=True)
class Annualised:
    """``phasing`` is the assumption in words a reader can check ("even: the same amount each month")."""

    total: Money
    start: date | None
    end: date | None
    months: int
    annual_average: Money
    phasing: Phrase
    schedule: tuple[ScheduleRow, ...]
    converted: tuple[ConvertedTotal, ...]


def annualise(
    words: str,
    *,
    book: RateBook,
    over: Span | Period | None = None,
    start: date | None = None,
    phasing: str = "even",
    year_end: tuple[int, int] | None = None,
    to: Sequence[str] = (),
    on: date | None = None,
    lang: str | None = None,
) -> Outcome[Annualised]:
    """The amount in ``words`` by calendar year, or by fiscal year ending on ``year_end`` (month, day).

    ``over`` and ``start`` win over the span and the first day the words give; ``to`` adds each amount at the
    reference rate of ``on``, by default the newest date in the cache, with a warning. Raises what
    read_commitment and parse_phasing raise, UsageError ``no_start`` for fiscal years without a first day,
    and what RateBook.quote raises.
    """
    commitment, warnings = read_commitment(words, over=over, start=start, lang=lang)
    if year_end is not None and commitment.start is None:
        raise UsageError(
            "no_start",
            "fiscal years need the commitment's first day",
            "give it, for example --from 2025-04-01",
        )
    spread = parse_phasing(phasing, commitment.months)
    quotes = []
    if to:
        if on is None:
            on, notice = newest_date(book, commitment.total.currency, *to)
            warnings.append(notice)
        quotes = [book.quote(commitment.total.currency, code, on) for code in dict.fromkeys(to)]
    if commitment.months < 12:
        warnings.append(
            Notice(
                "run_rate",
                "the total is spent in {span}: the annual average is a run-rate",
                span=Span(commitment.months),
            )
        )
    result = annualised(commitment, spread, year_end, quotes)
    return Outcome(result, (*warnings, *rate_notices(result)))


def annualised(
    commitment: Commitment, phasing: Phasing, year_end: tuple[int, int] | None, quotes: Sequence[Quote]
) -> Annualised:
    """The commitment's schedule, in its own currency and by each of ``quotes``; all columns add up."""
    totals = [in_minor_units(quote.convert(commitment.total.value), quote.quote) for quote in quotes]
    columns = [schedule(replace(commitment, total=total), phasing, year_end) for total in totals]
    rows = schedule(commitment, phasing, year_end)
    average = commitment.annual_average
    return Annualised(
        total=commitment.total,
        start=commitment.start,
        end=commitment.end,
        months=commitment.months,
        annual_average=in_minor_units(average, commitment.total.currency),
        phasing=phasing.assumption,
        schedule=tuple(
            ScheduleRow(
                row.start,
                row.end,
                row.label,
                row.months,
                row.amount,
                tuple(column[number].amount for column in columns) if columns else None,
            )
            for number, row in enumerate(rows)
        ),
        converted=tuple(
            ConvertedTotal(quote.quote, total, in_minor_units(quote.convert(average), quote.quote), quote)
            for quote, total in zip(quotes, totals, strict=True)
        ),
    )


def read_commitment(
    words: str, *, over: Span | Period | None = None, start: date | None = None, lang: str | None = None
) -> tuple[Commitment, list[Notice]]:
    """The one amount in ``words``, over the span and from the day that the options or else the words give,
    and what is unsure about its size.

    Raises what read_request and Commitment raise, and UsageError ``range_given``, ``already_annual``,
    ``no_span``, ``not_whole_months``, ``reversed_period``, ``start_conflict`` (``over`` begins on a day,
    ``start`` is another).
    """
    request = read_request(words, lang)
    if len(request.amounts) > 1:
        low, high = request.amounts
        raise UsageError(
            "range_given",
            "a range, {low:f} {currency} to {high:f} {other}, has no one schedule",
            "run it once for each end",
            low=low.value,
            currency=low.currency,
            high=high.value,
            other=high.currency,
        )
    amount = request.amounts[0]
    if request.per_year:
        raise UsageError(
            "already_annual",
            "{text!r} is an amount a year already",
            "give the total of the commitment",
            text=amount.text,
        )
    months, first = _place(over, start, request.period)
    return Commitment(Money(amount.value, amount.currency), months, first), doubts([amount])


def _place(
    over: Span | Period | None, start: date | None, words: PeriodMention | None
) -> tuple[int, date | None]:
    """Months and first day, the options before the words."""
    if isinstance(over, Period):
        if start is not None and start != over.start:
            raise UsageError(
                "start_conflict",
                "the span begins on {begins}, --from says {start}",
                "give one of the two, or a span such as 3y",
                begins=over.start,
                start=start,
            )
        return _months(over), over.start
    first = start or (words.from_ if words else None)
    length = over or (words.duration if words else None)
    until = words.until if words else None
    if length is not None:
        if length.days:
            raise UsageError(
                "not_whole_months",
                "{span} is not in whole months, which schedules are made of",
                "give --over 3y or --over 18m, for example",
                span=length,
            )
        if first is None and until is not None and over is None:
            first = _first_day(length, until)
        return length.months, first
    if first is not None and until is not None:
        return _months(Period(first, until)), first
    if until is not None:
        raise UsageError(
            "no_span",
            "the amount runs until {until}, but nothing says from when",
            "give --from 2025-04-01 or --over 3y, for example",
            until=until,
        )
    raise UsageError(
        "no_span", "nothing says over how long the amount is spread", "give --over 3y, for example"
    )


def _first_day(length: Span, until: date) -> date:
    try:
        return until + timedelta(days=1) - relativedelta(months=length.months)
    except (ValueError, OverflowError):
        raise UsageError(
            "bad_span",
            "{span} to {until} leave the calendar",
            "give --over 3y, for example",
            span=length,
            until=until,
        ) from None


def _months(period: Period) -> int:
    if period.end < period.start:
        raise UsageError(
            "reversed_period",
            "the span ends on {end}, before it starts on {start}",
            "give --from and --over that follow one another",
            end=period.end,
            start=period.start,
        )
    months = period.whole_months()
    if not months:
        raise UsageError(
            "not_whole_months",
            "{start}..{end} is not in whole months, which schedules are made of",
            "give --over 3y or --over 18m, for example",
            start=period.start,
            end=period.end,
        )
    return months


def in_minor_units(value: Decimal, currency: str) -> Money:
    """A computed amount as it is shown."""
    return Money(round_to_minor(value, currency), currency)
