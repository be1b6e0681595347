"""A rate with everything needed to check it by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, fields
from datetime import date
from decimal import Context, Decimal
from typing import Any, Literal, NamedTuple

from ..money.money import EXACT, PRINTED
from ..records import dataclass

_ONE = Decimal(1)
_multiply = EXACT.multiply
_divide = EXACT.divide
_printed = PRINTED.divide

Method = Literal["direct", "inverse", "cross", "fixed", "peg", "average"]

# Fields that JSON leaves out, rather than printing null, where they do not apply.
ABSENT = {"absent_if_none": True}
# Fields that no JSON has: what a page shows beside a result.
UNPRINTED = {"unprinted": True}


@dataclass(frozen=True, slots=True)
class Leg:
    """One published rate a quote rests on: units of ``quote`` for one ``base``, digits as published.

    A fixed rate or a peg is ``observed`` on the day it took effect, and names its ``authority``: a law or a
    central bank. ``frequency`` is said where the source publishes the currency less often than daily,
    ``instead_of`` where a more trusted source had stopped publishing it by the day asked.
    """

    base: str
    quote: str
    rate: Decimal
    observed: date
    source: str
    authority: str | None = field(default=None, metadata=ABSENT)
    frequency: Literal["weekly", "fortnightly", "monthly", "annual"] | None = field(
        default=None, metadata=ABSENT
    )
    instead_of: str | None = field(default=None, metadata=ABSENT)


@dataclass(frozen=True, slots=True)
class Quote:
    """How many units of ``quote`` one unit of ``base`` buys, with its provenance.

    ``rate`` has 28 significant digits at most; ``as_of`` is the date asked, ``observed`` the date of the
    observation used (never later). An average has ``from_``, ``to`` and the count of ``observations``, which
    an annual average published as such has not; ``observed`` is then the last of them, and the legs are the
    facts common to all.
    """

    base: str
    quote: str
    rate: Decimal
    as_of: date
    observed: date
    method: Method
    source: str
    legs: tuple[Leg, ...] = ()
    from_: date | None = field(default=None, metadata=ABSENT)
    to: date | None = field(default=None, metadata=ABSENT)
    observations: int | None = field(default=None, metadata=ABSENT)

    def convert(self, value: Decimal) -> Decimal:
        """``value`` units of ``base`` in units of ``quote``, at 50 digits, through the legs.

        ``rate`` of an inverse or a cross is rounded; the published rates are not. Dividing last, and once,
        keeps exact results exact.
        """
        if self.method == "cross":
            first, last = self.legs
            if first.base == last.base:  # the usual one, written out for speed
                return _divide(_multiply(value, last.rate), first.rate)
        if self.method == "average" or not self.legs:
            return _multiply(value, self.rate)
        return chained(self.base, self.legs, EXACT, value)


def chained(base: str, legs: Iterable[Leg], context: Context, value: Decimal = _ONE) -> Decimal:
    """``value`` units of ``base`` over ``legs``, of which each begins where the one before ends."""
    divisor, currency = None, base
    for leg in legs:
        if leg.base == currency:
            value, currency = _multiply(value, leg.rate), leg.quote
        else:
            divisor = leg.rate if divisor is None else _multiply(divisor, leg.rate)
            currency = leg.base
    return context.plus(value) if divisor is None else context.divide(value, divisor)


class Step(NamedTuple):
    """What a leg does to a value: by the rate at ``place`` among those of a day, or by one of ``fact``."""

    divides: bool
    place: int | None
    fact: Decimal


def steps_of(base: str, legs: Iterable[Leg], values: Sequence[Decimal]) -> list[Step]:
    """The steps of a way whose legs have ``values`` as their rates, each that very object."""
    steps, currency = [], base
    for leg in legs:
        place = next((i for i, value in enumerate(values) if value is leg.rate), None)
        divides = leg.base != currency
        currency = leg.base if divides else leg.quote
        steps.append(Step(divides, place, leg.rate))
    return steps


def taken(steps: Iterable[Step], values: Sequence[Decimal]) -> Decimal:
    """What one unit makes over steps, with the ``values`` of a day: as ``chained`` has it, at 50 digits."""
    value, divisor = _ONE, None
    for divides, place, fact in steps:
        rate = fact if place is None else values[place]
        if not divides:
            value = rate if value is _ONE else _multiply(value, rate)
        else:
            divisor = rate if divisor is None else _multiply(divisor, rate)
    return EXACT.plus(value) if divisor is None else _divide(value, divisor)


def method_of(base: str, legs: Sequence[Leg]) -> Method:
    """What a quote rests on that is least like a rate observed for this very pair."""
    sources = {leg.source for leg in legs}
    if "peg" in sources:
        return "peg"
    if "fixed" in sources:
        return "fixed"
    if len(legs) > 1:
        return "cross"
    return "direct" if legs[0].base == base else "inverse"


class _Draft:
    """A Quote before it is frozen.

    A frozen dataclass sets each field through ``object.__setattr__``: eleven of those were half the cost of
    a conversion in a long process. Here they are set as in any other class.
    """

    __slots__ = tuple(field.name for field in fields(Quote))


class _LegDraft:
    """A Leg before it is frozen."""

    __slots__ = tuple(field.name for field in fields(Leg))


def observed_leg(base: str, quote: str, rate: Decimal, observed: date, source: str) -> Leg:
    """The leg of a rate published daily."""
    draft: Any = _LegDraft()
    draft.base = base
    draft.quote = quote
    draft.rate = rate
    draft.observed = observed
    draft.source = source
    draft.authority = draft.frequency = draft.instead_of = None
    draft.__class__ = Leg
    return draft  # type: ignore[no-any-return]  # a Leg since the line above


def of_one_day(base: str, quote: str, on: date, first: Leg | None, last: Leg | None) -> Quote:
    """The quote that follows from a day's legs from a source's currency to ``base`` and to ``quote``.

    None stands for the source's currency itself; one of the two is another.
    """
    draft: Any = _Draft()
    draft.base = base
    draft.quote = quote
    draft.as_of = on
    if last is None:
        assert first is not None
        draft.rate, draft.method, draft.legs = _printed(_ONE, first.rate), "inverse", (first,)
        last = first
    elif first is None:
        draft.rate, draft.method, draft.legs = last.rate, "direct", (last,)
    else:
        draft.rate, draft.method, draft.legs = _printed(last.rate, first.rate), "cross", (first, last)
    draft.observed = last.observed
    draft.source = last.source
    draft.from_ = draft.to = draft.observations = None
    draft.__class__ = Quote
    return draft  # type: ignore[no-any-return]  # a Quote since the line above
