"""Stretches of time: a period has its two days, a span only a length."""

from __future__ import annotations

from datetime import date, timedelta

from ..records import dataclass
from ..words import Phrase, counted, several


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included."""

    start: date
    end: date

    def whole_months(self) -> int | None:
        """Calendar months from the first day through the last, None where days are left over."""
        from dateutil.relativedelta import relativedelta  # here: a conversion needs no calendar arithmetic

        # Days are counted from 0001-01-01 to 9999-12-31, so the day after the last may not exist.
        if self.end == date.max:
            return None
        length = relativedelta(self.end + timedelta(days=1), self.start)
        return None if length.days else length.years * 12 + length.months

    def nearest_months(self) -> int:
        """Length in months, to the nearest: a fiscal year of 52 or 53 weeks is 12, one of 13 weeks is 3.

        Business years that end on a weekday rather than a date differ from twelve months by up to a week.
        """
        days = (self.end - self.start).days + 1
        return round(days * 48 / 1461)  # four years of 48 months are 1461 days


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

    def __str__(self) -> str:
        """As it is typed: ``1 year 6 months``; ``parse_span`` reads it back."""
        years, months = divmod(self.months, 12)
        named = ((years, "year"), (months, "month"), (self.days, "day"))
        return " ".join(f"{n} {unit}{'s' * (n > 1)}" for n, unit in named if n) or "0 days"

    def __format__(self, spec: str) -> str:
        return str(self.said())

    def said(self) -> Phrase | str:
        """As a sentence says it: ``3 years``, ``1 year 6 months``."""
        years, months = divmod(self.months, 12)
        named = [
            *([counted("{n} year", "{n} years", years)] if years else []),
            *([counted("{n} month", "{n} months", months)] if months else []),
            *([counted("{n} day", "{n} days", self.days)] if self.days or not self.months else []),
        ]
        return several(named, "{first} {second}")


def month_end(year: int, month: int) -> date:
    """Last day of the month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
