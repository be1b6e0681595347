"""The rates themselves: what the cache holds and whether it is sound, a series, averages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from pathlib import Path

from ..cache.folder import Folder, examine
from ..cache.lists import rejected_in, revised_in
from ..cache.manifest import MANIFEST, Origin
from ..cache.observations import Rejected
from ..cache.price_indices import FOLDER as PRICES
from ..cache.price_indices import Replaced, indices_of, rejected_levels, replaced_in
from ..cache.year_file import dates_of
from ..errors import NoRateError, Notice
from ..feeds.verify import Damage, damage_of, damaged_facts
from ..money.money import PRINTED
from ..money.periods import Period
from ..rates.book import RateBook
from ..rates.legal_facts import FACTS
from ..rates.quote import ABSENT, Quote
from ..records import dataclass
from ..words import Phrase, several
from .notices import rate_notices
from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class Reach:
    """First and last year of the levels of a ``country`` (ISO 3166-1 alpha-3) in a price index."""

    country: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """What one folder holds of a source: its first and last date, how many ``dates`` have rates, how many
    days ago the last was, and how many files differ from their checksums.

    Of a price index, which has no rates, the dates are the last days of the years it has levels of,
    ``countries`` says of how many countries, and ``reach`` how far each goes.
    """

    source: str
    origin: Origin
    title: str
    first: date | None
    last: date | None
    age_days: int | None
    dates: int
    files: int
    damaged: int
    countries: int | None = field(default=None, metadata=ABSENT)
    reach: tuple[Reach, ...] | None = field(default=None, metadata=ABSENT)


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
class RevisedIndex:
    """A level of a price index that was replaced by another, or withdrawn, and then ``is_`` is None."""

    index: str
    country: str
    year: int
    was: Decimal
    is_: Decimal | None
    noticed: date


@dataclass(frozen=True, slots=True)
class RejectedRate:
    """A published rate that was kept out of the cache, by the program's makers or by an update: the rule it
    broke, and in what way.

    Of a level of a price index ``source`` is the index and ``currency`` the country (ISO 3166-1 alpha-3).
    """

    source: str
    origin: Origin
    observed: date
    currency: str
    value: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Verified:
    """``files`` were checked; ``damage`` should be none, the others are for the record."""

    files: int
    damage: tuple[Damage, ...]
    revisions: tuple[Revision, ...]
    rejected: tuple[RejectedRate, ...]
    revised_indices: tuple[RevisedIndex, ...] | None = field(default=None, metadata=ABSENT)


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
    """What there is of each source in each of ``roots``, the shipped one last, and of each price index.

    Raises CacheError (``cache_unreadable``).
    """
    found: list[SourceStatus] = []
    for root, source in _folders(roots):
        folder = examine(root / source)
        if source == PRICES:
            found += _index_status(folder, today, shipped=root == roots[-1])
            continue
        dates = [day for content in folder.years.values() for day in dates_of(content)]
        last = max(dates, default=None)
        found.append(
            SourceStatus(
                source=source,
                origin=_origin(folder, shipped=root == roots[-1]),
                title=str(folder.head.get("title", "")),
                first=min(dates, default=None),
                last=last,
                age_days=(today - last).days if last else None,
                dates=len(dates),
                files=len(folder.years),
                damaged=len(folder.damaged),
            )
        )
    damaged = sum(each.damaged for each in found)
    return Outcome(
        tuple(found),
        (
            Notice(
                "cache_damaged",
                (
                    "{damaged} damaged files in the cache: capexcalc rates verify names them"
                    if damaged > 1
                    else "{damaged} damaged file in the cache: capexcalc rates verify names them"
                ),
                damaged=damaged,
            ),
        )
        if damaged
        else (),
    )


def verify(roots: Sequence[Path]) -> Outcome[Verified]:
    """Check every file in ``roots`` and of the fixed facts, and list what was revised and rejected.

    Raises CacheError (``cache_unreadable``).
    """
    facts, damage = damaged_facts()
    files = facts
    revisions: list[Revision] = []
    rejected: list[RejectedRate] = []
    indices: list[RevisedIndex] = []
    for root, source in _folders(roots):
        folder = examine(root / source)
        origin = _origin(folder, shipped=root == roots[-1])
        files += 1 + len(folder.years) + len(folder.lists) + len(folder.damaged)
        damage.extend(damage_of(folder))
        if source == PRICES:
            indices += map(_revised_index, replaced_in(folder))
            rejected += (_rejected(index, origin, each) for index, each in rejected_levels(folder))
            continue
        for day, code, was, is_, noticed in revised_in(folder):
            revisions.append(Revision(source, day, code, Decimal(was), Decimal(is_), noticed))
        rejected += (_rejected(source, origin, each) for each in rejected_in(folder))
    verified = Verified(
        files, tuple(damage), tuple(revisions), tuple(rejected), revised_indices=tuple(indices) or None
    )
    return Outcome(verified)


def show(base: str, quote: str, period: Period, *, book: RateBook) -> Outcome[Series]:
    """The rates observed in ``period``.

    Raises what RateBook.series raises, and NoRateError ``no_rates_in``.
    """
    rates = tuple(observed(base, quote, period, book=book))
    if not rates:
        spans = ((code, *book.holdings.span(code)) for code in (base, quote))
        bounds = several(
            Phrase("{code} runs from {first} to {last}", code=code, first=first, last=last)
            for code, first, last in spans
        )
        raise NoRateError(
            "no_rates_in",
            "no rate for {base}/{quote} was observed from {start} to {end}",
            bounds,
            base=base,
            quote=quote,
            start=period.start,
            end=period.end,
        )
    newest = book.quote(base, quote, rates[-1].observed)
    result = Series(base, quote, period.start, period.end, newest.source, rates)
    return Outcome(result, tuple(rate_notices(newest)))


def observed(base: str, quote: str, period: Period, *, book: RateBook) -> Iterator[Observed]:
    """The rates of ``period`` one by one, at 28 digits. Raises what RateBook.series raises."""
    rates = book.series(base, quote, period.start, period.end)
    return (Observed(day, PRINTED.plus(rate)) for day, rate in rates)


def average(
    base: str, quote: str, periods: Sequence[Period], *, book: RateBook, partial: bool = False
) -> Outcome[tuple[Quote, ...]]:
    """The mean of each period's daily rates. Raises what RateBook.average raises."""
    result = tuple(book.average(base, quote, each, partial=partial) for each in periods)
    return Outcome(result, tuple(rate_notices(result)))


def _index_status(folder: Folder, today: date, *, shipped: bool) -> Iterator[SourceStatus]:
    """A status for each index, and one for the files that cannot be read, if there are any."""
    origin = _origin(folder, shipped=shipped)
    for index in indices_of(folder, origin):
        first, last = (date(year, 12, 31) for year in (index.years[0], index.years[-1]))
        age, dates = (today - last).days, len(index.years)
        spans = sorted(index.spans.items())
        yield SourceStatus(
            *(index.name, origin, index.title, first, last, age, dates, 1, 0),
            countries=index.countries,
            reach=tuple(Reach(country, *years) for country, years in spans),
        )
    if folder.damaged:
        yield SourceStatus(PRICES, origin, "", None, None, None, 0, 0, len(folder.damaged), countries=0)


def _revised_index(each: Replaced) -> RevisedIndex:
    was, is_ = Decimal(each.was), Decimal(each.is_) if each.is_ else None
    return RevisedIndex(each.index, each.country, each.year, was, is_, each.noticed)


def _rejected(source: str, origin: Origin, each: Rejected) -> RejectedRate:
    why = str(each.detail or each.where)
    return RejectedRate(source, origin, each.observed, each.currency, each.value, each.reason, why)


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
    return "imported" if folder.imported else "updated"
