"""What there is to say about past spending: its length and growth, and the document behind each figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ..money.formatting import percent, significant
from ..words import Phrase, counted, in_words
from .figures import amount, hundredfold, money_scale
from .page import Note

if TYPE_CHECKING:
    from ..commands.prior import Prior, PriorPeriod


def series_notes(prior: Prior, cagr: Decimal | None) -> list[Note]:
    window = prior.window
    if window.years == int(window.years):
        said = counted(
            "{start} to {end}, {n} year",
            "{start} to {end}, {n} years",
            int(window.years),
            start=window.start,
            end=window.end,
        )
    else:
        years = significant(window.years, 3)
        said = Phrase("{start} to {end}, {years} years", start=window.start, end=window.end, years=years)
    notes = [Note(in_words("Window"), str(said))]
    if cagr is not None:
        notes.append(growth_note(in_words("Growth"), cagr))
    if prior.measure:
        notes.append(Note(in_words("Counts"), prior.measure))
    return notes


def growth_note(label: str, cagr: Decimal) -> Note:
    said = in_words(
        "past spending grew by {percent} a year (CAGR)"
        if cagr >= 0
        else "past spending fell by {percent} a year (CAGR)",
        percent=percent(hundredfold(cagr).copy_abs()),
    )
    return Note(label, said)


def source_notes(prior: Prior, *, exact: bool) -> list[Note]:
    """Where the series is from, and the document behind each figure that is known."""
    filings = [Note(p.label, _filing(p, exact=exact)) for p in prior.periods if p.filed]
    return [Note(in_words("Source"), prior.source), *filings]


def _filing(period: PriorPeriod, *, exact: bool) -> str:
    said = _document(period.form, period.accession, period.filed)
    if period.first_reported is None:
        return said
    shared = money_scale([period.first_reported, period.amount], exact=exact)
    first = _document(period.first_form, period.first_accession, period.first_filed)
    return in_words(
        "{said}; first reported as {amount} ({first})",
        said=said,
        amount=amount(period.first_reported, shared),
        first=first,
    )


def _document(form: str | None, accession: str | None, filed: date | None) -> str:
    named = " ".join(part for part in (form, accession) if part)
    return in_words("{document}, filed {day}" if named else "filed {day}", document=named, day=filed)
