"""A newsroom's own rates from a CSV file: one rate a line, or one column a currency."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..cache.observations import History, is_rate
from ..errors import InputError, UsageError
from ..money.currencies import is_currency, unknown_currency
from ..textfile import csv_records, read_text

_LONG = ("date", "base", "quote", "rate")
_FORMS = "columns are date,base,quote,rate; or date and one for each currency, with --base"


@dataclass(frozen=True, slots=True)
class Sheet:
    """``history`` holds units of each currency per one ``base``, digits as written."""

    base: str
    history: History


def read_rates(path: Path, base: str | None) -> Sheet:
    """The rates in the file at ``path``, every line of which must be sound.

    A long table (date,base,quote,rate) has one base throughout, a wide one (date,USD,CNY ...) that of
    ``base``. Dates are ISO 8601, rates plain positive decimals with a point; columns stand in any order.
    Raises InputError: what ``read_text`` and ``csv_records`` raise, ``bad_rates`` (file, line and how many
    more lines are wrong); UsageError ``no_base``, ``two_bases``; NoRateError ``unknown_currency`` for
    ``base``.
    """
    header, rows = _rows(path)
    if base is not None and not is_currency(base):
        raise unknown_currency(base)
    wrong: list[str] = []
    if set(_LONG) <= set(header):
        base, history = _long(header, rows, base, wrong.append)
    elif header[0] == "date" and is_currency(header[-1]):
        if base is None:
            raise UsageError("no_base", f"{path}: of which currency are these the rates?", "add --base EUR")
        unknown = [code for code in header[1:] if not is_currency(code)]
        wrong.extend(f"line 1: column {code[:20]!r} is not a currency" for code in unknown)
        history = _wide(header, rows, wrong.append)
    else:
        raise InputError("bad_rates", f"{path}, line 1: columns {','.join(header)[:80]!r}", _FORMS)
    if not wrong and not any(history.values()):
        wrong.append("line 1: no rates below it")
    if wrong:
        more = f", and {len(wrong) - 1} more wrong" if len(wrong) > 1 else ""
        raise InputError("bad_rates", f"{path}, {wrong[0]}{more}", f"nothing was imported; {_FORMS}")
    return Sheet(base, history)


def _long(
    header: list[str], rows: list[tuple[int, list[str]]], base: str | None, wrong: Callable[[str], None]
) -> tuple[str, History]:
    indexes = [header.index(name) for name in _LONG]
    history: History = {}
    for number, row in rows:
        if len(row) != len(header):
            wrong(f"line {number}: {len(row)} values in {len(header)} columns")
            continue
        day, own, quote, rate = (row[index] for index in indexes)
        base = base or own
        if own != base:
            wrong(f"line {number}: base {own[:20]!r}, but {base[:20]!r} before; import each base by itself")
        elif not (is_currency(own) and is_currency(quote) and own != quote):
            wrong(f"line {number}: {own[:20]!r} and {quote[:20]!r} are not two currencies")
        else:
            _add(history, number, day, quote, rate, wrong)
    return base or "", history


def _wide(header: list[str], rows: list[tuple[int, list[str]]], wrong: Callable[[str], None]) -> History:
    history: History = {}
    for number, row in rows:
        if len(row) != len(header):
            wrong(f"line {number}: {len(row)} values in {len(header)} columns")
            continue
        for code, rate in zip(header[1:], row[1:], strict=True):
            if rate:
                _add(history, number, row[0], code, rate, wrong)
    return history


def _add(history: History, number: int, day: str, code: str, rate: str, wrong: Callable[[str], None]) -> None:
    try:
        observed = date.fromisoformat(day)
    except ValueError:
        wrong(f"line {number}: {day[:20]!r} is not a date as 2025-02-24")
        return
    if not is_rate(rate):
        wrong(f"line {number}: {rate[:40]!r} is not a rate; write it as 7.5879")
    elif code in history.setdefault(observed, {}):
        wrong(f"line {number}: a second rate for {code} on {observed}")
    else:
        history[observed][code] = rate


def _rows(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header in its own case but ``date`` and its like in small letters, and the numbered lines."""
    records = csv_records(path, read_text(path))
    (_, names), *rows = [(number, [cell.strip() for cell in cells]) for number, cells in records] or [
        (1, [""])
    ]
    return [name.lower() if name.lower() in _LONG else name.upper() for name in names], rows
