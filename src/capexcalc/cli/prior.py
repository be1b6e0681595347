"""What is said of a file of past spending where its own header does not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..money.dates import parse_year_end
from . import complete
from .options import known

if TYPE_CHECKING:
    from ..finance.spending_columns import Choice

_PANEL = "What a file does not say"

AmountColumn = Annotated[
    str | None,
    typer.Option(
        "--amount",
        metavar="COL",
        help="Its column of amounts, or what its rows of amounts are called.",
        rich_help_panel=_PANEL,
    ),
]
YearColumn = Annotated[
    str | None, typer.Option("--year", metavar="COL", help="Its column of years.", rich_help_panel=_PANEL)
]
CurrencyOfAll = Annotated[
    str | None,
    typer.Option("--currency", metavar="CODE", help="The currency of its amounts.", rich_help_panel=_PANEL),
]
Unit = Annotated[
    str | None,
    typer.Option(
        "--unit", metavar="UNIT", help="The unit of its amounts: m, bn, thousand.", rich_help_panel=_PANEL
    ),
]
Negate = Annotated[
    bool, typer.Option("--negate", help="Its minus means money spent.", rich_help_panel=_PANEL)
]
Sheet = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME", help="The sheet of the workbook.", rich_help_panel=_PANEL),
]
Decimal = Annotated[
    Literal[".", ","] | None,
    typer.Option("--decimal", help="The decimal mark of its amounts.", rich_help_panel=_PANEL),
]
YearEnd = Annotated[
    str | None,
    typer.Option(
        "--year-end", metavar="MM-DD", help="When its fiscal years end: 03-31.", rich_help_panel=_PANEL
    ),
]

Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="TEXT",
        help="Its rows with this in a cell: Kenya. Repeatable.",
        rich_help_panel=_PANEL,
    ),
]


Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        autocompletion=complete.encodings,
        help="What it is saved in, as cp1252. Default: UTF-8, or UTF-16.",
        rich_help_panel=_PANEL,
    ),
]


def choice(
    amount: str | None,
    year: str | None,
    currency: str | None,
    unit: str | None,
    negate: bool,
    sheet: str | None,
    decimal: Literal[".", ","] | None,
    year_end: str | None,
    only: list[str] | None,
    encoding: str | None,
) -> Choice:
    """All of these. Raises UsageError (``bad_year_end``, ``bad_encoding``)."""
    from ..finance.spending_columns import Choice  # here: most commands read no file

    ended = None if year_end is None else parse_year_end(year_end)
    return Choice(
        amount, year, currency, unit, negate, sheet, decimal, ended, tuple(only or ()), known(encoding)
    )
