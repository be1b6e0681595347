"""Work on several pieces of a file at the same time, whose results keep their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from ..errors import CapexcalcError

# A thread for each, beside the one that reads and writes. More than two take turns at Python, and memory.
_AT_ONCE = 2

T = TypeVar("T")
U = TypeVar("U")


def ahead(work: Callable[[T], U], pieces: Iterable[T]) -> Iterator[U]:
    """What ``work`` makes of ``pieces``, in order, begun before it is asked for.

    What goes wrong with a piece, or with getting at the next, is raised after what was made of those before.
    """
    failure: CapexcalcError | None = None
    left = iter(pieces)
    # Pieces with the queues that wait for what is made of them. (An executor takes longer to load.)
    asked: SimpleQueue[Any] = SimpleQueue()
    begun: deque[SimpleQueue[Any]] = deque()
    threads: list[Thread] = []
    try:
        while failure is None:
            try:
                piece = next(left)
            except StopIteration:
                break
            except CapexcalcError as error:
                failure = error
            else:
                begun.append(SimpleQueue())
                asked.put((piece, begun[-1]))
                if len(threads) < _AT_ONCE:  # none without a piece to work on
                    threads.append(Thread(target=_each, args=(work, asked)))
                    threads[-1].start()
            if len(begun) > _AT_ONCE:
                yield _made(begun.popleft())
        while begun:
            yield _made(begun.popleft())
    finally:
        for _ in threads:
            asked.put(None)
        for thread in threads:
            thread.join()
    if failure is not None:
        raise failure


def _each(work: Callable[[T], U], asked: SimpleQueue[Any]) -> None:
    while task := asked.get():
        piece, answer = task
        try:
            answer.put((work(piece), None))
        except BaseException as error:
            answer.put((None, error))


def _made(answer: SimpleQueue[Any]) -> Any:
    made, error = answer.get()
    if error is not None:
        raise error
    return made
