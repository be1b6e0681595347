"""A result as people read it: plain parts that any format can set, none of which knows a command.

Named tuples, as in the files beside this one: a frozen dataclass takes seven times as long to make, at every
start that prints a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from .sheet import Sheet


class Note(NamedTuple):
    """A label, and what is said under it; without a label it goes on with the note above."""

    label: str
    said: str


class Citation(NamedTuple):
    """A sentence to quote, for formats that are pasted into something else."""

    label: str
    said: str


class Chart(NamedTuple):
    """A series under its label, for formats that draw."""

    label: str
    values: Sequence[Decimal]


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

    items: Sequence[Note | Citation | Chart]


class Verdict(NamedTuple):
    """One claim: its verdict in words and colour, the sentence, its figures beside each other, and why."""

    words: str
    color: str
    claim: str
    kind: str
    says: Note
    figures: Sequence[Note]
    notes: Sequence[Note]


class Verdicts(NamedTuple):
    claims: Sequence[Verdict]


class Held(NamedTuple):
    """A claim that holds, in one line."""

    words: str
    color: str
    said: str


class HeldClaims(NamedTuple):
    claims: Sequence[Held]


Part = Prose | Sheet | Notes | Verdicts | HeldClaims


class Page(NamedTuple):
    """Parts one below the other; one document's worth."""

    parts: Sequence[Part]
