"""Texts with a right and a wrong figure, written as blocks of lines under their language."""

from __future__ import annotations

_NO_BLANKS = ("zh", "ja")


def cases(block: str) -> list[tuple[str, list[str], str]]:
    """The language of each case, its right and its wrong figure, if it has any, and its text, whose lines are
    joined by a blank but in scripts without."""
    found = []
    for case in block.strip().split("\n\n"):
        head, *lines = case.split("\n")
        language, *figures = head.split(" | ")
        found.append((language, figures, ("" if language in _NO_BLANKS else " ").join(lines)))
    return found
