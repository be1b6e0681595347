"""The text of a PDF, page by page, by pypdf."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ..errors import InputError, extra

if TYPE_CHECKING:
    from pypdf import PdfReader

# An annual report has some three hundred; each takes up to a tenth of a second.
MOST_PAGES = 500
# Characters; a page of print has three thousand.
MOST_TEXT = 16_000_000

_DECRYPT = "save it without a password: qpdf --decrypt --password=... in.pdf out.pdf"
_PYPDF = extra("pypdf", name="documents")


def pdf_text(name: str, data: bytes) -> str:
    """The text of a PDF, each page on lines of its own.

    Its metadata tell when the file was made, which is no day of publication. Raises InputError:
    ``missing_extra``, ``encrypted_file``, ``bad_pdf``, ``too_many_pages``, ``file_too_large``, ``no_text``.
    """
    try:
        from pypdf import PdfReader  # here: 300 ms, and a package that may not be there
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError:
        raise InputError("missing_extra", f"{name}: reading a PDF needs pypdf", _PYPDF) from None
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends in a file is not for users
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            message = f"{name}: a PDF of {pages:,} pages, more than {MOST_PAGES}"
            hint = "take out those that matter: qpdf in.pdf --pages . 1-20 -- out.pdf"
            raise InputError("too_many_pages", message, hint)
        return _joined(name, reader)
    except InputError:
        raise
    except (FileNotDecryptedError, DependencyError):  # the latter: ciphers have a package of their own
        raise InputError("encrypted_file", f"{name}: an encrypted PDF", _DECRYPT) from None
    except Exception as fault:  # what pypdf raises on a damaged file is whatever it stumbles over
        message = f"{name}: not a readable PDF ({type(fault).__name__})"
        raise InputError("bad_pdf", message, "open it in a viewer, and save it anew, or as text") from None


def _joined(name: str, reader: PdfReader) -> str:
    texts: list[str] = []
    size = 0
    for page in reader.pages:
        text = page.extract_text()
        size += len(text)
        if size > MOST_TEXT:
            raise InputError("file_too_large", f"{name}: more than {MOST_TEXT:,} characters of text")
        texts.append(text)
    whole = "\n".join(texts)
    if not whole.strip():
        hint = "if it is scanned: ocrmypdf in.pdf out.pdf"
        raise InputError("no_text", f"{name}: a PDF without text", hint)
    return whole
