"""A change told both as a difference and in percent: "up 13.6m, or 26 %", "an increase of 6m (4 %)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from .marks import OF_ONE, Mark
from .sentence import WAYS
from .walk import FURTHEST

_AGAIN = frozenset(("or", "equivalence"))
_SMALL = frozenset(("article", "by", "bound")) | OF_ONE
_MORE = frozenset((*WAYS, "exceeds", "exceeds_after", "below", "by"))
_LED = frozenset((*WAYS, "by"))
_REACHED = frozenset(("new", "old", "from", "base", "makes", "equivalence"))
_FIGURES = frozenset(("amount", "share"))
_OFTEN = Decimal(2)  # times as much, at most, as that percentage comes to
_CLOSING = {",": ",", "(": ")"}


def told_one_way(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """The marks, not named yet, as if each such change were told in percent alone, and as a difference alone;
    nothing where there is none."""
    pairs = [(i, k) for i in range(1, len(marks)) if (k := _second(marks, i)) and _is_change(marks, i, k)]
    for kept in ("share", "amount") if pairs else ():
        yield _with_one(marks, dict(pairs), kept)


def _second(marks: Sequence[Mark], i: int) -> int | None:
    """Where the other of an amount and a percentage stands that follow each other, "or" or a bracket between,
    or a comma and a small word: "13,6 millones, un 26 %,"."""
    first = marks[i].names & _FIGURES
    if not first or marks[i].figure is None:
        return None
    linked = False
    for k, mark in enumerate(marks[i + 1 : i + 1 + FURTHEST], i + 1):
        opens = k == i + 1 and mark.stops == "("
        if mark.words or not (opens or mark.stops in ("", ",")):
            return None
        if mark.figure is not None:
            other = mark.names & _FIGURES
            return k if other and other != first and (linked or opens) else None
        again, small = not mark.names.isdisjoint(_AGAIN), not mark.names.isdisjoint(_SMALL)
        if not (again or small):
            return None
        linked = linked or again or mark.stops == ","
    return None


def _is_change(marks: Sequence[Mark], i: int, k: int) -> bool:
    """Whether a word for more or less leads up to the first of two figures, a small word between at most, or
    follows the second; but not where the first is what was left or reached: "to 4m, which is a 25% fall"."""
    before, first, after = marks[i - 1], marks[i], marks[k + 1 : k + 2]
    near = first.words <= 1 and not first.stops
    if near and not before.names.isdisjoint(_LED):
        return True
    reached = near and not before.names.isdisjoint(_REACHED)
    told = (mark for mark in after if mark.stops in ("", ")") and not mark.words)
    return not reached and any(not mark.names.isdisjoint(_MORE) for mark in told) and _is_likely(marks, i, k)


def _is_likely(marks: Sequence[Mark], i: int, k: int) -> bool:
    """Whether the percentage may be that of the amount beside it in another sum of the sentence: the words of
    "16m, which is a 7% fall from 17m" are the same."""
    figures = [marks[n].figure for n in (i, k)]
    gap = next((each for each in figures if isinstance(each, Amount)), None)
    share = next((each for each in figures if isinstance(each, Proportion)), None)
    if gap is None or share is None:
        return False
    near = (mark.figure for mark in marks[max(0, i - FURTHEST) : k + FURTHEST])
    sums = [each.value for each in near if isinstance(each, Amount) and each is not gap]
    told = EXACT.multiply(_OFTEN, share.value)
    return any(
        gap.value < EXACT.multiply(told, each) and EXACT.multiply(share.value, each) < _OFTEN * gap.value
        for each in sums
    )


def _with_one(marks: Sequence[Mark], pairs: Mapping[int, int], kept: str) -> list[Mark]:
    """Copies of the marks, of the two figures of each pair, told by their places, only the one of the kind
    that is ``kept``."""
    marks, left, i = list(marks), list[Mark](), 0
    while i < len(marks):
        first, k = marks[i], pairs.get(i, i)
        if k == i or kept in first.names:
            units = (mark for mark in marks[i + 1 : k] if not mark.names.isdisjoint(OF_ONE))
            left += map(_copy, (first, *units))
        else:
            left.append(replace(_copy(marks[k]), words=first.words, stops=first.stops, after=first.after))
        opened = next((mark.stops for mark in marks[i + 1 : k + 1] if mark.stops), "")
        if opened and marks[k + 1 :] and marks[k + 1].stops[:1] == _CLOSING[opened]:
            # This closes what the one left out is told in.
            marks[k + 1] = replace(marks[k + 1], stops=marks[k + 1].stops[1:])
            left[-1].closed = False
        i = k + 1
    return left


def _copy(mark: Mark) -> Mark:
    return replace(mark, names=set(mark.names), others=list(mark.others))
