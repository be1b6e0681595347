"""Results as flat CSV rows for spreadsheets: figures in full, and no text that could run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ..money.figures import plain
from .text import visible

if TYPE_CHECKING:
    from ..claims.finding import CheckedClaim
    from ..commands.annualise import Annualised
    from ..commands.check import CheckedDocument
    from ..commands.compare import Comparison, PriorPeriod
    from ..commands.convert import Conversion
    from ..money.money import Money

Cell = str | int | Decimal | date | None


def convert(result: Iterable[Conversion]) -> str:
    """One row a conversion; from, to and observations are filled for averages."""
    header = (
        "amount currency converted converted_currency "
        "rate as_of observed method source from to observations citation"
    )
    return _table(
        header.split(),
        (
            (
                *_money(c.amount),
                *_money(c.converted),
                *(c.quote.rate, c.quote.as_of, c.quote.observed, c.quote.method, c.quote.source),
                *(c.quote.from_, c.quote.to, c.quote.observations, c.citation),
            )
            for c in result
        ),
    )


def annualise(result: Annualised) -> str:
    """One row a year of the schedule, with a column for each currency converted to."""
    targets = [c.currency for c in result.converted]
    return _table(
        ["label", "start", "end", "months", result.total.currency, *targets],
        (
            (
                row.label,
                row.start,
                row.end,
                row.months,
                row.amount.value,
                *(m.value for m in row.converted or ()),
            )
            for row in result.schedule
        ),
    )


def compare(result: Comparison) -> str:
    """One figure a row: the commitment, the past periods, what these add up to, and the ratios."""
    now, prior, ratios = result.commitment, result.prior, result.ratios
    rows: list[Sequence[Cell]] = [
        ("commitment_total", "", now.start, now.end, *_money(now.total)),
        ("commitment_annual_average", "", now.start, now.end, *_money(now.annual_average)),
        *(("commitment_total", "", now.start, now.end, *_money(c.total)) for c in now.converted),
        *(
            ("commitment_annual_average", "", now.start, now.end, *_money(c.annual_average))
            for c in now.converted
        ),
        *_periods("prior_period", prior.periods),
        *_periods("later_period", prior.later),
        ("prior_total", "", prior.window.start, prior.window.end, *_money(prior.total)),
        ("prior_mean", "", prior.window.start, prior.window.end, *_money(prior.mean)),
        ("prior_last", prior.last_label, None, None, *_money(prior.last)),
        ("prior_peak", prior.peak_label, None, None, *_money(prior.peak)),
        ("total_to_prior_total", "", None, None, ratios.total_to_prior_total, "times"),
        ("annual_to_mean", "", None, None, ratios.annual_to_mean, "times"),
        ("annual_to_last", prior.last_label, None, None, ratios.annual_to_last, "times"),
        ("annual_to_peak", prior.peak_label, None, None, ratios.annual_to_peak, "times"),
        ("cagr", "", prior.window.start, prior.window.end, result.cagr, "a year"),
    ]
    return _table(["figure", "label", "start", "end", "value", "unit"], rows)


def check(documents: Iterable[CheckedDocument]) -> Iterator[str]:
    """One row a claim, with the rate it was judged by."""
    header = (
        "document as_of claim kind verdict text stated stated_currency computed computed_currency "
        "low high deviation_percent reason hint_code hint rate rate_date rate_source"
    )
    yield _table(header.split(), ())
    for document in documents:
        yield _table(None, (_claim(document, claim) for claim in document.claims))


def page(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Rows under their header."""
    return _table(header, rows)


def _claim(document: CheckedDocument, claim: CheckedClaim) -> Sequence[Cell]:
    low, high = claim.interval or (None, None)
    quote = claim.quotes[0] if claim.quotes else None
    return (
        *(document.id, document.as_of, claim.id, claim.kind, claim.verdict, claim.text),
        *_money(claim.stated),
        *_money(claim.computed),
        *(low, high, claim.deviation_percent, claim.reason),
        *((claim.hint.code, claim.hint.message) if claim.hint else (None, None)),
        *((quote.rate, quote.observed, quote.source) if quote else (None, None, None)),
    )


def _periods(figure: str, periods: Iterable[PriorPeriod]) -> Iterator[Sequence[Cell]]:
    return ((figure, p.label, p.start, p.end, *_money(p.amount)) for p in periods)


def _money(money: Money | None) -> tuple[Decimal | None, str | None]:
    return (money.value, money.currency) if money else (None, None)


def _table(header: Sequence[str] | None, rows: Iterable[Sequence[Cell]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    if header:
        writer.writerow(header)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return plain(cell)
    if not isinstance(cell, str):
        return str(cell)
    text = visible(cell)
    # A spreadsheet runs a cell that begins like a formula (OWASP, "CSV Injection"); an apostrophe stops it.
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
