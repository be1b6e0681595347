"""A result as people read it: plain parts that any format can set, none of which knows a command.

Named tuples, as in the files beside this one: a frozen dataclass takes seven times as long to make, at every
start that prints a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from .chart import Chart, LineChart
from .sheet import Sheet


class Note(NamedTuple):
    """A label, and what is said under it; without a label it goes on with the note above."""

    label: str
    said: str


class Citation(NamedTuple):
    """A sentence to quote, for formats that are pasted into something else."""

    label: str
    said: str


class Remark(NamedTuple):
    """What an editor or a build shows at one place of a file.

    ``line`` and ``column`` count from 1; ``gravity`` is 0 where there is nothing to complain of, at most 3.
    ``rule`` is the code of what was looked for, or of what kept a document from being read (``unread``);
    ``quoted`` is the sentence it is about, ``day`` that of its publication, where it is known.
    """

    file: str
    line: int
    column: int
    gravity: int
    word: str
    message: str
    rule: str
    unread: bool = False
    quoted: str = ""
    day: date | None = None


class Prose(NamedTuple):
    """A line or two above what follows; ``heading`` starts a document of several."""

    text: str
    heading: bool = False


class Notes(NamedTuple):
    """What there is to say about the sheets above."""

    items: Sequence[Note | Citation | LineChart]


class Verdict(NamedTuple):
    """One claim: its verdict in words and colour, the sentence, its figures beside each other, and why.

    ``gap`` is how far the figures are apart, where that is known, ``working`` how to come to the computed
    one, or the rates it rests on; ``charts`` are for formats that draw; ``gravity`` is 0 where the claim
    holds, and highest for the worst.
    """

    words: str
    color: str
    claim: str
    kind: str
    says: Note
    figures: Sequence[Note]
    notes: Sequence[Note]
    gap: Sequence[Note] = ()
    working: Sequence[Note] = ()
    charts: Sequence[Chart] = ()
    gravity: int = 0


class Verdicts(NamedTuple):
    claims: Sequence[Verdict]


class Held(NamedTuple):
    """A claim that holds, in one line."""

    words: str
    color: str
    said: str


class HeldClaims(NamedTuple):
    claims: Sequence[Held]


class Figure(NamedTuple):
    """An amount where it stands in a text: code points from ``start`` to ``end``.

    ``words`` and ``color`` are those of the worst verdict that rests on it, the colour empty where none does.
    """

    start: int
    end: int
    words: str
    color: str


class Placed(NamedTuple):
    """A claim where its words stand in a text."""

    start: int
    end: int
    verdict: Verdict


class Article(NamedTuple):
    """A text with what was found in it, for formats that show it whole; ``lang`` is its language."""

    text: str
    lang: str
    figures: Sequence[Figure]
    claims: Sequence[Placed]


Part = Prose | Sheet | Notes | Verdicts | HeldClaims | Article | Chart


class Page(NamedTuple):
    """Parts one below the other; one document's worth."""

    parts: Sequence[Part]
