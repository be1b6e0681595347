"""Results as short sentences, the same for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..money.figures import DISPLAY, Scale, percent, plain, scale, significant

if TYPE_CHECKING:
    from ..claims.finding import CheckedClaim
    from ..commands.annualise import Annualised
    from ..commands.check import CheckedDocument
    from ..commands.compare import Comparison
    from ..commands.convert import Conversion
    from ..money.money import Money
    from ..rates.quote import Leg, Quote

VERDICTS = {
    "supported": "SUPPORTED",
    "close": "CLOSE",
    "refuted": "REFUTED",
    "not_enough_info": "NOT ENOUGH INFORMATION",
}

KINDS = {
    "equivalence": "the same in another currency",
    "annual_amount": "amount a year",
    "exceeds_prior": "more than was spent before",
}

# A label, and what is said under it.
Note = tuple[str, str]


def money_scale(amounts: Iterable[Money | None], *, exact: bool) -> Scale:
    """One scale for amounts that are read against each other."""
    return scale((m.value for m in amounts if m), exact=exact)


def amount(money: Money, shared: Scale) -> str:
    """``50.08 bn EUR``."""
    return f"{shared.show(money.value)} {money.currency}"


def commitment(result: Annualised, *, exact: bool) -> str:
    """What is committed, over how long, and what that is a year."""
    shared = money_scale([result.total, result.annual_average], exact=exact)
    total, average = amount(result.total, shared), amount(result.annual_average, shared)
    return f"{total} over {result.months} months: {average} a year"


def rate(quote: Quote, *, exact: bool = False) -> str:
    """``1 CNY = 0.131789 EUR``: six significant digits, or all there are."""
    figure = plain(quote.rate) if exact else significant(quote.rate, 6)
    return f"1 {quote.base} = {figure} {quote.quote}"


def rates(quotes: Iterable[Quote]) -> list[Note]:
    """The rates that ``quotes`` rest on, each once with its source or authority and date; and means."""
    said: dict[str, None] = {}
    for quote in quotes:
        if quote.method == "average" and quote.observations is not None:
            # Only the ECB's are known to be taken daily without exception.
            often = "daily rates" if quote.source == "ecb" else "rates"
            count = f"mean of {quote.observations} {often}, {quote.from_} to {quote.to}"
            said[f"{rate(quote)} ({quote.source.upper()}, {count})"] = None
        for leg in quote.legs:
            said[f"1 {leg.base} = {plain(leg.rate)} {leg.quote} ({_provenance(leg)})"] = None
    return [("Rate", each) for each in said]


def _provenance(leg: Leg) -> str:
    if leg.authority:
        return f"{leg.source}: {leg.authority}, since {leg.observed}"
    if leg.frequency == "annual":
        return f"{leg.source.upper()}, average of {leg.observed:%Y}"
    often = f"{leg.frequency}, " if leg.frequency else ""
    return f"{leg.source.upper()}, {often}{leg.observed}"


def conversion_notes(result: Iterable[Conversion]) -> list[Note]:
    """The published rates, and how the rates used were made from them."""
    quotes = [c.quote for c in result]
    methods = dict.fromkeys(f"{q.method} (1 {q.base} in {q.quote})" for q in quotes)
    return [*rates(quotes), ("Method", ", ".join(methods))]


def annualised_notes(result: Annualised) -> list[Note]:
    """When a commitment runs, the assumption behind its schedule, and the rates of its conversions."""
    notes = [("Runs", f"{result.start} to {result.end}")] if result.start and result.end else []
    notes.append(("Assumes", result.phasing))
    return [*notes, *rates(c.quote for c in result.converted)]


def comparison_notes(result: Comparison, *, exact: bool) -> list[Note]:
    """The window of past spending, its growth, its source, and the commitment in other currencies."""
    window = result.prior.window
    notes = [("Window", f"{window.start} to {window.end}, {significant(window.years, 3)} years")]
    if result.cagr is not None:
        growth = "grew" if result.cagr >= 0 else "fell"
        rate_a_year = percent(result.cagr.scaleb(2, DISPLAY).copy_abs())
        notes.append(("Growth", f"past spending {growth} by {rate_a_year} a year (CAGR)"))
    for c in result.commitment.converted:
        shared = money_scale([c.total, c.annual_average], exact=exact)
        notes.append(
            (f"In {c.currency}", f"{amount(c.total, shared)}, {amount(c.annual_average, shared)} a year")
        )
    for late in result.prior.later:
        shared = money_scale([late.amount], exact=exact)
        notes.append(
            ("Too late", f"{late.label} ({amount(late.amount, shared)}) ends after the date: not counted")
        )
    averages = [c.quote for period in result.prior.periods for c in period.converted or ()]
    notes.append(("Source", result.prior.source))
    return [*notes, *annualised_notes(result.commitment), *rates(averages)]


def stated_and_computed(claim: CheckedClaim, *, exact: bool) -> list[Note]:
    """The two figures of a claim in one unit, and how far the first lies above the second."""
    shared = money_scale([claim.stated, claim.computed], exact=exact)
    labels = ("Planned", "Spent") if claim.kind == "exceeds_prior" else ("Stated", "Computed")
    pairs = zip(labels, (claim.stated, claim.computed), strict=True)
    figures = [(label, amount(money, shared)) for label, money in pairs if money]
    widest = max((len(figure) for _, figure in figures), default=0)
    notes = [(label, figure.rjust(widest)) for label, figure in figures]
    if claim.deviation_percent is not None:
        sign = "+" if claim.deviation_percent > 0 else ""
        notes.append(("Gap", f"{sign}{percent(claim.deviation_percent)}"))
    return notes


def claim_notes(claim: CheckedClaim) -> list[Note]:
    """Why a claim met its verdict, what would explain a wrong figure, and the rates used."""
    notes = [("Why", claim.reason)]
    if claim.hint:
        notes.append(("Hint", claim.hint.message))
    return [*notes, *rates(claim.quotes)]


def found(document: CheckedDocument) -> str:
    """What was read in a document, as counts."""
    counts = (
        (len(document.amounts), "amount"),
        (len(document.periods), "period"),
        (len(document.claims), "claim"),
    )
    return ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts)


def tally(claims: Iterable[CheckedClaim]) -> str:
    """``1 supported, 2 refuted``: how many claims met each verdict, in the order of the verdicts."""
    verdicts: list[str] = [claim.verdict for claim in claims]
    return ", ".join(f"{n} {VERDICTS[v].lower()}" for v in VERDICTS if (n := verdicts.count(v)))
