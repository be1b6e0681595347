"""An amount of money, and the arithmetic it is done with."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

from ..records import dataclass

# Every division in the project runs in this context, never in the process-wide one, which belongs to the
# caller. 50 digits leave the cents of a quadrillion untouched after several steps.
EXACT = Context(prec=50, rounding=ROUND_HALF_EVEN)
# What is printed of a rate or a ratio without an end: more digits than any published rate bears, enough to
# check by hand, without the noise of the last of 50.
PRINTED = Context(prec=28, rounding=ROUND_HALF_EVEN)
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Money:
    """``value`` in major units (euros, not cents) of the ISO 4217 ``currency``."""

    value: Decimal
    currency: str


def plain(value: Decimal) -> Decimal:
    """``value`` without an exponent or idle zeros after its point."""
    if value.same_quantum(_ONE):
        return value  # as most are
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1), context=EXACT) if value == whole else value.normalize(EXACT)
