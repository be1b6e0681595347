"""A result in the format asked for. What a format needs is imported only where it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..commands.outcome import Outcome
from ..errors import Notice
from .context import Outside
from .options import Format


def present(
    outside: Outside, command: str, outcome: Outcome[Any], how: Format, *, quiet: bool, **style: bool
) -> None:
    """The result of ``command`` on standard output, its warnings on standard error."""
    outcome = Outcome(outcome.result, (*outside.heard(), *outcome.warnings))
    warn(outside, outcome.warnings, quiet=quiet)
    if how == "json":
        whole(outside, command, outcome)
    else:
        parts(outside, command, outcome.result, how, **style)


def warn(outside: Outside, warnings: Iterable[Notice], *, quiet: bool) -> None:
    if not quiet:
        for notice in warnings:
            outside.say("warning", notice.message)


def whole(outside: Outside, command: str, outcome: Outcome[Any]) -> None:
    """The JSON document of ``command``."""
    from ..output.json import document

    outside.write(document(command, outcome.result, outcome.warnings, ascii_only=not outside.unicode) + "\n")


def parts(outside: Outside, command: str, result: Any, how: Format, **style: bool) -> None:
    """Every other format, written piece by piece: ``result`` may be an iterator that takes its time.

    ``style`` is what tables and Markdown can be told: ``exact``, ``explain``.
    """
    for text in _rendered(outside, command, result, how, style):
        outside.write(text)


def _rendered(
    outside: Outside, command: str, result: Any, how: Format, style: dict[str, bool]
) -> Iterator[str]:
    # The commands of a group print alike: spending-show, spending-fetch.
    name = command.partition("-")[0]
    match how:
        case "jsonl":
            from ..output.json import lines

            items = result if isinstance(result, Iterable) else (result,)
            yield from lines(command, items, ascii_only=not outside.unicode)
            return
        case _ if command.startswith("rates-"):
            text = _rates(outside, command, result, how, style["exact"])
        case "csv":
            from ..output import csv

            text = getattr(csv, name)(result)
        case "markdown":
            from ..output import markdown

            text = getattr(markdown, name)(result, **style)
        case _:
            from ..output import table

            screen = table.Screen(outside.width, outside.color, outside.encoding)
            text = getattr(table, name)(result, screen, **style)
    # A long result comes in pieces, a short one as one.
    yield from (text,) if isinstance(text, str) else text


def _rates(outside: Outside, command: str, result: Any, how: Format, exact: bool) -> str:
    from ..output import rates

    if how == "csv":
        return rates.rows(command, result)
    if how == "markdown":
        from ..output import markdown

        return markdown.page(*rates.page(command, result, exact=exact, bars=False))
    from ..output import table

    screen = table.Screen(outside.width, outside.color, outside.encoding)
    return table.page(*rates.page(command, result, exact=exact, bars=outside.unicode), screen)
