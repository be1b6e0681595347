"""One language of the output: its catalogue by gettext, its figures by what CLDR knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from gettext import GNUTranslations
from json import loads
from pathlib import Path
from typing import Any

from ...patterns import regex
from ...words import Kind, Phrase
from ..text import turns, visible

_HERE = Path(__file__).parent
_ISOLATE, _END = "\u2068", "\u2069"  # Unicode Bidirectional Algorithm, 2.4.3: direction by the first letter
_DIGITS = regex(r"\d[\d,]*")


class Spoken:
    """The language with this code; reads its two files when it first says something."""

    def __init__(self, code: str) -> None:
        self.code = code

    @cached_property
    def units(self) -> Sequence[tuple[int, int, str]]:
        return tuple((least, power, name) for least, power, name in self._writing["units"])

    @property
    def isolates(self) -> bool:
        """Whether figures and names are isolated from the text, which runs from right to left."""
        return bool(self._writing["right_to_left"])

    def put(self, phrase: Phrase) -> str:
        """A phrase in words; in English where the catalogue lacks it."""
        if not phrase.template:
            return ""
        if phrase.many is None:
            text = self._catalogue.gettext(phrase.template)
        else:
            text = self._catalogue.ngettext(phrase.template, phrase.many, _count(phrase.facts["n"]))
        return text.format_map(_Facts(self, phrase.facts)) if "{" in text else text

    def figure(self, text: str) -> str:
        """``1,234.5`` as the language writes it."""
        whole, point, fraction = text.partition(".")
        return f"{_DIGITS.sub(self._grouped, whole)}{self._writing['decimal'] if point else ''}{fraction}"

    def money(self, figure: str, unit: str, currency: str) -> str:
        sign: str = self._writing["signs"].get(currency, currency)
        template: str = self._writing["money"]
        return template.format(figure=figure, unit=unit, currency=sign)

    def percent(self, figure: str) -> str:
        return str(self._writing["percent"]).format(figure=figure)

    def long_date(self, day: date) -> str:
        return self._dated("long_date", day)

    def short_date(self, day: date) -> str:
        return self._dated("short_date", day)

    def name(self, kind: Kind, code: str) -> str | None:
        found: str | None = self._writing[kind].get(code)
        return found

    def isolated(self, text: str) -> str:
        """``text`` kept from running into what stands beside it, where the language needs that."""
        if not (self.isolates and text):
            return text
        return f"{_ISOLATE}{text}{_END}"

    @cached_property
    def _catalogue(self) -> GNUTranslations:
        with (_HERE / f"{self.code}.mo").open("rb") as file:
            return GNUTranslations(file)

    @cached_property
    def _writing(self) -> Mapping[str, Any]:
        content: Mapping[str, Any] = loads((_HERE / f"{self.code}.json").read_text("utf-8"))
        return content

    def _dated(self, pattern: str, day: date) -> str:
        writing = self._writing
        month, short = writing["months"][day.month - 1], writing["short_months"][day.month - 1]
        first = str(writing["first_day"]) if day.day == 1 else str(day.day)
        two = f"{day.day:02}", f"{day.month:02}"
        return str(writing[pattern]).format(
            y=day.year, m=day.month, mm=two[1], d=first, dd=two[0], month=month, short=short
        )

    def _grouped(self, found: re.Match[str]) -> str:
        digits, writing = found[0].replace(",", ""), self._writing
        first, following = writing["sizes"]
        if "," not in found[0] or len(digits) < first + writing["least"]:
            return digits
        head, groups = digits[:-first], [digits[-first:]]
        while head:
            head, group = head[:-following], head[-following:]
            groups.insert(0, group)
        return str(writing["group"]).join(groups)


class _Facts(Mapping[str, object]):
    """Facts on their way into a sentence."""

    def __init__(self, voice: Spoken, facts: Mapping[str, object]) -> None:
        self._voice = voice
        self._facts = facts

    def __getitem__(self, name: str) -> _Fact:
        return _Fact(self._voice, self._facts[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)


class _Fact:
    """One fact: as the language writes it, or with ``!s`` and ``!r`` as it is typed."""

    __slots__ = ("_value", "_voice")

    def __init__(self, voice: Spoken, value: object) -> None:
        self._voice = voice
        self._value = value

    def __format__(self, spec: str) -> str:
        value, voice = self._value, self._voice
        match value:
            case date():
                text = voice.long_date(value)
            case bool() | None:
                text = str(value)
            case int() | Decimal() | float():
                text = self._number(value, spec)
            case str() if voice.isolates:
                text = visible(value) if turns(value) else value
            case _:
                text = format(value, spec)
        return text if isinstance(value, Phrase) else voice.isolated(text)

    def __str__(self) -> str:
        return self._voice.isolated(str(self._value))

    def __repr__(self) -> str:
        return self._voice.isolated(repr(self._value))

    def _number(self, value: int | Decimal | float, spec: str) -> str:
        if spec.endswith("%"):
            return self._voice.percent(self._voice.figure(format(value, spec)[:-1]))
        return self._voice.figure(format(value, spec or ("f" if isinstance(value, Decimal) else "")))


def _count(n: object) -> int:
    return n if isinstance(n, int) else 2
