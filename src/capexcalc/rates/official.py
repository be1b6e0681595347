"""Official rates that the market had left: what was published, and hardly anyone could change money at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple, cast

from .legal_facts import facts
from .quote import Quote
from .routes import related
from .sources import is_known

# A free or black market beside the official rate, or several official ones side by side.
Kind = Literal["parallel", "multiple"]


class OfficialRate(NamedTuple):
    """The time, ``first`` to ``last``, in which the published rate of ``currency`` was an official one far
    from the market, and the authority that kept it."""

    currency: str
    first: date
    last: date
    kind: Kind
    authority: str


def official(quote: Quote) -> Iterator[OfficialRate]:
    """The official rates that a quote rests on, on the days it is asked for; a newsroom's own are none."""
    return official_between(quote.base, quote.quote, quote.source, quote.from_ or quote.as_of, quote.as_of)


def official_between(base: str, quote: str, source: str, start: date, end: date) -> Iterator[OfficialRate]:
    """Those of one of two currencies from ``start`` to ``end``, where the rate is from ``source``."""
    if base != quote and (source == "peg" or is_known(source)):
        for code in (base, quote):
            yield from (each for each in _of(code) if each.first <= end and start <= each.last)


def official_turns(*codes: str) -> set[date]:
    """The days from which the rate of one of ``codes`` is an official one, or is none any more."""
    spans = [each for code in codes for each in _of(code)]
    ends = {each.last + timedelta(days=1) for each in spans if each.last < date.max}
    return ends | {each.first for each in spans}


@cache
def _of(code: str) -> tuple[OfficialRate, ...]:
    """Those of a currency, under whichever of its names."""
    names = related([code], pegged=False)
    return tuple(each for each in _all() if each.currency in names)


@cache
def _all() -> tuple[OfficialRate, ...]:
    return tuple(
        OfficialRate(
            code,
            date.fromisoformat(first),
            date.fromisoformat(last) if last else date.max,
            cast("Kind", kind),
            source,
        )
        for code, first, last, kind, source in facts("official.csv")
    )
