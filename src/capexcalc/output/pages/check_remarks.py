"""``check`` for editors and builds: a remark at its place for each claim, and for what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...errors import CapexcalcError
from ...patterns import regex
from ...words import in_words, several
from ..page import Remark
from ..wording.verdicts import VERDICTS

if TYPE_CHECKING:
    from ..answer import Style
    from ..wording.documents import WordedDocument

_PLACE = regex(r"(.+?)(?::(\d+))?", re.S)
# Where a day comes from that is the document's own.
_PUBLISHED = ("given", "metadata", "text")


def remarks(result: Iterable[WordedDocument | CapexcalcError], style: Style) -> Iterator[Remark]:
    """In text order; where ``brief``, of the claims only those that do not hold."""
    for document in result:
        if isinstance(document, CapexcalcError):
            yield _unread(document)
            continue
        for claim in document.claims:
            verdict = VERDICTS[claim.verdict]
            if style.brief and not verdict.wrong:
                continue
            said = [claim.reason, *([claim.hint.message] if claim.hint else [])]
            yield Remark(
                document.id,
                claim.line,
                claim.column,
                verdict.gravity,
                in_words(verdict.word),
                str(several(said, "{first}; {second}")),
                claim.kind,
                quoted=claim.text,
                day=document.as_of if document.as_of_from in _PUBLISHED else None,
            )


def _unread(error: CapexcalcError) -> Remark:
    """At the file, and the line where there is one, that errors about inputs begin with."""
    said = error.message
    places = (str(fact) for fact in error.facts.values())
    place = next((place for place in places if place and said.startswith(f"{place}: ")), None)
    file, line = "-", None
    if place is not None:
        said = said.removeprefix(f"{place}: ")
        if found := _PLACE.fullmatch(place):
            file, line = found.groups()
    message = str(several([said, *([error.hint] if error.hint else [])], "{first}; {second}"))
    gravity = VERDICTS["refuted"].gravity
    return Remark(file, int(line or 1), 1, gravity, in_words("error"), message, error.code, unread=True)
