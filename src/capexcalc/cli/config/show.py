"""``capexcalc config show``."""

import typer

from ...commands.outcome import Outcome
from ..context import Outside
from ..options import FormatOption, Quiet, Schema
from ..present import present

EPILOG = """\b
Examples:
  capexcalc config show
  CAPEXCALC_TOLERANCE=1% capexcalc config show -f csv
"""


def show(
    ctx: typer.Context,
    form: FormatOption = "table",
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Every setting, its value, and where that comes from.

    capexcalc.toml is looked for in the working folder and those above it, then in your own configuration
    folder; a variable wins over both (CAPEXCALC_MAX_GAP for max-gap), an option over all.
    """
    outside: Outside = ctx.obj
    present(outside, "config-show", Outcome(tuple(outside.settings.shown())), form, quiet=quiet)
