"""Past spending as bars of a year each, a commitment's average year beside them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ..money.money import EXACT, Money
from ..money.periods import Period
from ..words import in_words
from .chart import Bar, BarChart
from .figures import money_scale
from .wording.charts import COMMITTED_A_YEAR, spent_a_year

if TYPE_CHECKING:
    from ..commands.prior import PriorPeriod


def a_year(period: PriorPeriod) -> Decimal:
    """What was spent a year: a longer period is not drawn larger for being longer."""
    months = max(1, Period(period.start, period.end).nearest_months())
    return EXACT.divide(EXACT.multiply(period.amount.value, Decimal(12)), Decimal(months))


def prior_chart(periods: Sequence[PriorPeriod], commitment: Money | None = None) -> BarChart:
    """The periods, and ``commitment``, the average year of one in the same currency."""
    currency = periods[0].amount.currency
    sized = [(period.label or str(period.end), Money(a_year(period), currency)) for period in periods]
    shared = money_scale([money for _, money in sized] + [commitment], exact=False)
    bars = [Bar(label, money.value, shared.show(money.value)) for label, money in sized]
    if commitment is not None:
        bars.append(
            Bar(in_words(COMMITTED_A_YEAR), commitment.value, shared.show(commitment.value), strong=True)
        )
    return BarChart(spent_a_year(currency), bars)
