"""A year's share of a total that is spent over years: "380bn over three years, or 127bn a year"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, PeriodMention
from ..claim import Claim
from ..diagnosis import diagnose_annual
from ..evidence import Grounds, in_currency
from ..facts import AnnualEven, NoSpan
from ..finding import Finding, money, quotes, rounded, unrounded, words
from ..kind import Kind
from ..sentence import PUNCTUATION, Commitment, Sentence
from ..verdict import judge, strictly
from ..working import Spread
from .pairs import in_bracket, object_of, pair_claim, span_of

_COMMAS = frozenset(",，、،")


def of_total(
    sentence: Sentence, related: Amount, share: Amount, yearly: int, commitment: Commitment | None
) -> Iterator[Claim]:
    """What is said of a year's ``share``, which ``yearly`` ends, by the total it is equated with."""
    subject, period = _total(sentence, related, share, commitment)
    if subject.currency != share.currency or subject.value >= share.value:  # not "2m a month, 24m a year"
        yield pair_claim("annual_amount", sentence, subject, share, yearly, period)


def of_year(sentence: Sentence, share: Amount, total: Amount) -> Iterator[Claim]:
    """What is said of a ``total`` by the share before it: "2bn a year for five years, or 10bn in all"."""
    span = span_of(sentence, share, total)
    if span and total.value > share.value:  # and not "5m a year, about 100,000 a week"
        yield pair_claim("annual_amount", sentence, total, share, total.end, span)


def in_years(sentence: Sentence, total: Amount, yearly: Amount) -> bool:
    """Whether only a comma parts a total with a span from its year's share: "…, 127bn yuan a year"."""
    between = sentence.residue(total.end, yearly.start)
    return bool(sentence.spans()) and not _COMMAS.isdisjoint(between) and not between.strip(PUNCTUATION)


def judge_annual_amount(claim: Claim, grounds: Grounds) -> Finding:
    """The total spread evenly over its span against the yearly figure the text gives."""
    subject, stated, length = claim.subject, object_of(claim), claim.months_from(grounds.as_of)
    if not length:
        return Finding("not_enough_info", NoSpan(), money(stated))
    total, market, quote = in_currency(subject, stated.currency, grounds)
    annual = EXACT.divide(total * 12, Decimal(length))
    reach = strictly(subject) if quote is None else market
    longest = length if claim.months else length + 12  # "by 2040" may count the last year or not
    low, high = EXACT.divide(reach.low * 12, Decimal(longest)), EXACT.divide(reach.high * 12, Decimal(length))
    band = Interval(low, high)
    found = judge(stated, annual, grounds.tolerance, band)
    hint = None
    if found.verdict in ("refuted", "close") and annual:
        hint = diagnose_annual(stated, total, length, grounds.tolerance)
    return Finding(
        found.verdict,
        AnnualEven(money(subject), length, unrounded(annual, stated.currency), words(stated.text)),
        money(stated),
        rounded(annual, stated.currency),
        found.interval,
        found.deviation_percent,
        hint,
        quotes(quote),
        (Spread(rounded(total, stated.currency), length, rounded(annual, stated.currency)),),
        band=band,
    )


# Found with equivalences, in one walk over the figures that a sentence equates.
KIND = Kind("annual_amount", None, judge_annual_amount)


def _total(
    sentence: Sentence, related: Amount, yearly: Amount, commitment: Commitment | None
) -> tuple[Amount, PeriodMention | None]:
    """The total an annual amount is a part of, and its span: the sentence's own, else the commitment's.

    It is what the year's share is equated with, or what stands beside that in the share's own currency; and
    not what it is only compared with: "12bn over six years, up from 10bn, or 2bn a year".
    """
    earlier = [a for a in sentence.amounts if a.end <= yearly.start and not sentence.per_year(a)]
    same = [a for a in earlier if a.currency == yearly.currency and in_bracket(sentence, a.start)]
    total = related if related.currency == yearly.currency else next(reversed(same), related)
    before = [a for a in earlier if a.currency == total.currency and a.end <= total.start]
    if before and _compared(sentence, before[-1].end, total.start):
        total = before[-1]
    span = span_of(sentence, total, yearly)
    if span is None and commitment is not None:
        known = (total.value, total.currency) == (commitment.amount.value, commitment.amount.currency)
        span = commitment.period if known else None
    return total, span


def _compared(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what follows is what the figure before is set against: "up from", "9% more than"."""
    told = any(start <= p.start < end and sentence.compares(p) for p in sentence.proportions)
    return told or sentence.between(("old",), start, end)
