"""What a person must know about the rates behind a result, beside their dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal

from ..errors import Notice
from ..money.money import EXACT
from .disputed import disputed
from .legal_facts import redenominations_of, same_code
from .official import official
from .quote import Leg, Quote
from .sources import source_of

# A rate this coarse, half a unit of its last digit to the whole, moves what is rounded to three digits.
_COARSE = Decimal("0.005")

_KINDS = {
    "parallel": "an official rate, which the market was far from",
    "multiple": "one of several official rates, which the market was far from",
}

# For so long people go on to reckon in the unit that was.
_REMEMBERED = timedelta(days=365)


def remarks(quotes: Iterable[Quote]) -> list[Notice]:
    """Each once: ``official_rate``, ``disputed``, ``redenominated``, ``other_source``,
    ``infrequent_rate``, ``coarse_rate``, ``annual_average``,
    ``monthly_average``."""
    return list(dict.fromkeys(notice for quote in quotes for notice in _about(quote)))


def _about(quote: Quote) -> Iterator[Notice]:
    for each in official(quote):
        yield Notice("official_rate", f"{each.currency} is at {_KINDS[each.kind]}: {each.authority}")
    for dispute in disputed(quote):
        span = f"from {dispute.first} to {dispute.last} on average"
        ours = f"{dispute.ours} to the USD {span} by the {dispute.source.upper()}"
        said = f"the rate of {dispute.code} is disputed: {ours}, and {dispute.theirs} by {dispute.whose}"
        yield Notice("disputed", said)
    for code in (quote.base, quote.quote):
        for turned in same_code(code):
            if quote.observed < turned.observed + _REMEMBERED:
                said = f"{code} changed its unit on {turned.observed}: {turned.rate:f} before are 1 since"
                yield Notice("redenominated", said)
    for leg in quote.legs:
        yield from _of(leg)


def _of(leg: Leg) -> Iterator[Notice]:
    if leg.source == "fixed":
        if any((leg.base, leg.quote) == (each.base, each.quote) for each in redenominations_of(leg.base)):
            ratio = f"{leg.rate:f} {leg.quote} are 1 {leg.base}"
            said = f"{leg.quote} became {leg.base} on {leg.observed}: {ratio}"
            yield Notice("redenominated", said)
    elif leg.source != "peg":
        row = source_of(leg.source)
        priced = leg.base if row.quotes == "prices" else leg.quote
        if leg.instead_of:
            stopped = f"the {leg.instead_of.upper()} had stopped publishing {priced} by then"
            yield Notice("other_source", f"{stopped}: the rate is the {leg.source.upper()}'s")
        if leg.frequency == "annual":
            said = f"{priced} is at its published average of {leg.observed:%Y}, not at daily rates"
            yield Notice("annual_average", said)
        elif leg.frequency == "monthly":
            said = f"{priced} is at its published average of {leg.observed:%Y-%m}, not at daily rates"
            yield Notice("monthly_average", said)
        elif leg.frequency:
            said = f"the {leg.source.upper()} publishes {priced} {leg.frequency}, not daily"
            yield Notice("infrequent_rate", said)
        # Zeros at the end may not have been written: the ECB's 0.9 is 0.9000.
        digits = max(len(leg.rate.as_tuple().digits), row.digits)
        unit = Decimal(1).scaleb(leg.rate.adjusted() + 1 - digits, EXACT)
        coarse = EXACT.divide(unit, EXACT.multiply(leg.rate, Decimal(2)))
        if coarse > _COARSE:
            bound = f"no result is closer than {coarse:.1%}"
            said = f"the rate of {priced} has {digits} significant digits: {bound}"
            yield Notice("coarse_rate", said)
