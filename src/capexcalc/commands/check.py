"""Check what a document claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ..money.money import Money
from ..rates.quote import Quote
from ..reading.mentions import Amount, PeriodMention

ClaimKind = Literal["equivalence", "annual_amount", "exceeds_prior"]
Verdict = Literal["supported", "close", "refuted", "not_enough_info"]
HintCode = Literal["wrong_scale", "wrong_currency", "other_date", "inverted_rate"]


@dataclass(frozen=True, slots=True)
class Hint:
    code: HintCode
    message: str


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim and its verdict. ``text`` is the sentence it was made in; ``citation`` the finding in one sentence."""

    id: str
    kind: ClaimKind
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


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    id: str
    language: str
    as_of: date
    amounts: tuple[Amount, ...]
    periods: tuple[PeriodMention, ...]
    claims: tuple[CheckedClaim, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    documents: tuple[CheckedDocument, ...]
