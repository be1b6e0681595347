"""``check``: each document as it is judged, its figures, then every claim with its verdict and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from ...money.formatting import fixed, money, parts, percentage, readable, whole
from ...money.money import EXACT, Money
from ...reading.mentions import doubts
from ...words import Phrase, in_words, labels
from ..figures import alone, hundredfold, signed
from ..page import Held, HeldClaims, Note, Notes, Page, Part, Prose, Verdict, Verdicts
from ..rate_notes import rate_notes, working
from ..sheet import Row, Rows, Sheet, money_cells
from ..text import visible
from ..wording.labels import BOUNDS, HEADINGS, KINDS
from ..wording.summary import Total, by_gravity, listed, summary
from ..wording.verdicts import VERDICTS
from .check_remarks import remarks as remarks

_NAMED = 6  # figures that were compared with nothing are named one by one
_RATE = 6  # digits of an exchange rate
_WRITTEN = 12  # digits of a figure that somebody wrote

if TYPE_CHECKING:
    from ...commands.exhibit import Exhibit
    from ..answer import Style
    from ..wording.claims import WordedClaim
    from ..wording.documents import WordedDocument


def pages(result: Iterable[WordedDocument], style: Style) -> Iterable[Page]:
    """A page for each document, and one for all where there are several.

    What does not hold comes first, the worst before all else. A ``brief`` page is left out where all holds,
    but not the one page that is to be sent.
    """
    total = Total()
    left = None
    for document in result:
        total.add(document)
        if not style.brief or any(map(_is_wrong, document.claims)):
            yield _document(document, style)
        elif document.exhibit is not None:
            left = document
    if left is not None and total.documents == 1:
        yield _document(left, style)
    if total.documents > 1:
        yield Page([Prose(total.said())])


def rows(result: Iterable[WordedDocument]) -> Rows:
    """One row a claim, with the rate it was judged by; a block a document."""
    header = (
        "document as_of as_of_from claim kind verdict text stated stated_currency computed computed_currency "
        "low high deviation_percent reason hint_code hint rate rate_date rate_source "
        "line column band_low band_high"
    )
    return Rows(header.split(), ([_row(document, claim) for claim in document.claims] for document in result))


def _document(document: WordedDocument, style: Style) -> Page:
    if document.exhibit is not None:
        return _whole(document, document.exhibit, style)
    wrong, rest, held = by_gravity(document.claims)
    parts: list[Part] = [Prose(_heading(document), heading=True), Prose(summary(document))]
    if style.brief:
        rest, held = [], []
    elif style.explain:
        rest, held = [*rest, *held], []  # the working of all
    if wrong or rest:
        parts.append(Verdicts([_verdict(claim, style) for claim in (*wrong, *rest)]))
    if held:
        parts.append(HeldClaims([_held(claim) for claim in held]))
    if document.amounts and (style.figures or document.conversions is not None):
        parts.append(_amounts(document, exact=style.exact))
    if notes := [] if style.brief else _figure_notes(document):
        parts.append(Notes(notes))
    return Page(parts)


def _whole(document: WordedDocument, shown: Exhibit, style: Style) -> Page:
    """A document with its text, its claims in their places, their working with them."""
    from .check_exhibit import article, unchecked  # here: the other formats need no charts

    explained = style._replace(explain=True)
    claims = [claim for claim in document.claims if not style.brief or _is_wrong(claim)]
    parts: list[Part] = [
        Prose(_heading(document), heading=True),
        Prose(summary(document)),
        article(document, shown, claims, lambda claim: _verdict(claim, explained)),
        *unchecked(document, exact=style.exact),
    ]
    if document.amounts and (style.figures or document.conversions is not None):
        parts.append(_amounts(document, exact=style.exact))
    if notes := _reading_notes(document):
        parts.append(Notes(notes))
    return Page(parts)


def _heading(document: WordedDocument) -> str:
    """ "article.txt (en, rates as of 2025-02-24)"; a day that nobody gave is said to be assumed."""
    heading = HEADINGS[document.as_of_from]
    return in_words(heading, document=document.id, language=document.language, day=document.as_of)


def _held(claim: WordedClaim) -> Held:
    words = VERDICTS[claim.verdict]
    return Held(in_words(words.label), words.color, claim.said)


def _is_wrong(claim: WordedClaim) -> bool:
    return VERDICTS[claim.verdict].wrong


def _amounts(document: WordedDocument, *, exact: bool) -> Sheet:
    """Every amount as it is written and as it is read, with its conversions."""
    targets = list(dict.fromkeys(c.currency for c in document.conversions or ()))
    shown = {
        (c.amount, c.currency): in_words("no rate")
        if c.converted is None
        else alone(c.converted, exact=exact)
        for c in document.conversions or ()
    }
    rows = [
        (
            " ".join(a.text.split()),
            BOUNDS[a.bound] and in_words(BOUNDS[a.bound]),
            _as_read(Money(a.value, a.currency), exact=exact),
            *(shown[a.id, code] for code in targets),
        )
        for a in document.amounts
    ]
    return Sheet((in_words("Figure"), "", in_words("Reads as"), *targets), "llr" + "r" * len(targets), rows)


def _as_read(figure: Money, *, exact: bool) -> str:
    """With the digits that were written."""
    return alone(figure, exact=True) if exact else money(*parts(figure.value, _WRITTEN), figure.currency)


def _figure_notes(document: WordedDocument) -> list[Note]:
    """What was compared with nothing, what is unsure about the figures, the rates of their conversions and
    why some have none."""
    return [*_unchecked(document), *_reading_notes(document)]


def _reading_notes(document: WordedDocument) -> list[Note]:
    conversions = document.conversions or ()
    missing = dict.fromkeys(c.reason for c in conversions if c.reason)
    return [
        *(Note(in_words("Unsure"), visible(notice.message)) for notice in doubts(document.amounts)),
        *rate_notes(c.quote for c in conversions if c.quote),
        *(Note(in_words("No rate"), reason) for reason in missing),
    ]


def _unchecked(document: WordedDocument) -> Iterator[Note]:
    unchecked = frozenset(document.unchecked)
    left = [" ".join(a.text.split()) for a in document.amounts if a.id in unchecked]
    if left:
        yield Note(in_words("Not checked"), str(listed((_quoted(text) for text in left), _NAMED)))


def _quoted(text: str) -> Phrase:
    return Phrase("“{text}”", text=text)


def _verdict(claim: WordedClaim, style: Style) -> Verdict:
    words = VERDICTS[claim.verdict]
    return Verdict(
        words=in_words(words.label),
        color=words.color,
        claim=claim.id,
        kind=in_words(KINDS[claim.kind]),
        says=Note(in_words("Says"), claim.text),
        figures=_stated_and_computed(claim, exact=style.exact),
        gap=_gap(claim),
        notes=[
            Note(in_words("Why"), claim.reason),
            *([Note(in_words("Hint"), claim.hint.message)] if claim.hint else ()),
        ],
        working=working(claim.steps) if style.explain else rate_notes(claim.quotes),
        gravity=words.gravity,
    )


def _stated_and_computed(claim: WordedClaim, *, exact: bool) -> list[Note]:
    """The two figures of a claim: the stated one with the digits that were written."""
    past = claim.kind in ("exceeds_prior", "record")
    names = labels("Planned", "Spent") if past else labels("Stated", "Computed")
    return [
        Note(label, _shown(figure, claim, exact=exact))
        for label, figure in zip(names, (claim.stated, claim.computed), strict=True)
        if figure is not None
    ]


def _shown(figure: Money | Decimal, claim: WordedClaim, *, exact: bool) -> str:
    if isinstance(figure, Money):
        value, unit = (whole(figure.value), "") if exact else parts(figure.value)
        return money(value, unit, figure.currency)
    return readable(figure, _RATE) if claim.kind == "rate" else percentage(readable(hundredfold(figure)))


def _gap(claim: WordedClaim) -> list[Note]:
    """How far the stated figure lies above the computed one: in percent, of percentages in points."""
    if claim.deviation_percent is None:
        return []
    if claim.kind != "rate" and isinstance(claim.stated, Decimal) and isinstance(claim.computed, Decimal):
        points = EXACT.subtract(claim.stated, claim.computed) * 100
        apart = f"{'+' if points > 0 else ''}{fixed(points, 1)}"
        return [Note(in_words("Gap"), in_words("{figure} points", figure=apart))]
    return [Note(in_words("Gap"), signed(claim.deviation_percent))]


def _row(document: WordedDocument, claim: WordedClaim) -> Row:
    low, high = claim.interval or (None, None)
    quote = claim.quotes[0] if claim.quotes else None
    return (
        *(document.id, document.as_of, document.as_of_from, claim.id, claim.kind, claim.verdict, claim.text),
        *_figure(claim.stated),
        *_figure(claim.computed),
        *(low, high, claim.deviation_percent, claim.reason),
        *((claim.hint.code, claim.hint.message) if claim.hint else (None, None)),
        *((quote.rate, quote.observed, quote.source) if quote else (None, None, None)),
        *(claim.line, claim.column, *(claim.band or (None, None))),
    )


def _figure(figure: Money | Decimal | None) -> tuple[Decimal | None, str | None]:
    """A sum with its currency, or a proportion as a fraction."""
    return (figure, "fraction") if isinstance(figure, Decimal) else money_cells(figure)
