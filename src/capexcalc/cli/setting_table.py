"""The settings there are: a row each, and what a value of each must be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from ..errors import UsageError, quoted

Environ = Mapping[str, str]


class Setting(NamedTuple):
    """One row a setting. ``key`` is its name in a file, ``parameter`` that of the commands it is for, None if
    it is asked for by ``Settings.get`` alone; ``check`` raises CapexcalcError for a value that is none."""

    key: str
    kind: Literal["text", "list", "number", "flag"]
    parameter: str | None
    default: str
    meaning: str
    check: Callable[[Any, Environ], object]

    @property
    def variable(self) -> str:
        return f"CAPEXCALC_{self.key.upper().replace('-', '_')}"


def _form(value: str, environ: Environ) -> None:
    from ..output.formats import FORMATS

    if value not in FORMATS:
        raise UsageError(
            "usage",
            "{value} is no format",
            "one of {formats}",
            value=quoted(value),
            formats=", ".join(FORMATS),
        )


def _targets(value: list[str], environ: Environ) -> None:
    from ..commands.values import currencies

    currencies(value)


def _share(value: str, environ: Environ) -> None:
    from ..commands.values import share

    share(value)


def _source(value: str, environ: Environ) -> None:
    from ..commands.workspace import Workspace

    Workspace(environ, date.max).book(source=value, max_gap=0)


def _flag(value: bool, environ: Environ) -> None:
    """Either is good."""


def _gap(value: int, environ: Environ) -> None:
    from .options import LONGEST_GAP

    if not 0 <= value <= LONGEST_GAP:
        raise UsageError(
            "usage", "{value} is not from 0 to {most:,} days", "max-gap = 7", value=value, most=LONGEST_GAP
        )


def _verdicts(value: list[str], environ: Environ) -> None:
    from .check import verdicts

    verdicts(value)


def _jobs(value: str, environ: Environ) -> None:
    from .options import processes

    processes(value)


def _encoding(value: str, environ: Environ) -> None:
    from ..documents.plain import known_encoding

    known_encoding(value)


def _language(value: str, environ: Environ) -> None:
    from ..reading.lexicon import load_lexicon

    load_lexicon(value)


def _spoken(value: str, environ: Environ) -> None:
    from ..output.languages import asked

    asked(value)


SETTINGS = (
    Setting("to", "list", "to", "", "currencies to convert to", _targets),
    Setting("format", "text", "form", "table", "how to print a result, where a command can", _form),
    Setting("source", "text", "source", "auto", "whose rates", _source),
    Setting("max-gap", "number", "max_gap", "7", "how many days old a rate may be on the date asked", _gap),
    Setting("offline", "flag", "offline", "false", "use what is in the cache, no network", _flag),
    Setting("lang", "text", "lang", "", "language of what is read; detected if not given", _language),
    Setting("ui", "text", None, "", "language of what is printed; the locale's if not given", _spoken),
    Setting("encoding", "text", "encoding", "", "what texts are saved in; guessed if not given", _encoding),
    Setting("tolerance", "text", "tolerance", "2%", "how far off a figure still counts as close", _share),
    Setting("fail-on", "list", "fail_on", "", "verdicts for which check ends with 10", _verdicts),
    Setting("jobs", "text", "jobs", "1", "how many processes judge documents, or auto", _jobs),
    Setting("figures", "flag", "figures", "false", "list every figure that was read", _flag),
    Setting("explain", "flag", "explain", "false", "show the working", _flag),
    Setting("exact", "flag", "exact", "false", "print every digit", _flag),
    Setting("quiet", "flag", "quiet", "false", "no warnings; of a check only what does not hold", _flag),
)
