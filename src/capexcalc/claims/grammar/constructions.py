"""How sentences claim something of their figures: constructions, as constructions.toml lists them, and where
they stand in a sentence.

The second of two steps from mentions to claims; naming.py is the first. A construction is a row of names with
what may lie between two of them. It is matched from left to right, to the nearest mark each, and no further
than the next mark that bars the way, so that the time it takes grows with the sentence and no faster.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

from .marks import Mark
from .walk import FURTHEST
from .wording import Wording

_FILE = Path(__file__).parent / "constructions.toml"
_WORDS = {"..": 4, "....": 8, "...": 12}  # that may lie between two marks; one, if nothing is said
_AFTER = {**_WORDS, "...": _WORDS[".."]}  # of them after the last comma or bracket
_ANYTHING, _DIRECTLY = "*", ""
_BETWEEN = frozenset((*_WORDS, ",", ",?", ":", _ANYTHING))
_OPENING = ("start", "topic")  # directly after which something stands, unless a gap is written
_COMMON = frozenset(("amount", "lump", "given", "plain", "present", "later", "start", "topic"))  # marks
MOST = 12  # figures that one step takes in


class Gap(NamedTuple):
    """What may lie between two marks: how many words, how many after the last comma or bracket; whether one
    may, or must, be there; whether a colon must; whether it may be anything but another sum."""

    words: int = 1
    after: int = 1
    comma: bool = False
    parted: bool = False
    colon: bool = False
    anything: bool = False


class Step(NamedTuple):
    """One mark of a construction, or several: what may lie before, what it may be, what the claim calls it,
    and whether a clause must end with it."""

    gap: Gap
    names: frozenset[str]
    role: str
    several: bool
    closes: bool

    def is_in(self, mark: Mark) -> bool:
        """Whether it may be this mark: what a claim gives a name to is a figure, all else a cue."""
        named = not mark.names.isdisjoint(self.names) and (mark.figure is not None or not self.role.isupper())
        return named and (mark.closed or not self.closes)


_ONE_OF_MANY = Step(
    Gap(_WORDS["..."], _WORDS[".."] + 2, comma=True), frozenset(), "FIGURE", several=True, closes=False
)


class Row(NamedTuple):
    """The steps of a construction, and what each ``needs`` one of, the least common first."""

    steps: tuple[Step, ...]
    needs: tuple[frozenset[str], ...]


class Construction(NamedTuple):
    """``pattern`` is its line in the file, ``example`` a sentence worded so, ``rows`` it with and without
    what may be left out. What a ``loose`` one binds is only a claim if the figures fit; a ``wild`` one is a
    loose one that lets pass anything, for want of a better one."""

    pattern: str
    example: str
    rows: tuple[Row, ...]
    loose: bool

    @property
    def wild(self) -> bool:
        return self.loose and _ANYTHING in self.pattern


class Match(NamedTuple):
    """Where a construction stands: its marks, in text order, each with what the claim calls it."""

    construction: Construction
    found: tuple[tuple[str, Mark], ...]

    def all(self, role: str) -> tuple[Mark, ...]:
        return tuple(mark for name, mark in self.found if name == role)

    def first(self, *roles: str) -> Mark | None:
        return next((mark for name, mark in self.found if name in roles), None)

    @property
    def start(self) -> int:
        return min(mark.start for _, mark in self.found)

    @property
    def end(self) -> int:
        return max(mark.end for _, mark in self.found)


def matches(kind: str, wording: Wording) -> Iterator[Match]:
    """Every place in a sentence where a construction of a kind of claim stands."""
    marks, places = wording.marks, wording.places
    for construction, steps in _possible(kind, _names_of(kind).intersection(places)):
        if construction.wild and wording.measures:
            continue
        for i in sorted({i for name in steps[0].names for i in places.get(name, ())}):
            found = _match(steps, 0, marks, i) if steps[0].is_in(marks[i]) else None
            if found is not None:
                yield Match(construction, tuple(found))


@cache
def _names_of(kind: str) -> frozenset[str]:
    """All names that a construction of a kind asks for."""
    rows = (row for each in constructions()[kind] for row in each.rows)
    return frozenset(name for row in rows for step in row.steps for name in step.names)


@lru_cache(1 << 12)  # most sentences have the marks of some other
def _possible(kind: str, names: frozenset[str]) -> Sequence[tuple[Construction, Sequence[Step]]]:
    """The rows of a kind that marks of these names may stand for, in the order of the file."""
    by_name = _rows_by_name(kind)
    found = {n: (each, row) for name in names for n, each, row in by_name.get(name, ())}
    rows = (found[n] for n in sorted(found))
    return [(each, row.steps) for each, row in rows if not any(map(names.isdisjoint, row.needs))]


@cache
def _rows_by_name(kind: str) -> Mapping[str, Sequence[tuple[int, Construction, Row]]]:
    """The rows of a kind, numbered as the file has them, under each name of the first set that they need one
    of, which is the least common."""
    rows: defaultdict[str, list[tuple[int, Construction, Row]]] = defaultdict(list)
    told = ((each, row) for each in constructions()[kind] for row in each.rows)
    for n, (each, row) in enumerate(told):
        for name in row.needs[0]:
            rows[name].append((n, each, row))
    return rows


@cache
def constructions() -> Mapping[str, tuple[Construction, ...]]:
    """The constructions of each kind of claim, in the order of the file."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    roles = data.pop("roles")
    return {
        kind: tuple(
            Construction(pattern, example, tuple(_rows(pattern.lstrip("~ "), roles)), pattern[0] == "~")
            for pattern, example in lines.items()
        )
        for kind, lines in data.items()
    }


def _rows(pattern: str, roles: Mapping[str, str]) -> Iterator[Row]:
    """The steps of a pattern, once for each choice of the marks that may be left out ("or?")."""
    tokens = pattern.split()
    optional = [n for n, token in enumerate(tokens) if token.endswith("?") and token != ",?"]
    for choice in product((True, False), repeat=len(optional)):
        left_out = {n for n, kept in zip(optional, choice, strict=True) if not kept}
        steps = tuple(_steps([token for n, token in enumerate(tokens) if n not in left_out], roles))
        yield Row(steps, tuple(sorted((step.names for step in steps), key=_commonness)))


def _commonness(names: frozenset[str]) -> tuple[bool, int]:
    return not _COMMON.isdisjoint(names), len(names)


def _steps(tokens: Sequence[str], roles: Mapping[str, str]) -> Iterator[Step]:
    lead: tuple[str, ...] = ()
    for token, following in pairwise((*tokens, "")):
        if token in _BETWEEN:
            lead = (*lead, token)
        elif token != ".":
            role = token.rstrip("?+")
            yield _step(lead, role, roles.get(role, role), token.endswith("+"), following == ".")
            lead = (_DIRECTLY,) if role in _OPENING else ()


@cache  # most steps are those of other rows, too
def _step(lead: tuple[str, ...], role: str, names: str, several: bool, closes: bool) -> Step:
    gap = Gap()
    for token in lead:
        if token == _DIRECTLY:
            gap = Gap(words=0, after=0)
        elif token == _ANYTHING:
            gap = gap._replace(anything=True)
        elif token in _WORDS:
            words, comma = gap.words + _WORDS[token], gap.comma or token == "..."
            gap = gap._replace(words=words, after=_AFTER[token], comma=comma)
        else:
            gap = gap._replace(after=1, comma=True, parted=token != ",?", colon=token == ":")
    return Step(gap, frozenset(names.split("|")), role, several, closes)


def _match(row: Sequence[Step], n: int, marks: Sequence[Mark], i: int) -> list[tuple[str, Mark]] | None:
    """The marks of a construction from its step ``n`` on, which mark ``i`` can be; None if it stands not
    here."""
    step, places = row[n], [i]
    while step.several and len(places) < MOST:
        following = _next(_ONE_OF_MANY._replace(names=step.names), marks, places[-1])
        if following is None:
            break
        places.append(following)
    while places:
        here = [(step.role, marks[place]) for place in places]
        if n + 1 == len(row):
            return here
        following = _next(row[n + 1], marks, places.pop())
        rest = None if following is None else _match(row, n + 1, marks, following)
        if rest is not None:
            return here + rest
    return None


def _next(step: Step, marks: Sequence[Mark], i: int) -> int | None:
    """The nearest mark after ``i`` that a step can be, if nothing bars the way and the gap is one it
    allows."""
    if step.gap.anything:
        return _next_of_all(step, marks, i)
    words, after, stops = 0, 0, ""
    pending = False  # whether an "and" has begun what no comma has ended yet
    for j in range(i + 1, min(len(marks), i + 1 + FURTHEST)):
        mark = marks[j]
        words, stops = words + mark.words, stops + mark.stops
        after = mark.after if mark.stops else after + mark.words
        if words > step.gap.words or (stops and not step.gap.comma) or (";" in stops and not step.gap.colon):
            return None
        if step.is_in(mark) and _fits(step.gap, after, stops) and (mark.stops or not pending):
            return j
        if mark.bars and not ("and" in mark.names and (step.several or step.gap.words > _WORDS["...."])):
            return None
        pending = (pending and not mark.stops) or ("and" in mark.names and not step.several)
        words += "base" in mark.names  # "on", "over" are no part of what follows
    return None


def _next_of_all(step: Step, marks: Sequence[Mark], i: int) -> int | None:
    """The nearest mark after ``i`` that a step can be, whatever lies between but another sum."""
    topic = "topic" in marks[i].names  # the sum of another sentence: all here are others
    for j in range(i + 1, min(len(marks), i + 1 + FURTHEST)):
        if step.is_in(marks[j]):
            return j
        if "lump" in marks[j].names and not topic:
            return None
    return None


def _fits(gap: Gap, after: int, stops: str) -> bool:
    if (":" in stops or ";" in stops) != gap.colon or ";:" in stops:
        return False  # not "a fall of 2%; prices: 50, down from 60"
    if not stops:
        return not gap.parted
    return after <= (gap.after if stops[-1] != "(" else 1)
