"""Results as Markdown that pastes into an editor or a content system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from . import past, sheets
from .phrases import (
    KINDS,
    Note,
    annualised_notes,
    claim_notes,
    commitment,
    conversion_notes,
    figure_notes,
    found,
    stated_and_computed,
)
from .sheets import Sheet
from .text import visible
from .wording.verdicts import VERDICTS

if TYPE_CHECKING:
    from ..commands.annualise import Annualised
    from ..commands.compare import Comparison
    from ..commands.spending import Spending
    from .wording.claims import WordedClaim
    from .wording.documents import WordedDocument
    from .wording.rates import WordedConversion

# What Markdown, or the HTML it lets through, would take for markup inside a text.
_MARKUP = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|~&"})


def convert(result: Iterable[WordedConversion], *, exact: bool = False, explain: bool = False) -> str:
    """A table, and under it each conversion as a sentence to quote."""
    done = tuple(result)
    notes = [*(("Cite", c.citation) for c in done), *conversion_notes(done, explain=explain)]
    return f"{_table(sheets.conversions(done, exact=exact))}\n{_notes(notes)}"


def annualise(result: Annualised, *, exact: bool = False) -> str:
    """The schedule as a table, and under it the assumption and the rates."""
    table = _table(sheets.schedule(result, exact=exact))
    return f"**{commitment(result, exact=exact)}**\n\n{table}\n{_notes(annualised_notes(result))}"


def compare(result: Comparison, *, exact: bool = False) -> str:
    """The ratios, the past periods they rest on, and the source of these."""
    tables = [past.ratios(result, exact=exact), past.past(result, exact=exact)]
    if result.real:
        tables.insert(1, past.real_ratios(result.real, exact=exact))
    notes = _notes(past.comparison_notes(result, exact=exact))
    head = commitment(result.commitment, exact=exact)
    return "\n".join([f"**{head}**\n", *map(_table, tables), notes])


def spending(result: Spending, *, exact: bool = False) -> str:
    """The past periods, and under them their growth and sources."""
    notes = _notes(past.spending_notes(result, exact=exact))
    return f"{_table(past.spending(result, exact=exact))}\n{notes}"


def check(
    documents: Iterable[WordedDocument], *, exact: bool = False, explain: bool = False
) -> Iterator[str]:
    """A short fact-check note for each document: every claim with its verdict, finding and rates."""
    for document in documents:
        body = "".join(_finding(claim, exact=exact, explain=explain) for claim in document.claims)
        head = f"### {_text(document.id)} ({document.language}, as of {document.as_of})\n\n"
        figures = f"{_table(sheets.amounts_found(document, exact=exact))}\n" if document.amounts else ""
        rates = f"{_notes(figure_notes(document))}\n" if document.conversions else ""
        yield f"{head}{figures}{rates}{body or f'No claim to check: {found(document)}.'}\n"


def page(sheets: Iterable[Sheet], notes: Iterable[Note]) -> str:
    """Tables, and what there is to say about them."""
    return "\n".join([*map(_table, sheets), _notes(notes)])


def _finding(claim: WordedClaim, *, exact: bool, explain: bool) -> str:
    head = f"- **{VERDICTS[claim.verdict].label}** ({KINDS[claim.kind]}): “{_text(claim.text)}”\n"
    notes = [*stated_and_computed(claim, exact=exact), *claim_notes(claim, explain=explain)]
    return head + _notes(notes, indent="  ")


def _notes(notes: Iterable[Note], indent: str = "") -> str:
    """A list; what has no label of its own goes on with what stands above it."""
    items = (f"- {_text(label)}: {_text(said)}" if label else f"  - {_text(said)}" for label, said in notes)
    return "".join(f"{indent}{item}\n" for item in items)


def _table(sheet: Sheet) -> str:
    rule = ["---:" if side == "r" else ":---" for side in sheet.sides]
    rows: list[Sequence[str]] = [[_text(cell) for cell in row] for row in (*sheet.rows, *sheet.totals)]
    return "".join(f"| {' | '.join(row)} |\n" for row in (sheet.header, rule, *rows))


def _text(text: str) -> str:
    return visible(text).translate(_MARKUP)
