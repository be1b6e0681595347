"""``capexcalc convert``."""

from typing import Annotated

import typer

from ..commands.convert import convert as convert_words
from ..commands.outcome import Outcome
from ..commands.values import currencies, split_target
from ..errors import UsageError
from ..money.dates import parse_period
from ..output.wording.rates import worded
from ..rates.book import MAX_GAP
from .context import Outside
from .options import (
    Exact,
    Explain,
    FormatOption,
    Lang,
    MaxGap,
    Offline,
    On,
    Quiet,
    Schema,
    Source,
    ToOrWords,
    Words,
    day,
    is_typed,
)
from .present import present

EPILOG = """\b
Examples:
  capexcalc convert 380bn CNY to EUR --on 2025-02-24
  capexcalc convert "380 milliards de yuans" --to EUR --average 2024 -f json
"""

Average = Annotated[
    str | None,
    typer.Option(
        "--average", metavar="PERIOD", help="Mean of a period's daily rates: 2024, 2024-Q3, 2024-02, A..B."
    ),
]
Partial = Annotated[bool, typer.Option("--partial", help="Accept a period that rates cover only in part.")]


def convert(
    ctx: typer.Context,
    words: Words,
    to: ToOrWords = None,
    on: On = None,
    average: Average = None,
    partial: Partial = False,
    form: FormatOption = "table",
    explain: Explain = False,
    exact: Exact = False,
    lang: Lang = None,
    source: Source = "auto",
    max_gap: MaxGap = MAX_GAP,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Convert an amount at the rate of a date or a period.

    The rate of a date is the last published on or before it. Without --on or --average it is the
    newest in the cache, with a warning.
    """
    outside: Outside = ctx.obj
    if on is not None and average is not None:
        raise UsageError(
            "on_and_average", "--on and --average exclude each other", "capexcalc convert --help"
        )
    text, targets = " ".join(words), currencies(to or ())
    if not is_typed(ctx, "to"):
        text, named = split_target(text)
        targets = named or targets
    if not targets:
        raise UsageError("no_currency", "no currency to convert to", "say which: --to EUR, or 5bn USD to EUR")
    outcome = convert_words(
        text,
        targets,
        book=outside.book(source=source, max_gap=max_gap),
        on=day(on, outside),
        average=None if average is None else parse_period(average),
        partial=partial,
        lang=lang,
    )
    done = Outcome(tuple(map(worded, outcome.result)), outcome.warnings)
    present(outside, "convert", done, form, exact=exact, explain=explain, quiet=quiet)
