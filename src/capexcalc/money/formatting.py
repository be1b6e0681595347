"""Decimals as figures people read: grouped digits, a unit shared by all figures that are to be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import MAX_PREC, ROUND_HALF_UP, Context, Decimal

# Shifts and rounds any figure without losing a digit before the last one shown.
DISPLAY = Context(prec=MAX_PREC, rounding=ROUND_HALF_UP)

_UNITS = ((12, "tn"), (9, "bn"), (6, "m"))


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit (``power`` of ten and its ``suffix``) and a number of decimals, for every figure of a column."""

    power: int
    suffix: str
    decimals: int

    def show(self, value: Decimal) -> str:
        """``50.08 bn``; without a unit ``50,079,732,205.22``."""
        figure = fixed(value.scaleb(-self.power, DISPLAY), self.decimals)
        return f"{figure} {self.suffix}" if self.suffix else figure


def scale(values: Iterable[Decimal], *, exact: bool = False) -> Scale:
    """The unit of the largest of ``values``, with decimals enough for two digits of the smallest.

    Below a million, and where ``exact``, there is no unit and every digit is shown.
    """
    sizes = [v.copy_abs() for v in values if v]
    largest = max(sizes, default=Decimal(0)).adjusted()
    power, suffix = next(((p, s) for p, s in _UNITS if largest >= p), (0, ""))
    if exact or not suffix:
        return Scale(0, "", max((_places(v) for v in sizes), default=0))
    return Scale(power, suffix, max(2, 1 + power - min(v.adjusted() for v in sizes)))


def fixed(value: Decimal, decimals: int) -> str:
    """``value`` rounded half up to ``decimals`` places, digits grouped by commas."""
    return f"{_rounded(value, decimals):,f}"


def significant(value: Decimal, digits: int) -> str:
    """``value`` rounded half up to ``digits`` significant ones, never cutting whole units."""
    return fixed(value, _decimals(value, digits))


def readable(value: Decimal, digits: int = 4) -> str:
    """One figure by itself: ``50.08 bn``, ``326.1 bn``, ``7.588``; at least ``digits`` significant digits."""
    power, suffix = _unit(value)
    figure = significant(value.scaleb(-power, DISPLAY), digits)
    figure = figure.rstrip("0").rstrip(".") if "." in figure else figure
    return f"{figure} {suffix}" if suffix else figure


def legible(value: Decimal, digits: int = 4) -> Decimal:
    """``value`` rounded to what ``readable`` shows of it."""
    power, _ = _unit(value)
    shifted = value.scaleb(-power, DISPLAY)
    return _rounded(shifted, _decimals(shifted, digits)).scaleb(power, DISPLAY)


def plain(value: Decimal) -> str:
    """Every digit of ``value``, no exponent, no grouping: for machines."""
    return f"{value:f}"


def percent(value: Decimal) -> str:
    """``value``, which is in percent already, with two decimals."""
    return f"{fixed(value, 2)}%"


def _unit(value: Decimal) -> tuple[int, str]:
    largest = value.adjusted() if value else 0
    return next(((p, s) for p, s in _UNITS if largest >= p), (0, ""))


def _decimals(value: Decimal, digits: int) -> int:
    """Decimals that ``digits`` significant ones are, of those that ``value`` has."""
    return min(_places(value), max(0, digits - 1 - value.adjusted()))


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), context=DISPLAY)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
