"""Two figures said to be the same money: in another currency, or as a year's share of a total."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

from ...errors import NoRateError
from ...money.interval import Interval
from ...money.money import EXACT
from ...money.periods import Period, Span
from ...rates.citation import conversion_step, rate_steps
from ...rates.quote import Quote
from ...reading.mentions import Amount, Cue, PeriodMention
from ..claim import Claim, Kind
from ..diagnosis import Case, diagnose, diagnose_annual
from ..evidence import (
    Finding,
    Grounds,
    at,
    exact,
    figure,
    in_currency,
    money,
    quotes,
    rounded,
    shown,
    written,
)
from ..sentence import PUNCTUATION, Commitment, Sentence, count_words
from ..verdict import Judgement, judge

_DASHES = ("-", "–", "—", "/", "=", "≈", "~")
_USUAL = frozenset(("USD", "EUR", "GBP", "JPY", "CNY"))
_COMMAS = frozenset(",，、،")
_WORDS_BEFORE_BRACKET = 12  # between an amount and the bracket that holds its equivalent
_WORDS_BEFORE_EQUAL = 2  # and "equivalent to", where no comma stands before that
_PARTING = frozenset(",;:–—-()，、；：（）،")
_WORDS_BEFORE_CUE = 3  # in a sentence that opens by taking up the sum of an earlier one ("This sum is worth")


def find(sentence: Sentence, commitment: Commitment | None) -> Iterator[Claim]:
    """An amount equated with one before it in the sentence, or with the sum the sentence takes up."""
    anchor = _taken_up(sentence, commitment)
    for term in sentence.terms():
        yearly = sentence.per_year(term[0]) if len(term) == 1 else None
        found: list[Claim] = []
        if anchor and _related(sentence, anchor[-1], term[0], yearly):
            found = list(_claims(sentence, anchor, term, yearly, commitment))
        yield from found
        if yearly or not found:
            anchor = term


def _related(sentence: Sentence, one: Amount, other: Amount, yearly: int | None) -> bool:
    if sentence.each(one) != sentence.each(other):
        return False  # "£5bn, or $65 a share"
    return _equated(sentence, one, other) or (yearly is not None and _in_years(sentence, one, other))


def _claims(
    sentence: Sentence,
    related: tuple[Amount, ...],
    term: tuple[Amount, ...],
    yearly: int | None,
    commitment: Commitment | None,
) -> Iterator[Claim]:
    """What a term says of the one it is equated with."""
    was_yearly = sentence.per_year(related[0])
    if yearly and not was_yearly:
        subject, period = _total(sentence, related[0], term[0], commitment)
        if (
            subject.currency != term[0].currency or subject.value >= term[0].value
        ):  # not "2m a month, 24m a year"
            yield _claim("annual_amount", sentence, subject, term[0], yearly, period)
    elif was_yearly and not yearly and related[0].currency == term[0].currency:
        span = _span(sentence, related[0], term[0])
        if span and term[0].value > related[0].value:  # and not "5m a year, about 100,000 a week"
            # "2bn a year for five years, or 10bn in all": the total is what is stated
            yield _claim("annual_amount", sentence, term[0], related[0], term[0].end, span)
    elif len(related) == len(term):
        for one, other in zip(related, term, strict=True):
            if one.currency != other.currency and one.currency not in other.candidates:
                span = _span(sentence, one, other) or _dated(sentence, one)
                yield _claim("equivalence", sentence, one, other, other.end, span)


def judge_equivalence(claim: Claim, grounds: Grounds) -> Finding:
    """The subject at the day's rate against the figure the text gives for it.

    Where the sentence tells of a past year, a figure that fits that year's average rate is right as well:
    flows of the past are converted so (IAS 21.22). Where a word leaves the currency open, one that fits is
    taken to be meant.
    """
    quote, found = _at_rate(claim, grounds)
    taken = ""
    if found.verdict != "supported":
        for reading in _other_readings(claim):
            with suppress(NoRateError):
                other, fitting = _at_rate(reading, grounds)
                if fitting.verdict == "supported":
                    claim, quote, found = reading, other, fitting
                    taken = "taking the currency that fits, of those the words leave open, "
                    break
    subject, stated = claim.subject, _object(claim)
    computed = quote.convert(subject.value)
    hint = None
    if found.verdict in ("refuted", "close") and computed:
        case = Case(subject, stated, computed, grounds.as_of, grounds.tolerance, grounds.named, claim.months)
        hint = diagnose(case, grounds.book)
    was = f"{shown(subject)} was {figure(computed, stated.currency)}"
    return Finding(
        found.verdict,
        f"{taken}{was} {at(quote)}; {written(stated, found)}",
        money(stated),
        rounded(computed, stated.currency),
        found.interval,
        found.deviation_percent,
        hint,
        (quote,),
        (*rate_steps(quote), conversion_step(money(subject), rounded(computed, stated.currency), quote)),
    )


def _at_rate(claim: Claim, grounds: Grounds) -> tuple[Quote, Judgement]:
    """The stated figure at the day's rate or, where only that fits, at the average rate of a past year."""
    subject, stated = claim.subject, _object(claim)
    quote = grounds.book.quote(subject.currency, stated.currency, grounds.as_of)
    found = judge(stated, quote.convert(subject.value), grounds.tolerance)
    if found.verdict != "supported" and (then := _average(claim, grounds)) is not None:
        by_then = judge(stated, then.convert(subject.value), grounds.tolerance)
        if by_then.verdict == "supported":
            return then, by_then
    return quote, found


def _other_readings(claim: Claim) -> Iterator[Claim]:
    """The claim in each currency its figures leave open: crowns may be Norwegian, if they fit.

    Words and signs with a usual reading ($, £, ¥) keep it: one of two dozen dollars fits any wrong figure.
    """
    subject, stated = claim.subject, _object(claim)
    for code in subject.candidates[1:] if subject.currency not in _USUAL else ():
        yield replace(claim, subject=replace(subject, currency=code))
    for code in stated.candidates[1:] if stated.currency not in _USUAL else ():
        yield replace(claim, object=replace(stated, currency=code))


def _average(claim: Claim, grounds: Grounds) -> Quote | None:
    """The average rate of the past period the sentence names, if there is one."""
    period = claim.period
    if period is None or period.from_ is None or period.until is None or period.until >= grounds.as_of:
        return None
    try:
        stretch = Period(period.from_, period.until)
        return grounds.book.average(claim.subject.currency, _object(claim).currency, stretch)
    except NoRateError:
        return None


def judge_annual_amount(claim: Claim, grounds: Grounds) -> Finding:
    """The total spread evenly over its span against the yearly figure the text gives."""
    subject, stated, length = claim.subject, _object(claim), claim.months_from(grounds.as_of)
    if not length:
        reason = "the text gives no number of years to spread the total over"
        return Finding("not_enough_info", reason, money(stated))
    total, quote = in_currency(subject, stated.currency, grounds)
    annual = EXACT.divide(total * 12, Decimal(length))
    spread = None
    if not claim.months:  # "by 2040" may count the last year or not
        spread = Interval(EXACT.divide(total * 12, Decimal(length + 12)), annual)
    found = judge(stated, annual, grounds.tolerance, spread)
    hint = None
    if found.verdict in ("refuted", "close") and annual:
        hint = diagnose_annual(stated, total, length, grounds.tolerance)
    evenly = f"{shown(subject)} spread evenly over {Span(length).words()}"
    rate = f" {at(quote)}" if quote else ""
    return Finding(
        found.verdict,
        f"{evenly} is {figure(annual, stated.currency)} a year{rate}; {written(stated, found)}",
        money(stated),
        rounded(annual, stated.currency),
        found.interval,
        found.deviation_percent,
        hint,
        quotes(quote),
        (
            *rate_steps(quote),
            f"{exact(total, stated.currency)} / {length} x 12 months = {exact(annual, stated.currency)}",
        ),
    )


def _object(claim: Claim) -> Amount:
    assert claim.object is not None
    return claim.object


def _claim(
    kind: Kind,
    sentence: Sentence,
    subject: Amount,
    stated: Amount,
    end: int,
    period: PeriodMention | None = None,
) -> Claim:
    """A claim that begins with its first amount or, where the subject stands elsewhere, with its sentence."""
    inside = sentence.start <= subject.start < sentence.end
    start = min(subject.start, stated.start) if inside else sentence.start
    return Claim(kind, start, end, subject, stated, period, sentence.span, not inside)


def _taken_up(sentence: Sentence, commitment: Commitment | None) -> tuple[Amount, ...]:
    """The commitment, where a sentence opens with a word for it: "That works out at 127bn a year"."""
    if commitment is None or not sentence.amounts or commitment.amount.end > sentence.start:
        return ()
    cue = sentence.leads("equivalence", sentence.start, sentence.amounts[0].start)
    if cue is None:
        return ()
    opening = sentence.text[sentence.start : cue.start].split()
    return (commitment.amount,) if len(opening) <= _WORDS_BEFORE_CUE else ()


def _equated(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Whether the words between two amounts say that they are the same money."""
    if one.end > other.start or one.end < sentence.start:
        return True  # taken up from an earlier sentence
    if _told(sentence, one, sentence.leads("equivalence", one.end, other.start), _WORDS_BEFORE_EQUAL):
        return True
    if _told(sentence, one, sentence.leads("or", one.end, other.start), 0):
        return True
    between = sentence.residue(one.end, other.start)
    before, bracket, after = between.replace("（", "(").rpartition("(")
    if bracket:  # "€4bn on research ($4.4bn)"
        return (
            not after.strip(PUNCTUATION)
            and not {")", "）"} & set(after)
            and len(before.split()) <= _WORDS_BEFORE_BRACKET
            and _fills_bracket(sentence, other)
        )
    bare = between.strip()
    if _in_bracket(sentence, other.start):  # the second of "(€4bn; £3bn)"
        return not between.strip(PUNCTUATION)
    return bare in _DASHES or (bare == "," and other.bound == "about")  # "15 trillion yen, about $100bn"


def _told(sentence: Sentence, one: Amount, cue: Cue | None, most: int) -> bool:
    """Whether a cue takes up an amount: with few words between, or after a comma ("…, the equivalent of")."""
    if cue is None:
        return False
    parted = any(char in _PARTING for char in sentence.text[one.end : cue.start])
    return parted or sentence.words(one.end, cue.start) <= most


def _fills_bracket(sentence: Sentence, amount: Amount) -> bool:
    """Whether a bracket holds an amount and at most its rate, unlike "$5bn (€3bn of it in cash)"."""
    close = min((n for c in ")）" if (n := sentence.text.find(c, amount.end, sentence.end)) >= 0), default=-1)
    rest = sentence.residue(amount.end, close).lstrip() if close >= 0 else ""
    alone = not rest or rest[0] in _PARTING or not count_words(rest)
    return alone or sentence.between(("rate",), amount.end, close)


def _in_years(sentence: Sentence, total: Amount, yearly: Amount) -> bool:
    """Whether only a comma parts a total with a span from its year's share: "…, 127bn yuan a year"."""
    between = sentence.residue(total.end, yearly.start)
    return bool(sentence.spans()) and not _COMMAS.isdisjoint(between) and not between.strip(PUNCTUATION)


def _in_bracket(sentence: Sentence, at: int) -> bool:
    before = sentence.text[sentence.start : at]
    return before.count("(") + before.count("（") > before.count(")") + before.count("）")


def _total(
    sentence: Sentence, related: Amount, yearly: Amount, commitment: Commitment | None
) -> tuple[Amount, PeriodMention | None]:
    """The total an annual amount is a part of, and its span: the sentence's own, else the commitment's.

    It is what the year's share is equated with, or what stands beside that in the share's own currency; and
    not what it is only compared with: "12bn over six years, up from 10bn, or 2bn a year".
    """
    earlier = [a for a in sentence.amounts if a.end <= yearly.start and not sentence.per_year(a)]
    same = [a for a in earlier if a.currency == yearly.currency and _in_bracket(sentence, a.start)]
    total = related if related.currency == yearly.currency else next(reversed(same), related)
    before = [a for a in earlier if a.currency == total.currency and a.end <= total.start]
    if before and _compared(sentence, before[-1].end, total.start):
        total = before[-1]
    span = _span(sentence, total, yearly)
    if span is None and commitment is not None:
        known = (total.value, total.currency) == (commitment.amount.value, commitment.amount.currency)
        span = commitment.period if known else None
    return total, span


def _compared(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what follows is what the figure before is set against: "up from", "9% more than"."""
    told = any(start <= p.start < end and sentence.compares(p) for p in sentence.proportions)
    return told or sentence.between(("old",), start, end)


def _span(sentence: Sentence, total: Amount, other: Amount) -> PeriodMention | None:
    """The span a total is given for: the one between the two figures, else the nearest."""
    start, end = min(total.start, other.start), max(total.end, other.end)
    return min(sentence.spans(), key=lambda p: (max(start - p.end, p.start - end, 0), -p.start), default=None)


def _dated(sentence: Sentence, amount: Amount) -> PeriodMention | None:
    """The calendar period nearest to an amount: "in 2019 it paid $5bn"."""
    dated = [p for p in sentence.periods if p.from_ is not None and p.until is not None]
    return min(dated, key=lambda p: max(p.start - amount.end, amount.start - p.end), default=None)
