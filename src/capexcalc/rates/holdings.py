"""What a rate book has to answer from: the sources asked, the currencies they know, the way between two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from ..cache.store import Store
from ..errors import NoRateError, UsageError
from ..money.currencies import is_currency, unknown_currency
from ..words import several
from . import refusals
from .legal_facts import birth, checksums, pegs
from .quote import Leg
from .routes import Route, best, related, routes, turning_days
from .source_rates import SourceRates
from .sources import SOURCES, TRUSTED, is_known, source_of, titled

if TYPE_CHECKING:
    from pathlib import Path

_FACTS = {"fixed": "rates fixed by law", "peg": "pegs"}


class Holdings:
    """The rates of ``source`` in ``store``, or of all that are trusted if that is ``auto``.

    ``pegged`` says that pegs count, ``first`` is the source that is asked first. Raises UsageError
    (``unknown_source``), CacheError; every method raises CacheError if the cache is missing or damaged.
    """

    def __init__(self, store: Store, source: str, max_gap: int) -> None:
        self._store = store
        self.pegged = source == "auto"
        names = TRUSTED if source == "auto" else (self._known(source),)
        self.first, *self._others = (SourceRates(store, name, max_gap) for name in names)

    @cached_property
    def sources(self) -> tuple[SourceRates, ...]:
        """The sources there are rates of: the first must be there, the others may be missing."""
        return (self.first, *(source for source in self._others if source.exists))

    @cached_property
    def annual(self) -> tuple[SourceRates, ...]:
        """Those of averages of a year, and after them of a month."""
        kinds = ("averages", "months") if self.pegged else ()
        named = (row.id for kind in kinds for row in SOURCES if row.quotes == kind)
        return tuple(each for each in (SourceRates(self._store, id, 0) for id in named) if each.exists)

    @property
    def reaches(self) -> date:
        """The newest observation of all."""
        return max(source.manifest.newest for source in self.sources)

    def newest(self, today: date, *codes: str) -> date:
        """Date of the newest observation up to today: of the most trusted source, and of each of ``codes``
        that only another one has."""
        dates = [self.first.newest(today)]
        for code in codes:
            if not self.first.has(code) and not any(map(self.first.has, self.tied(code))):
                dates += [each.newest(today, code) for each in self.sources if each.has(code)][:1]
        return min(dates)

    def span(self, code: str) -> tuple[date, date]:
        """First and last day on which the sources have a rate of ``code`` or of what it is tied to.

        Raises NoRateError: ``unknown_currency``, ``no_rates_for``.
        """
        self.check(code)
        found = [source.span(tied) for source in self.sources for tied in self.tied(code) if source.has(tied)]
        return min(first for first, _ in found), max(last for _, last in found)

    def spans(self, code: str) -> tuple[tuple[str, date, date], ...]:
        """Source, first and last observation of ``code``, in order of trust."""
        sources = [each for each in (*self.sources, *self.annual) if each.has(code)]
        return tuple((each.id, *each.span(code)) for each in sources)

    def codes(self) -> tuple[str, ...]:
        """Every currency the sources have, their own among them, sorted."""
        manifests = [source.manifest for source in self.sources]
        return tuple(sorted({code for m in manifests for code in (m.base, *m.spans)}))

    def way(self, base: str, quote: str, on: date) -> Route:
        """The way to be taken on a day.

        Raises NoRateError: ``unknown_currency``, ``no_rates_for``, ``before_first``.
        """
        if self.first.spans_day(base, on) and self.first.spans_day(quote, on):
            # A source ends a currency where the law puts another in its place: the facts need not be asked.
            return Route(self.first, base, quote)
        self.check(base, quote)
        self.check_born(on, base, quote)
        ways = list(routes(base, quote, on, self.sources, pegged=self.pegged))
        if not ways:
            later = (each for code in (base, quote) for each in self._tied_later(code, on))
            raise next(later, refusals.no_way(base, quote, on))
        return best(ways, on) or min(
            ways, key=lambda way: way.source.first(way.columns) if way.source else on
        )

    def marked(self, legs: tuple[Leg, ...], way: Route, on: date) -> tuple[Leg, ...]:
        """``legs`` of a way, of which those that stand in for a more trusted source say so."""
        if way.source is self.first or way.source is None:
            return legs
        better = self.sources[: self.sources.index(way.source)]
        stopped = {
            code: each.id for each in better for code in each.columns(*way.columns) if each.stopped(code, on)
        }
        return tuple(
            replace(leg, instead_of=stopped[code])
            if leg.source == way.source.id
            and (code := leg.base if way.source.prices else leg.quote) in stopped
            else leg
            for leg in legs
        )

    def ways(self, base: str, quote: str, until: date) -> Iterator[tuple[date, Route | str]]:
        """The way taken, or the code of the error in its place, from one day to the next given.

        The first is the first of all days, the last not after ``until``. On a way over a source's rates a
        day may yet lie too long after the last of them (``gap``).
        """
        from .official import official_turns  # here: one quote does not ask when it turns

        turns = turning_days(base, quote, self.sources, pegged=self.pegged)
        codes = self.tied(base) | self.tied(quote)
        turns.update(*(source.bounds(source.columns(*codes)) for source in self.sources))
        turns |= official_turns(base, quote)
        for day in sorted({date.min, *(day for day in turns if day <= until)}):
            try:
                way = self.way(base, quote, day)
                if way.source:
                    way.source.check_bounds(way.columns, day)
            except NoRateError as error:
                yield day, error.code
            else:
                yield day, way

    def check(self, *codes: str) -> None:
        """Raises NoRateError ``unknown_currency``, and ``no_rates_for`` where nothing is known of one."""
        for code in codes:
            if not is_currency(code):
                raise unknown_currency(code)
        for code in codes:
            if not any(source.has(tied) for source in self.sources for tied in self.tied(code)):
                titles = several(
                    (titled(source.manifest.title) for source in self.sources), "{first} or the {second}"
                )
                raise refusals.no_rates_for(code, self.codes(), titles)

    def check_born(self, on: date, *codes: str) -> None:
        """Raises NoRateError ``before_first`` for a day on which one of ``codes`` stood for nothing."""
        for code in codes:
            born = birth(code)
            if born and on < born[0]:
                raise refusals.before_birth(code, on, *born)

    def tied(self, code: str) -> set[str]:
        """``code`` and what law, and pegs if they count, tie it to."""
        return related([code], pegged=self.pegged)

    def files(self) -> Iterator[tuple[str, Path]]:
        """Every source with its files of rates, one a year, each found to be as it was written."""
        for source in self.sources:
            for year in sorted(source.manifest.files):
                yield source.id, self._store.year(source.id, year).path

    def checksum(self) -> str:
        """Differs if any rate or fact does that quotes are made from."""
        files = [
            (source.id, year, [crc for _, crc in entries])
            for source in self.sources
            for year, entries in sorted(source.manifest.files.items())
        ]
        return f"{crc32(repr((files, self.pegged, checksums())).encode()):08x}"

    def title(self, source: str) -> str:
        """What ``source`` calls its rates. Raises UsageError (``unknown_source``)."""
        if source in _FACTS:
            return _FACTS[source]
        averages = source_of(source).quotes in ("averages", "months")
        return self._store.manifest(source if averages else self._known(source)).title

    def _tied_later(self, code: str, on: date) -> Iterator[NoRateError]:
        """Why there is nothing of a currency that nobody publishes before its peg began."""
        begins = [(since, leg.authority or "") for since, _, leg in pegs(code)] if self.pegged else []
        if begins and on < min(begins)[0] and not any(source.has(code) for source in self.sources):
            yield refusals.before_peg(code, on, *min(begins))

    def _known(self, source: str) -> str:
        if source in TRUSTED:
            return source  # and the folders need not be looked through
        held = self._store.sources()
        known = [id for id in dict.fromkeys((*(row.id for row in SOURCES), *held)) if source_of(id).dated]
        if source not in known:
            raise UsageError(
                "unknown_source",
                "unknown source of rates: {source}",
                "sources: auto, {known}",
                source=source,
                known=", ".join(known),
            )
        if is_known(source):  # of such a source nothing ships
            if source not in held:
                raise refusals.not_fetched(source_of(source))
            if self._store.manifest(source).imported:
                raise refusals.name_taken(source)
        return source
