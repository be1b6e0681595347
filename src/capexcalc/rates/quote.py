"""A rate with everything needed to check it by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from ..money.money import EXACT

Method = Literal["direct", "inverse", "cross", "fixed", "peg", "average"]

# Fields that JSON leaves out, rather than printing null, where they do not apply.
ABSENT = {"absent_if_none": True}


@dataclass(frozen=True, slots=True)
class Leg:
    """One published rate a quote rests on: units of ``quote`` for one ``base``, digits as published."""

    base: str
    quote: str
    rate: Decimal
    observed: date
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """How many units of ``quote`` one unit of ``base`` buys, with its provenance.

    ``rate`` has 28 significant digits at most; ``as_of`` is the date asked, ``observed`` the date of the
    observation used (never later). An average has ``from_``, ``to`` and the count of ``observations``
    instead of legs, and ``observed`` is then the last of them.
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
        if not self.legs:
            return EXACT.multiply(value, self.rate)
        divisor, currency = Decimal(1), self.base
        for leg in self.legs:
            if leg.base == currency:
                value, currency = EXACT.multiply(value, leg.rate), leg.quote
            else:
                divisor, currency = EXACT.multiply(divisor, leg.rate), leg.base
        return EXACT.divide(value, divisor)
