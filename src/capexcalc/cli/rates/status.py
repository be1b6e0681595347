"""``capexcalc rates status``."""

import typer

from ...commands.rates import status as find_status
from ..context import Outside
from ..options import FormatOption, Offline, Quiet, Schema
from ..present import present

EPILOG = """\b
Examples:
  capexcalc rates status
  capexcalc rates status -f json
"""


def status(
    ctx: typer.Context,
    form: FormatOption = "table",
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """What rates there are: their sources, dates, age and condition."""
    outside: Outside = ctx.obj
    outcome = find_status(outside.roots, outside.today)
    present(outside, "rates-status", outcome, form, quiet=quiet)
