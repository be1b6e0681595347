"""A claim with its verdict: what `check` reports."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..money.money import Money
from ..rates.quote import Quote
from .extract import Kind
from .verdict import Verdict

HintCode = Literal["wrong_scale", "wrong_currency", "other_date", "inverted_rate"]


@dataclass(frozen=True, slots=True)
class Hint:
    """The likeliest reason for a figure that does not hold."""

    code: HintCode
    message: str


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """``subject``, ``object`` and ``period`` are ids of mentions; ``text`` is the sentence of the claim.

    ``stated`` is the figure the text gives, ``computed`` the one that follows from the rates or the past
    spending, ``interval`` the figures that round to the stated one, ``deviation_percent`` how far the stated
    figure lies above the computed one. ``reason`` tells why the verdict fell so, ``citation`` the finding in
    one sentence.
    """

    id: str
    kind: Kind
    start: int
    end: int
    text: str
    subject: str
    object: str | None
    period: str | None
    stated: Money | None
    computed: Money | None
    interval: tuple[Decimal, Decimal] | None
    deviation_percent: Decimal | None
    verdict: Verdict
    reason: str
    hint: Hint | None
    citation: str
    quotes: tuple[Quote, ...]
