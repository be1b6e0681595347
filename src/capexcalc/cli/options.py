"""The options commands share, and how their values are read."""

import os
from datetime import date
from typing import Annotated

import typer

from ..errors import UsageError, quoted
from ..money.dates import parse_date
from ..output.formats import Format, TextFormat
from ..rates.sources import SOURCES
from . import complete
from .context import Outside


def print_schema(ctx: typer.Context, wanted: bool) -> None:
    """Print the schema file of the command at hand, and end."""
    if wanted:
        from ..output.schema import shipped

        outside: Outside = ctx.find_root().obj
        # The root has no part in the name; a group has: spending-show.
        group = [ctx.parent.command.name] if ctx.parent and ctx.parent.parent else []
        outside.as_data()
        outside.write(shipped("-".join(map(str, [*group, ctx.command.name]))))
        raise typer.Exit


Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS...", help='An amount as people write it: 380bn CNY, "50 milliards d\'euros".'
    ),
]
_CODES, _TO = "CODE[,CODE]", complete.codes
To = Annotated[
    list[str], typer.Option("--to", metavar=_CODES, autocompletion=_TO, help="Currencies to convert to.")
]
ToOrWords = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar=_CODES,
        autocompletion=_TO,
        help='Currencies to convert to, by code or name; or say it in the words: "5bn USD to euros".',
    ),
]
ToAlso = Annotated[
    list[str] | None,
    typer.Option(
        "--to", metavar=_CODES, autocompletion=_TO, help="Currencies to convert to as well, by code or name."
    ),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="Date of the rate: 2025-02-24, 24 Feb 2025, yesterday."),
]
Over = Annotated[
    str | None,
    typer.Option("--over", metavar="SPAN", help="Time it is spread over: 3y, 18 months, 2025..2027."),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="CODE",
        autocompletion=complete.languages,
        help="Language of the words; detected if not given.",
    ),
]
_DATED = ", ".join(row.id for row in SOURCES if row.dated)
Source = Annotated[
    str,
    typer.Option(
        "--source",
        metavar="NAME",
        autocompletion=complete.sources,
        help=f"Whose rates: auto, {_DATED}, or your own.",
    ),
]
LONGEST_GAP = 36_600  # days
MaxGap = Annotated[
    int,
    typer.Option(
        "--max-gap", metavar="DAYS", min=0, max=LONGEST_GAP, help="How old a rate may be on the date asked."
    ),
]
MOST_JOBS = 1024
Jobs = Annotated[
    str,
    typer.Option(
        "--jobs", "-j", metavar="N", help="Processes that judge documents; auto: one for each core."
    ),
]
Offline = Annotated[bool, typer.Option("--offline", help="Use what is in the cache, no network.")]
_HOW = typer.Option("--format", "-f", help="How to print the result.")
FormatOption = Annotated[Format, _HOW]
TextFormatOption = Annotated[TextFormat, _HOW]
Exact = Annotated[bool, typer.Option("--exact", help="Print every digit instead of bn and m.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show the working, ready to send to an editor.")]
Chart = Annotated[
    str | None,
    typer.Option("--chart", metavar="FILE", help="Draw it into a file as well: out.svg, out.png."),
]
Master = Annotated[
    str | None,
    typer.Option("--master", metavar="URL", help="Spark master: local[4], spark://host:7077, yarn."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not print warnings.")]
Schema = Annotated[
    bool,
    typer.Option("--schema", is_eager=True, callback=print_schema, help="Print the JSON Schema of -f json."),
]


def is_typed(ctx: typer.Context, parameter: str) -> bool:
    """Whether an option stands on the command line; its value may come from a setting."""
    source = ctx.get_parameter_source(parameter)
    return source is not None and source.name == "COMMANDLINE"


def day(given: str | None, outside: Outside) -> date | None:
    return None if given is None else parse_date(given, outside.today)


def known(encoding: str | None) -> str | None:
    """The name Python has for an encoding. Raises UsageError (``bad_encoding``)."""
    if encoding is None:
        return None
    from ..documents.plain import known_encoding  # here: most files say themselves, or are UTF-8

    return known_encoding(encoding)


def processes(given: str) -> int:
    """How many ``--jobs`` asks for: ``auto`` is one for each core that this process may use.

    Raises UsageError ``bad_jobs``.
    """
    if given.strip().lower() == "auto":
        return min(MOST_JOBS, _cores())
    if given.isascii() and given.isdigit() and len(given) < 6 and 1 <= int(given) <= MOST_JOBS:
        return int(given)
    raise UsageError(
        "bad_jobs",
        "{given} is no number of processes",
        "from 1 to {most:,}, or auto: one for each core",
        given=quoted(given),
        most=MOST_JOBS,
    )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
