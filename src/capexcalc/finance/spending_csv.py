"""Past spending from a CSV file, each fault named with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from ..errors import InputError, NotComparableError
from ..money.currencies import is_currency, nearest
from ..money.periods import Period, month_end
from .spending import SpendingPeriod, SpendingSeries, spending_series

_NEEDED = ("period_start", "period_end", "amount", "currency")
_HEADER = "period_start,period_end,amount,currency[,label,source]"
_LARGEST = 16_000_000  # bytes: a thousand times what a company's history takes


def read_spending(path: Path) -> SpendingSeries:
    """The series in a UTF-8 CSV file headed ``period_start,period_end,amount,currency[,label,source]``.

    Both days are ISO 8601 and included; amounts are plain digits in major units. Further columns and empty
    lines are passed over. Raises InputError naming FILE:LINE for what cannot be read, NotComparableError
    (``mixed_currencies``, ``overlap``, ``duplicate``) for what can be read but not compared.
    """
    rows = _records(path)
    where, header = next(rows, (f"{path}:1", []))
    columns = [name.strip().casefold() for name in header]
    if absent := [name for name in _NEEDED if name not in columns]:
        raise InputError(
            "missing_column", f"{where}: no column {', '.join(absent)}", f"the header is {_HEADER}"
        )
    if twice := [name for name in dict.fromkeys(columns) if name and columns.count(name) > 1]:
        raise InputError("repeated_column", f"{where}: column {', '.join(map(repr, twice))} is there twice")
    periods = []
    first: tuple[str, str] | None = None
    for where, cells in rows:
        if len(cells) != len(columns):
            message = f"{where}: {len(cells)} cells under a header of {len(columns)}"
            raise InputError("ragged_row", message, "a comma inside a cell needs quotes around the cell")
        row = dict(zip(columns, (" ".join(cell.split()) for cell in cells), strict=True))
        currency = _currency(row["currency"], where)
        first = first or (currency, where)
        if currency != first[0]:
            message = f"{where} is in {currency}, {first[1]} in {first[0]}: one series has one currency"
            raise NotComparableError(
                "mixed_currencies", message, "convert one of them first, or split the file"
            )
        periods.append(_period(row, where, path.name))
    if first is None:
        raise InputError("no_rows", f"{path}: a header, but no period below it", f"the columns are {_HEADER}")
    return spending_series(first[0], periods)


def _period(row: dict[str, str], where: str, file_name: str) -> SpendingPeriod:
    start, end = _day(row, "period_start", where), _day(row, "period_end", where)
    if end < start:
        raise InputError("reversed_period", f"{where}: the period ends on {end}, before it starts on {start}")
    if Period(start, end).nearest_months() < 1:
        raise InputError("short_period", f"{where}: {start}..{end} is shorter than a month")
    return SpendingPeriod(
        start=start,
        end=end,
        label=row.get("label") or _label(start, end),
        amount=_amount(row["amount"], where),
        source=row.get("source") or file_name,
        where=where,
    )


def _day(row: dict[str, str], column: str, where: str) -> date:
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        message = f"{where}: {column} {_shown(row[column])} is not a date"
        raise InputError("bad_date", message, "write dates as 2024-03-31") from None


def _amount(text: str, where: str) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,30}(\.[0-9]{1,10})?", text):
        message = f"{where}: amount {_shown(text)} is not a number of zero or more"
        raise InputError(
            "bad_amount", message, "write plain digits with a point for decimals: 32087000000 or 1.5"
        )
    return Decimal(text)


def _currency(text: str, where: str) -> str:
    code = text.upper()
    if not is_currency(code):
        near = ", ".join(nearest(code)) if code else ""
        hint = f"did you mean {near}?" if near else "give the ISO 4217 code, such as CNY"
        raise InputError("bad_currency", f"{where}: {_shown(text)} is no currency", hint)
    return code


def _label(start: date, end: date) -> str:
    year = (date(start.year, 1, 1), month_end(start.year, 12))
    return str(start.year) if (start, end) == year else f"{start}..{end}"


def _records(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Each record that is not empty, with FILE:LINE of where it begins."""
    lines = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    line = 1
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                yield f"{path}:{line}", cells
            line = lines.line_num + 1
    except csv.Error as fault:
        raise InputError("bad_csv", f"{path}:{line}: not CSV: {fault}") from None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
        reason = getattr(fault, "strerror", None) or str(fault)
        message = f"{path}: cannot be read: {reason}"
        raise InputError(
            "unreadable_file", message, f"--prior takes a CSV file with the header {_HEADER}"
        ) from None
    if len(data) > _LARGEST:
        raise InputError("file_too_large", f"{path} is larger than {_LARGEST // 1_000_000} MB")
    if not data.strip():
        raise InputError("empty_file", f"{path}:1: the file is empty", f"it begins with the header {_HEADER}")
    if (nul := data.find(b"\0")) >= 0:
        raise InputError(
            "binary_file", f"{path}:{_line(data, nul)}: a binary file, not CSV text", "save it as CSV (UTF-8)"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        message = f"{path}:{_line(data, fault.start)}: not UTF-8 text"
        raise InputError(
            "not_utf8", message, "save it as CSV (UTF-8), or: iconv -f latin1 -t utf-8"
        ) from None


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")
