"""Tables for people. Only this file knows rich; a figure is never wrapped or cut, however narrow the screen.

Nothing from outside passes through Rich's markup: every cell is a ``Text`` of harmless characters.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from . import past, sheets
from .phrases import (
    KINDS,
    Note,
    annualised_notes,
    claim_notes,
    commitment,
    conversion_notes,
    figure_notes,
    found,
    stated_and_computed,
    tally,
)
from .sheets import Sheet
from .text import shortened, visible
from .wording.verdicts import VERDICTS

if TYPE_CHECKING:
    from ..commands.annualise import Annualised
    from ..commands.compare import Comparison
    from ..commands.spending import Spending
    from .wording.claims import WordedClaim
    from .wording.documents import WordedDocument
    from .wording.rates import WordedConversion

# Lines of prose longer than this tire the eye, however wide the window.
_PROSE = 100
# A sentence is quoted to be recognised; past this length it is no sentence.
_SENTENCE = 600


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a table goes: columns, colour or none, and the encoding that decides about line characters."""

    width: int = 80
    color: bool = False
    encoding: str = "utf-8"


def convert(
    result: Iterable[WordedConversion], screen: Screen, *, exact: bool = False, explain: bool = False
) -> str:
    """One row a conversion, and below them the published rates they rest on."""
    done = tuple(result)
    page = _Page(screen)
    page.sheet(sheets.conversions(done, exact=exact))
    page.notes(conversion_notes(done, explain=explain))
    return page.text()


def annualise(result: Annualised, screen: Screen, *, exact: bool = False) -> str:
    """The schedule, one column a currency, with its assumption and rates."""
    page = _Page(screen)
    page.prose(commitment(result, exact=exact), "bold")
    page.blank()
    page.sheet(sheets.schedule(result, exact=exact))
    page.notes(annualised_notes(result))
    return page.text()


def compare(result: Comparison, screen: Screen, *, exact: bool = False) -> str:
    """The ratios first, then the past periods they rest on."""
    page = _Page(screen)
    page.prose(commitment(result.commitment, exact=exact), "bold")
    page.blank()
    page.sheet(past.ratios(result, exact=exact))
    if result.real:
        page.sheet(past.real_ratios(result.real, exact=exact))
    page.sheet(past.past(result, exact=exact))
    page.notes(past.comparison_notes(result, exact=exact))
    return page.text()


def spending(result: Spending, screen: Screen, *, exact: bool = False) -> str:
    """The past periods, drawn as bars, with their growth and sources."""
    page = _Page(screen)
    bar = "█" if screen.encoding.startswith("utf") else "#"
    page.sheet(past.spending(result, exact=exact, bar=bar))
    page.notes(past.spending_notes(result, exact=exact))
    return page.text()


def check(
    documents: Iterable[WordedDocument], screen: Screen, *, exact: bool = False, explain: bool = False
) -> Iterator[str]:
    """Each document in turn: its figures, then every claim with its verdict, its sentence and the reason."""
    for number, document in enumerate(documents):
        page = _Page(screen)
        if number:
            page.blank()
        page.prose(f"{document.id} ({document.language}, as of {document.as_of})", "bold")
        if document.amounts:
            page.blank()
            page.sheet(sheets.amounts_found(document, exact=exact))
            page.notes(figure_notes(document))
        for claim in document.claims:
            page.blank()
            page.verdict(claim)
            sentence = shortened(visible(claim.text), _SENTENCE)
            figures = stated_and_computed(claim, exact=exact)
            least = max((len(figure) for _, figure in figures), default=0)
            page.notes([("Says", f"“{sentence}”"), *figures, *claim_notes(claim, explain=explain)], least)
        page.blank()
        page.prose(f"{found(document)}{': ' if document.claims else ''}{tally(document.claims)}", "dim")
        yield page.text()


def page(sheets: Iterable[Sheet], notes: Iterable[Note], screen: Screen) -> str:
    """Tables, and what there is to say about them."""
    page = _Page(screen)
    for sheet in sheets:
        page.sheet(sheet)
    page.notes(notes)
    return page.text()


class _Page:
    """Text under construction, as wide as the screen or as its widest figure."""

    def __init__(self, screen: Screen) -> None:
        self._width = screen.width
        self._file = io.TextIOWrapper(
            io.BytesIO(), encoding=screen.encoding, errors="backslashreplace", newline="\n"
        )
        self._console = Console(
            file=self._file,
            color_system="standard" if screen.color else None,
            force_terminal=screen.color,
            no_color=not screen.color,
            legacy_windows=False,
            highlight=False,
        )

    def text(self) -> str:
        self._file.seek(0)
        # Rich fills every cell up to its width; nobody wants those blanks in a copy or a diff.
        return "".join(f"{line.rstrip()}\n" for line in self._file)

    def blank(self) -> None:
        self._console.print()

    def prose(self, words: str, style: str) -> None:
        self._print(_cell(words, style), min(self._width, _PROSE))

    def verdict(self, claim: WordedClaim) -> None:
        line = Text(VERDICTS[claim.verdict].label, style=f"bold {VERDICTS[claim.verdict].color}")
        self._print(line.append(f"  {KINDS[claim.kind]} ({claim.id})", style="default not bold"), self._width)

    def sheet(self, sheet: Sheet) -> None:
        """A table where it fits, else the same rows one below the other; and a blank line."""
        table = _table(sheet)
        if self._least(table) > self._width:
            table = _stack(sheet)
        self._print(table, max(self._width, self._least(table)))
        self.blank()

    def notes(self, notes: Iterable[Note], least: int = 0) -> None:
        """Labels beside what they stand for, the latter at least ``least`` columns wide."""
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column(min_width=least)
        for label, said in notes:
            table.add_row(_cell(f"  {label}", "dim"), _cell(said))
        self._print(table, max(min(self._width, _PROSE), self._least(table)))

    def _least(self, table: Table) -> int:
        """The least width at which no figure is cut."""
        return Measurement.get(self._console, self._console.options.update(max_width=100_000), table).minimum

    def _print(self, part: Text | Table, width: int) -> None:
        self._console.width = width
        self._console.print(part)


def _table(sheet: Sheet) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for index, (name, side) in enumerate(zip(sheet.header, sheet.sides, strict=True)):
        if side == "r":
            widest = max(len(row[index]) for row in (sheet.header, *sheet.rows, *sheet.totals))
            table.add_column(_cell(name), justify="right", no_wrap=True, min_width=widest)
        else:
            table.add_column(_cell(name))
    for row in sheet.rows:
        table.add_row(*map(_cell, row))
    if sheet.totals:
        table.add_section()
    for row in sheet.totals:
        table.add_row(*map(_cell, row), style="bold")
    return table


def _stack(sheet: Sheet) -> Table:
    """The same rows for a screen too narrow for the table: one below the other, a line for each figure."""
    rows = [*sheet.rows, *sheet.totals]
    headed = sheet.sides[0] == "l"
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column()
    widest = max(len(cell) for row in rows for cell in row[headed:])
    table.add_column(justify="right", no_wrap=True, min_width=widest)
    for number, row in enumerate(rows):
        if headed:
            table.add_row(_cell(row[0], "bold"))
        elif number:
            table.add_row()
        for name, cell in zip(sheet.header[headed:], row[headed:], strict=True):
            if cell:
                table.add_row(_cell(f"  {name}"), _cell(cell))
    return table


def _cell(words: str, style: str = "") -> Text:
    """Words from wherever, safe to print."""
    indent = len(words) - len(words.lstrip(" "))
    return Text(" " * indent + visible(words), style=style)
