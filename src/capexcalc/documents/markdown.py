"""Markdown as the prose it stands for: its marks become blanks, so that every word stays where it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import NamedTuple

from .document import iso_day


class Prose(NamedTuple):
    """``text`` is as long as what it was made of; ``lang`` and ``date`` are those of its front matter."""

    text: str
    lang: str | None
    date: date | None


# Front matter of YAML or TOML, as site generators want it.
_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?\n)\1[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"""^(date|published|lang|language)[ \t]*[:=][ \t]*["']?([^"'\n#]+)""", re.M | re.I)

# What is no prose at all: code, pictures with their captions, comments, scripts, addresses of links.
_NO_PROSE = re.compile(
    r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)"  # fenced code
    r"|<!--.*?(?:-->|\Z)"
    r"|<(?P<tag>script|style|figcaption)\b.*?(?:</(?P=tag)\s*>|\Z)"
    r"|!\[[^\[\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])"
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*\S[^\n]*$"  # what a link further up refers to
    r"|<(?:https?://|mailto:)[^<>\s]*>",
    re.S | re.M | re.I,
)
# Marks around or before prose; what is in group "kept" stays.
_MARKS = re.compile(
    r"\[(?P<link>(?:[^\[\]\n]|\n(?!\s*\n))*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+[\"'][^\n]*?[\"'])?\)|\[[^\]\n]*\])"
    r"|^[ \t]{0,3}(?:>[ \t]?)+"  # quotations
    r"|^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?"  # items of lists, tasks
    r"|^[ \t]{0,3}#{1,6}(?=[ \t])|[ \t]#+[ \t]*$"  # headings
    r"|^[ \t]{0,3}(?:=+|-{2,}|\*(?:[ \t]*\*){2,}|_(?:[ \t]*_){2,})[ \t]*$"  # underlines, rules
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}"
    r"|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"
    r"|~~|`+"
    r"|\\(?=[!-/:-@\[-`{-~])"  # what keeps a character from being a mark
    r"|</?[a-zA-Z][^<>\n]*>",
    re.M,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_VISIBLE = re.compile(r"[^\n]")


def prose(text: str) -> Prose:
    """The prose of a Markdown text."""
    front = _FRONT.match(text)
    fields = dict(reversed(_FIELD.findall(front[2]))) if front else {}
    said = {name.lower(): value.strip() for name, value in fields.items()}
    if front:
        text = _blank(front[0]) + text[front.end() :]
    for pattern, replacing in ((_NO_PROSE, _all), (_MARKS, _marks), (_ENTITY, _entity)):
        text = pattern.sub(replacing, text)
    day = said.get("date") or said.get("published") or ""
    return Prose(text, said.get("lang") or said.get("language"), iso_day(day))


def _all(found: re.Match[str]) -> str:
    return _blank(found[0])


def _marks(found: re.Match[str]) -> str:
    kept = found["link"]
    if kept is None:
        return _blank(found[0])
    inner = _MARKS.sub(_marks, kept)
    return f" {inner}{_blank(found[0][len(kept) + 1 :])}"


def _entity(found: re.Match[str]) -> str:
    """The character, and blanks on the side where they part it from no figure: "&pound;5", "5&nbsp;bn"."""
    character = unescape(found[0])
    if len(character) != 1 or character == "\n":
        return found[0]
    follows_figure = found.string[found.start() - 1 : found.start()].isdigit()
    align: Callable[[int], str] = character.ljust if follows_figure else character.rjust
    return align(len(found[0]))


def _blank(text: str) -> str:
    return _VISIBLE.sub(" ", text)
