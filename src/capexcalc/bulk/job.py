"""What is to be converted, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from ..errors import UsageError
from ..rates.calendar_rules import CONVERTED
from ..rates.quote import ABSENT
from ..reading.cell_figures import Mark
from ..records import dataclass
from ..words import Phrase

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
    decimal mark) these are detected; ``encoding`` is that of a CSV file, by the name Python has for it, where
    it is neither UTF-8 nor says so itself.
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
    encoding: str | None = None

    def __post_init__(self) -> None:
        named = [self.text, self.amount].count(None)
        # Whoever takes a look first names nothing.
        if self.out and (named != 1 or (self.text is None and self.currency is None)):
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

    def resolved(self, names: Sequence[str]) -> Job:
        """The job with its columns called as in ``names``, of which a line break or two blanks may be one
        blank to who types them."""
        typed = {one_line(name): name for name in names}

        def own(name: str | None) -> str | None:
            return name if name is None or name in names else typed.get(one_line(name), name)

        amount, text, currency = own(self.amount), own(self.text), own(self.currency)
        return replace(self, amount=amount, text=text, currency=currency, date=own(self.date) or "")

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


def one_line(name: str) -> str:
    """The name of a column with single blanks."""
    return " ".join(name.split())


@dataclass(frozen=True, slots=True)
class Taken:
    """A column (or the currency of all rows), what it is taken for, and in which way."""

    role: str
    column: str
    said: Phrase


@dataclass(frozen=True, slots=True)
class LookRow:
    """A row of the sample that converts: the cells that are read, and the amounts by target."""

    amount: str
    currency: str
    date: str
    converted: Mapping[str, str]
    rate_date: str
    rate_source: str
    rate_method: str


@dataclass(frozen=True, slots=True)
class Refused:
    """How many rows of the sample do not convert for one reason, a cell of them, and what would help."""

    status: str
    rows: int
    cell: str
    help: Phrase


@dataclass(frozen=True, slots=True)
class Look:
    """What was told from some rows of a file: ``currencies`` with their counts, ten rows converted, what
    would not convert, and the command for all of it."""

    columns: tuple[Taken, ...]
    currencies: Mapping[str, int]
    converted: tuple[LookRow, ...]
    refused: tuple[Refused, ...]
    command: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How many rows were written, and how many of each ``status``, how they were read, and by which rates.

    ``date_format`` is strptime's, or several of them; ``delimiter`` that of a CSV file; ``rates`` a checksum
    of those at hand; ``decimal`` the decimal mark of amounts in figures, empty where none has one; ``look``
    is there where only some rows were converted.
    """

    rows: int
    statuses: Mapping[str, int]
    date_format: str
    delimiter: str | None
    rates: str
    decimal: str | None = field(default=None, metadata=ABSENT)
    look: Look | None = field(default=None, metadata=ABSENT)

    @property
    def refused(self) -> int:
        """Rows that lack a conversion."""
        return self.rows - sum(self.statuses.get(each, 0) for each in CONVERTED)
