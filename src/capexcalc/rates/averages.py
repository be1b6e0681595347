"""Means of the rates observed in a period, and averages of years and months published as such."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from ..money.money import EXACT, PRINTED
from ..money.periods import Period
from .quote import Leg, Quote, chained
from .routes import Route, routes, stretches
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


def published(base: str, quote: str, period: Period, source: SourceRates, *, pegged: bool) -> Quote | None:
    """The average of a calendar year or month as ``source`` published it, a cross of two, or the mean of the
    months that make up the period; None if there is none."""
    ends = _ends(period, monthly=source.row.monthly)
    if not ends:
        return None
    # Published long after, in the currency of that day, or in one the euro has replaced since.
    for on, pegs in ((source.manifest.newest, False), (period.end, pegged)):
        for way in routes(base, quote, on, [source], pegged=pegs):
            if any(leg.base == "EUR" and leg.observed > period.end for leg in (*way.before, *way.after)):
                continue  # a law to come, on no last day of a month, says nothing of what was on the market
            rows = source.rows(way.columns, ends[0], ends[-1]) if way.source else ()
            found = {day: values for day, values in rows if values is not None}
            if found.keys() >= set(ends):
                return _mean_of(base, quote, period, way, [(day, found[day]) for day in ends])
    return None


def _mean_of(
    base: str, quote: str, period: Period, way: Route, found: Sequence[tuple[date, tuple[Decimal, ...]]]
) -> Quote:
    assert way.source is not None
    day = found[-1][0]
    if len(found) == 1:
        legs, count = way.legs(*found[0]), None
        rate = chained(base, legs, PRINTED)
    else:
        rates = [chained(base, way.legs(*each, bare=True), EXACT) for each in found]
        legs, count = (*way.before, *way.after), len(found)
        rate = PRINTED.plus(EXACT.divide(sum(rates, Decimal(0)), Decimal(count)))
    return Quote(
        base, quote, rate, period.end, day, "average", way.source.id, legs, period.start, period.end, count
    )


def _ends(period: Period, *, monthly: bool) -> list[date]:
    """The last days of the whole months that a period is made of, or of the one year; else none."""
    following = period.end + timedelta(days=1)
    if period.start.day != 1 or following.day != 1:
        return []
    if not monthly:
        whole = period.start.month == 1 and period.start.year == period.end.year and period.end.month == 12
        return [period.end] if whole else []
    first, last = (day.year * 12 + day.month for day in (period.start, following))
    begins = (date(month // 12, month % 12 + 1, 1) for month in range(first, last))
    return [begin - timedelta(days=1) for begin in begins]
