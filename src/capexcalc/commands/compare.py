"""Compare a commitment with what was spent before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, localcontext
from pathlib import Path

from ..errors import Notice, UsageError
from ..finance.commitment import parse_phasing
from ..finance.comparison import Ratios, cagr, ratios
from ..finance.spending import SpendingPeriod, SpendingSeries, describe_gap
from ..finance.spending_csv import read_spending
from ..money.money import EXACT, Money
from ..money.periods import Period, Span
from ..rates.book import RateBook
from ..rates.quote import ABSENT, Quote
from .annualise import Annualised, annualised, in_minor_units, read_commitment
from .convert import newest_date, rate_notices
from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class ConvertedPeriod:
    """A past period's amount in a --to currency, at the average rate of that period."""

    amount: Money
    quote: Quote


@dataclass(frozen=True, slots=True)
class PriorPeriod:
    start: date
    end: date
    label: str
    amount: Money
    converted: tuple[ConvertedPeriod, ...] | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class Window:
    """``years`` is the length of the periods counted: gaps between them are not in it."""

    start: date
    end: date
    years: Decimal


@dataclass(frozen=True, slots=True)
class ConvertedPrior:
    """The periods of the window, each converted at its own average rate, added up."""

    currency: str
    total: Money
    mean: Money


@dataclass(frozen=True, slots=True)
class Prior:
    """The past periods compared with, oldest first, and those too late to be counted.

    ``mean`` is the total over the window's years. ``last`` is the newest period and ``peak`` the largest, of
    single years: None where the newest period is no single year, and where no period is.
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
    converted: tuple[ConvertedPrior, ...] | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class Comparison:
    """``real`` stays None until amounts are deflated."""

    commitment: Annualised
    prior: Prior
    ratios: Ratios
    cagr: Decimal | None
    real: None


def compare(
    words: str,
    *,
    book: RateBook,
    prior: Path,
    over: Span | Period | None = None,
    last: Span | Period | None = None,
    on: date | None = None,
    to: Sequence[str] = (),
    lang: str | None = None,
) -> Outcome[Comparison]:
    """The commitment in ``words`` against the spending in the CSV file ``prior``, in that file's currency.

    Counted are the periods that end on or before ``on`` (by default the newest date in the cache, with a
    warning), of these the newest that make up ``last``, else all. A commitment in another currency is
    converted at the reference rate of ``on``. ``to`` converts for display only: the commitment at that rate,
    each period at its own average. Raises what read_commitment, read_spending, ratios, SpendingSeries.prior
    and .last, RateBook.quote and .average raise.
    """
    commitment = read_commitment(words, over=over, lang=lang)
    series = read_spending(prior)
    warnings = []
    if on is None:
        on, notice = newest_date(book)
        warnings.append(notice)
    window, later = series.prior(on)
    if last is not None:
        window = window.last(_length(last))
    own, home = commitment.total.currency, series.currency
    bridge = book.quote(own, home, on)  # 1 where they are the same, and a future date is refused either way
    shown = [book.quote(own, code, on) for code in dict.fromkeys((home, *to)) if code != own]
    result = Comparison(
        commitment=annualised(commitment, parse_phasing("even", commitment.months), None, shown),
        prior=_prior(window, later, [code for code in dict.fromkeys(to) if code != home], book),
        ratios=ratios(
            bridge.convert(commitment.total.value), bridge.convert(commitment.annual_average), window
        ),
        cagr=cagr(window),
        real=None,
    )
    return Outcome(result, (*warnings, *_notices(window, later, on), *rate_notices(shown)))


def _prior(
    window: SpendingSeries, later: Sequence[SpendingPeriod], codes: Sequence[str], book: RateBook
) -> Prior:
    currency, last, peak = window.currency, window.last_year, window.peak_year
    quotes = [
        [book.average(currency, code, Period(period.start, period.end)) for code in codes]
        for period in window.periods
    ]
    columns = list(zip(*quotes, strict=True))
    return Prior(
        currency=currency,
        source=window.source,
        periods=tuple(
            _period(period, currency, row) for period, row in zip(window.periods, quotes, strict=True)
        ),
        window=Window(window.periods[0].start, window.periods[-1].end, window.years),
        total=Money(window.total, currency),
        mean=in_minor_units(window.mean, currency),
        last=Money(last.amount, currency) if last else None,
        peak=Money(peak.amount, currency) if peak else None,
        last_label=last.label if last else None,
        peak_label=peak.label if peak else None,
        later=tuple(_period(period, currency, ()) for period in later),
        converted=tuple(_converted(window, column) for column in columns) or None,
    )


def _period(period: SpendingPeriod, currency: str, quotes: Sequence[Quote]) -> PriorPeriod:
    converted = [
        ConvertedPeriod(in_minor_units(quote.convert(period.amount), quote.quote), quote) for quote in quotes
    ]
    return PriorPeriod(
        period.start, period.end, period.label, Money(period.amount, currency), tuple(converted) or None
    )


def _converted(window: SpendingSeries, quotes: Sequence[Quote]) -> ConvertedPrior:
    """The periods each at its own quote, all to one currency."""
    code = quotes[0].quote
    with localcontext(EXACT):
        pairs = zip(window.periods, quotes, strict=True)
        total = sum((quote.convert(period.amount) for period, quote in pairs), Decimal(0))
        mean = total * 12 / window.months
    return ConvertedPrior(code, in_minor_units(total, code), in_minor_units(mean, code))


def _notices(window: SpendingSeries, later: Sequence[SpendingPeriod], on: date) -> Iterator[Notice]:
    """What is missing from the window, left out of it, or uneven in it."""
    if later:
        named = ", ".join(f"{period.named} to {period.end}" for period in later)
        yield Notice("later_periods", f"not ended by {on}, so not counted: {named}")
    newest = window.periods[-1]
    known_from = later[0].start if later else on
    if newest.end + timedelta(days=365) <= known_from:
        message = f"past spending ends on {newest.end}, a year or more before {known_from}"
        yield Notice("prior_ends_early", message)
    for before, after in window.gaps:
        yield Notice("gap", f"{describe_gap(before, after)}: total and mean are without it")
    for period in window.odd_lengths:
        message = (
            f"{period.named} covers {Span(period.months).words()}, unlike most: the mean counts its length"
        )
        yield Notice("mixed_lengths", message)
    if not window.single_years:
        yield Notice("no_single_year", "no past period is a single year: last year and peak are not known")
        return
    if window.last_year is None:
        message = f"the newest period, {newest.named}, is no single year: the last year is not known"
        yield Notice("last_not_known", message)
    if window.peak_year is None:
        message = "a longer period holds a year larger than any single one: the peak is not known"
        yield Notice("peak_not_known", message)


def _length(last: Span | Period) -> Span:
    if isinstance(last, Period):
        message = f"--last takes a length, not the dates {last.start}..{last.end}"
        raise UsageError("bad_span", message, "give --last 10y, for example")
    return last
