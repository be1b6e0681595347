"""A rise or fall between two amounts: "up 12 % to 2.3bn from 2.0bn", "tripled", "doublé"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import takewhile

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..constructions import Match, matches
from ..evidence import Grounds
from ..facts import Change
from ..finding import Finding, money, words
from ..kind import Kind
from ..marks import UNITS, Mark, in_one_currency
from ..missing import NoPercentage
from ..verdict import coarsely, openly, spare, strictly, weigh_proportion
from ..walk import FURTHEST
from ..wording import LONG, Wording
from ..working import Divided, LessOne
from .difference import find_difference, judge_difference
from .other_changes import has_own_subject, is_of_a_year, is_of_another, is_parted, may_be_of_another
from .pairs import ALIKE, ONE, best, closest, told

_ROUGH = 4  # "double" is near from 1.75 to 2.25
_BESIDE = 12  # characters from a word for "-fold" to a multiple
_THAN = frozenset(("exceeds", "exceeds_after", "below", "bound"))
_CLOSING = (")", "）")
_JOINING = frozenset(("and", "or", "new"))
_ROUGHLY = Interval(Decimal("0.4"), Decimal("2.5"))  # of a change to one that is surely told of the sum
_EARLIER, _BEFORE = frozenset(("earlier", "prior")), frozenset(("previous", "past"))
_YEARS = 50  # that anything is told to have grown year by year
_MOST = 1000  # times that anything is said to have grown


def find(wording: Wording) -> Iterator[Claim]:
    """Each change that a construction binds to the amount reached and the one left, once."""
    return closest(partial(_claim, wording), matches("change", wording))


def _claim(wording: Wording, match: Match) -> Claim | None:
    """The change a construction tells; where the sentence only takes a sum up, from the one that fits."""
    if match.first("GAP", "SURPLUS", "SUM") is not None:
        return find_difference(wording, match)
    change = match.first("CHANGE", "rise", "named", "TIMES", "PERCENT", "TOLD", "MORE", "HOW", "growth")
    if match.first("was") is not None:
        return None if change is None else _of_sum_before(wording, match, change)
    new, old = match.first("NEW", "NOW", "topic"), match.first("OLD", "FROM", "OF", "PRIOR", "BASIS")
    if change is None or old is None or not isinstance(change.figure, Proportion):
        return None
    if new is None:  # the sum that the text is about, wherever that stands
        new = Mark({"topic"}, wording.sentence.start, wording.sentence.start)
    if "PERCENT" in dict(match.found) and _is_made(wording, change):
        return None
    if _is_multiplied(wording, change, old):
        return None
    if is_of_another(wording, match, change, new, old) or _is_of_difference(wording, new, change):
        return None
    if "topic" in new.names:
        news = [*wording.taken_up(new), *wording.mentioned()]
        if match.first("topic") is None:
            news = [*wording.said(match.start), *news]
    else:
        news = [new, *wording.said(new.start)]
    if "NOW" in dict(match.found) and new.names & UNITS != old.names & UNITS:
        # The sum of a plan before is no match for the money of a year, but for the sum that is of; a year's
        # money may be meant of both: "150m a year, three times the 50m of today".
        news = [*wording.topics(new.start), new] if old.names.isdisjoint(UNITS) else []
    beside = match.first("TOLD") or "topic" not in new.names  # all it may be told of stands before it
    another = "another" in change.names and new.start < change.start and beside
    leads_on = match.first("topic") is not None and _leads_on(wording, change, old)
    other = match.first("which") is not None and wording.measures
    loose = bool(another) or other or leads_on or may_be_of_another(wording, change, old)
    loose = loose or _is_one_of_two(wording, change) or _may_be_occasions(wording, change)
    ahead = change.start < old.start
    apart = is_parted(wording, change, old) if ahead else True
    apart = apart and has_own_subject(wording, None if ahead else old, change)
    claims = [between(wording, change, each, old) for each in news]
    if _is_moved_by(wording, change, old):
        claims, loose = [*claims, *map(turned, claims)], True
    found = best(
        claims,
        ratio_of,
        match,
        lambda one: wording.is_topic(one.subject),
        loose=loose or apart,
        near=lambda one: match.construction.wild and not apart and _is_meant(wording, old, change, one),
    )
    planned = match.construction.wild or (
        "topic" in new.names and ("prior" in old.names or "times" in change.names)
    )
    if found is not None and not planned and _is_from_difference(found):
        return None
    told = "topic" in new.names or change.start > max(new.start, old.start)
    misses = found is not None and not _fits(found) and (told or _compounds(found))
    if misses and is_of_a_year(wording, change):
        return None
    if found is None or "topic" not in new.names:
        return found
    reverse = next(filter(None, map(turned, claims)), None) if change.falls else None
    if reverse is not None and not _fits(found):
        return reverse  # "in the plan before it was 8bn, a third less"
    ratio = ratio_of(found)  # "The plan is 170bn. The group had 9.8bn from sales, which is a rise of 14%"
    return found if ratio is None or ratio.meets(ALIKE) else None


def _leads_on(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a sum follows two figures, which then may be told of it: "前年の8億円から50%増の12億円"."""
    after = wording.following(max(change.end, old.end), FURTHEST)
    return any("lump" in mark.names for mark in after)


def _is_of_difference(wording: Wording, new: Mark, change: Mark) -> bool:
    """Whether an amount is what something changed by, with the percentage in brackets: "260억원(5%) 증가"."""
    return "of_gap" in change.names and "gap" in new.names and not wording.beginning(new.end, change.start)


def _of_sum_before(wording: Wording, match: Match, change: Mark) -> Claim | None:
    """A change over the sum of the sentence just before: "Last year it was 8bn. That is a rise of 50 %.". It
    accuses only where one sum alone comes near it, and nothing else is told."""
    old, now = wording.was, match.first("NOW")
    if old is None or not isinstance(change.figure, Proportion):
        return None
    news = [now] if now is not None else [*wording.taken_up(), *wording.mentioned()]
    if not {"this", "the_sum"}.isdisjoint(wording.places):  # "the new budget is up 50%"
        news = [m for m in news if isinstance(m.figure, Amount) and wording.is_topic(m.figure)] or news
    told = (between(wording, change, each, old) for each in news if each.figure is not old.figure)
    claims = [each for each in told if each is not None]
    near = {each.subject.value for each in claims if is_near(each)}
    alone = "amount" not in wording.places if now is None else _is_said_after(wording, change, now)
    sure = alone and len(near) == 1 and "measured" not in old.names and not _is_open(old)
    sure = sure and _is_told_alone(wording, change) and not wording.adjusted
    own = has_own_subject(wording, None, change) and not (now is not None and _begins_with_it(wording))
    sure = sure and wording.since <= LONG and not own
    return best(claims, ratio_of, match, loose=True, near=lambda one: sure and one.subject.value in near)


def _is_said_after(wording: Wording, change: Mark, new: Mark) -> bool:
    """Whether the only sum of a sentence follows a change and a colon: "is more than double that: 12bn"."""
    return wording.names_one_total and change.start < new.start and ":" in new.stops


def _begins_with_it(wording: Wording) -> bool:
    """Whether a sentence begins with what takes a sum up: "The package voted on Monday is", but not "The cost
    of ferries"."""
    first, then = wording.marks[1:3]
    of_it = "of" in then.names and not (then.words or then.stops)
    return "this" in first.names and not (first.words or first.stops or of_it)


def _is_told_alone(wording: Wording, change: Mark) -> bool:
    """Whether no words go on about a change, and those before it speak of no sales, profit or tax: "That is
    triple, and without new taxes", but not "That is triple the number of ships"."""
    after = wording.following(change.end, FURTHEST)
    more = takewhile(lambda mark: not (mark.words or mark.stops or mark.figure), after)
    measured = wording.sentence.between(("measure",), wording.sentence.start, change.end)
    return any(mark.closed for mark in (change, *more)) and not measured


def _is_open(old: Mark) -> bool:
    """Whether an amount is told to be more or less than it says: "from under two pounds"."""
    return isinstance(old.figure, Amount) and old.figure.bound != "exact"


def _is_meant(wording: Wording, old: Mark, change: Mark, claim: Claim) -> bool:
    """Whether a change, in whatever words, can hardly be meant of another sum than the one of before that the
    sentence tells."""
    if wording.measures or wording.adjusted or _is_over_past(wording, change):
        return False
    concluded = _is_concluded(wording, old, change)
    if _is_only_one_before(wording, old) and (concluded or change.start < old.start):
        return is_near(claim, _ROUGHLY)
    return concluded and is_near(claim)


def _is_over_past(wording: Wording, change: Mark) -> bool:
    """Whether past years stand right before a change, which is then one over these: "in the last ten years
    tenfold"."""
    before = wording.preceding(change.start)[-1:]
    return any("stretch" in mark.names for mark in before) and not (change.words or change.stops)


def _is_only_one_before(wording: Wording, old: Mark) -> bool:
    """Whether an amount is the only sum of its sentence, which tells it to be of the plan or time before."""
    before = not old.names.isdisjoint(_EARLIER) or not wording.places.keys().isdisjoint(_BEFORE)
    return before and wording.names_one_total


def _is_concluded(wording: Wording, old: Mark, change: Mark) -> bool:
    """Whether a change is what a sentence concludes from the only sum it names: "it was 8bn, so the cost is
    up 50 %"."""
    between = (
        wording.beginning(old.end, change.start) if wording.names_one_sum and not wording.measures else ()
    )
    return any(not mark.names.isdisjoint(("this", "the_sum", "equivalence")) for mark in between)


def _is_one_of_two(wording: Wording, change: Mark) -> bool:
    """Whether another percentage follows a change, as that of another figure or the other end of a range:
    "rose 7% and 9%", 增长6倍至7倍, 7%와 9%."""
    link = next(iter(wording.following(change.end)), change)
    if isinstance(link.figure, Proportion) and link is not change:
        return link.words <= 1 and not link.stops
    other = next(iter(wording.following(link.end)), link)
    joined = not link.names.isdisjoint(_JOINING) and not any(m.words or m.stops for m in (link, other))
    return joined and isinstance(other.figure, Proportion)


def _is_made(wording: Wording, percent: Mark) -> bool:
    """Whether a percentage is what something makes of a whole, and no change: "from 956m to 547m, so that
    it accounts for only 29.9%"."""
    before = wording.preceding(percent.start)
    return bool(before) and "makes" in before[0].names and "equivalence" not in before[0].names


def _may_be_occasions(wording: Wording, change: Mark) -> bool:
    """Whether a multiple may be how often something rose: "tăng vốn 2 lần, từ 5,8 tỷ lên 8,6 tỷ"."""
    sentence, figure = wording.sentence, change.figure
    often = sentence.last(("occasions",), change.start, change.end)
    fold = sentence.last(("fold",), max(sentence.start, change.start - _BESIDE), change.end)
    told = often is not None and often.end == change.end
    return isinstance(figure, Proportion) and told and fold is None


def _is_multiplied(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a bracket holds but a multiple and the amount that is paid so often: "(six times 2.7m)"."""
    directly = "(" in change.stops and not (change.after or old.words or old.stops)
    directly = directly and not wording.beginning(change.end, old.start)
    return directly and wording.sentence.text.startswith(_CLOSING, old.end)


def _is_moved_by(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a multiple is told by a verb before an amount, which then may be the later one: "770bn, by
    trebling, 2,148bn"."""
    between = wording.beginning(change.end, old.start)
    moved = any("way" in mark.names and _THAN.isdisjoint(mark.names) for mark in between)
    return "times" in change.names and not change.falls and moved


def _is_from_difference(claim: Claim) -> bool:
    """Whether a change that does not fit is one from the difference of its figures to the later one, which is
    then more by the other: "100.9bn, more than in the year before by 7.3bn, or 7.8%"."""
    assert claim.object is not None
    apart = claim.object.value if claim.falls else -claim.object.value
    before = EXACT.add(claim.subject.value, apart)
    return not _fits(claim) and _fits(replace(claim, object=replace(claim.object, value=before)))


def turned(claim: Claim | None) -> Claim | None:
    """A change as one that is told of the earlier sum, as what that is more or less than the later one, if
    it fits so."""
    if claim is None or claim.object is None:
        return None
    other = replace(claim, subject=claim.object, object=claim.subject)
    return other if _fits(other) else None


def _fits(claim: Claim) -> bool:
    found = ratio_of(claim)
    return found is not None and found.meets(ONE)


def is_near(claim: Claim, reach: Interval = ALIKE) -> bool:
    """Whether a change is so near the one that follows that it can be meant to be that: 30 % of 20 %, but not
    5 % of 20 %."""
    assert claim.object is not None
    assert claim.proportion is not None
    if claim.proportion.kind == "times":
        ratio = ratio_of(claim)
        return ratio is not None and ratio.meets(reach)
    stated = _stated(claim, claim.proportion)[1]
    told = strictly(claim.subject).over(strictly(claim.object)).moved(Decimal(-1))
    if claim.falls:
        stated, told = stated.times(Decimal(-1)), told.times(Decimal(-1))
    if stated.low <= 0 or told.low <= 0:
        return False
    return told.over(stated).meets(reach)


def between(wording: Wording, change: Mark, new: Mark, old: Mark) -> Claim | None:
    """A change from one amount to another, if they are comparable."""
    pair = in_one_currency(new, old) if new.figure is not old.figure else None
    if pair is None or not _comparable(*pair) or not isinstance(change.figure, Proportion):
        return None
    reached, left = pair
    if "reached" in new.names:
        reached = replace(reached, bound="exact")  # Spanish and Dutch have one word for "to" and "up to"
    claim = told(wording, "change", reached, left, change.figure)
    told_by_figures = "wayless" in change.names or "change" not in change.names  # "that is 12%"
    falls = reached.value < left.value if told_by_figures else change.falls
    return replace(claim, proportion=change.figure, falls=falls)


def ratio_of(claim: Claim) -> Interval | None:
    """The factor that follows from the two amounts, over the one stated."""
    assert claim.object is not None
    assert claim.proportion is not None
    old, stated = strictly(claim.object), _stated(claim, claim.proportion)[1].moved(Decimal(1))
    if old.low <= 0 or stated.low <= 0 or claim.subject.value <= 0:
        return None
    return strictly(claim.subject).over(old).over(stated)


def _compounds(claim: Claim) -> bool:
    """Whether a change repeated each year for some years is that of the two amounts: "9% a year from 550bn to
    1,320bn"."""
    assert claim.object is not None
    assert claim.proportion is not None
    old, growth = strictly(claim.object), _stated(claim, claim.proportion)[1].moved(Decimal(1))
    if old.low <= 0 or growth.low <= 0 or claim.subject.value <= 0:
        return False
    reached = strictly(claim.subject).over(old)
    return any(Interval(growth.low**n, growth.high**n).meets(reached) for n in range(2, _YEARS))


def judge_change(claim: Claim, grounds: Grounds) -> Finding:
    """The change that follows from the two amounts, both ends of their rounding carried through."""
    if claim.proportion is None:
        return judge_difference(claim, grounds)
    old, new, proportion = claim.object, claim.subject, claim.proportion
    assert old is not None
    assert proportion is not None
    spread = strictly(old)
    if new.value <= 0 or spread.low <= 0:
        return Finding("not_enough_info", NoPercentage(money(old), money(new)))
    factor, factors = EXACT.divide(new.value, old.value), strictly(new).over(spread)
    computed, reach = factor - 1, factors.moved(Decimal(-1))
    stated, strict = _stated(claim, proportion)
    multiple, said = proportion.kind == "times", words(proportion.text)
    coarse = coarsely(new).over(coarsely(old)).moved(Decimal(-1))
    found = weigh_proportion(stated, strict, computed, reach, grounds.tolerance, coarse)
    if (ends := openly(new, old)) is not None:
        found = spare(found, ends[0].over(ends[1]).moved(Decimal(-1)))
    if multiple and found.verdict == "refuted" and _is_roughly(proportion, claim, factor):
        found = replace(found, verdict="close")
    return Finding(
        found.verdict,
        Change(money(old), money(new), factor, *factors, multiple, claim.falls, said),
        stated,
        computed,
        found.interval,
        found.deviation_percent,
        band=reach,
        steps=(Divided(money(new), money(old), factor, "factor"), LessOne(factor, computed)),
    )


KIND = Kind("change", find, judge_change)


def _stated(claim: Claim, proportion: Proportion) -> tuple[Decimal, Interval]:
    """The change as a fraction of the old amount, with its interval: "down 12 %" is -0.12, "tripled" 2."""
    value, edges = proportion.value, strictly(proportion)
    if proportion.kind == "times":
        if value < 1 and proportion.bound != "exact":  # "more than halved" is to less than half
            edges = edges.times(Decimal(-1)).moved(value * 2)
        if claim.falls and value > 1:
            one = Interval(Decimal(1), Decimal(1))
            value, edges = EXACT.divide(Decimal(1), value), one.over(edges)
        return value - 1, edges.moved(Decimal(-1))
    return (-value, edges.times(Decimal(-1))) if claim.falls else (value, edges)


def _is_roughly(times: Proportion, claim: Claim, factor: Decimal) -> bool:
    """Whether a multiple in words is not far off: "triple" of 3.3, which none would write so."""
    one = Decimal(1)
    factor = EXACT.divide(one, factor) if claim.falls or times.value < 1 else factor
    value = max(times.value, EXACT.divide(one, times.value))
    near = Interval.around(value, EXACT.divide(value, _ROUGH)).meets(Interval(factor, factor))
    return times.bound == "exact" and value % 1 == 0 and near


def _comparable(new: Amount, old: Amount) -> bool:
    """Whether both are gains or both losses, since from a loss to a profit there is no percentage; and of one
    order: a profit is not set against that of a share."""
    apart = new.value >= _MOST * old.value or old.value >= _MOST * new.value
    alike = old.value <= 0 or new.value <= 0 or not apart
    return alike and ("loss" in (old.notes or ())) == ("loss" in (new.notes or ()))
