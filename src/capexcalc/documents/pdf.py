"""The text of a PDF, page by page, by pypdf."""

from __future__ import annotations

from ..errors import InputError, extra
from .bounded import UnfinishedError, bounded
from .pdf_library import MOST_PAGES, MOST_TEXT, pages

# A report of 500 pages takes 15.
MOST_SECONDS = 60

_DECRYPT = "save it without a password: qpdf --decrypt --password=... in.pdf out.pdf"
_PYPDF = extra("pypdf", name="documents")
_ANEW = "open it in a viewer, and save it anew, or as text"


def pdf_text(name: str, data: bytes) -> str:
    """The text of a PDF, each page on lines of its own.

    Its metadata tell when the file was made, which is no day of publication. Raises InputError:
    ``missing_extra``, ``encrypted_file``, ``bad_pdf``, ``too_many_pages``, ``file_too_large``, ``no_text``.
    """
    try:
        outcome, found = bounded(pages, data, MOST_SECONDS)
    except UnfinishedError:
        message = f"{name}: a PDF that cannot be read in {MOST_SECONDS} seconds, or in the memory there is"
        raise InputError("bad_pdf", message, _ANEW) from None
    if outcome == "missing":
        raise InputError("missing_extra", f"{name}: reading a PDF needs pypdf", _PYPDF)
    if outcome == "encrypted":
        raise InputError("encrypted_file", f"{name}: an encrypted PDF", _DECRYPT)
    if outcome == "pages":
        message = f"{name}: a PDF of {found:,} pages, more than {MOST_PAGES}"
        hint = "take out those that matter: qpdf in.pdf --pages . 1-20 -- out.pdf"
        raise InputError("too_many_pages", message, hint)
    if outcome == "characters":
        raise InputError("file_too_large", f"{name}: more than {MOST_TEXT:,} characters of text")
    if outcome == "fault":
        raise InputError("bad_pdf", f"{name}: not a readable PDF ({found})", _ANEW)
    text = str(found)
    if not text.strip():
        raise InputError(
            "no_text", f"{name}: a PDF without text", "if it is scanned: ocrmypdf in.pdf out.pdf"
        )
    return text
