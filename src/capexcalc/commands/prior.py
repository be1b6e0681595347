"""Past spending as results state it, and what must be known about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from decimal import Decimal

from ..errors import Notice
from ..finance.comparison import cagr, currency_effect
from ..finance.spending import SpendingPeriod, SpendingSeries, describe_gap
from ..money.money import EXACT, PRINTED, Money
from ..money.periods import Period, Span
from ..rates.book import RateBook
from ..rates.quote import ABSENT, Quote
from ..records import dataclass
from ..words import Phrase, several
from .annualise import in_minor_units


@dataclass(frozen=True, slots=True)
class ConvertedPeriod:
    """A past period's amount in a --to currency, at the average rate of that period."""

    amount: Money
    quote: Quote


@dataclass(frozen=True, slots=True)
class PriorPeriod:
    """``form``, ``accession`` and ``filed`` name the document that gave the amount, ``first_form`` and so on
    the one that gave a figure first, where that is another; ``first_reported`` is its figure, if it differs.
    """

    start: date
    end: date
    label: str
    amount: Money
    converted: tuple[ConvertedPeriod, ...] | None = field(default=None, metadata=ABSENT)
    form: str | None = field(default=None, metadata=ABSENT)
    accession: str | None = field(default=None, metadata=ABSENT)
    filed: date | None = field(default=None, metadata=ABSENT)
    first_reported: Money | None = field(default=None, metadata=ABSENT)
    first_form: str | None = field(default=None, metadata=ABSENT)
    first_accession: str | None = field(default=None, metadata=ABSENT)
    first_filed: date | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class Window:
    """``years`` is the length of the periods counted: gaps between them are not in it."""

    start: date
    end: date
    years: Decimal


@dataclass(frozen=True, slots=True)
class ConvertedPrior:
    """The periods of the window, each converted at its own average rate, added up.

    ``constant_currency`` is the same total at the one rate of the commitment (``quote``). The ratio to the
    past total in this currency is the ratio in the past's own times ``currency_effect``; what is left of
    ``cagr`` without it is the CAGR of the comparison.
    """

    currency: str
    total: Money
    mean: Money
    constant_currency: Money
    quote: Quote
    total_to_prior_total: Decimal
    currency_effect: Decimal
    cagr: Decimal | None


@dataclass(frozen=True, slots=True)
class Prior:
    """The past periods compared with, oldest first, and those too late to be counted.

    ``mean`` is the total over the window's years. ``last`` is the newest period and ``peak`` the largest, of
    single years: None where the newest period is no single year, and where no period is. ``measure`` says
    what is counted.
    """

    currency: str
    source: str
    periods: tuple[PriorPeriod, ...]
    window: Window
    total: Money
    mean: Money
    last: Money | None
    peak: Money | None
    last_label: str | None
    peak_label: str | None
    later: tuple[PriorPeriod, ...] = ()
    measure: str | None = field(default=None, metadata=ABSENT)
    converted: tuple[ConvertedPrior, ...] | None = field(default=None, metadata=ABSENT)


def prior_of(
    window: SpendingSeries,
    later: Sequence[SpendingPeriod] = (),
    converted: Sequence[tuple[ConvertedPrior, Sequence[ConvertedPeriod]]] = (),
) -> Prior:
    """The figures of ``window``: given amounts in full, computed ones in minor units."""
    currency, last, peak = window.currency, window.last_year, window.peak_year
    rows = list(zip(*(periods for _, periods in converted), strict=True)) or [()] * len(window.periods)
    return Prior(
        currency=currency,
        source=window.source,
        periods=tuple(
            _period(period, currency, row) for period, row in zip(window.periods, rows, strict=True)
        ),
        window=Window(window.periods[0].start, window.periods[-1].end, window.years),
        total=Money(window.total, currency),
        mean=in_minor_units(window.mean, currency),
        last=Money(last.amount, currency) if last else None,
        peak=Money(peak.amount, currency) if peak else None,
        last_label=last.label if last else None,
        peak_label=peak.label if peak else None,
        later=tuple(_period(period, currency) for period in later),
        measure=window.measure or None,
        converted=tuple(total for total, _ in converted) or None,
    )


def convert_prior(
    window: SpendingSeries, committed: Decimal, quote: Quote, book: RateBook
) -> tuple[ConvertedPrior, tuple[ConvertedPeriod, ...]]:
    """The periods each at its own average rate, beside the total at ``quote``, the rate of the commitment.

    ``committed`` is the commitment's total in the currency converted to. Raises what RateBook.average raises.
    """
    code = quote.quote
    rates = [book.average(window.currency, code, Period(p.start, p.end)) for p in window.periods]
    amounts = [rate.convert(p.amount) for rate, p in zip(rates, window.periods, strict=True)]
    series = replace(
        window,
        currency=code,
        periods=tuple(replace(p, amount=a) for p, a in zip(window.periods, amounts, strict=True)),
    )
    constant = quote.convert(window.total)
    whole = ConvertedPrior(
        currency=code,
        total=in_minor_units(series.total, code),
        mean=in_minor_units(series.mean, code),
        constant_currency=in_minor_units(constant, code),
        quote=quote,
        total_to_prior_total=PRINTED.plus(EXACT.divide(committed, series.total)),
        currency_effect=currency_effect(constant, series.total),
        cagr=cagr(series),
    )
    each = (ConvertedPeriod(in_minor_units(a, code), rate) for a, rate in zip(amounts, rates, strict=True))
    return whole, tuple(each)


def unevenness(window: SpendingSeries) -> Iterator[Notice]:
    """What was said of the figures, what is missing between them, and what is uneven in them."""
    yield from window.notices
    for before, after in window.gaps:
        yield Notice("gap", "{gap}: total and mean are without it", gap=describe_gap(before, after))
    for period in window.odd_lengths:
        yield Notice(
            "mixed_lengths",
            "{named} covers {span}, unlike most: the mean counts its length",
            named=period.named,
            span=Span(period.months),
        )
    largest = max(period.annual for period in window.periods)
    for period in window.periods:
        if period.amount and EXACT.multiply(period.annual, Decimal(1000)) < largest:
            yield Notice(
                "scale_suspect",
                "{named} is less than a thousandth of the largest: is its unit missing?",
                named=period.named,
            )
    if not window.single_years:
        yield Notice("no_single_year", "no past period is a single year: last year and peak are not known")
        return
    if window.last_year is None:
        newest = window.periods[-1].named
        yield Notice(
            "last_not_known",
            "the newest period, {newest}, is no single year: the last year is not known",
            newest=newest,
        )
    if window.peak_year is None:
        yield Notice(
            "peak_not_known", "a longer period holds a year larger than any single one: the peak is not known"
        )


def unlikely(annual_to_mean: Decimal) -> Iterator[Notice]:
    """The word about a past so small beside the commitment that it may lack its unit."""
    if annual_to_mean > 1000:
        yield Notice(
            "scale_suspect",
            "a year of it is over a thousand past years: is the unit of the past missing? --unit m says it",
        )


def later_periods(later: Sequence[SpendingPeriod], on: date) -> Notice:
    """What has not ended yet, and so is left out."""
    named = (Phrase("{period} to {end}", period=period.named, end=period.end) for period in later)
    return Notice(
        "later_periods",
        "not ended by {on}, so not counted: {periods}",
        on=on,
        periods=several(named, "{first}, {second}"),
    )


def lateness(window: SpendingSeries, later: Sequence[SpendingPeriod], on: date) -> Iterator[Notice]:
    """What was not over on the day, and how long before it the window ends."""
    if later:
        yield later_periods(later, on)
    newest = window.periods[-1]
    known_from = later[0].start if later else on
    if newest.end + timedelta(days=365) <= known_from:
        yield Notice(
            "prior_ends_early",
            "past spending ends on {end}, a year or more before {known_from}",
            end=newest.end,
            known_from=known_from,
        )


def _period(period: SpendingPeriod, currency: str, converted: Sequence[ConvertedPeriod] = ()) -> PriorPeriod:
    report = period.reports[-1] if period.reports else None
    first = period.reports[0] if period.reports[1:] else None
    return PriorPeriod(
        period.start,
        period.end,
        period.label,
        Money(period.amount, currency),
        tuple(converted) or None,
        form=(report.form or None) if report else None,
        accession=(report.accession or None) if report else None,
        filed=report.filed if report else None,
        first_reported=Money(first.amount, currency) if first and first.amount != period.amount else None,
        first_form=(first.form or None) if first else None,
        first_accession=(first.accession or None) if first else None,
        first_filed=first.filed if first else None,
    )
