"""What enters the user's cache: new observations, revised ones with what they replaced, rejected ones."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..errors import CacheError
from ..records import dataclass
from .folder import Folder, Waiting, examine, locked, write
from .lists import REJECTED, Revised, add_revisions, rejected_csv, rejection, rows_of
from .observations import History, Rejected, is_rate
from .year_file import history_of, year_csv

# The rule of which a wrong clock may be the cause.
_FUTURE = "future"

# Date, currency and figure of a rejected rate, whatever digits it is written in.
_Key = tuple[str, str, Decimal | str]


@dataclass(frozen=True, slots=True)
class Landed:
    """How many observations are new and how many were revised; and the rejections not listed before."""

    added: int
    revised: int
    rejected: tuple[Rejected, ...] = ()


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
    replaces it and is listed as a revision; without ``revise`` the one held stays. A rate that was rejected
    is listed and not held: one held before is taken out, one accepted now leaves the list. ``head`` is what
    the manifest says of the source. Raises CacheError ``cache_damaged`` (shipped), ``cache_not_writable``,
    ``cache_locked``.
    """
    root, shipped = roots
    with locked(root, waiting):
        ours, theirs = examine(root / source), examine(shipped / source)
        check_shipped(theirs)
        years = {day.year for day in history} | {each.observed.year for each in rejected}
        before = {year: _without(_kept_out(ours), held(year, ours, theirs)) for year in years}
        new = _list(ours, theirs, history, rejected, today)
        out = (_kept_out(ours) | _kept_out(theirs)) - _keys(history)
        added, revisions, written = _merge(history, before, out, revise=revise)
        add_revisions(ours, (Revised(*revision, today) for revision in revisions))
        if new and not (ours.years or written):
            # A list stands beside the data: a folder without any takes the shipped year's.
            written = {year: year_csv(rates) for year, rates in before.items() if rates}
        ours.years.update(written)
        fetched = ours.head.get("fetched", {}) if fetched is None else fetched
        changed = written or new or ours.damaged or ours.rebuilt or fetched != ours.head.get("fetched")
        if ours.years and changed:
            ours.head = dict(head)
            write(ours, today=today, fetched=fetched)
    return Landed(added, len(revisions), new)


def held(year: int, ours: Folder, theirs: Folder) -> History:
    """The observations of ``year`` in both folders; where both have one, that of the one reaching further."""
    history: History = {}
    # Stable: the user's folder comes last among equals, and so wins.
    for folder in sorted((theirs, ours), key=_reach):
        for day, rates in history_of(folder.years.get(year, b"date\n")).items():
            history[day] = history.get(day, {}) | rates
    return history


def last_before(start: date, ours: Folder, theirs: Folder) -> dict[str, str]:
    """The last rate of each currency held from before ``start``, of the year before at the earliest."""
    years = (held(year, ours, theirs) for year in (start.year - 1, start.year))
    days = sorted((day, rates) for year in years for day, rates in year.items() if day < start)
    return {code: text for _, rates in days for code, text in rates.items()}


def check_shipped(folder: Folder) -> None:
    """Raises CacheError (``cache_damaged``) unless every file of ``folder`` is as it was shipped."""
    if folder.damaged:
        raise CacheError(
            "cache_damaged",
            "{file}: differs from its checksum",
            "reinstall capexcalc",
            file=folder.damaged[0],
        )


def _merge(
    history: History, before: Mapping[int, History], rejected: Set[_Key], *, revise: bool
) -> tuple[int, list[tuple[date, str, str, str]], dict[int, bytes]]:
    """``history`` put into what there was ``before``, by year: how many rates are new, the revisions, and the
    years that have changed."""
    added = 0
    revisions: list[tuple[date, str, str, str]] = []
    years: dict[int, bytes] = {}
    for year, seen in sorted(before.items()):
        known = _without(rejected, seen)
        for day in sorted(day for day in history if day.year == year):
            row = known.setdefault(day, {})
            for code, text in sorted(history[day].items()):
                old = row.get(code)
                if old is None:
                    added += 1
                elif not revise or Decimal(old) == Decimal(text):
                    continue
                else:
                    revisions.append((day, code, old, text))
                row[code] = text
        known = {day: rates for day, rates in known.items() if rates}
        if known != seen:
            years[year] = year_csv(known)
    return added, revisions, years


def _without(rejected: Container[_Key], history: History) -> History:
    left = (
        (day, {code: text for code, text in rates.items() if (f"{day}", code, Decimal(text)) not in rejected})
        for day, rates in history.items()
    )
    return {day: rates for day, rates in left if rates}


def _list(
    ours: Folder, theirs: Folder, history: History, rejected: Sequence[Rejected], today: date
) -> tuple[Rejected, ...]:
    """Put ``rejected`` on the list of ``ours``, and take off it what is in ``history``; the new ones."""
    accepted, known = _keys(history), _rejected(ours)
    kept = [row for key, row in known.items() if key not in accepted]
    listed = known.keys() | _rejected(theirs).keys()
    new: dict[_Key, Rejected] = {}
    for each in rejected:
        row = rejection(each, today)
        if _key(row) not in listed and _key(row) not in new:
            new[_key(row)] = each
            kept.append(row)
    if kept != list(known.values()):
        ours.lists[REJECTED] = rejected_csv(kept)
    return tuple(new.values())


def _rejected(folder: Folder) -> dict[_Key, dict[str, str]]:
    return {_key(row): row for row in rows_of(folder, REJECTED)}


def _kept_out(folder: Folder) -> set[_Key]:
    """What is on the list and must not be held: a day to come is one by a clock that may be wrong."""
    return {key for key, row in _rejected(folder).items() if row["reason"] != _FUTURE}


def _keys(history: History) -> set[_Key]:
    return {(f"{day}", code, Decimal(text)) for day, rates in history.items() for code, text in rates.items()}


def _key(row: Mapping[str, str]) -> _Key:
    value = row["value"]
    return row["date"], row["currency"], Decimal(value) if is_rate(value) else value


def _reach(folder: Folder) -> date:
    if not folder.years:
        return date.min
    return max(history_of(folder.years[max(folder.years)]), default=date.min)
