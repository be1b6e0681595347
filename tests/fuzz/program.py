"""The program in this process, as a shell would run it, and what holds of every run."""

from __future__ import annotations

import io
import json
import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from capexcalc.cli.context import Outside
from capexcalc.cli.program import run as run_program
from capexcalc.errors import ExitCode
from capexcalc.output.schema import shipped

TODAY = date(2026, 11, 4)

# What steers a terminal, turns a line round or is half a character. Tabs and line ends may be printed.
UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SAID = re.compile(r"(error|hint|warning|note|rows|documents): ")
_CODES = {*ExitCode} - {ExitCode.BUG}


class FaultError(AssertionError):
    """Something that must hold of every run does not."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that has ended: its arguments and standard input, its code, and what it printed."""

    arguments: tuple[str, ...]
    stdin: bytes
    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    def expect(self, holds: object, what: str) -> None:
        """Raises FaultError, with the run, unless ``holds``."""
        if not holds:
            raise FaultError(f"{what}\n{self}")

    def __str__(self) -> str:
        shown = " ".join(map(ascii, self.arguments))
        stdin = f"\nstdin: {self.stdin[:2000]!r}" if self.stdin else ""
        printed = f"out: {self.out[:2000]!a}\nerr: {self.err[:1000]!a}"
        return f"capexcalc {shown}{stdin}\ncode: {self.code}\n{printed}"


def run(*arguments: str, cache: Path, stdin: bytes = b"", environ: Mapping[str, str] = {}) -> Ended:
    """Run the arguments; raises FaultError where they end in a way that no input may bring about.

    ``cache`` is the user's folder of rates.
    """
    out, err = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(each, "utf-8", "backslashreplace", newline="\n") for each in (out, err)]
    outside = Outside(
        stdin=io.BytesIO(stdin),
        stdout=streams[0],
        stderr=streams[1],
        width=80,
        today=TODAY,
        environ={"CAPEXCALC_CACHE_DIR": str(cache), **environ, "CAPEXCALC_DEBUG": "1"},
    )
    try:
        code = run_program(arguments, outside)
    except Exception as error:
        where = "".join(traceback.format_exception(error, limit=-3))
        raise FaultError(f"{where}{Ended(arguments, stdin, 1, '', '')}") from error
    for stream in streams:
        stream.flush()
    ended = Ended(arguments, stdin, code, out.getvalue().decode(), err.getvalue().decode())
    _sound(ended)
    return ended


def _sound(ended: Ended) -> None:
    ended.expect(ended.code in _CODES, "an exit code that is none")
    ended.expect(not UNSAFE.search(ended.err), "a character that steers the terminal is said")
    lines = ended.err.splitlines()
    ended.expect(all(map(_SAID.match, lines)), "a line on standard error that says not what it is")
    errors = [line for line in lines if line.startswith("error: ")]
    failed = ended.code not in (ExitCode.DONE, ExitCode.VERDICT)
    in_part = ended.arguments[:2] == ("rates", "update") and " is as it was: " in ended.err
    ended.expect(bool(errors) == failed or in_part, "a failure and no error said, or an error and no failure")
    if ended.arguments[0] != "batch":  # which hands on the cells of its rows as they are
        ended.expect(not UNSAFE.search(ended.out), "a character that steers the terminal is printed")


def valid(ended: Ended, name: str) -> Any:
    """The document that ``-f json`` printed, which is as the schema of command ``name`` or of errors says."""
    failed = ended.code not in (ExitCode.DONE, ExitCode.VERDICT)
    if failed and not ended.out:
        return None  # a word of the command line hides the format asked for
    try:
        printed = ended.json()
    except ValueError as error:
        raise FaultError(f"not JSON: {error}\n{ended}") from None
    is_error = "error" in printed
    fault = next(_validator("error" if is_error else name).iter_errors(printed), None)
    ended.expect(fault is None, f"not what the schema says: {fault and fault.message[:300]}")
    return printed


def valid_line(line: str, name: str) -> Any:
    """The object on a line of ``-f jsonl``, which is as the schema of command ``name`` or of errors says."""
    printed = json.loads(line)
    validator = _validator("error") if "error" in printed else _line_validator(name)
    fault = next(validator.iter_errors(printed), None)
    if fault:
        raise FaultError(f"not what the schema says of a line: {fault.message[:300]}")
    return printed


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(shipped(name)))


@cache
def _line_validator(name: str) -> Draft202012Validator:
    schema = json.loads(shipped(name))
    return Draft202012Validator({"$ref": "#/$defs/Line", "$defs": schema["$defs"]})
