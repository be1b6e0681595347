"""A sum that is told to be more than that of one earlier time: "90m, more than the 80m of the year before",
"It will spend 90m. The sum exceeds the 80m of 2023".

It is held against that only where the sentence tells when the other was. One that is not more accuses only
where the words can bind no other two: the only ones of a sentence that nothing parts, or the sum that a
sentence takes up by a word for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from operator import attrgetter

from ...money.interval import Interval
from ...patterns import regex
from ...reading.mentions import Amount, PeriodMention, Proportion
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark, in_one_currency
from ..grammar.wording import Wording
from ..verdicts.verdict import strictly
from .pairs import told

THAN = frozenset(("exceeds", "exceeds_after"))
BEATEN = Interval(Decimal(1), Decimal(4))  # times the earlier sum, at most, is what is more
SHORT = Interval(Decimal("0.4"), Decimal(1))  # of it is what is told to be more by mistake
_BEFORE = frozenset(("earlier", "prior"))
_OTHERWISE = frozenset(("change", "times"))  # tell by how much
_UNLIKE = ("today", "assumed", "yardstick", "peak")  # of a record there is a claim of its own
_OVER = ("past", "previous", "bygone")
_THOUGHTS = frozenset(("and", "or", "by", "contrast", "below", "equivalence"))
_TAKES_UP = frozenset(("this", "the_sum", "spending", "plan", "part_of"))
_BEGINS = _TAKES_UP | {"equivalence", "makes"}  # "That is more than", "È più di"
_SPENT = frozenset(("spending", "spends", "which"))
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LED = 4  # words, at most, that lead up to what begins a sentence: "According to the minister the order"
_REACH = 5  # marks between "more than" and the sum that it is told of
_BESIDE = 3  # marks behind both
_TOLD_PAST = frozenset(("old_after", "past", "old"))
_WORDS = 8  # between those, at most


def more_than_before(wording: Wording) -> Claim | None:
    """The claim, if the sentence makes one; of several comparisons the first."""
    places = wording.places
    if not places.keys().isdisjoint(_OTHERWISE) or places.keys().isdisjoint(THAN):
        return None
    claims = (_claim(wording, than) for than in wording.marks if not THAN.isdisjoint(than.names))
    return next(filter(None, claims), None)


def _claim(wording: Wording, than: Mark) -> Claim | None:
    old = sum_beside(wording, than)
    if old is None or not isinstance(old.figure, Amount):
        return None
    start, end = _clause(wording, than, old)
    if not _is_told(wording, than, old.figure, past=_is_told_past(wording, start, end)):
        return None
    if wording.sentence.between(_UNLIKE, start, end) or _tells_by_how_much(wording, than, old):
        return None
    over = not old.names.isdisjoint(_BEFORE) or wording.sentence.between(_OVER, start, end)
    over = over or _year(wording, start, end, before=1) or _is_told_past(wording, old.end, end)
    if not (over or _may_be_over(wording, old, start, end)):
        return None
    pairs = [pair for new in _new(wording, than, old) if (pair := in_one_currency(new, old)) is not None]
    for new, earlier in pairs:
        if new.value > earlier.value and strictly(new).over(strictly(earlier)).meets(BEATEN):
            return _told(wording, than, new, earlier)
    if not (over and pairs and _is_sure(wording, than, old)):
        return None
    new, earlier = max(pairs, key=lambda pair: pair[0].value)
    return _told(wording, than, new, earlier) if strictly(new).over(strictly(earlier)).meets(SHORT) else None


def _is_told(wording: Wording, than: Mark, old: Amount, *, past: bool) -> bool:
    """Whether "more than" compares, and is no bound: "it paid more than 14bn". It can be both where it stands
    last, or a verb, and then a word that takes up a sum before tells, or a time that is ``past``."""
    both = ("exceeds_after" in than.names or past) and old.bound == "at_least"
    if not both:
        return old.bound == "exact"
    places = (wording.places[name][0] for name in _TAKES_UP & wording.places.keys())
    taken_up = any(wording.marks[place].start < old.start for place in places)
    return taken_up or _begins_with_past(wording) or _is_first(wording, than)


def _begins_with_past(wording: Wording) -> bool:
    """Whether a sentence begins with a time of before and leaves out its subject: 昨年度の6億円を上回る."""
    first = wording.marks[1]
    return not (first.words or first.names.isdisjoint(_TOLD_PAST))


def _is_first(wording: Wording, than: Mark) -> bool:
    """Whether a verb that takes up a sum begins a sentence: ويتجاوز المبلغ."""
    return wording.marks[1] is than and not (than.words or than.stops)


def _tells_by_how_much(wording: Wording, than: Mark, old: Mark) -> bool:
    """Whether a percentage or a difference stands beside the words for "more", which makes a change of it:
    "exceeds by half the 8bn of the last plan", "4bn more than the 8bn"."""
    first, last = sorted((than, old), key=attrgetter("start"))
    after = wording.following(last.end, _BESIDE)
    near = (*wording.preceding(first.start), *wording.beginning(first.start, last.end), *after)
    if any(isinstance(mark.figure, Proportion) or ("gap" in mark.names and mark is not old) for mark in near):
        return True
    goes_on = takewhile(lambda mark: not mark.stops and mark.names.isdisjoint(_THOUGHTS), after)
    return any("amount" in mark.names for mark in goes_on)


def _may_be_over(wording: Wording, old: Mark, start: int, end: int) -> bool:
    """Whether a sum may be of before: "more than it had", of this year, which the next may be compared with,
    or said to be spent."""
    spent = any(not (mark.words or _SPENT.isdisjoint(mark.names)) for mark in wording.following(old.end))
    return (
        spent
        or wording.sentence.between(("old", "old_after"), start, end)
        or _year(wording, start, end, before=0)
    )


def _is_told_past(wording: Wording, start: int, end: int) -> bool:
    """Whether a time of before is told between two offsets: "than the 910m that was granted last year"."""
    after = wording.beginning(start, end)
    return any(not mark.names.isdisjoint(_TOLD_PAST) for mark in after)


def _told(wording: Wording, than: Mark, new: Amount, old: Amount) -> Claim:
    claim = replace(told(wording, "exceeds_prior", new, old), parts=(old,), object=None)
    return replace(claim, start=min(claim.start, than.start), end=max(claim.end, than.end))


def sum_beside(wording: Wording, than: Mark) -> Mark | None:
    """The sum that "more than" is told of: the first after it or, in a language that says so last, the last
    before."""
    if "exceeds_after" in than.names:
        before = wording.preceding(than.start, _REACH)
        return next((mark for mark in reversed(before) if "amount" in mark.names), None)
    words = 0
    for mark in wording.following(than.end, _REACH):
        words += mark.words
        if words > _WORDS or not mark.names.isdisjoint(_THOUGHTS):
            return None
        if "amount" in mark.names:
            return mark
    return None


def _new(wording: Wording, than: Mark, old: Mark) -> Iterator[Mark]:
    """The sums that may be told to be more, the likeliest first: of the sentence the last before, else those
    of the sentences before."""
    start = min(than.start, old.start)
    here = [mark for mark in wording.marks if "amount" in mark.names and mark.end <= start]
    found = [mark for mark in reversed(here) if mark.names.isdisjoint(_BEFORE)]
    if not here:
        found = wording.taken_up()
        if any(not _TAKES_UP.isdisjoint(mark.names) for mark in wording.beginning(0, start)):
            largest = sorted(wording.earlier, key=attrgetter("value"), reverse=True)
            about = [] if wording.commitment is None else [wording.commitment.amount]
            sums = (each for each in (*largest, *about) if each.end <= start)
            found += [Mark({"topic"}, each.start, each.end, each) for each in sums]
    units = old.names & OF_ONE
    return (mark for mark in found if mark.names & OF_ONE == units)


def _clause(wording: Wording, than: Mark, old: Mark) -> tuple[int, int]:
    """Between what offsets a sentence tells of what time a sum is: from "more than" or, where that stands
    last, from the stop or sum before, to the next one."""
    start = than.start
    if start > old.start:
        before = reversed(wording.preceding(old.start, _REACH))
        begins = (mark.end for mark in before if mark.stops or "amount" in mark.names)
        start = next(begins, wording.sentence.start)
    after = wording.following(old.end, _REACH)
    end = next((mark.start for mark in after if mark.stops or "amount" in mark.names), wording.sentence.end)
    return start, end


def _year(wording: Wording, start: int, end: int, before: int) -> bool:
    """Whether a year stands between two offsets that ended so many years before that of the text, or more."""
    if wording.day is None:
        return False
    last = wording.day.year - before
    figures = (mark.figure for mark in wording.beginning(start, end))
    untils = (each.until for each in figures if isinstance(each, PeriodMention))
    named = (int(found.group()) for found in _YEAR.finditer(wording.sentence.text, start, end))
    return any(until is not None and until.year <= last for until in untils) or any(
        year <= last for year in named
    )


def _is_sure(wording: Wording, than: Mark, old: Mark) -> bool:
    """Whether no other two sums can be meant, and what is told is not denied: the words for "more" follow
    directly on those that take up a sum, or on the comma behind one, "which" between; "3bn more than the
    5bn" is a difference."""
    amounts = [mark for mark in wording.marks if "amount" in mark.names]
    bounds = {mark.figure.bound for mark in amounts if isinstance(mark.figure, Amount) and mark is not old}
    if not bounds <= {"exact"} or wording.sentence.between(("denies",), *wording.sentence.span):
        return False
    last = "exceeds_after" in than.names
    if len(amounts) == 1:
        first = wording.marks[1]
        between = (*wording.beginning(first.end, min(than.start, old.start)), *(() if last else (than,)))
        parted = any(mark.stops and not _is_aside(first, mark, than) for mark in between)
        words = 0 if last or than.stops else sum(mark.words for mark in between)
        parted = parted or words > 0 or any(mark.names & _THOUGHTS for mark in between)
        begins = not _BEGINS.isdisjoint(first.names) or _is_first(wording, than)
        begins = begins or (last and _begins_with_past(wording))
        return begins and first.words <= _LED and not parted
    if len(amounts) != 2 or amounts[1] is not old:
        return False
    between = wording.beginning(amounts[0].end, old.start)
    if any(not mark.names.isdisjoint(_THOUGHTS) for mark in between):
        return False
    stopped = [mark for mark in (*between, old) if mark.stops]
    if len(stopped) != 1 or stopped[0].stops != "," or (than.after and not last):
        return False
    led = stopped[0] is than or "which" in stopped[0].names
    return last or (led and not stopped[0].after)


def _is_aside(first: Mark, mark: Mark, than: Mark) -> bool:
    """Whether a comma only sets off the words for "more", behind what a sentence says of the sum it takes up:
    "It is its largest plan ever, larger than that of 2018, which had 610m"."""
    if first.words or mark.stops != ",":
        return False
    return (mark is than and not mark.after) or (
        mark.words == mark.after == 0 and "exceeds_after" in than.names
    )
