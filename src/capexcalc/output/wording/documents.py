"""A checked document as it is printed: what was found in it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from ...commands.check import CheckedDocument, FigureConversion
from ...commands.dating import AsOfFrom
from ...commands.exhibit import Exhibit
from ...money.money import Money
from ...rates.quote import ABSENT, UNPRINTED, Quote
from ...reading.mentions import Amount, PeriodMention
from ...records import dataclass
from . import claims
from .claims import WordedClaim


@dataclass(frozen=True, slots=True)
class WordedFigureConversion:
    """One amount of a document (its id) in another currency; ``reason`` says why where there is no rate."""

    amount: str
    currency: str
    converted: Money | None
    quote: Quote | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class WordedDocument:
    id: str
    language: str
    as_of: date
    as_of_from: AsOfFrom
    amounts: tuple[Amount, ...]
    periods: tuple[PeriodMention, ...]
    claims: tuple[WordedClaim, ...]
    unchecked: tuple[str, ...]
    conversions: tuple[WordedFigureConversion, ...] | None = field(default=None, metadata=ABSENT)
    exhibit: Exhibit | None = field(default=None, metadata=UNPRINTED)
    more: bool = field(default=False, metadata=UNPRINTED)  # it is a piece, and the next one goes on


@dataclass(frozen=True, slots=True)
class Unread:
    """Why there is no document in a place, in the words of the error and with the ``facts`` in them."""

    code: str
    message: str
    hint: str | None
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class WordedDocuments:
    """``errors`` stand for what could not be read, where there is such."""

    documents: tuple[WordedDocument, ...]
    errors: tuple[Unread, ...] | None = field(default=None, metadata=ABSENT)


def worded(document: CheckedDocument) -> WordedDocument:
    """A document with its findings in words."""
    return WordedDocument(
        document.id,
        document.language,
        document.as_of,
        document.as_of_from,
        document.amounts,
        document.periods,
        tuple(map(claims.worded, document.claims)),
        document.unchecked,
        None if document.conversions is None else tuple(map(_conversion, document.conversions)),
        document.exhibit,
        document.more,
    )


def _conversion(done: FigureConversion) -> WordedFigureConversion:
    reason = None if done.reason is None else str(done.reason)
    return WordedFigureConversion(done.amount, done.currency, done.converted, done.quote, reason)
