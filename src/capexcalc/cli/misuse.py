"""What Typer complains of, as sentences of our own, so that they can be said in any language."""

from __future__ import annotations

import re
from collections.abc import Mapping

import typer

from ..errors import UsageError
from ..words import Phrase, Template

# What Typer says, by the pattern of its sentence; each name is a place of ours. Another sentence is passed on
# as it is.
_COMPLAINTS: Mapping[str, Template] = {
    r"Missing argument '(?P<argument>.+)'\.": "Missing argument '{argument}'.",
    r"Missing option '(?P<option>.+)'\.": "Missing option '{option}'.",
    r"No such option: (?P<option>\S+) \(Possible options: (?P<options>.+)\)": (
        "No such option: {option} (Possible options: {options})"
    ),
    r"No such option: (?P<option>\S+)": "No such option: {option}",
    r"No such command '(?P<command>.*)'\. Did you mean (?P<near>.+)\?": (
        "No such command '{command}'. Did you mean {near}?"
    ),
    r"No such command '(?P<command>.*)'\.": "No such command '{command}'.",
    r"Option '(?P<option>.+)' requires an argument\.": "Option '{option}' requires an argument.",
    r"Option '(?P<option>.+)' does not take a value\.": "Option '{option}' does not take a value.",
    r"Got unexpected extra argument\S* \((?P<words>.*)\)": "Got unexpected arguments ({words})",
    r"Invalid value for (?P<option>.+?): (?P<value>.+) is not one of (?P<values>.+)\.": (
        "Invalid value for {option}: {value} is not one of {values}."
    ),
    r"Invalid value for (?P<option>.+?): (?P<value>.+) is not in the range (?P<values>.+)\.": (
        "Invalid value for {option}: {value} is not in the range {values}."
    ),
    r"Invalid value for (?P<option>.+?): (?P<value>.+) is not a valid (int|integer)( range)?\.": (
        "Invalid value for {option}: {value} is not a whole number."
    ),
}


def misused(error: typer.TyperException) -> UsageError:
    """The error (``usage``) for a command line that Typer does not take, with the help that says how."""
    ctx = getattr(error, "ctx", None)
    return UsageError(
        "usage",
        "{fault}",
        "{command} --help",
        fault=_complaint(error.format_message()),
        command=ctx.command_path if ctx else "capexcalc",
    )


def _complaint(said: str) -> Phrase | str:
    for pattern, template in _COMPLAINTS.items():
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return Phrase(template, **found.groupdict())
    return said
