"""Decimals as figures people read: grouped digits, a unit shared by all figures that are to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import MAX_PREC, ROUND_HALF_UP, Context, Decimal

from ..records import dataclass
from ..words import voice

# Shifts and rounds any figure without losing a digit before the last one shown.
DISPLAY = Context(prec=MAX_PREC, rounding=ROUND_HALF_UP)

# From which power of ten on a unit is used, its own power, and its name with the blank before it.
_UNITS = ((12, 12, " tn"), (9, 9, " bn"), (6, 6, " m"))


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit (``power`` of ten and its name) and a number of decimals, for every figure of a column."""

    power: int
    unit: str
    decimals: int

    def figure(self, value: Decimal) -> str:
        """``50.08``, without the unit; where there is none ``50,079,732,205.22``."""
        return fixed(value.scaleb(-self.power, DISPLAY), self.decimals)

    def show(self, value: Decimal) -> str:
        """``50.08 bn``; without a unit ``50,079,732,205.22``."""
        return f"{self.figure(value)}{self.unit}"


def scale(values: Iterable[Decimal], *, exact: bool = False) -> Scale:
    """The unit of the largest of ``values``, with decimals enough for two digits of the smallest.

    Below a million, and where ``exact``, there is no unit and every digit is shown.
    """
    sizes = [v.copy_abs() for v in values if v]
    largest = max(sizes, default=Decimal(0)).adjusted()
    power, unit = _unit_from(largest, _units())
    if exact or not unit:
        return Scale(0, "", max((_places(v) for v in sizes), default=0))
    return Scale(power, unit, max(2, 1 + power - min(v.adjusted() for v in sizes)))


def money(figure: str, unit: str, currency: str) -> str:
    """``50.08 bn EUR``, of a figure and a unit that are words already."""
    language = voice()
    return f"{figure}{unit} {currency}" if language is None else language.money(figure, unit, currency)


def figure(text: str) -> str:
    """``1,234.5`` as the reader's language writes it."""
    language = voice()
    return text if language is None else language.figure(text)


def fixed(value: Decimal, decimals: int) -> str:
    """``value`` rounded half up to ``decimals`` places, digits grouped by commas."""
    return figure(f"{_rounded(value, decimals):,f}")


def significant(value: Decimal, digits: int) -> str:
    """``value`` rounded half up to ``digits`` significant ones, never cutting whole units."""
    return fixed(value, _decimals(value, digits))


def readable(value: Decimal, digits: int = 4) -> str:
    """One figure by itself: ``50.08 bn``, ``326.1 bn``, ``7.588``; at least ``digits`` significant digits."""
    return "".join(parts(value, digits))


def parts(value: Decimal, digits: int = 4) -> tuple[str, str]:
    """One figure by itself, and its unit: ``50.08`` and `` bn``."""
    power, unit = _unit(value, _units())
    shifted = value.scaleb(-power, DISPLAY)
    text = f"{_rounded(shifted, _decimals(shifted, digits)):,f}"
    return figure(text.rstrip("0").rstrip(".") if "." in text else text), unit


def legible(value: Decimal, digits: int = 4) -> Decimal:
    """``value`` rounded to what ``readable`` shows of it in English."""
    power, _ = _unit(value, _UNITS)
    shifted = value.scaleb(-power, DISPLAY)
    return _rounded(shifted, _decimals(shifted, digits)).scaleb(power, DISPLAY)


def plain(value: Decimal) -> str:
    """Every digit of ``value``, no exponent, no grouping: for machines."""
    return f"{value:f}"


def whole(value: Decimal) -> str:
    """Every digit of ``value``, ungrouped, for people."""
    return figure(f"{value:f}")


def percentage(text: str) -> str:
    """A figure that is in words already, as a percentage."""
    language = voice()
    return f"{text}%" if language is None else language.percent(text)


def percent(value: Decimal) -> str:
    """``value``, which is in percent already, with two decimals."""
    return percentage(fixed(value, 2))


def day(value: date) -> str:
    """A date in a column: ``2025-02-24``."""
    language = voice()
    return value.isoformat() if language is None else language.short_date(value)


def _units() -> Sequence[tuple[int, int, str]]:
    language = voice()
    return _UNITS if language is None else language.units


def _unit(value: Decimal, units: Sequence[tuple[int, int, str]]) -> tuple[int, str]:
    return _unit_from(value.adjusted() if value else 0, units)


def _unit_from(largest: int, units: Sequence[tuple[int, int, str]]) -> tuple[int, str]:
    return next(((power, name) for least, power, name in units if largest >= least), (0, ""))


def _decimals(value: Decimal, digits: int) -> int:
    """Decimals that ``digits`` significant ones are, of those that ``value`` has."""
    return min(_places(value), max(0, digits - 1 - value.adjusted()))


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), context=DISPLAY)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
