"""A command's outcome on its streams: the result in the format asked for, the warnings beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..commands.outcome import Outcome
from ..errors import Notice
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
) -> None:
    """The result of ``command`` on standard output, its warnings on standard error."""
    warnings = (*outside.heard(), *outcome.warnings)
    warn(outside, warnings, quiet=quiet)
    show(outside, Answer(command, outcome.result, warnings, Style(exact, explain)), form)


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
