"""Which rows and columns of a table of past spending count, as the table tells or who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..errors import InputError, quoted
from ..reading.cell_figures import parted
from .spending_columns import TIMES, Choice, Columns, normal, role_of
from .spending_records import Record
from .spending_years import OLDEST, is_time


def is_data(cells: Sequence[str]) -> bool:
    """Whether a row is no header, for it has a figure in it that is no year."""
    return any(
        figure is not None
        and not any(map(str.isalpha, figure.before + figure.after))
        and not is_time(cell, oldest=OLDEST)
        for cell in cells
        if (figure := parted(cell))
    )


def names_time(cells: Sequence[str]) -> bool:
    """Whether a row is a header with a column of years, and two others or more."""
    told = [cell for cell in cells if cell.strip()]
    return len(told) > 2 and not any(map(has_figure, told)) and any(role_of(cell) in TIMES for cell in told)


def has_figure(cell: str) -> bool:
    """Whether there is any: "n/a" and "In millions" have none."""
    return any(map(str.isdigit, cell))


def distinct(header: Sequence[str], body: Sequence[Record]) -> list[str]:
    """The header without the names of columns that repeat another one, name and cells: ``TIME``, ``Time``."""
    names = list(map(normal, header))
    return [
        "" if any(_same(body, place, before) for before in _before(names, place)) else name
        for place, name in enumerate(header)
    ]


def _before(names: Sequence[str], place: int) -> list[int]:
    return [each for each in range(place) if names[each] == names[place] != ""]


def _same(body: Sequence[Record], one: int, other: int) -> bool:
    return bool(body) and all(len(cells) > one and cells[one] == cells[other] for _, cells in body)


def kept(body: list[Record], choice: Choice, where: str) -> list[Record]:
    """The rows that have each text asked for (``--only``) in a cell.

    Raises InputError (``no_such_row``) where none has.
    """
    for text in choice.only:
        found = [record for record in body if normal(text) in map(normal, record[1])]
        if not found:
            raise InputError(
                "no_such_row",
                "{where}: no row below has {text} in a cell",
                "give what is in the cell, all of it",
                where=where,
                text=quoted(text),
            )
        body = found
    return body


def wanted(
    header: Sequence[str], columns: Columns, body: list[Record], choice: Choice, where: str
) -> tuple[Columns, list[Record]]:
    """The rows that are called as the amounts are, where that is no column.

    Raises InputError (``no_such_column``) where nothing is called so.
    """
    if choice.amount is None or normal(choice.amount) in map(normal, header):
        return columns, body
    used = {place for role, place in columns.places.items() if role != "label"}
    for place in range(len(header)):
        named = [record for record in body if normal(record[1][place]) == normal(choice.amount)]
        if place not in used and named:
            places = {role: own for role, own in columns.places.items() if own != place}
            about = tuple(each for each in columns.about if each != place)
            return replace(columns, places=places, about=about), named
    raise no_such_column(choice.amount, header, where)


def refuse_several(header: Sequence[str], columns: Columns, body: Sequence[Record]) -> None:
    """Raises InputError (``several_series``) where rows are not all about the same: by a column that says
    what each is about, or by one in which two of the same year differ."""
    for place in columns.about:
        found = list(dict.fromkeys(cells[place].strip() for _, cells in body if any(map(str.strip, cells))))
        numeric = all(parted(cell) for cell in found if cell) and "month" not in normal(header[place])
        if len(found) > 1 and not numeric:
            where = next(at for at, cells in body if cells[place].strip() == found[1])
            raise _several(header[place], where, found[1], found[0])
    if "filed" in columns.places:
        return  # the same year again, as a later document has it
    amount = columns.places["amount"]
    times = [columns.places[role] for role in (*TIMES, "period_end") if role in columns.places]
    others = [place for place in range(len(header)) if place not in columns.places.values()]
    first: dict[tuple[str, ...], Sequence[str]] = {}
    for where, cells in body:
        when = tuple(cells[place].strip() for place in times)
        before = first.setdefault(when, cells)
        if not any(when) or cells[amount].strip() == before[amount].strip():
            continue
        for place in others:
            one, other = before[place].strip(), cells[place].strip()
            if one != other and any(map(str.isalpha, one)) and any(map(str.isalpha, other)):
                raise _several(header[place], where, other, one)


def _several(name: str, where: str, value: str, before: str) -> InputError:
    return InputError(
        "several_series",
        "{where}: column {name!r} has {value!r} here and {before!r} before",
        "one series at a time: keep the rows of one {name} with --only",
        where=where,
        name=name.strip(),
        value=value[:40],
        before=before[:40],
    )


def no_such_column(name: str, header: Sequence[str], where: str) -> InputError:
    """Of a name that is asked for, and that is neither a column's nor a row's."""
    return InputError(
        "no_such_column",
        "{where}: no column, and no row, is called {amount}",
        "columns: {columns}",
        where=where,
        amount=repr(name),
        columns=", ".join(filter(None, header)),
    )
