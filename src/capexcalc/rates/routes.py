"""Ways from one currency to another: by law, by peg, and over the rates of one source, in order of trust."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from .legal_facts import Face, birth, euro_rate, faces, peg, pegs, redenominations_of, same_code
from .quote import Leg, Step, steps_of, taken
from .source_rates import Row, SourceRates


class Route(NamedTuple):
    """Legs of fact on either side of what ``source`` observes between ``base`` and ``quote``.

    Without a source the facts meet.
    """

    source: SourceRates | None
    base: str
    quote: str
    before: tuple[Leg, ...] = ()
    after: tuple[Leg, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The currencies to look up, in the order of the pair."""
        return self.source.columns(self.base, self.quote) if self.source else ()

    def begun(self, on: date) -> bool:
        """Whether there have been rates of both by that day."""
        return self.source is None or on >= self.source.first(self.columns)

    def serves(self, on: date) -> bool:
        """Whether rates of both were being published then."""
        return self.source is None or self.source.serves(self.columns, on)

    def legs(self, day: date, values: Sequence[Decimal], *, bare: bool = False) -> tuple[Leg, ...]:
        """The whole way, with the ``values`` of one day in the order of the columns."""
        if self.source is None:
            return (*self.before, *self.after)
        return (*self.before, *self.source.legs(self.base, self.quote, day, values, bare=bare), *self.after)

    def rates(self, base: str, rows: Iterable[Row]) -> Iterator[tuple[date, Decimal]]:
        """The rate of ``base`` at 50 digits on each of some days on which this is the way, those without
        values left out: which leg multiplies and which divides is the same on all of them."""
        steps: list[Step] | None = None
        for day, values in rows:
            if values is not None:
                if steps is None:
                    steps = steps_of(base, self.legs(day, values, bare=True), values)
                yield day, taken(steps, values)


def routes(
    base: str, quote: str, on: date, sources: Sequence[SourceRates], *, pegged: bool
) -> Iterator[Route]:
    """Every way from ``base`` to ``quote`` on a day, the most trusted first.

    None before the birth of either. What law and pegs give by themselves comes before any rate. The first
    source comes before the pegs, these before the other sources, whose own rates of a pegged currency come
    last; all but if not ``pegged``.
    """
    if any(born and on < born[0] for born in map(birth, (base, quote))):
        return
    ends = [(b, q) for b in faces(base, on) for q in faces(quote, on)]
    anchored = [(_anchored(b, on), _anchored(q, on)) for b, q in ends] if pegged else []
    for (b, before), (q, after) in (*ends, *anchored):
        if b == q:
            yield Route(None, b, q, before, after[::-1])
    for number, source in enumerate(sources):
        # One side may be pegged to what the source has, and the other be there itself.
        mixed = [tuple(end if source.has(end[0]) else _anchored(end, on) for end in pair) for pair in ends]
        order = [*ends, *mixed] if number == 0 else [*anchored, *mixed, *ends]
        for (b, before), (q, after) in order if pegged else ends:
            if b != q and source.has(b) and source.has(q):
                yield Route(source, b, q, before, after[::-1])


def chosen(base: str, quote: str, on: date, sources: Sequence[SourceRates], *, pegged: bool) -> Route | None:
    """The most trusted way whose rates were being published then; if none, the first that had begun."""
    return best(list(routes(base, quote, on, sources, pegged=pegged)), on)


def best(ways: Sequence[Route], on: date) -> Route | None:
    """The first of ``ways`` whose rates were being published that day, else the first that had begun."""
    begun = [way for way in ways if way.begun(on)]
    return next((way for way in begun if way.serves(on)), begun[0] if begun else None)


def stretches(
    base: str, quote: str, start: date, end: date, sources: Sequence[SourceRates], *, pegged: bool
) -> Iterator[tuple[date, date, Route | None]]:
    """The time from ``start`` to ``end`` in parts, each with the way chosen in it."""
    turns = turning_days(base, quote, sources, pegged=pegged)
    inside = sorted(day for day in turns if start < day <= end)
    firsts, lasts = [start, *inside], [*(day - timedelta(days=1) for day in inside), end]
    for first, last in zip(firsts, lasts, strict=True):
        yield first, last, chosen(base, quote, first, sources, pegged=pegged)


def turning_days(base: str, quote: str, sources: Sequence[SourceRates], *, pegged: bool) -> set[date]:
    """The days on which another way may be chosen: by law, by peg, or as a source begins or stops."""
    codes = related([base, quote], pegged=pegged)
    turns = _turning_days(codes)
    return turns.union(*(source.turns(code) for source in sources for code in source.columns(*codes)))


def related(codes: Iterable[str], *, pegged: bool) -> set[str]:
    """``codes`` and every currency that law, or a peg if ``pegged``, ties them to at any time."""
    found: set[str] = set()
    queue = list(codes)
    while queue:
        code = queue.pop()
        if code not in found:
            found.add(code)
            queue += [end for leg in _facts(code, pegged) for end in (leg.base, leg.quote)]
    return found


def _turning_days(codes: Iterable[str]) -> set[date]:
    """The days on which a law or a peg changes what one of ``codes`` stands for."""
    begins = {leg.observed for code in codes for leg in _facts(code, pegged=True)}
    ends = {last for code in codes for _, last, _ in pegs(code) if last != date.max}
    return begins | {last + timedelta(days=1) for last in ends}


def _facts(code: str, pegged: bool) -> list[Leg]:
    euro = euro_rate(code)
    tied = [leg for *_, leg in pegs(code)] if pegged else []
    return [*redenominations_of(code), *same_code(code), *([euro] if euro else []), *tied]


def _anchored(face: Face, on: date) -> Face:
    """``face`` at its anchor, if it has a peg that day."""
    code, way = face
    leg = peg(code, on)
    return face if leg is None else (leg.quote if leg.base == code else leg.base, (*way, leg))
