"""Check what documents claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ..claims.checked_claim import CheckedClaim
from ..claims.evidence import Grounds
from ..claims.judging import check_claims
from ..documents.documents import Document
from ..errors import NoRateError, Notice
from ..finance.spending import SpendingSeries
from ..money.currencies import round_to_minor
from ..money.money import Money
from ..rates.book import RateBook
from ..rates.quote import ABSENT, Quote
from ..reading.lexicon import languages, load_lexicon
from ..reading.mentions import Amount, PeriodMention
from ..reading.reader import read
from ..reading.sentences import dateline
from .notices import newest_date, rate_notices
from .outcome import Outcome

TOLERANCE = Decimal("0.02")


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
    as_of = on or document.date or dateline(document.text, load_lexicon(reading.language))
    warnings: list[Notice] = []
    if as_of is None:
        as_of, notice = newest_date(book)
        warnings.append(Notice(notice.code, f"{document.id}: {notice.message}"))
    claims = check_claims(document.text, reading, Grounds(book, as_of, prior, tolerance))
    if prior is not None and claims:
        warnings.extend(_later_periods(prior, as_of))
    found = CheckedDocument(
        document.id,
        reading.language,
        as_of,
        reading.amounts,
        reading.periods,
        claims,
        _convert(reading.amounts, to, book, as_of) if to else None,
    )
    return Outcome(found, (*warnings, *_of_rates(found)))


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
