"""A progress bar, where somebody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from io import TextIOBase
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar, cast

from .context import Outside

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

T = TypeVar("T")

_SAMPLE = 1 << 18  # bytes, of which the lines are counted
_FEW = 20  # documents that nobody needs a bar for


@contextmanager
def bar(outside: Outside, source: str, *, quiet: bool) -> Iterator[Callable[[float], None] | None]:
    """Takes the share of ``source`` that is done; None where standard error is no terminal."""
    if quiet or not _watched(outside.stderr):
        yield None
        return
    rows = _rows(Path(source))
    with _progress(outside, speed=bool(rows)) as shown:
        task = shown.add_task("", total=1.0, speed="")

        def advance(share: float) -> None:
            elapsed = shown.tasks[0].elapsed
            speed = f"{share * rows / elapsed:,.0f} rows/s" if rows and elapsed else ""
            shown.update(task, completed=share, speed=speed)

        yield advance


@contextmanager
def counting(
    outside: Outside, items: Iterator[T], about: Callable[[], int | None], *, quiet: bool
) -> Iterator[tuple[Outside, Iterator[T]]]:
    """``items``, counted as they pass, and where to speak meanwhile, above the bar; ``about`` tells how many
    come, more or less, None if nobody knows.

    No bar where they are few, or where what is printed of them shows how far it is.
    """
    if quiet or not _watched(outside.stderr) or _watched(outside.stdout):
        yield outside, items
        return
    if (total := about()) is not None and total < _FEW:
        yield outside, items
        return
    with _progress(outside, speed=True) as shown:
        task = shown.add_task("", total=total, speed="")

        def passing() -> Iterator[T]:
            for number, item in enumerate(items, 1):
                elapsed = shown.tasks[0].elapsed
                speed = f"{number / elapsed:,.0f}/s" if elapsed else ""
                shown.update(task, completed=number, speed=speed)
                yield item

        above = cast(TextIO, _Above(shown.console, cast(TextIO, outside.stderr)))
        yield replace(outside, stderr=above), passing()


def expected(paths: Sequence[str], globs: Sequence[str]) -> int:
    """About how many documents there are in files and folders."""
    return sum(_documents(path, globs) for path in map(Path, paths))


def _documents(path: Path, globs: Sequence[str]) -> int:
    from ..documents.folder import files_in

    with suppress(OSError):  # which is told where it is read
        if path.is_dir():
            return sum(_documents(each, ()) for each in files_in(path, globs) if isinstance(each, Path))
        if path.suffix.lower() in (".jsonl", ".ndjson"):
            return _rows(path) or 1
    return 1


def _watched(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _progress(outside: Outside, *, speed: bool) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    shown = [TextColumn("{task.fields[speed]}")] if speed else []
    columns = (BarColumn(), TaskProgressColumn(), *shown, TimeRemainingColumn())
    return Progress(*columns, console=Console(file=outside.stderr), transient=True)


class _Above(TextIOBase):
    """Standard error while a bar stands in its last line."""

    def __init__(self, console: Console, stream: TextIO) -> None:
        self._console = console
        self._stream = stream

    def write(self, text: str) -> int:
        self._console.print(text, end="", markup=False, highlight=False, soft_wrap=True)
        return len(text)

    def fileno(self) -> int:
        return self._stream.fileno()


def _rows(path: Path) -> int | None:
    """About how many lines a plain text file has, judged by its first; None for any other."""
    if path.suffix.lower() not in (".csv", ".tsv", ".txt", ".jsonl", ".ndjson"):
        return None
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    return path.stat().st_size * sample.count(b"\n") // max(len(sample), 1)
