"""``batch``: rows by status; of a look, what the file is taken for and what comes of its first rows."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from ..page import Note, Notes, Page, Part, Prose
from ..sheet import Rows, Sheet

if TYPE_CHECKING:
    from ...bulk.job import LookRow, Summary
    from ..answer import Style

_LONGEST = 40


def pages(result: Summary, style: Style) -> Iterable[Page]:
    """A table of statuses; a look is three tables and the command for all rows."""
    look = result.look
    if look is None:
        statuses = [(status, f"{count:,}") for status, count in result.statuses.items()]
        yield Page([Sheet(("Status", "Rows"), "lr", [*statuses, ("all", f"{result.rows:,}")])])
        return
    taken = [(each.role, each.column, str(each.said)) for each in look.columns]
    notes = [Note("Dates", result.date_format)]
    if result.decimal is not None:
        notes.append(Note("Decimal mark", result.decimal or "none met"))
    if look.currencies:
        notes.append(
            Note("Currencies", ", ".join(f"{code} {count:,}" for code, count in look.currencies.items()))
        )
    codes = list(look.converted[0].converted) if look.converted else []
    converted = [_row(row, codes) for row in look.converted]
    header = ("Amount", "Currency", "Date", *codes, "Rate of", "Source")
    parts: list[Part] = [
        Prose(f"{result.rows:,} rows were looked at."),
        Sheet(("Taken for", "Column", "As"), "lll", taken),
        Notes(notes),
        Sheet(header, f"rll{'r' * len(codes)}ll", converted),
    ]
    if look.refused:
        refused = [
            (each.status, f"{each.rows:,}", _short(each.cell), str(each.help)) for each in look.refused
        ]
        parts.append(Sheet(("Would not convert", "Rows", "Such as", "What helps"), "lrll", refused))
    yield Page([*parts, Notes([Note("To convert all", look.command)])])


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
    amounts = (f"{Decimal(row.converted[code]):,.2f}" for code in codes)
    return (_short(row.amount), row.currency, _short(row.date), *amounts, row.rate_date, row.rate_source)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
