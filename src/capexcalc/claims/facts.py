"""What a verdict rests on, as data: one class for each code, named ``code``.

Amounts that were computed have 28 significant digits, ``words`` are the figure as the text writes it. The
rates used, the figure stated and its interval stand beside these facts in the Finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from ..money.money import Money
from ..money.periods import Period
from ..words import Phrase
from .claim import Unit

ReasonCode = Literal[
    "equivalence_at_rate",
    "equivalence_undated",
    "rate_at_market",
    "official_rate",
    "annual_even",
    "exceeds_prior_total",
    "record_year",
    "change",
    "share",
    "sum",
    "product",
    "valuation",
    "no_span",
    "no_percentage",
    "no_share",
    "no_prior",
    "no_single_year",
    "not_spending",
    "missing_rate",
    "missing_past",
]


@dataclass(frozen=True, slots=True)
class EquivalenceAtRate:
    """``subject`` at the rate is ``computed``; ``currency_taken`` is the one that fits of those left open.

    The rate is the day's, that of a ``period`` the sentence names, or one the text states itself (``told``).
    """

    code: ClassVar[ReasonCode] = "equivalence_at_rate"
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

    code: ClassVar[ReasonCode] = "equivalence_undated"
    subject: Money
    words: str
    start: date
    end: date
    stretches: int


@dataclass(frozen=True, slots=True)
class RateAtMarket:
    """A rate that the text states, units of ``quote`` for one ``base``, beside the day's, ``computed``."""

    code: ClassVar[ReasonCode] = "rate_at_market"
    base: str
    quote: str
    computed: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class AtOfficialRate:
    """The figure does not fit an official rate of ``currency``, as the ``authority`` kept it; there was a
    market far from it, whose rates nobody publishes: ``parallel`` to the official one, or to ``multiple``."""

    code: ClassVar[ReasonCode] = "official_rate"
    currency: str
    kind: Literal["parallel", "multiple"]
    authority: str


@dataclass(frozen=True, slots=True)
class AnnualEven:
    """``subject`` spread evenly over ``months`` and ``days`` is ``computed`` for one ``unit`` of time."""

    code: ClassVar[ReasonCode] = "annual_even"
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

    code: ClassVar[ReasonCode] = "exceeds_prior_total"
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

    code: ClassVar[ReasonCode] = "record_year"
    value: Money
    yearly: bool
    largest: Money
    label: str
    source: str
    since: date


@dataclass(frozen=True, slots=True)
class Change:
    """``new`` is ``factor`` times ``old``: from ``lowest`` to ``highest`` with the rounding of both.

    ``multiple`` says that the text tells a multiple and no percentage, ``falls`` that it tells a fall.
    """

    code: ClassVar[ReasonCode] = "change"
    old: Money
    new: Money
    factor: Decimal
    lowest: Decimal
    highest: Decimal
    multiple: bool
    falls: bool
    words: str


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` is ``computed`` of ``whole``: from ``lowest`` to ``highest`` with the rounding of both."""

    code: ClassVar[ReasonCode] = "share"
    part: Money
    whole: Money
    computed: Decimal
    lowest: Decimal
    highest: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Sum:
    """``parts`` add up to ``total``; ``rounding`` says that only their rounding makes it the stated one."""

    code: ClassVar[ReasonCode] = "sum"
    parts: tuple[Money, ...]
    total: Money
    rounding: bool
    words: str


@dataclass(frozen=True, slots=True)
class Product:
    """``count`` times ``each`` is ``total``."""

    code: ClassVar[ReasonCode] = "product"
    each: Money
    count: Decimal
    total: Money
    words: str


@dataclass(frozen=True, slots=True)
class Valuation:
    """``price`` for a ``share`` of the whole, written ``said``, makes the whole worth ``computed``."""

    code: ClassVar[ReasonCode] = "valuation"
    price: Money
    share: Decimal
    said: str
    computed: Money
    words: str


@dataclass(frozen=True, slots=True)
class NoSpan:
    """The text gives no number of years to spread a total over."""

    code: ClassVar[ReasonCode] = "no_span"


@dataclass(frozen=True, slots=True)
class NoPercentage:
    """A change from or to nothing or less has no percentage."""

    code: ClassVar[ReasonCode] = "no_percentage"
    old: Money
    new: Money


@dataclass(frozen=True, slots=True)
class NoShare:
    """Nothing, or less, is no share of anything."""

    code: ClassVar[ReasonCode] = "no_share"
    part: Money
    whole: Money


@dataclass(frozen=True, slots=True)
class NoPrior:
    """No past spending was given: of the ``months`` before a day or, for a record, of all years before."""

    code: ClassVar[ReasonCode] = "no_prior"
    months: int | None
    before: date


@dataclass(frozen=True, slots=True)
class NoSingleYear:
    """The past spending given holds no single years."""

    code: ClassVar[ReasonCode] = "no_single_year"


@dataclass(frozen=True, slots=True)
class NotSpending:
    """The text does not say that a sum is one of the spending given: a record fine is held against none."""

    code: ClassVar[ReasonCode] = "not_spending"
    said: Literal["comparison", "record"]
    source: str


@dataclass(frozen=True, slots=True)
class MissingRate:
    """There is no rate; ``error`` is the code of what ``convert`` would say."""

    code: ClassVar[ReasonCode] = "missing_rate"
    error: str
    message: Phrase
    help: Phrase | None


@dataclass(frozen=True, slots=True)
class MissingPast:
    """The past spending does not answer; ``error`` is the code of what ``compare`` would say."""

    code: ClassVar[ReasonCode] = "missing_past"
    error: str
    message: Phrase
    help: Phrase | None


Facts = (
    EquivalenceAtRate
    | EquivalenceUndated
    | RateAtMarket
    | AtOfficialRate
    | AnnualEven
    | ExceedsPriorTotal
    | RecordYear
    | Change
    | Share
    | Sum
    | Product
    | Valuation
    | NoSpan
    | NoPercentage
    | NoShare
    | NoPrior
    | NoSingleYear
    | NotSpending
    | MissingRate
    | MissingPast
)
