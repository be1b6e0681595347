"""Why a claim could not be judged, as data: one class for each code, named ``code``."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from ...money.money import Money
from ...records import dataclass
from ...words import Phrase

MissingCode = Literal[
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
class NoSpan:
    """The text gives no number of years to spread a total over."""

    code: ClassVar[MissingCode] = "no_span"


@dataclass(frozen=True, slots=True)
class NoPercentage:
    """A change from or to nothing or less has no percentage."""

    code: ClassVar[MissingCode] = "no_percentage"
    old: Money
    new: Money


@dataclass(frozen=True, slots=True)
class NoShare:
    """Nothing, or less, is no share of anything."""

    code: ClassVar[MissingCode] = "no_share"
    part: Money
    whole: Money


@dataclass(frozen=True, slots=True)
class NoPrior:
    """No past spending was given: of the ``months`` before a day or, for a record, of all years before."""

    code: ClassVar[MissingCode] = "no_prior"
    months: int | None
    before: date


@dataclass(frozen=True, slots=True)
class NoSingleYear:
    """The past spending given holds no single years."""

    code: ClassVar[MissingCode] = "no_single_year"


@dataclass(frozen=True, slots=True)
class NotSpending:
    """The text does not say that a sum is one of the spending given: a record fine is held against none."""

    code: ClassVar[MissingCode] = "not_spending"
    said: Literal["comparison", "record"]
    source: str


@dataclass(frozen=True, slots=True)
class MissingRate:
    """There is no rate; ``error`` is the code of what ``convert`` would say."""

    code: ClassVar[MissingCode] = "missing_rate"
    error: str
    message: Phrase
    help: Phrase | None


@dataclass(frozen=True, slots=True)
class MissingPast:
    """The past spending does not answer; ``error`` is the code of what ``compare`` would say."""

    code: ClassVar[MissingCode] = "missing_past"
    error: str
    message: Phrase
    help: Phrase | None


Missing = NoSpan | NoPercentage | NoShare | NoPrior | NoSingleYear | NotSpending | MissingRate | MissingPast
