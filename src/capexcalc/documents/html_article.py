"""What of a page is told by its article, and what by the site around it: menus, captions, offers, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..patterns import regex
from .html_tags import PARAGRAPHS, VOID, Tag

Parts = Sequence[Tag | str]

# Never told by anybody.
_UNSEEN = frozenset((
    "script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "canvas", "audio",
    "video", "select", "textarea", "xmp", "noembed", "noframes",
))  # fmt: skip
# Of the site, or beside the article.
_SITE = frozenset((
    "nav", "aside", "footer", "form", "button", "dialog", "menu", "figcaption", "caption", "label",
))  # fmt: skip
_SITE_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu",
))  # fmt: skip
# What holds the page or the article, and titles in it, whatever their classes say.
_ARTICLE = frozenset(("main", "article"))
_PLAIN = _ARTICLE | frozenset(("html", "body", "h1", "h2", "h3", "h4", "h5", "h6"))
_OF_ARTICLE = regex(r"article|entry|post|story|content", re.I)
# Classes that tell how a page is laid out, or what it is about: "with-sidebar", "tag-subscription".
_LAYOUT = regex(r"(?:.*-)?(?:has|with|without|no|not|and)-|(?:type|category|cat|tag|topic)-", re.S)
_HUMP = regex(r"(?<=[a-z0-9])(?=[A-Z])")
# What has more than half of the words of a page is the article, whatever it is called.
_MOST = 2
# What is left is not the article where there was so many times more.
_LOST = 20

# What ends by itself where the next of its kind, or what holds it, begins.
_CLOSED_BY = {
    "p": PARAGRAPHS,
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "tbody", "tfoot")),
    "td": frozenset(("td", "th", "tr", "tbody")),
    "th": frozenset(("td", "th", "tr", "tbody")),
    "option": frozenset(("option", "optgroup")),
}
# Elements around that an end tag may stand for: a page that never ends any must not take for ever.
_DEPTH = 200


class _Page(NamedTuple):
    """Parts with an end tag for each start tag that needs one; by the place of a start tag, that of its end
    (its own, where it has none), and by each place the characters of text before it."""

    parts: Parts
    ends: dict[int, int]
    before: list[int]


def of_article(parts: Iterable[Tag | str]) -> Parts:
    """The parts of a page that may be the article's, with an end tag for every start tag that needs one.

    Where next to nothing is left, the page is a form as a whole, or the site is told in other words: then
    forms are left in, and then all that a reader sees.
    """
    page = _measured(list(_balanced(parts)))
    choices = [_kept(page, kinds) for kinds in (frozenset[str](), _SITE - {"form"}, _SITE)]
    chosen = choices[0]
    for choice in choices[1:]:
        if _size(choice) * _LOST < _size(chosen):
            break
        chosen = choice
    return chosen


def _kept(page: _Page, site: frozenset[str]) -> Parts:
    """The parts without what no reader sees, and without elements of the kinds in ``site`` and their like."""
    kept: list[Tag | str] = []
    at = within = 0
    while at < len(page.parts):
        part = page.parts[at]
        if isinstance(part, Tag) and not part.ends and _is_left_out(page, at, site, bool(within)):
            at = page.ends[at] + 1
            continue
        if isinstance(part, Tag) and part.name in _ARTICLE:
            within += -1 if part.ends else 1
        kept.append(part)
        at += 1
    return kept


def _is_left_out(page: _Page, at: int, site: frozenset[str], within: bool) -> bool:
    tag = page.parts[at]
    assert isinstance(tag, Tag)
    if tag.name in _UNSEEN:
        return True
    if not site or tag.name in ("html", "body"):
        return False
    if tag.name in site:
        return True
    if tag.name == "header" and not within and not _OF_ARTICLE.search(tag.within):
        return True
    if not tag.within:
        return False
    said = tag.attributes()
    if "hidden" in said or said.get("aria-hidden") == "true" or _is_invisible(said.get("style", "")):
        return True
    if said.get("role", "").lower() in _SITE_ROLES:
        return True
    names = f"{said.get('class', '')} {said.get('id', '')}".split()
    if tag.name in _PLAIN or not any(map(_is_of_site, names)):
        return False
    return (page.before[page.ends[at]] - page.before[at]) * _MOST <= page.before[-1]


def _is_of_site(name: str) -> bool:
    plain = _HUMP.sub("-", name[:100]).lower().replace("_", "-")
    return not _LAYOUT.match(plain) and bool(_of_site().match(plain))


@cache
def _of_site() -> re.Pattern[str]:
    """Names that begin with a word of the list, or end with one that has a star."""
    words = Path(__file__).with_name("site_words.txt").read_text("ascii").split()
    begin = "|".join(word.removeprefix("*") for word in words)
    end = "|".join(word.removeprefix("*") for word in words if word.startswith("*"))
    return re.compile(rf"(?:{begin})(?:$|-)|.*-(?:{end})$", re.S)


def _is_invisible(style: str) -> bool:
    plain = "".join(style.lower().split())
    return "display:none" in plain or "visibility:hidden" in plain


def _balanced(parts: Iterable[Tag | str]) -> Iterator[Tag | str]:
    """``parts`` with the end tags that a browser adds, and without those that end nothing."""
    open_: list[str] = []
    for part in parts:
        if isinstance(part, str):
            yield part
        elif part.ends:
            yield from _ended(open_, part.name)
        else:
            if open_ and part.name in _CLOSED_BY.get(open_[-1], ()):
                yield Tag(open_.pop(), True, "")
            yield part
            if not _is_single(part):
                open_.append(part.name)
    while open_:
        yield Tag(open_.pop(), True, "")


def _ended(open_: list[str], name: str) -> Iterator[Tag]:
    """The innermost element of that name, and those inside it that were not ended."""
    if name in open_[-_DEPTH:]:
        while (inner := open_.pop()) != name:
            yield Tag(inner, True, "")
        yield Tag(name, True, "")


def _is_single(tag: Tag) -> bool:
    return tag.name in VOID or tag.within.endswith("/")


def _measured(parts: Parts) -> _Page:
    ends: dict[int, int] = {}
    before: list[int] = []
    begun: list[tuple[int, bool]] = []
    total = unseen = 0
    for at, part in enumerate(parts):
        before.append(total)
        if isinstance(part, str):
            total += 0 if unseen else len("".join(part.split()))
        elif part.ends:
            start, inside = begun.pop()
            ends[start] = at
            unseen -= inside
        elif _is_single(part):
            ends[at] = at
        else:
            begun.append((at, part.name in _UNSEEN))
            unseen += part.name in _UNSEEN
    return _Page(parts, ends, [*before, total])


def _size(parts: Parts) -> int:
    return sum(len("".join(part.split())) for part in parts if isinstance(part, str))
