"""``capexcalc rates verify``."""

from typing import Annotated

import typer

from ...commands.rates import verify as check_files
from ...errors import ExitCode
from ..context import Outside
from ..options import FormatOption, Offline, Quiet, Schema
from ..present import present

EPILOG = """\b
Examples:
  capexcalc rates verify
  capexcalc rates verify --rejected
"""


Rejected = Annotated[
    bool, typer.Option("--rejected", help="List every rejected rate, as json and csv do, not their number.")
]


def verify(
    ctx: typer.Context,
    rejected: Rejected = False,
    form: FormatOption = "table",
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Check every file of the cache; tell the rates that were revised, and how many were rejected why.

    Ends with status 4 if a file is damaged. "rates update" heals your own folder.
    """
    outside: Outside = ctx.obj
    outcome = check_files(outside.roots)
    present(outside, "rates-verify", outcome, form, exact=rejected, quiet=quiet)
    if outcome.result.damage:
        raise typer.Exit(ExitCode.CACHE)
