"""A percentage that is told in words first: "a quarter, or 25 %"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ...reading.mentions import Proportion
from .marks import Mark

_AGAIN = frozenset(("or", "equivalence"))
_NEAR = Decimal("0.05")


def join_said_twice(marks: list[Mark]) -> list[Mark]:
    """The marks with a share, and the same after "or", as one, whose figure is the closer one."""
    joined = list[Mark]()
    for mark in marks:
        if len(joined) > 1 and _is_same(joined[-2], joined[-1], mark):
            joined.pop()
            joined[-1] = replace(joined[-1], end=mark.end, closed=mark.closed, figure=mark.figure)
        else:
            joined.append(mark)
    return joined


def _is_same(one: Mark, link: Mark, other: Mark) -> bool:
    first, second = one.figure, other.figure
    if not isinstance(first, Proportion) or not isinstance(second, Proportion) or link.figure is not None:
        return False
    apart = link.words or other.words or other.stops or link.stops not in ("", ",")
    shares = first.kind == second.kind == "share" and not apart and not link.names.isdisjoint(_AGAIN)
    shares = shares and not any(map(str.isdecimal, first.text))  # not "9 % or 7 %"
    return shares and abs(first.value - second.value) <= _NEAR and first.unit >= second.unit
