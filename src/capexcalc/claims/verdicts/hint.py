"""The likeliest reason for a figure that does not hold, as data: one class for each slip, named ``code``.

``should_read`` is the figure that would have been right, at the digits the writer used.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from ...money.money import Money
from ...records import dataclass

HintCode = Literal[
    "wrong_scale",
    "wrong_currency",
    "other_date",
    "inverted_rate",
    "annual_for_total",
    "other_span",
    "other_definition",
]


@dataclass(frozen=True, slots=True)
class WrongScale:
    """The figure is ``times`` times too ``size``."""

    code: ClassVar[HintCode] = "wrong_scale"
    times: Decimal
    size: Literal["small", "large"]
    should_read: Money | None = None


@dataclass(frozen=True, slots=True)
class WrongCurrency:
    """The figure fits ``fits`` and not the currency ``written``: then ``amount`` is ``converted``."""

    code: ClassVar[HintCode] = "wrong_currency"
    fits: str
    written: str
    amount: Money
    converted: Money
    should_read: Money | None = None


@dataclass(frozen=True, slots=True)
class OtherDate:
    """The figure fits the rates of ``start`` to ``end``; of the nearest of them, ``observed``, is the sum."""

    code: ClassVar[HintCode] = "other_date"
    start: date
    end: date
    observed: date
    amount: Money
    converted: Money
    should_read: Money | None = None


@dataclass(frozen=True, slots=True)
class InvertedRate:
    """One ``quote`` was taken for ``rate`` ``base``, but one ``base`` is ``rate`` ``quote``."""

    code: ClassVar[HintCode] = "inverted_rate"
    base: str
    quote: str
    rate: Decimal
    should_read: Money | None = None


@dataclass(frozen=True, slots=True)
class AnnualForTotal:
    """The figure fits ``fits``, of ``months``, and the text says the other of the two."""

    code: ClassVar[HintCode] = "annual_for_total"
    fits: Literal["total", "year"]
    months: int
    should_read: Money | None = None


@dataclass(frozen=True, slots=True)
class OtherSpan:
    """The figure fits ``years``, not ``months``."""

    code: ClassVar[HintCode] = "other_span"
    years: int
    months: int
    should_read: Money | None = None


@dataclass(frozen=True, slots=True)
class OtherDefinition:
    """The sum is more than one year alone, not than all."""

    code: ClassVar[HintCode] = "other_definition"
    year: Literal["largest", "last"]
    label: str
    spent: Money


Hint = WrongScale | WrongCurrency | OtherDate | InvertedRate | AnnualForTotal | OtherSpan | OtherDefinition
# Those with a figure that would have been right.
Slip = WrongScale | WrongCurrency | OtherDate | InvertedRate | AnnualForTotal | OtherSpan
