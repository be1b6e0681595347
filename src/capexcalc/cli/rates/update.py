"""``capexcalc rates update``."""

from contextlib import closing
from typing import Annotated

import typer

from ...commands.outcome import Outcome
from ...commands.rates_update import update as update_rates
from ...errors import ExitCode, Notice
from ...feeds.run import UpdateContext
from ...rates.sources import SOURCES, TRUSTED
from ..context import Outside
from ..options import FormatOption, Offline, Quiet, Schema
from ..present import present
from .progress import Progress

EPILOG = """\b
Examples:
  capexcalc rates update
  capexcalc rates update --source worldbank --timeout 20
"""

_WITH_OTHERS = {id for row in SOURCES for id in row.brings}
_NAMED = [
    f"{row.id} ({row.by_name}, so only by name)" if row.by_name else row.id
    for row in SOURCES
    if row.id not in _WITH_OTHERS and row.providers
]

Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="NAME",
        help=f"Only these: {', '.join(_NAMED)}. Default: {' and '.join(TRUSTED)}.",
    ),
]
Full = Annotated[bool, typer.Option("--full", help="Fetch the whole history and compare it.")]
Accept = Annotated[
    bool, typer.Option("--accept", help="Take what is doubtful, after a look at what was said of it.")
]
Timeout = Annotated[
    float,
    typer.Option("--timeout", metavar="SECONDS", min=0.1, max=600, help="How long a server may keep silent."),
]


def update(
    ctx: typer.Context,
    sources: Sources = None,
    full: Full = False,
    accept: Accept = False,
    timeout: Timeout = 5,
    form: FormatOption = "table",
    offline: Offline = False,
    quiet: Quiet = False,
    schema: Schema = False,
) -> None:
    """Fetch the rates published since, and price indices by name, into your own cache folder.

    Ends with status 4 if a source could not be updated; every rate there was is still there.
    What a server sends is judged as a whole before any of it is taken: a level that is another than it was,
    columns or days that have moved, what other sources contradict.
    """
    outside: Outside = ctx.obj
    notices: list[Notice] = []
    with closing(Progress(outside)) as progress:
        context = UpdateContext(
            roots=outside.roots,
            today=outside.today,
            timeout=timeout,
            mirrors=_mirrors(outside),
            step=progress.step,
            waiting=lambda message: outside.say("note", message),
            warn=notices.append,
            accept=accept,
        )
        wanted = [] if sources is None or "auto" in sources else sources
        done = update_rates(wanted, context, full=full, offline=offline)
    outcome = Outcome(done.result, (*notices, *done.warnings))
    present(outside, "rates-update", outcome, form, quiet=quiet)
    if done.result.failed:
        raise typer.Exit(ExitCode.CACHE)


def _mirrors(outside: Outside) -> dict[str, str]:
    providers = {provider for row in SOURCES for provider in row.providers}
    named = {provider: outside.environ.get(f"CAPEXCALC_{provider.upper()}_URL") for provider in providers}
    return {provider: url for provider, url in named.items() if url}
