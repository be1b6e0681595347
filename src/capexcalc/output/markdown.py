"""Pages as Markdown that pastes into an editor or a content system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..words import in_words
from .chart import BarChart, LineChart
from .page import Article, Citation, HeldClaims, Note, Notes, Page, Part, Prose, Verdict, Verdicts
from .text import visible

if TYPE_CHECKING:
    from .answer import Answer
    from .screen import Screen
    from .sheet import Sheet

# What Markdown, or the HTML it lets through, would take for markup inside a text.
_MARKUP = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|~&"})


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """Each page as it comes."""
    return map(_page, answer.pages())


def _page(page: Page) -> str:
    """A blank line between the parts that say anything, and before what closes the page."""
    *parts, last = map(_part, page.parts)
    return "\n".join([*filter(None, parts), last])


def _part(part: Part) -> str:
    match part:
        case Prose(text, heading=True):
            return f"### {_text(text)}\n"
        case Prose(text):
            return f"**{_text(text)}**\n"
        case HeldClaims(claims):
            return "".join(f"- **{held.words}**: {_quoted(held.said)}\n" for held in claims)
        case Notes(items):
            return _notes(items)
        case Verdicts(claims):
            return "".join(map(_verdict, claims))
        case Article(claims=claims):
            return "".join(_verdict(claim.verdict) for claim in claims)
        case BarChart() | LineChart():
            return ""  # its figures stand in a sheet
        case sheet:
            return _table(sheet)


def _verdict(claim: Verdict) -> str:
    head = f"- **{claim.words}** ({claim.kind}): {_quoted(claim.says.said)}\n"
    return head + _notes([*claim.figures, *claim.gap, *claim.notes, *claim.working], indent="  ")


def _notes(items: Iterable[Note | Citation | LineChart], indent: str = "") -> str:
    """A list; what has no label of its own goes on with what stands above it."""
    told = (item for item in items if not isinstance(item, LineChart))
    lines = (f"- {_text(label)}: {_text(said)}" if label else f"  - {_text(said)}" for label, said in told)
    return "".join(f"{indent}{line}\n" for line in lines)


def _table(sheet: Sheet) -> str:
    rule = ["---:" if side == "r" else ":---" for side in sheet.sides]
    rows: list[Sequence[str]] = [[_text(cell) for cell in row] for row in (*sheet.rows, *sheet.totals)]
    return "".join(f"| {' | '.join(row)} |\n" for row in (sheet.header, rule, *rows))


def _quoted(text: str) -> str:
    return in_words("“{text}”", text=_text(text))


def _text(text: str) -> str:
    return visible(text).translate(_MARKUP)
