"""A sentence as data: a template in English, and the facts that stand in its places.

What is said of anything, an error, a warning, a verdict, is kept so until it is printed, and put into words
by one function, ``Phrase.__str__``: in English, or in the language of the Voice that ``speaking`` sets. A
parameter or a table that is annotated ``Template`` holds sentences to be translated: tools find them by
that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import reduce
from typing import Literal, NamedTuple, NoReturn, Protocol

# A sentence or a part of one in English, with named places: "{where}: {cell} is no amount". What is typed on
# the command line stands in it as it is typed ("--on {day!s}"): !s keeps a value from being put as a
# language writes it.
Template = str


Kind = Literal["country", "currency"]


class Voice(Protocol):
    """A language other than English.

    ``code`` is of the form zh_Hans. ``units`` are powers of ten that have a name (from which power on, the
    power, the name with its blank).
    """

    @property
    def code(self) -> str: ...

    @property
    def units(self) -> Sequence[tuple[int, int, str]]: ...

    def put(self, phrase: Phrase) -> str:
        """A phrase in words."""
        ...

    def figure(self, text: str) -> str:
        """``1,234.5`` as the language writes it."""
        ...

    def money(self, figure: str, unit: str, currency: str) -> str: ...

    def percent(self, figure: str) -> str: ...

    def long_date(self, day: date) -> str:
        """A date in a sentence: 24 February 2025."""
        ...

    def short_date(self, day: date) -> str:
        """A date in a column, short: 24 Feb 2025."""
        ...

    def name(self, kind: Kind, code: str) -> str | None:
        """What a country or a currency is called, by its code; None where nobody knows."""
        ...


_VOICE: ContextVar[Voice | None] = ContextVar("voice", default=None)


def voice() -> Voice | None:
    """The language that is spoken, None for English."""
    return _VOICE.get()


def speak(language: Voice | None) -> None:
    """From here on, say everything in this language."""
    _VOICE.set(language)


@contextmanager
def speaking(language: Voice | None) -> Iterator[None]:
    """Say everything in this language, and then again as before."""
    token = _VOICE.set(language)
    try:
        yield
    finally:
        _VOICE.reset(token)


class Phrase:
    """``template`` with what stands in its places.

    A fact keeps its type, a date or a Decimal, or is a Phrase of its own; it is put into words when all of it
    is. Braces in a fact mean nothing: facts are filled in, never filled. Where ``many`` is given, it is said
    instead of the template of any number ``n`` but one.
    """

    __slots__ = ("facts", "many", "template")

    template: Template
    many: Template | None
    facts: Mapping[str, object]

    def __init__(self, template: Template, /, **facts: object) -> None:
        _set(self, template, None, facts)

    def __str__(self) -> str:
        language = _VOICE.get()
        if language is not None:
            return language.put(self)
        template = self.template if self.many is None or self.facts["n"] == 1 else self.many
        return template.format_map(self.facts)

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
        return _phrase, self._data()

    def _data(self) -> tuple[Template, Template | None, Mapping[str, object]]:
        return self.template, self.many, self.facts


class Named(NamedTuple):
    """A country or a currency among the facts: known by its code, and called otherwise in each language."""

    kind: Kind
    code: str
    name: str

    def __str__(self) -> str:
        language = _VOICE.get()
        return (language and language.name(self.kind, self.code)) or self.name

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def phrase(said: Template | Phrase, /, **facts: object) -> Phrase:
    """``said`` as a Phrase; what is one already keeps its own facts."""
    return said if isinstance(said, Phrase) else Phrase(said, **facts)


def counted(one: Template, many: Template, n: int, /, **facts: object) -> Phrase:
    """What is said of one, or of any other number ``n``, which stands in the place of that name."""
    return _phrase(one, many, {"n": n, **facts})


def in_words(template: Template, /, **facts: object) -> str:
    """A sentence in words, at once."""
    return str(Phrase(template, **facts))


def labels(*names: Template) -> tuple[str, ...]:
    """Labels in words, such as the header of a table."""
    return tuple(map(in_words, names))


def several(items: Iterable[object], pair: Template = "{first} and {second}") -> Phrase | str:
    """Items in a row, each joined to those before it as ``pair`` says; an empty text of none."""
    found = [item if isinstance(item, Phrase) else Phrase("{item}", item=item) for item in items]
    return reduce(lambda first, second: Phrase(pair, first=first, second=second), found) if found else ""


def _phrase(template: Template, many: Template | None, facts: Mapping[str, object]) -> Phrase:
    made = Phrase.__new__(Phrase)
    _set(made, template, many, facts)
    return made


def _set(made: Phrase, template: Template, many: Template | None, facts: Mapping[str, object]) -> None:
    object.__setattr__(made, "template", template)
    object.__setattr__(made, "many", many)
    object.__setattr__(made, "facts", facts)
