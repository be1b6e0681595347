"""Files in other encodings than UTF-8, as they are read: in UTF-8."""

from __future__ import annotations

import codecs
import io
from typing import Any

from ..errors import Notice, UsageError
from ..textfile import HEAD, encoding_of, not_utf16, other_encoding

_CHUNK = 1 << 18  # bytes read at once


class Transcoded(io.RawIOBase):
    """What is left of ``stream`` behind ``head``, text in ``encoding``, in UTF-8; messages call it ``where``.
    That is ``given`` if somebody said it, and the file does not.

    Reading raises InputError (``other_encoding``, ``not_utf16``) with the line of what is no such text.
    """

    def __init__(self, stream: Any, head: bytes, encoding: str, where: str, *, given: bool) -> None:
        self._stream, self._head, self._encoding, self._where = stream, head, encoding, where
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._given, self._ready, self._lines = given, memoryview(b""), 1

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        while not self._ready:
            data, self._head = self._head or self._stream.read(_CHUNK), b""
            self._ready = memoryview(self._decoded(data))
            if not data:
                break
        count = min(len(room), len(self._ready))
        room[:count], self._ready = self._ready[:count], self._ready[count:]
        return count

    def _decoded(self, data: bytes) -> bytes:
        _, state = self._decoder.getstate()
        try:
            text = self._decoder.decode(data, final=not data)
            self._lines += text.count("\n")
            return text.encode()
        except UnicodeError as error:  # or one without a place: no byte order mark, half a character
            if isinstance(error, UnicodeDecodeError):
                self._decoder.setstate((b"", state))
                self._lines += self._decoder.decode(error.object[: error.start]).count("\n")
            if self._given:
                raise other_encoding(self._where, self._lines, self._encoding) from None
            raise not_utf16(f"{self._where}:{self._lines}") from None


def told(head: bytes, given: str | None) -> str | None:
    """The encoding of a file that begins so, ``given`` or told by the file; None where that is UTF-8."""
    encoding = given or encoding_of(head[:HEAD]) or "utf-8"
    return None if encoding.startswith("utf-8") else encoding


def read_as(where: str, encoding: str) -> Notice:
    """The word about a file that is read in an encoding, and written in another."""
    return Notice(
        "encoding",
        "{where}: read as {encoding}; rows are written in UTF-8",
        where=where,
        encoding=encoding,
    )


def refuse_encoding(encoding: str | None) -> None:
    """Raises UsageError (``usage``) for one of what is read in UTF-8 alone."""
    if encoding is not None:
        raise UsageError(
            "usage",
            "--encoding is for CSV files on DuckDB; all others are read as UTF-8",
            "convert it: iconv -f {encoding} -t utf-8",
            encoding=encoding,
        )
