"""Average rates of the periods that rows are dated by, each worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from ..errors import NoRateError
from ..money.currency_cells import Unit
from ..money.periods import Period
from ..rates.book import RateBook
from ..rates.calendar_rules import OFFICIAL, OK
from ..rates.official import official


class Average(NamedTuple):
    """As a calendar has a day: a rate, its last observation, and status, source and method."""

    rate: float | None
    observed: date | None
    status: str
    source: str | None = None
    method: str | None = None


class Averages:
    """The average rates of ``book`` in ``targets``."""

    def __init__(self, book: RateBook, targets: Sequence[str]) -> None:
        self._book, self._targets = book, targets
        self.of = cache(self._of)

    def _of(self, unit: Unit, first: date, last: date) -> tuple[Average, ...]:
        """For one of ``unit`` over the days from ``first`` to ``last``, in each target."""
        return tuple(self._one(unit, target, Period(first, last)) for target in self._targets)

    def _one(self, unit: Unit, target: str, period: Period) -> Average:
        try:
            quote = self._book.average(unit.code, target, period)
        except NoRateError as error:
            return Average(None, None, error.code)
        status = OFFICIAL if any(official(quote)) else OK
        return Average(float(quote.rate / unit.parts), quote.observed, status, quote.source, quote.method)
