"""Past spending by itself: its periods, what they add up to, how it grew."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from ..errors import UsageError
from ..finance.comparison import cagr, growth
from ..finance.spending import SpendingSeries
from ..money.periods import Period, Span
from ..records import dataclass
from .outcome import Outcome
from .prior import Prior, prior_of, unevenness


@dataclass(frozen=True, slots=True)
class Spending:
    """``growth`` has, for each period, its change on the period before as a fraction.

    None stands where there is none before it, where the two do not adjoin, or are not as long, and where
    nothing was spent in the first.
    """

    spent: Prior
    growth: tuple[Decimal | None, ...]
    cagr: Decimal | None


def spending(series: SpendingSeries, *, last: Span | Period | None = None) -> Outcome[Spending]:
    """The figures of a series, of its newest periods that make up ``last``, else of all.

    Raises what SpendingSeries.last raises, UsageError (``bad_span``) for a ``last`` with dates.
    """
    if isinstance(last, Period):
        raise UsageError(
            "bad_span",
            "--last takes a length, not the dates {start}..{end}",
            "give --last 10y, for example",
            start=last.start,
            end=last.end,
        )
    if last is not None:
        series = series.last(last)
    changes = (growth(before, after) for before, after in pairwise(series.periods))
    result = Spending(prior_of(series), (None, *changes), cagr(series))
    return Outcome(result, tuple(unevenness(series)))
