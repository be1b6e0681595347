"""Rates that are facts: irrevocable euro rates, redenominations and pegs, each with its authority."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from ..cache.store import shipped_root
from ..errors import CacheError
from ..money.money import EXACT
from ..words import Template
from .quote import Leg

# The folder of facts, and what it has for a manifest.
FACTS, CHECKSUMS = "fixed", "checksums.csv"

# A currency, and the legs that lead there.
Face = tuple[str, tuple[Leg, ...]]


def faces(code: str, on: date) -> list[Face]:
    """The currencies ``code`` stands for by law on that day, the one then in force first.

    An old currency is a fixed number of units of what replaced it: of the euro from the day it was adopted,
    of a redenominated currency for ever, so that amounts in the new one can be put to rates of the old. A
    code is the unit that it stood for on that day.
    """
    chain: list[Face] = [(code, ())]
    step = _legal_step(code, on)
    while step is not None:
        now, legs = chain[0]
        now = step.quote if step.base == now else step.base
        chain.insert(0, (now, (*legs, step)))
        step = _legal_step(now, on)
    if len(chain) == 1:
        # In force, but its rates of the days after a change may be those of the one it replaced.
        chain += [(old, (_in_units_of(on, leg),)) for old, leg in _predecessors().get(code, ())]
    return chain


def peg(code: str, on: date) -> Leg | None:
    """The peg of ``code`` in force on that day, as the leg between it and its anchor."""
    for since, until, leg in _pegs().get(code, ()):
        if since <= on <= until:
            return leg
    return None


def pegs(code: str) -> tuple[tuple[date, date, Leg], ...]:
    """Every peg known of ``code``: first and last day (date.max while it holds), and its leg."""
    return tuple(_pegs().get(code, ()))


def euro_rate(code: str) -> Leg | None:
    """The irrevocable euro rate of ``code``, from the date ``observed`` on."""
    return _euro().get(code)


def replaced_by_euro(land: str) -> Leg | None:
    """The irrevocable euro rate of the currency of a ``land`` (ISO 3166), if it has one."""
    return next((leg for code, leg in _euro().items() if code[:2] == land), None)


def redenominations_of(code: str) -> list[Leg]:
    """The redenominations that brought ``code`` forth and that ended it."""
    return [leg for leg in _redenominations() if code in (leg.base, leg.quote)]


def same_code(code: str) -> list[Leg]:
    """The redenominations that left ``code`` as it was: so many units of before a day are one since."""
    return _same_code().get(code, [])


def changed_units(codes: Iterable[str], after: date, until: date) -> Leg | None:
    """The redenomination that gave one of ``codes`` another unit later than the one day, by the other."""
    if after == until:
        return None  # most often, and the facts need not be read
    legs = (leg for code in codes for leg in same_code(code) if after < leg.observed <= until)
    return next(legs, None)


def birth(code: str) -> tuple[date, str] | None:
    """The first day of a code that stands for nothing before it, and the authority that issued it.

    Most new codes are put to the rates of what they replaced, for ever; these are not, where that would mix
    two units under one code, or where nobody reckons in the new one before its day.
    """
    return _births().get(code)


def is_replaced(code: str) -> bool:
    """Whether the law put another currency in the place of ``code``, at any time."""
    return code in _euro() or code in _successors()


def same_unit(one: str, other: str) -> tuple[Leg, ...] | None:
    """The redenominations between two names of one currency, whatever the date; None if they are not such."""
    for first, last in ((one, other), (other, one)):
        legs: list[Leg] = []
        code = first
        while code != last and code in _successors():
            code, leg = _successors()[code]
            legs.append(leg)
        if code == last:
            return tuple(legs if first == one else reversed(legs))
    return None


def _legal_step(code: str, on: date) -> Leg | None:
    euro = _euro().get(code)
    if euro is not None and on >= euro.observed:
        return euro
    if code in _successors() and on >= (leg := _successors()[code][1]).observed:
        return _in_units_of(on, leg)
    for _, leg in _predecessors().get(code, ()):
        if on < leg.observed:
            return _in_units_of(on, leg)
    return None


def _in_units_of(on: date, leg: Leg) -> Leg:
    """The redenomination ``leg`` between the units that its codes stand for on a day.

    The new code may have changed its unit since, the old one after that day and before it was replaced; none
    did on the day it was issued or replaced.
    """
    later = [each for each in same_code(leg.base) if leg.observed < each.observed <= on]
    earlier = [each for each in same_code(leg.quote) if on < each.observed <= leg.observed]
    for each in (*later, *earlier):
        ratio = EXACT.multiply(leg.rate, each.rate)
        took_effect = max(leg.observed, each.observed)
        leg = replace(leg, rate=ratio, observed=took_effect, authority=f"{leg.authority}; {each.authority}")
    return leg


@cache
def _euro() -> dict[str, Leg]:
    legs = {}
    for code, per_eur, since, source in facts("euro.csv"):
        legs[code] = Leg("EUR", code, Decimal(per_eur), date.fromisoformat(since), "fixed", source)
    return legs


@cache
def _births() -> dict[str, tuple[date, str]]:
    return {code: (date.fromisoformat(first), source) for code, first, source in facts("births.csv")}


@cache
def _redenominations() -> list[Leg]:
    return [leg for leg in _all_redenominations() if leg.base != leg.quote]


@cache
def _same_code() -> dict[str, list[Leg]]:
    found: dict[str, list[Leg]] = {}
    for leg in _all_redenominations():
        if leg.base == leg.quote:
            found.setdefault(leg.base, []).append(leg)
    return found


@cache
def _all_redenominations() -> list[Leg]:
    return [
        Leg(new, old, Decimal(ratio), date.fromisoformat(on), "fixed", source)
        for old, new, ratio, on, source in facts("redenominations.csv")
    ]


@cache
def _successors() -> dict[str, tuple[str, Leg]]:
    return {leg.quote: (leg.base, leg) for leg in _redenominations()}


@cache
def _predecessors() -> dict[str, list[tuple[str, Leg]]]:
    found: dict[str, list[tuple[str, Leg]]] = {}
    for leg in _redenominations():
        found.setdefault(leg.base, []).append((leg.quote, leg))
    return found


@cache
def _pegs() -> dict[str, list[tuple[date, date, Leg]]]:
    found: dict[str, list[tuple[date, date, Leg]]] = {}
    for code, anchor, base, rate, since, until, source in facts("pegs.csv"):
        start, end = date.fromisoformat(since), date.fromisoformat(until) if until else date.max
        leg = Leg(base, anchor if base == code else code, Decimal(rate), start, "peg", source)
        found.setdefault(code, []).append((start, end, leg))
    return found


def checksums() -> str:
    """The list of checksums of all facts, which differs if any does. Raises CacheError ``cache_missing``."""
    path = shipped_root() / FACTS / CHECKSUMS
    try:
        return path.read_text("ascii")
    except (OSError, ValueError) as error:
        raise CacheError("cache_missing", "{path}: {reason}", _HINT, path=path, reason=str(error)) from None


def facts(name: str) -> list[list[str]]:
    """The rows of one table of facts, without its header.

    Raises CacheError ``cache_missing``, ``cache_damaged``."""
    folder = shipped_root() / FACTS
    try:
        sums = checksums().splitlines()
        data = (folder / name).read_bytes()
    except (OSError, ValueError) as error:
        raise CacheError(
            "cache_missing", "{file}: {reason}", _HINT, file=folder / name, reason=str(error)
        ) from None
    if f"{name},{zlib.crc32(data):08x}" not in sums:
        raise CacheError("cache_damaged", "{file}: differs from its checksum", _HINT, file=folder / name)
    # No field holds a comma but the last, the source.
    header, *lines = data.decode("utf-8").splitlines()
    return [line.split(",", header.count(",")) for line in lines]


_HINT: Template = "reinstall capexcalc"
