"""The tags and texts of a page, in order: what browsers make of it, in time that grows with its length alone.

The parser of the standard library takes minutes over 100 kB of a page that means to keep it busy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from ..patterns import regex

# What stands in these is text and nothing else, up to their end.
RAW = frozenset(("script", "style", "title", "textarea", "xmp", "noembed", "noframes"))
# What has no end.
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# What begins and ends a paragraph.
PARAGRAPHS = frozenset((
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "thead", "tr", "ul",
))  # fmt: skip
# Characters of a tag that are looked into; what is longer holds a picture.
_LONGEST = 20_000

_NAME = regex(r"/?[a-zA-Z][^\s/>]*")
_STOP = regex(r"""[>"']""")
_EQUALS = regex(r"=\s*\Z")
_ATTRIBUTE = regex(r"""([^\s=/>"']+)(?:\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s>"']+))?""")


class Tag(NamedTuple):
    """A start tag, or an end tag (``ends``); ``within`` is its source between name and bracket."""

    name: str
    ends: bool
    within: str

    def attributes(self) -> dict[str, str]:
        """Values by names in lower case, the first of each."""
        found: dict[str, str] = {}
        for name, value in _ATTRIBUTE.findall(self.within[:_LONGEST]):
            found.setdefault(name.lower(), unescape(value.strip("\"'")))
        return found


def tags(html: str) -> Iterator[Tag | str]:
    """Each tag, and the source of each text between them: entities are not decoded yet."""
    at = 0
    while (opens := html.find("<", at)) >= 0:
        if opens > at:
            yield html[at:opens]
        if html.startswith("<!--", opens):
            at = _after(html, "-->", opens + 2)  # "<!-->" is one, with nothing in it
            continue
        if html[opens + 1 : opens + 2] in ("!", "?"):
            at = _after(html, ">", opens)
            continue
        name = _NAME.match(html, opens + 1)
        if name is None:
            yield "<"
            at = opens + 1
            continue
        closes = _closing(html, name.end())
        if closes is None:
            return  # a tag that is cut off
        tag = Tag(name[0].strip("/").lower(), name[0].startswith("/"), html[name.end() : closes])
        yield tag
        at = closes + 1
        if tag.name in RAW and not tag.ends:
            end = re.compile(f"</{tag.name}", re.I | re.A).search(html, at)
            if end is None:
                return
            yield html[at : end.start()]
            at = end.start()
    if at < len(html):
        yield html[at:]


def _closing(html: str, at: int) -> int | None:
    """The bracket that closes a tag: not one in the quoted value of an attribute."""
    while (stop := _STOP.search(html, at)) is not None:
        at = stop.end()
        if stop[0] == ">":
            return stop.start()
        if _EQUALS.search(html, max(0, stop.start() - 9), stop.start()):
            at = max(at, html.find(stop[0], at) + 1)
    return None


def _after(html: str, mark: str, at: int) -> int:
    try:
        return html.index(mark, at) + len(mark)
    except ValueError:
        return len(html)
