"""Claims about what was spent before: more than in a stretch of years, or more than ever."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from ...finance.spending import SpendingSeries
from ...money.interval import Interval
from ...money.money import EXACT, Money
from ...money.periods import Span
from ...rates.quote import Quote
from ...reading.mentions import Amount, Cue, PeriodMention
from ..claim import Claim, length
from ..evidence import Grounds, in_currency
from ..facts import ExceedsPriorTotal, NoPrior, NoSingleYear, NotSpending, RecordYear
from ..finding import Finding, money, quotes, rounded, unrounded
from ..hint import OtherDefinition
from ..kind import Kind
from ..sentence import Commitment, Sentence
from ..verdict import Verdict, deviation, strictly
from ..wording import Wording
from ..working import Divided, PastPeriod, PastTotal

_SAME_KIND = Decimal("0.5")  # of the largest year: what is said to beat it by mistake is hardly less
_WORDS_TO_PERIOD = 3  # between "more than" and a period: "plus qu'au cours des dix dernières années"
_PARTING = frozenset(",;:()，、；：（）")
_WORDS_TO_RECORD = 1  # between an amount and "a record" after it: "5bn, a record"
_WORDS_FROM_RECORD = 3  # between "record" and its amount: "a record investment of 5bn"


def find_exceeds_prior(wording: Wording) -> Iterator[Claim]:
    """A sum said to exceed a past stretch of years."""
    exceeding = _exceeding(wording.sentence, wording.commitment)
    if exceeding is not None:
        yield exceeding


def find_record(wording: Wording) -> Iterator[Claim]:
    """A sum called a record."""
    record = _record(wording.sentence, wording.commitment)
    if record is not None:
        yield record


def _exceeding(sentence: Sentence, commitment: Commitment | None) -> Claim | None:
    # "15% more than last year" and "more than doubled" are changes.
    compared = [sentence.compares(proportion) for proportion in sentence.proportions]
    of_proportions = {cue.start for cue in compared if cue} | {p.start for p in sentence.proportions}
    for period in sentence.periods:
        if period.direction != "past" or not length(period):
            continue
        cue = _last(sentence, period)
        if cue is not None and cue.start in of_proportions:
            continue
        if cue is not None and not any(cue.end <= a.start < period.start for a in sentence.amounts):
            if not _compares(sentence, cue, period):
                continue
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


def _last(sentence: Sentence, period: PeriodMention) -> Cue | None:
    """The last "more than" before a period; "over" directly before one only says when."""
    over = {cue.start for cue in sentence.cues if cue.kind == "over" and period.start - cue.end <= 1}
    cues = [c for c in sentence.cues if c.kind == "exceeds" and c.end <= period.start and c.start not in over]
    return cues[-1] if cues else None


def _compares(sentence: Sentence, cue: Cue, period: PeriodMention) -> bool:
    """Whether a word like "more than" sets a sum against what was spent in a period.

    "More than Prince last year" compares with somebody, "more than 600 million phones were sold last year"
    counts.
    """
    between = sentence.text[cue.end : period.start]
    if any(char.isdecimal() for char in between) or any(char in _PARTING for char in between):
        return False
    if sentence.between(("combined",), cue.end, sentence.end) or sentence.between(
        ("spending",), cue.end, period.start
    ):
        return True
    named = any(word[0].isupper() for word in between.split())
    return not named and sentence.words(cue.end, period.start) <= _WORDS_TO_PERIOD


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
        beside = [a for a in sentence.amounts if _called_record(sentence, cue, a)]
        if beside:
            subject = min(beside, key=lambda a: max(a.start - cue.end, cue.start - a.end))
            start, end = min(cue.start, subject.start), max(cue.end, subject.end)
            spans = sentence.spans() if not sentence.per_year(subject) else []
            span, spending = next(iter(spans), None), _is_spending(sentence, subject, commitment)
            return Claim("record", start, end, subject, None, span, sentence.span, spending=spending)
    return None


def _called_record(sentence: Sentence, cue: Cue, amount: Amount) -> bool:
    """Whether few words, and none that begin another thought, lie between "record" and an amount."""
    start, end = min(cue.end, amount.end), max(cue.start, amount.start)
    if sentence.between(("and",), start, end) or ";" in sentence.text[start:end]:
        return False
    if any(start <= other.start < end for other in sentence.amounts):
        return False
    most = _WORDS_FROM_RECORD if cue.end <= amount.start else _WORDS_TO_RECORD
    return sentence.words(start, end) <= most


def judge_exceeds_prior(claim: Claim, grounds: Grounds) -> Finding:
    """The sum against the total of the window before the date."""
    subject = claim.subject
    if grounds.prior is None:
        return _no_past(subject, NoPrior(claim.months, grounds.as_of))
    if not claim.spending:
        return _not_spending(subject, "comparison", grounds.prior)
    ended, _ = grounds.prior.prior(grounds.as_of)
    window = ended.last(Span(claim.months))
    value, edges, quote = _in_past_currency(subject, window, grounds)
    if _of_other_things(value, window):
        return _not_spending(subject, "comparison", window)
    verdict = _exceeds(edges, value, window.total, grounds.tolerance)
    total, days = Money(window.total, window.currency), (window.periods[0].start, window.periods[-1].end)
    converted = unrounded(value, window.currency) if quote else None
    return Finding(
        verdict,
        ExceedsPriorTotal(money(subject), converted, total, *days, window.source, claim.assumed),
        money(subject),
        total,
        strictly(subject),
        deviation(value, window.total),
        _one_year_taken(value, window) if verdict == "refuted" else None,
        quotes(quote),
        (
            *(PastPeriod(p.label, Money(p.amount, window.currency), p.cited) for p in window.periods),
            PastTotal(*days, total),
            _ratio(value, total),
        ),
    )


def judge_record(claim: Claim, grounds: Grounds) -> Finding:
    """A year's sum against the largest year of the past; a sum with a span counts as its average year."""
    subject = claim.subject
    if grounds.prior is None:
        return _no_past(subject, NoPrior(None, grounds.as_of))
    if not claim.spending:
        return _not_spending(subject, "record", grounds.prior)
    ended, _ = grounds.prior.prior(grounds.as_of)
    peak = ended.peak_year
    if peak is None:
        return Finding("not_enough_info", NoSingleYear(), money(subject))
    value, edges, quote = _in_past_currency(subject, ended, grounds)
    months = claim.months_from(grounds.as_of)
    yearly = months > 12
    if yearly:
        share = EXACT.divide(Decimal(12), Decimal(months))
        value, edges = value * share, edges.times(share)
    if _of_other_things(value, ended):
        return _not_spending(subject, "record", ended)
    largest, since = Money(peak.amount, ended.currency), ended.periods[0].start
    return Finding(
        _exceeds(edges, value, peak.amount, grounds.tolerance),
        RecordYear(unrounded(value, ended.currency), yearly, largest, peak.label, peak.cited, since),
        money(subject),
        largest,
        strictly(subject),
        deviation(value, peak.amount),
        None,
        quotes(quote),
        (PastPeriod(peak.label, largest, peak.cited, largest=True), _ratio(value, largest)),
    )


EXCEEDS_PRIOR = Kind("exceeds_prior", find_exceeds_prior, judge_exceeds_prior)
RECORD = Kind("record", find_record, judge_record)


def _no_past(subject: Amount, missing: NoPrior) -> Finding:
    return Finding("not_enough_info", missing, money(subject))


def _of_other_things(value: Decimal, series: SpendingSeries) -> bool:
    """Whether a sum is too small to be told of what the series counts, in whole or for a year."""
    return series.peak_year is not None and value < series.peak_year.amount * _SAME_KIND


def _not_spending(subject: Amount, said: Literal["comparison", "record"], series: SpendingSeries) -> Finding:
    """A record fine or profit is not held against past spending."""
    return Finding("not_enough_info", NotSpending(said, series.source), money(subject))


def _in_past_currency(
    subject: Amount, series: SpendingSeries, grounds: Grounds
) -> tuple[Decimal, Interval, Quote | None]:
    value, _, quote = in_currency(subject, series.currency, grounds)
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


def _one_year_taken(value: Decimal, window: SpendingSeries) -> OtherDefinition | None:
    """Refuted against the total, but true of a single year: the likeliest slip."""
    if (year := window.peak_year) is not None and value > year.amount:
        return OtherDefinition("largest", year.label, Money(year.amount, window.currency))
    if (year := window.last_year) is not None and value > year.amount:
        return OtherDefinition("last", year.label, Money(year.amount, window.currency))
    return None


def _ratio(value: Decimal, past: Money) -> Divided:
    quotient = EXACT.divide(value, past.value) if past.value else None
    return Divided(rounded(value, past.currency), past, quotient, "ratio")
