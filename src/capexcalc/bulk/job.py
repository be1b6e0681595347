"""What is to be converted, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import UsageError
from ..reading.cell_figures import Mark

OK = "ok"

# What a row is called whose cells, rather than its rates, are at fault.
BAD_AMOUNT = "bad_amount"
BAD_DATE = "bad_date"
NO_AMOUNT = "no_amount"
AMBIGUOUS_AMOUNT = "ambiguous_amount"
AMBIGUOUS_DATE = "ambiguous_date"
CURRENCY_CONFLICT = "currency_conflict"
UNKNOWN_CURRENCY = "unknown_currency"
# What a row can be called that has no day of the calendar.
FAULTS = (
    BAD_AMOUNT, BAD_DATE, NO_AMOUNT, AMBIGUOUS_AMOUNT, AMBIGUOUS_DATE, CURRENCY_CONFLICT, UNKNOWN_CURRENCY,
    "future_date",
)  # fmt: skip

DEFAULT_MEMORY = "256MB"

_DELIMITER = re.compile(r'(?![\w\r\n".+-])[\x00-\x7f]')


@dataclass(frozen=True, slots=True)
class Job:
    """Rows of ``source`` to be written to ``out`` with the columns of a conversion to each of ``to``.

    Amounts stand in the column ``amount`` in figures, or in the column ``text`` in words, read as ``lang``.
    ``currency`` names the column of their currencies, or is the one of all of them; words may name their own.
    ``sheet`` is that of a workbook. Without ``date_format`` (strptime), ``delimiter`` and ``decimal`` (the
    decimal mark) these are detected.
    """

    source: str
    out: str
    to: tuple[str, ...]
    date: str
    amount: str | None = None
    currency: str | None = None
    text: str | None = None
    date_format: str | None = None
    delimiter: str | None = None
    lang: str | None = None
    decimal: Mark | None = None
    sheet: str | None = None

    def __post_init__(self) -> None:
        if (self.text is None) == (self.amount is None) or (self.text is None and self.currency is None):
            raise UsageError(
                "bad_columns",
                "name either the columns of amount and currency, or the one of amounts in words",
                "--amount COL --currency COL|CODE, or --text COL",
            )
        if self.delimiter is not None and not _DELIMITER.fullmatch(self.delimiter):
            raise UsageError(
                "bad_delimiter",
                "{delimiter!r} cannot stand between cells",
                "one ASCII character that figures and names do not have: --delimiter ';'",
                delimiter=self.delimiter,
            )

    @property
    def used(self) -> tuple[str, ...]:
        """The columns that are read, rather than passed through; a currency of all rows may be among them."""
        named = (self.figures, self.currency, self.date)
        return tuple(name for name in named if name is not None)

    @property
    def figures(self) -> str:
        """The column of amounts."""
        named = self.text if self.text is not None else self.amount
        assert named is not None
        return named

    @property
    def added(self) -> tuple[str, ...]:
        """The columns that join those of the input, in order."""
        figures = (f"{kind}_{code.lower()}" for code in self.to for kind in ("amount", "rate"))
        return (*figures, "rate_date", "rate_source", "rate_method", "status")


@dataclass(frozen=True, slots=True)
class Summary:
    """How many rows were written, and how many of each ``status``, how they were read, and by which rates.

    ``date_format`` is strptime's, ``delimiter`` that of a CSV file, ``rates`` a checksum of those at hand.
    """

    rows: int
    statuses: Mapping[str, int]
    date_format: str
    delimiter: str | None
    rates: str

    @property
    def refused(self) -> int:
        """Rows that lack a conversion."""
        return self.rows - self.statuses.get(OK, 0)
