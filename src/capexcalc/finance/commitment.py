"""A commitment over several years, and its schedule: what falls into which year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal, localcontext
from itertools import accumulate, groupby

from dateutil.relativedelta import relativedelta

from ..errors import UsageError
from ..money.currencies import minor_units
from ..money.money import EXACT, Money
from ..money.periods import month_end
from ..records import dataclass
from ..words import Phrase

# The label of a year of a commitment whose beginning nobody knows, before its number.
_COUNTED = "year "


@dataclass(frozen=True, slots=True)
class Commitment:
    """``total`` over ``months`` whole months, the first of which begins on ``start`` (None: not known).

    Raises UsageError ``bad_span`` for no month, more than 1000 years, or an end beyond the calendar.
    """

    total: Money
    months: int
    start: date | None = None

    def __post_init__(self) -> None:
        if self.months < 1:
            raise UsageError(
                "bad_span", "a commitment lasts at least one month", "give --over 3y, for example"
            )
        try:
            _ = self.end
        except (ValueError, OverflowError):
            raise UsageError(
                "bad_span",
                "{months} months from {start} end beyond year 9999",
                months=self.months,
                start=self.start,
            ) from None

    @property
    def end(self) -> date | None:
        """Last day, None without a start."""
        following = self.month(self.months)
        return None if following is None else following - timedelta(days=1)

    @property
    def annual_average(self) -> Decimal:
        """Twelve months at the average pace, unrounded (50 digits): a run-rate where there are fewer."""
        return EXACT.divide(EXACT.multiply(self.total.value, Decimal(12)), Decimal(self.months))

    def month(self, number: int) -> date | None:
        """First day of the month so numbered (the first is 0), None without a start.

        Counted from the start, so that months from 31 January begin on 28 February and 31 March.
        """
        return None if self.start is None else self.start + relativedelta(months=number)


@dataclass(frozen=True, slots=True)
class Phasing:
    """How a commitment is spread: a month's relative amount in each commitment year, and that in words."""

    assumption: Phrase
    pace: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Instalment:
    """What falls into one year; ``start`` and ``end`` are the first and last day of its ``months``."""

    start: date | None
    end: date | None
    label: str
    months: int
    amount: Money


def schedule(
    commitment: Commitment, phasing: Phasing, year_end: tuple[int, int] | None = None
) -> tuple[Instalment, ...]:
    """The commitment by calendar year, or by fiscal year ending on ``year_end`` (month, day).

    Commitment months are not cut: each belongs to the year it begins in, and a row runs from the first day
    of its first month to the last of its last. Without a known start the rows are "year 1", "year 2" ...
    Amounts are rounded to the minor unit (to the total's own last digit where that is finer) such that they
    add up to the total exactly. Raises UsageError ``amount_too_large`` beyond 50 digits.
    """
    total, currency = commitment.total.value, commitment.total.currency
    places = max(minor_units(currency), -int(total.as_tuple().exponent))
    if total.adjusted() + places >= EXACT.prec:
        raise UsageError(
            "amount_too_large",
            "an amount of {digits} digits cannot be split exactly",
            digits=total.adjusted() + 1,
        )
    rows = []
    with localcontext(EXACT):
        total = total.quantize(Decimal(1).scaleb(-places))
        spread = list(accumulate(phasing.pace[month // 12] for month in range(commitment.months)))
        done, reached = 0, Decimal(0)
        for label, months in _years(commitment, year_end):
            first, done = done, done + months
            # Not the rows but their running total is rounded: what rounding leaves over falls on no one row.
            part = total * spread[done - 1] / spread[-1]
            before, reached = reached, total if done == commitment.months else part.quantize(total)
            following = commitment.month(done)
            rows.append(
                Instalment(
                    start=commitment.month(first),
                    end=None if following is None else following - timedelta(days=1),
                    label=label,
                    months=months,
                    amount=Money(reached - before, currency),
                )
            )
    return tuple(rows)


def parse_phasing(text: str, months: int) -> Phasing:
    """``even``, ``ramp:20%`` (each commitment year that much more than the one before) or ``30,40,30``.

    The last form gives the percentage of each commitment year, a part of a year at the end included. Raises
    UsageError ``bad_phasing``, ``phasing_sum`` (not 100), ``phasing_years`` (not one figure a year).
    """
    years = -(-months // 12)
    cleaned = text.strip()
    if cleaned == "even":
        return Phasing(Phrase("even: the same amount each month"), (Decimal(1),) * years)
    ramp = re.fullmatch(r"ramp:(-?[0-9]{1,4}(?:\.[0-9]{1,4})?)%", cleaned)
    with localcontext(EXACT):
        if ramp and (change := Decimal(ramp[1])) > -100:
            growth = 1 + change / 100
            assumption = Phrase(
                "{phasing}: each year {percent:f}% less than the one before"
                if change < 0
                else "{phasing}: each year {percent:f}% more than the one before",
                phasing=cleaned,
                percent=abs(change),
            )
            return Phasing(assumption, tuple(growth**year for year in range(years)))
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,9})?( *, *[0-9]{1,3}(\.[0-9]{1,9})?)*", cleaned):
            return _shares([Decimal(share) for share in cleaned.split(",")], months, years)
    raise UsageError(
        "bad_phasing",
        "{text!r} is no phasing",
        "phasing is even, ramp:20% or a percentage a year such as 30,40,30",
        text=text[:60],
    )


def _shares(shares: list[Decimal], months: int, years: int) -> Phasing:
    named = ",".join(f"{share:f}" for share in shares)
    if len(shares) != years:
        raise UsageError(
            "phasing_years",
            "{named} gives a share for {count} years, the commitment has {years}",
            "give one percentage for each year begun",
            named=named,
            count=len(shares),
            years=years,
        )
    if sum(shares) != 100:
        raise UsageError(
            "phasing_sum", "{named} adds up to {sum:f}, not to 100 percent", named=named, sum=sum(shares)
        )
    # A year's share over its months, times 12 and the last year's months: whole multiples stay exact.
    last = months - 12 * (years - 1)
    pace = (*(share * last for share in shares[:-1]), shares[-1] * 12)
    assumption = Phrase("{shares}: percent of the total in each year, even within a year", shares=named)
    return Phasing(assumption, pace)


def _years(commitment: Commitment, year_end: tuple[int, int] | None) -> Iterator[tuple[str, int]]:
    """Each year's label and the number of commitment months that begin in it, in order."""
    labels = (_label(commitment.month(number), number, year_end) for number in range(commitment.months))
    return ((label, len(list(run))) for label, run in groupby(labels))


def year_counted(label: str) -> int | None:
    """Which year of the commitment a label counts, None where it names one of a calendar."""
    return int(label.removeprefix(_COUNTED)) if label.startswith(_COUNTED) else None


def _label(begins: date | None, number: int, year_end: tuple[int, int] | None) -> str:
    if begins is None:
        return f"{_COUNTED}{number // 12 + 1}"
    if year_end is None:
        return str(begins.year)
    end = _fiscal_end(begins.year, year_end)
    if end < begins:
        end = _fiscal_end(begins.year + 1, year_end)
    return f"FY{end.year} (to {end})"


def _fiscal_end(year: int, year_end: tuple[int, int]) -> date:
    month, day = year_end
    return date(year, month, min(day, month_end(year, month).day))
