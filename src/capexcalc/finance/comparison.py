"""How a commitment stands against past spending: ratios, and the growth of what was spent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext

from ..errors import NotComparableError
from ..money.money import EXACT
from ..money.periods import Period
from .spending import PRINTED, SpendingSeries


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
        message = f"past spending from {first.start} to {newest.end} adds up to zero: there is no ratio to it"
        raise NotComparableError("zero_prior", message)
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


def _ratio(value: Decimal, base: Decimal) -> Decimal:
    return PRINTED.plus(EXACT.divide(value, base))
