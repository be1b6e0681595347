"""``capexcalc annualise``."""

from typing import Annotated

import typer

from ..commands.annualise import annualise as annualise_words
from ..commands.values import currencies
from ..money.dates import parse_span, parse_year_end
from ..rates.book import MAX_GAP
from .context import Outside
from .options import (
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

EPILOG = """\b
Examples:
  capexcalc annualise "380bn CNY over three years" --from 2025-04-01 --to EUR,USD --on 2025-02-24
  capexcalc annualise 40bn USD --over 4y --from 2025-07-01 --year-end 06-30 --phasing ramp:20%
"""

From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day of the time it covers.")]
Phasing = Annotated[
    str,
    typer.Option("--phasing", metavar="HOW", help="even, ramp:20% (a year on year), or 30,40,30 (% a year)."),
]
YearEnd = Annotated[
    str | None,
    typer.Option(
        "--year-end", metavar="MM-DD", help="Last day of the fiscal year; calendar years if not given."
    ),
]


def annualise(
    ctx: typer.Context,
    words: Words,
    over: Over = None,
    start: From = None,
    phasing: Phasing = "even",
    year_end: YearEnd = None,
    to: ToAlso = None,
    on: On = None,
    form: FormatOption = "table",
    exact: Exact = False,
    lang: Lang = None,
    source: Source = "auto",
    max_gap: MaxGap = MAX_GAP,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Spread a commitment over its years.

    The same amount each month unless --phasing says otherwise: an assumption, printed with the result.
    """
    outside: Outside = ctx.obj
    outcome = annualise_words(
        " ".join(words),
        book=outside.book(source=source, max_gap=max_gap),
        over=None if over is None else parse_span(over),
        start=day(start, outside),
        phasing=phasing,
        year_end=None if year_end is None else parse_year_end(year_end),
        to=currencies(to or ()),
        on=day(on, outside),
        lang=lang,
    )
    present(outside, "annualise", outcome, form, exact=exact, quiet=quiet)
