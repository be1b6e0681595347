"""A sentence as constructions see it: its marks under the names their neighbours give them, and its topic."""

from __future__ import annotations

from dataclasses import dataclass

from .marks import Mark, join_ranges, lay_out
from .naming import name
from .sentence import Commitment, Sentence


@dataclass(frozen=True, slots=True)
class Wording:
    """``commitment`` is the sum the document is about, which an earlier sentence or this one names."""

    sentence: Sentence
    commitment: Commitment | None
    marks: tuple[Mark, ...]


def worded(sentence: Sentence, commitment: Commitment | None) -> Wording:
    marks = join_ranges(sentence, lay_out(sentence, commitment))
    marks = name(sentence, marks)
    return Wording(sentence, commitment, tuple(marks))
