"""What stands in a column of currencies: codes, names as spreadsheets have them, parts of a currency."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from .currencies import all_codes, is_currency, name


class Unit(NamedTuple):
    """A currency, or one of the equal ``parts`` of its unit: GBp, on the stock market, is GBP in 100.

    In the table, one of no parts is none: Rm, where they write it so, are rands in millions, and RM ringgits.
    """

    code: str
    parts: int = 1


def unit_of(cell: str) -> Unit | None:
    """What a cell names: ``usd``, ``US Dollar``, ``RMB``, ``GBp`` (a penny, unlike GBP); None if nothing.

    A sign that many lands share ($, kr) names none of them.
    """
    text = " ".join(cell.split())
    if text in _exact():
        return _exact()[text] if _exact()[text].parts else None
    code = text.upper()
    if is_currency(code):
        return Unit(code)
    return _exact().get(code) or _named().get(text.casefold())


def parts() -> dict[str, Unit]:
    """The codes of parts, and of what is none, as written."""
    return _exact()


def spellings() -> dict[str, Unit]:
    """All there are: the codes of parts as written, everything else in lower case, for who cannot call
    ``unit_of``: what is in this neither as written nor, unless ``parts`` has it as written, in lower case is
    no currency."""
    codes = {code.lower(): Unit(code) for code in all_codes()}
    exact = {cell: unit for cell, unit in _exact().items() if unit.parts}
    lower = {cell.lower(): unit for cell, unit in exact.items()}
    return _named() | lower | codes | exact


@cache
def _exact() -> dict[str, Unit]:
    return {cell: unit for cell, unit in _table().items() if unit.parts != 1}


@cache
def _named() -> dict[str, Unit]:
    """In lower case: the English names of CLDR, in the singular and the plural, and those of the table."""
    named = {}
    for code in all_codes():
        words = name(code).casefold()
        named[words] = named[f"{words}s"] = Unit(code)
    return named | {cell: unit for cell, unit in _table().items() if unit.parts}


@cache
def _table() -> dict[str, Unit]:
    lines = Path(__file__).with_name("currency_cells.csv").read_text("utf-8").splitlines()[1:]
    rows = (line.split(",") for line in lines)
    return {cell: Unit(code, int(parts)) for cell, code, parts in rows}
