"""``capexcalc rates currencies``."""

from typing import Annotated

import typer

from ...commands.currencies import currencies as find_currencies
from .. import complete
from ..context import Outside
from ..options import FormatOption, Offline, Quiet, Schema
from ..present import present
from .options import code

EPILOG = """\b
Examples:
  capexcalc rates currencies TWD DEM AED
  capexcalc rates currencies -f csv
"""

Codes = Annotated[
    list[str] | None,
    typer.Argument(metavar="[CODE]...", autocompletion=complete.codes, help="Default: every currency."),
]


def currencies(
    ctx: typer.Context,
    codes: Codes = None,
    form: FormatOption = "table",
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """What is known of each currency: its rates, its peg, what the law put in its place."""
    outside: Outside = ctx.obj
    book = outside.book(source="auto")
    outcome = find_currencies([code(each) for each in codes or ()], book=book)
    present(outside, "rates-currencies", outcome, form, quiet=quiet)
