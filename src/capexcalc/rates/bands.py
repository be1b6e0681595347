"""What a rate may have been on the market about a day, where a source fixes it once a day.

A wire service converts at the rate of the minute; the ECB observes at 14:15, the NBP at 11. The truth lies
near three fixings, that of the day and its neighbours, and not always between them: widened by half a percent
they hold 98 to 99 % of what noon in New York and 11 h in Warsaw really brought (benchmarks/verdicts.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from ..money.interval import Interval
from ..money.money import EXACT
from .legal_facts import changed_units
from .quote import chained
from .routes import Route

# How far the market may go beyond the fixings, as a fraction of the rate: of an observed one, of a peg.
MARKET, PEGGED = Decimal("0.005"), Decimal("0.0025")

# A neighbour is the observation before or after that is at most so far away: some tables are fortnightly.
_NEAR = timedelta(days=15)
_ONE_DAY, _WEEK = timedelta(days=1), timedelta(days=6)
_FURTHEST = Decimal("0.03")  # a rate that jumped by more than twice that may have done so in one day


def band_of_facts(rate: Decimal, *, pegged: bool) -> Interval:
    """A rate fixed by law is one figure; the bank that holds a peg trades a little to either side of it."""
    return widened([rate], PEGGED) if pegged else Interval(rate, rate)


def band_about(base: str, way: Route, observed: date, until: date) -> Interval:
    """From the lowest to the highest rate of ``base`` on the day ``observed`` and the observations before and
    after it, no later than ``until``, widened.

    Between two rates that are a week or a fortnight apart the market goes further than from one day to the
    next: such a band is wider by half of what the rate moved from one to the other. Of days between
    observations taken a week apart out of daily ones it holds 96 to 99 % instead of 87 to 97 %.
    """
    around = list(_around(base, way, observed, until))
    rates = [rate for _, rate in around]
    rhythmic = way.source is not None and way.source.row.rhythm
    return widened(rates, MARKET + _between(observed, around) if rhythmic else MARKET)


def _between(observed: date, around: Sequence[tuple[date, Decimal]]) -> Decimal:
    """How much further the market may have gone between rates that were not observed daily, as a fraction."""
    rate = dict(around).get(observed)
    if not rate:
        return Decimal(0)
    moved = [abs(EXACT.divide(each, rate) - 1) for day, each in around if abs(day - observed) >= _WEEK]
    return min(max(moved, default=Decimal(0)) / 2, _FURTHEST)


def widened(rates: Iterable[Decimal], margin: Decimal) -> Interval:
    """From the lowest to the highest of ``rates``, and that fraction further at both ends."""
    found = list(rates)
    low, high = EXACT.multiply(min(found), 1 - margin), EXACT.multiply(max(found), 1 + margin)
    return Interval(low, high)


def _around(base: str, way: Route, observed: date, until: date) -> Iterator[tuple[date, Decimal]]:
    source, columns = way.source, way.columns
    assert source is not None
    stretches = (
        source.rows(columns, observed - _NEAR, observed - _ONE_DAY, newest_first=True),
        source.rows(columns, observed, observed),
        source.rows(columns, observed + _ONE_DAY, min(observed + _NEAR, until)),
    )
    for rows in stretches:
        for day, values in rows:
            if values is None:
                continue
            if changed_units(columns, *sorted((day, observed))) is None:
                yield day, chained(base, way.legs(day, values, bare=True), EXACT)
            break
