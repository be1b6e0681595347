"""A sentence as constructions see it: its marks under the names their neighbours give them, and its topic."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from ..reading.mentions import Amount
from .marks import Mark, join_ranges, lay_out
from .naming import name
from .sentence import Commitment, Sentence


@dataclass(frozen=True, slots=True)
class Wording:
    """``commitment`` is the sum the document is about, which an earlier sentence or this one names."""

    sentence: Sentence
    commitment: Commitment | None
    marks: tuple[Mark, ...]

    def topics(self, before: int) -> list[Mark]:
        """What a sentence may speak of a part of, or go on about, at an offset: its sums before that, the first
        one first, else the sum that an earlier sentence is about."""
        said = [mark for mark in self.marks if mark.end <= before and {"lump", "plain"} <= mark.names]
        return said or [mark for mark in self.marks[:1] if "topic" in mark.names]


def worded(sentence: Sentence, commitment: Commitment | None) -> Wording:
    marks = name(sentence, join_ranges(sentence, lay_out(sentence, commitment)))
    return Wording(sentence, commitment, tuple(marks))


def amounts_of(mark: Mark) -> list[Amount]:
    """An amount and the same money in other currencies."""
    return [amount for amount in (mark.figure, *mark.others) if isinstance(amount, Amount)]


def in_one_currency(one: Mark, other: Mark) -> tuple[Amount, Amount] | None:
    """Two amounts as they stand in one currency, if the text gives them in one."""
    pairs = product(amounts_of(one), amounts_of(other))
    return next((pair for pair in pairs if pair[0].currency == pair[1].currency), None)
