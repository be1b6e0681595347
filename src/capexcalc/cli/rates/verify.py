"""``capexcalc rates verify``."""

from __future__ import annotations

import typer

from ...commands.rates import verify as check_files
from ...errors import ExitCode
from ..context import Outside
from ..options import FormatOption, Offline, Quiet, Schema
from ..present import present

EPILOG = """\b
Examples:
  capexcalc rates verify
  capexcalc rates verify -f json
"""


def verify(
    ctx: typer.Context,
    form: FormatOption = "table",
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Check every file of the cache, and list the rates that were revised or rejected.

    Ends with status 4 if a file is damaged. "rates update" heals your own folder.
    """
    outside: Outside = ctx.obj
    outcome = check_files(outside.roots)
    present(outside, "rates-verify", outcome, form, exact=False, quiet=quiet)
    if outcome.result.damage:
        raise typer.Exit(ExitCode.CACHE)
