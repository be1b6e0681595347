"""Tables for people. Only this file knows rich; a figure is never wrapped or cut, however narrow the screen.

Nothing from outside passes through Rich's markup: every cell is a ``Text`` of harmless characters.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from unicodedata import category

from rich.box import SIMPLE_HEAD, Box
from rich.cells import cell_len
from rich.console import Console, JustifyMethod, OverflowMethod
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from ..patterns import regex
from ..words import in_words
from .chart import BarChart, LineChart
from .drawing import bars, sparkline
from .page import Article, Citation, Held, HeldClaims, Note, Notes, Page, Part, Prose, Verdict, Verdicts
from .screen import Screen
from .sheet import Sheet
from .text import shortened, visible

if TYPE_CHECKING:
    from .answer import Answer

# The same for streams without line characters; Rich would rule every column, down to those without a name.
_ASCII_HEAD = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)

# Lines of prose longer than this tire the eye, however wide the window.
_PROSE = 100
# A sentence is quoted to be recognised; past this length it is no sentence.
_SENTENCE = 600
# A claim that holds is told in a line, or two on a narrow screen.
_SAID = 90
# Characters of the longest bar: as many as there is room for, but past these the eye is lost, and rather than
# less than those labels run over lines.
_BAR = 60
_SHORT_BAR = 10
# Between two characters of Chinese or Japanese, unless a unit, a small letter or a mark must not be torn off.
_BREAK = "\x1f"  # a blank without a width, and unlike others of its kind no end of a line
_BETWEEN = regex(
    "(?<=[\u3041-\u3096\u3400-\u9fff\u30a1-\u30fa、。，：；）」』”])(?<![万亿億兆萬])"
    "(?=[\u3042-\u3096\u3400-\u9fff\u30a2-\u30fa（「『“])(?![ぃぅぇぉっゃゅょァィゥェォッャュョ])"
)
# Rich ends lines at every blank, those that must hold a figure together too, and gives no room to vowels of
# India that stand beside their letter, which terminals do: these are hidden from it.
_HIDDEN = (0xA0, 0x202F, *(code for code in range(0x900, 0xE00) if category(chr(code)) == "Mc"))
_HELD = {code: chr(0xE000 + place) for place, code in enumerate(_HIDDEN)}
_RELEASED = {ord(_BREAK): None, **{ord(held): chr(code) for code, held in _HELD.items()}}
# Columns are as wide as their longest word, so nothing is folded. But beside characters of two cells Rich
# finds the blank that ends a line too much, and this cuts off the blank alone.
_OVER: OverflowMethod = "fold"
# Between two columns of a table.
_GAP = 3


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """Each page as it comes, a blank line before every one but the first."""
    for number, page in enumerate(answer.pages()):
        printer = _Printer(screen)
        if number:
            printer.blank()
        printer.page(page if screen.unicode else _encodable(page, screen.encoding))
        yield printer.text()


def _encodable(part: Any, encoding: str) -> Any:
    """``part`` with an escape for each character the screen has none for, before columns are measured."""
    if isinstance(part, str):
        return part.encode(encoding, "backslashreplace").decode(encoding)
    if not isinstance(part, tuple | list):
        return part
    inner = [_encodable(each, encoding) for each in part]
    kind: Any = type(part)
    return kind(*inner) if hasattr(part, "_fields") else kind(inner)


class _Printer:
    """Text under construction, as wide as the screen or as its widest figure."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
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
        return "".join(f"{line.rstrip()}\n" for line in self._file).translate(_RELEASED)

    def blank(self) -> None:
        self._console.print()

    def page(self, page: Page) -> None:
        shown = (part for part in page.parts if not isinstance(part, BarChart | LineChart))
        for number, part in enumerate(shown):
            if number:
                self.blank()
            self._part(part)

    def _part(self, part: Part) -> None:
        match part:
            case BarChart() | LineChart():
                pass  # its figures stand in a sheet
            case Article(claims=claims):
                self._part(Verdicts([claim.verdict for claim in claims]))
            case Prose(text, heading):
                self._prose(text, "bold" if heading else "")
            case Notes(items):
                self._notes(items)
            case Verdicts(claims):
                for number, claim in enumerate(claims):
                    if number:
                        self.blank()
                    self._verdict(claim)
            case HeldClaims(claims):
                self._held(claims)
            case sheet:
                self._sheet(sheet)

    def _prose(self, words: str, style: str) -> None:
        self._print(_prose(words, style), min(self._screen.width, _PROSE))

    def _verdict(self, claim: Verdict) -> None:
        line = Text(claim.words, style=f"bold {claim.color}")
        kind = f"  {claim.kind} ({claim.claim})"
        self._print(line.append(kind, style="default not bold"), self._screen.width)
        label, sentence = claim.says
        says = Note(label, _quoted(sentence, _SENTENCE))
        least = max((_wide(said) for _, said in claim.figures), default=0)
        figures = [Note(label, " " * (least - _wide(said)) + said) for label, said in claim.figures]
        self._notes([says, *figures, *claim.gap, *claim.notes, *claim.working], least)

    def _held(self, claims: Iterable[Held]) -> None:
        table = _grid()
        table.add_column(no_wrap=True)
        table.add_column(overflow=_OVER)
        for held in claims:
            said = _quoted(held.said, _SAID)
            table.add_row(_cell(held.words, f"bold {held.color}"), _prose(said))
        self._print(table, min(self._screen.width, _PROSE))

    def _sheet(self, sheet: Sheet) -> None:
        """A table where it fits, else the same rows one below the other."""
        table = self._table(sheet)
        if self._least(table) > self._screen.width:
            table = _stack(self._with_bars(sheet, self._room(_stack(sheet))))
        self._print(table, max(self._screen.width, self._least(table)))

    def _table(self, sheet: Sheet) -> Table:
        """With bars scaled to the room that is left: a bar cut short would be a wrong picture."""
        box = SIMPLE_HEAD if self._screen.unicode else _ASCII_HEAD
        table = _table(sheet, box)
        if sheet.bars is None:
            return table
        return _table(self._with_bars(sheet, self._room(table)), box)

    def _room(self, table: Table) -> int:
        """Characters for a bar beside a table."""
        return min(_BAR, max(_SHORT_BAR, self._screen.width - self._measure(table).maximum - _GAP))

    def _with_bars(self, sheet: Sheet, longest: int) -> Sheet:
        """The bars of a sheet, where it has any, as a column of their own."""
        if sheet.bars is None:
            return sheet
        drawn = bars(sheet.bars.lengths, longest, unicode=self._screen.unicode)
        return Sheet(
            (*sheet.header, sheet.bars.title),
            f"{sheet.sides}l",
            [(*row, bar) for row, bar in zip(sheet.rows, drawn, strict=True)],
            [(*row, "") for row in sheet.totals],
        )

    def _notes(self, items: Iterable[Note | Citation | LineChart], least: int = 0) -> None:
        """Labels beside what they stand for, the latter at least ``least`` columns wide."""
        table = _grid()
        table.add_column(no_wrap=True)
        table.add_column(min_width=least, overflow=_OVER)
        for item in items:
            match item:
                case Note(label, said):
                    table.add_row(_cell(f"  {label}", "dim"), _prose(said))
                case LineChart(label, _, points) if self._screen.unicode:
                    line = sparkline([value for _, value in points])
                    table.add_row(_cell(f"  {label}", "dim"), _cell(line))
        self._print(table, max(min(self._screen.width, _PROSE), self._least(table)))

    def _least(self, table: Table) -> int:
        """The least width at which no figure is cut."""
        return self._measure(table).minimum

    def _measure(self, table: Table) -> Measurement:
        return Measurement.get(self._console, self._console.options.update(max_width=100_000), table)

    def _print(self, part: Text | Table, width: int) -> None:
        self._console.width = width
        self._console.print(part)


def _table(sheet: Sheet, box: Box) -> Table:
    table = Table(box=box, show_edge=False, pad_edge=False, header_style="bold")
    for index, (name, side) in enumerate(zip(sheet.header, sheet.sides, strict=True)):
        cells = [row[index] for row in (*sheet.rows, *sheet.totals)]
        # Rich makes room by breaking lines at blanks, and where there are none it cuts: a date, a bar.
        if side == "l" and any(" " in cell for cell in cells):
            table.add_column(_cell(name), overflow=_OVER)
        else:
            justify: JustifyMethod = "right" if side == "r" else "left"
            table.add_column(
                _cell(name), justify=justify, no_wrap=True, min_width=max(map(_wide, (name, *cells)))
            )
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
    table = _grid()
    table.add_column()
    widest = max((_wide(cell) for row in rows for cell in row[headed:]), default=0)
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


def _grid() -> Table:
    """Columns without lines, two blanks apart."""
    return Table.grid(padding=(0, 2, 0, 0))


def _wide(words: str) -> int:
    """How many columns of a screen it takes."""
    return cell_len(words.translate(_HELD))


def _quoted(text: str, most: int) -> str:
    return in_words("“{text}”", text=shortened(visible(text), most))


def _cell(words: str, style: str = "") -> Text:
    """Words from wherever, safe to print."""
    return Text(_indented(words).translate(_HELD), style=style)


def _prose(words: str, style: str = "") -> Text:
    """The same, of what runs over lines."""
    return Text(_breakable(_indented(words)).translate(_HELD), style=style)


def _indented(words: str) -> str:
    """``words`` safe to print, as far from the margin as they were."""
    return " " * (len(words) - len(words.lstrip(" "))) + visible(words)


def _breakable(text: str) -> str:
    """``text`` with marks where a line may end: Rich knows blanks alone, and cuts what has none."""
    return text if text.isascii() else _BETWEEN.sub(_BREAK, text)
