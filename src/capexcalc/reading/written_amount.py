"""An amount of money as it is written: of what is found in texts, all that a command line has."""

from __future__ import annotations

from dataclasses import field, replace
from decimal import Decimal
from typing import Literal

from ..money.money import EXACT
from ..records import dataclass

ABROAD = "abroad"  # the note of an amount that may be in the money of a land the text names
IMPLIED = "implied_currency"  # of one that leaves its currency to another
TWO_SIGNS = "two_signs"  # of one between the signs of two moneys, which may be either
CUT = "cut_off"  # the note of an amount whose front may stand apart from it
Bound = Literal["exact", "about", "at_least", "at_most", "range_low", "range_high"]

_UNREAD = frozenset(("unread_unit", CUT))


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money as written.

    ``unit`` is the worth of one in the last written digit ("1.2bn": 100,000,000), which is what its rounding
    interval is made from. ``candidates`` are the ISO 4217 codes the writing leaves open, likeliest first,
    ``currency`` among them; a certain currency is the only candidate. ``notes`` name what the reader had to
    assume: ``separator`` ("1.234 million" is two numbers in two languages), ``scale``, ``currency``
    ("crowns"), ``abroad`` ("pounds" in a text about Egypt), ``language`` (the text is too short to tell it),
    ``minor_unit`` ("two euros fifty"), ``implied_currency``, ``said_first`` (the currency is named before:
    "In dollars that is 2 billion"), ``loss`` (the amount is called a loss; its sign is as written),
    ``two_signs`` ("$5 млрд евро"), ``unread_unit`` (what follows may be a scale that is not known: the value
    is not to be relied on), ``cut_off`` (nor here: what stands before may be its front). ``readings`` are the
    values the writing leaves open, ``value`` first.
    """

    id: str
    start: int
    end: int
    text: str
    value: Decimal
    currency: str
    candidates: tuple[str, ...]
    bound: Bound
    unit: Decimal
    notes: tuple[str, ...] | None = field(default=None, metadata={"absent_if_none": True})
    readings: tuple[Decimal, ...] | None = field(default=None, metadata={"absent_if_none": True})

    @property
    def unread(self) -> bool:
        """Whether its scale, or the front of its figure, may not have been read."""
        return self.notes is not None and not _UNREAD.isdisjoint(self.notes)

    def in_each_reading(self) -> tuple[Amount, ...]:
        """The amount in all the values that its writing leaves open."""
        others = [value for value in self.readings or () if value != self.value and self.value]
        units = [EXACT.divide(EXACT.multiply(self.unit, value), self.value) for value in others]
        return (self, *(replace(self, value=v, unit=u) for v, u in zip(others, units, strict=True)))

    def is_same_money(self, other: Amount) -> bool:
        return (self.value, self.currency) == (other.value, other.currency)
