"""What each command found, set out for people (pages) and for spreadsheets (rows), in no format yet."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from ..commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..answer import Style
    from ..page import Page, Remark
    from ..sheet import Rows


class Maker(Protocol):
    """What a module of this package has. ``result`` may be an iterator that takes its time."""

    def pages(self, result: Any, style: Style) -> Iterable[Page]: ...

    def rows(self, result: Any) -> Rows: ...

    def remarks(self, result: Any, style: Style) -> Iterable[Remark]:
        """Of a command that finds something at places of a text; the others have none."""
        ...


def maker(command: str) -> Maker:
    """The module for ``command``, loaded when it is asked for."""
    return cast(Maker, import_module(f".{COMMANDS[command].page}", __package__))
