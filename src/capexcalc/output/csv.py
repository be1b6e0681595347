"""Results as flat CSV rows for spreadsheets: figures in full, and no text that could run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ..money.formatting import plain
from .text import visible

if TYPE_CHECKING:
    from ..commands.annualise import Annualised
    from ..commands.compare import Comparison, Real
    from ..commands.prior import PriorPeriod
    from ..commands.spending import Spending
    from ..money.money import Money
    from .wording.claims import WordedClaim
    from .wording.documents import WordedDocument
    from .wording.rates import WordedConversion

Cell = str | int | Decimal | date | None


def convert(result: Iterable[WordedConversion]) -> str:
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
    if result.overtakes:
        rows.append(("overtaken_in_month", result.overtakes.label, None, None, result.overtakes.month, ""))
    for c in prior.converted or ():
        rows += [
            ("prior_total", "own rates", prior.window.start, prior.window.end, *_money(c.total)),
            ("prior_total", "one rate", prior.window.start, prior.window.end, *_money(c.constant_currency)),
            ("total_to_prior_total", c.currency, None, None, c.total_to_prior_total, "times"),
            ("currency_effect", c.currency, None, None, c.currency_effect, "times"),
        ]
    if result.real:
        rows += _real(result.real)
    return _table(["figure", "label", "start", "end", "value", "unit"], rows)


def spending(result: Spending) -> str:
    """One row a period, under the names that a file of past spending has."""
    header = (
        "period_start period_end amount currency label source measure filed form accession "
        "first_reported first_filed first_form first_accession change"
    )
    spent = result.spent
    return _table(
        header.split(),
        (
            (
                *(p.start, p.end, *_money(p.amount), p.label, spent.source, spent.measure),
                *(p.filed, p.form, p.accession, _money(p.first_reported)[0]),
                *(p.first_filed, p.first_form, p.first_accession, change),
            )
            for p, change in zip(spent.periods, result.growth, strict=True)
        ),
    )


def check(documents: Iterable[WordedDocument]) -> Iterator[str]:
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


def _claim(document: WordedDocument, claim: WordedClaim) -> Sequence[Cell]:
    low, high = claim.interval or (None, None)
    quote = claim.quotes[0] if claim.quotes else None
    return (
        *(document.id, document.as_of, claim.id, claim.kind, claim.verdict, claim.text),
        *_figure(claim.stated),
        *_figure(claim.computed),
        *(low, high, claim.deviation_percent, claim.reason),
        *((claim.hint.code, claim.hint.message) if claim.hint else (None, None)),
        *((quote.rate, quote.observed, quote.source) if quote else (None, None, None)),
    )


def _real(real: Real) -> list[Sequence[Cell]]:
    prior, ratios, year = real.prior, real.ratios, f"prices of {real.base_year}"
    return [
        ("real_commitment_total", year, None, None, *_money(real.total)),
        ("real_commitment_annual_average", year, None, None, *_money(real.annual_average)),
        *_periods("real_prior_period", prior.periods),
        ("real_prior_total", year, prior.window.start, prior.window.end, *_money(prior.total)),
        ("real_prior_mean", year, prior.window.start, prior.window.end, *_money(prior.mean)),
        ("real_total_to_prior_total", year, None, None, ratios.total_to_prior_total, "times"),
        ("real_annual_to_mean", year, None, None, ratios.annual_to_mean, "times"),
        ("real_annual_to_last", year, None, None, ratios.annual_to_last, "times"),
        ("real_annual_to_peak", year, None, None, ratios.annual_to_peak, "times"),
        ("real_cagr", year, prior.window.start, prior.window.end, real.cagr, "a year"),
    ]


def _periods(figure: str, periods: Iterable[PriorPeriod]) -> Iterator[Sequence[Cell]]:
    return ((figure, p.label, p.start, p.end, *_money(p.amount)) for p in periods)


def _figure(figure: Money | Decimal | None) -> tuple[Decimal | None, str | None]:
    """A sum with its currency, or a proportion as a fraction."""
    return (figure, "fraction") if isinstance(figure, Decimal) else _money(figure)


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
