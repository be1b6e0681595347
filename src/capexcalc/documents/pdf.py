"""The text of a PDF, page by page, by pypdf."""

from __future__ import annotations

from ..errors import InputError, extra
from ..words import Phrase, Template
from .bounded import UnfinishedError, bounded
from .pdf_library import MOST_PAGES, MOST_TEXT, pages

# A report of 500 pages takes 15.
MOST_SECONDS = 60

_DECRYPT: Template = "save it without a password: qpdf --decrypt --password=... in.pdf out.pdf"
_PYPDF: Phrase = extra("pypdf", name="documents")
_ANEW: Template = "open it in a viewer, and save it anew, or as text"


def pdf_text(name: str, data: bytes) -> str:
    """The text of a PDF, each page on lines of its own.

    Its metadata tell when the file was made, which is no day of publication. Raises InputError:
    ``missing_extra``, ``encrypted_file``, ``bad_pdf``, ``too_many_pages``, ``file_too_large``, ``no_text``.
    """
    try:
        outcome, found = bounded(pages, data, MOST_SECONDS)
    except UnfinishedError:
        raise InputError(
            "bad_pdf",
            "{name}: a PDF that cannot be read in {seconds} seconds, or in the memory there is",
            _ANEW,
            name=name,
            seconds=MOST_SECONDS,
        ) from None
    if outcome == "missing":
        raise InputError("missing_extra", "{name}: reading a PDF needs pypdf", _PYPDF, name=name)
    if outcome == "encrypted":
        raise InputError("encrypted_file", "{name}: an encrypted PDF", _DECRYPT, name=name)
    if outcome == "pages":
        raise InputError(
            "too_many_pages",
            "{name}: a PDF of {pages:,} pages, more than {most_pages}",
            "take out those that matter: qpdf in.pdf --pages . 1-20 -- out.pdf",
            name=name,
            pages=found,
            most_pages=MOST_PAGES,
        )
    if outcome == "characters":
        raise InputError(
            "file_too_large", "{name}: more than {most:,} characters of text", name=name, most=MOST_TEXT
        )
    if outcome == "fault":
        raise InputError("bad_pdf", "{name}: not a readable PDF ({kind})", _ANEW, name=name, kind=found)
    text = str(found)
    if not text.strip():
        raise InputError(
            "no_text", "{name}: a PDF without text", "if it is scanned: ocrmypdf in.pdf out.pdf", name=name
        )
    return text
