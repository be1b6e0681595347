"""What is known of currencies, as a table and as CSV."""

from __future__ import annotations

from collections.abc import Sequence

from ..commands.currencies import Currency
from ..money.formatting import plain
from ..rates.quote import Leg
from ..rates.sources import source_of
from . import csv
from .phrases import Note
from .sheets import Sheet

# More than this many, and what stands behind each would fill the screen.
_FEW = 5


def page(result: Sequence[Currency], exact: bool) -> tuple[Sequence[Sheet], Sequence[Note]]:
    """One row a currency; of a few the facts in full, with the authority behind each."""
    rows = [(c.code, c.name, _spans(c), _tied(c), c.successor or "") for c in result]
    header = ("Code", "Name", "Rates", "Tied to", "Became")
    notes = [note for c in result for note in _facts(c)] if len(result) <= _FEW else []
    return [Sheet(header, "lllll", rows)], notes


def rows(result: Sequence[Currency]) -> list[Sequence[csv.Cell]]:
    """One row a source, peg or fixed rate: ``kind`` says which of these it is."""
    header = ["code", "name", "minor_units", "kind", "source", "first", "last"]
    header += ["base", "quote", "rate", "authority", "successor"]
    body: list[Sequence[csv.Cell]] = []
    for c in result:
        start, end = (c.code, c.name, c.minor_units), (c.successor,)
        body += [(*start, "rates", s.source, s.first, s.last, None, None, None, None, *end) for s in c.spans]
        body += [(*start, "peg", "peg", p.first, p.last, *_rate(p.rate), *end) for p in c.pegs]
        body += [
            (*start, kind, "fixed", leg.observed, None, *_rate(leg), *end)
            for kind, legs in (("euro_rate", [c.euro_rate]), ("redenomination", c.redenominations))
            for leg in legs
            if leg is not None
        ]
    return [header, *body]


def _rate(leg: Leg) -> Sequence[csv.Cell]:
    return leg.base, leg.quote, leg.rate, leg.authority


def _spans(currency: Currency) -> str:
    # Annual averages stand under the last day of their year.
    return ", ".join(
        f"{s.source.upper()} {s.first.year} to {s.last.year}"
        if source_of(s.source).quotes == "averages"
        else f"{s.source.upper()} {s.first} to {s.last}"
        for s in currency.spans
    )


def _tied(currency: Currency) -> str:
    pegs = [f"{_leg(p.rate)}, {p.first} to {p.last or 'now'}" for p in currency.pegs]
    euro = [f"{_leg(currency.euro_rate)} from {currency.euro_rate.observed}"] if currency.euro_rate else []
    return "; ".join([*pegs, *euro])


def _facts(currency: Currency) -> list[Note]:
    legs = [*(p.rate for p in currency.pegs), *currency.redenominations]
    legs += [currency.euro_rate] if currency.euro_rate else []
    return [
        (currency.code, f"{_leg(leg)} ({leg.source}: {leg.authority}, since {leg.observed})") for leg in legs
    ]


def _leg(leg: Leg) -> str:
    if leg.base == leg.quote:
        return f"{plain(leg.rate)} {leg.quote} became 1 {leg.base}"
    return f"1 {leg.base} = {plain(leg.rate)} {leg.quote}"
