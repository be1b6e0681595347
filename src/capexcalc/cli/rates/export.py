"""``capexcalc rates export``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Literal

import typer

from ...commands.rates import Observed, observed
from ...commands.values import currencies
from ...errors import UsageError
from ...output.price_files import PRICES
from ...words import Phrase, Template
from ..context import Outside
from ..options import Offline, Source, day
from .options import From, code, stretch

EPILOG = """\b
Examples:
  capexcalc rates export EUR USD CNY --from 2026-10-01
  capexcalc rates export CNY EUR --from 2025-01-01 --format beancount
"""

Base = Annotated[
    str | None, typer.Argument(metavar="[BASE]", help="The currency of which one unit is quoted.")
]
Quotes = Annotated[
    list[str] | None,
    typer.Argument(metavar="[QUOTE]...", help="The currencies it is quoted in. Default: all there are."),
]
UntilOrTo = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="DATE|CODE[,CODE]",
        help="Last day, by default the newest; of a calendar the currencies to convert to, by default EUR.",
    ),
]
PriceFormat = Annotated[
    Literal["csv", "ledger", "beancount", "parquet"],
    typer.Option("--format", "-f", help="How to write the rates."),
]
Whole = Annotated[
    bool,
    typer.Option(
        "--calendar", help="All currencies on every day since 1999 (or the first given), as batch joins them."
    ),
]


def export(
    ctx: typer.Context,
    base: Base = None,
    quotes: Quotes = None,
    start: From = None,
    end: UntilOrTo = None,
    calendar: Whole = False,
    source: Source = "auto",
    form: PriceFormat = "csv",
    offline: Offline = False,
) -> None:
    """Write observed rates for spreadsheets, ledger or beancount; "rates import" reads the csv.

    --format parquet --calendar is for SQL: one row for each currency and day, refusals among them, to be
    joined on (currency, as_of). Columns: currency, quote, as_of, observed, rate, source, method, status
    (ok, or why there is no rate).
    """
    outside: Outside = ctx.obj
    if calendar:
        if form != "parquet" or base is not None:
            raise UsageError("bad_calendar", "--calendar is of every currency, and Parquet", _WHOLE)
        _calendar(outside, day(start, outside) or _SINCE, currencies([end or "EUR"]), source)
        return
    if base is None:
        raise UsageError(
            "no_currency",
            "no currency to export",
            "capexcalc rates export EUR; or {whole}",
            whole=Phrase(_WHOLE),
        )
    book = outside.book(source=source, max_gap=0)
    period = stretch(outside, book, start, end, None)
    base = code(base)
    wanted = [code(each) for each in quotes or book.holdings.codes()]
    # All are found before the first is written: half a file is worse than none.
    found = {quote: observed(base, quote, period, book=book) for quote in wanted if quote != base}
    if form == "parquet":
        _observations(outside, base, found)
        return
    head, line = PRICES[form]
    outside.as_data()
    outside.write(head)
    for quote, rates in found.items():
        outside.write("".join(line(base, quote, each) for each in rates))


_WHOLE: Template = "capexcalc rates export --format parquet --calendar > calendar.parquet"

# The euro's first day; the rates before are the NBP's alone.
_SINCE = date(1999, 1, 1)


def _calendar(outside: Outside, first: date, targets: Sequence[str], source: str) -> None:
    from ...bulk.export import write_calendar

    book = outside.book(source=source)
    with _sent(outside) as path:
        write_calendar(path, book, outside.roots[0] / "calendar", targets, first)


def _observations(outside: Outside, base: str, found: Mapping[str, Iterable[Observed]]) -> None:
    from ...bulk.export import write_observations

    with _sent(outside) as path:
        rows = ((each.observed, base, quote, each.rate) for quote in found for each in found[quote])
        write_observations(path, rows)


@contextmanager
def _sent(outside: Outside) -> Iterator[Path]:
    """A name for a file that is sent to standard output once it is whole."""
    if outside.stdout is not None and outside.stdout.isatty():
        raise UsageError("no_text", "Parquet is nothing to look at", "send it to a file: > rates.parquet")
    with TemporaryDirectory(prefix="capexcalc-") as folder:
        path = Path(folder, "rates.parquet")
        yield path
        with path.open("rb") as file:
            outside.send(file)
