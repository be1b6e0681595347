"""One error tree. Each error knows its exit code, a slug a script can match, and the hint that helps next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import IntEnum

from .records import dataclass
from .words import Phrase, Template, phrase


class ExitCode(IntEnum):
    """What the process says to the shell; README lists the same table."""

    DONE = 0
    BUG = 1
    USAGE = 2
    NO_RATE = 3
    CACHE = 4
    NOT_COMPARABLE = 5
    VERDICT = 10
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True, init=False)
class Notice:
    """Something the user must know about a result that is nevertheless sound."""

    code: str
    said: Phrase = field(metadata={"name": "message"})

    def __init__(self, code: str, template: Template | Phrase, /, **facts: object) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "said", phrase(template, **facts))

    @property
    def message(self) -> str:
        """What is said, in words."""
        return str(self.said)


# What the system says most often when a file cannot be read or written, or a server not be reached.
_SYSTEM: Sequence[Template] = (
    "no such file or directory",
    "permission denied",
    "is a directory",
    "not a directory",
    "file exists",
    "file name too long",
    "no space left on device",
    "read-only file system",
    "input/output error",
    "too many open files",
    "No space left on device",
    "Bad file descriptor",
    "Input/output error",
    "file too large",
    "connection refused",
    "connection reset by peer",
    "name or service not known",
    "temporary failure in name resolution",
    "network is unreachable",
    "no route to host",
    "timed out",
    "File is not a zip file",
)


def system(said: str) -> Phrase | str:
    """What the system said, as a phrase that can be translated where it is one of the usual."""
    return next((Phrase(known) for known in _SYSTEM if known == said), said)


def quoted(text: str) -> str:
    """``text`` as a message quotes what was given: escaped, and its first sixty characters at most."""
    return repr(text if len(text) <= 60 else f"{text[:59]}…")


def extra(*packages: str, name: str) -> Phrase:
    """What installs ``packages`` beside the program as pipx has it, or the extra ``name`` that they are in.

    Never the program by its name: it is on no index, and whoever takes the name there would be run.
    """
    return Phrase(
        "pipx inject capexcalc {packages}; or, in a clone: pip install '.[{extra}]'",
        packages=" ".join(packages),
        extra=name,
    )


class CapexcalcError(Exception):
    """Base of every expected failure: one line of what and where, and a hint that helps next.

    ``code`` is a slug (``unknown_currency``), stable for scripts; ``exit_code`` the process status. ``said``
    and ``advice`` are what ``message`` and ``hint`` put into words; both templates are filled from the facts.
    """

    exit_code = ExitCode.USAGE

    def __init__(
        self,
        code: str,
        template: Template | Phrase,
        advice: Template | Phrase | None = None,
        /,
        **facts: object,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.said = phrase(template, **facts)
        self.advice = None if advice is None else phrase(advice, **facts)

    @property
    def message(self) -> str:
        return str(self.said)

    @property
    def hint(self) -> str | None:
        return None if self.advice is None else str(self.advice)

    @property
    def facts(self) -> Mapping[str, object]:
        """What the sentences are made of, by the names of their places."""
        return {**self.said.facts, **(self.advice.facts if self.advice else {})}

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.code, self.said, self.advice)


class UsageError(CapexcalcError):
    """The request cannot be understood."""


class InputError(CapexcalcError):
    """A file or stream cannot be read; the message names it, with the line where there is one."""


class NoRateError(CapexcalcError):
    """No reference rate or index answers: unknown currency, outside coverage, too old."""

    exit_code = ExitCode.NO_RATE


class CacheError(CapexcalcError):
    """The rates cache or the network fails."""

    exit_code = ExitCode.CACHE


class NotComparableError(CapexcalcError):
    """The figures are readable but cannot be compared: overlapping periods, mixed currencies."""

    exit_code = ExitCode.NOT_COMPARABLE


class BugError(CapexcalcError):
    """What nobody expected: the fault is the program's."""

    exit_code = ExitCode.BUG


def says_nothing(path: object, option: str) -> UsageError:
    """Of an option that a file of its kind has no use for."""
    return UsageError(
        "usage",
        "{path}: --{name} says nothing of a file of this kind",
        path=path,
        name=option.replace("_", "-"),
    )
