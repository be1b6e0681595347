"""Results as annotations of GitHub Actions (its manual, "Workflow commands for GitHub Actions")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .text import visible

if TYPE_CHECKING:
    from .answer import Answer
    from .screen import Screen

_LEVELS = {1: "notice", 2: "warning", 3: "error"}
# What a workflow command would take for the end of a message or of a property.
_MESSAGE = str.maketrans({c: f"%{ord(c):02X}" for c in "%\r\n"})
_PROPERTY = str.maketrans({c: f"%{ord(c):02X}" for c in "%\r\n:,"})


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """An annotation for each claim that does not simply hold, and for what could not be read."""
    for remark in answer.remarks():
        if level := _LEVELS.get(remark.gravity):
            place = f"file={_in_property(remark.file)},line={remark.line},col={remark.column}"
            message = visible(remark.message).translate(_MESSAGE)
            yield f"::{level} {place},title={_in_property(remark.word)}::{message}\n"


def _in_property(text: str) -> str:
    return visible(text).translate(_PROPERTY)
