"""The text of a PDF, page by page, by pypdf."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ..errors import InputError, extra
from ..words import Phrase, Template

if TYPE_CHECKING:
    from pypdf import PdfReader

# An annual report has some three hundred; each takes up to a tenth of a second.
MOST_PAGES = 500
# Characters; a page of print has three thousand.
MOST_TEXT = 16_000_000

_DECRYPT: Template = "save it without a password: qpdf --decrypt --password=... in.pdf out.pdf"
_PYPDF: Phrase = extra("pypdf", name="documents")


def pdf_text(name: str, data: bytes) -> str:
    """The text of a PDF, each page on lines of its own.

    Its metadata tell when the file was made, which is no day of publication. Raises InputError:
    ``missing_extra``, ``encrypted_file``, ``bad_pdf``, ``too_many_pages``, ``file_too_large``, ``no_text``.
    """
    try:
        from pypdf import PdfReader  # here: 300 ms, and a package that may not be there
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError:
        raise InputError("missing_extra", "{name}: reading a PDF needs pypdf", _PYPDF, name=name) from None
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends in a file is not for users
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            raise InputError(
                "too_many_pages",
                "{name}: a PDF of {pages:,} pages, more than {most_pages}",
                "take out those that matter: qpdf in.pdf --pages . 1-20 -- out.pdf",
                name=name,
                pages=pages,
                most_pages=MOST_PAGES,
            )
        return _joined(name, reader)
    except InputError:
        raise
    except (FileNotDecryptedError, DependencyError):  # the latter: ciphers have a package of their own
        raise InputError("encrypted_file", "{name}: an encrypted PDF", _DECRYPT, name=name) from None
    except Exception as fault:  # what pypdf raises on a damaged file is whatever it stumbles over
        raise InputError(
            "bad_pdf",
            "{name}: not a readable PDF ({kind})",
            "open it in a viewer, and save it anew, or as text",
            name=name,
            kind=type(fault).__name__,
        ) from None


def _joined(name: str, reader: PdfReader) -> str:
    texts: list[str] = []
    size = 0
    for page in reader.pages:
        text = page.extract_text()
        size += len(text)
        if size > MOST_TEXT:
            raise InputError(
                "file_too_large", "{name}: more than {most:,} characters of text", name=name, most=MOST_TEXT
            )
        texts.append(text)
    whole = "\n".join(texts)
    if not whole.strip():
        raise InputError(
            "no_text", "{name}: a PDF without text", "if it is scanned: ocrmypdf in.pdf out.pdf", name=name
        )
    return whole
