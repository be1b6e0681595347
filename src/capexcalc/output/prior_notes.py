"""What there is to say about past spending: its length and growth, and the document behind each figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ..money.formatting import percent, significant
from .figures import amount, hundredfold, money_scale
from .page import Note

if TYPE_CHECKING:
    from ..commands.prior import Prior, PriorPeriod


def series_notes(prior: Prior, cagr: Decimal | None) -> list[Note]:
    window = prior.window
    years = "1 year" if window.years == 1 else f"{significant(window.years, 3)} years"
    notes = [Note("Window", f"{window.start} to {window.end}, {years}")]
    if cagr is not None:
        notes.append(growth_note("Growth", cagr))
    if prior.measure:
        notes.append(Note("Counts", prior.measure))
    return notes


def growth_note(label: str, cagr: Decimal) -> Note:
    way = "grew" if cagr >= 0 else "fell"
    return Note(label, f"past spending {way} by {percent(hundredfold(cagr).copy_abs())} a year (CAGR)")


def source_notes(prior: Prior, *, exact: bool) -> list[Note]:
    """Where the series is from, and the document behind each figure that is known."""
    filings = [Note(p.label, _filing(p, exact=exact)) for p in prior.periods if p.filed]
    return [Note("Source", prior.source), *filings]


def _filing(period: PriorPeriod, *, exact: bool) -> str:
    said = _document(period.form, period.accession, period.filed)
    if period.first_reported is None:
        return said
    shared = money_scale([period.first_reported, period.amount], exact=exact)
    first = _document(period.first_form, period.first_accession, period.first_filed)
    return f"{said}; first reported as {amount(period.first_reported, shared)} ({first})"


def _document(form: str | None, accession: str | None, filed: date | None) -> str:
    named = " ".join(part for part in (form, accession) if part)
    return f"{named}, filed {filed}" if named else f"filed {filed}"
