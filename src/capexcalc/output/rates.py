"""What the rates commands find, in every format but JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any

from ..commands.rates import RevisedIndex, Series, SourceStatus, Verified
from ..commands.rates_update import Imported, Updates
from ..money.formatting import percent, plain, significant
from ..money.money import EXACT
from ..rates.quote import Quote
from . import csv, currencies
from .phrases import Note
from .sheets import Sheet

# Tables, and what to say below them.
Page = tuple[Sequence[Sheet], Sequence[Note]]

_BARS = "▁▂▃▄▅▆▇█"
_WIDEST = 60


def page(command: str, result: Any, *, exact: bool, bars: bool) -> Page:
    """``result`` of ``command`` as tables and notes; ``bars`` adds a chart where there is a series."""
    sheets, notes = _PAGES[command][0](result, exact)
    if bars and isinstance(result, Series):
        notes = [("Chart", chart([each.rate for each in result.rates])), *notes]
    return sheets, notes


def rows(command: str, result: Any) -> str:
    """``result`` of ``command`` as CSV."""
    header, *body = _PAGES[command][1](result)
    return csv.page([str(name) for name in header], body)


def chart(values: Sequence[Decimal]) -> str:
    """``values`` as one bar each, or one for several in a row: the lowest of all is the shortest."""
    width = min(len(values), _WIDEST)
    cuts = [len(values) * index // width for index in range(width + 1)]
    groups = [values[start:end] for start, end in pairwise(cuts)]
    means = [EXACT.divide(sum(group, Decimal(0)), Decimal(len(group))) for group in groups]
    low, high = min(means), max(means)
    if low == high:
        return _BARS[0] * width
    step = EXACT.divide(EXACT.subtract(high, low), Decimal(len(_BARS) - 1))
    return "".join(_BARS[int(EXACT.divide(EXACT.subtract(mean, low), step))] for mean in means)


def _status(result: Sequence[SourceStatus], exact: bool) -> Page:
    rows = [
        (
            s.source,
            s.origin,
            _or_dash(s.first),
            _or_dash(s.last),
            f"{_or_dash(s.age_days)}",
            f"{s.dates:,}",
            _condition(s),
        )
        for s in result
        if s.countries is None
    ]
    header = ("Source", "Origin", "First", "Last", "Days ago", "Dates", "Files")
    sheets = [Sheet(header, "llllrrl", rows)]
    indices = [
        (
            s.source,
            s.origin,
            f"{s.first.year if s.first else '-'}",
            f"{s.last.year if s.last else '-'}",
            f"{s.countries}",
            _condition(s),
        )
        for s in result
        if s.countries is not None
    ]
    if indices:
        columns = ("Price index", "Origin", "First", "Last", "Countries", "Files")
        sheets.append(Sheet(columns, "llllrl", indices))
    titles = {s.source: s.title for s in sorted(result, key=lambda s: s.countries is not None) if s.title}
    return sheets, list(titles.items())


def _condition(s: SourceStatus) -> str:
    return f"{s.damaged} of {s.files + s.damaged} damaged" if s.damaged else "sound"


def _status_rows(result: Sequence[SourceStatus]) -> list[Sequence[csv.Cell]]:
    header = ["source", "origin", "title", "first", "last", "age_days", "dates", "files", "damaged"]
    header.append("countries")  # of a price index
    return [header, *([getattr(s, name) for name in header] for s in result)]


def _verify(result: Verified, exact: bool) -> Page:
    """``exact`` lists every rejected rate, of which the shipped ones are thousands."""
    sheets = []
    if result.damage:
        rows = [(d.file, _or_dash(d.line), d.rule) for d in result.damage]
        sheets.append(Sheet(("Damaged file", "Line", "Rule"), "lrl", rows))
    if result.revisions:
        revised = [
            (r.source, str(r.observed), r.currency, plain(r.was), plain(r.is_), str(r.noticed))
            for r in result.revisions
        ]
        sheets.append(Sheet(("Revised", "Date", "Currency", "Was", "Is", "Noticed"), "lllrrl", revised))
    if result.revised_indices:
        sheets.append(_revised_indices(result.revised_indices))
    if result.rejected and exact:
        each = [(r.source, str(r.observed), r.currency, r.value, r.reason, r.detail) for r in result.rejected]
        sheets.append(Sheet(("Rejected", "Date", "Currency", "Value", "Rule", "Why"), "lllrll", each))
    elif result.rejected:
        counted = Counter((r.source, r.origin, r.reason) for r in result.rejected)
        counts = [(*key, f"{count:,}") for key, count in sorted(counted.items())]
        sheets.append(Sheet(("Rejected", "Origin", "Rule", "Rates"), "lllr", counts))
    summary = (
        f"{len(result.damage)} findings" if result.damage else "sound",
        f"{len(result.revisions) + len(result.revised_indices or ()):,} revised",
        f"{len(result.rejected):,} rejected",
    )
    return sheets, [(f"{result.files} files", ", ".join(summary))]


def _revised_indices(revised: Sequence[RevisedIndex]) -> Sheet:
    """How much each edition revised: most years of most countries, which json and csv list."""
    rows: list[tuple[str, ...]] = []
    for (index, noticed), group in groupby(revised, lambda r: (r.index, r.noticed)):
        countries = [r.country for r in group]
        rows.append((index, f"{noticed}", f"{len(set(countries)):,}", f"{len(countries):,}"))
    return Sheet(("Revised index", "Noticed", "Countries", "Levels"), "llrr", rows)


def _verify_rows(result: Verified) -> list[Sequence[csv.Cell]]:
    return [
        ["finding", "source", "date", "currency", "was", "is", "rule", "file", "line", "detail"],
        *(("damage", "", None, "", None, None, d.rule, d.file, d.line, "") for d in result.damage),
        *(
            ("revision", r.source, r.observed, r.currency, r.was, r.is_, "", "", None, "")
            for r in result.revisions
        ),
        *(
            ("revision", r.index, date(r.year, 12, 31), r.country, r.was, r.is_, "", "", None, "")
            for r in result.revised_indices or ()
        ),
        *(
            ("rejected", r.source, r.observed, r.currency, r.value, None, r.reason, "", None, r.detail)
            for r in result.rejected
        ),
    ]


def _update(result: Updates, exact: bool) -> Page:
    rows = [
        (u.source, u.provider, str(u.newest), f"{u.added:,}", str(u.revised), str(u.rejected))
        for u in result.updated
    ]
    header = ("Source", "From", "Newest", "New rates", "Revised", "Rejected")
    return [Sheet(header, "lllrrr", rows)], [(each.source, each.reason) for each in result.failed]


def _update_rows(result: Updates) -> list[Sequence[csv.Cell]]:
    header = ["source", "provider", "newest", "added", "revised", "rejected"]
    return [
        [*header, "failure"],
        *([*(getattr(u, name) for name in header), ""] for u in result.updated),
        *((f.source, "", None, None, None, None, f.reason) for f in result.failed),
    ]


def _import(result: Imported, exact: bool) -> Page:
    row = (
        result.source,
        result.base,
        str(result.first),
        str(result.last),
        f"{result.added:,}",
        str(result.revised),
    )
    header = ("Source", "Per one", "First", "Last", "New rates", "Revised")
    use = f"capexcalc convert ... --source {result.source}"
    return [Sheet(header, "llllrr", [row])], [("Use", use)]


def _import_rows(result: Imported) -> list[Sequence[csv.Cell]]:
    header = ["source", "base", "first", "last", "added", "revised"]
    return [header, [getattr(result, name) for name in header]]


def _show(result: Series, exact: bool) -> Page:
    rows = [(str(each.observed), _figure(each.rate, exact)) for each in result.rates]
    rates = [each.rate for each in result.rates]
    notes = [
        ("Lowest", _figure(min(rates), exact)),
        ("Highest", _figure(max(rates), exact)),
        ("Change", percent(EXACT.multiply(EXACT.divide(rates[-1], rates[0]) - 1, Decimal(100)))),
        ("Source", result.source.upper()),
    ]
    return [Sheet(("Date", f"1 {result.base} in {result.quote}"), "lr", rows)], notes


def _show_rows(result: Series) -> list[Sequence[csv.Cell]]:
    return [
        ["date", "base", "quote", "rate", "source"],
        *((each.observed, result.base, result.quote, each.rate, result.source) for each in result.rates),
    ]


def _average(result: Sequence[Quote], exact: bool) -> Page:
    rows = [
        (str(_start(q)), str(q.to or q.as_of), _figure(q.rate, exact), str(q.observations or ""))
        for q in result
    ]
    first = result[0]
    header = ("From", "To", f"1 {first.base} in {first.quote}, mean", "Days observed")
    return [Sheet(header, "llrr", rows)], [("Source", ", ".join(sorted({q.source.upper() for q in result})))]


def _average_rows(result: Sequence[Quote]) -> list[Sequence[csv.Cell]]:
    return [
        ["from", "to", "base", "quote", "rate", "observations", "source"],
        *((_start(q), q.to or q.as_of, q.base, q.quote, q.rate, q.observations, q.source) for q in result),
    ]


def _start(quote: Quote) -> date:
    return quote.from_ or quote.as_of


def _figure(rate: Decimal, exact: bool) -> str:
    return plain(rate) if exact else significant(rate, 6)


def _or_dash(value: object) -> str:
    return "-" if value is None else str(value)


_PAGES: dict[str, tuple[Callable[[Any, bool], Page], Callable[[Any], list[Sequence[csv.Cell]]]]] = {
    "rates-status": (_status, _status_rows),
    "rates-verify": (_verify, _verify_rows),
    "rates-update": (_update, _update_rows),
    "rates-import": (_import, _import_rows),
    "rates-show": (_show, _show_rows),
    "rates-average": (_average, _average_rows),
    "rates-currencies": (currencies.page, currencies.rows),
}
