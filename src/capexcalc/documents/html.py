"""A page of the web as its article: the words a reader came for, their day and their language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..errors import InputError, Notice, extra
from ..patterns import regex
from ..reading.language import likeliest
from ..reading.lexicon import languages
from ..textfile import encoding_of
from .bounded import UnfinishedError, bounded
from .document import DateFrom, Document
from .html_article import of_article
from .html_library import article
from .html_metadata import metadata
from .html_tags import Tag, tags
from .html_text import article_text
from .plain import declared_text

_CHARSET = regex(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{2,40})", re.I)
_HEAD = 4096
# Languages that have two codes.
_LANGUAGES = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
_SPACE = regex(r"[ \t\r\n\f\v]+")
# Characters from the top of an article in which it tells its day.
_AROUND = 4000
# Attributes longer than this hold a picture, or are of use to scripts alone.
_LONGEST_WITHIN = 500
# A page of a newspaper takes a tenth of one.
MOST_SECONDS = 20
# An article that a library found has at least a tenth of the words that are not plainly the site's.
_LEAST = 10

TRAFILATURA = extra("trafilatura", "lxml_html_clean", name="documents")


def read_html(
    name: str,
    data: bytes,
    *,
    encoding: str | None = None,
    charset: str = "",
    address: str = "",
    today: date | None = None,
) -> Document:
    """The article of a page, with its day of publication (none after ``today``) and language.

    ``charset`` is what the server says, ``encoding`` what the user does; ``address`` is where the page stood.
    Raises InputError: ``empty_file``, ``no_text``, and what ``plain_text`` raises.
    """
    found_charset = "".join(found.decode("ascii") for found in _CHARSET.findall(data[:_HEAD])[:1])
    if encoding_of(data) is None:
        data = data.replace(b"\0", b"")  # which browsers pass over, and no text has
    html, notices = declared_text(name, data, encoding, charset or found_charset or "utf-8")
    parts = list(tags(html))
    kept = of_article(parts)
    text, found = _article(name, kept)
    if not text.strip():
        raise InputError(
            "no_text",
            "{name}: a page without text",
            ("if its text comes by a script: select it in the browser, and paste it to capexcalc check -"),
            name=name,
        )
    said = metadata(parts, kept, address, today)
    language, doubt = _language(name, said.language, text)
    known: DateFrom | None = "metadata" if said.day else None
    # Libraries take the line with the day of an article for no part of it.
    around = "" if said.day else article_text(kept)[:_AROUND]
    return Document(name, text, language, said.day, known, (*notices, *found, *doubt), around)


def _article(name: str, parts: Sequence[Tag | str]) -> tuple[str, tuple[Notice, ...]]:
    own = article_text(parts)
    source = _source(parts).encode("utf-8", "replace")
    try:
        outcome, found = bounded(article, source, MOST_SECONDS)
    except UnfinishedError:
        return own, (
            Notice(
                "html_without_library",
                "{name}: trafilatura took too long, and was left out: menus or captions may be in the text",
                name=name,
            ),
        )
    if outcome == "missing":
        return own, (
            Notice(
                "html_without_library",
                "{name}: read without trafilatura: menus or captions may be among the text ({trafilatura})",
                name=name,
                trafilatura=TRAFILATURA,
            ),
        )
    # Each of its lines is a paragraph.
    text = "\n\n".join((found or "").split("\n"))
    return (text if len(text) * _LEAST >= len(own) else own), ()


def _source(parts: Sequence[Tag | str]) -> str:
    """A page of ``parts``; the library would keep line breaks that browsers do not show."""
    pieces = []
    for part in parts:
        if isinstance(part, str):
            pieces.append(_SPACE.sub(" ", part))
        elif part.ends:
            pieces.append(f"</{part.name}>")
        else:
            pieces.append(f"<{part.name}{part.within if len(part.within) <= _LONGEST_WITHIN else ''}>")
    return "".join(pieces)


def _language(name: str, told: str | None, text: str) -> tuple[str | None, tuple[Notice, ...]]:
    """The language a page says it is in, unless its words say otherwise: templates are copied."""
    if told is None:
        return None, ()
    primary, *region = told.split("-")
    code = _LANGUAGES.get(primary.lower(), primary.lower())
    spoken = likeliest(text)
    if spoken in (code, None) or code not in languages():
        return "-".join([code, *region]), ()
    return None, (
        Notice(
            "other_language",
            "{name}: the page says it is in {told}, its words say {spoken}: read as {spoken}",
            name=name,
            told=told,
            spoken=spoken,
        ),
    )
