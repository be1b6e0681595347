"""``capexcalc check``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from io import BytesIO
from typing import Annotated, BinaryIO, Literal

import typer

from ..commands.check import check_each
from ..commands.values import currencies, share
from ..documents.documents import STDIN, Reading, read_documents
from ..documents.plain import known_encoding
from ..documents.url import Access
from ..errors import ExitCode, Notice, UsageError
from ..output.answer import Style
from ..output.wording.verdicts import FAILING
from ..rates.book import MAX_GAP
from . import complete
from .context import Outside
from .options import (
    Exact,
    Explain,
    Lang,
    Master,
    MaxGap,
    Offline,
    On,
    Schema,
    Source,
    TextFormatOption,
    ToAlso,
    day,
    is_typed,
)
from .present import warn
from .told import Told, judged

EPILOG = """\b
Examples:
  capexcalc check examples/alibaba-fr.txt --on 2025-02-24 --prior examples/alibaba-capex.csv
  echo "They spend 380bn yuan (50bn euros)." | capexcalc check - --on 2025-02-24 --fail-on refuted
"""

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE | FOLDER | URL | -]...",
        help="Text, Markdown, HTML, PDF, .docx or .jsonl; - or nothing: standard input, or a paste.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        autocompletion=complete.encodings,
        help="What texts are saved in, as cp1252; else guessed.",
    ),
]
Glob = Annotated[
    list[str] | None,
    typer.Option("--glob", metavar="PATTERN", help='Which files of a folder to read: "*.txt", "2025/*".'),
]
AllowLocal = Annotated[
    bool,
    typer.Option("--allow-local", help="Read addresses of this machine and its network, too."),
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
    typer.Option(
        "--fail-on",
        metavar="VERDICT[,...]",
        autocompletion=complete.verdicts,
        help=f"Exit with 10 on any of: {', '.join(FAILING)}.",
    ),
]
Figures = Annotated[
    bool, typer.Option("--figures", "-v", help="List every figure that was read, and what it reads as.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Print what does not hold alone, and no warnings.")
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
    encoding: Encoding = None,
    glob: Glob = None,
    allow_local: AllowLocal = False,
    source: Source = "auto",
    max_gap: MaxGap = MAX_GAP,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Judge what a text says about money.

    Each claim is supported, close, refuted, or there is not enough information. Rates are those of --on,
    else of the date the text is given or carries, else the newest, with a warning. What cannot be read is
    named, the rest is judged, and the exit code is 2 at the end.
    """
    outside: Outside = ctx.obj
    failing = verdicts(fail_on or ())
    series = None if prior is None else outside.workspace.spending(prior, offline=offline)
    judge = partial(
        check_each,
        on=day(on, outside),
        prior=series,
        tolerance=share(tolerance),
        lang=lang,
        to=currencies((to if is_typed(ctx, "to") else None) or ()),  # settled, it is for those that convert
        exhibits=form == "html",
    )
    warnings: list[Notice] = list(series.notices) if series else []
    warn(outside, warnings, quiet=quiet)
    told = Told(outside, form, Style(exact, explain, figures, quiet), warnings)
    if engine == "spark":
        from .corpus import scan

        if encoding or glob or allow_local:
            raise UsageError(
                "usage",
                "Spark reads JSON Lines in UTF-8, as it finds files",
                "leave out --encoding, --glob and --allow-local",
            )
        told.met = scan(
            outside, files or [STDIN], out, judge, form,
            master=master, max_gap=max_gap, source=source, quiet=quiet,
        )  # fmt: skip
    elif out is not None or master is not None:
        raise UsageError("usage", "--out and --master go with --engine spark", "capexcalc check --help")
    else:
        reading = Reading(
            known_encoding(encoding) if encoding else None,
            tuple(glob or ()),
            Access(offline, allow_local),
            outside.today,
        )
        given = read_documents(files or [STDIN], _stdin(outside, files or [STDIN]), reading)
        book = outside.book(source=source, max_gap=max_gap)
        told.show(judged(given, partial(judge, book=book)))
    if told.met & failing:
        raise typer.Exit(ExitCode.VERDICT)
    if told.unread:
        raise typer.Exit(min(error.exit_code for error in told.unread))


def _stdin(outside: Outside, files: list[str]) -> BinaryIO:
    stdin = outside.stdin or BytesIO()
    if STDIN not in files or not stdin.isatty():
        return stdin
    from .paste import pasted

    return BytesIO(pasted(outside, stdin))


def verdicts(given: Iterable[str]) -> set[str]:
    """Those that are named, with commas between. Raises UsageError (``bad_verdict``)."""
    named = {name.strip() for option in given for name in option.split(",")}
    for name in sorted(named.difference(FAILING)):
        raise UsageError(
            "bad_verdict",
            "--fail-on {name!r} is no verdict",
            "one of {verdicts}",
            name=name,
            verdicts=", ".join(FAILING),
        )
    return named
