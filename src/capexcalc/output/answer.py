"""What a command found, on its way to a format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import Notice

if TYPE_CHECKING:
    from .page import Page, Remark
    from .sheet import Rows


class Style(NamedTuple):
    """How much a page shows: every digit instead of bn and m; the working instead of the rates alone; the
    figures that were read, as a table; of what was checked only what is wrong."""

    exact: bool = False
    explain: bool = False
    figures: bool = False
    brief: bool = False


_BRIEF = Style()


class Answer(NamedTuple):
    """``result`` may be an iterator that takes its time, and ``warnings`` a list that grows with it;
    ``arguments`` are the command line that asked for it."""

    command: str
    result: Any
    warnings: Sequence[Notice] = ()
    style: Style = _BRIEF
    arguments: Sequence[str] = ()

    def pages(self) -> Iterable[Page]:
        """For people: one page, or one for each document as it is done."""
        from .pages import maker  # here: JSON prints the result as it is

        return maker(self.command).pages(self.result, self.style)

    def rows(self) -> Rows:
        """For spreadsheets."""
        from .pages import maker

        return maker(self.command).rows(self.result)

    def remarks(self) -> Iterable[Remark]:
        """For editors and builds, of a command that finds something at places of a text."""
        from .pages import maker

        return maker(self.command).remarks(self.result, self.style)
