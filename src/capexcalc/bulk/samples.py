"""Lines from all over a file, which tell more of it than its first: many are sorted by date or by amount."""

from __future__ import annotations

import csv
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from functools import partial

_PLACES = 32
_SIZE, _LINES = 1 << 15, 256

# So many bytes from an offset, or as many as there are.
Pread = Callable[[int, int], bytes]


def lines(descriptor: int) -> Iterator[str]:
    """Whole lines of UTF-8 from places spread evenly over an open file; none of what is no file on a disk."""
    status = os.fstat(descriptor)
    if stat.S_ISREG(status.st_mode):
        yield from spread([(partial(os.pread, descriptor), status.st_size)])


def spread(files: Iterable[tuple[Pread, int]]) -> Iterator[str]:
    """The same of files of these sizes, each of which can be read from anywhere: as many places in all."""
    some = list(files)
    some = some[:: -(-len(some) // _PLACES) or 1]
    for pread, size in some:
        places = _PLACES // len(some)
        for number in range(places):
            offset = size * number // places
            piece = pread(_SIZE, offset)
            inner = piece.split(b"\n", _LINES + 1)[1:-1]
            yield from (line.decode("utf-8", "replace") for line in inner)
            if offset + _SIZE >= size:
                break


def rows(lines: Iterable[str], delimiter: str, width: int) -> list[list[str]]:
    """Such lines of a CSV file as rows; those of another ``width`` are parts of a cell, and left out."""
    found = csv.reader(lines, delimiter=delimiter)
    try:
        return [row for row in found if len(row) == width]
    except csv.Error:
        return []
