"""What a verdict rests on, as data: one class for each code, named ``code``.

Amounts that were computed have 28 significant digits, ``words`` are the figure as the text writes it. The
rates used, the figure stated and its interval stand beside these facts in the Finding.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from ...money.money import Money
from ...money.periods import Period
from ...records import dataclass
from ..claim import Unit
from .missing import Missing, MissingCode

FoundCode = Literal[
    "equivalence_at_rate",
    "equivalence_undated",
    "rate_at_market",
    "official_rate",
    "annual_even",
    "exceeds_prior_total",
    "record_year",
    "told_before",
    "change",
    "difference",
    "share",
    "sum",
    "product",
    "valuation",
]
ReasonCode = Literal[FoundCode, MissingCode]


@dataclass(frozen=True, slots=True)
class EquivalenceAtRate:
    """``subject`` at the rate is ``computed``; ``currency_taken`` is the one that fits of those left open.

    The rate is the day's, that of a ``period`` the sentence names, or one the text states itself (``told``).
    """

    code: ClassVar[FoundCode] = "equivalence_at_rate"
    subject: Money
    computed: Money
    words: str
    currency_taken: str | None = None
    period: Period | None = None
    told: str | None = None


@dataclass(frozen=True, slots=True)
class EquivalenceUndated:
    """Nobody knows the day of the text: the figure fits the rates of ``start`` to ``end``, the latest of
    ``stretches`` of days that it fits."""

    code: ClassVar[FoundCode] = "equivalence_undated"
    subject: Money
    words: str
    start: date
    end: date
    stretches: int


@dataclass(frozen=True, slots=True)
class RateAtMarket:
    """A rate that the text states, units of ``quote`` for one ``base``, beside the day's, ``computed``."""

    code: ClassVar[FoundCode] = "rate_at_market"
    base: str
    quote: str
    computed: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class AtOfficialRate:
    """The figure does not fit an official rate of ``currency``, as the ``authority`` kept it; there was a
    market far from it, whose rates nobody publishes: ``parallel`` to the official one, or to ``multiple``."""

    code: ClassVar[FoundCode] = "official_rate"
    currency: str
    kind: Literal["parallel", "multiple"]
    authority: str


@dataclass(frozen=True, slots=True)
class AnnualEven:
    """``subject`` spread evenly over ``months`` and ``days`` is ``computed`` for one ``unit`` of time."""

    code: ClassVar[FoundCode] = "annual_even"
    subject: Money
    months: int
    computed: Money
    words: str
    unit: Unit = "year"
    days: int = 0


@dataclass(frozen=True, slots=True)
class ExceedsPriorTotal:
    """``subject`` against what was spent from ``start`` to ``end``.

    ``converted`` is it in the currency of the past, where that is another; ``assumed`` is true where the
    sentence names no sum and the document's commitment was taken.
    """

    code: ClassVar[FoundCode] = "exceeds_prior_total"
    subject: Money
    converted: Money | None
    total: Money
    start: date
    end: date
    source: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class RecordYear:
    """``value`` against the largest year since ``since``; it is a ``yearly`` average of a sum with a span."""

    code: ClassVar[FoundCode] = "record_year"
    value: Money
    yearly: bool
    largest: Money
    label: str
    source: str
    since: date


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """``subject`` against ``total``, what the text itself tells of before: the sum of its ``parts``."""

    code: ClassVar[FoundCode] = "told_before"
    subject: Money
    total: Money
    parts: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """``new`` is ``factor`` times ``old``: from ``lowest`` to ``highest`` with the rounding of both.

    ``multiple`` says that the text tells a multiple and no percentage, ``falls`` that it tells a fall.
    """

    code: ClassVar[FoundCode] = "change"
    old: Money
    new: Money
    factor: Decimal
    lowest: Decimal
    highest: Decimal
    multiple: bool
    falls: bool
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """``larger`` less ``smaller``, the sum of a plan and that of the one before, is ``computed``."""

    code: ClassVar[FoundCode] = "difference"
    larger: Money
    smaller: Money
    computed: Money
    words: str


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` is ``computed`` of ``whole``: from ``lowest`` to ``highest`` with the rounding of both."""

    code: ClassVar[FoundCode] = "share"
    part: Money
    whole: Money
    computed: Decimal
    lowest: Decimal
    highest: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Sum:
    """``parts`` add up to ``total``; ``rounding`` says that only their rounding makes it the stated one."""

    code: ClassVar[FoundCode] = "sum"
    parts: tuple[Money, ...]
    total: Money
    rounding: bool
    words: str


@dataclass(frozen=True, slots=True)
class Product:
    """``count`` times ``each`` is ``total``."""

    code: ClassVar[FoundCode] = "product"
    each: Money
    count: Decimal
    total: Money
    words: str


@dataclass(frozen=True, slots=True)
class Valuation:
    """``price`` for a ``share`` of the whole, written ``said``, makes the whole worth ``computed``, or so
    much ``before`` the price was paid into it."""

    code: ClassVar[FoundCode] = "valuation"
    price: Money
    share: Decimal
    said: str
    computed: Money
    words: str
    before: bool = False


Facts = (
    EquivalenceAtRate
    | EquivalenceUndated
    | RateAtMarket
    | AtOfficialRate
    | AnnualEven
    | ExceedsPriorTotal
    | RecordYear
    | ToldBefore
    | Change
    | Difference
    | Share
    | Sum
    | Product
    | Valuation
    | Missing
)
