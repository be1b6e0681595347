"""A text too short to tell its language by, read in each that it may be in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .mentions import Amount, Reading


def agree(readings: Sequence[Reading]) -> Reading:
    """The reading that finds the most amounts, the first of these: money is written in the text's own words.

    Amounts that another language reads otherwise are noted, their currencies left open: ``language`` where it
    reads another figure, else ``currency``.
    """
    best = max(readings, key=lambda reading: len(reading.amounts))
    others = [r.amounts for r in readings if r is not best and len(r.amounts) == len(best.amounts)]
    amounts = (_opened(amount, [o[i] for o in others]) for i, amount in enumerate(best.amounts))
    return best._replace(amounts=tuple(amounts))


def _opened(amount: Amount, others: Sequence[Amount]) -> Amount:
    told = [other for other in others if (other.value, other.currency) != (amount.value, amount.currency)]
    if not told:
        return amount
    codes = dict.fromkeys(code for each in (amount, *told) for code in each.candidates)
    doubt = "currency" if all(other.value == amount.value for other in told) else "language"
    notes = tuple(dict.fromkeys((*(amount.notes or ()), doubt)))
    return replace(amount, candidates=tuple(codes), notes=notes)
