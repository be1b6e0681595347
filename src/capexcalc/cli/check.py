"""``capexcalc check``."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Annotated, BinaryIO, Literal

import typer

from ..commands.check import check_each
from ..commands.values import currencies, share
from ..documents.documents import STDIN, Reading, find_documents, read_documents
from ..documents.plain import known_encoding
from ..documents.url import Access
from ..errors import ExitCode, Notice, UsageError
from ..output.answer import Style
from ..output.formats import PIECEWISE, TextFormat
from ..output.wording.verdicts import FAILING
from ..rates.book import MAX_GAP
from ..words import voice
from . import complete
from .bar import counting, expected
from .context import Outside
from .judging import Bench, Judging, judged, judged_at_once
from .options import (
    Exact,
    Explain,
    Jobs,
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
    processes,
)
from .present import warn
from .told import Told

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
    jobs: Jobs = "1",
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
    paths = files or [STDIN]
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
        if is_typed(ctx, "jobs"):
            raise UsageError(
                "usage", "Spark has its own processes, and takes no --jobs", "--master 'local[4]'"
            )
        told.met = scan(
            outside, paths, out, judge, form,
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
        stdin, many = _stdin(outside, paths), processes(jobs)
        outcomes: Judging
        if many == 1:
            book = outside.book(source=source, max_gap=max_gap)
            by = partial(judge, book=book, whole=form not in PIECEWISE)
            given = read_documents(paths, stdin, reading)
            outcomes = judged(given, by, outside.heard, debug=_debug(outside))
        else:
            bench = Bench(judge, reading, outside.roots[0], outside.today, source, max_gap)
            outcomes = judged_at_once(
                find_documents(paths, stdin, reading), _equipped(bench, outside, form), many
            )
        about = partial(_expected, paths, reading.globs, many)
        with closing(outcomes), counting(outside, outcomes, about, quiet=quiet) as (told.outside, passing):
            told.show(passing)
    if told.met & failing:
        raise typer.Exit(ExitCode.VERDICT)
    if told.unread:
        raise typer.Exit(min(error.exit_code for error in told.unread))


def _equipped(bench: Bench, outside: Outside, form: TextFormat) -> Bench:
    """For other processes, which know nothing of this one."""
    language, printer = voice(), None
    if form == "jsonl":
        from ..output.jsonl import line

        outside.as_data()
        printer = partial(line, "check", ascii_only=not outside.unicode)
    return replace(
        bench,
        language=language.code if language else None,
        printer=printer,
        debug=_debug(outside),
    )


def _debug(outside: Outside) -> bool:
    """Whether a bug is to show all there is of it."""
    return bool(outside.environ.get("CAPEXCALC_DEBUG"))


def _expected(paths: list[str], globs: tuple[str, ...], jobs: int) -> int | None:
    """How many documents to count on; of a pipe many, if so many processes are to read it."""
    if STDIN in paths:
        return None if jobs > 1 else 1
    return expected(paths, globs)


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
