"""Work done in processes beside this one: pieces handed out, their results given back in order.

No library's pool is used, for those that the standard one has hang or stay behind where a process is killed.
Here each has a line of its own to this one, and an end of that line is the end of the other side.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, NoReturn, TypeVar

P = TypeVar("P")
R = TypeVar("R")
# What does the work on a piece, made once in each process.
Setup = Callable[[], Callable[[P], Iterable[R]]]

# Pieces a process has, one at work and one to go on with, and pieces in flight for each.
_AT_HAND, _AHEAD = 2, 4
_PATIENCE = 2  # seconds in which a process ends that is asked to


class LostError(Exception):
    """The process that worked on ``piece`` was ended, by the system for want of memory, or by hand."""

    def __init__(self, piece: Any) -> None:
        super().__init__(piece)
        self.piece = piece


def spread(pieces: Iterable[P], setup: Setup[P, R], jobs: int) -> Generator[R, None, None]:
    """What comes of each piece, in their order; at most four of them for each process are held.

    Where the work raises, what came before is given first. Raises LostError where a process is gone. Closing
    the iterator ends the processes.
    """
    left = iter(pieces)
    crew: list[_Worker[P, R]] = []
    places: deque[_Place[P, R]] = deque()
    more = True
    try:
        while True:
            while more and len(places) < jobs * _AHEAD:
                worker = _free(crew, jobs)
                if worker is None and len(crew) == jobs:
                    break
                piece = next(left, None)
                if piece is None:
                    more = False
                    break
                if worker is None:
                    crew.append(worker := _hired(setup))
                places.append(worker.take(piece))
            if places and places[0].done:
                first = places.popleft()
                yield from first.results
                if first.fault is not None:
                    raise first.fault
            elif places:
                more = _listen(crew) and more
            else:
                return
    finally:
        _dismiss(crew)


@dataclass(slots=True)
class _Place(Generic[P, R]):
    """Where the results of a piece go."""

    piece: P
    results: Sequence[R] = ()
    fault: Exception | None = None
    done: bool = False


@dataclass(slots=True)
class _Worker(Generic[P, R]):
    """A process, our end of the line to it, and what it has not answered yet."""

    process: BaseProcess
    line: Connection[Any, Any]
    asked: deque[_Place[P, R]] = field(default_factory=deque)
    gone: bool = False

    def take(self, piece: P) -> _Place[P, R]:
        place: _Place[P, R] = _Place(piece)
        self.asked.append(place)
        try:
            self.line.send(piece)
        except OSError:
            self._lose()
        return place

    def answer(self) -> None:
        """Take the answer that is there."""
        try:
            results, fault = self.line.recv()
        except (EOFError, OSError):
            self._lose()
            return
        place = self.asked.popleft()
        place.results, place.fault, place.done = results, fault, True

    def _lose(self) -> None:
        self.gone = True
        while self.asked:
            place = self.asked.popleft()
            place.fault, place.done = LostError(place.piece), True


def _free(crew: Sequence[_Worker[P, R]], jobs: int) -> _Worker[P, R] | None:
    """Who takes the next piece: nobody where all have enough, or where one more may be hired instead."""
    most = _AT_HAND if len(crew) == jobs else 1
    able = [worker for worker in crew if len(worker.asked) < most and not worker.gone]
    return min(able, key=lambda worker: len(worker.asked), default=None)


def _listen(crew: Sequence[_Worker[P, R]]) -> bool:
    """Wait for answers; False where one is a fault, after which nothing more is worth being begun."""
    answered = wait([worker.line for worker in crew if worker.asked])
    sound = True
    for worker in crew:
        if worker.line not in answered:
            continue
        places = tuple(worker.asked)
        worker.answer()
        sound = sound and not any(place.fault for place in places)
    return sound


def _hired(setup: Setup[P, R]) -> _Worker[P, R]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, setup), daemon=True)
    with _sheltered():
        process.start()
    theirs.close()  # so that theirs is the only one, whose end is theirs
    return _Worker(process, ours)


@contextmanager
def _sheltered() -> Iterator[None]:
    """What is started meanwhile hears no Ctrl-C, and takes no file of the working folder for a module."""
    safe = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        with _deaf():
            yield
    finally:
        if safe is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = safe


@contextmanager
def _deaf() -> Iterator[None]:
    """Hear Ctrl-C later; elsewhere than on POSIX there is no such thing."""
    if os.name != "posix":
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # a process of Python's own, whose start would let Ctrl-C through again
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _dismiss(crew: Sequence[_Worker[P, R]]) -> None:
    for worker in crew:
        worker.line.close()
    for worker in crew:
        worker.process.join(_PATIENCE)
        if worker.process.exitcode is None:
            worker.process.kill()
            worker.process.join()


def _serve(line: Connection[Any, Any], setup: Setup[P, R]) -> None:
    """The other side: each piece is answered with its results, and with what was raised after them."""
    gc.set_threshold(100_000)  # as main does
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    asked: SimpleQueue[P] = SimpleQueue()
    Thread(target=_hear, args=(line, asked), daemon=True).start()
    work: Callable[[P], Iterable[R]] | None = None
    while True:
        piece = asked.get()
        results: list[R] = []
        fault = None
        try:
            work = work or setup()
            results.extend(work(piece))
        except Exception as raised:
            fault = raised
        with suppress(BrokenPipeError):
            line.send((results, fault))


def _hear(line: Connection[Any, Any], asked: SimpleQueue[Any]) -> None:
    """Take in what is asked while other work is done, and where nobody is left to ask, end it."""
    with suppress(EOFError, OSError):
        while True:
            asked.put(line.recv())
    os.kill(os.getpid(), signal.SIGTERM)


def _end(*_: object) -> NoReturn:
    """The way out that ends what this process has started, too."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit()
