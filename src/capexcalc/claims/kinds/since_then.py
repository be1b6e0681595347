"""A change over a sum of before that a sentence tells, to the sum of the sentence before it: "It is valued at
30bn. Three years ago it was worth 12bn, so its value is up fourfold"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...money.interval import Interval
from ...patterns import regex
from ...reading.mentions import Amount, PeriodMention, Proportion
from ..grammar.marks import OF_ONE, Mark
from ..grammar.sentence import WAYS
from ..grammar.walk import FURTHEST
from ..grammar.wording import Wording
from .other_changes import has_own_subject

_BEFORE = frozenset(("old_after", "previous", "past", "stretch", "old"))
_CONCLUDES = frozenset(("this", "the_sum", "equivalence"))
_SUM = frozenset(("this", "the_sum", "of_it", "of_all", "part_of", "values", "makes"))
_WAY = frozenset((*WAYS, "way"))
_EASTERN = regex("[\u3040-\u30ff\uac00-\ud7a3]")  # Japanese, Korean
_NAMED = regex(r"[はが]|[\uac00-\ud7a3](?:은|는|이|가)(?=\s)")
NEAR = Interval(Decimal("0.3"), Decimal("3.4"))  # of a change to the one that the sums make
_BETWEEN, _GOES_ON = 2, 2  # words from what concludes to a change, and after that


def pairs_since_then(wording: Wording) -> Iterator[tuple[Mark, Mark, Mark, bool]]:
    """Each change with the sum it leads to and the one it leads from, and whether words bind it to both."""
    changes = [mark for mark in wording.marks if "change" in mark.names]
    if len(changes) != 1 or not isinstance(changes[0].figure, Proportion):
        return
    change = changes[0]
    if wording.pair is not None and not wording.sentence.amounts:
        new, old = wording.pair
        yield change, new, old, says_no_more(wording, change)
        return
    sums = [mark for mark in wording.marks if "amount" in mark.names and mark.start < change.start]
    if not sums or not wording.names_one_sum:
        return
    old = sums[0]
    if wording.worth is not None and is_of_before(wording, old) and _is_worth(wording, old):
        sure = _is_of_it(wording, old, change) and hardly_goes_on(wording, change)
        yield change, _taken(wording, wording.worth), old, sure
    elif wording.main is not None and is_of_before(wording, old) and old.names.isdisjoint(OF_ONE):
        sure = (
            not wording.measures and _is_concluded(wording, old, change) and hardly_goes_on(wording, change)
        )
        if sure and not has_own_subject(wording, old, change):
            yield change, _taken(wording, wording.main), old, sure


def _taken(wording: Wording, amount: Amount) -> Mark:
    return Mark({"topic"}, wording.sentence.start, wording.sentence.start, amount)


def _is_of_it(wording: Wording, old: Mark, change: Mark) -> bool:
    """Whether nothing between what something was worth and a change names another thing that changed: "now
    it is worth four times that", but not "its staff has quadrupled"."""
    between = [*wording.beginning(old.end, change.start), change]
    at = [n for n, mark in enumerate(between[:-1]) if not mark.names.isdisjoint(_SUM | _CONCLUDES)]
    if at:
        return sum(mark.words for mark in between[at[-1] + 1 :]) <= _BETWEEN
    told = wording.sentence.text[old.end : change.start]
    return _EASTERN.search(told) is not None and _NAMED.search(told) is None


def _is_worth(wording: Wording, old: Mark) -> bool:
    return "valued" in old.names


def is_of_before(wording: Wording, old: Mark) -> bool:
    """Whether a sentence tells an amount to be of an earlier time, by a word or a date before it in its
    clause, or right after it."""
    if not old.names.isdisjoint(("earlier", "prior")) or wording.is_bygone:
        return True
    if wording.sentence.between(("this_year",), wording.sentence.start, old.start):
        return True  # of a sum for the years to come
    beside = (*wording.beginning(wording.sentence.start, old.start), *wording.following(old.end))
    return any(not mark.names.isdisjoint(_BEFORE) or is_over(wording, mark) for mark in beside)


def is_over(wording: Wording, mark: Mark) -> bool:
    """Whether a mark is a time that was over by the day of the text."""
    time = mark.figure
    if not isinstance(time, PeriodMention) or time.until is None or wording.day is None:
        return False
    return time.until < wording.day and time.until.year < wording.day.year


def _is_concluded(wording: Wording, old: Mark, change: Mark) -> bool:
    """Whether a change is what follows from the amount before it, of the sum and of nothing that a word
    names: "so the sum rises by 50 %"."""
    between = [*wording.beginning(old.end, change.start), change]
    n = next((n for n, mark in enumerate(between) if not mark.names.isdisjoint(_CONCLUDES)), None)
    if n is None or between[n] is change:
        return False
    after = between[n + 1 :]
    of_it = any(not mark.names.isdisjoint(_SUM) for mark in between[n:-1])
    moved = any(not mark.names.isdisjoint(_WAY) for mark in after[:-1]) or "rise" in change.names
    words = sum(mark.words for mark in after)
    figures = any(mark.figure is not None for mark in after[:-1])
    stops = any(mark.stops not in ("", ",") for mark in after)
    return moved and not (figures or stops) and words <= (_BETWEEN if of_it else 0)


def says_no_more(wording: Wording, change: Mark) -> bool:
    """Whether a sentence says nothing else than that something rose or fell: "The fall came to 20 %"."""
    before = [mark for mark in wording.beginning(wording.sentence.start, change.start) if mark.names]
    marks = [*before[1:], change]
    words = sum(mark.after if ",," in mark.stops else mark.words for mark in marks)  # "the rise, he said, is"
    led = not (marks[0].words or marks[0].stops)  # not "Shares are up 2 %"
    return (
        led
        and words <= 1
        and all(mark.figure is None for mark in marks[:-1])
        and hardly_goes_on(wording, change)
    )


def hardly_goes_on(wording: Wording, change: Mark) -> bool:
    """Whether hardly anything follows a change in its clause, and no figure."""
    words, last = 0, change
    if change.closed:
        return True
    for mark in wording.following(change.end, FURTHEST):
        words += mark.words
        if mark.closed and words <= _GOES_ON and not _WAY.isdisjoint(mark.names):
            return True  # Hungarian "több" is "more" and "more than"
        if (
            mark.figure is not None
            or words > _GOES_ON
            or not mark.names.isdisjoint(("of", "part_of", "old", "base", "exceeds", "below"))
        ):
            return False
        if mark.stops or mark.closed:
            return True
        last = mark
    rest = wording.sentence.words(last.end, wording.sentence.end)
    return words + rest <= _GOES_ON
