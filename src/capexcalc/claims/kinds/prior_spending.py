"""Claims about what was spent before: more than in a stretch of years, or more than ever."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...finance.spending import SpendingSeries
from ...money.interval import Interval
from ...money.money import EXACT, Money
from ...money.periods import Span
from ...rates.citation import rate_steps
from ...rates.quote import Quote
from ...reading.mentions import Amount, Cue
from ..checked_claim import Hint
from ..claim import Claim, length
from ..evidence import Finding, Grounds, at, exact, figure, in_currency, money, quotes, shown
from ..kind import Kind
from ..sentence import Commitment, Sentence
from ..verdict import Verdict, strictly

_SAME_KIND = Decimal("0.5")  # of the largest year: what is said to beat it by mistake is hardly less
_NEAR = 60  # characters between the word "record" and the amount it is said of


def find_exceeds_prior(sentence: Sentence, commitment: Commitment | None) -> Iterator[Claim]:
    """A sum said to exceed a past stretch of years."""
    exceeding = _exceeding(sentence, commitment)
    if exceeding is not None:
        yield exceeding


def find_record(sentence: Sentence, commitment: Commitment | None) -> Iterator[Claim]:
    """A sum called a record."""
    record = _record(sentence, commitment)
    if record is not None:
        yield record


def _exceeding(sentence: Sentence, commitment: Commitment | None) -> Claim | None:
    # "15% more than last year" and "more than doubled" are changes.
    compared = [sentence.compares(proportion) for proportion in sentence.proportions]
    of_proportions = {cue.start for cue in compared if cue} | {p.start for p in sentence.proportions}
    for period in sentence.periods:
        if period.direction != "past" or not length(period):
            continue
        cue = sentence.cue("exceeds", sentence.start, period.start)
        if cue is not None and cue.start in of_proportions:
            continue
        if cue is not None and not any(cue.end <= a.start < period.start for a in sentence.amounts):
            totals = [a for a in sentence.amounts if a.end <= cue.start]
        else:  # the verb comes last in Turkish, Hindi, Japanese, Korean
            cue = sentence.cue("exceeds_after", period.end, sentence.end)
            if cue is None:
                continue
            totals = [a for a in sentence.amounts if a.end <= period.start or a.start >= cue.end]
        totals = [a for a in totals if not sentence.per_year(a)]
        start, end = min(cue.start, period.start), max(cue.end, period.end)
        subject = _told_of(totals, commitment, cue)
        if subject is not None:
            start, end = min(start, subject.start), max(end, subject.end)
        elif commitment is not None:
            subject = commitment.amount
        else:
            continue
        assumed, spending = not totals, _is_spending(sentence, subject, commitment)
        return Claim(
            "exceeds_prior", start, end, subject, None, period, sentence.span, assumed, spending=spending
        )
    return None


def _told_of(totals: list[Amount], commitment: Commitment | None, cue: Cue) -> Amount | None:
    """The amount a comparison is about: the document's commitment if it is named, else the nearest."""
    for amount in totals:
        if commitment is not None and _same(amount, commitment.amount):
            return amount
    return min(totals, key=lambda a: max(a.start - cue.end, cue.start - a.end), default=None)


def _same(one: Amount, other: Amount) -> bool:
    return (one.value, one.currency) == (other.value, other.currency)


def _is_spending(sentence: Sentence, subject: Amount, commitment: Commitment | None) -> bool:
    """Whether a sum is one of spending: its sentence says so, or it is the commitment the text is about."""
    committed = commitment is not None and commitment.period is not None
    return sentence.between(("spending",), sentence.start, sentence.end) or (
        committed and commitment is not None and _same(subject, commitment.amount)
    )


def _record(sentence: Sentence, commitment: Commitment | None) -> Claim | None:
    for cue in sentence.cues:
        if cue.kind != "record":
            continue
        beside = [
            a
            for a in sentence.amounts
            if max(a.start - cue.end, cue.start - a.end) <= _NEAR
            and not sentence.between(("and",), cue.end, a.start)
        ]
        if beside:
            subject = min(beside, key=lambda a: max(a.start - cue.end, cue.start - a.end))
            start, end = min(cue.start, subject.start), max(cue.end, subject.end)
            spans = sentence.spans() if not sentence.per_year(subject) else []
            span, spending = next(iter(spans), None), _is_spending(sentence, subject, commitment)
            return Claim("record", start, end, subject, None, span, sentence.span, spending=spending)
    return None


def judge_exceeds_prior(claim: Claim, grounds: Grounds) -> Finding:
    """The sum against the total of the window before the date."""
    subject = claim.subject
    words = Span(claim.months).words()
    if grounds.prior is None:
        return _no_past(subject, f"what was spent in the {words} before {grounds.as_of}")
    if not claim.spending:
        return _not_spending(subject, "comparison", grounds.prior)
    ended, _ = grounds.prior.prior(grounds.as_of)
    window = ended.last(Span(claim.months))
    value, edges, quote = _in_past_currency(subject, window, grounds)
    if _of_other_things(value, window):
        return _not_spending(subject, "comparison", window)
    verdict = _exceeds(edges, value, window.total, grounds.tolerance)
    taken = "taking the commitment the text names elsewhere, " if claim.assumed else ""
    dates = f"{window.periods[0].start} to {window.periods[-1].end}"
    relation = "more than" if value > window.total else "not more than"
    total = figure(window.total, window.currency)
    rate = f" ({figure(value, window.currency)} {at(quote)})" if quote else ""
    reason = f"{taken}{shown(subject)}{rate} is {relation} the {total} spent from {dates} ({window.source})"
    return Finding(
        verdict,
        reason,
        money(subject),
        Money(window.total, window.currency),
        strictly(subject),
        _deviation(value, window.total),
        _one_year_taken(value, window) if verdict == "refuted" else None,
        quotes(quote),
        (
            *rate_steps(quote),
            *(f"{p.label}: {exact(p.amount, window.currency)} ({p.cited})" for p in window.periods),
            f"together, {dates}: {exact(window.total, window.currency)}",
            _ratio(value, window.total, window.currency),
        ),
    )


def judge_record(claim: Claim, grounds: Grounds) -> Finding:
    """A year's sum against the largest year of the past; a sum with a span counts as its average year."""
    subject = claim.subject
    if grounds.prior is None:
        return _no_past(subject, f"what was spent in the years before {grounds.as_of}")
    if not claim.spending:
        return _not_spending(subject, "record", grounds.prior)
    ended, _ = grounds.prior.prior(grounds.as_of)
    peak = ended.peak_year
    if peak is None:
        return Finding("not_enough_info", "the past spending given holds no single years", money(subject))
    value, edges, quote = _in_past_currency(subject, ended, grounds)
    yearly = ""
    months = claim.months_from(grounds.as_of)
    if months > 12:
        share = EXACT.divide(Decimal(12), Decimal(months))
        value, edges, yearly = value * share, edges.times(share), " a year on average"
    if _of_other_things(value, ended):
        return _not_spending(subject, "record", ended)
    verdict = _exceeds(edges, value, peak.amount, grounds.tolerance)
    relation = "more than" if value > peak.amount else "not more than"
    before = f"the {figure(peak.amount, ended.currency)} of {peak.label}, the largest year since"
    reason = f"{figure(value, ended.currency)}{yearly} is {relation} {before} {ended.periods[0].start}"
    return Finding(
        verdict,
        f"{reason} ({peak.cited})",
        money(subject),
        Money(peak.amount, ended.currency),
        strictly(subject),
        _deviation(value, peak.amount),
        None,
        quotes(quote),
        (
            *rate_steps(quote),
            f"largest year, {peak.label}: {exact(peak.amount, ended.currency)} ({peak.cited})",
            _ratio(value, peak.amount, ended.currency),
        ),
    )


EXCEEDS_PRIOR = Kind("exceeds_prior", find_exceeds_prior, judge_exceeds_prior)
RECORD = Kind("record", find_record, judge_record)


def _no_past(subject: Amount, what: str) -> Finding:
    return Finding("not_enough_info", f"{what} is missing: give it with --prior", money(subject))


def _of_other_things(value: Decimal, series: SpendingSeries) -> bool:
    """Whether a sum is too small to be told of what the series counts, in whole or for a year."""
    return series.peak_year is not None and value < series.peak_year.amount * _SAME_KIND


def _not_spending(subject: Amount, what: str, series: SpendingSeries) -> Finding:
    """A record fine or profit is not held against past spending."""
    return Finding(
        "not_enough_info",
        f"the text does not say that this {what} is one of the spending given with --prior ({series.source})",
        money(subject),
    )


def _in_past_currency(
    subject: Amount, series: SpendingSeries, grounds: Grounds
) -> tuple[Decimal, Interval, Quote | None]:
    value, quote = in_currency(subject, series.currency, grounds)
    edges = strictly(subject)
    if quote is not None:
        edges = Interval(quote.convert(edges.low), quote.convert(edges.high))
    return value, edges, quote


def _exceeds(edges: Interval, value: Decimal, past: Decimal, tolerance: Decimal) -> Verdict:
    """Supported if every figure that rounds to the stated one exceeds the past, close if only some do."""
    if edges.low > past:
        return "supported"
    nearly = bool(past) and abs(EXACT.divide(value, past) - 1) <= tolerance
    return "close" if edges.high > past or nearly else "refuted"


def _one_year_taken(value: Decimal, window: SpendingSeries) -> Hint | None:
    """Refuted against the total, but true of a single year: the likeliest slip."""
    for what, year in (("the largest year", window.peak_year), ("the last year", window.last_year)):
        if year is not None and value > year.amount:
            amount = figure(year.amount, window.currency)
            return Hint(
                "other_definition", f"it is more than {what} alone, {year.label} ({amount}), not than all"
            )
    return None


def _deviation(value: Decimal, past: Decimal) -> Decimal | None:
    if not past:
        return None
    return ((EXACT.divide(value, past) - 1) * 100).quantize(Decimal("0.01"), context=EXACT)


def _ratio(value: Decimal, past: Decimal, currency: str) -> str:
    ratio = f"{EXACT.divide(value, past):.3f}" if past else "none"
    return f"{exact(value, currency)} / {exact(past, currency)} = {ratio}"
