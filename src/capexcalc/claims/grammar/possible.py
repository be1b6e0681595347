"""Which kinds of claims a sentence can make, told from its figures and cues before these are named.

Most sentences with money claim nothing. Naming all that stands in one and trying the constructions costs as
much as reading it, and is spared where a word or a figure is missing without which none of a kind can stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from ...reading.said_first import SAID_FIRST
from .constructions import Row, constructions
from .naming import MADE_OF
from .sentence import SEMICOLONS, Sentence

_NOTHING: Set[str] = frozenset()
_MONEY = frozenset(("topic", "was"))
_SHARE = frozenset(("staked",))
_MONEY_AND_NUMBER = _MONEY | {"counted", "shared"}
_SOLD = frozenset(("sold",))
_PAIRED, _TWO = frozenset(("paired",)), 2  # sums
_LISTED = 3  # amounts of a sum and its parts, at least, an earlier sentence's with them
# Figures that are no money, as constructions name them.
_OTHER_FIGURES = frozenset(
    ("share", "times", "change", "told", "level", "its_share", "past", "span", "stretch", "count")
)
_COMMON = frozenset(("amount", "share", "start", "topic", "of", "makes"))  # of most sentences with money
_THAN = frozenset(("exceeds", "exceeds_after"))
_EQUATES = frozenset(("equivalence", "rate"))


class _Need(NamedTuple):
    """What a row of a construction cannot do without: one name of each set, and so many amounts."""

    names: tuple[frozenset[str], ...]
    amounts: int


def possible(sentence: Sentence, before: Set[str] = _NOTHING) -> Set[str]:
    """The kinds of claims that a sentence may make; ``before`` is what it has of earlier ones to go on about
    (see left_by)."""
    if not is_related(sentence) and not sentence.proportions:
        return _NOTHING
    many = len(sentence.amounts)
    names = _names(sentence) | before
    goes_on = bool(before)
    asked, most = _asked()
    kinds = set(_standing(asked & names, min(many, most)))
    if many >= _LISTED or (goes_on and many):  # a list adds up without words, too
        kinds.add("sum")
    if sentence.rates:
        kinds.add("rate")
    if many and "peak" in names:
        kinds.add("record")
    if (many > 1 or (goes_on and many)) and not names.isdisjoint(_THAN):
        kinds.add("exceeds_prior")
    equates = bool(sentence.rates) or not names.isdisjoint(_EQUATES)
    equates = equates or any(SAID_FIRST in (each.notes or ()) for each in sentence.amounts)
    taken_up = goes_on and many and equates
    if taken_up or len({amount.currency for amount in sentence.amounts}) > 1:
        kinds.add("equivalence")
    return kinds


def left_by(sentence: Sentence) -> Set[str]:
    """The names under which later sentences may take up what one tells: its money, how many there are of
    what one costs, and the share that it sold."""
    if not sentence.amounts:
        return _SHARE if sentence.proportions else _NOTHING
    money = _MONEY_AND_NUMBER if sentence.counts else _MONEY
    if len(sentence.amounts) == _TWO:
        money |= _PAIRED
    return money | _SOLD if sentence.proportions else money


def is_related(sentence: Sentence) -> bool:
    """Whether a sentence has a figure, and something that it may be related by; too many cost time alone."""
    if not (sentence.amounts or sentence.rates or sentence.periods):
        return False
    cued = sentence.cues or sentence.rates or sentence.proportions
    return bool(cued) or len(sentence.amounts) > 1 or _tells_past(sentence)


def _tells_past(sentence: Sentence) -> bool:
    return any(period.direction == "past" for period in sentence.periods)


def _names(sentence: Sentence) -> set[str]:
    """All that the marks of a sentence may be made of."""
    names = {cue.kind for cue in sentence.cues}
    names.add("start")
    if not SEMICOLONS.isdisjoint(sentence.text[sentence.start : sentence.end]):
        names.add("topic")
    if sentence.amounts:
        names.add("amount")
    if sentence.counts:
        names.add("count")
    if sentence.periods:
        names.add("period")
        if _tells_past(sentence):
            names.add("past")
    names.update(each.kind for each in sentence.proportions)
    return names


@lru_cache(1 << 12)  # most sentences have the words of some other
def _standing(names: frozenset[str], amounts: int) -> frozenset[str]:
    """The kinds of which a construction can stand where no more than these names and amounts are."""
    found: set[str] = set()
    needs = _needs_by_name()
    for name in names:
        for kind, need in needs.get(name, ()):
            if kind in found or need.amounts > amounts:
                continue
            if not any(map(names.isdisjoint, need.names)):
                found.add(kind)
    return frozenset(found)


@cache
def _needs_by_name() -> Mapping[str, Sequence[tuple[str, _Need]]]:
    """What the rows of each kind but sums need, under each name of the set that the fewest sentences meet."""
    needs: defaultdict[str, list[tuple[str, _Need]]] = defaultdict(list)
    for kind in constructions().keys() - {"sum"}:
        for need in _needs(kind):
            for name in min(need.names, key=_commonness):
                needs[name].append((kind, need))
    return needs


def _commonness(names: frozenset[str]) -> tuple[bool, int]:
    return not names.isdisjoint(_COMMON), len(names)


@cache
def _needs(kind: str) -> tuple[_Need, ...]:
    rows = (row for each in constructions()[kind] for row in each.rows)
    return tuple({_need(row): None for row in rows})  # many rows need the same


def _need(row: Row) -> _Need:
    money = [step for step in row.steps if step.role.isupper() and step.names.isdisjoint(_OTHER_FIGURES)]
    return _Need(tuple(dict.fromkeys(map(_made_of, row.needs))), len(money))


@cache
def _made_of(names: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(MADE_OF.get(name, frozenset((name,))) for name in names))


@cache
def _asked() -> tuple[frozenset[str], int]:
    """All names that tell whether a construction can stand, and the most amounts that one needs."""
    needs = [need for kind in constructions() for need in _needs(kind)]
    names = frozenset(chain.from_iterable(names for need in needs for names in need.names))
    return names, max(need.amounts for need in needs)
