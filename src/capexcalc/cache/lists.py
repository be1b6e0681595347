"""The lists beside the rates: which were revised and what they were, which were rejected and why."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..words import speaking
from .folder import Folder
from .observations import Rejected

REVISIONS, REJECTED = "revisions", "rejected"

_REVISED_COLUMNS = ("date", "currency", "was", "is", "noticed")
_REJECTED_COLUMNS = ("date", "currency", "value", "reason", "detail", "where", "noticed")


class Revised(NamedTuple):
    """A published rate that was replaced by another for the same date, digits as published."""

    observed: date
    currency: str
    was: str
    is_: str
    noticed: date


def revised_in(folder: Folder) -> Iterator[Revised]:
    """The rates of ``folder`` that were revised, in the order in which it was noticed."""
    for row in rows_of(folder, REVISIONS):
        day, noticed = date.fromisoformat(row["date"]), date.fromisoformat(row["noticed"])
        yield Revised(day, row["currency"], row["was"], row["is"], noticed)


def rejected_in(folder: Folder) -> Iterator[Rejected]:
    """The rates that were kept out of ``folder``."""
    for row in rows_of(folder, REJECTED):
        day = date.fromisoformat(row["date"])
        yield Rejected(day, row["currency"], row["value"], row["reason"], row["where"], row["detail"])


def add_revisions(folder: Folder, revised: Iterable[Revised]) -> None:
    """Put on the list what is not on it yet."""
    rows = [(f"{each.observed}", each.currency, each.was, each.is_, f"{each.noticed}") for each in revised]
    append(folder, REVISIONS, _REVISED_COLUMNS, rows)


def rejection(each: Rejected, noticed: date) -> dict[str, str]:
    """The row of the list in which a rejected rate is kept, in English whatever is spoken."""
    with speaking(None):
        detail, where = str(each.detail), str(each.where)
    row = (f"{each.observed}", each.currency, escaped(each.value), each.reason, detail, where)
    return dict(zip(_REJECTED_COLUMNS, (*row, f"{noticed}"), strict=True))


def rejected_csv(rows: Iterable[Mapping[str, str]]) -> bytes:
    """The list of rejected rates as it is written."""
    return _list_csv(_REJECTED_COLUMNS, rows)


def escaped(value: str) -> str:
    """What was published in the place of a rate, in plain ASCII: it can be anything."""
    return value.encode("unicode_escape").decode("ascii")


def rows_of(folder: Folder, name: str) -> list[dict[str, str]]:
    """The rows of a list, none where there is no such list."""
    return list(csv.DictReader(io.StringIO(folder.lists.get(name, b"").decode("utf-8"))))


def append(folder: Folder, name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Add to a list what is not in it yet; the last column, the day it was noticed, makes no difference."""
    known = rows_of(folder, name)
    seen = {tuple(row.values())[:-1] for row in known}
    new = [dict(zip(header, row, strict=True)) for row in rows if tuple(row)[:-1] not in seen]
    if new:
        folder.lists[name] = _list_csv(header, [*known, *new])


def _list_csv(header: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8")
