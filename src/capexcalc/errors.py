"""One error tree. Each error knows its exit code, a slug a script can match, and the hint that helps next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


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


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user must know about a result that is nevertheless sound."""

    code: str
    message: str


def quoted(text: str) -> str:
    """``text`` as a message quotes what was given: escaped, and its first sixty characters at most."""
    return repr(text if len(text) <= 60 else f"{text[:59]}…")


def extra(*packages: str, name: str) -> str:
    """What installs ``packages`` beside the program as pipx has it, or the extra ``name`` that they are in.

    Never the program by its name: it is on no index, and whoever takes the name there would be run.
    """
    return f"pipx inject capexcalc {' '.join(packages)}; or, in a clone: pip install '.[{name}]'"


class CapexcalcError(Exception):
    """Base of every expected failure: one line of what and where, and a hint that helps next.

    ``code`` is a slug (``unknown_currency``), stable for scripts; ``exit_code`` the process status.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


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
