"""``batch``: rows by status; of a look, what the file is taken for and what comes of its first rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from ...money.formatting import figure
from ...words import Template, in_words, labels
from ..figures import or_dash
from ..page import Note, Notes, Page, Part, Prose
from ..sheet import Rows, Sheet
from ..text import shortened

if TYPE_CHECKING:
    from ...bulk.job import LookRow, Summary
    from ..answer import Style

_LONGEST = 40  # characters of a cell
# What a column is taken for.
_ROLES: Mapping[str, Template] = {"amount": "amount", "currency": "currency", "date": "date"}


def pages(result: Summary, style: Style) -> Iterable[Page]:
    """A table of statuses; a look is three tables and the command for all rows."""
    look = result.look
    if look is None:
        statuses = [(status, figure(f"{count:,}")) for status, count in result.statuses.items()]
        everything = (in_words("all"), figure(f"{result.rows:,}"))
        yield Page([Sheet(labels("Status", "Rows"), "lr", [*statuses, everything])])
        return
    taken = [(in_words(_ROLES[each.role]), each.column, str(each.said)) for each in look.columns]
    notes = [Note(in_words("Date"), result.date_format)]
    if result.decimal is not None:
        notes.append(Note(in_words("Decimal mark"), result.decimal or in_words("none met")))
    if look.currencies:
        counts = ((or_dash(code or None), figure(f"{n:,}")) for code, n in look.currencies.items())
        notes.append(Note(in_words("Currencies"), ", ".join(f"{code} {count}" for code, count in counts)))
    codes = list(look.converted[0].converted) if look.converted else []
    converted = [_row(row, codes) for row in look.converted]
    header = (*labels("Amount", "Currency", "Date"), *codes, *labels("Rate of", "Source"))
    parts: list[Part] = [
        Prose(in_words("{n:,} rows were looked at.", n=result.rows)),
        Sheet(labels("Taken for", "Column", "As"), "lll", taken),
        Notes(notes),
        Sheet(header, f"rll{'r' * len(codes)}ll", converted),
    ]
    if look.refused:
        refused = [
            (each.status, figure(f"{each.rows:,}"), shortened(each.cell, _LONGEST), str(each.help))
            for each in look.refused
        ]
        parts.append(Sheet(labels("Would not convert", "Rows", "Such as", "What helps"), "lrll", refused))
    yield Page([*parts, Notes([Note(in_words("To convert all"), look.command)])])


def rows(result: Summary) -> Rows:
    """One row a status; of a look, one a row that converts."""
    look = result.look
    if look is None:
        return Rows(["status", "rows"], [result.statuses.items()])
    codes = list(look.converted[0].converted) if look.converted else []
    names = [f"amount_{code.lower()}" for code in codes]
    cells = (
        (
            row.amount,
            row.currency,
            row.date,
            *row.converted.values(),
            row.rate_date,
            row.rate_source,
            row.rate_method,
        )
        for row in look.converted
    )
    return Rows(["amount", "currency", "date", *names, "rate_date", "rate_source", "rate_method"], [cells])


def _row(row: LookRow, codes: Iterable[str]) -> tuple[str, ...]:
    amounts = (figure(f"{Decimal(row.converted[code]):,.2f}") for code in codes)
    return (
        shortened(row.amount, _LONGEST),
        row.currency,
        shortened(row.date, _LONGEST),
        *amounts,
        row.rate_date,
        row.rate_source,
    )
