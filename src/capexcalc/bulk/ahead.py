"""Work on several pieces of a file at the same time, whose results keep their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

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
    begun: deque[Future[U]] = deque()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while failure is None:
            try:
                begun.append(pool.submit(work, next(left)))
            except StopIteration:
                break
            except CapexcalcError as error:
                failure = error
            if len(begun) > _AT_ONCE:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
    if failure is not None:
        raise failure
