"""A series of rates as a line."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ..words import in_words
from .chart import Level, LineChart
from .wording.charts import RATES_LABEL, rates_title, written

if TYPE_CHECKING:
    from ..commands.rates import Series
    from ..rates.quote import Quote


def rates_chart(series: Series) -> LineChart:
    """The rates from the first day observed to the last."""
    points = [(each.observed, each.rate) for each in series.rates]
    title = rates_title(series.base, series.quote, points[0][0], points[-1][0], series.source)
    return LineChart(in_words(RATES_LABEL), title, points)


def rates_around(
    series: Series, quote: Quote, stated: Decimal | None, band: tuple[Decimal, Decimal] | None
) -> LineChart:
    """The same about the day of ``quote``, and the rate that the figures of a text amount to, with the
    ``band`` that it is held against."""
    level = None if stated is None else Level(written(stated), stated)
    day = quote.observed if quote.from_ is None else None
    return rates_chart(series)._replace(day=day, level=level, band=band)
