"""How the columns of a file are read, settled by a sample of it before the first row is converted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..errors import InputError, Notice
from ..finance.spending_columns import SCALES, amount_words, role_of
from ..finance.spending_scales import may_scale
from ..money.currencies import is_currency
from ..money.currency_cells import unit_of
from ..words import Phrase
from . import amounts, dates
from .inputs import Table
from .job import Job
from .sql import Reading

# Distinct figures and dates that are looked at, and distinct names of currencies that are told.
_FIGURES = 8000
_DATES = 5000
_NAMES = 8
# Letters of a scale that may be anything else by itself: m, TN. Within a name may_scale tells those of two.
_LETTERS = 2

# The different texts in a column of the sample: of amounts, those that are texts rather than numbers.
Texts = Callable[[str], Sequence[str]]


def settle(job: Job, table: Table, texts: Texts) -> tuple[Reading, tuple[Notice, ...]]:
    """How ``job`` reads ``table``, and what must be known of that.

    Raises InputError: ``no_such_column``, ``duplicate_column``, ``ambiguous_amount``, ``mixed_decimals``,
    ``ambiguous_date``.
    """
    for name in (job.figures, job.date):
        table.cell(name, job.source)
    constant, notices = _currency(job, table)
    notices += _scaled(job, table, texts)
    if constant is None and job.currency is not None:
        notices += _names(job, texts(job.currency))
    mark = job.decimal
    if job.text is not None:
        mark = "."  # what is read in words comes as plain digits
    elif mark is None and job.figures not in table.typed:
        cells = texts(job.figures)
        some = cells[:: len(cells) // _FIGURES + 1]
        mark = amounts.mark_of(some, job.source, job.figures, table.delimiter)
        if mark == ",":
            notices += (
                Notice(
                    "decimal_mark",
                    "{source}: the comma in {figures!r} is read as a decimal mark",
                    source=job.source,
                    figures=job.figures,
                ),
            )
    if job.date_format is not None:
        days = dates.of_format(job.date_format)
        said = dates.stated(days, job.source, job.date)[1:]
    else:
        days = dates.detect(texts(job.date)[:_DATES], job.source)
        said = dates.stated(days, job.source, job.date)
    return Reading(constant, mark or "", days), (*notices, *said)


def _currency(job: Job, table: Table) -> tuple[str | None, tuple[Notice, ...]]:
    """The currency of all rows, unless it is a column, and the word about a column with a currency's name."""
    named = job.currency
    if named is None:
        return None, ()
    unit = unit_of(named)
    if table.has(named):
        if unit is None:
            return None, ()
        return None, (
            Notice(
                "currency_column",
                "{source}: --currency {named} is taken for the column of that name",
                source=job.source,
                named=named,
            ),
        )
    if unit is None:
        raise InputError(
            "no_such_column",
            "{source}: no column {named!r}, and no such currency",
            "columns: {columns}; or the currency of all rows: --currency USD",
            source=job.source,
            named=named,
            columns=", ".join(table.names),
        )
    return named, ()


def _scaled(job: Job, table: Table, texts: Texts) -> tuple[Notice, ...]:
    """The word about a column of amounts that by its name are in millions, or a column that may say so."""
    told = {name: role_of(name) or role_of(name.split()[-1]) for name in table.names if name.strip()}
    beside = [
        name
        for name, role in told.items()
        if name not in job.used
        and (role in ("scale", "power") or (role == "unit" and _in_scales(texts(name))))
    ]
    if job.text is not None or not (beside or _told_by_name(job.figures)):
        return ()
    return (
        Notice(
            "scaled",
            "{source}: {column!r} tells the unit of the amounts, and of those that join them: they are not "
            "multiplied",
            source=job.source,
            column=beside[0] if beside else job.figures,
        ),
    )


def _told_by_name(name: str) -> bool:
    """Whether a column of amounts has a scale in its name: ``usd_m``, Mio. €, millions of dollars; M alone is
    a column of a spreadsheet, and TN a land."""
    words = re.split(r"[\W_]+", name.casefold().strip(" )]"))
    told = [word for word in words if word in SCALES and (word == words[-1] or len(word) > _LETTERS)]
    return (len(words) > 1 and bool(told)) or (len(name.strip()) > _LETTERS and may_scale(name))


def _in_scales(cells: Sequence[str]) -> bool:
    """Whether a column of units may be one of scales: where nothing of it is seen, it may."""
    return not cells or any(map(_is_scale, cells))


def _is_scale(cell: str) -> bool:
    """Whether a cell names a power of ten, as kilograms and hectares do not: million, USD bn, 1000."""
    words = amount_words(f"amount {cell}")
    plain = cell.strip() in ("1000", "1000000", "1000000000")
    return plain or bool(words and words[1].strip(" $")) or may_scale(cell)


def _names(job: Job, cells: Sequence[str]) -> tuple[Notice, ...]:
    """What names of currencies and of their parts are taken for."""
    found = [(cell.strip(), unit) for cell in cells if (unit := unit_of(cell))]
    named = {
        f"{cell} as {unit.code}" + (f" in {unit.parts}" if unit.parts != 1 else "")
        for cell, unit in found
        if unit.parts != 1 or not is_currency(cell.upper())
    }
    if not named:
        return ()
    some = sorted(named)
    names: str | Phrase = ", ".join(some[:_NAMES])
    if len(some) > _NAMES:
        names = Phrase("{listed} and {count} more", listed=names, count=len(some) - _NAMES)
    return (
        Notice(
            "currency_named",
            "{source}: {currency!r} is read so: {names}",
            source=job.source,
            currency=job.currency,
            names=names,
        ),
    )
