"""Compare a commitment with what was spent before."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ..money.money import Money
from ..rates.quote import ABSENT, Quote
from .annualise import Annualised


@dataclass(frozen=True, slots=True)
class ConvertedPeriod:
    """A past period's amount in a --to currency, at the average rate of that period."""

    amount: Money
    quote: Quote


@dataclass(frozen=True, slots=True)
class PriorPeriod:
    start: date
    end: date
    label: str
    amount: Money
    converted: tuple[ConvertedPeriod, ...] | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class Window:
    """``years`` is the length of the periods counted: gaps between them are not in it."""

    start: date
    end: date
    years: Decimal


@dataclass(frozen=True, slots=True)
class ConvertedPrior:
    """The periods of the window, each converted at its own average rate, added up."""

    currency: str
    total: Money
    mean: Money


@dataclass(frozen=True, slots=True)
class Prior:
    """The past periods compared with, oldest first, and those too late to be counted.

    ``mean`` is the total over the window's years. ``last`` is the newest period and ``peak`` the largest, of
    single years: None where the newest period is no single year, and where no period is.
    """

    currency: str
    source: str
    periods: tuple[PriorPeriod, ...]
    window: Window
    total: Money
    mean: Money
    last: Money | None
    peak: Money | None
    last_label: str | None
    peak_label: str | None
    later: tuple[PriorPeriod, ...] = ()
    converted: tuple[ConvertedPrior, ...] | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class Ratios:
    """Commitment by prior spending; None where the prior figure is not known, or zero."""

    total_to_prior_total: Decimal
    annual_to_mean: Decimal
    annual_to_last: Decimal | None
    annual_to_peak: Decimal | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """``real`` stays None until amounts are deflated."""

    commitment: Annualised
    prior: Prior
    ratios: Ratios
    cagr: Decimal | None
    real: None
