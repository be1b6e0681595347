"""DuckDB, opened within bounds, run with progress and interruption, its failures told as ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from ..errors import CacheError, CapexcalcError, InputError, UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TICK = 0.1

# Told what share of the work is done, from 0 to 1.
Progress = Callable[[float], None]


def connect(memory: str, scratch: Path) -> DuckDBPyConnection:
    """An engine of its own that keeps to ``memory`` (``512MB``), spills to ``scratch`` and loads nothing.

    Raises UsageError ``missing_extra``, ``bad_memory``.
    """
    try:
        import duckdb
        import numpy  # noqa: F401 - duckdb's calls into Python need it, and say so too late
    except ImportError:
        message = "bulk work needs DuckDB and NumPy, one of which is not installed"
        raise UsageError("missing_extra", message, "pip install 'capexcalc[bulk]'") from None
    try:
        return duckdb.connect(
            config={
                "memory_limit": memory,
                "temp_directory": str(scratch),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                # A join with the small side first would lose the order of the rows.
                "disabled_optimizers": "build_side_probe_side,join_order",
            }
        )
    except duckdb.Error:
        hint = "write it with its unit: --memory 512MB, --memory 2GiB"
        raise UsageError("bad_memory", f"{memory!r} is no amount of memory", hint) from None


def ensure_order(con: DuckDBPyConnection, table: str, columns: int) -> None:
    """See that there is memory to join ``table`` in one piece: in several, rows would lose their order.

    Measured on DuckDB 2.0, with a quarter to spare: 70 bytes a row and 16 for each of its ``columns``. Raises
    CacheError ``out_of_memory``.
    """
    found = con.execute(f"SELECT count(*), current_setting('memory_limit') FROM {table}").fetchall()
    ((rows, limit),) = found
    needed = rows * (70 + 16 * columns)
    size, unit = limit.split()
    if float(size) * 1024 ** _UNITS.index(unit) < needed:
        message = f"{limit} is too little memory to keep the rows in their order"
        raise CacheError("out_of_memory", message, f"allow more: --memory {needed // 1_000_000 + 1}MB")


_UNITS = ("bytes", "KiB", "MiB", "GiB", "TiB", "PiB")


def run(con: DuckDBPyConnection, statement: str, progress: Progress | None) -> int:
    """Rows that ``statement`` wrote. Ctrl-C stops the engine, and is raised once it has stopped."""
    if progress is not None:
        con.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
    # Not Thread.join: interrupted once, it takes the thread for ended.
    ended = Event()
    done: list[Any] = []

    def work() -> None:
        try:
            row = con.execute(statement).fetchone()
            done.append(row[0] if row else 0)
        except BaseException as error:
            done.append(error)
        ended.set()

    Thread(target=work).start()
    try:
        while not ended.wait(_TICK):
            if progress is not None and (share := con.query_progress()) >= 0:
                progress(share / 100)
    finally:
        while not ended.is_set():  # again and again: an interrupt before the engine has begun is lost
            con.interrupt()
            ended.wait(_TICK)
    if isinstance(done[0], BaseException):
        raise done[0]
    return int(done[0])


def failure(error: Exception, source: str, out: str) -> CapexcalcError:
    """What a failure of DuckDB while it turned ``source`` into ``out`` means."""
    text = str(error)
    reason = text.partition("\n")[0]
    if "No space left on device" in text:
        return CacheError("output_failed", f"cannot write {out}: no space left on device", "nothing was kept")
    if "Out of Memory" in text:
        return CacheError("out_of_memory", f"{source}: {reason}", "allow more: --memory 2GiB")
    if "not utf-8" in text:
        return InputError("not_utf8", f"{_place(source, text)}: not UTF-8 text", _ICONV)
    if found := re.search(r"CSV Error on Line", text):
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
    if "Maximum line size" in text:
        return "a line longer than 16 MiB"
    lines = [line for line in text.splitlines() if line and not line.startswith(("Invalid", "Original Line"))]
    return lines[0] if lines else "not CSV"


_ICONV = "convert it: iconv -f latin1 -t utf-8"
