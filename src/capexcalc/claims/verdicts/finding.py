"""What a claim was found to be worth: a verdict and the facts it rests on. The output words them."""

from __future__ import annotations

from decimal import Decimal

from ...money.currencies import round_to_minor
from ...money.interval import Interval
from ...money.money import PRINTED, Money
from ...rates.quote import Quote
from ...reading.mentions import Amount
from ...records import dataclass
from .facts import Facts
from .hint import Hint
from .verdict import Verdict
from .working import Step


@dataclass(frozen=True, slots=True)
class Finding:
    """``stated`` is the figure the text gives (a fraction for a change or a share: -0.12 is down 12 %),
    ``computed`` the one that follows from rates, past spending or the text's other figures, ``interval`` the
    figures that round to the stated one, ``deviation_percent`` how far it lies above the computed one,
    ``band`` all that the computed one can be. ``read`` are the amounts of the claim that were read otherwise
    than at first, because only so they fit."""

    verdict: Verdict
    facts: Facts
    stated: Money | Decimal | None = None
    computed: Money | Decimal | None = None
    interval: Interval | None = None
    deviation_percent: Decimal | None = None
    hint: Hint | None = None
    quotes: tuple[Quote, ...] = ()
    steps: tuple[Step, ...] = ()
    band: Interval | None = None
    read: tuple[Amount, ...] = ()

    @property
    def by_band(self) -> bool:
        """Whether only the band of the computed figure, and not itself, rounds to the stated one."""
        if self.band is None or self.interval is None or not isinstance(self.computed, Money):
            return False
        low, high = self.interval
        return not low <= self.computed.value <= high and self.interval.meets(self.band)


def money(amount: Amount) -> Money:
    """What a text states, as it stands."""
    return Money(amount.value, amount.currency)


def rounded(value: Decimal, currency: str) -> Money:
    """A computed figure, to the minor unit."""
    return Money(round_to_minor(value, currency), currency)


def unrounded(value: Decimal, currency: str) -> Money:
    """A computed figure as a fact, with 28 digits."""
    return Money(PRINTED.plus(value), currency)


def words(text: str) -> str:
    """What a text writes, on one line."""
    return " ".join(text.split())


def quotes(*found: Quote | None) -> tuple[Quote, ...]:
    return tuple(q for q in found if q is not None)
