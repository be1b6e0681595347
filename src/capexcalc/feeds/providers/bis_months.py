"""The Bank for International Settlements' averages of months, of some 190 areas."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from ..fetching import Fetch, stretches
from ..screen_cells import Cell
from .bis import figures

_FIRST = date(1957, 1, 1)
# Ten years, of so many areas, are a third of the most an answer may have.
_DAYS = 3652


def cells(fetch: Fetch, start: date | None, end: date, codes: Collection[str]) -> Iterator[Cell]:
    """Units per dollar on average of a month, under its last day; ``codes`` are not asked.

    Raises CacheError (``bad_answer``, ``network_down``, ``server_failed``).
    """
    yield from figures("M", fetch, list(stretches(start or _FIRST, end, _DAYS)))
