"""Documents in JSON: one object a line (JSON Lines, ndjson), or a list of them in one file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ..errors import CapexcalcError, InputError, quoted
from ..textfile import LARGEST, empty, not_json, not_utf8, too_large
from ..words import Template
from .document import Document, Given, iso_day, unmarked

_HINT: Template = (
    'each document is an object: {{"id": ..., "text": ..., "lang"?: ..., "date"?: "YYYY-MM-DD"}}'
)
_BETWEEN = " \t\r\n,"


class _Number(str):
    """A number as it is written: an id may be one, a text may not, and nothing else is looked at."""

    __slots__ = ()


_DECODER = json.JSONDecoder(parse_int=_Number, parse_float=_Number, parse_constant=_Number)


def read_lines(name: str, lines: Iterable[bytes | str]) -> Iterator[Given]:
    """The document of each line that is not blank, or what is wrong with the line.

    A line that ends in no line feed and is as long as a file may be was cut there, and is refused.
    """
    found = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = True
        where = f"{name}:{number}"
        try:
            yield too_large(where) if len(line) > LARGEST else parse_line(where, line)
        except CapexcalcError as error:
            yield error
    if not found:
        yield empty(name)


def read_values(name: str, text: str) -> Iterator[Given]:
    """The document of each object in ``text``: a list of them, or one after the other.

    Where what is no JSON begins, nobody knows what comes after it: that is the last error.
    """
    at = counted = 0
    line, found = 1, False
    listed = text.lstrip(_BETWEEN).startswith("[")
    if listed:
        at = text.index("[") + 1
    while True:
        while at < len(text) and text[at] in _BETWEEN:
            at += 1
        if at >= len(text) or (listed and text[at] == "]"):
            if not found:
                yield empty(name)
            return
        found = True
        line, counted = line + text.count("\n", counted, at), at
        where = f"{name}:{line}"
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as fault:
            place = getattr(fault, "pos", at)
            yield _not_json(f"{name}:{line + text.count(chr(10), at, place)}", fault)
            return
        try:
            yield _document(where, value)
        except InputError as error:
            yield error


def parse_line(where: str, line: bytes | str) -> Document:
    """The document of a JSON line; without an ``id`` it is called ``where``.

    Raises InputError: ``not_utf8``, ``bad_json``, ``bad_document``, ``bad_date``.
    """
    try:
        text = line if isinstance(line, str) else line.decode("utf-8-sig")
        return _document(where, _DECODER.decode(text.removeprefix("\ufeff")))
    except UnicodeDecodeError:
        raise not_utf8(where) from None
    except (ValueError, RecursionError) as fault:
        raise _not_json(where, fault) from None


def _document(where: str, value: object) -> Document:
    if not isinstance(value, dict) or type(value.get("text")) is not str:
        raise InputError("bad_document", '{where}: no "text"', _HINT, where=where)
    name, lang = value.get("id"), value.get("lang")
    if not isinstance(name, str | None):
        raise InputError("bad_document", '{where}: "id" is neither text nor a number', _HINT, where=where)
    if lang is not None and type(lang) is not str:
        raise InputError("bad_document", '{where}: "lang" is no text', _HINT, where=where)
    day = _day(where, value.get("date"))
    told = unmarked(str(name or where), value["text"])
    if day:
        told = replace(told, date=day, date_from="given")
    return replace(told, lang=lang) if lang else told


def _day(where: str, given: object) -> date | None:
    """Many programs write a date they have not as an empty text."""
    if given is None or given == "":
        return None
    day = iso_day(given) if type(given) is str else None
    if day is None:
        shown = str(given) if isinstance(given, str) else json.dumps(given)
        raise InputError(
            "bad_date", "{where}: date {shown} is not YYYY-MM-DD", _HINT, where=where, shown=quoted(shown)
        )
    return day


def _not_json(where: str, fault: ValueError | RecursionError) -> InputError:
    return InputError(
        "bad_json",
        "{where}: not JSON: {reason}",
        _HINT,
        where=where,
        reason=not_json(fault),
    )
