"""A long text in pieces, so that no more of it, and of what is found in it, is held at once than of one."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import AnyStr

from ..records import dataclass

# Characters, or bytes: longer texts are archives rather than articles. A piece has half of that at most.
LONGEST = 2_000_000
_MARKS = ("\n\n", "\n", " ")  # between two of which a text may be cut, the best first
_BYTES = tuple(mark.encode() for mark in _MARKS)


class LongText:
    """A text in the UTF-8 it was saved in, which takes a half or a quarter of what the text does. Raises
    UnicodeDecodeError where it is decoded."""

    def __init__(self, data: bytes) -> None:
        self._data = data.removeprefix(BOM_UTF8)

    def __len__(self) -> int:
        return len(self._data)

    def __str__(self) -> str:
        return self._data.decode()

    def parts(self) -> Iterator[str]:
        """Its paragraphs, as many together as fit."""
        return (part.decode() for part in _parts(self._data, _BYTES))

    def ends(self, most: int) -> str:
        """So many bytes of its beginning, and of its end."""
        first, last = self._data[:most], self._data[-most:]
        return first.decode(errors="ignore") + last.decode(errors="ignore")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: where it begins, after how many lines, and after how many characters of its line;
    whether ``more`` comes after it."""

    text: str
    start: int = 0
    lines: int = 0
    columns: int = 0
    more: bool = False


def pieces(text: str | LongText) -> Iterator[Piece]:
    """A text as it is, or a long one in parts that join without a gap."""
    if len(text) <= LONGEST:
        yield Piece(str(text))
        return
    start = lines = columns = 0
    parts = text.parts() if isinstance(text, LongText) else _parts(text, _MARKS)
    part = next(parts, None)
    while part is not None:
        following = next(parts, None)
        yield Piece(part, start, lines, columns, following is not None)
        start += len(part)
        lines += part.count("\n")
        columns = len(part) - part.rfind("\n") - 1 if "\n" in part else columns + len(part)
        part = following


def _parts(text: AnyStr, marks: tuple[AnyStr, ...]) -> Iterator[AnyStr]:
    start = 0
    while start < len(text):
        end = _cut(text, start, marks)
        yield text[start:end]
        start = end


def _cut(text: AnyStr, start: int, marks: tuple[AnyStr, ...]) -> int:
    half, most = start + LONGEST // 4, start + LONGEST // 2
    if most >= len(text):
        return len(text)
    for mark in marks:
        before, found, _ = text[half:most].rpartition(mark)
        if found:
            return half + len(before) + len(mark)
    if isinstance(text, bytes):
        while text[most] & 0xC0 == 0x80:  # inside a character
            most -= 1
    return most
