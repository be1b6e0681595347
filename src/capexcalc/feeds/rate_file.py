"""A newsroom's own rates from a file: CSV with one rate a line or one column a currency, or XML."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from ..cache.observations import History, is_rate
from ..errors import InputError, UsageError
from ..money.currencies import is_currency, unknown_currency
from ..records import dataclass
from ..textfile import csv_records, decode, read_bytes
from ..words import Phrase
from .rate_formats import FORMS, NOT_A_NUMBER, NOTHING, Table, bad_rates, day_of, published_table, value_of
from .rate_xml import PRICES, is_turned, is_xml, long_columns, xml_rates

_LONG = ("date", "base", "quote", "rate")


@dataclass(frozen=True, slots=True)
class Sheet:
    """``history`` holds units of each currency per one ``base``, digits as written."""

    base: str
    history: History


def read_rates(path: Path, base: str | None) -> Sheet:
    """The rates in the file at ``path``, every line of which must be sound.

    A long table (date,base,quote,rate) has one base throughout, a wide one (date,USD,CNY ...) that of
    ``base``. Dates are ISO 8601, rates plain positive decimals, with a point, or with a comma where cells are
    parted by semicolons or tabs; columns stand in any order. Tables as central banks offer them are known by
    their heads (rate_formats.py), data in SDMX by its columns, and XML by its elements (rate_xml.py).
    Raises InputError: what ``decode`` and ``csv_records`` raise, ``bad_rates`` (file, line and how many
    more lines are wrong); UsageError ``no_base``, ``two_bases``; NoRateError ``unknown_currency`` for
    ``base``.
    """
    records, comma = _records(path)
    if base is not None and not is_currency(base):
        raise unknown_currency(base)
    wrong: list[Phrase] = []
    table = None if long_columns(records[0][1]) else published_table(records)
    header, rows = _rows(records, comma=comma)
    if table is not None:
        base, history = _published(table, base, comma, wrong.append)
    elif set(_LONG) <= set(header):
        base, history = _long(header, rows, base, wrong.append)
        if is_turned(base, records[0][1]):
            wrong.insert(0, Phrase(PRICES, number=1))
    elif header[0] == "date" and is_currency(header[-1]):
        if base is None:
            raise UsageError(
                "no_base", "{path}: of which currency are these the rates?", "add --base EUR", path=path
            )
        unknown = [code for code in header[1:] if not is_currency(code)]
        wrong.extend(Phrase("line 1: column {code!r} is not a currency", code=code[:20]) for code in unknown)
        history = _wide(header, rows, wrong.append)
    else:
        raise InputError(
            "bad_rates",
            "{path}, line 1: columns {columns!r}",
            FORMS,
            path=path,
            columns=",".join(header)[:80],
        )
    if not wrong and not any(history.values()):
        wrong.append(Phrase("line 1: no rates below it"))
    if wrong:
        raise bad_rates(path, wrong)
    return Sheet(base, history)


def _long(
    header: list[str], rows: list[tuple[int, list[str]]], base: str | None, wrong: Callable[[Phrase], None]
) -> tuple[str, History]:
    indexes = [header.index(name) for name in _LONG]
    history: History = {}
    for number, row in rows:
        if len(row) != len(header):
            wrong(_ragged(number, row, header))
            continue
        day, own, quote, rate = (row[index] for index in indexes)
        if not rate:  # as in a wide table: none that day
            continue
        base = base or own
        if own != base:
            wrong(
                Phrase(
                    "line {number}: base {own!r}, but {base!r} before; import each base by itself",
                    number=number,
                    own=own[:20],
                    base=base[:20],
                )
            )
        elif not (is_currency(own) and is_currency(quote) and own != quote):
            wrong(
                Phrase(
                    "line {number}: {own!r} and {quote!r} are not two currencies",
                    number=number,
                    own=own[:20],
                    quote=quote[:20],
                )
            )
        else:
            _add(history, number, day, quote, rate, wrong)
    return base or "", history


def _wide(header: list[str], rows: list[tuple[int, list[str]]], wrong: Callable[[Phrase], None]) -> History:
    history: History = {}
    for number, row in rows:
        if len(row) != len(header):
            wrong(_ragged(number, row, header))
            continue
        for code, rate in zip(header[1:], row[1:], strict=True):
            if rate:
                _add(history, number, row[0], code, rate, wrong)
    return history


def _add(
    history: History, number: int, day: str, code: str, rate: str, wrong: Callable[[Phrase], None]
) -> None:
    try:
        observed = date.fromisoformat(day)
    except ValueError:
        wrong(Phrase("line {number}: {day!r} is not a date as 2025-02-24", number=number, day=day[:20]))
        return
    if not is_rate(rate):
        wrong(
            Phrase("line {number}: {rate!r} is not a rate; write it as 7.5879", number=number, rate=rate[:40])
        )
    elif code in history.setdefault(observed, {}):
        wrong(
            Phrase("line {number}: a second rate for {code} on {day}", number=number, code=code, day=observed)
        )
    else:
        history[observed][code] = rate


def _ragged(number: int, row: list[str], header: list[str]) -> Phrase:
    return Phrase(
        "line {number}: {count} values in {columns} columns",
        number=number,
        count=len(row),
        columns=len(header),
    )


def _published(
    table: Table, base: str | None, comma: bool, wrong: Callable[[Phrase], None]
) -> tuple[str, History]:
    history: History = {}
    own = next(iter(table.columns.values())).base
    if base not in (None, own):
        wrong(Phrase("line 1: the rates are per {own}, not {base}", own=own, base=base))
    for number, row in table.rows:
        day = day_of(row[0])
        if len(row) > len(table.head):
            wrong(_ragged(number, row, table.head))
            continue
        for place, column in table.columns.items():
            cell = row[place].strip() if place < len(row) else ""
            if day is None or cell in NOTHING or not is_currency(column.code):
                continue
            _add(history, number, f"{day}", column.code, value_of(cell, column, comma=comma) or cell, wrong)
    return own, {day: rates for day, rates in history.items() if rates}


def _records(path: Path) -> tuple[list[tuple[int, list[str]]], bool]:
    """The numbered lines of a file, and whether its decimals may have commas: where cells are parted by
    something else."""
    data = read_bytes(path)
    try:
        text = decode(path, data)
    except InputError as error:
        if error.code != "not_utf8":
            raise
        # Of a bank's table only ASCII counts, which most encodings share: the NBP's archive is in its own.
        found = _lines(path, data.decode("latin-1"))
        if published_table(found[0]) is None:
            raise
        return found
    if is_xml(text):
        return [(1, list(_LONG)), *xml_rates(path, text)], False
    return _lines(path, text)


def _lines(path: Path, text: str) -> tuple[list[tuple[int, list[str]]], bool]:
    head = "\n".join(text.splitlines()[:5])
    separator = max(";\t,", key=head.count)  # of as many the first: a comma may be part of a number
    lines = csv_records(path, text, separator)
    records = [(number, [cell.strip() for cell in cells]) for number, cells in lines]
    return records or [(1, [""])], separator != ","


def _rows(
    records: list[tuple[int, list[str]]], *, comma: bool
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header in its own case but ``date`` and its like in small letters, and the numbered lines."""
    (_, names), *rows = records
    nothing = NOTHING
    if sdmx := long_columns(names):
        names, nothing = sdmx, NOT_A_NUMBER
    if comma:
        point = partial(re.sub, r"^(\d+),(\d+)$", r"\1.\2")
        rows = [(number, [point(cell) for cell in cells]) for number, cells in rows]
    rows = [(number, ["" if cell in nothing else cell for cell in cells]) for number, cells in rows]
    return [name.lower() if name.lower() in _LONG else name.upper() for name in names], rows
