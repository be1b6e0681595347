"""How a commitment stands against past spending: ratios, and the growth of what was spent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from ..errors import NotComparableError
from ..money.money import EXACT, PRINTED
from ..money.periods import Period
from ..records import dataclass
from .spending import SpendingPeriod, SpendingSeries

if TYPE_CHECKING:
    from .price_index import PriceIndex


@dataclass(frozen=True, slots=True)
class Ratios:
    """Commitment by past spending, 28 digits at most; None where the past figure is not known, or zero."""

    total_to_prior_total: Decimal
    annual_to_mean: Decimal
    annual_to_last: Decimal | None
    annual_to_peak: Decimal | None


def ratios(total: Decimal, annual: Decimal, window: SpendingSeries) -> Ratios:
    """``total`` and its ``annual`` average, in the currency of ``window``, by what was spent in it.

    Raises NotComparableError ``zero_prior`` where nothing was spent.
    """
    if not window.total:
        first, newest = window.periods[0], window.periods[-1]
        raise NotComparableError(
            "zero_prior",
            "past spending from {start} to {end} adds up to zero: there is no ratio to it",
            start=first.start,
            end=newest.end,
        )
    last, peak = window.last_year, window.peak_year
    return Ratios(
        total_to_prior_total=_ratio(total, window.total),
        annual_to_mean=_ratio(annual, window.mean),
        annual_to_last=_ratio(annual, last.amount) if last and last.amount else None,
        annual_to_peak=_ratio(annual, peak.amount) if peak and peak.amount else None,
    )


def cagr(window: SpendingSeries) -> Decimal | None:
    """Compound annual growth rate, as a fraction: (last / first) ^ (1 / n) - 1, n the years between the two.

    None unless all periods are single years, two or more, with something spent in the first and the last.
    Source of the formula: World Bank, World Development Indicators, "Sources and methods", geometric growth
    rate.
    """
    first, last = window.periods[0], window.periods[-1]
    if len(window.single_years) != len(window.periods) or first is last:
        return None
    if not (first.amount and last.amount):
        return None
    with localcontext(EXACT):
        years = Decimal(Period(first.end, last.end).nearest_months()) / 12
        growth = ((last.amount / first.amount).ln() / years).exp() - 1
    return PRINTED.plus(growth).normalize(PRINTED)


def growth(before: SpendingPeriod, after: SpendingPeriod) -> Decimal | None:
    """Change from one period to the next, as a fraction: after / before - 1.

    None unless they adjoin and are as long, with something spent in the first.
    """
    adjoin = after.start - before.end == timedelta(days=1)
    if not (adjoin and before.months == after.months and before.amount):
        return None
    return PRINTED.plus(EXACT.subtract(EXACT.divide(after.amount, before.amount), Decimal(1)))


def overtaken_in(total: Decimal, months: int, spent: Decimal) -> int | None:
    """The month, from 1, in which ``total``, the same each month, exceeds ``spent``; None if never."""
    if total <= spent:
        return None
    with localcontext(EXACT):
        return int(spent * months / total) + 1


def currency_effect(constant: Decimal, reported: Decimal) -> Decimal:
    """By what factor a ratio to past spending changes where that is converted before it is compared.

    ``constant`` is the past total at the rate of the commitment, ``reported`` each period at its own rate.
    """
    return _ratio(constant, reported)


def deflated(series: SpendingSeries, index: PriceIndex, base_year: int) -> SpendingSeries:
    """The series in the prices of ``base_year``, each period spread evenly over its months.

    The series is deflated in its own currency, before anything is converted.
    Raises NoRateError (``no_index``) where the index does not reach.
    """
    periods = (
        replace(p, amount=index.real(p.amount, index.years(p.start, p.end), base_year))
        for p in series.periods
    )
    return replace(series, periods=tuple(periods))


def _ratio(value: Decimal, base: Decimal) -> Decimal:
    return PRINTED.plus(EXACT.divide(value, base))
