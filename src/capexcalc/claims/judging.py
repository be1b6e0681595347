"""Claims to verdicts: what the rates and the past spending say of what a text says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..errors import CapexcalcError, NoRateError, NotComparableError
from ..finance.spending import SpendingSeries
from ..money.currencies import round_to_minor
from ..money.figures import readable
from ..money.money import EXACT, Money
from ..money.periods import Span
from ..rates.book import RateBook
from ..rates.quote import Quote
from ..reading.mentions import Amount, Reading
from .diagnosis import Case, diagnose
from .extract import Claim, extract, months
from .finding import CheckedClaim, Hint
from .verdict import Judgement, Verdict, interval, judge


@dataclass(frozen=True, slots=True)
class Grounds:
    """What claims are held against: rates, the day, past spending if there is any, and how strictly."""

    book: RateBook
    as_of: date
    prior: SpendingSeries | None
    tolerance: Decimal


class _Finding(NamedTuple):
    verdict: Verdict
    reason: str
    stated: Money | None = None
    computed: Money | None = None
    judgement: Judgement | None = None
    interval: tuple[Decimal, Decimal] | None = None
    deviation_percent: Decimal | None = None
    hint: Hint | None = None
    quotes: tuple[Quote, ...] = ()


def check_claims(text: str, reading: Reading, grounds: Grounds) -> tuple[CheckedClaim, ...]:
    """Every claim in a text with its verdict, in text order."""
    counts = Counter(a.currency for a in reading.amounts)
    named = tuple(code for code, _ in counts.most_common())
    checked = []
    for number, claim in enumerate(extract(text, reading), 1):
        try:
            found = _JUDGES[claim.kind](claim, grounds, named)
        except (NoRateError, NotComparableError) as missing:
            found = _Finding("not_enough_info", _missing(missing), stated=_stated(claim))
        checked.append(_checked(f"c{number}", text, claim, found))
    return tuple(checked)


def _checked(name: str, text: str, claim: Claim, found: _Finding) -> CheckedClaim:
    judgement = found.judgement
    sentence = " ".join(text[slice(*claim.sentence)].split())
    verdict = found.verdict.replace("_", " ")
    return CheckedClaim(
        name,
        claim.kind,
        claim.start,
        claim.end,
        sentence,
        claim.subject.id,
        claim.object.id if claim.object else None,
        claim.period.id if claim.period else None,
        found.stated,
        found.computed,
        judgement.interval if judgement else found.interval,
        judgement.deviation_percent if judgement else found.deviation_percent,
        found.verdict,
        found.reason,
        found.hint,
        f"{verdict[0].upper()}{verdict[1:]}: {found.reason}"
        + (f"; {found.hint.message}" if found.hint else "")
        + ".",
        found.quotes,
    )


def _equivalence(claim: Claim, grounds: Grounds, named: Sequence[str]) -> _Finding:
    subject, stated = claim.subject, _object(claim)
    quote = grounds.book.quote(subject.currency, stated.currency, grounds.as_of)
    computed = quote.convert(subject.value)
    found = judge(stated, computed, grounds.tolerance)
    hint = None
    if found.verdict in ("refuted", "close") and computed:
        case = Case(subject, stated, computed, grounds.as_of, grounds.tolerance, tuple(named))
        hint = diagnose(case, grounds.book)
    reason = (
        f"{_amount(subject)} was {_figure(computed, stated.currency)} {_at(quote)}; {_written(stated, found)}"
    )
    return _Finding(
        found.verdict,
        reason,
        _money(stated),
        _rounded(computed, stated.currency),
        found,
        hint=hint,
        quotes=(quote,),
    )


def _annual_amount(claim: Claim, grounds: Grounds, named: Sequence[str]) -> _Finding:
    subject, stated, length = claim.subject, _object(claim), months(claim.period)
    if not length:
        return _Finding(
            "not_enough_info", "the text gives no number of years to spread the total over", _money(stated)
        )
    annual, rate = EXACT.divide(subject.value * 12, Decimal(length)), ""
    quotes: tuple[Quote, ...] = ()
    if subject.currency != stated.currency:
        quote = grounds.book.quote(subject.currency, stated.currency, grounds.as_of)
        annual, quotes, rate = quote.convert(annual), (quote,), f" {_at(quote)}"
    found = judge(stated, annual, grounds.tolerance)
    spread = f"{_amount(subject)} spread evenly over {Span(length).words()}"
    reason = f"{spread} is {_figure(annual, stated.currency)} a year{rate}; {_written(stated, found)}"
    return _Finding(
        found.verdict, reason, _money(stated), _rounded(annual, stated.currency), found, quotes=quotes
    )


def _exceeds_prior(claim: Claim, grounds: Grounds, named: Sequence[str]) -> _Finding:
    subject, length = claim.subject, months(claim.period)
    stated = _money(subject)
    if grounds.prior is None:
        window_words = f"the {Span(length).words()} before {grounds.as_of}"
        missing = f"what was spent in {window_words} is missing: give it with --prior"
        return _Finding("not_enough_info", missing, stated)
    ended, _ = grounds.prior.prior(grounds.as_of)
    window = ended.last(Span(length))
    value, rate = subject.value, ""
    quotes: tuple[Quote, ...] = ()
    edges = interval(subject, subject.unit)
    if subject.currency != window.currency:
        quote = grounds.book.quote(subject.currency, window.currency, grounds.as_of)
        value, quotes = quote.convert(value), (quote,)
        edges = (quote.convert(edges[0]), quote.convert(edges[1]))
        rate = f" ({_figure(value, window.currency)} {_at(quote)})"
    verdict = _exceeds(edges, value, window.total, grounds.tolerance)
    apart = EXACT.divide(value, window.total) - 1 if window.total else None
    taken = "taking the commitment the text names elsewhere, " if claim.assumed else ""
    total = _figure(window.total, window.currency)
    dates = f"{window.periods[0].start} to {window.periods[-1].end}"
    relation = "more than" if value > window.total else "not more than"
    reason = f"{taken}{_amount(subject)}{rate} is {relation} the {total} spent from {dates} ({window.source})"
    return _Finding(
        verdict,
        reason,
        stated,
        Money(window.total, window.currency),
        interval=interval(subject, subject.unit),
        deviation_percent=None if apart is None else (apart * 100).quantize(Decimal("0.01"), context=EXACT),
        quotes=quotes,
    )


def _exceeds(edges: tuple[Decimal, Decimal], value: Decimal, total: Decimal, tolerance: Decimal) -> Verdict:
    """Supported if every figure that rounds to the stated one exceeds the total, close if only some do."""
    if edges[0] > total:
        return "supported"
    nearly = bool(total) and abs(EXACT.divide(value, total) - 1) <= tolerance
    return "close" if edges[1] > total or nearly else "refuted"


_JUDGES = {"equivalence": _equivalence, "annual_amount": _annual_amount, "exceeds_prior": _exceeds_prior}


def _object(claim: Claim) -> Amount:
    assert claim.object is not None
    return claim.object


def _stated(claim: Claim) -> Money:
    return _money(claim.object or claim.subject)


def _missing(error: CapexcalcError) -> str:
    return f"{error.message} ({error.hint})" if error.hint else error.message


def _written(stated: Amount, found: Judgement) -> str:
    words = " ".join(stated.text.split())
    if found.verdict == "supported":
        return f'"{words}" is that figure rounded'
    low, high = found.interval
    apart = abs(found.deviation_percent or 0)
    return (
        f'"{words}" stands for {readable(low)} to {readable(high)} {stated.currency}, {apart}% {_side(found)}'
    )


def _side(found: Judgement) -> str:
    return "too high" if (found.deviation_percent or 0) > 0 else "too low"


def _at(quote: Quote) -> str:
    rates = " and ".join(f"1 {leg.base} = {leg.rate:f} {leg.quote}" for leg in quote.legs)
    return f"at {rates} ({quote.source.upper()}, {quote.observed})" if rates else ""


def _money(amount: Amount) -> Money:
    return Money(amount.value, amount.currency)


def _rounded(value: Decimal, currency: str) -> Money:
    return Money(round_to_minor(value, currency), currency)


def _figure(value: Decimal, currency: str) -> str:
    return f"{readable(value)} {currency}"


def _amount(amount: Amount) -> str:
    return _figure(amount.value, amount.currency)
