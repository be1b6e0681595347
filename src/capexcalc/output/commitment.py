"""A commitment in one line, and the notes that go with it wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .figures import amount, money_scale
from .page import Note, Prose
from .rate_notes import rate_notes

if TYPE_CHECKING:
    from ..commands.annualise import Annualised


def commitment_line(result: Annualised, *, exact: bool) -> Prose:
    """What is committed, over how long, and what that is a year."""
    shared = money_scale([result.total, result.annual_average], exact=exact)
    total, average = amount(result.total, shared), amount(result.annual_average, shared)
    return Prose(f"{total} over {result.months} months: {average} a year")


def commitment_notes(result: Annualised) -> list[Note]:
    """When it runs, the assumption behind its schedule, and the rates of its conversions."""
    runs = [Note("Runs", f"{result.start} to {result.end}")] if result.start and result.end else []
    return [*runs, Note("Assumes", result.phasing), *rate_notes(c.quote for c in result.converted)]
