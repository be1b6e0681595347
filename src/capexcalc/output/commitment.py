"""A commitment in one line, and the notes that go with it wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import counted, in_words
from .figures import amount, money_scale
from .page import Note, Prose
from .rate_notes import rate_notes

if TYPE_CHECKING:
    from ..commands.annualise import Annualised


def commitment_line(result: Annualised, *, exact: bool) -> Prose:
    """What is committed, over how long, and what that is a year."""
    shared = money_scale([result.total, result.annual_average], exact=exact)
    total, average = amount(result.total, shared), amount(result.annual_average, shared)
    said = counted(
        "{total} over {n} month: {average} a year",
        "{total} over {n} months: {average} a year",
        result.months,
        total=total,
        average=average,
    )
    return Prose(str(said))


def commitment_notes(result: Annualised) -> list[Note]:
    """When it runs, the assumption behind its schedule, and the rates of its conversions."""
    runs = (
        [Note(in_words("Runs"), in_words("{start} to {end}", start=result.start, end=result.end))]
        if result.start and result.end
        else []
    )
    return [
        *runs,
        Note(in_words("Assumes"), str(result.phasing)),
        *rate_notes(c.quote for c in result.converted),
    ]
