"""Amounts that only say again what another says: the same money in another currency, the profit of one share.

"Sales rose 12 % to $2.3bn (€2.0bn), or $4 a share, from $2.0bn" is one thought about $2.3bn and $2.0bn.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...money.money import EXACT
from ...reading.mentions import Amount, Count
from .marks import OF_ONE, UNITS, Mark
from .sentence import Sentence, count_words

_APART = 8  # words between an amount and the bracket that repeats it
_LARGER = 1000  # times that a profit is larger than that of a share, at least
_SMALL = frozenset(("or", "equivalence", "bound", "article", "rate"))


def without_repeats(sentence: Sentence, marks: list[Mark]) -> list[Mark]:
    """The marks without such amounts; the same money in another currency is kept with what it repeats."""
    kept: list[Mark] = []
    i = 0
    while i < len(marks):
        mark = marks[i]
        kept.append(mark)
        i += 1
        inside = False
        while isinstance(mark.figure, Amount) and (j := _repeat(sentence, mark, marks, i, inside)):
            before = "".join(m.stops for m in marks[i : j + 1])
            inside = inside or "(" in before
            if "each" not in marks[j].names or "each" in mark.names:
                mark.others.extend(a for a in (marks[j].figure,) if isinstance(a, Amount))
            kept.extend(m for m in marks[i:j] if m.names.isdisjoint(_SMALL))
            i = j + 2 if j + 1 < len(marks) and "taken" in marks[j + 1].names else j + 1
            if i < len(marks) and marks[i].stops[:1] == (")" if inside else before[:1]):
                marks[i].stops = marks[i].stops[1:]
                inside = False
    return kept


def _repeat(sentence: Sentence, one: Mark, marks: list[Mark], i: int, inside: bool) -> int | None:
    """Where the next amount is, from ``i`` on, if all it does is repeat ``one``."""
    words, opened, said = 0, False, False
    for j in range(i, min(i + _APART, len(marks))):
        mark = marks[j]
        gap = sentence.text[marks[j - 1].end : mark.start]
        if "(" in mark.stops and not opened:
            opened, words, gap = True, 0, gap[max(map(gap.rfind, "(（[【")) + 1 :]
        words += count_words(gap)
        if ")" in mark.stops.partition("(")[2]:
            return None
        if isinstance(mark.figure, Amount):
            told = opened or inside or said or (mark.stops == "," and _is_about(mark))
            if not told or words or _are_many(one, mark, marks[max(0, i - _APART) : j + _APART]):
                return None
            return j if _repeats(one, mark) else None
        if "period" not in mark.names and (mark.figure is not None or "and" in mark.names):
            return None
        if words > _APART or (said and words):
            return None
        if not mark.names.isdisjoint(("or", "equivalence")):
            if words:
                return None
            said = True
    return None


def _are_many(one: Mark, other: Mark, beside: Sequence[Mark]) -> bool:
    """Whether an amount is what each of many costs that are counted there: "2m shares for $50m, or $25 a
    share"."""
    if (
        "each" not in other.names
        or not isinstance(one.figure, Amount)
        or not isinstance(other.figure, Amount)
    ):
        return False
    price, total = other.figure.value, one.figure.value
    counts = (mark.figure for mark in beside if isinstance(mark.figure, Count))
    return any(total / 2 < EXACT.multiply(count.value, price) < total * 2 for count in counts)


def _is_about(mark: Mark) -> bool:
    return isinstance(mark.figure, Amount) and mark.figure.bound == "about"


def _repeats(one: Mark, other: Mark) -> bool:
    """Whether two amounts, side by side, are the same money or that of one of many."""
    if not isinstance(one.figure, Amount) or not isinstance(other.figure, Amount):
        return False
    if "dated" in other.names - one.names:
        return False  # "28.6m (last year: $13.6m)"
    if "each" in other.names and "each" not in one.names:
        return True
    if other.figure.currency == one.figure.currency:
        small = other.figure.value * _LARGER < one.figure.value  # "$4.1m, or 28 cents, from"
        return small and other.names.isdisjoint(UNITS)  # but "$5bn, or $2.5m a year"
    return one.names & OF_ONE == other.names & OF_ONE
