"""``capexcalc rates import``."""

from pathlib import Path
from typing import Annotated

import typer

from ...commands.rates_update import import_rates
from ..context import Outside
from ..options import FormatOption, Offline, Quiet, Schema
from ..present import present

EPILOG = """\b
Examples:
  capexcalc rates import examples/desk-rates.csv --source desk
  capexcalc rates import examples/desk-rates.csv --source desk -f json
"""

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="CSV with date,base,quote,rate or date,USD,CNY ...; or a central bank's CSV or XML.",
    ),
]
Name = Annotated[str, typer.Option("--source", metavar="NAME", help="What to call these rates.")]
PerOne = Annotated[
    str | None, typer.Option("--base", metavar="CODE", help="What the rates of a wide table are per one of.")
]


Accept = Annotated[
    bool, typer.Option("--accept", help="Take what is doubtful, after a look at what was said of it.")
]


def import_(
    ctx: typer.Context,
    file: File,
    name: Name,
    base: PerOne = None,
    accept: Accept = False,
    form: FormatOption = "table",
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Take in rates of your own; "--source NAME" then converts with them.

    Every line must be sound, or nothing is taken: rates turned round, for a hundred, ten times too large or
    of days to come are named, beside the rate of the day. A second import adds to the first.
    """
    outside: Outside = ctx.obj
    outcome = import_rates(
        file,
        name,
        outside.roots,
        base=base.strip().upper() if base else None,
        today=outside.today,
        accept=accept,
        waiting=lambda message: outside.say("note", message),
    )
    present(outside, "rates-import", outcome, form, quiet=quiet)
