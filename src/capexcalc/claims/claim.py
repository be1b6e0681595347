"""What a text says its figures are to each other."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ..reading.mentions import Amount, Count, PeriodMention, Proportion, Rate
from ..records import dataclass

KindName = Literal[
    "equivalence",
    "annual_amount",
    "exceeds_prior",
    "change",
    "share",
    "sum",
    "record",
    "rate",
    "product",
    "valuation",
]

Unit = Literal["year", "quarter", "month", "week", "day"]

YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class Claim:
    """``subject`` is what the claim is about, ``object`` what it is set against; offsets are the claim's.

    A change and a share state a ``proportion``, a sum its ``parts``; of an exchange ``rate`` the subject is
    what one unit of its base is worth. ``assumed`` is set where the sentence names no amount and the
    document's commitment was taken; ``spending`` where the text says that the sum is one of spending, which a
    record may not be. An annual amount's object is the money of one ``unit`` of time, its subject that of a
    span or, if there is a ``whole``, of one such longer unit. A product is its subject times a ``count``.
    ``instead`` are other amounts that a word like "this" may take up for the subject. ``day`` is that of the
    text, if it is known: a span that only ends ("by 2040") runs from then. A ``loose`` claim supports, and
    accuses nobody, nor does a ``capped`` one whose sum lies within its bound; ``at`` is which rate its words
    name, the ``day``'s or that of ``then``; ``worth`` is a conversion by a word that may tell what another
    thing costs. A valuation may be ``premoney``: what the whole is worth without the price of the part.
    """

    kind: KindName
    start: int
    end: int
    subject: Amount
    object: Amount | None
    period: PeriodMention | None
    sentence: tuple[int, int]
    assumed: bool = False
    proportion: Proportion | None = None
    parts: tuple[Amount, ...] = ()
    falls: bool = False  # a change downwards
    spending: bool = False
    rate: Rate | None = None
    unit: Unit | None = None
    whole: Unit | None = None
    count: Count | None = None
    instead: tuple[Amount, ...] = ()
    day: date | None = None
    loose: bool = False
    capped: bool = False
    at: Literal["day", "then"] | None = None
    worth: bool = False
    premoney: bool = False

    @property
    def months(self) -> int:
        """Whole months of the span the claim rests on; 0 where there is none."""
        return length(self.period) if self.period is not None else 0

    def months_from(self, day: date) -> int:
        """Whole months of that span; of one that only ends ("by 2040"), the calendar years until then."""
        if not self.months and self.period is not None and self.period.until is not None:
            return max(0, 12 * (self.period.until.year - day.year))
        return self.months


def object_of(claim: Claim) -> Amount:
    """What a claim of a kind that always has an object is set against."""
    assert claim.object is not None
    return claim.object


def length(period: PeriodMention) -> int:
    """Whole months a period runs; 0 where it does not say."""
    if period.duration is not None:
        return period.duration.months
    if period.from_ is not None and period.until is not None:
        years, months = period.until.year - period.from_.year, period.until.month - period.from_.month
        return YEAR * years + months + (period.until.day > period.from_.day)
    return 0
