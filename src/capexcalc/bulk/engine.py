"""DuckDB, opened within bounds, run with progress and interruption, its failures told as ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import CacheError, CapexcalcError, InputError, UsageError
from .inputs import ICONV

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

T = TypeVar("T")

_TICK = 0.1

# Told what share of the work is done, from 0 to 1.
Progress = Callable[[float], None]


def connect(memory: str, scratch: Path) -> DuckDBPyConnection:
    """An engine of its own that keeps to ``memory`` (``512MB``), spills to ``scratch`` and loads nothing.

    Raises UsageError ``missing_extra``, ``bad_memory``.
    """
    try:
        import duckdb
        import numpy  # noqa: F401 - duckdb's calls into Python need both, and say so too late
        import pyarrow  # noqa: F401
    except ImportError:
        message = "bulk work needs DuckDB, NumPy and PyArrow, one of which is not installed"
        raise UsageError("missing_extra", message, "pip install 'capexcalc[bulk]'") from None
    try:
        return duckdb.connect(
            config={
                "memory_limit": memory,
                "temp_directory": str(scratch),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "arrow_large_buffer_size": "true",  # thousands of long rows are more than 2 GiB
                # Joins are written in their order here; in another DuckDB 2.0 fails with an internal error.
                "disabled_optimizers": "build_side_probe_side,join_order",
            }
        )
    except duckdb.Error:
        hint = "write it with its unit: --memory 512MB, --memory 2GiB"
        raise UsageError("bad_memory", f"{memory!r} is no amount of memory", hint) from None


def define(
    con: DuckDBPyConnection,
    name: str,
    takes: Sequence[str],
    fields: Sequence[str],
    function: Callable[..., Sequence[Any]],
) -> None:
    """A function ``name`` in SQL that gives a struct of ``fields``, each a name and a type.

    ``function`` works on some thousand rows at once: on arrays of Arrow (which has no types here), one for
    each of what it ``takes``, with NULLs, and gives one for each field.
    """
    import pyarrow
    from duckdb.func import ARROW, SPECIAL

    names = [field.partition(" ")[0] for field in fields]

    @wraps(function)  # the engine counts its parameters
    def packed(*columns: Any) -> Any:
        return pyarrow.StructArray.from_arrays(function(*columns), names=names)

    gives = f"STRUCT({', '.join(fields)})"
    con.create_function(name, packed, [*takes], gives, type=ARROW, null_handling=SPECIAL)


def run(con: DuckDBPyConnection, work: Callable[[], T], progress: Progress | None) -> T:
    """What ``work`` gives, that the engine does. Ctrl-C stops it, and is raised once it has stopped."""
    if progress is not None:
        con.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
    # Not Thread.join: interrupted once, it takes the thread for ended.
    ended = Event()
    done: list[T] = []
    failed: list[BaseException] = []

    def tried() -> None:
        try:
            done.append(work())
        except BaseException as error:
            failed.append(error)
        ended.set()

    Thread(target=tried).start()
    try:
        while not ended.wait(_TICK):
            if progress is not None and (share := con.query_progress()) >= 0:
                progress(share / 100)
    finally:
        while not ended.is_set():  # again and again: an interrupt before the engine has begun is lost
            con.interrupt()
            ended.wait(_TICK)
    if failed:
        raise failed[0]
    return done[0]


def failure(error: Exception, source: str, out: str) -> CapexcalcError:
    """What a failure of DuckDB while it turned ``source`` into ``out`` means."""
    text = str(error)
    reason = text.partition("\n")[0]
    if "No space left on device" in text:
        return CacheError("output_failed", f"cannot write {out}: no space left on device", "nothing was kept")
    if "Out of Memory" in text:
        return CacheError("out_of_memory", f"{source}: {reason}", "allow more: --memory 2GiB")
    if "not utf-8" in text:
        return InputError("not_utf8", f"{_place(source, text)}: not UTF-8 text", ICONV)
    if "Maximum line size" in text or "Parallel CSV Reader" in text:  # the latter of a cell with lines in it
        return InputError("line_too_long", f"{_place(source, text)}: a row longer than 32 MiB")
    if "CSV Error on Line" in text:
        return InputError("bad_csv", f"{_place(source, text)}: {_fault(text)}", "nothing was written")
    if "JSON" in text and (found := re.search(r"in line (\d+)[:.] *([^\n]*)", text)):
        return InputError(
            "bad_json", f"{source}:{found[1]}: not a JSON object: {found[2]}", "nothing was written"
        )
    if "No files found" in text:
        return InputError("unreadable_file", f"{source}: there is no such file")
    if found := re.search(r'(?:Cannot open|Could not (?:read|open))[^"]*"([^"]*)"', text):
        return InputError("unreadable_file", f"{source}: {reason}")
    if "IO Error" in text:
        return CacheError("output_failed", f"cannot write {out}: {reason}")
    return InputError("unreadable_file", f"{source}: {reason}")


def _place(source: str, text: str) -> str:
    found = re.search(r"Line: (\d+)", text)
    return f"{source}:{found[1]}" if found else source


def _fault(text: str) -> str:
    if found := re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", text):
        return f"{found[2]} cells where the header has {found[1]}"
    if "unterminated quote" in text:
        return "a quotation mark that is not closed, or not doubled inside a cell"
    lines = [line for line in text.splitlines() if line and not line.startswith(("Invalid", "Original Line"))]
    return lines[0] if lines else "not CSV"
