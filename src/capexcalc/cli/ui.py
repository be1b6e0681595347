"""Which language a command line is answered in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..words import Voice
from .context import Outside

# Formats that programs read: the locale of whoever runs them changes nothing in these.
_MACHINES = {"json", "jsonl", "csv", "sarif", "claimreview"}
# What is English in any language, whatever is settled.
_ABOUT = {"--help", "help", "--version", "-V", "version", "--schema"}


def language_of(
    arguments: Sequence[str], form: Callable[[], str], outside: Outside
) -> tuple[list[str], Voice | None]:
    """The arguments without ``--ui``, and what speaks the language asked for; None of English.

    Asked by ``--ui CODE``, anywhere on the line, else as it is settled, else, where people read the result,
    by the locale. Raises UsageError ``unknown_ui``, and what settings raise.
    """
    rest, code = _taken(arguments)
    if code is None:
        if not arguments or _ABOUT.intersection(arguments):
            return rest, None
        code = outside.settings.get("ui")
    if code is None and (form() in _MACHINES or not outside.unicode):
        return rest, None
    from ..output.languages import asked, of_locale, voice_of

    language = asked(code) if code is not None else of_locale(outside.environ)
    return rest, voice_of(language or "en")


def _taken(arguments: Sequence[str]) -> tuple[list[str], str | None]:
    rest: list[str] = []
    code = None
    following = iter(arguments)
    for argument in following:
        if argument == "--":
            return [*rest, argument, *following], code
        if argument == "--ui":
            code = next(following, "")
        elif argument.startswith("--ui="):
            code = argument.removeprefix("--ui=")
        else:
            rest.append(argument)
    return rest, code
