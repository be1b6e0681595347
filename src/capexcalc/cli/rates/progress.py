"""Progress on a terminal, and nothing anywhere else."""

from __future__ import annotations

from ..context import Outside

_CELLS = 20
_ERASE = "\r\x1b[K"


class Progress:
    """One line on standard error that fills up, and is gone when closed."""

    def __init__(self, outside: Outside) -> None:
        stream = outside.stderr
        self._stream = stream if stream is not None and stream.isatty() else None

    def step(self, what: str, done: int, of: int) -> None:
        """``done`` of so many requests to ``what`` have been answered."""
        if self._stream is not None:
            filled = _CELLS * done // max(of, 1)
            self._stream.write(f"{_ERASE}{what} [{'#' * filled}{'.' * (_CELLS - filled)}] {done}/{of}")
            self._stream.flush()

    def close(self) -> None:
        if self._stream is not None:
            self._stream.write(_ERASE)
            self._stream.flush()
