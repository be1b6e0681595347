"""A stated figure is a rounding interval; a claim holds if the computed figure can fall into it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal, get_args

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ...records import dataclass

Verdict = Literal["supported", "close", "refuted", "not_enough_info"]
_OPENLY = Decimal("1.1")  # times as much as it says "more than" one may be, and "nearly" as much as one
_ROUNDLY = Decimal("1.19")  # the same of round figures, of which there are few
_TEN = 10
_NEARLY = Decimal("0.15")  # of a share or a change, by which what is told to be nearly that may miss it
_ONE_PERCENT = Decimal("0.01")
_HALF_A_POINT, _QUARTER = Decimal("0.005"), Decimal("0.0025")  # that "about 1.5 %" is one of, and may miss
_OPEN = frozenset(("at_least", "at_most"))
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """``interval`` is the strict one; ``deviation_percent`` is (stated / computed - 1) in percent."""

    verdict: Verdict
    interval: Interval
    deviation_percent: Decimal | None


def judge(stated: Amount, computed: Decimal, tolerance: Decimal, band: Interval | None = None) -> Judgement:
    """Hold ``computed`` against an amount as written; see weigh. One that is true to the letter, "more than
    26m" of 27.2m, "over 100m" of 129m, is never refuted, unless nobody would put it so, so far off is it."""
    strict, coarse = strictly(stated), coarsely(stated)
    found = weigh(stated.value, strict, coarse, computed, band, tolerance)
    if found.verdict == "refuted" and _is_true_to_the_letter(stated, computed, band):
        return replace(found, verdict="close")
    return found


def _is_true_to_the_letter(stated: Amount, computed: Decimal, band: Interval | None) -> bool:
    half, round_ = coarse_unit(stated) / 2, _is_round(stated)
    openly = _ROUNDLY if round_ else _OPENLY
    low, high = (band.low, band.high) if band is not None and round_ else (computed, computed)
    if stated.bound == "at_least":
        most = max(EXACT.multiply(stated.value, openly), stated.value + half)
        return 0 < stated.value <= computed and low <= most
    least = min(EXACT.divide(stated.value, openly), stated.value - half)
    return stated.bound == "at_most" and 0 < least <= high and computed <= stated.value


def _is_round(stated: Amount) -> bool:
    """Whether a figure is one that bounds are told in: 400 or 25, but not 19."""
    counted = abs(EXACT.divide(stated.value, coarse_unit(stated)))
    return counted < _TEN or (counted < _TEN**2 and not counted % 5)


def weigh(
    stated: Decimal,
    strict: Interval,
    coarse: Interval,
    computed: Decimal,
    band: Interval | None,
    tolerance: Decimal,
) -> Judgement:
    """The verdict on a ``stated`` figure.

    ``band`` is what ``computed`` can be, made from rounded figures or at the rates of a market. With d the
    relative distance from ``stated`` to ``computed`` and T the ``tolerance``: supported if the strict
    interval meets the band, or the coarse one does and d <= T; else close if d <= T, or if the coarse one
    meets the band with d <= 5 T; else refuted.

    Were d measured to the nearest point of the band, figures 3 % off would be close on every fourth day
    (benchmarks/verdicts.py).
    """
    band = band or Interval(computed, computed)
    apart = distance(stated, computed)
    nearly = coarse.meets(band)
    if strict.meets(band) or (nearly and apart <= tolerance):
        verdict: Verdict = "supported"
    elif apart <= tolerance or (nearly and apart <= 5 * tolerance):
        verdict = "close"
    else:
        verdict = "refuted"
    return Judgement(verdict, strict, deviation(stated, computed))


def deviation(stated: Decimal, computed: Decimal) -> Decimal | None:
    """How far a stated figure lies above the computed one, in percent; None where that is nothing."""
    if not computed:
        return None
    return ((EXACT.divide(stated, computed) - 1) * 100).quantize(Decimal("0.01"), context=EXACT)


def distance(stated: Decimal, computed: Decimal) -> Decimal:
    """How far apart two figures are, as a fraction of the computed one; from nothing, infinitely far."""
    if not computed:
        return Decimal("Infinity" if stated else 0)
    return abs(EXACT.divide(stated, computed) - 1)


def weigh_proportion(
    stated: Decimal,
    strict: Interval,
    computed: Decimal,
    spread: Interval,
    tolerance: Decimal,
    coarse: Interval | None = None,
    *,
    nearly: bool = False,
) -> Judgement:
    """The verdict on a stated share or change, whose interval ``strict`` a bound may leave on one side of it.

    ``spread`` is what the two amounts leave open, ``coarse`` what they do if only their digits up to the last
    that is not zero were meant: what fits that from nearby is close. What is true to the letter is never
    refuted: 25 % is "less than half", though nobody would put it so; but it is not ``nearly`` half, which may
    be a seventh less, and "just over half" a seventh more.
    """
    found = weigh(stated, strict, strict, computed, spread, tolerance)
    above, below = stated == strict.low < computed, stated == strict.high > computed
    to_the_letter = not nearly and (above or below) and max(stated * spread.low, stated * spread.high) > 0
    apart = distance(stated, computed)
    near = coarse is not None and coarse.meets(strict) and apart <= 5 * tolerance
    near = near or (nearly and (above or below) and apart <= _NEARLY)
    if found.verdict == "refuted" and (to_the_letter or near):
        return replace(found, verdict="close")
    return found


def interval(stated: Amount | Proportion, unit: Decimal) -> Interval:
    """The figures that are written like ``stated`` when the last digit that counts is worth ``unit``.

    "More than" and "at least" promise the figure or somewhat over it, "up to" and "nearly" the figure or
    somewhat under it: the interval then reaches a whole unit to that side, but from one unit only to half of
    it: "nearly 1bn" is not nothing.
    """
    value = stated.value
    if stated.bound == "at_most" and 0 < value <= unit:
        return Interval(value / 2, value)
    if stated.bound == "at_least":
        return Interval(value, value + unit)
    if stated.bound == "at_most":
        return Interval(value - unit, value)
    return Interval.around(value, unit)


def strictly(stated: Amount | Proportion) -> Interval:
    """The figures that round to ``stated`` at its last written digit."""
    return interval(stated, stated.unit)


def openly(*amounts: Amount) -> list[Interval] | None:
    """All that amounts may be where one is told to be more or less than it says, "over 300m" as much as 400m,
    and "over 654.8m" as much as a hundredth more; None where none is."""
    if not any(amount.bound in _OPEN for amount in amounts):
        return None
    return [
        _rounded(amount, interval(amount, max(coarse_unit(amount), abs(amount.value) / 100)))
        if amount.bound in _OPEN
        else strictly(amount)
        for amount in amounts
    ]


def _rounded(amount: Amount, reach: Interval) -> Interval:
    """All that an open amount may be, and what its bound was rounded from: "as much as 1.6bn" of 1.63bn."""
    half = amount.unit / 2
    if amount.bound == "at_most":
        return Interval(reach.low, reach.high + half)
    return Interval(reach.low - half, reach.high)


def spare(found: Judgement, band: Interval | None) -> Judgement:
    """A verdict that accuses nobody of what the open end of a figure it was made from leaves room for."""
    if found.verdict == "refuted" and band is not None and found.interval.meets(band):
        return replace(found, verdict="close")
    return found


def spare_round(found: Judgement, told: Proportion, tolerance: Decimal) -> Judgement:
    """A verdict that accuses nobody of a share rounded to tens or to a word, where d <= 5 T: "60 %" of 57,
    "four-fifths" of 85 %; nor of one told with "about" that is rounded to half a point."""
    if found.verdict != "refuted" or told.kind != "share" or found.deviation_percent is None:
        return found
    in_words = not any(char.isdecimal() for char in told.text)
    to_tens = told.unit >= _ONE_PERCENT and not told.value % (10 * _ONE_PERCENT)
    near = abs(found.deviation_percent) <= 500 * tolerance
    computed = EXACT.divide(told.value, 1 + found.deviation_percent / 100) if near else Decimal(0)
    halved = told.bound == "about" and not told.value % _HALF_A_POINT
    halved = halved and abs(abs(computed) - told.value) <= _QUARTER
    return replace(found, verdict="close") if near and (in_words or to_tens or halved) else found


def coarsely(stated: Amount) -> Interval:
    """The figures that round to ``stated`` at its last digit that is not zero."""
    return interval(stated, coarse_unit(stated))


def supporting(stated: Amount, tolerance: Decimal, band: Decimal = Decimal(0)) -> Interval:
    """The computed figures that support ``stated``, each within its ``band`` to either side: what meets its
    strict interval, or the coarse one from within the tolerance."""
    strict, coarse = strictly(stated), coarsely(stated)
    near = sorted(EXACT.divide(stated.value, 1 + sign * tolerance) for sign in (1, -1))
    low = max(EXACT.divide(coarse.low, 1 + band), near[0])
    high = min(EXACT.divide(coarse.high, 1 - band), near[1])
    return Interval(
        min(EXACT.divide(strict.low, 1 + band), low), max(EXACT.divide(strict.high, 1 - band), high)
    )


def coarse_unit(stated: Amount) -> Decimal:
    """The worth of one in the last digit that is not zero ("380bn": 10bn)."""
    exponent = stated.value.normalize(EXACT).as_tuple().exponent
    if not stated.value or not isinstance(exponent, int):
        return stated.unit
    return max(stated.unit, Decimal(1).scaleb(exponent))
