"""The National Bank of Poland: tables A (daily) and B (weekly, on Wednesdays), zlotys per unit.

https://api.nbp.pl/en.html: at most 93 days a request, 404 where a stretch has no table.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from ...net.errors import bad_answer
from ...words import Phrase
from ..fetching import Fetch, read_json, stretches
from ..screen_cells import Cell

_TABLES = "https://api.nbp.pl/api/exchangerates/tables/{table}/{start}/{end}/?format=json"
_DAYS = 93
_FIRST = date(2002, 1, 2)


def cells(fetch: Fetch, start: date | None, end: date, codes: Collection[str]) -> Iterator[Cell]:
    """Zlotys per unit of every currency in both tables, from ``start`` to ``end``; ``codes`` is not asked.

    Raises CacheError (``bad_answer``, ``network_down``, ``server_failed``).
    """
    days = list(stretches(max(start or _FIRST, _FIRST), end, _DAYS))
    pieces = [(table, *stretch) for table in "AB" for stretch in days]
    for number, (table, first, last) in enumerate(pieces):
        fetch.step(number, len(pieces))
        answer = fetch.get("nbp", _TABLES.format(table=table, start=first, end=last))
        if answer.status != 200:
            continue
        try:
            for each in read_json(answer):
                where = Phrase("{url}, table {name}", url=answer.url, name=str(each["no"]))
                for rate in each["rates"]:
                    yield Cell(where, str(each["effectiveDate"]), str(rate["code"]), str(rate["mid"]))
        except (KeyError, TypeError, ValueError):
            raise bad_answer("{url}: not the JSON of the NBP's tables", url=answer.url) from None
