"""Compare a commitment with what was spent before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from ..cache.manifest import Origin
from ..errors import Notice, UsageError
from ..finance.commitment import parse_phasing
from ..finance.comparison import Ratios, cagr, deflated, overtaken_in, ratios
from ..finance.spending import UNNAMED, SpendingSeries
from ..money.money import Money
from ..money.periods import Period, Span
from ..rates.book import RateBook
from ..rates.quote import ABSENT, Quote
from ..records import dataclass
from .annualise import Annualised, annualised, in_minor_units, read_commitment
from .notices import newest_date, rate_notices
from .outcome import Outcome
from .prior import Prior, convert_prior, lateness, prior_of, unevenness, unlikely

if TYPE_CHECKING:
    from ..finance.price_index import PriceIndex


@dataclass(frozen=True, slots=True)
class Overtaking:
    """The year of the schedule, and the month counted from the first (1), in which a commitment spent in
    equal parts comes to more than all of the window."""

    label: str
    month: int


@dataclass(frozen=True, slots=True)
class RealConversion:
    """Real amounts in a --to currency, all at the average rate of the base year (``quote``)."""

    currency: str
    total: Money
    annual_average: Money
    prior_total: Money
    prior_mean: Money
    quote: Quote


@dataclass(frozen=True, slots=True)
class Real:
    """The same figures in the prices of ``base_year``: ``total`` and ``annual_average`` are the commitment's.

    ``index`` names the prices, with the day they were retrieved from their source, for the release or by an
    update (``index_origin``), and ``country`` (ISO 3166-1 alpha-3) whose they are; the commitment was made in
    the money of ``commitment_year``.
    """

    base_year: int
    index: str
    country: str
    commitment_year: int
    total: Money
    annual_average: Money
    prior: Prior
    ratios: Ratios
    cagr: Decimal | None
    index_retrieved: date
    index_origin: Origin
    converted: tuple[RealConversion, ...] | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class Comparison:
    """``cagr`` is that of past spending; ``overtakes`` is None where the commitment is not the larger."""

    commitment: Annualised
    prior: Prior
    ratios: Ratios
    cagr: Decimal | None
    real: Real | None
    overtakes: Overtaking | None = None


def compare(
    words: str,
    *,
    book: RateBook,
    prior: SpendingSeries,
    over: Span | Period | None = None,
    last: Span | Period | None = None,
    on: date | None = None,
    to: Sequence[str] = (),
    prices: PriceIndex | None = None,
    base_year: int | None = None,
    lang: str | None = None,
) -> Outcome[Comparison]:
    """The commitment in ``words`` against the past spending ``prior``, in the currency of the latter.

    Counted are the periods that end on or before ``on`` (by default the newest date in the cache, with a
    warning), of these the newest that make up ``last``, else all. A commitment in another currency is
    converted at the reference rate of ``on``; where the past names no currency (UNNAMED) it has the
    commitment's, with a warning. ``to`` converts for display: the commitment at that rate, each
    period at its own average. With ``prices`` the same is done in the prices of ``base_year``. Where the
    commitment has a first day its schedule follows the fiscal years of the past. Raises what
    read_commitment, ratios, SpendingSeries.prior and .last, PriceIndex.real, RateBook.quote and .average
    raise.
    """
    commitment, warnings = read_commitment(words, over=over, lang=lang)
    if prior.currency == UNNAMED:
        prior = replace(prior, currency=commitment.total.currency)
        warnings.append(
            Notice(
                "currency_assumed",
                "the past spending names no currency: it is taken to be in {currency}",
                currency=prior.currency,
            )
        )
    if on is None:
        on, notice = newest_date(book, commitment.total.currency, prior.currency, *to)
        warnings.append(notice)
    window, later = prior.prior(on)
    if last is not None:
        window = window.last(_length(last))
    own, home = commitment.total.currency, window.currency
    bridge = book.quote(own, home, on)  # 1 where they are the same, and a future date is refused either way
    total, annual = bridge.convert(commitment.total.value), bridge.convert(commitment.annual_average)
    found = ratios(total, annual, window)
    codes = [code for code in dict.fromkeys(to) if code != home]
    shown = {code: book.quote(own, code, on) for code in (home, *codes) if code != own}
    converted = [
        convert_prior(window, _in(code, commitment.total, shown), book.quote(home, code, on), book)
        for code in codes
    ]
    year_end = window.year_end if commitment.start else None
    schedule = annualised(
        commitment, parse_phasing("even", commitment.months), year_end, tuple(shown.values())
    )
    real = None
    if prices is not None and base_year is not None:
        real, carried = _real((total, annual), window, prices, base_year, on, codes, book)
        warnings.extend(carried)
    result = Comparison(
        commitment=schedule,
        prior=prior_of(window, later, converted),
        ratios=found,
        cagr=cagr(window),
        real=real,
        overtakes=_overtaking(schedule, total, window),
    )
    notices = (
        *lateness(window, later, on),
        *unevenness(window),
        *unlikely(found.annual_to_mean),
        *rate_notices(result),
    )
    return Outcome(result, (*warnings, *notices))


def _overtaking(schedule: Annualised, total: Decimal, window: SpendingSeries) -> Overtaking | None:
    month = overtaken_in(total, schedule.months, window.total)
    if month is None:
        return None
    done = accumulate(row.months for row in schedule.schedule)
    label = next(row.label for row, months in zip(schedule.schedule, done, strict=True) if months >= month)
    return Overtaking(label, month)


def _real(
    committed: tuple[Decimal, Decimal],
    window: SpendingSeries,
    prices: PriceIndex,
    base_year: int,
    on: date,
    codes: Sequence[str],
    book: RateBook,
) -> tuple[Real, tuple[Notice, ...]]:
    """All of it in the prices of ``base_year``; the commitment was made in those of the year of ``on``."""
    total, annual = (prices.real(amount, [on.year], base_year) for amount in committed)
    series = deflated(window, prices, base_year)
    home = window.currency
    year = Period(date(base_year, 1, 1), date(base_year, 12, 31))
    rates = [book.average(home, code, year) for code in codes]

    def at(rate: Quote, amount: Decimal) -> Money:
        return in_minor_units(rate.convert(amount), rate.quote)

    result = Real(
        base_year=base_year,
        index=prices.title,
        country=prices.country,
        commitment_year=on.year,
        total=in_minor_units(total, home),
        annual_average=in_minor_units(annual, home),
        prior=prior_of(_rounded(series)),
        ratios=ratios(total, annual, series),
        cagr=cagr(series),
        index_retrieved=prices.retrieved,
        index_origin=prices.origin,
        converted=tuple(
            RealConversion(
                currency=rate.quote,
                total=at(rate, total),
                annual_average=at(rate, annual),
                prior_total=at(rate, series.total),
                prior_mean=at(rate, series.mean),
                quote=rate,
            )
            for rate in rates
        )
        or None,
    )
    return result, tuple(_real_notices(window, prices, on))


def _rounded(series: SpendingSeries) -> SpendingSeries:
    """Computed amounts as they are shown."""
    rounded = (replace(p, amount=in_minor_units(p.amount, series.currency).value) for p in series.periods)
    return replace(series, periods=tuple(rounded))


def _real_notices(window: SpendingSeries, prices: PriceIndex, on: date) -> Iterator[Notice]:
    if prices.currency != window.currency:
        yield Notice(
            "foreign_prices",
            "amounts in {currency} are deflated by the prices of {country}",
            currency=window.currency,
            country=prices.named,
        )
    needed = {on.year, *(year for p in window.periods for year in prices.years(p.start, p.end))}
    for year in sorted(needed):
        if (stand_in := prices.carried(year)) != year:
            yield Notice(
                "index_carried",
                (
                    "no index for {year} is known yet: that of {stand_in} stands for it, so prices are "
                    "taken not to have changed since"
                ),
                year=year,
                stand_in=stand_in,
            )


def _in(code: str, total: Money, shown: dict[str, Quote]) -> Decimal:
    return shown[code].convert(total.value) if code in shown else total.value


def _length(last: Span | Period) -> Span:
    if isinstance(last, Period):
        raise UsageError(
            "bad_span",
            "--last takes a length, not the dates {start}..{end}",
            "give --last 10y, for example",
            start=last.start,
            end=last.end,
        )
    return last
