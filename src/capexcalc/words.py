"""A sentence as data: a template in English, and the facts that stand in its places.

What is said of anything, an error, a warning, a verdict, is kept so until it is printed, and filled by one
function, ``Phrase.__str__``. A parameter or a table that is annotated ``Template`` holds sentences to be
translated: tools find them by that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import NoReturn

# A sentence or a part of one in English, with named places: "{where}: {cell} is no amount". What is typed on
# the command line stands in it as it is typed ("--on {day!s}"): !s keeps a value from being put as a
# language writes it.
Template = str


class Phrase:
    """``template`` with what stands in its places.

    A fact keeps its type, a date or a Decimal, or is a Phrase of its own; it is put into words when all of it
    is. Braces in a fact mean nothing: facts are filled in, never filled.
    """

    __slots__ = ("facts", "template")

    template: Template
    facts: Mapping[str, object]

    def __init__(self, template: Template, /, **facts: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "facts", facts)

    def __str__(self) -> str:
        return self.template.format_map(self.facts)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __repr__(self) -> str:
        return f"Phrase({self.template!r}, {self.facts!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and self._data() == other._data()

    def __hash__(self) -> int:
        return hash(self.template)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"cannot assign to field {name!r}")

    def __reduce__(self) -> tuple[object, ...]:
        return _phrase, (self.template, self.facts)

    def _data(self) -> tuple[str, Mapping[str, object]]:
        return self.template, self.facts


def phrase(said: Template | Phrase, /, **facts: object) -> Phrase:
    """``said`` as a Phrase; what is one already keeps its own facts."""
    return said if isinstance(said, Phrase) else Phrase(said, **facts)


def in_words(template: Template, /, **facts: object) -> str:
    """A sentence in words, at once."""
    return str(Phrase(template, **facts))


def several(items: Iterable[object], pair: Template = "{first} and {second}") -> Phrase | str:
    """Items in a row, each joined to those before it as ``pair`` says; an empty text of none."""
    found = [item if isinstance(item, Phrase) else Phrase("{item}", item=item) for item in items]
    return reduce(lambda first, second: Phrase(pair, first=first, second=second), found) if found else ""


def _phrase(template: Template, facts: Mapping[str, object]) -> Phrase:
    return Phrase(template, **facts)
