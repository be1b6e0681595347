"""What enters the user's cache: new observations, revised ones with what they replaced, rejected ones."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..errors import CacheError
from .ingest import History, Rejected
from .overlay import Folder, Waiting, examine, locked, write, year_csv, years_of

REVISIONS = ("date", "currency", "was", "is", "noticed")
REJECTED = ("date", "currency", "value", "reason", "where", "noticed")


@dataclass(frozen=True, slots=True)
class Landed:
    """How many observations are new and how many were revised."""

    added: int
    revised: int


def land(
    history: History,
    source: str,
    roots: tuple[Path, Path],
    *,
    head: Mapping[str, Any],
    today: date,
    waiting: Waiting,
    revise: bool = True,
    rejected: Sequence[Rejected] = (),
    fetched: Mapping[str, Any] | None = None,
) -> Landed:
    """Merge ``history`` into the user's folder, the first of ``roots``, over the shipped one, the second.

    Only years with something new are written, each whole. A rate that differs in value from the one held
    replaces it and is listed as a revision; without ``revise`` the one held stays. ``head`` is what the
    manifest says of the source. Raises CacheError ``cache_damaged`` (shipped), ``cache_not_writable``,
    ``cache_locked``.
    """
    root, shipped = roots
    with locked(root, waiting):
        ours, theirs = examine(root / source), examine(shipped / source)
        check_shipped(theirs)
        added, revisions = _merge(history, ours, theirs, revise=revise)
        changed = added or revisions or ours.damaged or ours.rebuilt
        noticed = today.isoformat()
        append(ours, "revisions", REVISIONS, [(*revision, noticed) for revision in revisions])
        append(ours, "rejected", REJECTED, [_row(each, noticed) for each in rejected])
        fetched = ours.head.get("fetched", {}) if fetched is None else fetched
        if ours.years and (changed or rejected or fetched != ours.head.get("fetched")):
            ours.head = dict(head)
            write(ours, today=today, fetched=fetched)
    return Landed(added, len(revisions))


def rows_of(content: bytes) -> list[dict[str, str]]:
    """The rows of a list of revisions or rejected observations."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def held(year: int, ours: Folder, theirs: Folder) -> History:
    """The observations of ``year`` in both folders; where both have one, that of the one reaching further."""
    history: History = {}
    # Stable: the user's folder comes last among equals, and so wins.
    for folder in sorted((theirs, ours), key=_reach):
        for day, rates in years_of(folder.years.get(year, b"date\n")).items():
            history[day] = history.get(day, {}) | rates
    return history


def check_shipped(folder: Folder) -> None:
    """Raises CacheError (``cache_damaged``) unless every file of ``folder`` is as it was shipped."""
    if folder.damaged:
        message = f"{folder.damaged[0]}: differs from its checksum"
        raise CacheError("cache_damaged", message, "reinstall capexcalc")


def append(folder: Folder, name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Add to a list what is not in it yet; the last column, the day it was noticed, makes no difference."""
    known = rows_of(folder.lists.get(name, b""))
    seen = {tuple(row.values())[:-1] for row in known}
    new = [row for row in rows if tuple(row)[:-1] not in seen]
    if not new:
        return
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([*(row.values() for row in known), *new])
    folder.lists[name] = buffer.getvalue().encode("utf-8")


def _merge(
    history: History, ours: Folder, theirs: Folder, *, revise: bool
) -> tuple[int, list[tuple[str, ...]]]:
    """Put ``history`` into ``ours``: how many rates are new; date, currency, old and new of the revised."""
    added = 0
    revisions: list[tuple[str, ...]] = []
    by_year: dict[int, History] = defaultdict(dict)
    for day, rates in history.items():
        by_year[day.year][day] = rates
    for year, fresh in sorted(by_year.items()):
        known = held(year, ours, theirs)
        before = added + len(revisions)
        for day, rates in sorted(fresh.items()):
            row = known.setdefault(day, {})
            for code, text in sorted(rates.items()):
                old = row.get(code)
                if old is None:
                    added += 1
                elif not revise or Decimal(old) == Decimal(text):
                    continue
                else:
                    revisions.append((day.isoformat(), code, old, text))
                row[code] = text
        if added + len(revisions) > before:
            ours.years[year] = year_csv({day: rates for day, rates in known.items() if rates})
    return added, revisions


def _row(each: Rejected, noticed: str) -> tuple[str, ...]:
    value = each.value.encode("unicode_escape").decode("ascii")
    return each.observed.isoformat(), each.currency, value, each.reason, each.where, noticed


def _reach(folder: Folder) -> date:
    if not folder.years:
        return date.min
    return max(years_of(folder.years[max(folder.years)]), default=date.min)
