"""Web source in a text that is no page ("<p>It costs &pound;5&nbsp;million.</p>"): archives keep articles so,
and people copy them so. It is blanked to the prose it stands for, and each word keeps its place."""

from __future__ import annotations

import re
from html import unescape

from ..patterns import regex
from .html_tags import PARAGRAPHS
from .places import Place, Places

# Stand for a character that is gone, and for one that writes the one before it too, until all are.
_GONE, _HELD = "\0", "\1"
# Parts paragraphs as a blank line does, without another line.
_PARAGRAPH = "\u2029"

# One of these, and a text is web source; "a < b" and "R&D" are none.
_SURE = regex(
    r"&(?:nbsp|amp|lt|gt|quot|apos|pound|euro|yen|cent|[lr][ds]?quo|[lr]aquo|[mn]dash|hellip);"
    r"|&#(?:\d{2,7}|x[0-9a-f]{2,6});"
    r"|</(?:p|div|span|b|strong|em|i|u|a|h[1-6]|li|ul|ol|blockquote|td|tr|table|script|style)\s*>"
    r"|<(?:p|br)\s*/?>",
    re.I,
)
# What no reader sees.
_UNSEEN = regex(r"<!--.*?(?:-->|\Z)|<(script|style|figcaption)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)
_TAG = regex(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>")
_ENTITY = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_IN_LINE = regex(r"[^\n]")
_KEPT = regex(r"([^\x00\x01]+)(\x01*)")


def is_markup(text: str) -> bool:
    """Whether a text is written as pages are."""
    return _SURE.search(text) is not None


def unmarked(text: str) -> tuple[str, Places]:
    """The prose of web source. Line breaks are kept, so that lines can be counted in both."""
    marked = _UNSEEN.sub(lambda found: parted(found[0]), open_to_marks(text))
    return settled(decoded(untagged(marked)))


def open_to_marks(text: str) -> str:
    """A text with nothing in it that stands for what is gone."""
    return text.replace(_GONE, " ").replace(_HELD, " ")


def settled(marked: str) -> tuple[str, Places]:
    """What is left of a text, and where it stands in it."""
    found, places, length, ended = [], [], 0, 0
    for piece in _KEPT.finditer(marked):
        found.append(piece[1])
        places.append(Place(length, piece.start(), ended))
        length, ended = length + len(piece[1]), piece.end()
    places.append(Place(length, ended, ended))
    return "".join(found), tuple(places)


def untagged(text: str) -> str:
    """Without tags; those that begin or end a paragraph part it from the next."""
    return _TAG.sub(_untagged, text)


def decoded(text: str) -> str:
    """Entities as the characters they stand for; those that stand for several are left."""
    return _ENTITY.sub(_character, text)


def parted(text: str) -> str:
    """Nothing, but what stood on either side is not one word."""
    return " " + gone(text[1:])


def gone(text: str) -> str:
    return _IN_LINE.sub(_GONE, text)


def _untagged(found: re.Match[str]) -> str:
    name = found[1].lower()
    if name in PARAGRAPHS:
        return _PARAGRAPH + gone(found[0][1:])
    return parted(found[0]) if name == "br" else gone(found[0])


def _character(found: re.Match[str]) -> str:
    character = unescape(found[0])
    return character.ljust(len(found[0]), _HELD) if len(character) == 1 else found[0]
