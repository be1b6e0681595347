"""A stated amount is a rounding interval; a claim holds if the computed figure falls into it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..money.money import EXACT
from ..reading.mentions import Amount

Verdict = Literal["supported", "close", "refuted", "not_enough_info"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """``interval`` is the strict one; ``deviation_percent`` is (stated / computed - 1) in percent."""

    verdict: Verdict
    interval: tuple[Decimal, Decimal]
    deviation_percent: Decimal | None


def judge(stated: Amount, computed: Decimal, tolerance: Decimal) -> Judgement:
    """Hold ``computed`` against the amount as written.

    Strict interval: half a unit of the last written digit either side. Coarse: half a unit of the last
    non-zero digit. With d the relative deviation and T the ``tolerance``: supported if within the strict
    interval, or within the coarse one with d <= T; else close if d <= T, or within the coarse one with
    d <= 5 T; else refuted.
    """
    strict, coarse = interval(stated, stated.unit), interval(stated, coarse_unit(stated))
    within, nearly = strict[0] <= computed <= strict[1], coarse[0] <= computed <= coarse[1]
    ratio = EXACT.divide(stated.value, computed) - 1 if computed else None
    apart = abs(ratio) if ratio is not None else Decimal(0 if stated.value == computed else "Infinity")
    if within or (nearly and apart <= tolerance):
        verdict: Verdict = "supported"
    elif apart <= tolerance or (nearly and apart <= 5 * tolerance):
        verdict = "close"
    else:
        verdict = "refuted"
    percent = None if ratio is None else (ratio * 100).quantize(Decimal("0.01"), context=EXACT)
    return Judgement(verdict, strict, percent)


def interval(stated: Amount, unit: Decimal) -> tuple[Decimal, Decimal]:
    """The figures that are written like ``stated`` when the last digit that counts is worth ``unit``.

    "More than" and "at least" promise the figure or somewhat over it, "up to" and "nearly" the figure or
    somewhat under it: the interval then reaches a whole unit to that side.
    """
    value = stated.value
    if stated.bound == "at_least":
        return value, value + unit
    if stated.bound == "at_most":
        return value - unit, value
    return value - unit / 2, value + unit / 2


def coarse_unit(stated: Amount) -> Decimal:
    """The worth of one in the last digit that is not zero ("380bn": 10bn)."""
    exponent = stated.value.normalize(EXACT).as_tuple().exponent
    if not stated.value or not isinstance(exponent, int):
        return stated.unit
    return max(stated.unit, Decimal(1).scaleb(exponent))
