"""The day a document is judged at, and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from ..documents.document import Document
from ..documents.publication_date import Publication, publication_date
from ..errors import Notice
from ..rates.book import RateBook
from ..reading.lexicon import load_lexicon
from .notices import newest_date

_ENDS = 16_000  # bytes of a long text, in which its day may stand, at either end

# Where the day comes from whose rates are used: --on, the document itself, its text, or nowhere.
AsOfFrom = Literal["option", "given", "metadata", "text", "assumed"]


class Dated(NamedTuple):
    """The day whose rates are used, where it comes from, whether it is ``sure``, and what is to be said of
    it; and the language its text was looked at in."""

    day: date
    source: AsOfFrom
    sure: bool
    language: str
    said: Sequence[Notice] = ()


def dating(document: Document, language: str, on: date | None, book: RateBook) -> Dated:
    """The day of a document, whose text was found to be in a ``language``."""
    if on is not None:
        return Dated(on, "option", sure=True, language=language)
    if document.date is not None:
        return Dated(document.date, document.date_from or "given", sure=True, language=language)
    text = document.text
    texts = filter(None, (text if isinstance(text, str) else text.ends(_ENDS), document.around))
    days = (publication_date(text, load_lexicon(language), book.today) for text in texts)
    found = next(filter(None, days), None)
    if found is not None:
        said = [of_document(document.id, notice) for notice in _unsure(found)]
        return Dated(found.day, "text", not found.yearless, language, said)
    day, notice = newest_date(book)
    return Dated(day, "assumed", sure=False, language=language, said=[of_document(document.id, notice)])


def _unsure(found: Publication) -> Iterator[Notice]:
    if found.yearless:
        yield Notice("year_assumed", "the text dates itself without a year: taken as {day}", day=found.day)
    if found.rival is not None:
        yield Notice(
            "dates_compete",
            "the text names two days of publication, {day} and {rival}: the first is taken",
            day=found.day,
            rival=found.rival,
        )


def of_document(document: str, notice: Notice) -> Notice:
    return Notice(notice.code, "{document}: {said}", document=document, said=notice.said)
