"""The sign or the code of a currency alone beside a figure, without the reader: that says the same of them
(a test holds the two side by side), and its lexicons take longer to load than a small file to convert."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..money.currencies import is_currency


def named(before: str, after: str) -> tuple[str, ...]:
    """The currencies that a figure can be in; none where something else is about it, or nothing."""
    head, tail = before.strip(), after.strip()
    if bool(head) == bool(tail):
        return ()
    if is_currency(head or tail):
        return (head or tail,)
    return _table().get((head, tail), ())


@cache
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    lines = Path(__file__).with_suffix(".csv").read_text("utf-8").splitlines()[1:]
    found = {}
    for sign, before, after in (line.split(",") for line in lines):
        found[sign, ""], found["", sign] = tuple(before.split()), tuple(after.split())
    return found
