"""The text of a page's article without a library for it: what stands in the element that says it is the
article, else all that is not plainly the site's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from itertools import accumulate

from .html_article import without_site
from .html_tags import PARAGRAPHS, Tag

# No-break spaces are kept: they say that a figure and its unit are one.
_SPACE, _BLANKS, _BLANK_LINES = re.compile(r"[ \t\r\n\f\v]+"), re.compile(" {2,}"), re.compile("\n{3,}")
_CELLS = frozenset(("td", "th"))
_PARAGRAPH, _LINE, _CELL = "\n\n", "\n", "\t"

# The text left is not the article where the whole page has so many times more.
_LOST = 20


def article_text(parts: Iterable[Tag | str]) -> str:
    """The article of a page, a blank line between its paragraphs."""
    parts = list(parts)
    strict = _text(without_site(parts))
    everything = _text(without_site(parts, strict=False))
    return strict if len(strict) * _LOST >= len(everything) else everything


def _text(parts: Iterable[Tag | str]) -> str:
    pieces: list[str] = []
    begun: list[tuple[str, int]] = []
    found: dict[str, list[tuple[int, int]]] = {"article": [], "main": []}
    for part in parts:
        if isinstance(part, str):
            pieces.append(_SPACE.sub(" ", unescape(part)))
            continue
        if part.name in PARAGRAPHS:
            pieces.append(_PARAGRAPH)
        elif part.name == "br":
            pieces.append(_LINE)
        elif part.name in _CELLS and part.ends:
            pieces.append(_CELL)
        if part.name in found:
            if not part.ends:
                begun.append((part.name, len(pieces)))
            elif begun and begun[-1][0] == part.name:
                found[part.name].append((begun.pop()[1], len(pieces)))
    return _joined(pieces[slice(*_chosen(pieces, found))])


def _chosen(pieces: list[str], found: dict[str, list[tuple[int, int]]]) -> tuple[int, int]:
    """The largest article, if it is more than half of what is in articles; else the main part, else all."""
    before = list(accumulate(map(len, pieces), initial=0))
    sizes = {(start, end): before[end] - before[start] for start, end in found["article"]}
    if sizes:
        largest = max(sizes, key=lambda span: sizes[span])
        outside = sum(size for span, size in sizes.items() if not _within(span, largest))
        if sizes[largest] > outside:
            return largest
    return found["main"][0] if found["main"] else (0, len(pieces))


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _joined(pieces: Iterable[str]) -> str:
    lines = (line.strip(" \t") for line in _BLANKS.sub(" ", "".join(pieces)).split(_LINE))
    return _BLANK_LINES.sub(_PARAGRAPH, _LINE.join(lines)).strip(_LINE)
