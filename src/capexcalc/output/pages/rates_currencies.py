"""``rates currencies``: what is known of each, and of a few the facts in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ...rates.sources import short, source_of
from ...words import in_words, labels
from ..page import Note, Notes, Page
from ..sheet import Row, Rows, Sheet
from ..wording.labels import currency_name
from ..wording.rates import equation, rate_line

if TYPE_CHECKING:
    from ...commands.currencies import Currency
    from ...rates.quote import Leg
    from ..answer import Style

# More than this many, and what stands behind each would fill the screen.
_FEW = 5


def pages(result: Sequence[Currency], style: Style) -> Iterable[Page]:
    """One row a currency; of a few the authority behind each fact."""
    rows = [(c.code, currency_name(c.code), _spans(c), _tied(c), c.successor or "") for c in result]
    sheet = Sheet(labels("Code", "Name", "Rates", "Tied to", "Became"), "lllll", rows)
    yield Page([sheet, Notes([note for c in result for note in _facts(c)] if len(result) <= _FEW else [])])


def rows(result: Sequence[Currency]) -> Rows:
    """One row a source, peg or fixed rate: ``kind`` says which of these it is."""
    header = "code name minor_units kind source first last base quote rate authority successor"
    return Rows(header.split(), [(row for c in result for row in _facts_of(c))])


def _facts_of(c: Currency) -> Iterator[Row]:
    start, end = (c.code, c.name, c.minor_units), (c.successor,)
    for s in c.spans:
        yield (*start, "rates", s.source, s.first, s.last, None, None, None, None, *end)
    for p in c.pegs:
        yield (*start, "peg", "peg", p.first, p.last, *_rate(p.rate), *end)
    if c.euro_rate:
        yield (*start, "euro_rate", "fixed", c.euro_rate.observed, None, *_rate(c.euro_rate), *end)
    for leg in c.redenominations:
        yield (*start, "redenomination", "fixed", leg.observed, None, *_rate(leg), *end)


def _rate(leg: Leg) -> Row:
    return leg.base, leg.quote, leg.rate, leg.authority


def _spans(currency: Currency) -> str:
    # Annual averages stand under the last day of their year.
    return ", ".join(
        in_words("{source} {first} to {last}", source=short(s.source), first=s.first.year, last=s.last.year)
        if source_of(s.source).quotes == "averages"
        else in_words("{source} {first} to {last}", source=short(s.source), first=s.first, last=s.last)
        for s in currency.spans
    )


def _tied(currency: Currency) -> str:
    pegs = [
        in_words(
            "{rate}, {first} to {last}" if p.last else "{rate}, {first} to now",
            rate=equation(p.rate),
            first=p.first,
            last=p.last,
        )
        for p in currency.pegs
    ]
    euro = currency.euro_rate
    fixed = [in_words("{rate} from {day}", rate=equation(euro), day=euro.observed)] if euro else []
    return "; ".join([*pegs, *fixed])


def _facts(currency: Currency) -> list[Note]:
    legs = [*(p.rate for p in currency.pegs), *currency.redenominations]
    legs += [currency.euro_rate] if currency.euro_rate else []
    return [Note(currency.code, rate_line(leg)) for leg in legs]
