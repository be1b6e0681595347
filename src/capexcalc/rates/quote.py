"""A rate with everything needed to check it by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, Decimal
from typing import Literal

from ..money.money import EXACT

_ONE = Decimal(1)

Method = Literal["direct", "inverse", "cross", "fixed", "peg", "average"]

# Fields that JSON leaves out, rather than printing null, where they do not apply.
ABSENT = {"absent_if_none": True}


@dataclass(frozen=True, slots=True)
class Leg:
    """One published rate a quote rests on: units of ``quote`` for one ``base``, digits as published.

    A fixed rate or a peg is ``observed`` on the day it took effect, and names its ``authority``: a law or a
    central bank. ``frequency`` is said where the source publishes the currency less often than daily.
    """

    base: str
    quote: str
    rate: Decimal
    observed: date
    source: str
    authority: str | None = field(default=None, metadata=ABSENT)
    frequency: Literal["weekly", "fortnightly", "annual"] | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class Quote:
    """How many units of ``quote`` one unit of ``base`` buys, with its provenance.

    ``rate`` has 28 significant digits at most; ``as_of`` is the date asked, ``observed`` the date of the
    observation used (never later). An average has ``from_``, ``to`` and the count of ``observations``, which
    an annual average published as such has not; ``observed`` is then the last of them, and the legs are the
    facts common to all.
    """

    base: str
    quote: str
    rate: Decimal
    as_of: date
    observed: date
    method: Method
    source: str
    legs: tuple[Leg, ...] = ()
    from_: date | None = field(default=None, metadata=ABSENT)
    to: date | None = field(default=None, metadata=ABSENT)
    observations: int | None = field(default=None, metadata=ABSENT)

    def convert(self, value: Decimal) -> Decimal:
        """``value`` units of ``base`` in units of ``quote``, at 50 digits, through the legs.

        ``rate`` of an inverse or a cross is rounded; the published rates are not. Dividing last, and once,
        keeps exact results exact.
        """
        if self.method == "average" or not self.legs:
            return EXACT.multiply(value, self.rate)
        return chained(self.base, self.legs, EXACT, value)


def chained(base: str, legs: Iterable[Leg], context: Context, value: Decimal = _ONE) -> Decimal:
    """``value`` units of ``base`` over ``legs``, of which each begins where the one before ends."""
    divisor, currency = _ONE, base
    for leg in legs:
        if leg.base == currency:
            value, currency = EXACT.multiply(value, leg.rate), leg.quote
        else:
            divisor, currency = EXACT.multiply(divisor, leg.rate), leg.base
    return context.plus(value) if divisor == 1 else context.divide(value, divisor)
