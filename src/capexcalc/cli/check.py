"""``capexcalc check``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO
from typing import Annotated, Literal

import typer

from ..commands.check import CheckedDocument, check_each
from ..commands.outcome import Outcome
from ..documents.documents import STDIN, Document, read_documents
from ..errors import ExitCode, Notice, UsageError
from ..output.answer import Answer, Style
from ..output.formats import TextFormat
from ..output.wording.documents import WordedDocument, WordedDocuments, worded
from ..output.wording.verdicts import FAILING
from ..rates.book import MAX_GAP
from .context import Outside
from .options import (
    Exact,
    Explain,
    Lang,
    Master,
    MaxGap,
    Offline,
    On,
    Quiet,
    Schema,
    Source,
    TextFormatOption,
    ToAlso,
    currencies,
    day,
    share,
)
from .present import show, warn
from .prior import prior_series

EPILOG = """\b
Examples:
  capexcalc check examples/alibaba-fr.txt --on 2025-02-24 --prior examples/alibaba-capex.csv
  echo "They spend 380bn yuan (50bn euros)." | capexcalc check - --on 2025-02-24 --fail-on refuted
"""

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="Texts, .jsonl files, or - for standard input (the default)."),
]
Prior = Annotated[
    str | None,
    typer.Option("--prior", metavar="FILE|sec:CIK", help="Past spending, for claims that compare with it."),
]
Tolerance = Annotated[
    str,
    typer.Option(
        "--tolerance", metavar="PERCENT", help="How far off a rounded figure still counts as close."
    ),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option("--fail-on", metavar="VERDICT[,...]", help=f"Exit with 10 on any of: {', '.join(FAILING)}."),
]
Figures = Annotated[
    bool, typer.Option("--figures", "-v", help="List every figure that was read, and what it reads as.")
]
Engine = Annotated[
    Literal["python", "spark"],
    typer.Option("--engine", help="Where the work is done: here, or on Spark, from .jsonl files into --out."),
]
Out = Annotated[
    str | None,
    typer.Option("--out", metavar="FOLDER", help="Where Spark writes: JSON Lines, or NAME.parquet."),
]


def check(
    ctx: typer.Context,
    files: Files = None,
    on: On = None,
    prior: Prior = None,
    tolerance: Tolerance = "2%",
    fail_on: FailOn = None,
    form: TextFormatOption = "table",
    to: ToAlso = None,
    engine: Engine = "python",
    out: Out = None,
    master: Master = None,
    figures: Figures = False,
    explain: Explain = False,
    exact: Exact = False,
    lang: Lang = None,
    source: Source = "auto",
    max_gap: MaxGap = MAX_GAP,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Judge what a text says about money.

    Each claim is supported, close, refuted, or there is not enough information. Rates are those of --on,
    else of the date the text is given or carries, else the newest, with a warning.
    """
    outside: Outside = ctx.obj
    failing = _verdicts(fail_on or ())
    series = None if prior is None else prior_series(prior, outside, offline=offline)
    judge = partial(
        check_each,
        on=day(on, outside),
        prior=series,
        tolerance=share(tolerance),
        lang=lang,
        to=currencies(to or ()),
    )
    warnings: list[Notice] = list(series.notices) if series else []
    warn(outside, warnings, quiet=quiet)
    if engine == "spark":
        from .corpus import scan

        met = scan(
            outside, files or [STDIN], out, judge, form,
            master=master, max_gap=max_gap, source=source, quiet=quiet,
        )  # fmt: skip
    elif out is not None or master is not None:
        raise UsageError("usage", "--out and --master go with --engine spark", "capexcalc check --help")
    else:
        book = outside.book(source=source, max_gap=max_gap)
        outcomes = judge(_documents(outside, files or [STDIN]), book=book)
        met = _print(
            outside, outcomes, warnings, form, quiet=quiet, style=Style(exact, explain, figures, quiet)
        )
    if met & failing:
        raise typer.Exit(ExitCode.VERDICT)


def _print(
    outside: Outside,
    outcomes: Iterable[Outcome[CheckedDocument]],
    warnings: list[Notice],
    form: TextFormat,
    *,
    quiet: bool,
    style: Style,
) -> set[str]:
    """Each document once it is judged; the verdicts met."""
    met: set[str] = set()

    def documents() -> Iterator[WordedDocument]:
        for outcome in outcomes:
            said = (*outside.heard(), *outcome.warnings)
            warn(outside, said, quiet=quiet)
            warnings.extend(said)
            met.update(claim.finding.verdict for claim in outcome.result.claims)
            yield worded(outcome.result)

    # JSON is one document of all; every other format shows each as it is done.
    result = WordedDocuments(tuple(documents())) if form == "json" else documents()
    show(outside, Answer("check", result, warnings, style), form)
    return met


def _documents(outside: Outside, files: list[str]) -> Iterator[Document]:
    stdin = outside.stdin or BytesIO()
    if STDIN in files and stdin.isatty():
        raise UsageError("no_input", "no text to check", "capexcalc check FILE, or pipe a text into it")
    return read_documents(files, stdin)


def _verdicts(given: Iterable[str]) -> set[str]:
    """Raises UsageError (``bad_verdict``)."""
    named = {name.strip() for option in given for name in option.split(",")}
    for name in sorted(named.difference(FAILING)):
        raise UsageError("bad_verdict", f"--fail-on {name!r} is no verdict", f"one of {', '.join(FAILING)}")
    return named
