"""``convert``: one row a conversion, and the published rates they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...words import Phrase, in_words, labels, several
from ..figures import by_currency
from ..page import Citation, Note, Notes, Page
from ..rate_notes import rate, rate_notes, working
from ..sheet import Rows, Sheet, money_cells
from ..wording.labels import METHODS
from ..wording.rates import conversion_step, rate_steps

if TYPE_CHECKING:
    from ..answer import Style
    from ..wording.rates import WordedConversion


def pages(result: Sequence[WordedConversion], style: Style) -> Iterable[Page]:
    quoted = [Citation(in_words("Cite"), c.citation) for c in result]
    notes = _working(result) if style.explain else _rates(result)
    yield Page([_conversions(result, exact=style.exact), Notes([*quoted, *notes])])


def rows(result: Sequence[WordedConversion]) -> Rows:
    """One row a conversion; from, to and observations are filled for averages."""
    header = (
        "amount currency converted converted_currency "
        "rate as_of observed method source from to observations citation"
    )
    cells = (
        (
            *money_cells(c.amount),
            *money_cells(c.converted),
            *(c.quote.rate, c.quote.as_of, c.quote.observed, c.quote.method, c.quote.source),
            *(c.quote.from_, c.quote.to, c.quote.observations, c.citation),
        )
        for c in result
    )
    return Rows(header.split(), [cells])


def _conversions(result: Sequence[WordedConversion], *, exact: bool) -> Sheet:
    """Amounts of one currency share a unit."""
    amounts = by_currency([c.amount for c in result], exact=exact)
    converted = by_currency([c.converted for c in result], exact=exact)
    rates = [rate(c.quote, exact=exact) for c in result]
    return Sheet(
        labels("Amount", "Converted", "Rate"), "rrr", list(zip(amounts, converted, rates, strict=True))
    )


def _rates(result: Sequence[WordedConversion]) -> list[Note]:
    """The published rates, and how the rates used were made from them."""
    quotes = [c.quote for c in result]
    methods = dict.fromkeys(Phrase(METHODS[q.method], base=q.base, quote=q.quote) for q in quotes)
    return [*rate_notes(quotes), Note(in_words("Method"), str(several(methods, "{first}, {second}")))]


def _working(result: Sequence[WordedConversion]) -> list[Note]:
    steps = ((*rate_steps(c.quote), conversion_step(c.amount, c.converted, c.quote)) for c in result)
    return working(step for lines in steps for step in lines)
