"""Stretches of time: a period has its two days, a span only a length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time without a place: calendar months (a year is twelve) and days."""

    months: int
    days: int = 0

    def iso(self) -> str:
        """ISO 8601 duration in its usual form: ``P3Y``, ``P18M`` as ``P1Y6M``, ``P10D``."""
        years, months = divmod(self.months, 12)
        parts = [f"{n}{unit}" for n, unit in ((years, "Y"), (months, "M"), (self.days, "D")) if n]
        return "P" + ("".join(parts) or "0D")
