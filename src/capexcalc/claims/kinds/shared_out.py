"""What one year, month, week or day has of a total that is spread evenly, against what is told of it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ...money.interval import Interval
from ...money.money import EXACT
from ...money.periods import Span
from ..claim import YEAR, Claim, Unit, object_of
from ..verdicts.diagnosis import diagnose_annual
from ..verdicts.evidence import Grounds, in_currency
from ..verdicts.facts import AnnualEven
from ..verdicts.finding import Finding, money, quotes, rounded, unrounded, words
from ..verdicts.missing import NoSpan
from ..verdicts.verdict import VERDICTS, Judgement, coarsely, judge, openly, spare, strictly
from ..verdicts.working import Shared, Spread
from .pairs import ALIKE

# How many of each a year has, the fewest and the most: a day may be a working day, or any.
_OF_A_YEAR: dict[Unit, tuple[str, str]] = {
    "year": ("1", "1"), "quarter": ("4", "4"), "month": ("12", "12"), "week": ("52", "52.18"),
    "day": ("250", "365.25"),
}  # fmt: skip
_ALL_DAYS = (Decimal(360), Decimal(366))  # of a year, of banks too; others are days of work
_AT_ENDS = 22  # months of the first and the last of several years that payments may leave out
_SPANS = {"year": Span(YEAR), "quarter": Span(3), "month": Span(1), "week": Span(0, 7)}
UNITS_OF_TIME: tuple[Unit, ...] = ("year", "quarter", "month", "week", "day")


class _Reading(NamedTuple):
    """A total spread over a ``number`` of units in so many ``months``: what ``one`` of them has, and all that
    this may be."""

    found: Judgement
    one: Decimal
    number: Decimal
    months: int
    shares: Interval


def ratio_of(claim: Claim) -> Interval | None:
    """A total shared out, over what is stated to be a share of it; None where that is not known without
    rates, or without the day of the document."""
    stated, unit, whole = strictly(object_of(claim)), claim.unit or "year", claim.whole
    if claim.subject.currency != object_of(claim).currency or stated.low <= 0:
        return None
    length = claim.months_from(claim.day) if claim.day is not None else claim.months
    if whole is None and not length:
        return None
    units = units_in(unit, whole, length, _longest(claim, length))
    shares = strictly(claim.subject).over(stated)
    return Interval(EXACT.divide(shares.low, units.high), EXACT.divide(shares.high, units.low))


def _longest(claim: Claim, months: int) -> int:
    """How many months a span of so many may have: "by 2040" may count the last year or not."""
    return months if claim.months else months + YEAR


def _may_begin_late(claim: Claim, day: date) -> bool:
    """Whether payments of a time that is over may have begun, and ended, in any month of its first and last
    year: "1,000 a month between 2012 and 2024"."""
    start, end = (claim.period.from_, claim.period.until) if claim.period is not None else (None, None)
    if start is None or end is None or end >= day or start.year + 1 >= end.year:
        return False
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def unit_of(names: Set[str]) -> Unit | None:
    """The unit of time that names of an amount give it, the longest of several."""
    return next((unit for unit in UNITS_OF_TIME if f"per_{unit}" in names), None)


def judge_annual_amount(claim: Claim, grounds: Grounds) -> Finding:
    """The total spread evenly over its span against the figure the text gives for one unit of it."""
    subject, stated = claim.subject, object_of(claim)
    unit, whole = claim.unit or "year", claim.whole
    length = claim.months_from(grounds.as_of)
    if not length and whole is None:
        return Finding("not_enough_info", NoSpan(), money(stated))
    total, market, quote = in_currency(subject, stated.currency, grounds)
    if quote is not None and strictly(replace(stated, value=total)).over(strictly(stated)).meets(ALIKE):
        return Finding("not_enough_info", NoSpan(), money(stated))  # "15,000 dollars, or 14,000 euros a year"
    longest = _longest(claim, length)
    reach = strictly(subject) if quote is None else market
    units = units_in(unit, whole, length, longest)
    band = Interval(EXACT.divide(reach.low, units.high), EXACT.divide(reach.high, units.low))
    readings = []
    for months in _lengths(claim, grounds.as_of, length, longest):
        low, high = units_in(unit, whole, months, months, all_days=True)
        number = units_in(unit, whole, months, months).high if unit == "day" else low
        one = EXACT.divide(total, number)
        shares = Interval(EXACT.divide(reach.low, high), EXACT.divide(reach.high, low))
        judgement = judge(stated, one, grounds.tolerance, shares)
        readings.append(_Reading(judgement, one, number, months, shares))
    found, one, number, length, shares = min(readings, key=_unkindness)
    if found.verdict == "refuted" and found.interval.meets(band):
        found = replace(found, verdict="close")  # of working days alone, or from some day on
    else:
        band = shares
    if (ends := openly(subject)) is not None and quote is None:
        low, high = ends[0]
        found = spare(found, Interval(EXACT.divide(low, units.high), EXACT.divide(high, units.low)))
    if found.verdict == "refuted" and unit != "year" and _may_begin_late(claim, grounds.as_of):
        fewest = units_in(unit, whole, length - _AT_ENDS, longest).low
        if coarsely(stated).meets(Interval(band.low, EXACT.divide(reach.high, fewest))):
            found = replace(found, verdict="close")
    if found.verdict == "refuted" and grounds.assumed and whole is None and not claim.months:
        return Finding("not_enough_info", NoSpan(), money(stated))  # "by 2035", in a text of unknown date
    hint = None
    if found.verdict in ("refuted", "close") and one and unit == "year":
        hint = diagnose_annual(stated, total, length, grounds.tolerance)
    span = Span(length) if whole is None else _SPANS[whole]
    share = rounded(one, stated.currency)
    return Finding(
        found.verdict,
        AnnualEven(
            money(subject), span.months, unrounded(one, stated.currency), words(stated.text), unit, span.days
        ),
        money(stated),
        share,
        found.interval,
        found.deviation_percent,
        hint,
        quotes(quote),
        (
            Spread(rounded(total, stated.currency), length, share)
            if unit == "year"
            else Shared(rounded(total, stated.currency), number, unit, share),
        ),
        band=band,
    )


def _unkindness(reading: _Reading) -> tuple[int, Decimal]:
    found = reading.found
    return VERDICTS.index(found.verdict), abs(found.deviation_percent or Decimal(0))


def _lengths(claim: Claim, day: date, length: int, longest: int) -> list[int]:
    """The months that a span may have: one that only ends runs through whole years, with the last or
    without it, or from the day of the text on."""
    until = claim.period.until if claim.period is not None else None
    if longest == length or until is None:
        return [length]
    return [length, max(1, length + until.month - day.month), longest]


def units_in(
    unit: Unit, whole: Unit | None, months: int, longest: int, *, all_days: bool = False
) -> Interval:
    """How many units the span, or the longer unit, has: the fewest and the most. With ``all_days`` a day of a
    year is any of the calendar, else it may be one on which people work."""
    if (whole, unit) == ("week", "day"):
        return Interval(Decimal(5), Decimal(7))
    low, high = (Decimal(number) for number in _OF_A_YEAR[unit])
    if unit == "day" and all_days:
        low, high = _ALL_DAYS
    if whole is not None:
        of = Decimal(_OF_A_YEAR[whole][0])
        return Interval(EXACT.divide(low, of), EXACT.divide(high, of))
    return Interval(EXACT.divide(low * months, Decimal(12)), EXACT.divide(high * longest, Decimal(12)))
