"""What is checked: a text, and what is known of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..errors import CapexcalcError, Notice
from .places import Places

# Where the date of a document comes from: told with its text, or in the head of its file. What the text
# itself says of its date is judged with it.
DateFrom = Literal["given", "metadata"]

_ISO = re.compile(
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
    text: str
    lang: str | None = None
    date: date | None = None
    date_from: DateFrom | None = None
    notices: tuple[Notice, ...] = ()
    around: str = ""
    places: Places = ()


# A document, or why there is none in its place.
Given = Document | CapexcalcError


def unmarked(text: str) -> tuple[str, Places]:
    """What a text says to its reader, and where that stands in it: some are written as pages are."""
    if "<" in text or "&" in text:
        from .markup import is_markup, unmarked  # here: most texts are not

        if is_markup(text):
            return unmarked(text)
    return text, ()


def iso_day(text: str) -> date | None:
    """The day of a date or a timestamp in ISO 8601, where the clock stood that wrote it; else None."""
    found = _ISO.fullmatch(text.strip())
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
