"""``capexcalc spending fetch``."""

from typing import Annotated

import typer

from ...commands.spending import spending
from ...commands.workspace import SEC
from ...finance.sec import read_issuer
from ..context import Outside
from ..options import Exact, FormatOption, Offline, Quiet, Schema
from ..present import present

EPILOG = """\b
Examples:
  capexcalc spending fetch 1577552 -f csv
  capexcalc spending fetch BABA
"""

Issuer = Annotated[
    str, typer.Argument(metavar="CIK|TICKER", help="The issuer: its number at the SEC, or its ticker.")
]


def fetch(
    ctx: typer.Context,
    issuer: Issuer,
    form: FormatOption = "table",
    exact: Exact = False,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Capital expenditure from an issuer's annual reports at the SEC, kept for use without a network.

    The SEC wants to know who asks: set CAPEXCALC_SEC_EMAIL to your address. -f csv prints a file that
    --prior reads.
    """
    outside: Outside = ctx.obj
    access = outside.workspace.sec_access(offline=offline)
    outcome = spending(read_issuer(issuer.removeprefix(SEC), access, fresh=not offline))
    present(outside, "spending-fetch", outcome, form, exact=exact, quiet=quiet)
