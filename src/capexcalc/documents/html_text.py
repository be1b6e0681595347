"""The text of a page's article without a library for it: what stands in the element that says it is the
article, else all that is not plainly the site's, and no paragraph that is but a link to elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from itertools import accumulate

from ..patterns import regex
from .html_tags import PARAGRAPHS, Tag

# No-break spaces are kept: they say that a figure and its unit are one.
_SPACE, _BLANKS, _BLANK_LINES = regex(r"[ \t\r\n\f\v]+"), regex(" {2,}"), regex("\n{3,}")
_CELLS = frozenset(("td", "th"))
_PARAGRAPH, _LINE, _CELL = "\n\n", "\n", "\t"
# Of ten characters of a paragraph that stand in links: this many make it a menu.
_LINKED = 9


def article_text(parts: Iterable[Tag | str]) -> str:
    """The article, or whatever else ``parts`` of a page tell; a blank line between its paragraphs."""
    pieces: list[str] = []
    begun: list[tuple[str, int]] = []
    found: dict[str, list[tuple[int, int]]] = {"article": [], "main": []}
    paragraph = _Paragraph(pieces)
    for part in parts:
        if isinstance(part, str):
            paragraph.add(_SPACE.sub(" ", unescape(part)))
            continue
        if part.name in PARAGRAPHS:
            paragraph.end()
        elif part.name == "br":
            pieces.append(_LINE)
        elif part.name in _CELLS and part.ends:
            pieces.append(_CELL)
        elif part.name == "a":
            paragraph.linked = not part.ends
        if part.name in found:
            if not part.ends:
                begun.append((part.name, len(pieces)))
            elif begun and begun[-1][0] == part.name:
                found[part.name].append((begun.pop()[1], len(pieces)))
    paragraph.end()
    return _joined(pieces[slice(*_chosen(pieces, found))])


class _Paragraph:
    """The last of ``pieces``; ``linked`` says whether what comes stands in a link."""

    def __init__(self, pieces: list[str]) -> None:
        self.linked = False
        self._pieces = pieces
        self._start = self._size = self._link_size = 0

    def add(self, text: str) -> None:
        self._pieces.append(text)
        size = len(text.strip())
        self._size += size
        self._link_size += size if self.linked else 0

    def end(self) -> None:
        if self._link_size * 10 >= self._size * _LINKED and self._size:
            for place in range(self._start, len(self._pieces)):
                self._pieces[place] = ""
        self._pieces.append(_PARAGRAPH)
        self._start, self._size, self._link_size = len(self._pieces), 0, 0


def _chosen(pieces: list[str], found: dict[str, list[tuple[int, int]]]) -> tuple[int, int]:
    """The largest article, if it is more than half of what is in articles; else the main part, else all."""
    before = list(accumulate(map(len, pieces), initial=0))
    sizes = {(start, end): before[end] - before[start] for start, end in found["article"]}
    if sizes:
        largest = max(sizes, key=lambda span: sizes[span])
        outside = sum(size for (start, _), size in sizes.items() if start not in range(*largest))
        if sizes[largest] > outside:
            return largest
    return found["main"][0] if found["main"] else (0, len(pieces))


def _joined(pieces: Iterable[str]) -> str:
    lines = (line.strip(" \t") for line in _BLANKS.sub(" ", "".join(pieces)).split(_LINE))
    return _BLANK_LINES.sub(_PARAGRAPH, _LINE.join(lines)).strip(_LINE)
