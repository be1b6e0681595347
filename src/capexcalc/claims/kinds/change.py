"""A rise or fall between two amounts: "up 12 % to 2.3bn from 2.0bn", "tripled", "doublé"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import islice

from ...money.interval import Interval
from ...money.money import EXACT
from ...reading.mentions import Amount, PeriodMention, Proportion
from ..claim import YEAR, Claim, length
from ..constructions import Match, matches
from ..evidence import Grounds
from ..facts import Change
from ..finding import Finding, money, words
from ..kind import Kind
from ..marks import UNITS, Mark
from ..missing import NoPercentage
from ..sentence import Sentence, count_words
from ..verdict import coarsely, strictly, weigh_proportion
from ..walk import FURTHEST
from ..wording import Wording, in_one_currency
from ..working import Divided, LessOne
from .difference import find_difference, judge_difference
from .pairs import ALIKE, ONE, best, closest, told

_ROUGH = 4  # "double" is near from 1.75 to 2.25
_LEADING = frozenset(("old", "from", "base"))  # up to what something was
_CLOSE = 40  # characters between "a close" and its amount
_BESIDE = 3  # words between an amount and the week, month or quarter it is of
_CLAUSE = frozenset(",;:.(，；：。（、")
_MOST = 1000  # times that anything is said to have grown


def find(wording: Wording) -> Iterator[Claim]:
    """Each change that a construction binds to the amount reached and the one left, once."""
    return closest(partial(_claim, wording), matches("change", wording))


def _claim(wording: Wording, match: Match) -> Claim | None:
    """The change a construction tells; where the sentence only takes a sum up, from the one that fits."""
    if match.first("GAP", "SURPLUS", "SUM") is not None:
        return find_difference(wording, match)
    change = match.first("CHANGE", "rise", "named", "TIMES", "PERCENT", "TOLD", "MORE")
    if match.first("was") is not None:
        return None if change is None else _of_sum_before(wording, match, change)
    new, old = match.first("NEW", "NOW", "topic"), match.first("OLD", "FROM", "OF", "PRIOR", "BASIS")
    if change is None or old is None or not isinstance(change.figure, Proportion):
        return None
    if new is None:  # the sum that the text is about, wherever that stands
        new = Mark({"topic"}, wording.sentence.start, wording.sentence.start)
    if _is_yardstick(wording, old) or _goes_on(wording, new, old) or _is_multiplied(wording, change, old):
        return None
    if _goes_another_way(wording, change, old) or _is_of_what_follows(change, new, old):
        return None
    if _is_of_another(wording, match, change, old):
        return None
    if "topic" in new.names:
        news = [*wording.taken_up(new), *wording.mentioned()]
    else:
        news = [new, *wording.said(new.start)]
    if match.construction.wild:
        news = [*wording.said(match.start), *news]
    if "NOW" in dict(match.found) and new.names & UNITS != old.names & UNITS:
        # The sum of a plan before is no match for the money of a year, but for the sum that is of; a year's
        # money may be meant of both: "150m a year, three times the 50m of today".
        news = [*wording.topics(new.start), new] if old.names.isdisjoint(UNITS) else []
    beside = match.first("TOLD") or "topic" not in new.names  # all it may be told of stands before it
    another = "another" in change.names and new.start < change.start and beside
    loose = bool(another) or wording.adjusted or _has_base(wording, change, old)
    loose = loose or _is_since_another_time(wording, change, old)
    claims = [_told(wording, change, each, old) for each in news]
    found = best(
        claims,
        _ratio,
        match,
        lambda one: wording.is_topic(one.subject),
        loose=loose,
        near=lambda one: match.construction.wild and _is_concluded(wording, old, change) and _is_near(one),
    )
    if found is None or "topic" not in new.names:
        return found
    turned = next(filter(None, map(_turned, claims)), None) if change.falls else None
    if turned is not None and not _fits(found):
        return turned  # "in the plan before it was 8bn, a third less"
    ratio = _ratio(found)  # "The plan is 170bn. The group had 9.8bn from sales, which is a rise of 14%"
    return found if ratio is None or ratio.meets(ALIKE) else None


def _of_sum_before(wording: Wording, match: Match, change: Mark) -> Claim | None:
    """A change over the sum of the sentence just before: "Last year it was 8bn. That is a rise of 50 %.". It
    accuses only where one sum alone comes near it, and nothing else is told."""
    old, now = wording.was, match.first("NOW")
    if old is None or not isinstance(change.figure, Proportion):
        return None
    news = [now] if now is not None else [*wording.taken_up(), *wording.mentioned()]
    told = (_told(wording, change, each, old) for each in news if each.figure is not old.figure)
    claims = [each for each in told if each is not None]
    near = {each.subject.value for each in claims if _is_near(each)}
    sure = now is None and len(near) == 1 and "measured" not in old.names
    sure = sure and not (wording.measures or wording.adjusted or "amount" in wording.places)
    return best(claims, _ratio, match, loose=True, near=lambda one: sure and one.subject.value in near)


def _is_concluded(wording: Wording, old: Mark, change: Mark) -> bool:
    """Whether a change is what a sentence concludes from the only sum it names: "it was 8bn, so the cost is
    up 50 %"."""
    between = (
        wording.beginning(old.end, change.start) if wording.names_one_sum and not wording.measures else ()
    )
    return any(not mark.names.isdisjoint(("this", "equivalence")) for mark in between)


def _turned(claim: Claim | None) -> Claim | None:
    """A change as one that is told of the earlier sum, as what that is more or less than the later one, if
    it fits so."""
    if claim is None or claim.object is None:
        return None
    turned = replace(claim, subject=claim.object, object=claim.subject)
    return turned if _fits(turned) else None


def _fits(claim: Claim) -> bool:
    found = _ratio(claim)
    return found is not None and found.meets(ONE)


def _is_near(claim: Claim) -> bool:
    """Whether a change is so near the one that follows that it can be meant to be that: 30 % of 20 %, but not
    5 % of 20 %."""
    assert claim.object is not None
    assert claim.proportion is not None
    stated = _stated(claim, claim.proportion)[1]
    told = strictly(claim.subject).over(strictly(claim.object)).moved(Decimal(-1))
    if stated.low <= 0 or told.low <= 0:
        return False
    return told.over(stated).meets(ALIKE)


def _told(wording: Wording, change: Mark, new: Mark, old: Mark) -> Claim | None:
    pair = in_one_currency(new, old)
    if pair is None or not _comparable(*pair) or not isinstance(change.figure, Proportion):
        return None
    reached, left = pair
    if "reached" in new.names:
        reached = replace(reached, bound="exact")  # Spanish and Dutch have one word for "to" and "up to"
    claim = told(wording, "change", reached, left, change.figure)
    told_by_figures = "wayless" in change.names or "change" not in change.names  # "that is 12%"
    falls = reached.value < left.value if told_by_figures else change.falls
    return replace(claim, proportion=change.figure, falls=falls)


def _ratio(claim: Claim) -> Interval | None:
    """The factor that follows from the two amounts, over the one stated."""
    assert claim.object is not None
    assert claim.proportion is not None
    old, stated = strictly(claim.object), _stated(claim, claim.proportion)[1].moved(Decimal(1))
    if old.low <= 0 or stated.low <= 0 or claim.subject.value <= 0:
        return None
    return strictly(claim.subject).over(old).over(stated)


def _goes_on(wording: Wording, new: Mark, old: Mark) -> bool:
    """Whether the amount left is that of another change: "sales rose 12% to 2.3bn, profit from 1.0bn to
    1.4bn"."""
    from_it = False
    for mark in wording.following(old.end, FURTHEST) if new.start < old.start else ():
        if mark.stops or mark.words:
            return False
        if "amount" in mark.names:
            return from_it or "later" in mark.names
        from_it = from_it or "old_after" in mark.names  # 3.1억 유로에서 4.2억 유로로
    return False


def _is_yardstick(wording: Wording, old: Mark) -> bool:
    """Whether an amount is another thing than what it was: a high, what somebody expected, one of several
    figures."""
    several = len(wording.places.get("change", ())) > 1
    return "yardstick" in old.names or (several and "measured" in old.names)


def _is_of_what_follows(change: Mark, new: Mark, old: Mark) -> bool:
    """Whether a change that says neither up nor down has both of its amounts after it: "12 % from 2.0bn to
    2.24bn"."""
    between = new.figure is not None and new.start < change.start < old.start
    return between and change.names == {"change", "wayless"}


def _goes_another_way(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether the amount left has a word of its own that tells of a move the other way: "up from 545m, even
    though sales slipped by 2.2%"."""
    moved = [m for m in wording.beginning(wording.sentence.start, old.start) if "moved" in m.names]
    return bool(moved) and "times" not in change.names and moved[-1].falls != change.falls


def _is_of_another(wording: Wording, match: Match, change: Mark, old: Mark) -> bool:
    """Whether a change is of another thing than the two amounts: "2.3bn from 2.0bn, on 15% sales growth",
    "$26 from a close of $28, up 4%", "rose 2% to $18, compared with the offer price of $15", "spent 2.1bn,
    doubling the total to 4.1bn"."""
    sentence, new = wording.sentence, match.first("NEW", "NOW")
    between = wording.beginning(min(change.end, old.end), max(change.start, old.start))
    if change.start < old.start:
        if any("part_of" in mark.names and "this" not in mark.names for mark in between):
            return True  # "up 9% from a year earlier, including a charge of 500m"
        begin, end = max(sentence.start, old.start - _CLOSE), min(sentence.end, old.end + _CLOSE)
        offered = sentence.last(("offered",), begin, end) is not None
        offered = offered and new is not None and change.start < new.start
        return offered or (match.first("OF") is old and "later" in old.names)
    parted = "," in sentence.text[old.end : change.start]
    if parted and "told" in change.names and new is not None and change.start < new.start:
        return True  # "which cost $24 a year ago, rose 4% to $1.78"
    named = [mark for mark in between if mark.names != {"article"}]
    led = bool(named) and "base" in named[-1].names and not (change.stops or change.words)
    closed = sentence.last(("close_of",), max(sentence.start, old.start - _CLOSE), old.start)
    return led or (closed is not None and parted)


def _has_base(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a change is told against a time, before another word leads up to the amount: "fell 5% from a
    year earlier to 3.8bn, compared with"."""
    base, *after = wording.beginning(change.end, old.start) or (change,)
    timed = bool(after) and not after[0].names.isdisjoint(("period", "old_after"))
    return timed and not base.names.isdisjoint(_LEADING) and any(_LEADING & mark.names for mark in after[1:])


def _is_since_another_time(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a change is told since one time and the amount left is of another: "up 30% since 2019, to 13bn
    from 11bn in 2021", "doubled in ten years", "up 20% year on year to 1.2bn, from 0.9bn in the previous
    quarter"."""
    after = next(iter(wording.following(old.end)), None)
    left = after.figure if after is not None and not (after.words > 1 or after.stops) else None
    if _is_of_short_time(wording.sentence, old):
        return True  # a change of a year is what most are
    if not isinstance(left, PeriodMention):
        return False
    if left.duration is not None and length(left) < YEAR:
        return True
    between = wording.beginning(change.end, old.start)
    since = [mark.figure for mark in between if isinstance(mark.figure, PeriodMention)]
    return left.from_ is not None and any(
        each.from_ != left.from_ and (length(each) > YEAR or not length(each)) for each in since
    )


def _is_of_short_time(sentence: Sentence, old: Mark) -> bool:
    """Whether an amount is that of the week, month or quarter before: "0,90 mld zł w poprzednim kwartale"."""
    near = islice(sentence.cues_from(old.end), _BESIDE + 1)
    cue = next((cue for cue in near if cue.kind == "short_time"), None)
    between = sentence.text[old.end : cue.start] if cue is not None else ""
    return cue is not None and _CLAUSE.isdisjoint(between) and count_words(between) <= _BESIDE


def _is_multiplied(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether an amount after a multiple is what came of it, as where the multiple ends in 的, の or a Korean
    ending: "2倍の200億ドル"."""
    following = wording.sentence.text[change.end : change.end + 1]
    return "times" in change.names and change.start < old.start and "\u3040" <= following <= "\ud7af"


def judge_change(claim: Claim, grounds: Grounds) -> Finding:
    """The change that follows from the two amounts, both ends of their rounding carried through."""
    if claim.proportion is None:
        return judge_difference(claim, grounds)
    old, new, proportion = claim.object, claim.subject, claim.proportion
    assert old is not None
    assert proportion is not None
    spread = strictly(old)
    if old.value <= 0 or new.value <= 0 or spread.low <= 0:
        return Finding("not_enough_info", NoPercentage(money(old), money(new)))
    factor, factors = EXACT.divide(new.value, old.value), strictly(new).over(spread)
    computed, reach = factor - 1, factors.moved(Decimal(-1))
    stated, strict = _stated(claim, proportion)
    multiple, said = proportion.kind == "times", words(proportion.text)
    rough = coarsely(old)
    coarse = coarsely(new).over(rough).moved(Decimal(-1)) if rough.low > 0 else None
    found = weigh_proportion(stated, strict, computed, reach, grounds.tolerance, coarse)
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
            edges = Interval(value * 2 - edges.high, value * 2 - edges.low)
        if claim.falls and value > 1:
            one = Interval(Decimal(1), Decimal(1))
            value, edges = EXACT.divide(Decimal(1), value), one.over(edges)
        return value - 1, edges.moved(Decimal(-1))
    return (-value, edges.times(Decimal(-1))) if claim.falls else (value, edges)


def _is_roughly(times: Proportion, claim: Claim, factor: Decimal) -> bool:
    """Whether a multiple in words is not far off: "triple" of 3.3, which none would write so."""
    one = Decimal(1)
    factor = EXACT.divide(one, factor) if claim.falls or times.value < 1 else factor
    value = times.value if times.value >= 1 else EXACT.divide(one, times.value)
    near = Interval.around(value, EXACT.divide(value, _ROUGH)).meets(Interval(factor, factor))
    return times.bound == "exact" and value % 1 == 0 and near


def _comparable(new: Amount, old: Amount) -> bool:
    """Whether both are gains or both losses, since from a loss to a profit there is no percentage; and of one
    order: a profit is not set against that of a share."""
    apart = new.value >= _MOST * old.value or old.value >= _MOST * new.value
    alike = old.value <= 0 or new.value <= 0 or not apart
    return alike and ("loss" in (old.notes or ())) == ("loss" in (new.notes or ()))
