"""``capexcalc spending show``."""

from typing import Annotated

import typer

from ...commands.spending import spending
from ...money.dates import parse_span
from ..compare import Last
from ..context import Outside
from ..options import Chart, Exact, FormatOption, Offline, Quiet, Schema
from ..present import present
from ..prior import (
    AmountColumn,
    CurrencyOfAll,
    Decimal,
    Encoding,
    Negate,
    Only,
    Sheet,
    Unit,
    YearColumn,
    YearEnd,
    choice,
)

EPILOG = """\b
Examples:
  capexcalc spending show examples/alibaba-capex.csv
  capexcalc spending show examples/alibaba-capex.csv --last 2y -f markdown
"""

File = Annotated[
    str,
    typer.Argument(metavar="FILE|sec:CIK", help="CSV, JSON or .xlsx; an issuer at the SEC, or its ticker."),
]


def show(
    ctx: typer.Context,
    file: File,
    last: Last = None,
    amount: AmountColumn = None,
    year: YearColumn = None,
    currency: CurrencyOfAll = None,
    unit: Unit = None,
    negate: Negate = False,
    sheet: Sheet = None,
    decimal: Decimal = None,
    year_end: YearEnd = None,
    only: Only = None,
    csv_encoding: Encoding = None,  # not the setting, which is of texts
    form: FormatOption = "table",
    chart: Chart = None,
    exact: Exact = False,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Past spending as a table and a chart, with its total, mean and growth.

    Columns are told by the names people use, and years may be columns too; -f csv prints what was read as a
    plain file, for --prior.
    """
    outside: Outside = ctx.obj
    said = choice(amount, year, currency, unit, negate, sheet, decimal, year_end, only, csv_encoding)
    series = outside.workspace.spending(file, offline=offline, choice=said)
    outcome = spending(series, last=None if last is None else parse_span(last))
    present(outside, "spending-show", outcome, form, exact=exact, quiet=quiet, chart=chart)
