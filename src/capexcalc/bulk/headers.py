"""Which row of a table is its header: many have a title above it, a date of export, an empty row."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import Notice
from ..money.currency_cells import unit_of
from .job import one_line

# Rows among which it is looked for.
MOST = 20
# A header names as many columns as rows have cells that are filled, or nearly.
_FULL = 0.8


def header_at(rows: Sequence[Sequence[str]], used: Sequence[str]) -> int:
    """The place among the first ``rows`` of the one that names most of the columns ``used``, the first of
    equals; where none does, of the first that is filled as those are that follow."""
    columns = {one_line(name) for name in used if unit_of(name) is None}  # USD may stand in any row
    named = [len(columns.intersection(map(one_line, row))) for row in rows[:MOST]]
    if any(named):
        return named.index(max(named))
    from statistics import median  # here: most headers are known by their names

    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    for n, count in enumerate(filled[:MOST]):
        if count > 1 and count >= _FULL * median(filled[n + 1 :] or [0]):
            return n
    return 0


def passed_over(where: str) -> Notice:
    """The word about rows above the header, which is at ``where``."""
    return Notice("title", "{where}: the header is read here, what is above is passed over", where=where)
