"""Price indices by country and year: those that ship, those fetched since, and what these replaced.

One file an index (index_file.py). Two editions of one are never mixed, for each may have a base year
of its own: what an update fetches is kept whole, beside what ships.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path
from typing import NamedTuple

from ..errors import CacheError, Notice
from ..money.money import EXACT
from ..net.errors import bad_answer
from ..records import dataclass
from .folder import Folder, Waiting, examine, locked, write
from .index_file import Index, Table, index_csv, table_of
from .lists import REJECTED, REVISIONS, append, escaped, rows_of
from .manifest import MANIFEST, Origin
from .merge import Landed, check_shipped
from .observations import Rejected

FOLDER = "prices"

_REVISED_COLUMNS = ("index", "country", "year", "was", "is", "noticed")
REJECTED_COLUMNS = ("index", "country", "year", "value", "reason", "where", "noticed")
# Figures as close as this are one figure, written by two programs.
_SAME = Decimal("1e-9")
# How much of what is known a new edition may lack: more is a fault of the server's.
_LACKING = Decimal("0.1")


class Country(NamedTuple):
    """A country that has an index, the currency it uses now, and whether it is the one that issues it."""

    name: str
    currency: str
    issues: bool


class Prices(NamedTuple):
    """All that is known; of two editions of an index the newer comes first."""

    countries: Mapping[str, Country]
    indices: tuple[Index, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An index as it was fetched; ``about`` is what the manifest says of it: title, url, terms, updated."""

    about: Mapping[str, str]
    table: Table
    rejected: Sequence[Rejected]


@dataclass(frozen=True, slots=True)
class Replaced:
    """A level that a later edition revised or, where ``is_`` is empty, withdrew."""

    index: str
    country: str
    year: int
    was: str
    is_: str
    noticed: date


def read_prices(roots: Sequence[Path], notices: list[Notice]) -> Prices:
    """The countries and indices in ``roots``, the shipped folder last.

    A file of a user's folder that is damaged is passed over, which ``notices`` then tells. Raises CacheError:
    ``cache_missing``, ``cache_damaged``, where that is so of what ships.
    """
    *users, shipped = (root / FOLDER for root in roots)
    found: list[Index] = []
    for path in users:
        try:
            folder = examine(path)
        except CacheError:
            continue  # as if it were not there: that costs freshness and not the answer
        found += indices_of(folder, "updated")
        notices.extend(
            Notice(
                "cache_damaged",
                "{file}: not as it was written: passed over; {command} heals it",
                file=damaged,
                command=f"capexcalc rates update --source {FOLDER}",
            )
            for damaged in folder.damaged
        )
    folder = examine(shipped)
    found += indices_of(folder, "shipped")
    check_shipped(folder)
    if not found or "countries" not in folder.lists:
        raise CacheError(
            "cache_missing", "no price indices found in {shipped}", "reinstall capexcalc", shipped=shipped
        )
    rows = csv.reader(folder.lists["countries"].decode("utf-8").splitlines()[1:])
    countries = {code: Country(name, currency, bool(issues)) for code, name, currency, issues in rows}
    # Stable: of two retrieved on one day the user's comes first.
    return Prices(countries, tuple(sorted(found, key=lambda index: index.retrieved, reverse=True)))


def indices_of(folder: Folder, origin: Origin) -> list[Index]:
    """The indices in ``folder``; a manifest that does not tell what they are joins what is damaged."""
    found = []
    try:
        for name, about in folder.head.get("indices", {}).items():
            updated = date.fromisoformat(about["updated"]) if "updated" in about else None
            retrieved = date.fromisoformat(about["retrieved"])
            if name in folder.lists:
                content = folder.lists[name]
                found.append(Index(name, str(about["title"]), retrieved, updated, origin, content))
    except (ValueError, KeyError, TypeError, AttributeError):
        folder.damaged.append(folder.path / MANIFEST)
        return []
    return found


def replaced_in(folder: Folder) -> Iterator[Replaced]:
    """What updates replaced, in the order in which it was noticed."""
    for row in rows_of(folder, REVISIONS):
        year, noticed = int(row["year"]), date.fromisoformat(row["noticed"])
        yield Replaced(row["index"], row["country"], year, row["was"], row["is"], noticed)


def rejected_levels(folder: Folder) -> Iterator[tuple[str, Rejected]]:
    """The levels that were kept out, each with its index; for a currency they have a country."""
    for row in rows_of(folder, REJECTED):
        day = date(int(row["year"]), 12, 31)
        yield row["index"], Rejected(day, row["country"], row["value"], row["reason"], row["where"])


def land_indices(
    editions: Mapping[str, Edition], roots: tuple[Path, Path], *, today: date, waiting: Waiting
) -> Landed:
    """Put whole ``editions`` into the user's folder, the first of ``roots``, beside the shipped one.

    Counted as revised, and listed with what they were, are the levels of a series that changed against each
    other; another base year alone is no revision. Raises CacheError: ``bad_answer`` where much of what is
    known is missing, ``cache_damaged`` (shipped), ``cache_not_writable``, ``cache_locked``.
    """
    root, shipped = roots
    added = 0
    replaced: list[tuple[str, ...]] = []
    rejected: list[Rejected] = []
    noticed = today.isoformat()
    with locked(root, waiting):
        ours, theirs = examine(root / FOLDER), examine(shipped / FOLDER)
        check_shipped(theirs)
        about = {index.name: ours.head["indices"][index.name] for index in indices_of(ours, "updated")}
        for name, edition in editions.items():
            known = table_of(ours.lists.get(name) or theirs.lists.get(name, index_csv({})))
            _check_whole(name, known, edition.table)
            added += len(_cells(edition.table) - _cells(known))
            with localcontext(EXACT):
                replaced += [(name, *row, noticed) for row in _revised(known, edition.table)]
            listed = {tuple(row.values())[:-1] for row in rows_of(ours, REJECTED)}
            rejected += [each for each in edition.rejected if (name, *_row(each)) not in listed]
            rows = [(name, *_row(each), noticed) for each in edition.rejected]
            append(ours, REJECTED, REJECTED_COLUMNS, rows)
            about |= {name: {**edition.about, "retrieved": noticed}}
            ours.lists[name] = index_csv(edition.table)
        if editions:
            append(ours, REVISIONS, _REVISED_COLUMNS, replaced)
            ours.head = {"id": FOLDER, "title": "price indices", "origin": "updated", "indices": about}
            write(ours, today=today, fetched={})
    return Landed(added, len(replaced), tuple(rejected))


def _check_whole(name: str, known: Table, fresh: Table) -> None:
    cells = _cells(known)
    lacking = len(cells - _cells(fresh))
    if lacking > len(cells) * _LACKING:
        raise bad_answer(
            "{name}: {lacking} of the {count} figures known are missing",
            name=name,
            lacking=lacking,
            count=len(cells),
        )


def _revised(known: Table, fresh: Table) -> Iterator[tuple[str, str, str, str]]:
    """Country, year, old level and new one of what is not the same any more, or is there no more."""
    for country, levels in known.items():
        now = fresh.get(country, {})
        both = [year for year in levels if year in now]
        changes = {year: Decimal(now[year]) / Decimal(levels[year]) for year in both}
        # In prices of another year every level has changed, and each by as much.
        rebased = changes and max(changes.values()) - min(changes.values()) < _SAME * max(changes.values())
        for year, was in levels.items():
            if year not in changes:
                yield country, f"{year}", was, ""
            elif not rebased and abs(changes[year] - 1) > _SAME:
                yield country, f"{year}", was, now[year]


def _cells(table: Table) -> set[tuple[str, int]]:
    return {(country, year) for country, levels in table.items() for year in levels}


def _row(each: Rejected) -> tuple[str, ...]:
    return each.currency, f"{each.observed.year}", escaped(each.value), each.reason, str(each.where)
