"""Tables of spending whose columns are years, as in cash-flow statements, turned into one row a year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..errors import InputError, Notice, quoted
from ..patterns import regex
from ..reading.cell_figures import parted
from .spending_columns import Choice, amount_words, is_capex, normal, role_of
from .spending_records import Record
from .spending_units import Remark, refuse_no_money
from .spending_years import OLDEST, is_time, is_trailing

# What the row of capital expenditure is called, in statements and in their services.
_CAPEX = regex(
    r"capex|capital_?expenditures?|(?:purchases?|acquisitions?|additions?|payments?)(?:_(?:of|for|to|acquire|in))*"
    r"_(?:property|ppe|fixed_assets|plant).*|investments?_in_property.*",
)
# A column that is one in part: 2024e, 2022 (restated).
_DATED = regex(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
# Rows from which on it is no chance that they have years where another has some.
_ROWS = 3
# Columns that are no years, and belong to the amounts all the same.
_KEPT = frozenset(("currency", "unit", "scale", "power", "source", "measure"))


def years_in(header: Sequence[str], others: Sequence[Record]) -> list[int]:
    """The places of columns that are years or parts of them; none unless there are two or more.

    None too where most ``others``, rows about it, have years in two of them: a row of figures is no header.
    """

    def timed(cells: Sequence[str], places: Iterable[int]) -> list[int]:
        return [each for each in places if each < len(cells) and is_time(cells[each])]

    places = timed(header, range(len(header)))
    alike = [cells for _, cells in others if len(timed(cells, places)) > 1]
    figures = len(alike) >= _ROWS and 2 * len(alike) > len(others)
    if len(places) < 2 or figures:
        return []
    # A long series begins before those that numbers are taken for elsewhere.
    return [n for n, cell in enumerate(header) if is_time(cell, oldest=OLDEST)]


class Turned(NamedTuple):
    """A header of its own and a record for each year of the one row that is wanted, what was passed over,
    and what is said about the amounts: in the row, and by the names of columns that are no years."""

    header: list[str]
    records: list[Record]
    notices: tuple[Notice, ...]
    remarks: list[Remark]


def turned(
    header: Sequence[str], records: Sequence[Record], places: Sequence[int], choice: Choice, where: str
) -> Turned:
    """The table turned round.

    Raises InputError: ``several_rows`` where it is not clear which row that is, ``no_money`` where it counts
    something else.
    """
    row_where, row, label = _row(header, records, places, choice, where)
    others = [place for place in range(len(header)) if place not in places]
    kept = [place for place in others if role_of(header[place]) in _KEPT]
    names = ["year", "amount", *(header[place] for place in kept)]
    made = [
        (row_where, [header[place], row[place], *(row[k] for k in kept)])
        for place in places
        if row[place].strip()
    ]
    notices = [
        Notice(
            "columns_are_years",
            "{where}: years are read from the columns, amounts from {row}",
            where=row_where,
            row=quoted(label),
        )
    ]
    trailing = [header[place].strip() for place in others if is_trailing(header[place])]
    if trailing:
        notices.append(
            Notice(
                "trailing_months",
                "{where}: {columns} overlaps the years beside it, and is left out",
                where=where,
                columns=", ".join(map(quoted, trailing)),
            )
        )
    among = [
        header[place].strip()
        for place in others
        if (places[0] < place < places[-1] or _DATED.search(header[place]))
        and place not in kept
        and parted(row[place])
    ]
    if among:
        notices.append(
            Notice(
                "column_passed_over",
                "{where}: {columns} stands among the years, is none, and is left out",
                where=where,
                columns=", ".join(map(quoted, among)),
            )
        )
    remarks = [(row_where, row[place]) for place in others if place not in kept]
    refuse_no_money(remarks, choice)
    remarks += [(where, header[place]) for place in others if place not in kept]
    return Turned(names, made, tuple(notices), remarks)


def _row(
    header: Sequence[str], records: Sequence[Record], places: Sequence[int], choice: Choice, where: str
) -> tuple[str, list[str], str]:
    filled = [(at, row) for at, row in records if any(row[place].strip() for place in places)]
    named = [(at, row, _label(header, row, places)) for at, row in filled]
    if choice.amount is not None:
        wanted = normal(choice.amount)
        found = [each for each in named if normal(each[2]) == wanted]
    elif len(named) == 1:
        found = named
    else:
        found = [each for each in named if is_capex(each[2])]
        found = found or [each for each in named if _CAPEX.fullmatch(_words(each[2]))]
        found = found or [each for each in named if each[2] and amount_words(each[2]) is not None]
    if len(found) != 1:
        raise InputError(
            "several_rows",
            "{where}: years are columns, and {count} rows may be the amounts, of {rows}",
            'name the row: --amount "Capital Expenditure", or what is in a cell of it: --only Kenya',
            where=where,
            count=len(found),
            rows=", ".join(quoted(label) for _, _, label in (found or named)[:8] if label) or "none",
        )
    return found[0]


def _words(label: str) -> str:
    return re.sub("[^a-z0-9]+", "_", normal(label)).strip("_")


def _label(header: Sequence[str], row: Sequence[str], places: Sequence[int]) -> str:
    """What a row is called: its first text that is not under a year, and no number of the row."""
    texts = (row[place].strip() for place in range(len(header)) if place not in places)
    return next((text for text in texts if any(map(str.isalpha, text))), "")
