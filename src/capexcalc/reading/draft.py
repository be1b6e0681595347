"""An amount before it has a number in its document."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .mentions import Bound


class Draft(NamedTuple):
    """``first`` and ``next`` are the amount's item indices, ``other`` is the factor by which another reader
    would take it, ``scale`` the power of ten of its scale words.

    ``noun`` is its unit of money as written, and ``worth`` that of the unit, if more than one. ``once`` are
    those of the ``currency`` codes that lead while they circulated, ``restates`` says that the amount is the
    one before it, in another currency, ``minor`` that it is told in cents, pence, øre.
    """

    value: Decimal
    unit: Decimal
    currency: tuple[str, ...]
    bound: Bound
    start: int
    end: int
    first: int
    next: int
    notes: tuple[str, ...] = ()
    other: Decimal | None = None
    scale: int = 0
    noun: str = ""
    worth: Decimal = Decimal(1)
    once: tuple[str, ...] = ()
    restates: bool = False
    minor: bool = False
