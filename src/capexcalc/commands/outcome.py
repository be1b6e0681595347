"""What every command returns: a result, and what must be known about it."""

from __future__ import annotations

from typing import Generic, TypeVar

from ..errors import Notice
from ..records import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """``result`` is printed on standard output, each of ``warnings`` said on standard error."""

    result: T
    warnings: tuple[Notice, ...] = ()
