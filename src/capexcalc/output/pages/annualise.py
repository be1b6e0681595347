"""``annualise``: the schedule, one column a currency, with its assumption and rates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...finance.commitment import year_counted
from ...words import in_words, labels
from ..commitment import commitment_line, commitment_notes
from ..figures import in_columns
from ..page import Notes, Page
from ..sheet import Rows, Sheet

if TYPE_CHECKING:
    from ...commands.annualise import Annualised
    from ..answer import Style


def pages(result: Annualised, style: Style) -> Iterable[Page]:
    head = commitment_line(result, exact=style.exact)
    yield Page([head, _schedule(result, exact=style.exact), Notes(commitment_notes(result))])


def rows(result: Annualised) -> Rows:
    """One row a year of the schedule, with a column for each currency converted to."""
    targets = [c.currency for c in result.converted]
    cells = (
        (
            *(row.label, row.start, row.end, row.months, row.amount.value),
            *(m.value for m in row.converted or ()),
        )
        for row in result.schedule
    )
    return Rows(["label", "start", "end", "months", result.total.currency, *targets], [cells])


def _schedule(result: Annualised, *, exact: bool) -> Sheet:
    """One row a year, closed by the total and the average year."""
    totals = [result.total, *(c.total for c in result.converted)]
    averages = [result.annual_average, *(c.annual_average for c in result.converted)]
    amounts = [[row.amount, *(row.converted or ())] for row in result.schedule]
    *years, total, average = in_columns([*amounts, totals, averages], exact=exact)
    return Sheet(
        (*labels("Year", "Months"), *(m.currency for m in totals)),
        "lr" + "r" * len(totals),
        [
            (_named(row.label), str(row.months), *figures)
            for row, figures in zip(result.schedule, years, strict=True)
        ],
        [(in_words("Total"), str(result.months), *total), (in_words("Average a year"), "", *average)],
    )


def _named(year: str) -> str:
    counted = year_counted(year)
    return in_words("year {n}", n=counted) if counted else year
