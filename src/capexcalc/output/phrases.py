"""Results as short sentences, the same for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..money.formatting import DISPLAY, Scale, percent, plain, scale, significant
from ..money.money import Money
from ..reading.mentions import doubts
from .text import visible
from .wording.rates import conversion_step, mean_of, rate_line, rate_steps
from .wording.verdicts import VERDICTS

if TYPE_CHECKING:
    from ..commands.annualise import Annualised
    from ..rates.quote import Quote
    from .wording.claims import WordedClaim
    from .wording.documents import WordedDocument
    from .wording.rates import WordedConversion

KINDS = {
    "equivalence": "the same in another currency",
    "annual_amount": "amount a year",
    "exceeds_prior": "more than was spent before",
    "record": "more than ever",
    "change": "rise or fall",
    "share": "part of a whole",
    "sum": "parts and their total",
    "rate": "an exchange rate",
}

BOUNDS = {
    "exact": "",
    "about": "about",
    "at_least": "at least",
    "at_most": "at most",
    "range_low": "from",
    "range_high": "to",
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
            said[f"{rate(quote)} ({quote.source.upper()}, {mean_of(quote)})"] = None
        for leg in quote.legs:
            said[rate_line(leg)] = None
    return [("Rate", each) for each in said]


def conversion_notes(result: Iterable[WordedConversion], *, explain: bool) -> list[Note]:
    """The published rates, and how the rates used were made from them; or the working, line by line."""
    done = tuple(result)
    if explain:
        steps = ((*rate_steps(c.quote), conversion_step(c.amount, c.converted, c.quote)) for c in done)
        return working(step for lines in steps for step in lines)
    quotes = [c.quote for c in done]
    methods = dict.fromkeys(f"{q.method} (1 {q.base} in {q.quote})" for q in quotes)
    return [*rates(quotes), ("Method", ", ".join(methods))]


def working(steps: Iterable[str]) -> list[Note]:
    """Each step once, under one label."""
    return [("Working" if not n else "", step) for n, step in enumerate(dict.fromkeys(steps))]


def annualised_notes(result: Annualised) -> list[Note]:
    """When a commitment runs, the assumption behind its schedule, and the rates of its conversions."""
    notes = [("Runs", f"{result.start} to {result.end}")] if result.start and result.end else []
    notes.append(("Assumes", result.phasing))
    return [*notes, *rates(c.quote for c in result.converted)]


def stated_and_computed(claim: WordedClaim, *, exact: bool) -> list[Note]:
    """The two figures of a claim in one unit, and how far the first lies above the second."""
    pair = (claim.stated, claim.computed)
    shared = money_scale((m for m in pair if isinstance(m, Money)), exact=exact)
    labels = ("Planned", "Spent") if claim.kind in ("exceeds_prior", "record") else ("Stated", "Computed")
    figures = [
        (label, amount(figure, shared) if isinstance(figure, Money) else percent(figure.scaleb(2, DISPLAY)))
        for label, figure in zip(labels, pair, strict=True)
        if figure is not None
    ]
    widest = max((len(figure) for _, figure in figures), default=0)
    notes = [(label, figure.rjust(widest)) for label, figure in figures]
    if claim.deviation_percent is not None:
        sign = "+" if claim.deviation_percent > 0 else ""
        notes.append(("Gap", f"{sign}{percent(claim.deviation_percent)}"))
    return notes


def claim_notes(claim: WordedClaim, *, explain: bool) -> list[Note]:
    """Why a claim met its verdict, what would explain a wrong figure, and the rates used or the working."""
    notes = [("Why", claim.reason)]
    if claim.hint:
        notes.append(("Hint", claim.hint.message))
    if explain:
        return [*notes, *working(claim.steps)]
    return [*notes, *rates(claim.quotes)]


def figure_notes(document: WordedDocument) -> list[Note]:
    """What is unsure about a document's figures, the rates of its conversions, and why some have none."""
    conversions = document.conversions or ()
    missing = dict.fromkeys(c.reason for c in conversions if c.reason)
    return [
        *(("Unsure", visible(notice.message)) for notice in doubts(document.amounts)),
        *rates(c.quote for c in conversions if c.quote),
        *(("No rate", reason) for reason in missing),
    ]


def found(document: WordedDocument) -> str:
    """What was read in a document, as counts."""
    counts = (
        (len(document.amounts), "amount"),
        (len(document.periods), "period"),
        (len(document.claims), "claim"),
    )
    return ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts)


def tally(claims: Iterable[WordedClaim]) -> str:
    """``1 supported, 2 refuted``: how many claims met each verdict, in the order of the verdicts."""
    verdicts = [claim.verdict for claim in claims]
    return ", ".join(f"{n} {VERDICTS[v].label.lower()}" for v in VERDICTS if (n := verdicts.count(v)))
