"""What a sum comes to each year, month or week, told in its sentence or near it: "The deal is worth 6.4bn and
is paid over five years, with 1.28bn a year"; "Next year the parks will have 600m. Each month 50m are spent".

No row of words binds these figures, wherever they stand; that there is but one sum and one time that they
can be told of does. Those that fit are claims. Those that fail are where the sentence tells nothing of the
money of a year or a month but that it is spent, and no other sum or time of the text makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain

from ...money.interval import Interval
from ...reading.lexicon import load_lexicon
from ...reading.mentions import Amount, PeriodMention
from ..claim import YEAR, Claim, Unit, length, object_of
from ..grammar.marks import UNITS, Mark, in_one_currency
from ..grammar.over_time_words import paid
from ..grammar.spent_alone import is_all, is_first, others, said_from, says_no_more
from ..grammar.wording import LONG, SHORT, Wording
from ..kinds import shared_out
from ..kinds.pairs import ONE, fits_as_it_stands, is_of_one_end, likely, told
from ..kinds.yearly_words import begins_with_this, insures, is_linked, is_of_another, spends_on
from .other_sums import meets
from .spread_alone import is_all_there_is
from .spread_sums import (
    WAS,
    Text,
    Time,
    clause_of,
    is_for_a_year,
    is_main,
    is_within,
    sums_of,
    times_of,
    times_of_months,
    words_of,
)

_FAR = Interval(Decimal("0.45"), Decimal("2.2"))  # of a figure that words alone bind
_MANY = 14  # sums: of a text that tells more, some are of other things
_TAKES_UP = frozenset(("this", "the_sum", "equivalence", "average"))
_PAID = _TAKES_UP | {"spending", "equivalence_after", "sum"}
_ELSE = ("others", "rest", "plus", "wanted")
_NOT_AHEAD = (*_ELSE, "today", "bygone")
_DIGITS = 2  # of a figure that fits by no luck
_NEAREST = 4  # marks before an amount
_STRANGE = 2  # words before a figure that neither the sum nor a payment is told by
_SIDES = frozenset(("at_most", "at_least", "range_low", "range_high"))
_ANEW = frozenset(("and", "or", "contrast"))


def spread(
    wordings: Sequence[Wording], claims: Sequence[Claim], on: date | None, language: str
) -> Iterator[tuple[int, Claim]]:
    """The money of a year, month or week of a sum beside it, with the place of its sentence, but what one of
    ``claims`` tells right, or tells otherwise."""
    if sum(len(each.sentence.amounts) for each in wordings) > _MANY:
        return
    by_unit = [(n, m) for n, each in enumerate(wordings) for m in each.marks if _is_of_time(each, m)]
    if not by_unit:
        return
    sums = [m for each in wordings for m in each.marks if "amount" in m.names and m.names.isdisjoint(WAS)]
    money = [mark.figure for mark in sums if isinstance(mark.figure, Amount)]
    known = {object_of(each).start for each in claims if each.kind == "annual_amount" and _is_held(each)}
    text = Text(wordings, money, [span for each in wordings for span in each.sentence.spans], on, language)
    units = [shared_out.unit_of(mark.names) for _, mark in by_unit]
    for n, mark in by_unit:
        if mark.start in known:
            continue
        read = list(_claims(text, n, mark))
        found = next((each for each in (*read, *_guessed(text, n, mark)) if _fits(each)), None)
        if found is None and read and units.count(read[0].unit) == 1:
            found = next((each for each in read if _is_bound(text, n, mark, each)), None)
        if found is not None:
            yield n, found


def _guessed(text: Text, n: int, mark: Mark) -> Iterator[Claim]:
    """A month's money, to the figure, of a sum of which no time is told, which may be that of a year."""
    digits = mark.figure.text if isinstance(mark.figure, Amount) else ""
    if text.spans or "per_month" not in mark.names or sum(map(str.isdigit, digits)) < _DIGITS:
        return
    for _, whole in sums_of(text, n, mark):
        pair = in_one_currency(whole, mark)
        if pair is not None:
            claim = told(text.wordings[n], "annual_amount", *pair)
            yield replace(claim, unit="month", whole="year", day=text.on)


def _is_of_time(wording: Wording, mark: Mark) -> bool:
    """Whether an amount is the money of a unit of time, or may be that of each year of a span."""
    if not isinstance(mark.figure, Amount) or "amount" not in mark.names:
        return False
    return not mark.names.isdisjoint(UNITS) or _is_of_each(wording, mark)


def _is_of_each(wording: Wording, mark: Mark) -> bool:
    """Whether "each" stands between a span and an amount: "it runs for four years, each of them with 5m"."""
    before = wording.preceding(mark.start, _NEAREST) if wording.sentence.spans else ()
    last = next((n for n, each in enumerate(before) if isinstance(each.figure, PeriodMention)), len(before))
    between = before[last + 1 :]
    led = any("each" in each.names for each in between) and all(each.figure is None for each in between)
    return led or ("each" in mark.names and bool(between) and all(each.figure is None for each in between))


def _is_held(claim: Claim) -> bool:
    """Whether a claim is one that is held against something."""
    return bool(claim.months) or claim.whole is not None or (claim.period is not None)


def _fits(claim: Claim) -> bool:
    return meets(claim, shared_out.ratio_of) and fits_as_it_stands(claim, shared_out.ratio_of)


def _claims(text: Text, n: int, mark: Mark) -> Iterator[Claim]:
    """What the money of a unit of time may be told of, the likeliest first."""
    wording = text.wordings[n]
    unit: Unit = shared_out.unit_of(mark.names) or "year"
    if not mark.names.isdisjoint(WAS):
        return
    for k, whole in sums_of(text, n, mark):
        pair = in_one_currency(whole, mark)
        if pair is None:
            continue
        here = is_within(wording, pair[0])
        if here and (
            whole.names & UNITS or is_of_another(wording, whole, mark) or insures(wording, whole, mark)
        ):
            continue
        linked = is_linked(wording, mark) or is_first(wording, mark, frozenset())
        timed = wording.sentence.spans or times_of_months(wording, unit)
        if not (here or timed or linked):
            continue  # "He gave 1bn over 16 years. The striker earns 62m a year"
        claim = replace(told(wording, "annual_amount", *pair), unit=unit, day=text.on)
        if is_of_one_end(claim):
            continue
        yearly = not whole.names.isdisjoint(UNITS)
        for time in (Time(None),) if yearly else times_of(text, n, k, unit):
            if time.period is not None:
                yield replace(claim, period=time.period)
            elif unit != "year":
                yield replace(claim, whole="year")


def _is_bound(text: Text, n: int, mark: Mark, claim: Claim) -> bool:
    """Whether a figure that fails can be told of nothing else than the sum."""
    wording, sentence = text.wordings[n], text.wordings[n].sentence
    ratio = shared_out.ratio_of(claim)
    if ratio is None or not likely(ratio, _FAR):
        return False
    if _is_left_open(text, claim, ratio):
        return False
    here = is_within(wording, claim.subject)
    follows = here and claim.subject.end <= mark.start
    begun, until = clause_of(sentence, mark, claim.subject.end if follows else sentence.start)
    if sentence.between(("measure",), sentence.start, max(until, claim.subject.end if here else until)):
        return False  # nor "20m a year, which is to bring sales of 1bn by 2028"
    if follows:
        if sentence.between(_NOT_AHEAD, begun, until):
            return False
    elif not wording.is_ahead or sentence.between(_ELSE, said_from(wording, mark), until):
        return False
    if any(_fits(each) for each in _of_others(text, claim)):
        return False
    if _has_other_span(text, n, claim):
        return False
    spanned = claim.period is not None and is_within(wording, claim.period)
    if not here and _takes_up_more(text, n):
        return False
    if not (here or ratio.meets(_FAR)):
        return False  # no slip by ten, but the money of a season of another club
    if here and claim.subject.start > mark.start:
        return likely(ratio) and _leads_on(text, wording, mark, claim)
    if _is_told(text, n, mark, claim, near=here or spanned):
        return True
    return ratio.high < 1 and likely(ratio) and is_all_there_is(text, n, mark, claim)


def _takes_up_more(text: Text, n: int) -> bool:
    """Whether a sentence begins with "this" after one that tells no figure, which it then is about: "It gets
    550m of what it is owed. It will have all future fees. This is put at 60m a year"."""
    here = text.wordings[n]
    if not n or not begins_with_this(here):
        return False
    return bool(here.sentence.text[text.wordings[n - 1].sentence.end : here.sentence.start].strip())


def _is_left_open(text: Text, claim: Claim, ratio: Interval) -> bool:
    """Whether a figure may be the most or the least there is, on the side on which it fails."""
    missed = {"at_most"} if ratio.high < 1 else {"at_least"} if ratio.low > 1 else _SIDES
    marks = (mark for each in text.wordings for mark in each.marks if mark.figure is claim.subject)
    open_ = claim.subject.bound in _SIDES and all("later" not in mark.names for mark in marks)
    return open_ or object_of(claim).bound in missed


def _has_other_span(text: Text, n: int, claim: Claim) -> bool:
    """Whether another time is told between a sum and the sentence of its share: "The loan runs for two years.
    So 200m a year"; or may be, as the sum was named long ago."""
    k = next(k for k, each in enumerate(text.wordings) if is_within(each, claim.subject))
    if n - k > (LONG if claim.unit != "year" and is_main(text, n, claim.subject) else SHORT):
        return True
    ahead = (each for each in text.wordings[k + 1 : n] if claim.unit == "year" or not each.looks_back)
    between = chain.from_iterable(each.sentence.spans for each in ahead)
    lasts = length(claim.period) if claim.period is not None else YEAR
    return any(length(each) != lasts for each in between)


def _leads_on(text: Text, wording: Wording, mark: Mark, claim: Claim) -> bool:
    """Whether a clause goes on from the money of a year or month to the only sum and the time that this is
    for, or to what it is in all."""
    between = wording.beginning(mark.end, claim.subject.start)
    if any(each.figure is claim.subject and "later" in each.names for each in wording.marks):
        return False  # "15m a year in the first ten years, and then an increase to 200m"
    if any(not each.names.isdisjoint(_ANEW) or "amount" in each.names for each in between):
        return False
    total = any(each.figure is claim.subject and "sum" in each.names for each in wording.marks)
    if claim.period is None:
        return total or is_for_a_year(wording, text)
    return total or is_within(wording, claim.period)


def _is_told(text: Text, at: int, mark: Mark, claim: Claim, *, near: bool) -> bool:
    """Whether a sentence tells nothing of the money of a year or month but that it is spent, and the sum or
    its time stands ``near`` it, or it takes that up, begins with the year, or says no more."""
    wording = text.wordings[at]
    sentence, here = wording.sentence, is_within(wording, claim.subject)
    known = frozenset[str]() if here else words_of(text, claim.subject)
    pays = paid(sentence, text.language)
    begins = said_from(wording, mark)
    concludes = sentence.between(("concludes", "mean"), *sentence.span)
    ratio = shared_out.ratio_of(claim) or ONE
    more = ratio.high < 1  # than there is, which no part of it can be
    averaged = more and sentence.between(("mean",), begins, mark.start)
    if not (averaged or is_all(wording, mark, known, pays)):
        return False
    if not (near or averaged) and spends_on(wording, mark):
        return False
    names: Set[str] = wording.places.keys()
    if here:
        between = wording.beginning(claim.subject.end, mark.start)
        if any("or" in each.names for each in between):
            return False  # which constructions bind
        names = frozenset[str]().union(*(each.names for each in between))
        pays = tuple(each for each in pays if each[0] >= claim.subject.end)
        begins = max(begins, claim.subject.end)
    lexicon = load_lexicon(text.language)
    small = known | lexicon.function_words
    if not near:  # not "12bn over six years, so that the city has to save 3bn a year"
        small |= frozenset(lexicon.wholes.get("verbs", ()))
    strange = others(wording, begins, mark.start, small, pays)
    if not likely(ratio) and (strange or not near):
        return False
    spent = bool(pays) or wording.spends or concludes or "spending" in names
    if near:
        spent = spent or not names.isdisjoint(_PAID)
        return strange <= _STRANGE and (spent or not strange)
    if any(begins <= each.start < mark.start for each in sentence.amounts):
        return False
    takes_up = concludes or not names.isdisjoint(_TAKES_UP)
    plain = (takes_up or (more and spent and is_main(text, at, claim.subject))) and not strange
    return (
        plain  # not "Wages mean 24m a year"
        or is_first(wording, mark, known, pays)
        or says_no_more(wording, mark, known, pays)
    )


def _of_others(text: Text, claim: Claim) -> Iterator[Claim]:
    """The claim, were it told of another sum, or time, of the text."""
    stated = object_of(claim)
    sums = [each for each in text.money if each.currency == stated.currency and each.start != stated.start]
    spans = {(s.duration, s.from_, s.until): s for s in text.spans}.values()
    for whole in sums:
        one = replace(claim, subject=whole)
        yield from (replace(one, period=span, whole=None) for span in spans)
        if claim.unit != "year":
            yield replace(one, period=None, whole="year")
