"""The article of a page as trafilatura finds it; at work where its cost is bounded."""

from __future__ import annotations


def article(source: bytes) -> list[str | None]:
    """``missing`` where there is no such library; else ``text`` and the paragraphs, a line each, or None."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return ["missing", None]
    try:
        found = bare_extraction(source.decode(), include_comments=False, with_metadata=False)
    except Exception:  # whatever a damaged page makes the library stumble over
        found = None
    return ["text", getattr(found, "text", None)]
