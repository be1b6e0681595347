"""DuckDB, opened within bounds, given functions of ours, run with progress and interruption."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..errors import UsageError, extra
from .job import DEFAULT_MEMORY

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

T = TypeVar("T")

_TICK = 0.1  # seconds between two looks at how far it is

# Told what share of the work is done, from 0 to 1.
Progress = Callable[[float], None]


def connect(memory: str, scratch: Path) -> DuckDBPyConnection:
    """An engine of its own that keeps to ``memory`` (``512MB``), spills to ``scratch`` and loads nothing.

    Raises UsageError ``missing_extra``, ``bad_memory``.
    """
    _refuse_none()
    import duckdb

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
        raise UsageError(
            "bad_memory",
            "{memory!r} is no amount of memory",
            "write it with its unit: --memory 512MB, --memory 2GiB",
            memory=memory,
        ) from None


@contextmanager
def later(memory: str, scratch: Path) -> Iterator[DuckDBPyConnection]:
    """The same, opened when it is first asked for something: for who may do without, it is a third of the
    time to start, and of the memory. Raises the same at once."""
    _refuse_none()
    con = _Late(memory, scratch)
    try:
        if memory != DEFAULT_MEMORY:
            con.opened()  # what else is an amount of memory, the engine knows
        yield cast(Any, con)
    finally:
        con.close()


class _Late:
    """A connection once it is used as one."""

    def __init__(self, memory: str, scratch: Path) -> None:
        self._given = memory, scratch
        self._con: DuckDBPyConnection | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.opened(), name)

    def opened(self) -> DuckDBPyConnection:
        if self._con is None:
            self._con = connect(*self._given)
        return self._con

    def interrupt(self) -> None:
        if self._con is not None:
            self._con.interrupt()

    def close(self) -> None:
        if self._con is not None:
            self._con.close()


def fails(error: BaseException) -> bool:
    """Whether an error is the engine's own."""
    duckdb = sys.modules.get("duckdb")
    return duckdb is not None and isinstance(error, duckdb.Error)


def _refuse_none() -> None:
    try:
        import numpy  # noqa: F401 - not used here, but calls into Python need it, and say so too late
        import pyarrow  # noqa: F401 - the same

        there = find_spec("duckdb") is not None and find_spec("orjson") is not None
    except (ImportError, ValueError):
        there = False
    if not there:
        hint = extra("duckdb", "numpy", "orjson", "pyarrow", name="bulk")
        raise UsageError(
            "missing_extra",
            "bulk work needs DuckDB, NumPy, orjson and PyArrow, one of which is not installed",
            hint,
        )


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
        arrays = (column.combine_chunks() for column in columns)
        return pyarrow.StructArray.from_arrays(function(*arrays), names=names)

    gives = f"STRUCT({', '.join(fields)})"
    con.create_function(name, packed, [*takes], gives, type=ARROW, null_handling=SPECIAL)


def run(
    con: DuckDBPyConnection,
    work: Callable[[], T],
    progress: Progress | None,
    *,
    share: Callable[[], float] | None = None,
    stop: Sequence[Callable[[], None]] = (),
) -> T:
    """What ``work`` gives, that the engine does. Ctrl-C stops it, and is raised once it has stopped.

    ``share`` tells how much is done where the engine cannot; ``stop`` ends what it may wait for,
    or do meanwhile.
    """
    if share is None:
        share = _progress_of(con, wanted=progress is not None)
    # Not Thread.join: interrupted once, it takes the thread for ended.
    begun, ended = Event(), Event()
    given: list[T] = []
    failed: list[BaseException] = []

    def tried() -> None:
        begun.wait()
        try:
            given.extend(each() for each in wanted)
        except BaseException as error:
            failed.append(error)
        ended.set()

    wanted = [work]
    try:
        Thread(target=tried).start()
        begun.set()
        while not ended.wait(_TICK):
            if progress is not None and (done := share()) >= 0:
                progress(done)
    finally:
        if not begun.is_set():  # interrupted: whether the thread is there or not, it has nothing to do
            wanted.clear()
            begun.set()
            ended.set()
        if not ended.is_set():
            for each in stop:
                each()
        while not ended.is_set():  # again and again: an interrupt before the engine has begun is lost
            with suppress(KeyboardInterrupt):  # of somebody who does not want to wait for the first
                con.interrupt()
                ended.wait(_TICK)
    if failed:
        raise failed[0]
    return given[0]


def _progress_of(con: DuckDBPyConnection, *, wanted: bool) -> Callable[[], float]:
    if wanted:
        con.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
    return lambda: con.query_progress() / 100
