"""Results and errors as JSON: decimals as strings without exponent, dates as ISO 8601, nothing random."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..errors import CapexcalcError
from ..money.periods import Span
from ..words import Named, Phrase
from .commands import COMMANDS

if TYPE_CHECKING:
    from .answer import Answer
    from .screen import Screen

_PLAIN = frozenset((str, int, bool, type(None)))  # JSON has these, and most of what is printed is one

ERROR = "capexcalc/error@1"


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    yield document(answer.command, answer.result, answer.warnings, ascii_only=not screen.unicode) + "\n"


def document(command: str, result: object, warnings: Iterable[object], *, ascii_only: bool = False) -> str:
    """The whole of what ``-f json`` prints: the result of ``command`` in its envelope."""
    envelope = {
        "schema": schema_id(command),
        "version": __version__,
        "result": to_plain(result),
        "warnings": to_plain(tuple(warnings)),
    }
    return dumps(envelope, ascii_only, indent=2)


def error(problem: CapexcalcError, *, ascii_only: bool = False, indent: int | None = 2) -> str:
    """A failure; without ``indent`` on one line."""
    body = {
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "facts": plain_facts(problem),
    }
    return dumps({"schema": ERROR, "error": body}, ascii_only, indent)


def plain_facts(problem: CapexcalcError) -> Mapping[str, object]:
    """What stands in the places of an error's message and hint, in the types JSON has: dates, codes and
    figures are the same in every language, only parts of a sentence follow that of the output."""
    return {name: _plain_fact(value) for name, value in problem.facts.items()}


def _plain_fact(value: object) -> object:
    if isinstance(value, Named):
        return value.code
    if isinstance(value, tuple | list):
        return [_plain_fact(item) for item in value]
    try:
        return to_plain(value)
    except TypeError:
        return str(value)  # a path, what the system said


def schema_id(command: str) -> str:
    return f"capexcalc/{command}@{COMMANDS[command].version}"


def to_plain(value: Any) -> Any:
    """A result in the types JSON has. A field named ``from_`` prints as ``from``."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return [item if type(item) in _PLAIN else to_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Span):
        return value.iso()
    if isinstance(value, Phrase):
        return str(value)
    kind: Any = type(value)
    if not is_dataclass(value):
        if isinstance(value, Mapping):
            return {key: to_plain(item) for key, item in value.items()}
        raise TypeError(f"no JSON for {kind.__name__}")
    return {
        name: item if type(item) in _PLAIN else to_plain(item)
        for attribute, name, may_lack in _members(kind)
        if (item := getattr(value, attribute)) is not None or not may_lack
    }


def printed_name(field: Field[Any]) -> str:
    """What JSON calls a field: ``name`` of its metadata, or its own name, ``from_`` without the stroke."""
    return str(field.metadata.get("name", field.name.rstrip("_")))


@cache
def _members(kind: type[Any]) -> tuple[tuple[str, str, bool], ...]:
    """Each field of a dataclass, the name it prints under, and whether it is left out where it is None."""
    return tuple(
        (field.name, printed_name(field), bool(field.metadata.get("absent_if_none")))
        for field in fields(kind)
        if not field.metadata.get("unprinted")
    )


def dumps(value: object, ascii_only: bool, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    return text if text.isascii() and "\x7f" not in text else _escaped(text)


def _escaped(text: str) -> str:
    """``text`` with the characters JSON lets through, but terminals or UTF-8 do not, as ``\\u`` escapes."""
    import re

    unsafe = r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
    return re.sub(unsafe, lambda match: f"\\u{ord(match[0]):04x}", text)
