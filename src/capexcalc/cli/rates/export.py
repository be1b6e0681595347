"""``capexcalc rates export``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ...commands.rates import observed
from ...output.prices import PRICES
from ..context import Outside
from ..options import Offline, Source
from .options import Base, From, Until, code, stretch

EPILOG = """\b
Examples:
  capexcalc rates export EUR USD CNY --from 2026-10-01
  capexcalc rates export CNY EUR --from 2025-01-01 --format beancount
"""

Quotes = Annotated[
    list[str] | None,
    typer.Argument(metavar="[QUOTE]...", help="The currencies it is quoted in. Default: all there are."),
]
PriceFormat = Annotated[
    Literal["csv", "ledger", "beancount"], typer.Option("--format", "-f", help="How to write the rates.")
]


def export(
    ctx: typer.Context,
    base: Base,
    quotes: Quotes = None,
    start: From = None,
    end: Until = None,
    source: Source = "auto",
    form: PriceFormat = "csv",
    offline: Offline = False,
) -> None:
    """Write observed rates for spreadsheets, ledger or beancount; "rates import" reads the csv."""
    outside: Outside = ctx.obj
    book = outside.book(source=source, max_gap=0)
    period = stretch(outside, book, start, end, None)
    base = code(base)
    wanted = [code(each) for each in quotes or book.codes()]
    head, line = PRICES[form]
    # All are found before the first is written: half a file is worse than none.
    found = {quote: observed(base, quote, period, book=book) for quote in wanted if quote != base}
    outside.write(head)
    for quote, rates in found.items():
        outside.write("".join(line(base, quote, each) for each in rates))
