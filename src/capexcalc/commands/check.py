"""Check what documents claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from decimal import Decimal

from ..claims.judging import check_claims
from ..claims.verdicts.checked_claim import CheckedClaim
from ..claims.verdicts.evidence import Grounds
from ..documents.document import Document
from ..documents.pieces import Piece, pieces
from ..documents.places import in_source
from ..errors import NoRateError, Notice
from ..finance.spending import SpendingSeries
from ..money.currencies import round_to_minor
from ..money.money import Money
from ..rates.book import RateBook
from ..rates.quote import ABSENT, UNPRINTED, Quote
from ..reading.disambiguate import of_another_time
from ..reading.lexicon import languages
from ..reading.mentions import Amount, PeriodMention
from ..reading.reader import read
from ..records import dataclass
from ..words import Phrase
from .dating import AsOfFrom, dating, of_document
from .exhibit import Exhibit, exhibit
from .moments_told import moments_told
from .notices import rate_notices
from .outcome import Outcome
from .pieces import Whole, joined
from .prior import later_periods

TOLERANCE = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class FigureConversion:
    """One amount of a document (its id) in another currency; ``reason`` says why where there is no rate."""

    amount: str
    currency: str
    converted: Money | None
    quote: Quote | None
    reason: Phrase | None


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """What was found in a document; ``unchecked`` are the ids of the amounts that no claim rests on.

    ``exhibit`` is what is shown beside it, where that was asked for. With ``more`` it is a piece of a long
    text, of which the next is what follows.
    """

    id: str
    language: str
    as_of: date
    as_of_from: AsOfFrom
    amounts: tuple[Amount, ...]
    periods: tuple[PeriodMention, ...]
    claims: tuple[CheckedClaim, ...]
    unchecked: tuple[str, ...]
    conversions: tuple[FigureConversion, ...] | None = field(default=None, metadata=ABSENT)
    exhibit: Exhibit | None = field(default=None, metadata=UNPRINTED)
    more: bool = field(default=False, metadata=UNPRINTED)


@dataclass(frozen=True, slots=True)
class Checked:
    documents: tuple[CheckedDocument, ...]


def check(
    documents: Iterable[Document],
    *,
    book: RateBook,
    on: date | None = None,
    prior: SpendingSeries | None = None,
    tolerance: Decimal = TOLERANCE,
    lang: str | None = None,
    to: Sequence[str] = (),
) -> Outcome[Checked]:
    """All documents at once; see check_each."""
    done: list[CheckedDocument] = []
    warnings: list[Notice] = []
    for outcome in check_each(
        documents, book=book, on=on, prior=prior, tolerance=tolerance, lang=lang, to=to
    ):
        done.append(outcome.result)
        warnings.extend(outcome.warnings)
    return Outcome(Checked(tuple(done)), tuple(dict.fromkeys(warnings)))


def check_each(
    documents: Iterable[Document],
    *,
    book: RateBook,
    on: date | None = None,
    prior: SpendingSeries | None = None,
    tolerance: Decimal = TOLERANCE,
    lang: str | None = None,
    to: Sequence[str] = (),
    exhibits: bool = False,
    whole: bool = True,
) -> Iterator[Outcome[CheckedDocument]]:
    """Each document's mentions, claims and verdicts, one document in memory at a time.

    Rates are those of ``on``, else of the document's own date (given with it, or in a dateline), else of
    the newest observation, with a warning; ``to`` converts every figure by them. ``lang`` wins over the
    document's own and over detection; with ``exhibits`` each comes with what is shown beside it. A long text
    comes piece by piece, with ``more`` to follow, if not ``whole``: what is found is the same.
    """
    for document in documents:
        parts = _check(document, lang, on, prior, tolerance, to, book, exhibits=exhibits)
        if whole:
            yield joined(parts)
        else:
            yield from parts


def _check(
    document: Document,
    lang: str | None,
    on: date | None,
    prior: SpendingSeries | None,
    tolerance: Decimal,
    to: Sequence[str],
    book: RateBook,
    *,
    exhibits: bool,
) -> Iterator[Outcome[CheckedDocument]]:
    """One document, by pieces if it is long, but for one whose places are those of another text, or beside
    which something is shown; what was read and is not told is let go before the rest is printed."""
    warnings, said = list(document.notices), set[Notice]()
    language = lang or _readable(document, warnings)
    day, dated, whole = on or document.date, None, Whole()
    in_one = document.places or exhibits
    for piece in (Piece(str(document.text)),) if in_one else pieces(document.text):
        reading = read(piece.text, language, on=day)
        if dated is None:
            dated = dating(document, reading.language, on, book)
            warnings += dated.said
            if dated.source == "text":
                day = dated.day
                if of_another_time(reading.amounts, day):
                    reading = read(piece.text, language, on=day)
        spoken_of = moments_told(piece.text, reading, dated.day)
        grounds = Grounds(book, dated.day, prior, tolerance, assumed=not dated.sure, moments=spoken_of)
        claims, amounts = check_claims(piece.text, reading, grounds)
        if prior is not None and claims:
            warnings.extend(_later_periods(prior, dated.day))
        found = CheckedDocument(
            document.id,
            dated.language,
            dated.day,
            dated.source,
            amounts,
            reading.periods,
            claims,
            tuple(_unchecked(amounts, claims)),
            _convert(amounts, to, book, dated.day) if to else None,
            more=piece.more,
        )
        warnings += _of_rates(found)
        if document.places:
            found = in_source(found, document.places)
        if exhibits:
            found = replace(found, exhibit=exhibit(piece.text, amounts, claims, prior, book))
        yield Outcome(whole.placed(found, piece), tuple(each for each in warnings if each not in said))
        said.update(warnings)
        warnings = []


def _unchecked(amounts: Iterable[Amount], claims: Iterable[CheckedClaim]) -> Iterator[str]:
    """The amounts that no claim rests on: nothing was found out about them."""
    used = {
        part.id
        for checked in claims
        for part in (checked.claim.subject, checked.claim.object, *checked.claim.parts)
        if part is not None
    }
    return (amount.id for amount in amounts if amount.id not in used)


def _readable(document: Document, warnings: list[Notice]) -> str | None:
    """The language a document says it is in, if there is a lexicon for it; else it is detected, and said."""
    if document.lang is None or document.lang.replace("_", "-").partition("-")[0].lower() in languages():
        return document.lang
    warnings.append(
        Notice(
            "unknown_language",
            "{document}: no lexicon for its language, {language!r}: it is told from the words",
            document=document.id,
            language=document.lang[:20],
        )
    )
    return None


def _convert(
    amounts: Iterable[Amount], to: Sequence[str], book: RateBook, as_of: date
) -> tuple[FigureConversion, ...]:
    done = []
    for amount in amounts:
        for code in to:
            try:
                quote = book.quote(amount.currency, code, as_of)
            except NoRateError as missing:
                done.append(FigureConversion(amount.id, code, None, None, missing.said))
            else:
                converted = Money(round_to_minor(quote.convert(amount.value), code), code)
                done.append(FigureConversion(amount.id, code, converted, quote, None))
    return tuple(done)


def _later_periods(prior: SpendingSeries, as_of: date) -> Iterator[Notice]:
    later = [period for period in prior.periods if period.end > as_of]
    if later:
        yield later_periods(later, as_of)


def _of_rates(document: CheckedDocument) -> Iterator[Notice]:
    used = [claim.finding.quotes for claim in document.claims], document.conversions
    for notice in rate_notices(used):
        yield of_document(document.id, notice)
