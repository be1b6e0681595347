"""Standard input for an engine that knows only files: a pipe that has a name."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from shutil import copyfileobj
from threading import Thread
from typing import BinaryIO

from ..errors import UsageError
from ..textfile import refuse_head
from .inputs import Kind
from .transcoded import told

STREAM = "-"

_CHUNK = 1 << 18  # bytes read at once, and those that a sample is of


class Streamed:
    """Standard input, in ``encoding``, of which ``sample`` is a file with the first lines.

    Raises UsageError (``no_input``), InputError (what ``refuse_head`` raises).
    """

    def __init__(self, stdin: BinaryIO | None, scratch: Path, encoding: str | None = None) -> None:
        if stdin is None or stdin.isatty():
            raise UsageError(
                "no_input", "no rows on standard input", "capexcalc batch FILE, or pipe rows into it"
            )
        # Not its buffer, whose lock one who waits for input would hold, and the process could not end.
        stream = getattr(stdin, "raw", stdin)
        head = b""
        while more := stream.read(_CHUNK - len(head)):
            head += more
        text = head.decode(told(head, encoding) or "utf-8", "ignore")
        self.kind: Kind = "jsonl" if text.lstrip("\ufeff \t\r\n").startswith("{") else "csv"
        if self.kind == "jsonl":  # rows of CSV are read by who refuses others
            refuse_head(STREAM, head, ended=False)
        sample = scratch / "sample"
        sample.write_bytes(head if len(head) < _CHUNK else head[: head.rfind(b"\n") + 1])
        self.sample = str(sample)
        self._head, self._rest, self._scratch = head, stream, scratch
        self._writing: int | None = None

    def once(self) -> str:
        """The name of a file that can be read through once, as the input comes."""
        reading, self._writing = os.pipe()
        # A daemon: it may wait for input for ever, and the process must end nevertheless.
        Thread(target=self._feed, daemon=True).start()
        return f"/dev/fd/{reading}"

    def stop(self) -> None:
        """End that file here, whoever waits for more of it."""
        if self._writing is not None:
            with Path(os.devnull).open("wb") as nothing:
                os.dup2(nothing.fileno(), self._writing)

    def spooled(self) -> str:
        """The name of a file that can be read again and again, with all of the input."""
        path = self._scratch / "spooled"
        with path.open("wb") as file:
            file.write(self._head)
            copyfileobj(self._rest, file, _CHUNK)
        return str(path)

    def _feed(self) -> None:
        assert self._writing is not None
        # The engine closes its end when it has failed, and says why itself.
        with suppress(BrokenPipeError), os.fdopen(self._writing, "wb", closefd=False) as pipe:
            pipe.write(self._head)
            copyfileobj(self._rest, pipe, _CHUNK)
        self.stop()
