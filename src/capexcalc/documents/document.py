"""What is checked: a text, and what is known of it."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from ..errors import CapexcalcError, Notice
from ..patterns import regex
from ..records import dataclass
from .pieces import LongText
from .places import Places

# Where the date of a document comes from: told with its text, or in the head of its file. What the text
# itself says of its date is judged with it.
DateFrom = Literal["given", "metadata"]

_ISO = regex(
    r"(\d{4}-?\d\d-?\d\d)"
    r"(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Document:
    """``id`` is what messages call it; ``lang`` its ISO 639 language and ``date`` its day of publication,
    where they are known; ``notices`` what must be known of how it was read. Offsets of what is found in it
    count code points of ``text``, or of its source where ``places`` tell them apart. ``around`` is what stood
    about the text, and may tell its day."""

    id: str
    text: str | LongText
    lang: str | None = None
    date: date | None = None
    date_from: DateFrom | None = None
    notices: tuple[Notice, ...] = ()
    around: str = ""
    places: Places = ()


# A document, or why there is none in its place.
Given = Document | CapexcalcError


def unmarked(name: str, text: str, notices: tuple[Notice, ...] = ()) -> Document:
    """A text as what it says to its reader, with the places of that: some are written as pages are, and some
    as Markdown is, whatever they are called."""
    if "**" in text or "](" in text:
        from .markdown import is_markdown, read_markdown  # here: most texts are not

        if is_markdown(text):
            return read_markdown(name, text, notices)
    if "<" in text or "&" in text:
        from .markup import is_markup, unmarked

        if is_markup(text):
            text, places = unmarked(text)
            return Document(name, text, notices=notices, places=places)
    return Document(name, text, notices=notices)


def is_marked(text: str) -> bool:
    """Whether a text is written as pages are, or as Markdown is."""
    from .markdown import is_markdown
    from .markup import is_markup

    return is_markdown(text) or is_markup(text)


def iso_day(text: str) -> date | None:
    """The day of a date or a timestamp in ISO 8601, where the clock stood that wrote it; else None."""
    found = _ISO.fullmatch(text.strip())
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
