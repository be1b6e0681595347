"""What ``import capexcalc`` offers: commands as functions, and what they print as frozen objects.

A result is that of ``-f json``: ``result`` and ``warnings`` hold what the JSON has under these names, and
``to_dict`` makes the one of the other. Days are dates, or text as ``--on`` takes it; every other option is
written as on the command line. Each expected failure is a CapexcalcError with ``code``, ``message`` and
``hint``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from .commands.outcome import Outcome
from .commands.values import currencies, share
from .commands.workspace import Workspace
from .errors import CapexcalcError, UsageError
from .money.dates import parse_date, parse_period, parse_span, parse_year_end
from .records import dataclass

if TYPE_CHECKING:
    from .commands.annualise import Annualised
    from .commands.compare import Comparison
    from .documents.document import Document
    from .output.wording.documents import WordedDocument
    from .output.wording.rates import WordedConversion
    from .rates.book import RateBook

__all__ = [
    "CapexcalcError", "Outcome", "Rates", "annualise", "check", "compare", "convert", "open_rates", "to_dict",
]  # fmt: skip

T = TypeVar("T")
Day = date | str

_LONGEST_GAP = 36_600  # days
_NO = {"", "0", "f", "false", "n", "no", "off"}


@dataclass(frozen=True, slots=True)
class Rates:
    """Reference rates that stay open; ``book`` answers for single quotes, averages and series."""

    book: RateBook
    workspace: Workspace


def open_rates(*, source: str = "auto", max_gap: int = 7, today: Day | None = None) -> Rates:
    """The rates of the user's cache folder over those that came with the program.

    A call without ``rates`` opens them anew: open them once where there is much to ask. ``max_gap`` is how
    many days a rate may be old on the date asked, ``today`` the last day that may be asked for, by default
    the day it is. Raises UsageError (``unknown_source``, ``bad_gap``) and CacheError.
    """
    if not 0 <= max_gap <= _LONGEST_GAP:
        raise UsageError(
            "bad_gap",
            "max_gap {max_gap} is not from 0 to {longest_gap} days",
            max_gap=max_gap,
            longest_gap=_LONGEST_GAP,
        )
    day = date.today()
    workspace = Workspace(os.environ, _day(today, day) or day)
    return Rates(workspace.book(source=source, max_gap=max_gap), workspace)


def convert(
    words: str,
    to: str | Iterable[str],
    on: Day | None = None,
    *,
    average: str | None = None,
    partial: bool = False,
    lang: str | None = None,
    rates: Rates | None = None,
) -> Outcome[tuple[WordedConversion, ...]]:
    """Each amount in ``words`` in each currency of ``to``, at the rate of a date or a period.

    The rate of a date is the last published on or before it. Without ``on`` or ``average`` ("2024",
    "2024-Q3") it is the newest there is, with a warning.
    """
    from .commands.convert import convert as command
    from .output.wording.rates import worded

    if on is not None and average is not None:
        raise UsageError("on_and_average", "on and average exclude each other")
    codes = _codes(to)
    if not codes:
        raise UsageError("no_currency", "no currency to convert to", 'for example: to="EUR"')
    rates = rates or open_rates()
    done = command(
        words,
        codes,
        book=rates.book,
        on=_day(on, rates.workspace.today),
        average=None if average is None else parse_period(average),
        partial=partial,
        lang=lang,
    )
    return _told(rates, Outcome(tuple(map(worded, done.result)), done.warnings))


def annualise(
    words: str,
    *,
    over: str | None = None,
    start: Day | None = None,
    phasing: str = "even",
    year_end: str | None = None,
    to: str | Iterable[str] = (),
    on: Day | None = None,
    lang: str | None = None,
    rates: Rates | None = None,
) -> Outcome[Annualised]:
    """The amount in ``words`` spread over its years, by calendar year or the fiscal year ending ``year_end``.

    ``over`` ("3y", "2025..2027") and ``start`` win over what the words say, ``phasing`` is "even",
    "ramp:20%" or "30,40,30", ``year_end`` is written "03-31".
    """
    from .commands.annualise import annualise as command

    rates = rates or open_rates()
    today = rates.workspace.today
    done = command(
        words,
        book=rates.book,
        over=None if over is None else parse_span(over),
        start=_day(start, today),
        phasing=phasing,
        year_end=None if year_end is None else parse_year_end(year_end),
        to=_codes(to),
        on=_day(on, today),
        lang=lang,
    )
    return _told(rates, done)


def compare(
    words: str,
    prior: str | Path,
    *,
    over: str | None = None,
    last: str | None = None,
    on: Day | None = None,
    to: str | Iterable[str] = (),
    real: int | None = None,
    deflator: str | None = None,
    lang: str | None = None,
    amount: str | None = None,
    year: str | None = None,
    currency: str | None = None,
    unit: str | None = None,
    negate: bool = False,
    sheet: str | None = None,
    decimal: Literal[".", ","] | None = None,
    year_end: str | None = None,
    only: str | Iterable[str] = (),
    encoding: str | None = None,
    rates: Rates | None = None,
) -> Outcome[Comparison]:
    """The commitment in ``words`` beside what was spent before: ``prior`` is a file, or "sec:" and an issuer.

    ``last`` ("10y") counts only the newest periods, ``real`` adds the same in the prices of that year, by
    those of the country ``deflator`` names ("DEU", "DEU:gdp"). What a table does not say: ``amount`` and
    ``year`` name its columns (or its row of amounts, where years are columns); ``currency`` and ``unit``
    ("m") are those of all amounts; ``negate`` says that minus means money spent; ``sheet`` is that of a
    workbook, ``decimal`` the decimal mark; fiscal years end on ``year_end`` ("03-31"); ``only`` keeps the
    rows that have each of its texts in a cell; ``encoding`` ("cp1250") is what a text is saved in.
    """
    from .commands.compare import compare as command
    from .finance.spending import UNNAMED
    from .finance.spending_columns import Choice

    if decimal not in (None, ".", ","):
        raise UsageError(
            "bad_decimal_mark",
            "{decimal!r} is no decimal mark",
            'say what the mark is: --decimal "." or --decimal ","',
            decimal=decimal,
        )
    if encoding is not None:
        from .documents.plain import known_encoding

        encoding = known_encoding(encoding)
    rates = rates or open_rates()
    workspace = rates.workspace
    ended = None if year_end is None else parse_year_end(year_end)
    series = workspace.spending(
        str(prior),
        offline=_offline(workspace),
        unnamed=UNNAMED if real is None else "",
        choice=Choice(
            amount,
            year,
            currency,
            unit,
            negate,
            sheet,
            decimal,
            ended,
            (only,) if isinstance(only, str) else tuple(only),
            encoding,
        ),
    )
    done = command(
        words,
        book=rates.book,
        prior=series,
        over=None if over is None else parse_span(over),
        last=None if last is None else parse_span(last),
        on=_day(on, workspace.today),
        to=_codes(to),
        prices=workspace.prices(series.currency, deflator, real),
        base_year=real,
        lang=lang,
    )
    return _told(rates, done)


def check(
    text: str | Path,
    *,
    on: Day | None = None,
    prior: str | Path | None = None,
    tolerance: str = "2%",
    lang: str | None = None,
    to: str | Iterable[str] = (),
    id: str = "text",
    encoding: str | None = None,
    rates: Rates | None = None,
) -> Outcome[WordedDocument]:
    """What a text says about money, each claim with its verdict, reason and working.

    A str is the text itself, which goes by the name ``id``; a Path is a file of any kind that the command
    reads, in ``encoding`` where that is not to be told from it. Raises UsageError (``several_documents``) for
    a file of more than one, and what its reader raises.
    """
    from .commands.check import check_each
    from .output.wording.documents import worded

    rates = rates or open_rates()
    workspace = rates.workspace
    series = None if prior is None else workspace.spending(str(prior), offline=_offline(workspace))
    (done,) = check_each(
        [_document(text, id, encoding, workspace.today)],
        book=rates.book,
        on=_day(on, workspace.today),
        prior=series,
        tolerance=share(tolerance),
        lang=lang,
        to=_codes(to),
    )
    noted = series.notices if series else ()
    return _told(rates, Outcome(worded(done.result), (*noted, *done.warnings)))


def to_dict(result: Any) -> Any:
    """A result, or any part of one, as ``-f json`` prints it: dicts, lists, decimals as strings."""
    from .output.json import to_plain

    return to_plain(result)


def _document(text: str | Path, name: str, encoding: str | None, today: date) -> Document:
    from .documents.document import Document
    from .documents.documents import Reading, read_documents
    from .documents.plain import known_encoding

    if isinstance(text, str):
        return Document(name, text)
    reading = Reading(known_encoding(encoding) if encoding else None, today=today)
    first, *others = islice(read_documents([str(text)], BytesIO(), reading), 2)
    if others:
        raise UsageError(
            "several_documents", "{text} holds more than one document", "check them one by one", text=text
        )
    if isinstance(first, CapexcalcError):
        raise first
    return first


def _codes(to: str | Iterable[str]) -> tuple[str, ...]:
    return currencies([to] if isinstance(to, str) else to)


def _day(given: Day | None, today: date) -> date | None:
    if isinstance(given, str):
        return parse_date(given, today)
    return given.date() if isinstance(given, datetime) else given


def _offline(workspace: Workspace) -> bool:
    return workspace.environ.get("CAPEXCALC_OFFLINE", "").strip().lower() not in _NO


def _told(rates: Rates, outcome: Outcome[T]) -> Outcome[T]:
    """``outcome``, with what the cache had to say on the way before its warnings."""
    return Outcome(outcome.result, (*rates.workspace.heard(), *outcome.warnings))
