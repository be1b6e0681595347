"""A command's outcome on its streams: the result in the format asked for, the warnings beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..commands.outcome import Outcome
from ..errors import CacheError, Notice, system
from ..output.answer import Answer, Style
from ..output.formats import Format, TextFormat, render
from ..output.screen import Screen
from .context import Outside


def present(
    outside: Outside,
    command: str,
    outcome: Outcome[Any],
    form: Format,
    *,
    quiet: bool,
    exact: bool = False,
    explain: bool = False,
    chart: str | None = None,
) -> None:
    """The result of ``command`` on standard output, its warnings on standard error; drawn into ``chart``.

    Raises what chart_file raises, and CacheError (``output_failed``).
    """
    warnings = (*outside.heard(), *outcome.warnings)
    warn(outside, warnings, quiet=quiet)
    answer = Answer(command, outcome.result, warnings, Style(exact, explain), outside.arguments)
    if chart is not None:
        _draw(answer, chart)
    show(outside, answer, form)


def _draw(answer: Answer, name: str) -> None:
    from ..bulk.landing import landing  # here: most results are not drawn
    from ..output.chart_file import chart_file

    drawn = chart_file(answer, name)
    try:
        with landing(Path(name)) as path:
            path.write_bytes(drawn)
    except OSError as error:
        raise CacheError(
            "output_failed",
            "cannot write {name}: {reason}",
            name=name,
            reason=system((error.strerror or "").lower()),
        ) from None


def warn(outside: Outside, warnings: Iterable[Notice], *, quiet: bool) -> None:
    if not quiet:
        for notice in warnings:
            outside.say("warning", notice.message)


def show(outside: Outside, answer: Answer, form: TextFormat) -> None:
    """``answer`` written piece by piece, as it comes."""
    if form != "table":
        outside.as_data()
    for text in render(form, answer, Screen(outside.width, outside.color, outside.encoding)):
        outside.write(text)
