"""``capexcalc batch``."""

import os
from typing import Annotated, Literal

import typer

from ..bulk.job import DEFAULT_MEMORY, Job, Summary
from ..commands.values import currencies
from ..errors import ExitCode, NoRateError, UsageError
from ..output.answer import Answer
from ..output.formats import Format
from ..rates.book import MAX_GAP
from . import complete
from .bar import bar
from .context import Outside
from .options import Lang, Master, MaxGap, Offline, Quiet, Schema, Source, ToAlso, known
from .present import present, show, warn

EPILOG = """\b
Examples:
  capexcalc batch examples/contracts.csv --out - --amount value --currency currency --date signed --to EUR
  capexcalc batch examples/contracts.csv --look
"""

In = Annotated[
    str,
    typer.Argument(
        metavar="IN",
        help="Rows: .csv, .tsv, .jsonl (also .gz, .zst), .json, .parquet, .xlsx, or - for a pipe.",
    ),
]
Out = Annotated[
    str | None, typer.Option("--out", metavar="OUT", help="File to write, in the format of its name, or -.")
]
Amount = Annotated[str | None, typer.Option("--amount", metavar="COL", help="Column of amounts in figures.")]
Currency = Annotated[
    str | None,
    typer.Option("--currency", metavar="COL|CODE", help="Column of currencies, or the currency of all rows."),
]
Text = Annotated[
    str | None,
    typer.Option("--text", metavar="COL", help='Column of amounts in words: "380 Mio. €", "US$1.2bn".'),
]
Date = Annotated[str | None, typer.Option("--date", metavar="COL", help="Column of the dates to convert at.")]
LookFirst = Annotated[
    bool,
    typer.Option("--look", help="Only show what the columns are taken for, and what comes of some rows."),
]
DateFormat = Annotated[
    str | None,
    typer.Option("--date-format", metavar="FORMAT", help="How dates are written: %d/%m/%Y. Else detected."),
]
Delimiter = Annotated[
    str | None,
    typer.Option("--delimiter", metavar="CHAR", help="Between the cells of a CSV file. Else detected."),
]
Decimal = Annotated[
    Literal[".", ","] | None,
    typer.Option("--decimal", help="The decimal mark of the amounts. Else settled over the column."),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        autocompletion=complete.encodings,
        help="What a CSV file is saved in, as cp1252. Default: UTF-8, or UTF-16.",
    ),
]
Sheet = Annotated[
    str | None, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook. Default: its first.")
]
Engine = Annotated[Literal["duckdb", "spark"], typer.Option("--engine", help="Where the work is done.")]
Memory = Annotated[
    str, typer.Option("--memory", metavar="SIZE", help="What the engine may use at most: 512MB, 2GiB.")
]
Report = Annotated[
    Format,
    typer.Option("--format", "-f", help="How to print the summary; a table is a line on standard error."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 3 if any row could not be converted.")]


def batch(
    ctx: typer.Context,
    source_file: In,
    out: Out = None,
    date: Date = None,
    to: ToAlso = None,
    amount: Amount = None,
    currency: Currency = None,
    text: Text = None,
    date_format: DateFormat = None,
    delimiter: Delimiter = None,
    decimal: Decimal = None,
    sheet: Sheet = None,
    csv_encoding: Encoding = None,  # not the setting, which is of texts
    engine: Engine = "duckdb",
    master: Master = None,
    memory: Memory = DEFAULT_MEMORY,
    look: LookFirst = False,
    strict: Strict = False,
    report: Report = "table",
    lang: Lang = None,
    source: Source = "auto",
    max_gap: MaxGap = MAX_GAP,
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Convert a file of amounts, each row at the rate of its own date.

    All rows and columns pass through and are joined by amount_<code>, rate_<code>, rate_date, rate_source,
    rate_method and status: ok, official_rate (one far from the market), or why there is no rate. With --look
    columns need not be named.
    """
    outside: Outside = ctx.obj
    if not look:
        _refuse_missing(out, date, to)
    if report != "table" and out == "-" and not look:
        raise UsageError(
            "two_outputs",
            "rows and summary cannot both go to standard output",
            "write the rows to a file: --out converted.csv",
        )
    job = Job(
        source=source_file,
        out=out or "",
        to=currencies(to or ("EUR",)),
        date=date or "",
        amount=amount,
        currency=currency,
        text=text,
        date_format=date_format,
        delimiter="\t" if delimiter == "\\t" else delimiter,
        lang=lang,
        decimal=decimal,
        sheet=sheet,
        encoding=known(csv_encoding),
    )
    book = outside.book(source=source, max_gap=max_gap)
    calendars = outside.roots[0] / "calendar"
    if look:
        from ..bulk.look import look as look_at

        present(
            outside, "batch", look_at(job, book=book, calendars=calendars, memory=memory), report, quiet=quiet
        )
        return
    if engine == "spark":
        from ..bulk.spark_batch import batch as on_spark

        outcome = on_spark(job, book=book, calendars=calendars, master=master)
    else:
        # Before NumPy is loaded: there is no linear algebra, whose threads cost time to start, and later on.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from ..bulk.duckdb_batch import batch as on_duckdb

        with bar(outside, job.source, quiet=quiet) as progress:
            outcome = on_duckdb(
                job,
                book=book,
                calendars=calendars,
                memory=memory,
                stdin=outside.stdin,
                stdout=getattr(outside.stdout, "buffer", None),
                progress=progress,
            )
    summary = outcome.result
    warnings = (*outside.heard(), *outcome.warnings)
    warn(outside, warnings, quiet=quiet)
    if report != "table":
        show(outside, Answer("batch", summary, warnings), report)
    elif not quiet:
        outside.say("rows", _told(summary))
    if strict and summary.refused:
        error = NoRateError(
            "rows_without_rate",
            "{refused:,} of {rows:,} rows have no conversion",
            "the column status says why, row by row",
            refused=summary.refused,
            rows=summary.rows,
        )
        if report != "table":  # one document is enough
            outside.say("error", error.message)
            raise typer.Exit(ExitCode.NO_RATE)
        raise error


def _refuse_missing(out: str | None, date: str | None, to: list[str] | None) -> None:
    """What only a look can do without."""
    for option, given in (("--out", out), ("--date", date), ("--to", to)):
        if not given:
            raise UsageError(
                "missing_option",
                "Missing option '{option}'.",
                "capexcalc batch FILE --look shows what the columns are, and the command",
                option=option,
            )


def _told(summary: Summary) -> str:
    met = ", ".join(f"{count:,} {status}" for status, count in summary.statuses.items())
    return f"{summary.rows:,}{met and ': ' + met}"
