"""``spending show`` and ``fetch``: past periods with their change on the one before, drawn as bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ...money.formatting import day
from ...money.money import EXACT
from ...words import in_words, labels
from ..figures import hundredfold, in_columns, signed
from ..page import Notes, Page
from ..prior_chart import a_year, prior_chart
from ..prior_notes import series_notes, source_notes
from ..sheet import Bars, Rows, Sheet, money_cells

if TYPE_CHECKING:
    from ...commands.prior import PriorPeriod
    from ...commands.spending import Spending
    from ..answer import Style


def pages(result: Spending, style: Style) -> Iterable[Page]:
    notes = [*series_notes(result.spent, result.cagr), *source_notes(result.spent, exact=style.exact)]
    yield Page([_periods(result, exact=style.exact), prior_chart(result.spent.periods), Notes(notes)])


def rows(result: Spending) -> Rows:
    """One row a period, under the names that a file of past spending has."""
    header = (
        "period_start period_end amount currency label source measure filed form accession "
        "first_reported first_filed first_form first_accession change"
    )
    spent = result.spent
    cells = (
        (
            *(p.start, p.end, *money_cells(p.amount), p.label, spent.source, spent.measure),
            *(p.filed, p.form, p.accession, money_cells(p.first_reported)[0]),
            *(p.first_filed, p.first_form, p.first_accession, change),
        )
        for p, change in zip(spent.periods, result.growth, strict=True)
    )
    return Rows(header.split(), [cells])


def _periods(result: Spending, *, exact: bool) -> Sheet:
    spent = result.spent
    each = in_columns([[p.amount] for p in spent.periods] + [[spent.total], [spent.mean]], exact=exact)
    *periods, (total,), (mean,) = each
    changes = ["" if change is None else signed(hundredfold(change)) for change in result.growth]
    return Sheet(
        (*labels("Period", "From", "To"), spent.currency, in_words("Change")),
        "lllrr",
        [
            (p.label, day(p.start), day(p.end), figure, change)
            for p, (figure,), change in zip(spent.periods, periods, changes, strict=True)
        ],
        [
            (in_words("Total"), day(spent.window.start), day(spent.window.end), total, ""),
            (in_words("Mean"), "", "", mean, ""),
        ],
        _bars(spent.periods),
    )


def _bars(periods: Sequence[PriorPeriod]) -> Bars:
    sizes = [max(a_year(period), Decimal(0)) for period in periods]
    longest = max(sizes)
    return Bars(
        in_words("A year"), [EXACT.divide(size, longest) if longest > 0 else Decimal(0) for size in sizes]
    )
