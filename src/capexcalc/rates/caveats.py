"""What a person must know about the rates behind a result, beside their dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

from ..errors import Notice
from ..money.money import EXACT
from ..words import Template
from .disputed import disputed
from .legal_facts import redenominations_of, same_code
from .official import official
from .quote import Leg, Quote
from .sources import short, source_of

_INFREQUENT: Mapping[str, Template] = {
    "weekly": "the {source} publishes {priced} weekly, not daily",
    "fortnightly": "the {source} publishes {priced} fortnightly, not daily",
}

# A rate this coarse, half a unit of its last digit to the whole, moves what is rounded to three digits.
_COARSE = Decimal("0.005")

_OFFICIAL: Mapping[str, Template] = {
    "parallel": "{currency} is at an official rate, which the market was far from: {authority}",
    "multiple": "{currency} is at one of several official rates, which the market was far from: {authority}",
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
        yield Notice("official_rate", _OFFICIAL[each.kind], currency=each.currency, authority=each.authority)
    for dispute in disputed(quote):
        yield Notice(
            "disputed",
            "the rate of {code} is disputed: {ours} to the USD from {first} to {last} on average by the "
            "{source}, and {theirs} by {whose}",
            code=dispute.code,
            ours=dispute.ours,
            first=dispute.first,
            last=dispute.last,
            source=dispute.source.upper(),
            theirs=dispute.theirs,
            whose=dispute.whose,
        )
    for code in (quote.base, quote.quote):
        for turned in same_code(code):
            if quote.observed < turned.observed + _REMEMBERED:
                yield Notice(
                    "redenominated",
                    "{code} changed its unit on {observed}: {rate:f} before are 1 since",
                    code=code,
                    observed=turned.observed,
                    rate=turned.rate,
                )
    for leg in quote.legs:
        yield from _of(leg)


def _of(leg: Leg) -> Iterator[Notice]:
    if leg.source == "fixed":
        if any((leg.base, leg.quote) == (each.base, each.quote) for each in redenominations_of(leg.base)):
            yield Notice(
                "redenominated",
                "{quote} became {base} on {observed}: {rate:f} {quote} are 1 {base}",
                quote=leg.quote,
                base=leg.base,
                observed=leg.observed,
                rate=leg.rate,
            )
    elif leg.source != "peg":
        row = source_of(leg.source)
        priced = leg.base if row.quotes == "prices" else leg.quote
        if leg.instead_of:
            yield Notice(
                "other_source",
                "the {better} had stopped publishing {priced} by then: the rate is the {source}'s",
                better=leg.instead_of.upper(),
                priced=priced,
                source=leg.source.upper(),
            )
        if leg.frequency == "annual":
            yield Notice(
                "annual_average",
                "{priced} is at its published average of {year}, not at daily rates",
                priced=priced,
                year=leg.observed.year,
            )
        elif leg.frequency == "monthly":
            yield Notice(
                "monthly_average",
                "{priced} is at its published average of {month}, not at daily rates",
                priced=priced,
                month=f"{leg.observed:%Y-%m}",
            )
        elif leg.frequency:
            yield Notice(
                "infrequent_rate",
                _INFREQUENT[leg.frequency],
                source=short(leg.source),
                priced=priced,
            )
        digits = len(leg.rate.as_tuple().digits)
        unit = Decimal(1).scaleb(leg.rate.adjusted() + 1 - digits, EXACT)
        coarse = EXACT.divide(unit, EXACT.multiply(leg.rate, Decimal(2)))
        if coarse > _COARSE and not row.fine:  # the ECB's 0.9 is 0.9000
            yield Notice(
                "coarse_rate",
                "the rate of {priced} has {digits} significant digits: no result is closer than {coarse:.1%}",
                priced=priced,
                digits=digits,
                coarse=coarse,
            )
