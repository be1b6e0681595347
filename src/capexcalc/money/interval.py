"""Interval arithmetic: what a result can be when the figures it is made from are rounded.

Both ends are carried through each operation (R. E. Moore, Interval Analysis, 1966).
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .money import EXACT


class Interval(NamedTuple):
    """All values from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    @classmethod
    def around(cls, value: Decimal, unit: Decimal) -> Interval:
        """The values that round to ``value`` when its last digit is worth ``unit``."""
        return cls(value - unit / 2, value + unit / 2)

    def plus(self, other: Interval) -> Interval:
        return Interval(EXACT.add(self.low, other.low), EXACT.add(self.high, other.high))

    def over(self, other: Interval) -> Interval:
        """The quotient, of positive figures; where the other may be nothing, without end."""
        return Interval(_quotient(self.low, other.high), _quotient(self.high, other.low))

    def times(self, factor: Decimal) -> Interval:
        ends = EXACT.multiply(self.low, factor), EXACT.multiply(self.high, factor)
        return Interval(min(ends), max(ends))

    def by(self, other: Interval) -> Interval:
        """The product."""
        ends = [end for factor in other for end in self.times(factor)]
        return Interval(min(ends), max(ends))

    def moved(self, by: Decimal) -> Interval:
        return Interval(self.low + by, self.high + by)

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high


def _quotient(value: Decimal, by: Decimal) -> Decimal:
    return EXACT.divide(value, by) if by else Decimal("Infinity").copy_sign(value)
