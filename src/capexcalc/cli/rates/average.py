"""``capexcalc rates average``."""

from typing import Annotated

import typer

from ...commands.rates import average as find_averages
from ...money.dates import parse_period
from ...rates.book import MAX_GAP
from ..context import Outside
from ..options import Exact, FormatOption, MaxGap, Offline, Quiet, Schema, Source
from ..present import present
from .options import Base, Quote, code

EPILOG = """\b
Examples:
  capexcalc rates average CNY EUR 2024
  capexcalc rates average USD CNY 2023 2024 2025-Q1 -f csv
"""

Periods = Annotated[list[str], typer.Argument(metavar="PERIOD...", help="2024, 2024-Q3, 2024-02, A..B.")]
Partial = Annotated[bool, typer.Option("--partial", help="Accept a period that rates cover only in part.")]


def average(
    ctx: typer.Context,
    base: Base,
    quote: Quote,
    periods: Periods,
    partial: Partial = False,
    source: Source = "auto",
    max_gap: MaxGap = MAX_GAP,
    form: FormatOption = "table",
    exact: Exact = False,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """The mean of the daily rates of each period, with their count."""
    outside: Outside = ctx.obj
    book = outside.book(source=source, max_gap=max_gap)
    outcome = find_averages(
        code(base), code(quote), [parse_period(each) for each in periods], book=book, partial=partial
    )
    present(outside, "rates-average", outcome, form, exact=exact, quiet=quiet)
