"""Spread a multi-year commitment over its years."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..money.money import Money
from ..rates.quote import ABSENT, Quote


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """What falls into one calendar or fiscal year; ``converted`` holds the amount in each --to currency.

    ``start`` and ``end`` are None where the commitment has no known start ("year 1").
    """

    start: date | None
    end: date | None
    label: str
    months: int
    amount: Money
    converted: tuple[Money, ...] | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class ConvertedTotal:
    currency: str
    total: Money
    annual_average: Money
    quote: Quote


@dataclass(frozen=True, slots=True)
class Annualised:
    """``phasing`` is the assumption in words a reader can check ("even: the same amount each month")."""

    total: Money
    start: date | None
    end: date | None
    months: int
    annual_average: Money
    phasing: str
    schedule: tuple[ScheduleRow, ...]
    converted: tuple[ConvertedTotal, ...]
