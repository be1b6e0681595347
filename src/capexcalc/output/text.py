"""Text from outside, made harmless before it meets a terminal, an editor or a spreadsheet."""

from __future__ import annotations

from unicodedata import category

from ..patterns import regex
from ..words import voice

# Format characters that scripts and emoji need and that move nothing: joiners, direction marks, soft hyphen.
_HARMLESS = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060")
_KEPT = _HARMLESS | {"\n", "\r", "\t"}
# Blanks inside a figure or a date of another language, at which no line ends.
_HOLDING = frozenset("\u00a0\u202f")
_BLANKS = regex(r"[^\S\u00a0\u202f]+")
_ISOLATES = frozenset("\u2068\u2069")
_TURNING = regex("[\u202a-\u202e\u2066-\u2069]")
_ISOLATED = regex("\u2068[^\u2066-\u2069]*\u2069")


def visible(text: str) -> str:
    r"""``text`` on one line, with whatever could steer a terminal or hide from a reader written as an escape.

    Runs of blanks become one blank; control characters, bidirectional overrides and lone surrogates appear
    as ``\x1b``, ``\u202e``, ``\ud800``.
    """
    if voice() is not None:
        return _visible_abroad(text)
    line = " ".join(text.split())
    return line if line.isprintable() else _escaped(line, _HARMLESS)


def legible(text: str) -> str:
    r"""``text`` as it stands, blanks and line ends too, but with what ``visible`` escapes written so.

    Isolates that are closed again stay where another language than English is spoken, which may need them.
    """
    if text.isprintable():
        return text
    kept = _KEPT if voice() is None or turns(text) else _KEPT | _ISOLATES
    return "".join(c if c.isprintable() or c in kept or category(c) == "Zs" else _escape(c) for c in text)


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` characters of ``text``, with an ellipsis for what is left out."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _visible_abroad(text: str) -> str:
    """The same, with the blanks that hold figures together, and isolates that are closed again."""
    line = _BLANKS.sub(" ", text).strip()
    if line.isprintable():
        return line
    return _escaped(line, _HARMLESS | _HOLDING | (frozenset() if turns(line) else _ISOLATES))


def turns(text: str) -> bool:
    """Whether ``text`` could turn the direction of what stands around it: an override, or an isolate that is
    not closed again."""
    while (inner := _ISOLATED.sub("", text)) != text:
        text = inner
    return _TURNING.search(text) is not None


def _escaped(line: str, kept: frozenset[str]) -> str:
    return "".join(c if c.isprintable() or c in kept else _escape(c) for c in line)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
