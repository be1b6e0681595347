"""Sequences that may be of any length: what there is too much of is packed, and unpacked a piece at a time.

A text of 50 MB has a million mentions of half a kilobyte each; packed they take a tenth of that and less. Few
items are kept as they are, and cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, Generic, TypeVar, overload

PIECE = 2048  # items, far more than an article has of anything

T = TypeVar("T")
U = TypeVar("U")


class Packed(Sequence[T]):
    """Items that are added at the end and never changed: those read back are equal to them, and may be
    others. Going through it in order is cheap, leaping about is not."""

    __slots__ = ("_last", "_open", "_pieces", "_unpacked")

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._pieces: list[bytes] = []
        self._open: list[T] = []
        self._last = -1  # the piece that was unpacked last
        self._unpacked: list[T] = []
        if items:
            self.extend(items)

    def extend(self, items: Iterable[T]) -> None:
        coming = iter(items)
        self._open.extend(islice(coming, PIECE))
        while len(self._open) >= PIECE:
            self._pieces.append(_packed(self._open[:PIECE]))
            del self._open[:PIECE]
            self._open.extend(islice(coming, PIECE))

    def __len__(self) -> int:
        return len(self._pieces) * PIECE + len(self._open)

    def __iter__(self) -> Iterator[T]:
        for piece in self._pieces:
            yield from _unpack(piece)
        yield from self._open

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self[n] for n in range(*place.indices(len(self))))
        piece, at = divmod(range(len(self))[place], PIECE)
        if piece == len(self._pieces):
            return self._open[at]
        if piece != self._last:
            self._last, self._unpacked = piece, _unpack(self._pieces[piece])
        return self._unpacked[at]

    def short(self) -> Sequence[T]:
        """A tuple where nothing had to be packed."""
        return self if self._pieces else tuple(self._open)


class Mapped(Sequence[U], Generic[T, U]):
    """What ``function`` makes of each item, made when it is asked for and not kept."""

    __slots__ = ("_function", "_items")

    def __init__(self, function: Callable[[T], U], items: Sequence[T]) -> None:
        self._function, self._items = function, items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[U]:
        return map(self._function, self._items)

    @overload
    def __getitem__(self, place: int) -> U: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[U, ...]: ...
    def __getitem__(self, place: int | slice) -> U | tuple[U, ...]:
        if isinstance(place, slice):
            return tuple(map(self._function, self._items[place]))
        return self._function(self._items[place])


# Types of what is gone through as a tuple is.
PACKED = (Packed, Mapped)


def kept(items: Iterable[T]) -> Sequence[T]:
    """``items`` as a tuple where they are few, else packed."""
    if type(items) is Packed:
        return items.short()
    coming = iter(items)
    few = tuple(islice(coming, PIECE))
    return few if len(few) < PIECE else Packed(chain(few, coming))


def each(function: Callable[[T], U], items: Sequence[T]) -> Sequence[U]:
    """What ``function`` makes of each of ``items``: of few at once, of packed ones when it is asked for."""
    return tuple(map(function, items)) if isinstance(items, tuple) else Mapped(function, items)


def _packed(items: list[T]) -> bytes:
    from .packing import pack  # here: few texts are so long

    return pack(items)


def _unpack(piece: bytes) -> list[Any]:
    from .packing import unpack

    return unpack(piece)
