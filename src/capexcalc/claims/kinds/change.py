"""A rise or fall between two amounts: "up 12 % to 2.3bn from 2.0bn", "tripled", "doublé"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import chain

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..grammar.constructions import Match, matches
from ..grammar.marks import UNITS, Mark
from ..grammar.wording import LONG, Wording
from ..verdicts.evidence import Grounds
from ..verdicts.facts import Change
from ..verdicts.finding import Finding, money, words
from ..verdicts.missing import NoPercentage
from ..verdicts.verdict import coarsely, openly, spare, spare_round, weigh_proportion
from ..verdicts.working import Divided, LessOne
from .another_base import is_over_another_base
from .change_words import (
    begins_anew,
    begins_with_it,
    heads_money,
    is_concluded,
    is_headed,
    is_made,
    is_moved_by,
    is_multiplied,
    is_of_a_whole,
    is_of_difference,
    is_one_of_two,
    is_only_one_before,
    is_open,
    is_over_past,
    is_said_after,
    is_told_alone,
    is_told_along,
    is_told_to_end,
    is_told_without,
    leads_from,
    leads_on,
    leads_to,
    leads_up_to,
    may_be_occasions,
)
from .changed import (
    between,
    compounds,
    factor_of,
    fits,
    goes_against,
    held_to_nearly,
    is_near,
    is_roughly,
    old_of,
    ratio_of,
    stated_of,
    steps_to_old,
    turned,
)
from .difference import find_difference, is_exact, judge_difference
from .difference_then import differences_since_then
from .kind import Kind
from .not_between import is_not_between
from .of_a_thing import is_of_a_thing
from .other_bases import is_compared_twice, is_of_cut, is_of_past, is_turned, names_own_base
from .other_changes import has_own_subject, is_of_a_year, is_of_another, is_parted, may_be_of_another
from .otherwise import is_changed_otherwise, is_of_own_figures, is_told_of_occasions
from .pairs import ALIKE, best, closest, stated_at
from .since_then import NEAR, hardly_goes_on, pairs_since_then
from .than_now import told_than_now
from .then_and_now import is_of_now, then_and_now
from .told_by_gap import changes_told_by_gap

_ROUGHLY = Interval(Decimal("0.4"), Decimal("2.5"))  # of a change to one that is surely told of the sum


def find(wording: Wording) -> Iterator[Claim]:
    """Each change that a construction binds to the amount reached and the one left, once."""
    standing = list(matches("change", wording))
    bound = {stated_at(each): each for each in closest(partial(_claim, wording), standing)}
    for one_way in wording.one_way:
        for each in closest(partial(_claim, one_way), matches("change", one_way)):
            at = stated_at(each)
            if at not in bound or (_holds(each) and not _holds(bound[at])):
                bound[at] = each
    found = list(bound.values())
    known = {each.proportion.start for each in found if each.proportion is not None}
    found += [each for each in _since_then(wording) if each.proportion and each.proportion.start not in known]
    known = {stated_at(each) for each in found}
    told = chain(differences_since_then(wording), told_than_now(wording))
    found += [each for each in told if stated_at(each) not in known]
    known = {stated_at(each) for each in found}
    found += [each for each in changes_told_by_gap(wording, standing) if stated_at(each) not in known]
    found = [each for each in found if not _is_told_otherwise(wording, each)]
    return filter(None, (held_to_nearly(wording, each) for each in found))


def _holds(claim: Claim) -> bool:
    return is_exact(claim) if claim.proportion is None else fits(claim)


def _since_then(wording: Wording) -> Iterator[Claim]:
    """The change from a sum of before, which the sentence tells, to that of the sentence before it, or its
    own."""
    for change, new, old, sure in chain(pairs_since_then(wording), then_and_now(wording)):
        claim = between(wording, change, new, old)
        claim = (turned(claim) if "times" in change.names else None) or claim
        sure = sure and not (wording.adjusted or is_of_a_year(wording, change))
        sure = sure and claim is not None and not goes_against(claim)
        if claim is not None and (fits(claim) or (sure and is_near(claim, NEAR))):
            yield claim


def _is_told_otherwise(wording: Wording, claim: Claim) -> bool:
    fails = claim.proportion is not None and claim.object is not None and not fits(claim)
    return fails and (
        is_told_of_occasions(wording, claim)
        or is_of_a_thing(wording, claim)
        or is_of_cut(wording, claim)
        or is_of_own_figures(wording, claim)
        or is_not_between(wording, claim)
        or is_over_another_base(wording, claim)
        or is_changed_otherwise(wording, claim, ratio_of)
    )


def _claim(wording: Wording, match: Match) -> Claim | None:
    """The change a construction tells; where the sentence only takes a sum up, from the one that fits."""
    if match.first("GAP", "SURPLUS", "SUM") is not None:
        return find_difference(wording, match)
    change = match.first("CHANGE", "rise", "named", "TIMES", "PERCENT", "TOLD", "MORE", "HOW", "growth")
    if match.first("was") is not None:
        return None if change is None else _of_sum_before(wording, match, change)
    new, old = match.first("NEW", "NOW", "topic"), match.first("OLD", "FROM", "OF", "LED", "PRIOR", "BASIS")
    if change is None or old is None or not isinstance(change.figure, Proportion):
        return None
    if new is None:  # the sum that the text is about, wherever that stands
        new = Mark({"topic"}, wording.sentence.start, wording.sentence.start)
    if "PERCENT" in dict(match.found) and is_made(wording, change):
        return None
    if is_multiplied(wording, change, old):
        return None
    if is_of_another(wording, match, change, new, old) or is_of_difference(wording, new, change):
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
    further = match.first("topic") is not None and leads_on(wording, change, old)
    other = match.first("which") is not None and wording.measures
    loose = bool(another) or other or further or may_be_of_another(wording, change, old)
    loose = loose or is_one_of_two(wording, change) or may_be_occasions(wording, change)
    loose = loose or is_told_along(wording, old) or is_told_without(wording, change)
    loose = loose or is_compared_twice(wording, change, old) or names_own_base(wording, change, new, old)
    led = match.first("LED")
    loose = loose or (led is not None and not leads_up_to(wording, change, led))
    loose = loose or (
        max(change.start, old.start) < new.start and begins_anew(wording, match.first("and"), old)
    )
    loose = loose or (match.first("HOW") is not None and is_of_a_whole(wording, change))
    if "topic" in new.names and old.start < change.start and "growth" not in change.names:
        # "an increase of 20% in passengers"
        loose = loose or not is_told_to_end(wording, change)
    loose = loose or is_of_past(wording, change, old)
    ahead = change.start < old.start
    apart = (is_parted(wording, change, old) and not leads_from(wording, change, old)) if ahead else True
    apart = apart and not leads_to(wording, change, new)
    apart = apart and has_own_subject(wording, None if ahead else old, change)
    first = min(new, old, key=_start) if "topic" not in new.names else old
    if is_headed(wording, change, first) and not leads_from(wording, change, first):
        apart = not heads_money(wording, first)
    claims = [between(wording, change, each, old) for each in news]
    if is_moved_by(wording, change, old):
        claims, loose = [*claims, *map(turned, claims)], True
    found = best(
        claims,
        ratio_of,
        match,
        lambda one: wording.is_topic(one.subject),
        loose=loose or apart,
        near=lambda one: match.construction.wild and not apart and _is_meant(wording, old, change, one),
    )
    if is_turned(match, found if found is None or not fits(found) else None, turned):
        return None
    planned = match.construction.wild or (
        "topic" in new.names and ("prior" in old.names or "times" in change.names)
    )
    if found is not None and not planned and _is_from_difference(found):
        return None
    told = "topic" in new.names or change.start > max(new.start, old.start)
    misses = found is not None and not fits(found) and (told or compounds(found))
    if misses and is_of_a_year(wording, change):
        return None
    if found is not None and is_open(old) and "topic" not in new.names and goes_against(found):
        return None  # "40 cents compared with below 40 cents; a rise of 43%"
    if found is None or "topic" not in new.names:
        return found
    reverse = next(filter(None, map(turned, claims)), None) if change.falls else None
    if reverse is not None and not fits(found):
        return reverse  # "in the plan before it was 8bn, a third less"
    ratio = ratio_of(found)  # "The plan is 170bn. The group had 9.8bn from sales, which is a rise of 14%"
    return found if ratio is None or ratio.meets(ALIKE) else None


def _start(mark: Mark) -> int:
    return mark.start


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
    alone = "amount" not in wording.places if now is None else _is_said_of(wording, change, now)
    sure = alone and len(near) == 1 and "measured" not in old.names and not is_open(old)
    sure = sure and is_told_alone(wording, change) and not wording.adjusted
    own = has_own_subject(wording, _before(now, change), change) and not (
        now is not None and begins_with_it(wording)
    )
    sure = sure and wording.since <= LONG and not own
    return best(claims, ratio_of, match, loose=True, near=lambda one: sure and one.subject.value in near)


def _before(now: Mark | None, change: Mark) -> Mark | None:
    return now if now is not None and now.start < change.start else None


def _is_said_of(wording: Wording, change: Mark, now: Mark) -> bool:
    """Whether a change is told of the only sum of a sentence, which follows it after a colon or is told to be
    of now."""
    if is_said_after(wording, change, now):
        return True
    told = wording.names_one_sum and is_of_now(wording, wording.sentence.start, change.start)
    return told and now.start < change.start and hardly_goes_on(wording, change)


def _is_meant(wording: Wording, old: Mark, change: Mark, claim: Claim) -> bool:
    """Whether a change, in whatever words, can hardly be meant of another sum than the one of before that the
    sentence tells."""
    if wording.measures or wording.adjusted or is_over_past(wording, change):
        return False
    concluded = is_concluded(wording, old, change)
    if is_only_one_before(wording, old) and (concluded or change.start < old.start):
        return is_near(claim, _ROUGHLY)
    return concluded and is_near(claim)


def _is_from_difference(claim: Claim) -> bool:
    """Whether a change that does not fit is one from the difference of its figures to the later one, which is
    then more by the other: "100.9bn, more than in the year before by 7.3bn, or 7.8%"."""
    assert claim.object is not None
    apart = claim.object.value if claim.falls else -claim.object.value
    before = EXACT.add(claim.subject.value, apart)
    return not fits(claim) and fits(replace(claim, object=replace(claim.object, value=before)))


def judge_change(claim: Claim, grounds: Grounds) -> Finding:
    """The change that follows from the two amounts, both ends of their rounding carried through."""
    if claim.proportion is None:
        return judge_difference(claim, grounds)
    old, new, proportion = old_of(claim), claim.subject, claim.proportion
    factors, coarse = factor_of(claim), factor_of(claim, coarsely)
    if factors is None:
        return Finding("not_enough_info", NoPercentage(money(old), money(new)))
    factor = EXACT.divide(new.value, old.value)
    computed, reach = factor - 1, factors.moved(Decimal(-1))
    stated, strict = stated_of(claim, proportion)
    multiple, said = proportion.kind == "times", words(proportion.text)
    roughly = None if coarse is None else coarse.moved(Decimal(-1))
    found = weigh_proportion(
        stated, strict, computed, reach, grounds.tolerance, roughly, nearly=proportion.nearly
    )
    if (ends := openly(new, old)) is not None:
        found = spare(found, ends[0].over(ends[1]).moved(Decimal(-1)))
    found = spare_round(found, proportion, grounds.tolerance)
    if multiple and found.verdict == "refuted" and is_roughly(proportion, claim, factor):
        found = replace(found, verdict="close")
    return Finding(
        found.verdict,
        Change(money(old), money(new), factor, *factors, multiple, claim.falls, said),
        stated,
        computed,
        found.interval,
        found.deviation_percent,
        band=reach,
        steps=(
            *steps_to_old(claim),
            Divided(money(new), money(old), factor, "factor"),
            LessOne(factor, computed),
        ),
    )


KIND = Kind("change", find, judge_change)
