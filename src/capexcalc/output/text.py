"""Text from outside, made harmless before it meets a terminal, an editor or a spreadsheet."""

from __future__ import annotations

from unicodedata import category

# Format characters that scripts and emoji need and that move nothing: joiners, direction marks, soft hyphen.
_HARMLESS = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060")
_KEPT = _HARMLESS | {"\n", "\r", "\t"}


def visible(text: str) -> str:
    r"""``text`` on one line, with whatever could steer a terminal or hide from a reader written as an escape.

    Runs of blanks become one blank; control characters, bidirectional overrides and lone surrogates appear
    as ``\x1b``, ``\u202e``, ``\ud800``.
    """
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() or c in _HARMLESS else _escape(c) for c in line)


def legible(text: str) -> str:
    r"""``text`` as it stands, blanks and line ends too, but with what ``visible`` escapes written so."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _KEPT or category(c) == "Zs" else _escape(c) for c in text)


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` characters of ``text``, with an ellipsis for what is left out."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
