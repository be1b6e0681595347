"""A progress bar, where somebody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .context import Outside

_SAMPLE = 1 << 18


@contextmanager
def bar(outside: Outside, source: str, *, quiet: bool) -> Iterator[Callable[[float], None] | None]:
    """Takes the share of ``source`` that is done; None where standard error is no terminal."""
    if quiet or outside.stderr is None or not outside.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    rows = _rows(source)
    speed = [TextColumn("{task.fields[speed]}")] if rows else []
    columns = (BarColumn(), TaskProgressColumn(), *speed, TimeRemainingColumn())
    with Progress(*columns, console=Console(file=outside.stderr), transient=True) as shown:
        task = shown.add_task("", total=1.0, speed="")

        def advance(share: float) -> None:
            elapsed = shown.tasks[0].elapsed
            speed = f"{share * rows / elapsed:,.0f} rows/s" if rows and elapsed else ""
            shown.update(task, completed=share, speed=speed)

        yield advance


def _rows(source: str) -> int | None:
    """About how many lines a plain text file has, judged by its first; None for any other."""
    path = Path(source)
    if path.suffix.lower() not in (".csv", ".tsv", ".txt", ".jsonl", ".ndjson"):
        return None
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    return path.stat().st_size * sample.count(b"\n") // max(len(sample), 1)
