"""A part of a whole: "a quarter of the 40bn, or 10bn"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from ...reading.mentions import Amount, Proportion
from ..claim import Claim, object_of
from ..grammar.constructions import Match, matches
from ..grammar.marks import OF_ONE, UNITS, Mark, in_one_currency
from ..grammar.sentence import SEMICOLONS
from ..grammar.wording import COMPARED, LONG, Wording
from .kind import Kind
from .other_shares import is_added_to, is_left_behind, is_of_more_than_gap, is_stake
from .pairs import ALIKE, best, closest, fits_as_it_stands, told
from .share_figures import ROUGHLY, fits, is_far, is_near, is_rest, is_smaller, judge_share, ratio_of
from .share_lists import are_alternatives, are_halves, are_listed, are_of_others, is_among_others, is_one_half
from .share_otherwise import fits_by_chance, may_be_of_others
from .share_whole import (
    NAMED,
    is_base_of_another,
    is_beside_whole,
    is_bought,
    is_listed,
    is_of_money,
    is_price,
    is_whole,
    may_name_whole,
    names_own_whole,
)
from .share_words import (
    OF_OR_FROM,
    compares,
    is_apart,
    is_begun_anew,
    is_compared,
    is_included,
    is_inside,
    is_of_another,
    is_of_before,
    is_of_economy,
    is_of_more,
    is_of_part,
    is_of_rest,
    is_of_the_sum,
    is_of_things,
    is_of_what_is_named,
    is_over_all,
    is_part_of_it,
    is_whole_of_another,
    may_be_of_number,
    may_be_time,
    says_again,
    tells_change,
)

# Of the share stated, that two figures make at least if the one is told as a part of the other: a million for
# a billion makes twice as much.
_LEAST = Decimal("0.0005")
_WAS = COMPARED | {"earlier"}
_THAT = frozenset(("part_of", "of_it"))
_TIMES = frozenset("x×*X")


def find(wording: Wording) -> Iterator[Claim]:
    """Each share that a construction binds to its part and its whole, once."""
    wording = wording.now
    found = closest(partial(_claim, wording), matches("share", wording), ratio_of)
    for each in found:
        if not (fits_by_chance(wording, each) if fits(each) else may_be_of_others(wording, each)):
            yield each


def _claim(wording: Wording, match: Match) -> Claim | None:
    sentence = wording.sentence
    share, part, whole = (
        match.first("SHARE", "ITS"),
        match.first("PART", "LISTED"),
        match.first("WHOLE", "POOL"),
    )
    if share is None or part is None or not isinstance(share.figure, Proportion):
        return None
    if share.start < part.start and is_of_things(wording, match, share):
        return None
    if not SEMICOLONS.isdisjoint(sentence.text[share.end : part.start]):
        return None  # "it pays 45%; others spend 28bn"
    if is_added_to(wording, part):
        return None  # "1bn plus 380m is no tenth of the 16bn"
    if wording.sentence.between(("plus",), part.end, share.start):
        return None  # "90% of the first 700, plus 32% of what it has up to 3,000"
    if is_of_what_is_named(wording, match, share) or (whole and is_inside(wording, part, share)):
        return None
    if is_part_of_it(wording, match, share, part) or says_again(wording, share, part):
        return None
    if whole is None and match.construction.loose and "prior" in part.names:
        return None  # "it exceeds the one before, which had 25bn, by 60%"
    led = match.first("of|part_of|from")
    if led is not None and "of_it" in led.names:
        return None  # "of this, 4bn was spent, or 95%, and 1bn was not"
    if (is_base_of_another(wording, part) and part.start < share.start) or is_left_behind(match, part):
        return None
    if is_included(wording, part, share) or (whole is not None and compares(wording, share, whole)):
        return None
    if whole is not None and part.start < share.start and may_be_time(wording, share, whole):
        return None
    proportion = share.figure
    wholes = [whole] if whole is not None else wording.wholes(match.start)
    wholes = [each for each in wholes if "later" not in each.names or each.start < part.start]  # "to $5.50"
    if whole is None and ("gap" in part.names or tells_change(wording, share)):
        return None  # "95 cents higher, or 2.6 percent"
    if whole is None and (is_of_economy(wording, share) or is_over_all(match, share)):
        return None
    if is_compared(wording, share) or (share.start < part.start and is_among_others(wording, share, part)):
        return None
    if whole is None and not match.construction.wild and is_of_another(wording, share):
        return None
    if whole is not None and is_begun_anew(wording, share, whole):
        return None
    yearly = _yearly(wording, part, wholes) if whole is None else []
    if whole is None:  # "2bn a year, with a quarter of it, 3bn, for research"
        wholes = [each for each in wholes if each.names & UNITS == part.names & UNITS]
    wild, of_it = match.construction.wild, match.first("part_of", "of_it")
    begun = of_it is not None
    about = wording.commitment is not None and wording.commitment.period is not None
    vague = whole is None and not about  # "a quarter of the total", after whatever sums
    if whole is None:
        wholes += wording.mentioned() if begun and part.names.isdisjoint(UNITS) else []
    read = (_told(wording, match, part, each, proportion) for each in wholes)
    claims = [each for each in read if each is not None and _is_of_whole(wording, each)]
    also = (_told(wording, match, part, each, proportion) for each in yearly)
    claims += [each for each in also if each is not None and fits(each)]
    if whole is None:  # "The last plan had 8bn. A quarter of the money, 3bn": that of the new one
        past = {each.amount.start for each in wording.antecedents if each.past}
        claims = [each for each in claims if object_of(each).start not in past or fits(each)]
        claims = [each for each in claims if not is_rest(each, proportion)]
    if "listed" in part.names:
        claims = [each for each in claims if _is_of_list(wording, share, each)]
    last = match.found[-1][1]  # "of the total", but not "of the total lent", "half of them Canadian"
    named = match.first(*NAMED, "LISTED") is not None and (last.figure is not None or last.closed)
    named = named and not (share.start > part.start and is_bought(wording, share))
    named = named or is_beside_whole(wording, share, part) or is_listed(wording, share, part)
    named = named or is_of_money(wording, share)
    taken_up = of_it is not None and not is_whole(wording, of_it)
    other = whole is None and wording.measures and not taken_up  # "sales were 3bn, or 30% of the total"
    other = other or (whole is None and (is_of_more(last) or is_one_half(wording, share)))
    other = other or (whole is None and is_of_another(wording, share, OF_OR_FROM))
    other = other or (
        whole is not None and whole.start < part.start < share.start and _goes_on(wording, share)
    )
    other = other or is_of_rest(wording, share, part) or not part.names.isdisjoint(_WAS)
    other = other or is_of_before(wording, part) or is_of_more_than_gap(wording, match, share, part)
    other = other or (whole is None and is_stake(wording, share))
    other = other or (match.construction.wild and whole is None and is_of_part(wording, share, part))
    other = other or (whole is None and match.construction.wild and is_apart(wording, share, part))
    other = other or (whole is not None and sentence.between(("along", "with"), share.end, whole.start))
    equated = "or|equivalence" in dict(match.found) and wording.names_one_sum
    equated = equated and not (share.start > part.start and may_name_whole(wording, share))
    goes_on = "part_of" in last.names and "of_it" not in last.names and not last.closed
    goes_on = goes_on and whole is None  # "60% of the costs of roads"
    own = whole is None and (names_own_whole(wording, share) or is_price(wording, share, part))
    near = wording.since <= LONG or match.first("of_it", "of_all", "part_of") is not None
    alone = wording.names_one_sum or "listed" in part.names
    reach = ROUGHLY if _is_right_beside(wording, share, part) else ALIKE
    bound = whole is None and (named or equated) and alone and near and not (other or own or wording.measures)
    inner = (each for each in claims if object_of(each).start >= wording.sentence.start)
    bound = bound and not any(map(fits, inner))  # of "600m, 40% of the money, of which 15%, or 90m"
    found = best(
        claims,
        ratio_of,
        match,
        lambda one: wording.is_topic(object_of(one)) or (not wild and wording.is_first(object_of(one))),
        loose=vague or other or own or goes_on,
        near=lambda one: bound and is_near(one, reach),
    )
    gap = "gap" in part.names and match.first("POOL") is None
    if found and (gap or is_whole_of_another(wording, part)) and not fits(found):
        return None  # "the rise of 82m, or 16%, was driven by 139m from it"
    if whole is not None and not is_of_the_sum(wording, share, whole) and found and is_far(found):
        return None  # "the dollar ended at 1.78 lira, the euro lost 0.3 percent to 2.27 lira"
    if found is None or fits(found) or object_of(found).start >= wording.sentence.start:
        return found
    if _is_of_that(wording, share, part) and _is_of_sum_before(wording, share, found):
        return None  # "It cost 60bn, while roads got half of that amount, 34bn"
    return None if is_far(found) or may_be_of_number(wording, share, part) else found


def _yearly(wording: Wording, part: Mark, wholes: Iterable[Mark]) -> list[Mark]:
    """A year's money of the same sentence, of which a part that names no year may be one: "310m a year, of
    which 30 %, or 93m"."""
    here = [each for each in wholes if each.start >= wording.sentence.start and each.names & UNITS]
    return [] if part.names & UNITS else [replace(each, names=each.names - UNITS) for each in here]


def _is_of_whole(wording: Wording, claim: Claim) -> bool:
    """Whether a share may be one of its whole: of a sum of another sentence that the text is not about, if
    it fits that as it stands."""
    whole = object_of(claim)
    beside = whole.start >= wording.sentence.start
    about = wording.commitment is not None and wording.commitment.period is not None
    return beside or not about or wording.is_topic(whole) or fits_as_it_stands(claim, ratio_of)


def _is_right_beside(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether nothing but a word like "or" parts a share and an amount that the text sets apart."""
    first, second = sorted((share, part), key=lambda mark: mark.start)
    between = wording.beginning(first.end, second.start)
    equated = len(between) == 1 and not between[0].names.isdisjoint(("or", "equivalence"))
    return equated and not (between[0].words or second.words) and bool(between[0].stops or second.closed)


def _is_of_list(wording: Wording, share: Mark, claim: Claim) -> bool:
    return fits(claim) or not are_of_others(wording, share, object_of(claim))


def _is_of_sum_before(wording: Wording, share: Mark, claim: Claim) -> bool:
    """Whether another sum stands before a share in its sentence, which is more than its part."""
    before = (mark.figure for mark in wording.amount_marks if mark.end <= share.start)
    alike = (each for each in before if isinstance(each, Amount) and each.currency == claim.subject.currency)
    return any(each.value > claim.subject.value for each in alike)


def _is_of_that(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether a share is followed by a word that takes a sum up, and that by its part: "half of that amount,
    34bn"."""
    between = wording.beginning(share.end, part.start)
    takes_up = len(between) == 1 and not (between[0].words or between[0].stops or part.words)
    return takes_up and "of_all" not in between[0].names and not between[0].names.isdisjoint(_THAT)


def _goes_on(wording: Wording, share: Mark) -> bool:
    """Whether a share is told to be of something that is no word for the sum: "of the 12bn, 3bn goes to
    farmers, or 30% of what they need"."""
    of = next(iter(wording.following(share.end)), None)
    return of is not None and "of" in of.names and not (of.words or of.stops) and of.names.isdisjoint(NAMED)


def _told(wording: Wording, match: Match, part: Mark, whole: Mark, proportion: Proportion) -> Claim | None:
    pair = in_one_currency(part, whole)
    if pair is None or not is_smaller(*pair, proportion) or part.names & OF_ONE != whole.names & OF_ONE:
        return None  # "10% of it for $300m, or $5 a share"
    if _is_multiplied(wording, match) or are_listed(wording, part, whole):
        return None
    if are_alternatives(wording, match, part, whole):
        return None
    share = match.first("SHARE", "ITS")
    if share is not None and any(
        are_halves(share, mark) for mark in wording.following(whole.end) if not mark.words
    ):
        return None
    claim = replace(told(wording, "share", *pair, proportion), proportion=proportion)
    ratio = ratio_of(claim)
    return claim if ratio is None or ratio.high > _LEAST else None


def _is_multiplied(wording: Wording, match: Match) -> bool:
    """Whether a share is a factor of more: "420m (2,000m x 3% x 7 years)"."""
    share = match.first("SHARE", "ITS")
    text, end = wording.sentence.text, wording.sentence.end
    after = text[share.end : min(end, share.end + 3)].split() if share is not None else []
    return bool(after) and after[0] in _TIMES


KIND = Kind("share", find, judge_share)
