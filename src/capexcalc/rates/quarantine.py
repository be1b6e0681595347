"""What a source publishes and the cache does not take: figures known to mean something else, by rule."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from .legal_facts import facts


class Quarantine(NamedTuple):
    """Days, ``first`` to ``last``, on which the figures of a currency are kept out: the rule, and why."""

    first: date
    last: date
    rule: str
    detail: str


def quarantine(source: str, code: str, day: date) -> Quarantine | None:
    """The reason why ``source`` is not believed about ``code`` on that day; None if it is."""
    return next((each for each in _all().get((source, code), ()) if each.first <= day <= each.last), None)


@cache
def _all() -> dict[tuple[str, str], list[Quarantine]]:
    found: dict[tuple[str, str], list[Quarantine]] = {}
    for source, code, first, last, rule, detail in facts("quarantine.csv"):
        start = date.fromisoformat(first) if first else date.min
        end = date.fromisoformat(last) if last else date.max
        found.setdefault((source, code), []).append(Quarantine(start, end, rule, detail))
    return found
