"""How many rows came to what, with a cell of each that did not convert, and what would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..errors import Notice, quoted
from ..rates.calendar_rules import CONVERTED
from ..words import Phrase, Template
from .job import (
    AMBIGUOUS_AMOUNT,
    AMBIGUOUS_DATE,
    BAD_AMOUNT,
    BAD_DATE,
    CURRENCY_CONFLICT,
    NO_AMOUNT,
    UNKNOWN_CURRENCY,
    Job,
)

# What the cell that is at fault is of, by status; of all others it is the currency.
DATES = (BAD_DATE, AMBIGUOUS_DATE, "future_date", "before_first", "gap", "too_old", "partly_covered")
AMOUNTS = (
    BAD_AMOUNT, AMBIGUOUS_AMOUNT, NO_AMOUNT, CURRENCY_CONFLICT, "unread_unit", "several_amounts",
    "stray_number",
)  # fmt: skip

_HELP: Mapping[str, Template] = {
    BAD_AMOUNT: "name another --amount, or read words with --text",
    AMBIGUOUS_AMOUNT: 'say what the mark is: --decimal "." or --decimal ","',
    NO_AMOUNT: "say the currency of all rows: --currency USD; figures are read with --amount",
    CURRENCY_CONFLICT: "read the currency beside each amount: --text instead of --amount",
    "unread_unit": "write the scale another way",
    "several_amounts": "a row has room for one amount",
    "stray_number": "a row has room for one amount",
    BAD_DATE: 'say how dates are written: --date-format "%d/%m/%Y"',
    AMBIGUOUS_DATE: 'say which is the month: --date-format "%d/%m/%Y"',
    UNKNOWN_CURRENCY: "say the currency of all rows: --currency USD",
    "partly_covered": "there is no average of a period that is not over, or older than the rates",
    "gap": "allow older rates: --max-gap 31",
    "too_old": "allow older rates: --max-gap 31",
    "future_date": "there are no rates yet: name another --date",
}
# What may be wrong with an empty cell.
_EMPTY = (BAD_AMOUNT, NO_AMOUNT, BAD_DATE, UNKNOWN_CURRENCY)
# Where the currency is said already.
_FIGURES: Template = "figures are read with --amount"
_ELSE: Template = "see which rates there are: capexcalc rates currencies"


@dataclass(slots=True)
class Tally:
    """Rows by status, and of each status but ``ok`` a cell that is at fault, where that is known; none of
    cells that are all empty."""

    statuses: Counter[str] = field(default_factory=Counter)
    cells: dict[str, str | None] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Count the rows of ``other`` as well."""
        self.statuses.update(other.statuses)
        filled = {status: cell for status, cell in self.cells.items() if cell}
        self.cells = {**self.cells, **other.cells, **filled}

    def worst(self, job: Job) -> tuple[Notice, ...]:
        """The word about rows without a conversion, where those are the most."""
        refused = {status: count for status, count in self.statuses.items() if status not in CONVERTED}
        rows, count = self.statuses.total(), sum(refused.values())
        if 2 * count <= rows:
            return ()
        status = max(refused, key=lambda each: (refused[each], each))
        cell = self.cells.get(status)
        shown = Phrase("{status}", status=status)
        if cell:
            shown = Phrase("{status}, such as {cell}", status=status, cell=quoted(cell))
        return (
            Notice(
                "mostly_unconverted",
                "{where}: {refused:,} of {rows:,} rows have no conversion, {most:,} of them {shown}: {help}",
                where=job.source,
                refused=count,
                rows=rows,
                most=refused[status],
                shown=shown,
                help=help_for(status, job, empty=status in self.cells and not cell),
            ),
        )


def help_for(status: str, job: Job, *, empty: bool) -> Phrase:
    """What may turn rows of this status into rows with a conversion; ``empty`` if all cells at fault are."""
    if empty and status in _EMPTY:
        return Phrase("the cells are empty")
    if status == NO_AMOUNT and job.currency is not None:
        return Phrase(_FIGURES)
    return Phrase(_HELP[status]) if status in _HELP else Phrase(_ELSE)


def at_fault(status: str) -> Literal["amount", "currency", "date"]:
    """What the cell is of that is at fault, in rows without a conversion."""
    return "date" if status in DATES else "amount" if status in AMOUNTS else "currency"


def fault_cell() -> str:
    """SQL for the cell that is at fault, in rows with a ``status`` and the cells that were read."""
    done, dates, amounts = (
        ", ".join(f"'{each}'" for each in sorted(statuses)) for statuses in (CONVERTED, DATES, AMOUNTS)
    )
    return (
        f"NULLIF(TRIM(CASE WHEN status IN ({done}) THEN NULL "
        f"WHEN status IN ({dates}) THEN CAST(date_cell AS VARCHAR(99)) "
        f"WHEN status IN ({amounts}) THEN amount_text ELSE currency_text END), '')"
    )
