"""The days of the week that a sentence names: "agreed on Sunday", in the week up to the day of a text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from re import Pattern

from ..patterns import regex

_NAMES = Path(__file__).with_name("weekdays.toml")
_BEGINS = r"(?<![A-Za-zÀ-ӿ\u0600-\u06ff\u0900-\u097f])"  # a word, of scripts with blanks
_WEEK = 7  # days


def weekdays_named(sentence: str, language: str, today: date) -> Iterator[date]:
    """The last such days before ``today`` of the names of weekdays in a sentence, once each; that of today is
    today."""
    pattern = _pattern(language)
    named = {(found.lastindex or 1) - 1 for found in pattern.finditer(sentence)} if pattern else ()
    for weekday in sorted(named):
        if ago := (today.weekday() - weekday) % _WEEK:
            yield today - timedelta(days=ago)


@cache
def _pattern(language: str) -> Pattern[str] | None:
    names = _names().get(language)
    return regex(_BEGINS + "(?:" + "|".join(f"({name})" for name in names) + ")") if names else None


@cache
def _names() -> Mapping[str, Sequence[str]]:
    return tomllib.loads(_NAMES.read_text(encoding="utf-8"))
