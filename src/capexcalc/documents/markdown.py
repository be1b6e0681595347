"""Markdown as the prose it stands for, and where each of its words stands in the source."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from ..errors import Notice
from ..patterns import regex
from .document import DateFrom, Document, iso_day
from .markup import decoded, gone, open_to_marks, parted, settled, untagged
from .places import Places


class Prose(NamedTuple):
    """``lang`` and ``date`` are those of the front matter."""

    text: str
    places: Places
    lang: str | None
    date: date | None


# Front matter of YAML or TOML, as site generators want it.
_FRONT = regex(r"\A(---|\+\+\+)[ \t]*\n(.*?\n)\1[ \t]*(?:\n|\Z)", re.S)
_FIELD = regex(r"""^(date|published|lang|language)[ \t]*[:=][ \t]*["']?([^"'\n#]+)""", re.M | re.I)

# What is no prose at all: code, comments, scripts, pictures with their captions, addresses of links.
_NO_PROSE = regex(
    r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)"  # fenced code
    r"|<!--.*?(?:-->|\Z)"
    r"|<(?P<tag>script|style|figcaption)\b.*?(?:</(?P=tag)\s*>|\Z)"
    r"|!\[[^\[\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])"
    r"|^[ ]{0,3}\[[^^\]\n][^\]\n]*\]:[ \t]*\S[^\n]*$"  # what a link further up refers to
    r"|\[\^[^\]\n]+\]:?"  # notes
    r"|(?<!\()<(?:https?://|mailto:)[^<>\s]*>"
    r"|<br\b[^<>\n]*>",
    re.S | re.M | re.I,
)
# Marks around or before prose; what is in a group stays.
_MARKS = regex(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\[(?P<link>(?:[^\[\]\n]|\n(?!\s*\n))*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+[\"'][^\n]*?[\"'])?\)|\[[^\]\n]*\])"
    r"|^[ \t]{0,3}(?:=+|-{2,}|[*](?:[ \t]*[*]){2,}|_(?:[ \t]*_){2,})[ \t]*$"  # underlines, rules
    r"|^[ \t]{0,3}(?:>[ \t]?)+"  # quotations
    r"|^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?"  # items of lists, tasks
    r"|^[ \t]{0,3}#{1,6}[ \t]|[ \t]#+[ \t]*$"  # headings
    r"|(?<!\d)\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?!\d)"
    r"|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"
    r"|~~|`+",
    re.M,
)


# One of these, and a text is Markdown: bold words, a link.
_SURE = regex(
    r"(?<![A-Za-z0-9*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?![A-Za-z0-9*])"
    r"|\[[^\[\]\n]{1,200}\]\((?:https?://|mailto:|[./#])[^()\s]*\)"
)


def is_markdown(text: str) -> bool:
    """Whether a text without a name is written so."""
    return _SURE.search(text) is not None


def read_markdown(name: str, text: str, notices: tuple[Notice, ...] = ()) -> Document:
    """The prose of a Markdown text, with its places, and the day and language of its front matter."""
    found = prose(text)
    known: DateFrom | None = "metadata" if found.date else None
    return Document(name, found.text, found.lang, found.date, known, notices, places=found.places)


def prose(text: str) -> Prose:
    """The prose of a Markdown text. Line breaks are kept, so that lines can be counted in both."""
    front = _FRONT.match(text)
    fields = _FIELD.findall(front[2]) if front else ()
    said = {name.lower(): value.strip() for name, value in reversed(fields)}
    day = said.get("date") or said.get("published") or ""
    marked = open_to_marks(text)
    if front:
        marked = gone(front[0]) + marked[front.end() :]
    marked = untagged(_NO_PROSE.sub(lambda found: parted(found[0]), marked))
    prose, places = settled(decoded(_MARKS.sub(_unmarked, marked)))
    return Prose(prose, places, said.get("lang") or said.get("language"), iso_day(day))


def _unmarked(found: re.Match[str]) -> str:
    if found["escaped"]:
        return gone("\\") + found["escaped"]
    if (kept := found["link"]) is None:
        return gone(found[0])
    return gone("[") + _MARKS.sub(_unmarked, kept) + gone(found[0][len(kept) + 1 :])
