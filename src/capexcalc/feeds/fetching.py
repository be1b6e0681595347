"""What a provider is given to fetch with: the web, the last run's validators, a place for the new ones."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import Any

from ..net.errors import bad_answer
from ..net.web import Answer, Web
from ..records import dataclass
from ..words import Phrase


@dataclass(frozen=True, slots=True)
class Fetch:
    """``step`` is told how many of how many requests are done; ``seen`` collects validators by URL."""

    web: Web
    step: Callable[[int, int], None]
    validators: Mapping[str, Any] = field(default_factory=dict)
    seen: dict[str, Any] = field(default_factory=dict)

    def get(self, provider: str, url: str) -> Answer:
        """What Web.get gives, and raises."""
        return self.web.get(provider, url, self.validators, self.seen)


def stretches(start: date, end: date, days: int) -> Iterator[tuple[date, date]]:
    """``start`` to ``end`` in stretches of at most ``days``, both ends included."""
    while start <= end:
        last = min(end, start + timedelta(days=days - 1))
        yield start, last
        start = last + timedelta(days=1)


def read_json(answer: Answer) -> Any:
    """The JSON of ``answer`` with every number as the text it was published in.

    Raises CacheError (``bad_answer``), also where an object has a name twice, of which one would be lost.
    """
    try:
        return json.loads(
            answer.body, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_unlike
        )
    except (ValueError, RecursionError):
        raise bad_answer("{url}: not the JSON it should be", url=answer.url) from None


def read_table(name: str, content: bytes) -> tuple[list[str], Iterator[tuple[Phrase, list[str]]]]:
    """Header and lines of a table in CSV, each with its place for people.

    It is whole: it ends in a line end, and each line has as many values as the header. Raises CacheError
    (``bad_answer``).
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise bad_answer("{name}: not text", name=name) from None
    if not text.endswith("\n"):
        raise bad_answer("{name}: the last line breaks off", name=name)
    try:
        table = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), strict=True)]
    except csv.Error as error:
        raise bad_answer("{name}: {reason}", name=name, reason=str(error)) from None
    if len(table) < 2:
        raise bad_answer("{name}: no observations", name=name)
    return table[0], _lines(name, table)


def _lines(name: str, table: list[list[str]]) -> Iterator[tuple[Phrase, list[str]]]:
    for number, row in enumerate(table[1:], start=2):
        where = Phrase("{name}, line {number}", name=name, number=number)
        if row and len(row) != len(table[0]):
            raise bad_answer(
                "{where}: {count} values in {columns} columns",
                where=where,
                count=len(row),
                columns=len(table[0]),
            )
        if row:
            yield where, row


def _unlike(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name twice")
    return found
