"""The Bank of Canada: Canadian dollars per unit of some two dozen currencies, the average of each day.

https://www.bankofcanada.ca/valet/docs: the group FX_RATES_DAILY has a series a currency (FXUSDCAD), left out
or empty on a day without a rate, and comes in one answer however long the time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from ...net.errors import bad_answer
from ..fetching import Fetch, read_json
from ..screen_cells import Cell

_GROUP = "https://www.bankofcanada.ca/valet/observations/group/FX_RATES_DAILY/json?start_date={start}"
_FIRST = date(2017, 1, 3)


def cells(fetch: Fetch, start: date | None, end: date, codes: Collection[str]) -> Iterator[Cell]:
    """Canadian dollars per unit of every currency from ``start`` on; ``end`` and ``codes`` are not asked.

    Raises CacheError (``bad_answer``, ``network_down``, ``server_failed``).
    """
    fetch.step(0, 1)
    answer = fetch.get("boc", _GROUP.format(start=max(start or _FIRST, _FIRST)))
    if answer.status == 404:
        raise bad_answer("{url}: not found", url=answer.url)
    if answer.status != 200:
        return
    try:
        for observation in read_json(answer)["observations"]:
            day = str(observation["d"])
            where = f"{answer.url}, {day[:10]}"
            for name, figure in observation.items():
                if name != "d" and figure["v"] not in (None, ""):
                    yield Cell(where, day, _currency(answer.url, name), str(figure["v"]))
    except (KeyError, TypeError, AttributeError):
        raise bad_answer("{url}: not the JSON of the Bank of Canada's rates", url=answer.url) from None


def _currency(url: str, series: str) -> str:
    found = re.fullmatch(r"FX([A-Z]{3})CAD", series)
    if found is None:
        raise bad_answer(
            "{url}: {series!r} is no price of a currency in Canadian dollars", url=url, series=series[:20]
        )
    return found[1]
