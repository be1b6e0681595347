"""Check what documents claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from ..claims.checked_claim import CheckedClaim
from ..claims.evidence import Grounds
from ..claims.judging import check_claims
from ..documents.documents import Document
from ..documents.publication_date import Publication, publication_date
from ..errors import NoRateError, Notice
from ..finance.spending import SpendingSeries
from ..money.currencies import round_to_minor
from ..money.money import Money
from ..rates.book import RateBook
from ..rates.quote import ABSENT, Quote
from ..reading.lexicon import languages, load_lexicon
from ..reading.mentions import Amount, PeriodMention
from ..reading.reader import read
from .notices import newest_date, rate_notices
from .outcome import Outcome

TOLERANCE = Decimal("0.02")

# Where the day comes from whose rates are used: --on, the document itself, its text, or nowhere.
AsOfFrom = Literal["option", "given", "metadata", "text", "assumed"]


@dataclass(frozen=True, slots=True)
class FigureConversion:
    """One amount of a document (its id) in another currency; ``reason`` says why where there is no rate."""

    amount: str
    currency: str
    converted: Money | None
    quote: Quote | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    id: str
    language: str
    as_of: date
    as_of_from: AsOfFrom
    amounts: tuple[Amount, ...]
    periods: tuple[PeriodMention, ...]
    claims: tuple[CheckedClaim, ...]
    conversions: tuple[FigureConversion, ...] | None = field(default=None, metadata=ABSENT)


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
) -> Iterator[Outcome[CheckedDocument]]:
    """Each document's mentions, claims and verdicts, one document in memory at a time.

    Rates are those of ``on``, else of the document's own date (given with it, or in a dateline), else of
    the newest observation, with a warning; ``to`` converts every figure by them. ``lang`` wins over the
    document's own and over detection.
    """
    for document in documents:
        yield _check(document, lang or _readable(document.lang), on, prior, tolerance, to, book)


def _check(
    document: Document,
    lang: str | None,
    on: date | None,
    prior: SpendingSeries | None,
    tolerance: Decimal,
    to: Sequence[str],
    book: RateBook,
) -> Outcome[CheckedDocument]:
    """One document; what was read and is not told is let go before the rest is printed."""
    reading = read(document.text, lang)
    as_of, as_of_from, warnings = _dated(document, reading.language, on, book)
    claims = check_claims(document.text, reading, Grounds(book, as_of, prior, tolerance))
    if prior is not None and claims:
        warnings.extend(_later_periods(prior, as_of))
    found = CheckedDocument(
        document.id,
        reading.language,
        as_of,
        as_of_from,
        reading.amounts,
        reading.periods,
        claims,
        _convert(reading.amounts, to, book, as_of) if to else None,
    )
    return Outcome(found, (*warnings, *_of_rates(found)))


def _dated(
    document: Document, language: str, on: date | None, book: RateBook
) -> tuple[date, AsOfFrom, list[Notice]]:
    """The day whose rates are used, where it comes from, and what is unsure about it."""
    if on is not None:
        return on, "option", []
    if document.date is not None:
        return document.date, "given", []
    found = publication_date(document.text, load_lexicon(language), book.today)
    if found is not None:
        return found.day, "text", [Notice(n.code, f"{document.id}: {n.message}") for n in _unsure(found)]
    day, notice = newest_date(book)
    return day, "assumed", [Notice(notice.code, f"{document.id}: {notice.message}")]


def _unsure(found: Publication) -> Iterator[Notice]:
    if found.yearless:
        yield Notice("year_assumed", f"the text dates itself without a year: taken as {found.day}")
    if found.rival is not None:
        said = f"the text names two days of publication, {found.day} and {found.rival}: the first is taken"
        yield Notice("dates_compete", said)


def _readable(language: str | None) -> str | None:
    """The language a document says it is in, if there is a lexicon for it; else it is detected."""
    return language if language and language.partition("-")[0].lower() in languages() else None


def _convert(
    amounts: Iterable[Amount], to: Sequence[str], book: RateBook, as_of: date
) -> tuple[FigureConversion, ...]:
    done = []
    for amount in amounts:
        for code in to:
            try:
                quote = book.quote(amount.currency, code, as_of)
            except NoRateError as missing:
                done.append(FigureConversion(amount.id, code, None, None, missing.message))
            else:
                converted = Money(round_to_minor(quote.convert(amount.value), code), code)
                done.append(FigureConversion(amount.id, code, converted, quote, None))
    return tuple(done)


def _later_periods(prior: SpendingSeries, as_of: date) -> Iterator[Notice]:
    later = [period for period in prior.periods if period.end > as_of]
    if later:
        named = ", ".join(f"{period.named} to {period.end}" for period in later)
        yield Notice("later_periods", f"not ended by {as_of}, so not counted: {named}")


def _of_rates(document: CheckedDocument) -> Iterator[Notice]:
    used = [claim.finding.quotes for claim in document.claims], document.conversions
    for notice in rate_notices(used):
        yield Notice(notice.code, f"{document.id}: {notice.message}")
