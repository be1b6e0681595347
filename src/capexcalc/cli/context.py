"""The outside world as one object: streams, the day, settings, folders. Made in main and handed down."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from shutil import copyfileobj, get_terminal_size
from typing import BinaryIO, TextIO

from ..commands.workspace import Workspace
from ..errors import CapexcalcError, ExitCode, Notice, system
from ..rates.book import MAX_GAP, RateBook
from ..records import dataclass
from ..words import Phrase, Template, in_words
from .settings import Settings

# A message quotes what it is about, and that can be as long as anybody likes.
_LONGEST_LINE = 500
# Less than this and a table is no table.
_NARROWEST = 40


class OutputError(CapexcalcError):
    """Standard output takes no more: a full disk, a closed descriptor."""

    exit_code = ExitCode.CACHE


@dataclass(frozen=True, slots=True)
class Outside:
    """``stdin``, ``stdout`` and ``stderr`` are None where the process was started without; ``width`` is in
    columns: COLUMNS, else the terminal's, else (on a pipe) 80. ``notices`` collects what the cache has to say
    while it is read. ``arguments`` are those of the command line, ``folder`` is where files of settings are
    looked for from; none are with None."""

    stdin: BinaryIO | None
    stdout: TextIO | None
    stderr: TextIO | None
    width: int
    today: date
    environ: Mapping[str, str]
    notices: list[Notice] = field(default_factory=list)
    arguments: tuple[str, ...] = ()
    folder: Path | None = None
    settings: Settings = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "settings", Settings(self.environ, self.folder))

    @classmethod
    def of_process(cls) -> Outside:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                # A character the stream has no code for shows as an escape instead of ending the program.
                stream.reconfigure(errors="backslashreplace")
        return cls(
            stdin=sys.stdin.buffer if sys.stdin else None,
            stdout=sys.stdout,
            stderr=sys.stderr,
            width=max(_NARROWEST, get_terminal_size().columns),
            today=date.today(),
            environ=os.environ,
            folder=Path(),
        )

    @property
    def encoding(self) -> str:
        """Of standard output, in lower case."""
        return (getattr(self.stdout, "encoding", None) or "utf-8").lower()

    @property
    def unicode(self) -> bool:
        """Whether standard output can carry every character."""
        return self.encoding.startswith("utf")

    @property
    def color(self) -> bool:
        """Whether standard output is a terminal whose owner has nothing against colour (no-color.org)."""
        wanted = not self.environ.get("NO_COLOR") and self.environ.get("TERM") != "dumb"
        return wanted and self.stdout is not None and self.stdout.isatty()

    @property
    def workspace(self) -> Workspace:
        """What the commands work with."""
        return Workspace(self.environ, self.today, self.notices, lambda message: self.say("note", message))

    def book(self, *, source: str, max_gap: int = MAX_GAP) -> RateBook:
        """The rates of the user's cache folder over those that came with the program."""
        return self.workspace.book(source=source, max_gap=max_gap)

    @property
    def roots(self) -> tuple[Path, Path]:
        """The user's folder of rates, and the one that came with the program."""
        return self.workspace.roots

    def heard(self) -> tuple[Notice, ...]:
        """What the cache had to say since this was asked last."""
        return self.workspace.heard()

    def write(self, text: str) -> None:
        """Results, on standard output, at once.

        Raises BrokenPipeError where nobody reads any more (``| head``), OutputError (``output_failed``).
        """
        with self._writing() as stdout:
            stdout.write(text)

    def send(self, file: BinaryIO) -> None:
        """Results that are no text, on standard output. Raises as ``write`` does."""
        with self._writing() as stdout:
            copyfileobj(file, stdout.buffer)

    def say(self, kind: Template, message: str | Phrase) -> None:
        """One line for the person, on standard error."""
        if self.stderr is None:
            return
        from ..output.text import shortened, visible  # here: most runs have nothing to say

        try:
            told = shortened(visible(str(message)), _LONGEST_LINE)
            self.stderr.write(in_words("{label}: {said}", label=in_words(kind), said=told) + "\n")
            self.stderr.flush()
        except OSError:
            _abandon(self.stderr)  # nobody is left to be told

    def as_data(self) -> None:
        """Print in UTF-8 from here on, whatever the console is set to; a terminal goes on as it does."""
        if isinstance(self.stdout, TextIOWrapper) and not self.stdout.isatty():
            self.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")

    def abandon_stdout(self) -> None:
        """Let what was not printed yet go nowhere."""
        if self.stdout is not None:
            _abandon(self.stdout)

    @contextmanager
    def _writing(self) -> Iterator[TextIO]:
        if self.stdout is None:
            raise OutputError("output_failed", "cannot write the result: standard output is closed")
        try:
            yield self.stdout
            self.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(
                "output_failed", "cannot write the result: {reason}", reason=system(error.strerror or "")
            ) from None


def _abandon(stream: TextIO) -> None:
    """Let what is still buffered go nowhere: the interpreter would fail on it once more at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
