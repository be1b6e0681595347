"""What was spent before: dated amounts in one currency, and the stretches of them one may compare."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, localcontext
from itertools import pairwise

from ..errors import NotComparableError, Notice, UsageError
from ..money.money import EXACT, PRINTED
from ..money.periods import Period, Span, month_end
from ..records import dataclass
from ..words import Phrase

# ISO 4217's code for no currency: that of a series which does not say.
UNNAMED = "XXX"

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Report:
    """A figure as one document gave it: the day it was filed, its form (10-K, 20-F) and accession number."""

    amount: Decimal
    filed: date
    form: str = ""
    accession: str = ""


@dataclass(frozen=True, slots=True)
class SpendingPeriod:
    """``amount`` spent from ``start`` to ``end``, both days included; ``where`` names its FILE:LINE.

    ``measure`` says what is counted (total capital expenditure, a tag of a taxonomy). ``reports`` holds the
    first document that gave the figure and the latest, whose figure is ``amount``; or the only one, or none.
    """

    start: date
    end: date
    label: str
    amount: Decimal
    source: str
    where: str
    measure: str = ""
    reports: tuple[Report, ...] = ()

    @property
    def months(self) -> int:
        """Length to the nearest month, so that a fiscal year of 52 or 53 weeks is a year."""
        return Period(self.start, self.end).nearest_months()

    @property
    def annual(self) -> Decimal:
        """A year's spending on average over the period, unrounded (50 digits)."""
        return EXACT.divide(EXACT.multiply(self.amount, Decimal(12)), Decimal(self.months))

    @property
    def cited(self) -> str:
        """The source of the figure, with form and accession number of the latest document, where known."""
        latest = self.reports[-1] if self.reports else None
        document = f"{latest.form} {latest.accession}".strip() if latest else ""
        return f"{self.source}, {document}" if document else self.source

    @property
    def named(self) -> str:
        """The period as messages name it."""
        return f"{self.label} ({self.where})"


@dataclass(frozen=True, slots=True)
class SpendingSeries:
    """One period or more, oldest first, none overlapping, in ``currency``; made by spending_series.py.

    ``notices`` are what must be known of the figures as they were given.
    """

    currency: str
    periods: tuple[SpendingPeriod, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def measure(self) -> str:
        """What all periods count; empty where it is not said."""
        return self.periods[0].measure

    @property
    def source(self) -> str:
        """Each source once, in the order of the periods."""
        return "; ".join(dict.fromkeys(period.source for period in self.periods))

    @property
    def months(self) -> int:
        """Length of all periods together; gaps are not counted."""
        return sum(period.months for period in self.periods)

    @property
    def years(self) -> Decimal:
        """The length in years, 28 digits at most."""
        return PRINTED.divide(Decimal(self.months), Decimal(12))

    @property
    def total(self) -> Decimal:
        with localcontext(EXACT):
            return sum((period.amount for period in self.periods), Decimal(0))

    @property
    def mean(self) -> Decimal:
        """A year's spending on average over the periods, unrounded (50 digits)."""
        return EXACT.divide(EXACT.multiply(self.total, Decimal(12)), Decimal(self.months))

    @property
    def single_years(self) -> tuple[SpendingPeriod, ...]:
        return tuple(period for period in self.periods if period.months == 12)

    @property
    def last_year(self) -> SpendingPeriod | None:
        """The newest period, None where it is no single year."""
        newest = self.periods[-1]
        return newest if newest.months == 12 else None

    @property
    def peak_year(self) -> SpendingPeriod | None:
        """The largest of the single years (the newest of equals).

        None where no period is a single year, and where a longer one spent more than that a year on average:
        some year inside it was then the larger.
        """
        peak = max(self.single_years, key=lambda period: (period.amount, period.start), default=None)
        if peak and any(period.annual > peak.amount for period in self.periods if period.months > 12):
            return None
        return peak

    @property
    def year_end(self) -> tuple[int, int] | None:
        """Month and day on which the issuer's fiscal years end, to the month: years of 52 weeks end anywhere
        within a week of it. None for calendar years, and where the single years do not end alike."""
        months = {(period.end - timedelta(days=7)).month for period in self.single_years}
        if len(months) != 1 or months == {12}:
            return None
        (month,) = months
        return month, month_end(2000, month).day

    @property
    def gaps(self) -> tuple[tuple[SpendingPeriod, SpendingPeriod], ...]:
        """The periods before and after each stretch of days that no period covers."""
        return tuple(pair for pair in pairwise(self.periods) if _apart(*pair))

    @property
    def odd_lengths(self) -> tuple[SpendingPeriod, ...]:
        """The periods that are not as long as most: a quarter among years, a decade before them."""
        lengths = Counter(period.months for period in self.periods)
        usual = max(lengths, key=lambda months: (lengths[months], months == 12))
        return tuple(period for period in self.periods if period.months != usual)

    def prior(self, as_of: date) -> tuple[SpendingSeries, tuple[SpendingPeriod, ...]]:
        """The periods that end on or before ``as_of``, and those that end later.

        Raises NotComparableError ``no_prior`` where none has ended.
        """
        ended = tuple(period for period in self.periods if period.end <= as_of)
        if not ended:
            first = self.periods[0]
            raise NotComparableError(
                "no_prior",
                "no period ends on or before {as_of}: the first, {named}, ends on {end}",
                "give a later --on, or earlier periods",
                as_of=as_of,
                named=first.named,
                end=first.end,
            )
        return replace(self, periods=ended), self.periods[len(ended) :]

    def last(self, span: Span) -> SpendingSeries:
        """The newest periods that together last exactly ``span``.

        Raises NotComparableError ``too_few_periods``, ``gap`` (between two of them), ``window_cuts`` (it
        begins inside one), UsageError ``bad_span`` where the span is not in whole months.
        """
        if span.days or span.months < 1:
            raise UsageError(
                "bad_span", "{span} is not in whole months", "give --last 10y, for example", span=span
            )
        asked = Phrase("the {span} to {end}", span=span, end=self.periods[-1].end)
        months = 0
        for newer, period in enumerate(reversed(self.periods)):
            if newer and _apart(period, self.periods[-newer]):
                raise NotComparableError(
                    "gap", "{asked}: {gap}", asked=asked, gap=describe_gap(period, self.periods[-newer])
                )
            months += period.months
            if months == span.months:
                return replace(self, periods=self.periods[-newer - 1 :])
            if months > span.months:
                raise NotComparableError(
                    "window_cuts",
                    "{asked} begin inside {named}, which cannot be cut",
                    'give --last "{span!s}", or a file with shorter periods',
                    asked=asked,
                    named=period.named,
                    span=Span(months),
                )
        raise NotComparableError(
            "too_few_periods",
            "{asked} are asked for, but the periods go back no further than {start}",
            'give --last "{span!s}", or a file with earlier periods',
            asked=asked,
            start=self.periods[0].start,
            span=Span(months),
        )


def describe_gap(before: SpendingPeriod, after: SpendingPeriod) -> Phrase:
    """Which days are missing, and between which periods."""
    return Phrase(
        "nothing is given for {days}, between {before} and {after}",
        days=f"{before.end + _DAY}..{after.start - _DAY}",
        before=before.named,
        after=after.named,
    )


def _apart(before: SpendingPeriod, after: SpendingPeriod) -> bool:
    return before.end + _DAY < after.start
