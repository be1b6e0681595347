"""A file appears under its name when it is whole, or not at all."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

_PORTION = 1 << 25  # bytes handed to the disk at once


@contextmanager
def landing(path: Path) -> Iterator[Path]:
    """A name beside ``path`` to write to; what is there at the end is synced to disk and renamed.

    Whatever is no regular file (a device, a pipe) is written to directly. Raises OSError.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield temporary
        _sync(temporary)
        temporary.replace(path)
        _sync(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


class Writer(io.BufferedWriter):
    """A file whose bytes go to the disk as they come: there is no wait for all of them at the end."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path, "w"))
        self._written = self._sent = 0

    def write(self, data: Any, /) -> int:
        count = super().write(data)
        self._written += count
        if self._written - self._sent >= _PORTION:
            # As Linux has it, what is not written yet begins to be. What is no file on a disk refuses.
            with suppress(OSError, AttributeError):
                os.posix_fadvise(
                    self.fileno(), self._sent, self._written - self._sent, os.POSIX_FADV_DONTNEED
                )
            self._sent = self._written
        return count


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
