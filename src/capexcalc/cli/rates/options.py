"""What the rates commands share."""

from datetime import date, timedelta
from typing import Annotated

import typer

from ...commands.values import currency
from ...errors import UsageError
from ...money.periods import Period
from ...rates.book import RateBook
from .. import complete
from ..context import Outside
from ..options import day

Base = Annotated[
    str,
    typer.Argument(
        metavar="BASE", autocompletion=complete.codes, help="The currency of which one unit is quoted."
    ),
]
Quote = Annotated[
    str, typer.Argument(metavar="QUOTE", autocompletion=complete.codes, help="The currency it is quoted in.")
]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day.")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day. Default: the newest.")]


def code(given: str) -> str:
    """Of a code or a name. Raises what ``currency`` raises."""
    return currency(given)


def stretch(
    outside: Outside, book: RateBook, start: str | None, end: str | None, default: timedelta | None
) -> Period:
    """From ``start`` to ``end``, by default the newest day; ``default`` is how far back without ``start``,
    None for the beginning. Raises UsageError (``reversed_period``)."""
    last = day(end, outside) or book.newest()
    first = day(start, outside) or (date.min if default is None else last - min(default, last - date.min))
    if first > last:
        raise UsageError(
            "reversed_period",
            "the first day, {first}, is after the last, {last}",
            "give --from before --to",
            first=first,
            last=last,
        )
    return Period(first, last)
