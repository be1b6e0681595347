"""The working behind a verdict, step by step, as data. The rates of a Finding come before its steps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from ...money.money import Money
from ...rates.quote import Quote
from ...records import dataclass
from ..claim import Unit


@dataclass(frozen=True, slots=True)
class Converted:
    """``amount`` at ``quote`` is ``converted``."""

    amount: Money
    converted: Money
    quote: Quote


@dataclass(frozen=True, slots=True)
class Spread:
    """``total`` over ``months`` is ``annual`` for twelve of them."""

    total: Money
    months: int
    annual: Money


@dataclass(frozen=True, slots=True)
class Shared:
    """``total`` over ``count`` units of time is ``share`` for one ``unit``."""

    total: Money
    count: Decimal
    unit: Unit
    share: Money


@dataclass(frozen=True, slots=True)
class Added:
    """``parts`` add up to ``total``."""

    parts: tuple[Money, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class Subtracted:
    """``larger`` less ``smaller`` is ``difference``."""

    larger: Money
    smaller: Money
    difference: Money


@dataclass(frozen=True, slots=True)
class Multiplied:
    """``count`` times ``each`` is ``product``."""

    count: Decimal
    each: Money
    product: Money


@dataclass(frozen=True, slots=True)
class Whole:
    """``part`` is a ``share`` of ``whole``."""

    part: Money
    share: Decimal
    whole: Money


@dataclass(frozen=True, slots=True)
class Divided:
    """``dividend`` over ``divisor`` is ``quotient``; None where that is nothing."""

    dividend: Money
    divisor: Money
    quotient: Decimal | None
    shown: Literal["ratio", "factor", "percentage"]


@dataclass(frozen=True, slots=True)
class LessOne:
    """A ``factor`` less one is a ``change``."""

    factor: Decimal
    change: Decimal


@dataclass(frozen=True, slots=True)
class PastPeriod:
    """What was spent in a past period, the ``largest`` year or one of many, and where it is told."""

    label: str
    amount: Money
    source: str
    largest: bool = False


@dataclass(frozen=True, slots=True)
class PastTotal:
    """What was spent from ``start`` to ``end``."""

    start: date
    end: date
    total: Money


Step = (
    Converted | Spread | Shared | Added | Subtracted | Multiplied | Whole
    | Divided | LessOne | PastPeriod | PastTotal
)  # fmt: skip
