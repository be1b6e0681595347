"""The tables of rates that central banks offer for download, told apart by what stands in them.

Each column of such a table names a currency in its publisher's way, and is units of it for one of the base,
or the price of so many units in the base. Prices are turned round, to ten digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Context, Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from ..cache.observations import is_rate
from ..errors import InputError
from ..words import Phrase, Template

FORMS: Template = "columns are date,base,quote,rate; or date and one for each currency, with --base"

# How dates are written: as 2025-02-24, 20250224, 24.02.2025 or 24 Feb 2025.
_DATES = ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d %b %Y")
# What stands where there is no rate.
NOTHING = frozenset({"", "-", ".", "N/A", "NA", "ND", "n/a"})
# Beside these, what SDMX writes for it.
NOT_A_NUMBER = NOTHING | {"NaN"}
_TURNED = Context(prec=10)
_HEAD = 100  # lines of terms, titles and names of series above a table, at most

_BANK_OF_ENGLAND = {
    "AD": "AUD", "BK89": "CNY", "CD": "CAD", "DK": "DKK", "ER": "EUR", "HD": "HKD", "JY": "JPY", "ND": "NZD",
    "NK": "NOK", "SF": "CHF", "SG": "SGD", "SK": "SEK", "SR": "SAR", "TW": "TWD", "US": "USD", "ZR": "ZAR",
}  # fmt: skip
_FEDERAL_RESERVE = {
    "BZ": "BRL", "CA": "CAD", "CH": "CNY", "DN": "DKK", "HK": "HKD", "IN": "INR", "JP": "JPY", "KO": "KRW",
    "MA": "MYR", "MX": "MXN", "NO": "NOK", "SD": "SEK", "SF": "ZAR", "SI": "SGD", "SL": "LKR", "SZ": "CHF",
    "TA": "TWD", "TH": "THB", "JA": "JPY",
    "AL": "AUD", "EU": "EUR", "NZ": "NZD", "UK": "GBP",
}  # fmt: skip


class Column(NamedTuple):
    """Units of ``code`` for one of ``base``, or the price of so many (``per``) of them in it."""

    base: str
    code: str
    per: int = 0


class Table(NamedTuple):
    """The head of a published table, its columns by their place, and its lines with their numbers."""

    head: list[str]
    columns: dict[int, Column]
    rows: Sequence[tuple[int, list[str]]]


def published_table(rows: Sequence[tuple[int, list[str]]]) -> Table | None:
    """The table in a file, if its head is one a central bank writes; None if not, or if it has two bases."""
    for place, (_, cells) in enumerate(rows[:_HEAD]):
        names = [cell.strip().strip('"') for cell in cells]
        found = {n: column for n, name in enumerate(names) if n and (column := published_column(name))}
        codes = {n: name for n, name in enumerate(names) if n and re.fullmatch("[A-Z]{3}", name)}
        wide = {n: Column("EUR", code) for n, code in codes.items()}
        if not found and names[0] == "Date" and names[-1] == "" and len(wide) == len(names) - 2:
            found = wide  # the ECB's history, whose head ends in a comma
        if found and len({column.base for column in found.values()}) == 1:
            return Table(names, found, [row for row in rows[place + 1 :] if row[1] and day_of(row[1][0])])
    return None


def bad_rates(path: Path, wrong: Sequence[Phrase]) -> InputError:
    """The error for a file of which the first of what is ``wrong`` is named, and how much more there is."""
    return InputError(
        "bad_rates",
        "{path}, {wrong}, and {more} more wrong" if len(wrong) > 1 else "{path}, {wrong}",
        "nothing was imported; {forms}",
        path=path,
        wrong=wrong[0],
        more=len(wrong) - 1,
        forms=Phrase(FORMS),
    )


def value_of(cell: str, column: Column, *, comma: bool) -> str | None:
    """A cell as units for one of the base, in plain digits; None where it is no rate."""
    text = cell.strip().replace("\u00a0", "").replace(" ", "")
    text = text.replace(".", "").replace(",", ".") if comma and "," in text else text
    if not column.per:
        return text if is_rate(text) else None
    try:
        price = Decimal(text)
        return f"{_TURNED.divide(Decimal(column.per), price):f}" if price > 0 else None
    except InvalidOperation:
        return None


def day_of(text: str) -> date | None:
    """The day in a cell, where it is written so that it can be no other."""
    for form in _DATES:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def published_column(name: str) -> Column | None:
    """What a publisher's name of a column or a series means, None where it is nobody's."""
    if found := re.fullmatch(r"(?:.*\()?EXR\.D\.([A-Z]{3})\.EUR\.SP00\.A\)?", name):  # the ECB's Data Portal
        return Column("EUR", found[1])
    if found := re.fullmatch(r"(\d{1,5})([A-Z]{3})", name):  # the archive of the NBP: "100JPY"
        return Column("PLN", found[2], int(found[1]))
    if found := re.fullmatch(r"FX([A-Z]{3})CAD", name):  # the Bank of Canada
        return Column("CAD", found[1], 1)
    if found := re.fullmatch(r"BBEX3\.D\.([A-Z]{3})\.EUR\.BB\.AC\.\d{3}", name):  # the Bundesbank
        return Column("EUR", found[1])
    if found := re.fullmatch(r"XUDL([A-Z]{2})S|XUDL(BK89)", name):  # the Bank of England
        code = _BANK_OF_ENGLAND.get(found[1] or found[2])
        return Column("GBP", code) if code else None
    if found := re.fullmatch(r"DEX(US([A-Z]{2})|([A-Z]{2})US)", name):  # the Federal Reserve's H.10, at FRED
        code = _FEDERAL_RESERVE.get(found[2] or found[3])
        return Column("USD", code, 1 if found[2] else 0) if code else None
    if found := re.fullmatch(r"RXI(\$US)?_N\.B\.([A-Z]{2})", name):  # the same, from the Board itself
        code = _FEDERAL_RESERVE.get(found[2])
        return Column("USD", code, 1 if found[1] else 0) if code else None
    return None
