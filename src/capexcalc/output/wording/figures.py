"""Amounts, percentages and intervals as sentences show them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import MAX_PREC, Decimal

from ...money.currencies import minor_units, round_to_minor
from ...money.formatting import figure, fixed, money, parts, percentage, readable
from ...money.money import Money
from ...words import voice


def shown(amount: Money) -> str:
    """``50.08 bn EUR``."""
    return money(*parts(amount.value), amount.currency)


def exact(amount: Money) -> str:
    """A figure of the working, to the minor unit: ``50,079,732,205.22 EUR``."""
    return money(figure(f"{round_to_minor(amount.value, amount.currency):,f}"), "", amount.currency)


def cited(amount: Money) -> str:
    """Every digit, after the code: ``EUR 50,079,732,205.22``."""
    if voice() is None:
        return f"{amount.currency} {amount.value:,f}"
    return money(figure(f"{amount.value:,f}"), "", amount.currency)


def percent(value: Decimal, digits: int = 3) -> str:
    """A fraction as a percentage."""
    return percentage(readable(value * 100, digits))


def factor(value: Decimal) -> str:
    return readable(value, 3)


def interval_end(value: Decimal, currency: str) -> str:
    """One end of an interval, with the digits that tell it from the figure it lies about.

    It is half a unit of the last written digit away from that: every digit counts. Below a million, where no
    unit follows, a fraction of money is written as one: 97,999.50.
    """
    shown, unit = parts(value, MAX_PREC)
    decimals = max(0, -int(value.normalize().as_tuple().exponent))
    if not unit and 0 < decimals < minor_units(currency):
        return fixed(value, minor_units(currency))
    return f"{shown}{unit}"


def rounding(low: Decimal, high: Decimal, show: Callable[[Decimal], str]) -> tuple[str, str] | None:
    """What a figure can be with the rounding of those it is made of; None where that leaves no play."""
    ends = show(low), show(high)
    return None if ends[0] == ends[1] else ends


def every_digit(amount: Money) -> str:
    """``50,079,732,205.22 EUR`` as ``50.07973220522 bn EUR``."""
    return money(*parts(amount.value, MAX_PREC), amount.currency)


def grouped(value: Decimal) -> str:
    """Every digit, grouped."""
    return figure(f"{value:,f}")


def decimals(value: Decimal, places: int) -> str:
    """``value`` with so many decimals, ungrouped."""
    return figure(f"{value:.{places}f}")
