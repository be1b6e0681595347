"""What of a page is told by its article, and what by the site around it: menus, captions, offers, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from .html_tags import PARAGRAPHS, VOID, Tag

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
# What holds the page, and what holds the article, whatever their classes say.
_WHOLE, _ARTICLE = frozenset(("html", "body")), frozenset(("main", "article", "h1"))
# Classes that tell how a page is laid out, or what it is about: "with-sidebar", "tag-subscription".
_LAYOUT = re.compile(r"(?:.*-)?(?:has|with|without|no|not|and)-|(?:type|category|cat|tag|topic)-", re.S)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

# What ends by itself where the next of its kind, or what holds it, begins or ends.
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


def without_site(parts: Iterable[Tag | str], *, strict: bool = True) -> Iterator[Tag | str]:
    """The parts of a page that may be the article's, with an end tag for every start tag that needs one.

    What is not ``strict`` leaves out only what no reader sees.
    """
    open_: list[tuple[str, bool]] = []  # the elements around, and whether each is left out
    for part in parts:
        left_out = bool(open_) and open_[-1][1]
        if isinstance(part, str):
            if not left_out:
                yield part
        elif part.ends:
            yield from _close(open_, part.name)
        else:
            if open_ and part.name in _CLOSED_BY.get(open_[-1][0], ()):
                yield from _close(open_, open_[-1][0])
                left_out = bool(open_) and open_[-1][1]
            drops = left_out or _is_left_out(part, open_, strict)
            if not drops:
                yield part
            if part.name not in VOID and not part.within.endswith("/"):
                open_.append((part.name, drops))
    while open_:
        yield from _close(open_, open_[-1][0])


def _close(open_: list[tuple[str, bool]], name: str) -> Iterator[Tag]:
    """End the innermost element of that name, and those inside it that were not ended."""
    if not any(each == name for each, _ in open_[-200:]):
        return
    while True:
        inner, left_out = open_.pop()
        if not left_out:
            yield Tag(inner, True, "")
        if inner == name:
            return


def _is_left_out(tag: Tag, open_: Sequence[tuple[str, bool]], strict: bool) -> bool:
    if tag.name in _UNSEEN:
        return True
    if not strict or tag.name in _WHOLE:
        return False
    if tag.name in _SITE or (tag.name == "header" and _ARTICLE.isdisjoint(name for name, _ in open_[-200:])):
        return True
    if not tag.within:
        return False
    said = tag.attributes()
    if "hidden" in said or said.get("aria-hidden") == "true" or _is_invisible(said.get("style", "")):
        return True
    if said.get("role", "").lower() in _SITE_ROLES:
        return True
    return tag.name not in _ARTICLE and any(
        map(_is_of_site, f"{said.get('class', '')} {said.get('id', '')}".split())
    )


def _is_of_site(name: str) -> bool:
    plain = _HUMP.sub("-", name[:100]).lower().replace("_", "-")
    return not _LAYOUT.match(plain) and bool(_of_site().match(plain))


@cache
def _of_site() -> re.Pattern[str]:
    words = "|".join(Path(__file__).with_name("site_words.txt").read_text("ascii").split())
    return re.compile(rf"(?:{words})(?:$|-)|.*-(?:{words})$", re.S)


def _is_invisible(style: str) -> bool:
    plain = "".join(style.lower().split())
    return "display:none" in plain or "visibility:hidden" in plain
