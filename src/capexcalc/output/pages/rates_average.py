"""``rates average``: the mean of each period, with the days it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ...money.formatting import day
from ...rates.sources import short
from ...words import in_words, labels
from ..figures import rate
from ..page import Note, Notes, Page
from ..sheet import Rows, Sheet

if TYPE_CHECKING:
    from ...rates.quote import Quote
    from ..answer import Style


def pages(result: Sequence[Quote], style: Style) -> Iterable[Page]:
    rows = [
        (day(_start(q)), day(_end(q)), rate(q.rate, exact=style.exact), str(q.observations or ""))
        for q in result
    ]
    first = result[0]
    mean = in_words("1 {base} in {quote}, mean", base=first.base, quote=first.quote)
    header = (*labels("From", "To"), mean, in_words("Days observed"))
    sources = sorted({str(short(q.source)) for q in result})
    yield Page([Sheet(header, "llrr", rows), Notes([Note(in_words("Source"), ", ".join(sources))])])


def rows(result: Sequence[Quote]) -> Rows:
    cells = ((_start(q), _end(q), q.base, q.quote, q.rate, q.observations, q.source) for q in result)
    return Rows(["from", "to", "base", "quote", "rate", "observations", "source"], [cells])


def _start(quote: Quote) -> date:
    return quote.from_ or quote.as_of


def _end(quote: Quote) -> date:
    return quote.to or quote.as_of
