"""Means of the rates observed in a period, and annual averages published as such."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..money.money import EXACT, PRINTED
from ..money.periods import Period
from .quote import Leg, Quote, chained
from .routes import routes, stretches
from .source_rates import SourceRates


class Mean(NamedTuple):
    """The ``total`` of the rates of the days ``observed``, of ``published`` days in all.

    ``facts`` are the fixed rates and pegs they rest on; ``served`` says that rates of the pair were being
    published on the first day of the period, ``whole`` that no part of it is without.
    """

    source: SourceRates
    total: Decimal
    observed: Sequence[date]
    published: int
    facts: tuple[Leg, ...]
    served: bool
    whole: bool

    def quote(self, base: str, quote: str, period: Period) -> Quote:
        rate = PRINTED.plus(EXACT.divide(self.total, Decimal(len(self.observed))))
        return Quote(
            base,
            quote,
            rate,
            as_of=period.end,
            observed=self.observed[-1],
            method="average",
            source=self.source.id,
            legs=self.facts,
            from_=period.start,
            to=period.end,
            observations=len(self.observed),
        )


def mean(base: str, quote: str, period: Period, source: SourceRates, *, pegged: bool) -> Mean:
    """The mean of the rates of one source.

    On days on which the law or a peg alone gives the rate, that counts as often as the source published.
    """
    total, published, served = Decimal(0), 0, False
    observed: list[date] = []
    facts: dict[Leg, None] = {}
    for first, last, way in stretches(base, quote, period.start, period.end, [source], pegged=pegged):
        if way is not None:
            facts.update(dict.fromkeys((*way.before, *way.after)))
            served = served or (first == period.start and way.serves(first))
        for day, values in source.rows(way.columns if way else (), first, last):
            published += 1
            if way is not None and values is not None:
                observed.append(day)
                total = EXACT.add(total, chained(base, way.legs(day, values, bare=True), EXACT))
    whole = source.covers(period.start, period.end, observed, published)
    return Mean(source, total, observed, published, tuple(facts), served, whole)


def annual(base: str, quote: str, period: Period, source: SourceRates) -> Quote | None:
    """The average of a calendar year as ``source`` published it, or a cross of two; None if there is none."""
    if (period.start, period.end) != (date(period.end.year, 1, 1), date(period.end.year, 12, 31)):
        return None
    # Published long after, in the currency of that day, or in one the euro has replaced since.
    for way in routes(base, quote, source.manifest.newest, [source], pegged=False):
        for day, values in source.rows(way.columns, period.end, period.end) if way.source else ():
            if values is not None:
                legs = way.legs(day, values)
                rate = chained(base, legs, PRINTED)
                return Quote(
                    base, quote, rate, period.end, day, "average", source.id, legs, period.start, period.end
                )
    return None
