"""The rate calendar: what the rate book answers on every day, as rules that hold for days on end.

Bulk conversion looks rates up by equality of (currency, day), so every day needs its answer, refusals among
them. Asking the book for each would take hours; but from one turning day to the next the book takes the same
way, and on it nothing changes but the observations.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from ..money.currencies import all_codes
from ..money.money import EXACT
from .book import RateBook
from .legal_facts import redenominations_of, same_code
from .official import official_between
from .quote import chained, method_of
from .refusals import REDENOMINATED
from .routes import Route

# What a rule with a rate is called; the second, if that is an official one far from the market.
OK, OFFICIAL = "ok", "official_rate"
CONVERTED = frozenset((OK, OFFICIAL))

_ONE = Decimal(1)
_ONE_DAY = timedelta(days=1)


class Rule(NamedTuple):
    """How a rate is made, if ``status`` is OK or OFFICIAL; otherwise the code of the error in its place.

    The rate is ``factor``, times that of ``times`` and over that of ``over`` as ``source`` published them
    (empty: 1) on the last day on which it did both, at most so many days ago as the book allows. The rule is
    for observations from ``since`` to ``until``; without any, the rate is of the day asked.
    """

    status: str
    source: str = ""
    method: str = ""
    factor: Decimal = _ONE
    times: str = ""
    over: str = ""
    since: date = date.min
    until: date = date.max

    @property
    def found(self) -> bool:
        """Whether there is a rate."""
        return self.status in (OK, OFFICIAL)

    @property
    def observes(self) -> bool:
        """Whether the rate depends on observations."""
        return bool(self.times or self.over)


class Stretch(NamedTuple):
    """The answers for ``currency`` from ``first`` to ``last``; of several rules each has observations of its
    own."""

    currency: str
    first: date
    last: date
    rules: tuple[Rule, ...]


def calendar(book: RateBook, target: str) -> Iterator[Stretch]:
    """The answers of ``book`` for ``target`` of every currency there is or was, without gaps or overlaps.

    From the first of all days to the last on which any answer changes (``book.settled``); later ones are
    answered alike, but for those to come. Raises CacheError.
    """
    end = book.settled + _ONE_DAY
    for currency in all_codes():
        starts = [(next(same)[0], rules) for rules, same in groupby(_parts(book, currency, target), _RULES)]
        for (first, rules), (following, _) in pairwise([*starts, (end, ())]):
            yield Stretch(currency, first, following - _ONE_DAY, rules)


def fingerprint(book: RateBook) -> str:
    """Differs wherever the calendars of two books may."""
    return f"{book.holdings.checksum()}-{book.settled:%Y%m%d}-{book.max_gap}"


_RULES = itemgetter(1)


def _parts(book: RateBook, currency: str, target: str) -> Iterator[tuple[date, tuple[Rule, ...]]]:
    """The rules in force from each of some days on."""
    if currency == target:
        yield date.min, (Rule(OK, book.quote(currency, currency, book.today).source, "direct"),)
        return
    for first, way in book.holdings.ways(currency, target, book.settled):
        if isinstance(way, str):
            yield first, (Rule(way),)
        else:
            rules = tuple(_rules(currency, way, first, book.max_gap))
            if any(official_between(currency, target, rules[-1].source, first, first)):
                rules = tuple(rule._replace(status=OFFICIAL) if rule.found else rule for rule in rules)
            yield first, rules


def _rules(base: str, way: Route, first: date, max_gap: int) -> Iterator[Rule]:
    """One rule for each name the source's own currency had while it made the observations in use, and one to
    refuse those in a unit that has ended since, under a code that stayed."""
    own = way.source.manifest.base if way.source and way.source.prices else ""
    renamed = {leg.observed for leg in redenominations_of(own)}
    ended = {leg.observed for code in way.columns for leg in same_code(code) if leg.observed <= first}
    carried = way.source.row.carried if way.source else lambda observed, days: days
    in_use = sorted(day for day in renamed | ended if (first - day).days <= carried(day, max_gap))
    for since, following in pairwise([date.min, *in_use, date.max]):
        rule = _rule(base, way, since, following)
        yield rule._replace(status=REDENOMINATED) if following <= max(ended, default=date.min) else rule


def _rule(base: str, way: Route, since: date, following: date) -> Rule:
    # Observations of 1 leave the factor that the facts make.
    legs = way.legs(following - _ONE_DAY, [_ONE] * len(way.columns))
    factor = chained(base, legs, EXACT)
    if way.source is None:
        source = "peg" if any(leg.source == "peg" for leg in legs) else "fixed"
        return Rule(OK, source, method_of(base, legs), factor)
    sides = {True: "", False: ""}
    currency = base
    for leg in legs:
        forward = leg.base == currency
        currency = leg.quote if forward else leg.base
        if leg.source == way.source.id:
            sides[forward] = leg.base if way.source.prices else leg.quote
    until = following if following == date.max else following - _ONE_DAY
    return Rule(OK, way.source.id, method_of(base, legs), factor, sides[True], sides[False], since, until)
