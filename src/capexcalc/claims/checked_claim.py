"""A claim with its verdict: what `check` reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from ..money.money import Money
from ..rates.quote import ABSENT, Quote
from .claim import KindName
from .verdict import Verdict

HintCode = Literal[
    "wrong_scale",
    "wrong_currency",
    "other_date",
    "inverted_rate",
    "annual_for_total",
    "other_span",
    "other_definition",
]


@dataclass(frozen=True, slots=True)
class Hint:
    """The likeliest reason for a figure that does not hold, with the figure that would have been right."""

    code: HintCode
    message: str


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """``subject``, ``object``, ``period`` and ``parts`` are ids of mentions, ``text`` is the sentence.

    ``stated`` is the figure the text gives (a fraction for a change or a share: -0.12 is down 12 %),
    ``computed`` the one that follows from rates, past spending or the text's other figures, ``interval`` the
    figures that round to the stated one, ``deviation_percent`` how far it lies above the computed one.
    ``reason`` tells why the verdict fell so, ``citation`` the finding in one sentence, ``steps`` the working
    line by line.
    """

    id: str
    kind: KindName
    start: int
    end: int
    text: str
    subject: str
    object: str | None
    period: str | None
    stated: Money | Decimal | None
    computed: Money | Decimal | None
    interval: tuple[Decimal, Decimal] | None
    deviation_percent: Decimal | None
    verdict: Verdict
    reason: str
    hint: Hint | None
    citation: str
    quotes: tuple[Quote, ...]
    steps: tuple[str, ...] = ()
    parts: tuple[str, ...] | None = field(default=None, metadata=ABSENT)
