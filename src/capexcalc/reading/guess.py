"""A text too short to tell its language by, read in each that it may be in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .mentions import Amount, Reading


def agree(readings: Sequence[Reading]) -> Reading:
    """The reading that makes out the most amounts, the first of these: money is written in own words.

    Amounts that another language reads otherwise are noted (``language``), their currencies and values left
    open.
    """
    best = max(readings, key=lambda reading: sum(map(_made_out, reading.amounts)))
    others = [r.amounts for r in readings if r is not best and len(r.amounts) == len(best.amounts)]
    amounts = (_opened(amount, [other[i] for other in others]) for i, amount in enumerate(best.amounts))
    return best._replace(amounts=tuple(amounts))


def _made_out(amount: Amount) -> bool:
    return "unread_unit" not in (amount.notes or ())


def _opened(amount: Amount, others: Sequence[Amount]) -> Amount:
    read = (amount.value, amount.currency)
    told = [other for other in others if _made_out(other) and (other.value, other.currency) != read]
    if not told:
        return amount
    codes = dict.fromkeys(code for each in (amount, *told) for code in each.candidates)
    values = dict.fromkeys(value for each in (amount, *told) for value in each.readings or (each.value,))
    return replace(
        amount,
        candidates=tuple(codes),
        notes=(*(amount.notes or ()), "language"),
        readings=tuple(values) if len(values) > 1 else None,
    )
