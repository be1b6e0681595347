"""A text cut into paragraphs, and these at the places of what was found in them.

Nothing is added and nothing lost: the pieces put together are the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from ..patterns import regex
from .page import Article, Figure, Placed

_LINE = regex(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z)")
# Lines of a text that was made for a window end where the window did, in the middle of sentences, and each is
# about as long as the longest.
_SHORTEST, _WINDOW, _EVEN = 40, 120, 0.6
_SENTENCE_ENDS = tuple(".!?:;…。！？।؟\"”»'’)")


class Piece(NamedTuple):
    """Text in which nothing begins or ends: all of it stands in ``figure``, or none, and so for ``claimed``,
    the words of a claim. ``closes`` tells whether the figure ends here, ``ends`` are the claims that do."""

    text: str
    figure: Figure | None
    closes: bool
    claimed: bool
    ends: Sequence[Placed]


class Paragraph(NamedTuple):
    """``claims`` are those whose words begin in it."""

    pieces: Sequence[Piece]
    claims: Sequence[Placed]


_Span = TypeVar("_Span", Figure, Placed)


def paragraphs(article: Article) -> Iterator[Paragraph]:
    """The text in order; blank lines go with what stands before them."""
    figures, claims = _in_order(article.figures), _in_order(article.claims)
    for start, end in pairwise([0, *_beginnings(article), len(article.text)]):
        if start < end:
            own = _between(claims, start, end)
            pieces = _pieces(article.text, start, end, _between(figures, start, end), own)
            yield Paragraph([*pieces], own)


def _in_order(spans: Sequence[_Span]) -> list[_Span]:
    return sorted(spans, key=lambda each: (each.start, each.end))


def _between(spans: Sequence[_Span], start: int, end: int) -> Sequence[_Span]:
    first, last = (bisect_left(spans, edge, key=lambda each: each.start) for edge in (start, end))
    return spans[first:last]


def _pieces(
    text: str, start: int, end: int, figures: Sequence[Figure], claims: Sequence[Placed]
) -> Iterator[Piece]:
    spans: Sequence[Figure | Placed] = (*figures, *claims)
    edges = {start, end, *(edge for each in spans for edge in (each.start, each.end))}
    ends: dict[int, list[Placed]] = {}
    for claim in claims:
        ends.setdefault(claim.end, []).append(claim)
    figure_at, claim_at = _innermost(figures), _innermost(claims)
    for left, right in pairwise(sorted(edges)):
        figure, claimed = figure_at(left), claim_at(left) is not None
        closes = figure is not None and figure.end == right
        yield Piece(text[left:right], figure, closes, claimed, ends.get(right, ()))


def _innermost(spans: Sequence[_Span]) -> Callable[[int], _Span | None]:
    """What stands at a place, and the shortest where several do; to be asked from left to right."""
    coming = deque(spans)
    standing: list[_Span] = []

    def at(place: int) -> _Span | None:
        while coming and coming[0].start <= place:
            standing.append(coming.popleft())
        standing[:] = [each for each in standing if each.end > place]
        return min(standing, key=lambda each: each.end - each.start, default=None)

    return at


def _beginnings(article: Article) -> Iterator[int]:
    """Where each paragraph but the first begins: a line after a blank one, and any other that does not go on
    with the one before. What was found across a line end holds its lines together."""
    text = article.text
    lines = [found.span() for found in _LINE.finditer(text)]
    starts = [start for start, _ in lines]
    spans: Sequence[Figure | Placed] = (*article.figures, *article.claims)
    held = {
        start
        for each in spans
        for start in starts[bisect_right(starts, each.start) : bisect_left(starts, each.end)]
    }
    block: list[tuple[int, int]] = []
    for start, end in lines:
        if not text[start:end].strip():
            yield from _of_block(text, block, held)
            block = []
        else:
            block.append((start, end))
    yield from _of_block(text, block, held)


def _of_block(text: str, block: Sequence[tuple[int, int]], held: set[int]) -> Iterator[int]:
    """Where paragraphs begin in lines without a blank one between them."""
    wrapped = _is_wrapped([text[start:end].rstrip() for start, end in block])
    for number, (start, _) in enumerate(block):
        if start and start not in held and (number == 0 or not wrapped):
            yield start


def _is_wrapped(lines: Sequence[str]) -> bool:
    longest = max(map(len, lines), default=0)
    *full, _ = lines or [""]
    if not full or not _SHORTEST <= longest <= _WINDOW:
        return False
    even = all(len(line) >= longest * _EVEN for line in full)
    return even and any(not line.endswith(_SENTENCE_ENDS) for line in full)
