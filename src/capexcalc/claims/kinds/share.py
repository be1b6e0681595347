"""A part of a whole: "a quarter of the 40bn, or 10bn"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, Proportion
from ..claim import Claim, object_of
from ..grammar.constructions import Match, matches
from ..grammar.marks import OF_ONE, UNITS, Mark, in_one_currency
from ..grammar.sentence import WAYS
from ..grammar.wording import COMPARED, LONG, Wording
from ..verdicts.evidence import Grounds, in_currency
from ..verdicts.facts import Share
from ..verdicts.finding import Finding, money, quotes, rounded, words
from ..verdicts.missing import NoShare
from ..verdicts.verdict import coarsely, openly, spare, spare_round, strictly, weigh_proportion
from ..verdicts.working import Divided
from .kind import Kind
from .other_shares import is_added_to, is_left_behind, is_of_more_than_gap, is_stake, of_lower
from .otherwise import is_told_otherwise
from .pairs import ALIKE, ONE, best, closest, fits_as_it_stands, likely, stated_at, told
from .share_whole import (
    NAMED,
    is_base_of_another,
    is_beside_share_of_whole,
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
    are_alternatives,
    are_halves,
    are_listed,
    are_of_others,
    compares,
    is_among_others,
    is_apart,
    is_begun_anew,
    is_compared,
    is_included,
    is_inside,
    is_of_another,
    is_of_before,
    is_of_economy,
    is_of_more,
    is_of_number,
    is_of_part,
    is_of_rest,
    is_of_the_sum,
    is_of_things,
    is_of_what_is_named,
    is_one_half,
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
ROUGHLY = Interval(Decimal("0.4"), Decimal("2.5"))  # of a share right beside its part to what that makes
_NEARLY = Interval(Decimal("0.8"), Decimal("1.25"))  # of figures as they stand to the share stated of them
_WAS = COMPARED | {"earlier"}
_TIMES = frozenset("x×*X")
_MOVES = frozenset((*WAYS, "idle", "way", "moved"))
_OPENING = frozenset("(（[【")


def find(wording: Wording) -> Iterator[Claim]:
    """Each share that a construction binds to its part and its whole, once."""
    wording = wording.now
    found = closest(partial(_claim, wording), matches("share", wording), ratio_of)
    for each in found:
        if not (_fits_by_chance(wording, each) if _fits(each) else _may_be_of_others(wording, each)):
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
    claims += [each for each in also if each is not None and _fits(each)]
    if whole is None:  # "The last plan had 8bn. A quarter of the money, 3bn": that of the new one
        past = {each.amount.start for each in wording.antecedents if each.past}
        claims = [each for each in claims if object_of(each).start not in past or _fits(each)]
        claims = [each for each in claims if not _is_rest(each, proportion)]
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
    bound = bound and not any(map(_fits, inner))  # of "600m, 40% of the money, of which 15%, or 90m"
    found = best(
        claims,
        ratio_of,
        match,
        lambda one: wording.is_topic(object_of(one)) or (not wild and wording.is_first(object_of(one))),
        loose=vague or other or own or goes_on,
        near=lambda one: bound and _is_near(one, reach),
    )
    gap = "gap" in part.names and match.first("POOL") is None
    if found and (gap or is_whole_of_another(wording, part)) and not _fits(found):
        return None  # "the rise of 82m, or 16%, was driven by 139m from it"
    if whole is not None and not is_of_the_sum(wording, share, whole) and found and _is_far(found):
        return None  # "the dollar ended at 1.78 lira, the euro lost 0.3 percent to 2.27 lira"
    if found is None or _fits(found) or object_of(found).start >= wording.sentence.start:
        return found
    return None if _is_far(found) or may_be_of_number(wording, share, part) else found


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


def _is_far(claim: Claim) -> bool:
    """Whether a share is too far from fitting to be meant of a sum of another sentence."""
    ratio = ratio_of(claim)
    return ratio is not None and not likely(ratio, ROUGHLY)


def _is_near(claim: Claim, reach: Interval = ALIKE) -> bool:
    ratio = ratio_of(claim)
    return ratio is not None and ratio.meets(reach)


def _is_right_beside(wording: Wording, share: Mark, part: Mark) -> bool:
    """Whether nothing but a word like "or" parts a share and an amount that the text sets apart."""
    first, second = sorted((share, part), key=lambda mark: mark.start)
    between = wording.beginning(first.end, second.start)
    equated = len(between) == 1 and not between[0].names.isdisjoint(("or", "equivalence"))
    return equated and not (between[0].words or second.words) and bool(between[0].stops or second.closed)


def _fits(claim: Claim) -> bool:
    ratio = ratio_of(claim)
    return ratio is not None and ratio.meets(ONE)


def _fits_by_chance(wording: Wording, claim: Claim) -> bool:
    """Whether nothing but the rounding of its figures lets a share fit a sum of another sentence: "The plan
    has 6bn. Roads get 2bn, or 45%"."""
    part, whole, told = claim.subject, object_of(claim), claim.proportion
    if told is None or whole.start >= wording.sentence.start or part.currency != whole.currency:
        return False
    exact = part.bound == whole.bound == told.bound == "exact" and bool(whole.value and told.value)
    share = EXACT.divide(EXACT.divide(part.value, whole.value), told.value) if exact else Decimal(1)
    return exact and not Interval(share, share).meets(_NEARLY)


def _may_be_of_others(wording: Wording, claim: Claim) -> bool:
    """Whether a share that fails is another relation that fits, or one that other amounts of its sentence
    make with its part or its whole, or that a rise makes with the sum before it; or of a number between its
    part and itself, or of what its whole is one of."""
    if is_told_otherwise(wording, claim, ratio_of):
        return True
    if is_of_number(wording, claim) or is_beside_share_of_whole(wording, claim):
        return True
    if any(fits_as_it_stands(each, ratio_of) for each in of_lower(wording, claim)):
        return True
    part, whole = claim.subject, object_of(claim)
    risen = any(not mark.names.isdisjoint(_MOVES) for mark in wording.preceding(part.start, 2))
    before = wording.earlier if risen and whole.start < wording.sentence.start else ()
    here = [each for each in wording.sentence.amounts if each.start not in (part.start, whole.start)]
    held = wording.sentence.text[part.end : stated_at(claim)].strip() in _OPENING  # "5m (40%)"
    others = [replace(claim, subject=each) for each in here if not held]
    others += [replace(claim, object=each) for each in (*here, *before)]
    alike = (each for each in others if each.subject.currency == object_of(each).currency)
    return any(fits_as_it_stands(each, ratio_of) for each in alike)


def _is_rest(claim: Claim, proportion: Proportion) -> bool:
    """Whether an amount is what a share leaves: "it was 12 euros; take off 60 %, and 5 euros are left"."""
    ratio = ratio_of(claim)
    if ratio is None or ratio.meets(ONE) or proportion.value == 1:
        return False
    return ratio.times(EXACT.divide(proportion.value, 1 - proportion.value)).meets(ONE)


def _is_of_list(wording: Wording, share: Mark, claim: Claim) -> bool:
    return _fits(claim) or not are_of_others(wording, share, object_of(claim))


def _goes_on(wording: Wording, share: Mark) -> bool:
    """Whether a share is told to be of something that is no word for the sum: "of the 12bn, 3bn goes to
    farmers, or 30% of what they need"."""
    of = next(iter(wording.following(share.end)), None)
    return of is not None and "of" in of.names and not (of.words or of.stops) and of.names.isdisjoint(NAMED)


def _told(wording: Wording, match: Match, part: Mark, whole: Mark, proportion: Proportion) -> Claim | None:
    pair = in_one_currency(part, whole)
    if pair is None or not _is_smaller(*pair, proportion) or part.names & OF_ONE != whole.names & OF_ONE:
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


def _is_smaller(part: Amount, whole: Amount, share: Proportion) -> bool:
    """Whether one amount is smaller than the other, as a share of it is; "120 % of" is larger."""
    return (part.value - whole.value) * (share.value - 1) > 0


def ratio_of(claim: Claim) -> Interval | None:
    """The share that follows from the two amounts, over the one stated."""
    assert claim.object is not None
    assert claim.proportion is not None
    whole, stated = strictly(claim.object), strictly(claim.proportion)
    if whole.low <= 0 or stated.low <= 0 or claim.subject.value <= 0:
        return None
    return strictly(claim.subject).over(whole).over(stated)


def judge_share(claim: Claim, grounds: Grounds) -> Finding:
    """Part by whole, both ends of their rounding carried through, against the share stated."""
    part, whole, proportion = claim.subject, claim.object, claim.proportion
    assert whole is not None
    assert proportion is not None
    value, market, quote = in_currency(part, whole.currency, grounds)
    spread = strictly(part)
    if quote is not None and part.value:
        # What the rounding and the market leave open, one on top of the other.
        low, high = (EXACT.divide(edge, part.value) for edge in market)
        spread = Interval(EXACT.multiply(spread.low, low), EXACT.multiply(spread.high, high))
    if whole.value <= 0 or value <= 0:
        return Finding("not_enough_info", NoShare(money(part), money(whole)))
    computed, reach = EXACT.divide(value, whole.value), spread.over(strictly(whole))
    coarse = coarsely(part).over(coarsely(whole)) if quote is None else None
    found = weigh_proportion(
        proportion.value, strictly(proportion), computed, reach, grounds.tolerance, coarse
    )
    if (ends := openly(part, whole)) is not None and quote is None:
        found = spare(found, ends[0].over(ends[1]))
    found = spare_round(found, proportion, grounds.tolerance)
    return Finding(
        found.verdict,
        Share(money(part), money(whole), computed, *reach, words(proportion.text)),
        proportion.value,
        computed,
        found.interval,
        found.deviation_percent,
        None,
        quotes(quote),
        (Divided(rounded(value, whole.currency), money(whole), computed, "percentage"),),
        band=reach,
    )


KIND = Kind("share", find, judge_share)
