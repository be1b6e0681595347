"""Results as a SARIF log, for code scanning and its viewers: what does not simply hold, or could not be read.

OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01", 2023.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..words import in_words
from .json import dumps
from .text import visible
from .wording.labels import KINDS

if TYPE_CHECKING:
    from .answer import Answer
    from .page import Remark
    from .screen import Screen

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# 3.27.9 and 3.27.10: what could not be judged is open, and only what fails has a level.
_JUDGED = {1: ("open", "none"), 2: ("fail", "warning"), 3: ("fail", "error")}


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """One log of one run, its results written as they come."""

    def printed(value: object) -> str:
        return dumps(value, not screen.unicode)

    head = {"columnKind": "unicodeCodePoints", "tool": {"driver": _driver()}}
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{{printed(head)[1:-1]}, "results": ['
    unread: list[dict[str, Any]] = []
    between = "\n"
    for remark in answer.remarks():
        if remark.unread:
            unread.append(_notification(remark))
        elif remark.gravity in _JUDGED:
            yield between + printed(_result(remark))
            between = ",\n"
    done = [{"executionSuccessful": not unread, "toolExecutionNotifications": unread}]
    yield f'\n], "invocations": {printed(done)}}}]}}\n'


def _driver() -> dict[str, Any]:
    rules = [{"id": kind, "shortDescription": {"text": in_words(label)}} for kind, label in KINDS.items()]
    return {"name": "capexcalc", "version": __version__, "rules": rules}


def _result(remark: Remark) -> dict[str, Any]:
    kind, level = _JUDGED[remark.gravity]
    said = f"{remark.word}: {visible(remark.message)}"
    return {
        "ruleId": remark.rule,
        "kind": kind,
        "level": level,
        "message": {"text": said},
        "locations": [_location(remark)],
    }


def _notification(remark: Remark) -> dict[str, Any]:
    return {
        "descriptor": {"id": remark.rule},
        "level": "error",
        "message": {"text": visible(remark.message)},
        "locations": [_location(remark)],
    }


def _location(remark: Remark) -> dict[str, Any]:
    region = {"startLine": remark.line, "startColumn": remark.column}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(remark.file)}, "region": region}}


def _uri(file: str) -> str:
    """A reference to a file as RFC 3986 has it; of an address only what it may not hold is escaped."""
    from urllib.parse import quote

    if file.startswith(("http://", "https://")):
        return quote(file, safe="/:?#[]@!$&'()*+,;=%~", errors="replace")
    path = Path(file)
    begin = "file://" if path.is_absolute() else ""
    return begin + quote(path.as_posix(), errors="surrogateescape")
