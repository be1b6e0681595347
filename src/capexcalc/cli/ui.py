"""Which language a command line is answered in."""

from __future__ import annotations

from collections.abc import Sequence

from ..words import Voice
from .context import Outside

# Formats that programs read: the locale of whoever runs them changes nothing in these.
_MACHINES = {"json", "jsonl", "csv"}


def language_of(arguments: Sequence[str], form: str, outside: Outside) -> tuple[list[str], Voice | None]:
    """The arguments without ``--ui``, and what speaks the language asked for; None of English.

    Asked by ``--ui CODE``, anywhere on the line, else by CAPEXCALC_UI, else, where people read the result, by
    the locale. Raises UsageError ``unknown_ui``.
    """
    rest, code = _taken(arguments)
    code = code or outside.environ.get("CAPEXCALC_UI")
    if not code and (form in _MACHINES or not outside.unicode):
        return rest, None
    from ..output.languages import asked, of_locale, voice_of

    language = asked(code) if code else of_locale(outside.environ)
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
