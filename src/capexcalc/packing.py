"""Many small things as few bytes, and back: what ``packed`` keeps a long text's mentions in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from operator import attrgetter
from pickle import HIGHEST_PROTOCOL, Pickler, loads
from typing import Any
from zlib import compress, decompress

_FASTEST = 1  # of the levels of zlib


def pack(items: list[Any]) -> bytes:
    pickled = BytesIO()
    _Pickler(pickled, HIGHEST_PROTOCOL).dump(items)
    return compress(pickled.getbuffer(), _FASTEST)


def unpack(packed: bytes) -> list[Any]:
    return list(loads(decompress(packed)))


class _Pickler(Pickler):
    """A dataclass by what it was made of, which takes a third of the time of asking each for its fields."""

    def reducer_override(self, item: Any) -> Any:
        kind = type(item)
        return (kind, _values(kind)(item)) if is_dataclass(kind) else NotImplemented


@cache
def _values(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """What reads the fields of a dataclass in their order."""
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda item: tuple(getattr(item, name) for name in names)
