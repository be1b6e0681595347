"""``check``: each document as it is judged, its figures, then every claim with its verdict and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ...money.formatting import percent
from ...money.money import Money
from ...reading.mentions import doubts
from ..figures import alone, amount, hundredfold, money_scale, signed
from ..page import Counts, Note, Notes, Page, Part, Prose, Verdict, Verdicts
from ..rate_notes import rate_notes, working
from ..sheet import Row, Rows, Sheet, money_cells
from ..text import visible
from ..wording.labels import BOUNDS, KINDS
from ..wording.verdicts import VERDICTS

if TYPE_CHECKING:
    from ..answer import Style
    from ..wording.claims import WordedClaim
    from ..wording.documents import WordedDocument


def pages(result: Iterable[WordedDocument], style: Style) -> Iterable[Page]:
    """A page for each document."""
    return (_document(document, style) for document in result)


def rows(result: Iterable[WordedDocument]) -> Rows:
    """One row a claim, with the rate it was judged by; a block a document."""
    header = (
        "document as_of claim kind verdict text stated stated_currency computed computed_currency "
        "low high deviation_percent reason hint_code hint rate rate_date rate_source"
    )
    return Rows(header.split(), ([_row(document, claim) for claim in document.claims] for document in result))


def _document(document: WordedDocument, style: Style) -> Page:
    parts: list[Part] = [Prose(f"{document.id} ({document.language}, as of {document.as_of})", heading=True)]
    if document.amounts:
        parts += [_amounts(document, exact=style.exact), Notes(_figure_notes(document))]
    if document.claims:
        parts.append(Verdicts([_verdict(claim, style) for claim in document.claims]))
    return Page([*parts, _counts(document)])


def _amounts(document: WordedDocument, *, exact: bool) -> Sheet:
    """Every amount as it is written and as it is read, with its conversions."""
    targets = list(dict.fromkeys(c.currency for c in document.conversions or ()))
    shown = {
        (c.amount, c.currency): "no rate" if c.converted is None else alone(c.converted, exact=exact)
        for c in document.conversions or ()
    }
    rows = [
        (
            " ".join(a.text.split()),
            BOUNDS[a.bound],
            alone(Money(a.value, a.currency), exact=exact),
            *(shown[a.id, code] for code in targets),
        )
        for a in document.amounts
    ]
    return Sheet(("Figure", "", "Reads as", *targets), "llr" + "r" * len(targets), rows)


def _figure_notes(document: WordedDocument) -> list[Note]:
    """What is unsure about the figures, the rates of their conversions, and why some have none."""
    conversions = document.conversions or ()
    missing = dict.fromkeys(c.reason for c in conversions if c.reason)
    return [
        *(Note("Unsure", visible(notice.message)) for notice in doubts(document.amounts)),
        *rate_notes(c.quote for c in conversions if c.quote),
        *(Note("No rate", reason) for reason in missing),
    ]


def _verdict(claim: WordedClaim, style: Style) -> Verdict:
    words, gap = VERDICTS[claim.verdict], claim.deviation_percent
    return Verdict(
        words=words.label,
        color=words.color,
        claim=claim.id,
        kind=KINDS[claim.kind],
        says=Note("Says", claim.text),
        figures=_stated_and_computed(claim, exact=style.exact),
        notes=[
            *([] if gap is None else [Note("Gap", signed(gap))]),
            Note("Why", claim.reason),
            *([Note("Hint", claim.hint.message)] if claim.hint else ()),
            *(working(claim.steps) if style.explain else rate_notes(claim.quotes)),
        ],
    )


def _stated_and_computed(claim: WordedClaim, *, exact: bool) -> list[Note]:
    """The two figures of a claim in one unit."""
    pair = (claim.stated, claim.computed)
    shared = money_scale((m for m in pair if isinstance(m, Money)), exact=exact)
    labels = ("Planned", "Spent") if claim.kind in ("exceeds_prior", "record") else ("Stated", "Computed")
    return [
        Note(label, amount(figure, shared) if isinstance(figure, Money) else percent(hundredfold(figure)))
        for label, figure in zip(labels, pair, strict=True)
        if figure is not None
    ]


def _counts(document: WordedDocument) -> Counts:
    """What was read, and how many claims met each verdict, in the order of the verdicts."""
    read = ", ".join(
        f"{len(found)} {noun}{'' if len(found) == 1 else 's'}"
        for found, noun in (
            (document.amounts, "amount"),
            (document.periods, "period"),
            (document.claims, "claim"),
        )
    )
    if not document.claims:
        return Counts(read, f"No claim to check: {read}.")
    return Counts(f"{read}: {', '.join(_tally(document.claims))}", "")


def _tally(claims: Iterable[WordedClaim]) -> Iterator[str]:
    met = [claim.verdict for claim in claims]
    return (f"{n} {words.label.lower()}" for code, words in VERDICTS.items() if (n := met.count(code)))


def _row(document: WordedDocument, claim: WordedClaim) -> Row:
    low, high = claim.interval or (None, None)
    quote = claim.quotes[0] if claim.quotes else None
    return (
        *(document.id, document.as_of, claim.id, claim.kind, claim.verdict, claim.text),
        *_figure(claim.stated),
        *_figure(claim.computed),
        *(low, high, claim.deviation_percent, claim.reason),
        *((claim.hint.code, claim.hint.message) if claim.hint else (None, None)),
        *((quote.rate, quote.observed, quote.source) if quote else (None, None, None)),
    )


def _figure(figure: Money | Decimal | None) -> tuple[Decimal | None, str | None]:
    """A sum with its currency, or a proportion as a fraction."""
    return (figure, "fraction") if isinstance(figure, Decimal) else money_cells(figure)
