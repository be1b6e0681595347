"""The European Central Bank: the whole history as a zipped table, recent days from its Data Portal.

https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/
https://data.ecb.europa.eu/help/api/data
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from ...errors import system
from ...net.errors import bad_answer
from ..fetching import Fetch, read_table
from ..screen_cells import Cell

_HISTORY = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"
_PORTAL = (
    "https://data-api.ecb.europa.eu/service/data/EXR/D.{codes}.EUR.SP00.A"
    "?startPeriod={start}&endPeriod={end}&detail=dataonly&format=csvdata"
)
# Further back, the whole history is one request and not much larger.
_RECENT = timedelta(days=90)
_UNPACKED = 16_000_000


def cells(fetch: Fetch, start: date | None, end: date, codes: Collection[str]) -> Iterator[Cell]:
    """Rates per euro of ``codes`` from ``start`` to ``end``; all days and currencies if that is long ago.

    Raises CacheError (``bad_answer``, ``network_down``, ``server_failed``).
    """
    fetch.step(0, 1)
    if start is None or end - start > _RECENT:
        answer = fetch.get("ecb", _HISTORY)
        if answer.status == 200:
            yield from _table(*_only_member(answer.body))
            return
    else:
        url = _PORTAL.format(codes="+".join(codes), start=start, end=end)
        answer = fetch.get("ecb", url)
        if answer.status == 200:
            yield from _series("EXR", answer.body)
            return
        if answer.status == 404:  # how the Data Portal says that there is nothing in this period
            return
    if answer.status == 404:
        raise bad_answer("{url}: not found", url=answer.url)


def _only_member(archive: bytes) -> tuple[str, bytes]:
    """Name and content of the one table in the zip. Nothing is unpacked to disk."""
    name = _HISTORY.rpartition("/")[2]
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            members = opened.namelist()
            if members != ["eurofxref-hist.csv"]:
                raise bad_answer(
                    "{name}: holds {members!r}, not eurofxref-hist.csv alone",
                    name=name,
                    members=", ".join(members)[:80],
                )
            with opened.open(members[0]) as member:
                content = member.read(_UNPACKED + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise bad_answer(
            "{name}: not a readable zip file ({reason})", name=name, reason=system(str(error)[:60])
        ) from None
    if len(content) > _UNPACKED:
        raise bad_answer("{name}: more than {limit} bytes when unpacked", name=name, limit=_UNPACKED)
    return members[0], content


def _table(name: str, content: bytes) -> Iterator[Cell]:
    """The history: one line a day, ``Date`` and one column a currency, ``N/A`` where there is no rate."""
    header, rows = read_table(name, content)
    if header[:1] != ["Date"] or len(set(header)) < len(header):
        raise bad_answer("{name}, line 1: not the columns of the ECB's history", name=name)
    for where, row in rows:
        for code, value in zip(header[1:], row[1:], strict=True):
            # The header ends in a column without a name, which holds nothing.
            if value not in ("N/A", "") or (value and not code):
                yield Cell(where, row[0], code, value)


def _series(name: str, content: bytes) -> Iterator[Cell]:
    """The Data Portal's csvdata: one line an observation, columns in any order, more of them than we need."""
    header, rows = read_table(name, content)
    needed = ("CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "TIME_PERIOD", "OBS_VALUE")
    if missing := [column for column in needed if column not in header]:
        raise bad_answer("{name}, line 1: no column {first}", name=name, first=missing[0])
    for where, row in rows:
        currency, denominator, kind, day, value = (row[header.index(column)] for column in needed)
        if (denominator, kind) != ("EUR", "SP00"):
            raise bad_answer(
                "{where}: not a euro reference rate ({denominator}, {kind})",
                where=where,
                denominator=denominator[:20],
                kind=kind[:20],
            )
        if value not in ("", "NaN"):  # a day without a rate
            yield Cell(where, day, currency, value)
