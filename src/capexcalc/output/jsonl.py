"""Results as JSON Lines: one item a line, each naming its schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from ..errors import CapexcalcError
from .json import dumps, error, schema_id, to_plain

if TYPE_CHECKING:
    from .answer import Answer
    from .screen import Screen

_PIECE = 200  # amounts, periods or claims printed at once


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """A line for each item of a result that has several, as it comes."""
    items = answer.result if isinstance(answer.result, Iterable) else (answer.result,)
    return lines(answer.command, items, ascii_only=not screen.unicode)


def lines(command: str, items: Iterable[object], *, ascii_only: bool = False) -> Iterator[str]:
    """A line comes in one piece with its line feed; that of a long text in several.

    What could not be read is an error in its place; a text is a line that somebody has made already.
    """
    for item in items:
        if isinstance(item, str):
            yield item
        elif isinstance(item, CapexcalcError):
            yield error(item, ascii_only=ascii_only, indent=None) + "\n"
        elif is_dataclass(item) and any(_is_long(getattr(item, field.name)) for field in fields(item)):
            yield from _long_line(command, item, ascii_only)
        else:
            yield dumps({"schema": schema_id(command), **to_plain(item)}, ascii_only) + "\n"


def line(command: str, item: object, *, ascii_only: bool = False) -> str:
    """What ``lines`` makes of one item, in one piece."""
    return "".join(lines(command, (item,), ascii_only=ascii_only))


def _is_long(value: object) -> bool:
    return isinstance(value, tuple) and len(value) > _PIECE


def _long_line(command: str, item: Any, ascii_only: bool) -> Iterator[str]:
    yield f'{{"schema": {dumps(schema_id(command), ascii_only)}'
    for field in fields(item):
        value = getattr(item, field.name)
        if field.metadata.get("unprinted") or (value is None and field.metadata.get("absent_if_none")):
            continue
        yield f", {dumps(field.name.rstrip('_'), ascii_only)}: "
        if not isinstance(value, tuple):
            yield dumps(to_plain(value), ascii_only)
            continue
        for start in range(0, len(value), _PIECE):
            part = dumps(to_plain(value[start : start + _PIECE]), ascii_only)
            yield ("[" if start == 0 else ", ") + part[1:-1]
        yield "]" if value else "[]"
    yield "}\n"
