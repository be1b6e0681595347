"""Results as editors and build logs read them: file, line and column, then what was found there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .text import visible

if TYPE_CHECKING:
    from .answer import Answer
    from .screen import Screen


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """``article.txt:3:14: refuted: why``, a line each."""
    for remark in answer.remarks():
        place = f"{visible(remark.file)}:{remark.line}:{remark.column}"
        yield f"{place}: {remark.word}: {visible(remark.message)}\n"
