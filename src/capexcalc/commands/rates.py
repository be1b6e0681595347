"""The rates themselves: what the cache holds and whether it is sound, a series, averages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from pathlib import Path
from typing import Literal

from ..errors import NoRateError, Notice
from ..money.periods import Period
from ..rates.book import RateBook
from ..rates.fixed import FACTS
from ..rates.landing import rows_of
from ..rates.overlay import Folder, examine
from ..rates.quote import Quote
from ..rates.store import MANIFEST
from ..rates.verify import Damage, damage_of, damaged_facts
from .notices import rate_notices
from .outcome import Outcome

Origin = Literal["shipped", "updated", "imported"]

# As many digits as a quote has.
_PRINTED = Context(prec=28, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """What one folder holds of a source: its first and last date, how many ``dates`` have rates, how many
    days ago the last was, and how many files differ from their checksums."""

    source: str
    origin: Origin
    title: str
    first: date | None
    last: date | None
    age_days: int | None
    dates: int
    files: int
    damaged: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A published rate that was replaced by another for the same date."""

    source: str
    observed: date
    currency: str
    was: Decimal
    is_: Decimal
    noticed: date


@dataclass(frozen=True, slots=True)
class RejectedRate:
    """A published rate that was kept out of the cache, by the program's makers or by an update: the rule it
    broke, and in what way."""

    source: str
    origin: Origin
    observed: date
    currency: str
    value: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Verified:
    """``files`` were checked; ``damage`` should be none, the other two are for the record."""

    files: int
    damage: tuple[Damage, ...]
    revisions: tuple[Revision, ...]
    rejected: tuple[RejectedRate, ...]


@dataclass(frozen=True, slots=True)
class Observed:
    """The rate of one date of observation."""

    observed: date
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """Units of ``quote`` for one ``base`` on each date of observation from ``from_`` to ``to``, ascending."""

    base: str
    quote: str
    from_: date
    to: date
    source: str
    rates: tuple[Observed, ...]


def status(roots: Sequence[Path], today: date) -> Outcome[tuple[SourceStatus, ...]]:
    """What there is of each source in each of ``roots``, the shipped one last.

    Raises CacheError (``cache_unreadable``).
    """
    found = []
    for root, source in _folders(roots):
        folder = examine(root / source)
        dates = [line[:10] for content in folder.years.values() for line in content.splitlines()[1:]]
        last = date.fromisoformat(max(dates).decode("ascii")) if dates else None
        found.append(
            SourceStatus(
                source=source,
                origin=_origin(folder, shipped=root == roots[-1]),
                title=str(folder.head.get("title", "")),
                first=date.fromisoformat(min(dates).decode("ascii")) if dates else None,
                last=last,
                age_days=(today - last).days if last else None,
                dates=len(dates),
                files=len(folder.years),
                damaged=len(folder.damaged),
            )
        )
    damaged = sum(each.damaged for each in found)
    said = f"{damaged} damaged file{'s' * (damaged > 1)} in the cache: capexcalc rates verify names them"
    return Outcome(tuple(found), (Notice("cache_damaged", said),) if damaged else ())


def verify(roots: Sequence[Path]) -> Outcome[Verified]:
    """Check every file in ``roots`` and of the fixed facts, and list what was revised and rejected.

    Raises CacheError (``cache_unreadable``).
    """
    facts, damage = damaged_facts()
    files = facts
    revisions: list[Revision] = []
    rejected: list[RejectedRate] = []
    for root, source in _folders(roots):
        folder = examine(root / source)
        origin = _origin(folder, shipped=root == roots[-1])
        files += 1 + len(folder.years) + len(folder.lists) + len(folder.damaged)
        damage.extend(damage_of(folder))
        for row in rows_of(folder.lists.get("revisions", b"")):
            day, noticed = date.fromisoformat(row["date"]), date.fromisoformat(row["noticed"])
            was, is_ = Decimal(row["was"]), Decimal(row["is"])
            revisions.append(Revision(source, day, row["currency"], was, is_, noticed))
        for row in rows_of(folder.lists.get("rejected", b"")):
            day = date.fromisoformat(row["date"])
            said = row["currency"], row["value"], row["reason"], row["detail"] or row["where"]
            rejected.append(RejectedRate(source, origin, day, *said))
    return Outcome(Verified(files, tuple(damage), tuple(revisions), tuple(rejected)))


def show(base: str, quote: str, period: Period, *, book: RateBook) -> Outcome[Series]:
    """The rates observed in ``period``.

    Raises what RateBook.series raises, and NoRateError ``no_rates_in``.
    """
    rates = tuple(observed(base, quote, period, book=book))
    if not rates:
        spans = ((code, *book.span(code)) for code in (base, quote))
        bounds = " and ".join(f"{code} runs from {first} to {last}" for code, first, last in spans)
        message = f"no rate for {base}/{quote} was observed from {period.start} to {period.end}"
        raise NoRateError("no_rates_in", message, bounds)
    newest = book.quote(base, quote, rates[-1].observed)
    result = Series(base, quote, period.start, period.end, newest.source, rates)
    return Outcome(result, tuple(rate_notices(newest)))


def observed(base: str, quote: str, period: Period, *, book: RateBook) -> Iterator[Observed]:
    """The rates of ``period`` one by one, at 28 digits. Raises what RateBook.series raises."""
    rates = book.series(base, quote, period.start, period.end)
    return (Observed(day, _PRINTED.plus(rate)) for day, rate in rates)


def average(
    base: str, quote: str, periods: Sequence[Period], *, book: RateBook, partial: bool = False
) -> Outcome[tuple[Quote, ...]]:
    """The mean of each period's daily rates. Raises what RateBook.average raises."""
    result = tuple(book.average(base, quote, each, partial=partial) for each in periods)
    return Outcome(result, tuple(rate_notices(result)))


def _folders(roots: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each root with each source it holds, by source; a folder without a manifest counts if it has files."""
    found: set[tuple[str, int]] = set()
    for order, root in enumerate(roots):
        for pattern in (f"*/{MANIFEST}", "*/*.csv"):
            found.update((path.parent.name, order) for path in root.glob(pattern))
    return ((roots[order], source) for source, order in sorted(found) if source != FACTS)


def _origin(folder: Folder, *, shipped: bool) -> Origin:
    if shipped:
        return "shipped"
    return "imported" if folder.head.get("origin") == "imported" else "updated"
