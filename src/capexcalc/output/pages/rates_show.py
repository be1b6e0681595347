"""``rates show``: the rates observed, their range and change, and a chart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from ...money.formatting import day, percent
from ...money.money import EXACT
from ...rates.sources import short
from ...words import in_words
from ..figures import rate
from ..page import Note, Notes, Page
from ..rates_chart import rates_chart
from ..sheet import Rows, Sheet

if TYPE_CHECKING:
    from ...commands.rates import Series
    from ..answer import Style
    from ..chart import LineChart


def pages(result: Series, style: Style) -> Iterable[Page]:
    rows = [(day(each.observed), rate(each.rate, exact=style.exact)) for each in result.rates]
    rates = [each.rate for each in result.rates]
    notes: list[Note | LineChart] = [
        rates_chart(result),
        Note(in_words("Lowest"), rate(min(rates), exact=style.exact)),
        Note(in_words("Highest"), rate(max(rates), exact=style.exact)),
        Note(
            in_words("Change"), percent(EXACT.multiply(EXACT.divide(rates[-1], rates[0]) - 1, Decimal(100)))
        ),
        Note(in_words("Source"), str(short(result.source))),
    ]
    header = (in_words("Date"), in_words("1 {base} in {quote}", base=result.base, quote=result.quote))
    yield Page([Sheet(header, "lr", rows), Notes(notes)])


def rows(result: Series) -> Rows:
    cells = ((each.observed, result.base, result.quote, each.rate, result.source) for each in result.rates)
    return Rows(["date", "base", "quote", "rate", "source"], [cells])
