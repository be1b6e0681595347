"""Claims about what was spent before: more than in a stretch of years, or more than ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Literal

from ...finance.spending import SpendingSeries
from ...money.interval import Interval
from ...money.money import EXACT, Money
from ...money.periods import Span
from ...rates.quote import Quote
from ...reading.mentions import Amount, PeriodMention
from ..claim import Claim
from ..grammar.constructions import Match, matches
from ..grammar.marks import Mark
from ..grammar.sentence import count_words
from ..grammar.wording import Wording
from ..verdicts.evidence import Grounds, in_currency
from ..verdicts.facts import ExceedsPriorTotal, RecordYear, ToldBefore
from ..verdicts.finding import Finding, money, quotes, rounded, unrounded
from ..verdicts.hint import OtherDefinition
from ..verdicts.missing import NoPrior, NoSingleYear, NotSpending
from ..verdicts.verdict import Verdict, deviation, strictly
from ..verdicts.working import Added, Divided, PastPeriod, PastTotal
from .kind import Kind
from .more_than_before import more_than_before
from .pairs import closest, told
from .parts_reach import reach
from .told_past import exceeds_told, told_record, told_years

_SAME_KIND = Decimal("0.5")  # of the largest year: what is said to beat it by mistake is hardly less
_WORDS_TO_PERIOD = 3  # between "more than" and a period: "plus qu'au cours des dix dernières années"


def find_exceeds_prior(wording: Wording) -> Iterator[Claim]:
    """Each sum that a construction sets against a past stretch of years, once."""
    found = list(closest(partial(_exceeding, wording), matches("exceeds_prior", wording)))
    own = None if found else exceeds_told(wording) or more_than_before(wording)
    yield from found or filter(None, (own,))


def find_record(wording: Wording) -> Iterator[Claim]:
    """Each sum that a construction calls a record, once."""
    own = None if wording.places.keys().isdisjoint(("peaked", "record")) else told_record(wording)
    if own is not None:
        yield own
        return
    yield from closest(partial(_record, wording), matches("record", wording))


def _exceeding(wording: Wording, match: Match) -> Claim | None:
    subject, past = match.first("SUM") or next(iter(wording.taken_up()), None), match.first("PAST")
    if subject is None or past is None or not isinstance(past.figure, PeriodMention):
        return None
    if not isinstance(subject.figure, Amount) or not _compares(wording, match, past):
        return None
    claim = told(wording, "exceeds_prior", subject.figure, past.figure)
    spending = _is_spending(wording, subject.figure)
    if claim.assumed and not (spending or _all_together(wording, match, past)):
        return None  # "prices will be higher than last year"
    start = min(claim.start, match.start) if not claim.assumed else claim.start
    parts = told_years(wording, past) if _all_together(wording, match, past) else ()
    return replace(
        claim, start=start, end=max(claim.end, match.end), period=past.figure, spending=spending, parts=parts
    )


def _compares(wording: Wording, match: Match, past: Mark) -> bool:
    """Whether a word like "more than" sets a sum against what was spent in a period.

    "More than Prince last year" compares with somebody, "more than ten years ago" only says when, and
    "surpassing last year's 2.1bn" names the sum.
    """
    exceeds = match.first("exceeds")
    if exceeds is None:
        return True  # the verb comes last in Turkish, Hindi, Japanese, Korean
    if any("amount" in mark.names and not mark.stops for mark in wording.following(past.end)):
        return False
    between = wording.sentence.text[exceeds.end : past.start]
    if _all_together(wording, match, past):
        return True
    if not between.strip():
        return "bound" not in exceeds.names
    if any("spending" in mark.names for mark in wording.beginning(exceeds.end, past.start)):
        return True
    named = any(word[0].isupper() for word in between.split())
    return not named and count_words(between) <= _WORDS_TO_PERIOD


def _all_together(wording: Wording, match: Match, past: Mark) -> bool:
    """Whether "combined" or "the total of" says that the years of a period are added up."""
    near = (*wording.beginning(match.start, past.start), *wording.following(past.end))
    return any("combined" in mark.names for mark in near)


def _is_spending(wording: Wording, subject: Amount) -> bool:
    """Whether a sum is one of spending: its sentence says so, or it is the commitment the text is about."""
    commitment = wording.commitment
    committed = (
        commitment is not None and commitment.period is not None and commitment.amount.is_same_money(subject)
    )
    return committed or "spending" in wording.places


def _record(wording: Wording, match: Match) -> Claim | None:
    subject, record = match.first("OF"), match.first("record")
    if subject is None or record is None or not isinstance(subject.figure, Amount):
        return None
    claim = told(wording, "record", subject.figure)
    spans = wording.sentence.spans if "per_year" not in subject.names else ()
    return replace(
        claim, start=min(claim.start, record.start), end=max(claim.end, record.end),
        period=next(iter(spans), None), spending=_is_spending(wording, subject.figure),
    )  # fmt: skip


def judge_exceeds_prior(claim: Claim, grounds: Grounds) -> Finding:
    """The sum against the total of the window before the date."""
    subject = claim.subject
    if claim.parts and (grounds.prior is None or not claim.spending or claim.period is None):
        return _against_told(claim, grounds)
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
    if claim.parts and (grounds.prior is None or not claim.spending):
        return _against_told(claim, grounds)
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


def _against_told(claim: Claim, grounds: Grounds) -> Finding:
    """A sum against what the text itself tells of before, all of it together."""
    subject, currency = claim.subject, claim.subject.currency
    total, past = sum((part.value for part in claim.parts), Decimal(0)), reach(claim.parts)
    edges, parts = strictly(subject), tuple(map(money, claim.parts))
    verdict = _exceeds(edges, subject.value, total, grounds.tolerance)
    verdict = "close" if verdict == "refuted" and edges.high > past.low else verdict
    return Finding(
        verdict,
        ToldBefore(money(subject), unrounded(total, currency), parts),
        money(subject),
        rounded(total, currency),
        edges,
        deviation(subject.value, total),
        steps=((Added(parts, unrounded(total, currency)),) if len(parts) > 1 else ()),
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
