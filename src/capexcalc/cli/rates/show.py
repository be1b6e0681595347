"""``capexcalc rates show``."""

from datetime import timedelta

import typer

from ...commands.rates import show as find_series
from ..context import Outside
from ..options import Chart, Exact, FormatOption, Offline, Quiet, Schema, Source
from ..present import present
from .options import Base, From, Quote, Until, code, stretch

EPILOG = """\b
Examples:
  capexcalc rates show CNY EUR --from 2025-02-01 --to 2025-02-28
  capexcalc rates show USD CNY --from 2024-01-01 -f csv
"""

_MONTH = timedelta(days=30)


def show(
    ctx: typer.Context,
    base: Base,
    quote: Quote,
    start: From = None,
    end: Until = None,
    source: Source = "auto",
    form: FormatOption = "table",
    chart: Chart = None,
    exact: Exact = False,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """The rates observed from one day to another, by default of the last thirty days."""
    outside: Outside = ctx.obj
    book = outside.book(source=source, max_gap=0)
    period = stretch(outside, book, start, end, _MONTH)
    outcome = find_series(code(base), code(quote), period, book=book)
    present(outside, "rates-show", outcome, form, exact=exact, quiet=quiet, chart=chart)
