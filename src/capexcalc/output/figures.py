"""Amounts and rates as figures that people read: in bn and m, amounts held against each other in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ..money.formatting import DISPLAY, Scale, percent, scale, significant, whole
from ..money.formatting import money as shown
from ..money.money import Money


def money_scale(amounts: Iterable[Money | None], *, exact: bool) -> Scale:
    """One scale for amounts that are read against each other."""
    return scale((m.value for m in amounts if m), exact=exact)


def amount(money: Money, shared: Scale) -> str:
    """``50.08 bn EUR``."""
    return shown(shared.figure(money.value), shared.unit, money.currency)


def alone(money: Money, *, exact: bool) -> str:
    """An amount in a unit of its own."""
    return amount(money, money_scale([money], exact=exact))


def by_currency(moneys: Sequence[Money], *, exact: bool) -> list[str]:
    """The amounts, those of one currency in one unit."""
    scales = {
        code: money_scale((m for m in moneys if m.currency == code), exact=exact)
        for code in {m.currency for m in moneys}
    }
    return [amount(m, scales[m.currency]) for m in moneys]


def in_columns(rows: Sequence[Sequence[Money]], *, exact: bool) -> list[tuple[str, ...]]:
    """The amounts as figures, each column in a unit of its own."""
    columns = []
    for column in zip(*rows, strict=True):
        shared = money_scale(column, exact=exact)
        columns.append([shared.show(money.value) for money in column])
    return list(zip(*columns, strict=True))


def rate(value: Decimal, *, exact: bool = False) -> str:
    """Six significant digits, or all there are."""
    return whole(value) if exact else significant(value, 6)


def signed(percentage: Decimal) -> str:
    """``+46.63%``."""
    return f"{'+' if percentage > 0 else ''}{percent(percentage)}"


def hundredfold(fraction: Decimal) -> Decimal:
    """A proportion in percent."""
    return fraction.scaleb(2, DISPLAY)


def or_dash(value: object) -> str:
    """``value``, or a dash where it is not known."""
    return "-" if value is None else str(value)
