"""Compare a commitment with what was spent before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..money.money import Money
from .annualise import Annualised


@dataclass(frozen=True, slots=True)
class PriorPeriod:
    start: date
    end: date
    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Window:
    start: date
    end: date
    years: Decimal


@dataclass(frozen=True, slots=True)
class Prior:
    """The past periods compared with, oldest first; ``peak`` is the largest of them."""

    currency: str
    source: str
    periods: tuple[PriorPeriod, ...]
    window: Window
    total: Money
    mean: Money
    last: Money
    peak: Money
    last_label: str
    peak_label: str


@dataclass(frozen=True, slots=True)
class Ratios:
    total_to_prior_total: Decimal
    annual_to_mean: Decimal
    annual_to_last: Decimal
    annual_to_peak: Decimal


@dataclass(frozen=True, slots=True)
class Comparison:
    """``real`` stays None until amounts are deflated."""

    commitment: Annualised
    prior: Prior
    ratios: Ratios
    cagr: Decimal | None
    real: None
