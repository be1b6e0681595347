"""The formats a result can be printed in: each is a module of this package, loaded when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Literal, Protocol, cast, get_args

if TYPE_CHECKING:
    from .answer import Answer
    from .screen import Screen

Format = Literal["table", "json", "jsonl", "csv", "markdown", "html"]
# And those of a command that finds something at places of a text.
TextFormat = Literal[Format, "line", "github", "sarif", "claimreview"]
# Those that tell places of files, and so what could not be read there as well.
PLACED = ("line", "github", "sarif")
# Those that print a long text as its pieces come.
PIECEWISE = ("jsonl", "csv", "line")
FORMATS: tuple[str, ...] = get_args(TextFormat)


class _Renderer(Protocol):
    def render(self, answer: Answer, screen: Screen) -> Iterator[str]: ...


def render(form: TextFormat, answer: Answer, screen: Screen) -> Iterator[str]:
    """``answer`` as text, in pieces that can be written as they come."""
    return cast(_Renderer, import_module(f".{form}", __package__)).render(answer, screen)
