"""Results as JSON Lines: one item a line, each naming its schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import fields, is_dataclass
from functools import partial
from io import StringIO
from itertools import chain
from typing import IO, TYPE_CHECKING, Any

from ..errors import CapexcalcError
from .json import dumps, error, schema_id, to_plain

if TYPE_CHECKING:
    from .answer import Answer
    from .screen import Screen

_PIECE = 200  # amounts, periods or claims printed at once
_BUFFER = 1 << 20  # characters


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """A line for each item of a result that has several, as it comes."""
    items = answer.result if isinstance(answer.result, Iterable) else (answer.result,)
    return lines(answer.command, items, ascii_only=not screen.unicode)


def lines(command: str, items: Iterable[object], *, ascii_only: bool = False) -> Iterator[str]:
    """A line comes in one piece with its line feed; that of a long text in several.

    What could not be read is an error in its place; a text is a line that somebody has made already. An item
    with ``more`` goes on in the next.
    """
    rest = iter(items)
    for item in rest:
        if isinstance(item, str):
            yield item
        elif isinstance(item, CapexcalcError):
            yield error(item, ascii_only=ascii_only, indent=None) + "\n"
        elif getattr(item, "more", False):
            yield from _line_of_parts(command, chain((item,), _up_to_last(rest)), ascii_only)
        elif is_dataclass(item) and any(_is_long(getattr(item, field.name)) for field in fields(item)):
            yield from _long_line(command, item, ascii_only)
        else:
            yield dumps({"schema": schema_id(command), **to_plain(item)}, ascii_only) + "\n"


def line(command: str, item: object, *, ascii_only: bool = False) -> str:
    """What ``lines`` makes of one item, in one piece."""
    return "".join(lines(command, (item,), ascii_only=ascii_only))


def _is_long(value: object) -> bool:
    return isinstance(value, tuple) and len(value) > _PIECE


def _up_to_last(items: Iterator[Any]) -> Iterator[Any]:
    for item in items:
        yield item
        if not item.more:
            return


def _long_line(command: str, item: Any, ascii_only: bool) -> Iterator[str]:
    yield _head(command, ascii_only)
    for name, value in _printed(item, ascii_only):
        yield f", {name}: "
        if isinstance(value, tuple):
            yield "["
            yield from _entries(value, ascii_only)
            yield "]"
        else:
            yield dumps(to_plain(value), ascii_only)
    yield "}\n"


def _line_of_parts(command: str, parts: Iterable[Any], ascii_only: bool) -> Iterator[str]:
    """A line of what comes in parts, whose lists go on from one to the next: the first of them is printed as
    it comes, and the others wait in files for it to end."""
    waiting: dict[str, IO[str]] = {}
    begun: set[str] = set()
    with ExitStack() as files:
        for part in parts:
            told = list(_printed(part, ascii_only))
            lists = [(name, value) for name, value in told if isinstance(value, tuple)]
            if not waiting:
                yield _head(command, ascii_only)
                yield from (
                    f", {name}: {dumps(to_plain(value), ascii_only)}"
                    for name, value in told
                    if not isinstance(value, tuple)
                )
                yield f", {lists[0][0]}: ["
                waiting = {name: files.enter_context(_file()) for name, _ in lists[1:]}
            for name, value in lists:
                entries = _entries(value, ascii_only, goes_on=name in begun)
                if value:
                    begun.add(name)
                if name in waiting:
                    waiting[name].writelines(entries)
                else:
                    yield from entries
        for name, file in waiting.items():
            yield f"], {name}: ["
            file.seek(0)
            yield from iter(partial(file.read, _BUFFER), "")
    yield "]}\n"


def _file() -> IO[str]:
    from tempfile import TemporaryFile  # here: few texts are long

    try:
        return TemporaryFile("w+", encoding="utf-8", newline="")
    except OSError:  # there is no place for one
        return StringIO()


def _head(command: str, ascii_only: bool) -> str:
    return f'{{"schema": {dumps(schema_id(command), ascii_only)}'


def _printed(item: Any, ascii_only: bool) -> Iterator[tuple[str, object]]:
    """The names and values of what is printed of an item."""
    for field in fields(item):
        value = getattr(item, field.name)
        if field.metadata.get("unprinted") or (value is None and field.metadata.get("absent_if_none")):
            continue
        yield dumps(field.name.rstrip("_"), ascii_only), value


def _entries(value: tuple[object, ...], ascii_only: bool, *, goes_on: bool = False) -> Iterator[str]:
    for start in range(0, len(value), _PIECE):
        part = dumps(to_plain(value[start : start + _PIECE]), ascii_only)
        yield (", " if start or goes_on else "") + part[1:-1]
