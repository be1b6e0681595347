"""A year's, month's, week's or day's share of money that is spent over a longer time: "380bn over three
years, or 127bn a year", "24m a year, or 2m a month"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from operator import attrgetter

from ...money.interval import Interval
from ...reading.mentions import Amount, PeriodMention
from ..claim import YEAR, Claim, Unit
from ..grammar.constructions import Match, matches
from ..grammar.marks import UNITS, Mark, in_one_currency
from ..grammar.sentence import nearest
from ..grammar.wording import Wording
from .kind import Kind
from .other_years import (
    is_alternative,
    is_financial_year,
    is_of_best_time,
    is_of_other_time,
    is_other_share,
    is_paid_for_less,
    may_touch_more_years,
)
from .pairs import ALIKE, ONE, as_it_stands, best, closest, is_of_one_end, likely, told
from .shared_out import UNITS_OF_TIME, judge_annual_amount, ratio_of, unit_of
from .yearly_words import (
    begins_with_this,
    follows,
    goes_on,
    has_own_span,
    insures,
    is_beside_it,
    is_equated,
    is_linked,
    is_of_another,
    is_of_sum,
    is_of_which,
    is_set_apart,
    names_another,
    spends_on,
)

# Times a share that its total may be: that of a day in fifty years, a thousand times too small.
_MOST = 20_000_000
_NEAREST = 4  # spans beside a total and its share that are looked at
_BARGAIN = Decimal("0.96")  # of twelve months' prices, what a year's may be at least without being a bargain
_NEVER = Interval(Decimal(0), Decimal(0))  # what no ratio is
_SHORT = ("week", "day")
_THEN = frozenset(("previous", "change"))  # "3 % more than in the previous year, with 49bn a year"


def find(wording: Wording) -> Iterator[Claim]:
    """Each share of a year, month, week or day that a construction binds to its total, once."""
    wording = wording.now
    found = closest(partial(_claim, wording), matches("annual_amount", wording), ratio_of)
    found = (_of_sum_that_fits(wording, each) for each in found)
    return (
        each for each in found if not is_of_other_time(wording, each) or (ratio_of(each) or ONE).meets(ONE)
    )


def _claim(wording: Wording, match: Match) -> Claim | None:
    share, total = match.first("UNITLY"), match.first("TOTAL", "OTHER", "IN_ALL", "topic")
    if share is None or total is None:
        return None
    if is_of_another(wording, total, share) or insures(wording, total, share):
        return None
    if total.names.isdisjoint(UNITS):
        totals = wording.taken_up(total) if "topic" in total.names else [total]
        claims = [claim for each in totals for claim in _of_total(wording, match, share, each)]
        loose = is_set_apart(wording, match, share) or goes_on(wording, share)
        loose = loose or is_paid_for_less(wording, match, share) or is_of_best_time(wording, match)
        loose = loose or is_alternative(wording, match, total, share)
        taken_up = "topic" in total.names
        apart = spends_on(wording, share) or is_beside_it(wording, share) or wording.measures
        apart = apart or has_own_span(wording, _beside(wording, share.start))
        apart = apart or _unit(share) in _SHORT or not wording.places.keys().isdisjoint(_THEN)
        loose = loose or (taken_up and apart) or is_of_which(wording, total, share)
        if taken_up and not is_linked(wording, share):
            claims = []  # "The house is worth 1m. She went to the 37,000-a-year school"
        about = taken_up and not loose and (is_of_sum(wording, share) or follows(wording, match, share))
        claim = best(
            claims,
            ratio_of,
            match,
            lambda one: not about or wording.is_topic(one.subject),
            loose=loose,
            near=lambda one: about and _is_near(one),
        )
        ratio = ratio_of(claim) if claim is not None else None
        if _is_capped(share, total, ratio) or is_other_share(wording, total, share, ratio):
            return None
        if claim is not None and (
            may_touch_more_years(claim, ratio_of)
            or _is_of_a_year_before(wording, claim)
            or _is_of_past(wording, claim)
            or _is_of_another_thing(wording, claim)
        ):
            return None
        told = share.start < total.start and not is_equated(match)
        told = told or _unit(share) in _SHORT  # 8bn in two sessions, or 4bn a day
        listed = not (taken_up or is_equated(match))  # "in ten years 7.5bn for plants, 6bn a year in sales"
        return claim if not (told or listed) or ratio is None or likely(ratio) else None
    if goes_on(wording, share):
        return None
    longer, shorter = sorted((total, share), key=lambda mark: UNITS_OF_TIME.index(_unit(mark)))
    return _of_unit(wording, match, shorter, longer)


def _is_of_past(wording: Wording, claim: Claim) -> bool:
    """Whether what fails as the money of a sum told long before is told of a time that is over: "The car cost
    1,337 more. ... Over the last three years he has paid 40 a month for petrol"."""
    span, whole = claim.period, claim.subject
    here = span is not None and span.start >= wording.sentence.start > whole.start
    past = here and span is not None and span.direction == "past" and whole not in wording.earlier
    return past and not (ratio_of(claim) or ONE).meets(ONE)


def _is_of_another_thing(wording: Wording, claim: Claim) -> bool:
    """Whether what fails is told by a sentence that takes up one which tells no sum: "It gets 550m over 15
    years. It will have all fees, too. This is put at 60m a year"."""
    if (ratio_of(claim) or ONE).meets(ONE) or not begins_with_this(wording):
        return False
    return bool(wording.sentence.between_it_and(claim.subject.end))


def _is_of_a_year_before(wording: Wording, claim: Claim) -> bool:
    """Whether the money of a month or a quarter, which fails as that of a sum of an earlier sentence, is that
    of another told there, if this is a year's: "The rent rises to 61m a year. In ten years that is 6.1bn. A
    month costs 5m"."""
    if claim.subject.end > wording.sentence.start or claim.unit == "year":
        return False
    if (ratio_of(claim) or ONE).meets(ONE):
        return False
    others = (each for each in wording.earlier if each.currency == claim.subject.currency)
    ratios = (ratio_of(replace(claim, subject=each, period=None, whole="year")) for each in others)
    return any(ratio is not None and ratio.meets(ONE) for ratio in ratios)


def _of_sum_that_fits(wording: Wording, claim: Claim) -> Claim:
    """A claim that fails as one of another sum before it in its sentence, if it fits that: "2.6bn, more than
    the 2.08bn of the last four years, 650m a year"."""
    if (ratio_of(claim) or ONE).meets(ONE):
        return claim
    sums = (mark.figure for mark in wording.lump_marks if mark.end <= claim.end)
    alike = (each for each in sums if isinstance(each, Amount) and each.currency == claim.subject.currency)
    others = (replace(claim, subject=each, start=min(claim.start, each.start)) for each in alike)
    return next(
        (each for each in others if (ratio := ratio_of(each)) is not None and ratio.meets(ONE)), claim
    )


def _is_capped(share: Mark, total: Mark, ratio: Interval | None) -> bool:
    """Whether each year may have as much as it is told only if others have less: "up to 1m a year for 15
    years, and 10m in all"."""
    most = isinstance(share.figure, Amount) and share.figure.bound == "at_most"
    return most and share.start < total.start and ratio is not None and ratio.high < 1


def _is_near(claim: Claim) -> bool:
    ratio = ratio_of(claim)
    return ratio is not None and ratio.meets(ALIKE)


def _of_total(wording: Wording, match: Match, share: Mark, total: Mark) -> Iterator[Claim]:
    """A share of a sum, for each of the spans that may be given for that, the likeliest first."""
    pair = in_one_currency(total, share) or _said_before(wording, total, share) or _anyhow(total, share)
    if pair is None or _is_told_again(wording, share, total):
        return
    whole, part = pair
    if whole.currency != part.currency and "topic" in total.names and not wording.goes_on:
        return
    if whole.currency == part.currency and not part.value <= whole.value < _MOST * part.value:
        return
    spans = _spans(wording, match, *pair)
    if not spans and wording.spanned is not None:
        claim = replace(
            told(wording, "annual_amount", *pair), period=wording.spanned, unit=_unit(share), day=wording.day
        )
        ratio = ratio_of(claim)
        if ratio is not None and ratio.meets(ONE):
            yield claim
            return
    for span in spans or (None,):
        if span is None and "topic" in total.names:
            return
        claim = replace(
            told(wording, "annual_amount", *pair), period=span, unit=_unit(share), day=wording.day
        )
        if span is not None and claim.unit != "year" and is_financial_year(span):
            yield replace(claim, period=None, whole="year")
        once = claim.months == YEAR and claim.unit == "year"
        if not once and not (claim.months == YEAR and _is_bargain(claim)):
            yield claim  # not "10 off a full year's subscription, at 50 pounds or 60 euros a year"


def _is_told_again(wording: Wording, share: Mark, total: Mark) -> bool:
    """Whether what follows a year's money is that in another currency, since no span lies between: "For three
    years, he gets 30,000 euros a month, or about $33,000"."""
    one, other = share.figure, total.figure
    assert isinstance(one, Amount)
    if not isinstance(other, Amount) or one.currency == other.currency or total.start < share.start:
        return False
    between = wording.beginning(share.end, total.start)
    return "sum" not in total.names and all("span" not in mark.names for mark in between)


def _of_unit(wording: Wording, match: Match, share: Mark, total: Mark) -> Claim | None:
    """A share of the money of a longer unit of time: "24m a year, or 2m a month"."""
    pair, unit, whole = in_one_currency(total, share) or _anyhow(total, share), _unit(share), _unit(total)
    if pair is None or unit == whole:
        return None
    longer, shorter = pair
    first, second = sorted((share, total), key=attrgetter("start"))
    equated = match.first("or", "equivalence") is not None and not names_another(wording, share, total)
    equated = equated or wording.sentence.between(("concludes",), first.end, second.start)
    claim = replace(told(wording, "annual_amount", *pair), unit=unit, whole=whole)
    if not equated and "about" not in (longer.bound, shorter.bound):
        return claim if _is_to_the_figure(claim) else None  # "it pays 50m a year, 3m a month for rent"
    ratio = ratio_of(claim)
    if ratio is None or is_of_one_end(claim):
        return claim if ratio is None or ratio.meets(ONE) else None
    near = likely(ratio) if equated else ratio.meets(ONE)
    return claim if near and not _is_bargain(claim) else None


def _is_to_the_figure(claim: Claim) -> bool:
    """Whether the money of the shorter time makes that of the longer one as they stand."""
    ratio = ratio_of(as_it_stands(claim))
    return ratio is not None and ratio.meets(ONE)


def _is_bargain(claim: Claim) -> bool:
    """Whether the longer of two times may be the cheaper one to pay for: "5 a month, or 50 a year"."""
    ratio = ratio_of(claim)
    return ratio is not None and ratio.meets(ALIKE) and ratio.high < _BARGAIN


def _unit(mark: Mark) -> Unit:
    unit = unit_of(mark.names)
    assert unit is not None
    return unit


def _said_before(wording: Wording, total: Mark, share: Mark) -> tuple[Amount, Amount] | None:
    """The sum that a total in another currency says again: "960m kroner, or 129m euros, over six years, that
    is 160m kroner a year"."""
    before = [each for each in wording.lump_marks if each.end <= total.start]
    return in_one_currency(before[-1], share) if before and total.start <= share.start else None


def _anyhow(total: Mark, share: Mark) -> tuple[Amount, Amount] | None:
    """Both figures in the currencies they have, where they share none."""
    if isinstance(total.figure, Amount) and isinstance(share.figure, Amount):
        return total.figure, share.figure
    return None


def _spans(wording: Wording, match: Match, subject: Amount, stated: Amount) -> list[PeriodMention]:
    """The spans a total may be given for: the construction's, else the nearest in the sentence, and the
    others in that; else that of the sentence which names the total."""
    named = match.first("SPAN")
    start, end = min(subject.start, stated.start), max(subject.end, stated.end)
    about = (*wording.antecedents, *filter(None, (wording.commitment,)))
    known = (each for each in about if each.amount.is_same_money(subject))
    spans = wording.sentence.spans
    first = (
        named.figure
        if named is not None and isinstance(named.figure, PeriodMention)
        else nearest(spans, start, end) or next((each.period for each in known if each.period), None)
    )
    beside = _beside(wording, start)
    return [] if first is None else [first, *(each for each in beside if each != first)]


def _beside(wording: Wording, at: int) -> Sequence[PeriodMention]:
    """The nearest spans that a sentence names before and after an offset."""
    spans = wording.sentence.spans
    n = bisect_left(spans, at, key=attrgetter("start"))
    return spans[max(0, n - _NEAREST) : n + _NEAREST]


KIND = Kind("annual_amount", find, judge_annual_amount)
