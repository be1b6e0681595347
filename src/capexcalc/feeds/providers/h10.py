"""The Federal Reserve's H.10: noon buying rates in New York of some two dozen currencies, each working day.

https://www.federalreserve.gov/datadownload/help/default.htm: the Data Download Program's package of daily
rates comes in one answer however long the time. Five lines describe the columns, the sixth has the names of
the series (``RXI_N.B.CH``), and ``ND`` stands for a day without a rate. Australia, the euro, New Zealand and
the United Kingdom are in dollars per unit (``RXI$US_N.B.UK``), and turned round here to ten digits.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from ...net.errors import bad_answer
from ..fetching import Fetch, read_table
from ..rate_formats import NOTHING, published_table, value_of
from ..screen_cells import Cell

_PACKAGE = (
    "https://www.federalreserve.gov/datadownload/Output.aspx?rel=H10"
    "&series=60f32914ab61dfab590e0e470153e3ae&lastobs=&from={start:%m/%d/%Y}&to={end:%m/%d/%Y}"
    "&filetype=csv&label=include&layout=seriescolumn&type=package"
)
_FIRST = date(1971, 1, 4)
_NAME = "H.10"


def cells(fetch: Fetch, start: date | None, end: date, codes: Collection[str]) -> Iterator[Cell]:
    """Units per dollar of every currency in the package but the bolivar, which has lost zeros under one name;
    ``codes`` are not asked.

    Raises CacheError (``bad_answer``, ``network_down``, ``server_failed``).
    """
    fetch.step(0, 1)
    answer = fetch.get("h10", _PACKAGE.format(start=max(start or _FIRST, _FIRST), end=end))
    if answer.status == 404:
        raise bad_answer("{url}: not found", url=answer.url)
    if answer.status != 200:
        return
    header, below = read_table(_NAME, answer.body)
    rows = list(below)
    lines = [header, *(row for _, row in rows)]
    table = published_table(list(enumerate(lines)))
    if table is None or table.head[0] != "Time Period" or table.head not in lines:
        raise bad_answer("{name}, line 1: no column {first}", name=_NAME, first="RXI_N.B.CH")
    for where, row in rows[lines.index(table.head) :]:
        for place, column in table.columns.items():
            if row[place] not in NOTHING:
                value = value_of(row[place], column, comma=False) or row[place]
                yield Cell(where, row[0], column.code, value)
