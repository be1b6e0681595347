"""Frankfurter, which republishes the ECB's rates: asked where the ECB does not answer.

https://frankfurter.dev/v1/. Values under 1 are rounded to five decimals, so the base is always the euro.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from ...net.errors import bad_answer
from ..fetching import Fetch, read_json, stretches
from ..screen_cells import Cell

_RANGE = "https://api.frankfurter.dev/v1/{start}..{end}?base=EUR"
# Longer ranges have been thinned out to weeks.
_DAYS = 90
_FIRST = date(1999, 1, 4)


def cells(fetch: Fetch, start: date | None, end: date, codes: Collection[str]) -> Iterator[Cell]:
    """Rates per euro of ``codes`` from ``start``, or the first there are, to ``end``.

    Raises CacheError (``bad_answer``, ``network_down``, ``server_failed``).
    """
    pieces = list(stretches(start or _FIRST, end, _DAYS))
    for number, (first, last) in enumerate(pieces):
        fetch.step(number, len(pieces))
        answer = fetch.get("frankfurter", _RANGE.format(start=first, end=last))
        if answer.status != 200:
            continue
        content = read_json(answer)
        try:
            if content["base"] != "EUR" or float(content["amount"]) != 1:
                raise bad_answer("{url}: not units per euro", url=answer.url)
            for day, rates in content["rates"].items():
                for code, value in rates.items():
                    if code in codes:
                        yield Cell(f"{answer.url}, {day}", day, code, str(value))
        except (KeyError, TypeError, ValueError, AttributeError):
            raise bad_answer("{url}: not the JSON of Frankfurter's rates", url=answer.url) from None
