"""The text of a PDF as pypdf finds it; at work where its cost is bounded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader

# An annual report has some three hundred; each takes up to a tenth of a second.
MOST_PAGES = 500
# Characters; a page of print has three thousand.
MOST_TEXT = 16_000_000


def pages(data: bytes) -> list[str | int | None]:
    """``text`` and the text, each page on lines of its own; or why there is none: ``missing`` (the library),
    ``encrypted``, ``pages`` and how many too many, ``characters``, ``fault`` and what it stumbled over."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError:
        return ["missing", None]
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return ["encrypted", None]
        if len(reader.pages) > MOST_PAGES:
            return ["pages", len(reader.pages)]
        text = _joined(reader)
        return ["characters", None] if text is None else ["text", text]
    except (FileNotDecryptedError, DependencyError):  # the latter: ciphers have a package of their own
        return ["encrypted", None]
    except Exception as fault:  # what pypdf raises on a damaged file is whatever it stumbles over
        return ["fault", type(fault).__name__]


def _joined(reader: PdfReader) -> str | None:
    texts: list[str] = []
    size = 0
    for page in reader.pages:
        texts.append(page.extract_text())
        size += len(texts[-1])
        if size > MOST_TEXT:
            return None
    return "\n".join(texts)
