"""Two figures said to be the same money in another currency: "380bn yuan (50bn euros)"."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from ...errors import NoRateError
from ...money.periods import Period
from ...rates.quote import Quote
from ...reading.mentions import Amount, Cue, PeriodMention
from ..claim import Claim
from ..diagnosis import Case, diagnose
from ..evidence import Grounds
from ..facts import EquivalenceAtRate
from ..finding import Finding, money, rounded, unrounded, words
from ..kind import Kind
from ..sentence import PUNCTUATION, Commitment, Sentence, count_words
from ..verdict import Judgement, judge
from ..working import Converted
from . import annual_amount
from .pairs import in_bracket, object_of, pair_claim, span_of

_DASHES = ("-", "–", "—", "/", "=", "≈", "~")
_USUAL = frozenset(("USD", "EUR", "GBP", "JPY", "CNY"))
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
    return _equated(sentence, one, other) or (
        yearly is not None and annual_amount.in_years(sentence, one, other)
    )


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
        yield from annual_amount.of_total(sentence, related[0], term[0], yearly, commitment)
    elif was_yearly and not yearly and related[0].currency == term[0].currency:
        yield from annual_amount.of_year(sentence, related[0], term[0])
    elif len(related) == len(term):
        for one, other in zip(related, term, strict=True):
            if one.currency != other.currency and one.currency not in other.candidates:
                span = span_of(sentence, one, other) or _dated(sentence, one)
                yield pair_claim("equivalence", sentence, one, other, other.end, span)


def judge_equivalence(claim: Claim, grounds: Grounds) -> Finding:
    """The subject at the day's rate against the figure the text gives for it.

    Where the sentence tells of a past year, a figure that fits that year's average rate is right as well:
    flows of the past are converted so (IAS 21.22). Where a word leaves the currency open, one that fits is
    taken to be meant.
    """
    quote, found = _at_rate(claim, grounds)
    taken = None
    if found.verdict != "supported":
        for code, reading in _other_readings(claim):
            with suppress(NoRateError):
                other, fitting = _at_rate(reading, grounds)
                if fitting.verdict == "supported":
                    claim, quote, found, taken = reading, other, fitting, code
                    break
    subject, stated = claim.subject, object_of(claim)
    computed = quote.convert(subject.value)
    hint = None
    if found.verdict in ("refuted", "close") and computed:
        case = Case(subject, stated, computed, grounds.as_of, grounds.tolerance, grounds.named, claim.months)
        hint = diagnose(case, grounds.book)
    converted = rounded(computed, stated.currency)
    return Finding(
        found.verdict,
        EquivalenceAtRate(
            money(subject), unrounded(computed, stated.currency), words(stated.text), currency_taken=taken
        ),
        money(stated),
        converted,
        found.interval,
        found.deviation_percent,
        hint,
        (quote,),
        (Converted(money(subject), converted, quote),),
    )


KIND = Kind("equivalence", find, judge_equivalence)


def _at_rate(claim: Claim, grounds: Grounds) -> tuple[Quote, Judgement]:
    """The stated figure at the day's rate or, where only that fits, at the average rate of a past year."""
    subject, stated = claim.subject, object_of(claim)
    quote = grounds.book.quote(subject.currency, stated.currency, grounds.as_of)
    found = judge(stated, quote.convert(subject.value), grounds.tolerance)
    if found.verdict != "supported" and (then := _average(claim, grounds)) is not None:
        by_then = judge(stated, then.convert(subject.value), grounds.tolerance)
        if by_then.verdict == "supported":
            return then, by_then
    return quote, found


def _other_readings(claim: Claim) -> Iterator[tuple[str, Claim]]:
    """The claim in each currency its figures leave open: crowns may be Norwegian, if they fit.

    Words and signs with a usual reading ($, £, ¥) keep it: one of two dozen dollars fits any wrong figure.
    """
    subject, stated = claim.subject, object_of(claim)
    for code in subject.candidates[1:] if subject.currency not in _USUAL else ():
        yield code, replace(claim, subject=replace(subject, currency=code))
    for code in stated.candidates[1:] if stated.currency not in _USUAL else ():
        yield code, replace(claim, object=replace(stated, currency=code))


def _average(claim: Claim, grounds: Grounds) -> Quote | None:
    """The average rate of the past period the sentence names, if there is one."""
    period = claim.period
    if period is None or period.from_ is None or period.until is None or period.until >= grounds.as_of:
        return None
    try:
        stretch = Period(period.from_, period.until)
        return grounds.book.average(claim.subject.currency, object_of(claim).currency, stretch)
    except NoRateError:
        return None


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
    if in_bracket(sentence, other.start):  # the second of "(€4bn; £3bn)"
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


def _dated(sentence: Sentence, amount: Amount) -> PeriodMention | None:
    """The calendar period nearest to an amount: "in 2019 it paid $5bn"."""
    dated = [p for p in sentence.periods if p.from_ is not None and p.until is not None]
    return min(dated, key=lambda p: max(p.start - amount.end, amount.start - p.end), default=None)
