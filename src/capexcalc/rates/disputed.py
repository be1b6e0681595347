"""Years in which two sources that should agree do not, and nobody can say which is right: both are named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from .legal_facts import facts
from .quote import Quote
from .routes import related


class Dispute(NamedTuple):
    """From ``first`` to ``last`` the rates of ``source`` are ``ours`` units of ``code`` to the dollar on
    average, and ``theirs`` by ``whose`` account, as these were published."""

    source: str
    code: str
    first: date
    last: date
    ours: str
    theirs: str
    whose: str


def disputed(quote: Quote) -> Iterator[Dispute]:
    """The disputes about the rates of a quote on the days it is asked for."""
    start = quote.from_ or quote.observed
    for code in (quote.base, quote.quote) if quote.base != quote.quote else ():
        for each in _of(code):
            if each.source == quote.source and each.first <= quote.observed and start <= each.last:
                yield each


@cache
def _of(code: str) -> tuple[Dispute, ...]:
    names = related([code], pegged=False)
    return tuple(each for each in _all() if each.code in names)


@cache
def _all() -> tuple[Dispute, ...]:
    return tuple(
        Dispute(source, code, date.fromisoformat(first), date.fromisoformat(last), *figures)
        for source, code, first, last, *figures in facts("disputed.csv")
    )
