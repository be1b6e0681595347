"""``capexcalc compare``."""

from typing import Annotated

import typer

from ..commands.compare import compare as compare_words
from ..commands.values import currencies
from ..finance.spending import UNNAMED
from ..money.dates import parse_span
from ..rates.book import MAX_GAP
from .context import Outside
from .options import (
    Chart,
    Exact,
    FormatOption,
    Lang,
    MaxGap,
    Offline,
    On,
    Over,
    Quiet,
    Schema,
    Source,
    ToAlso,
    Words,
    day,
)
from .present import present
from .prior import (
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
  capexcalc compare "380bn CNY over three years" --prior examples/alibaba-capex.csv --on 2025-02-24
  capexcalc compare 380bn CNY --over 3y --prior examples/alibaba-capex.csv --last 2y --on 2026-06-30 -f csv
"""

Prior = Annotated[
    str,
    typer.Option(
        "--prior", metavar="FILE|sec:CIK", help="Past spending: CSV, JSON or .xlsx; an issuer at the SEC."
    ),
]
Last = Annotated[
    str | None, typer.Option("--last", metavar="SPAN", help="Count only the last periods: 10y. Default: all.")
]
Real = Annotated[
    int | None,
    typer.Option("--real", metavar="YEAR", min=1, max=9999, help="Also in the prices of this year."),
]
Deflator = Annotated[
    str | None,
    typer.Option(
        "--deflator",
        metavar="ISO3",
        help="Whose prices --real takes: DEU; gdp or DEU:gdp for the GDP deflator. Default: the currency's.",
    ),
]


def compare(
    ctx: typer.Context,
    words: Words,
    prior: Prior,
    over: Over = None,
    last: Last = None,
    on: On = None,
    to: ToAlso = None,
    real: Real = None,
    deflator: Deflator = None,
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
    lang: Lang = None,
    source: Source = "auto",
    max_gap: MaxGap = MAX_GAP,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Set a commitment beside what was spent before.

    Ratios are worked out in the currency of the past spending; --to converts for display, and shows what
    exchange rates did to the past.
    """
    outside: Outside = ctx.obj
    said = choice(amount, year, currency, unit, negate, sheet, decimal, year_end, only, csv_encoding)
    series = outside.workspace.spending(prior, offline=offline, unnamed="" if real else UNNAMED, choice=said)
    outcome = compare_words(
        " ".join(words),
        book=outside.book(source=source, max_gap=max_gap),
        prior=series,
        over=None if over is None else parse_span(over),
        last=None if last is None else parse_span(last),
        on=day(on, outside),
        to=currencies(to or ()),
        prices=outside.workspace.prices(series.currency, deflator, real),
        base_year=real,
        lang=lang,
    )
    present(outside, "compare", outcome, form, exact=exact, quiet=quiet, chart=chart)
