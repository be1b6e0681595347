"""Where the words around two amounts and a change say that it may be a change of something else."""

from __future__ import annotations

from itertools import islice

from ...patterns import regex
from ...reading.mentions import PeriodMention, Proportion
from ..claim import YEAR, length
from ..grammar.constructions import Match
from ..grammar.marks import Mark
from ..grammar.sentence import PARTICLES, PUNCTUATION, WAYS, Sentence, count_words, small_words
from ..grammar.walk import FURTHEST
from ..grammar.wording import Wording

_LEADING = frozenset(("old", "from", "base"))  # up to what something was
_CLOSE = 40  # characters between "a close" and its amount
_BESIDE = 3  # words between an amount and the week, month or quarter it is of
_OF_WHICH = regex("[\u3040-\ud7af]")  # a letter of Chinese, Japanese or Korean
_MOVES = frozenset((*WAYS, "way", "moved"))
_TAKES_UP = frozenset(("this", "the_sum"))
_THAN = frozenset(("exceeds", "below"))
_BEGINS = frozenset(("and", "contrast"))  # a clause, as a comma does
_A_YEAR = frozenset(("per_year", "average"))
_IDLE = 3  # words from what takes the sum up to what it does: "so the cost of it all will be up 50%"
_PARTING = frozenset(";:")
_CLAUSE = frozenset(",;:.(，；：。（、")


def is_of_another(wording: Wording, match: Match, change: Mark, new: Mark, old: Mark) -> bool:
    """Whether a change is surely none from ``old`` to ``new``: it is another thing's, or one of the two is
    another's."""
    return (
        _is_yardstick(wording, new, old)
        or (match.first("APART", "EXTRA") is None and _goes_on(wording, new, old))
        or _is_multiplied(wording, change, old)
        or _goes_another_way(wording, change, old)
        or _is_of_what_follows(change, new, old)
        or _is_of_other_words(wording, match, change, old)
        or _is_added(wording, new, old)
    )


def may_be_of_another(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a change may be one from another base than ``old``: then it is only theirs if it fits."""
    return (
        wording.adjusted
        or _has_base(wording, change, old)
        or _is_since_another_time(wording, change, old)
        or is_of_old(wording, change, old)
    )


def has_own_subject(wording: Wording, old: Mark | None, change: Mark) -> bool:
    """Whether a change is told in a clause of its own, after the sum of before or the sentence with that,
    whose subject may be anything: "the plan had 400m, and the price of steel rose 35%", but not "so the cost
    is up 35%"."""
    begun = old.end if old is not None else wording.sentence.start
    marks = [mark for mark in wording.beginning(begun, change.start) if "start" not in mark.names]
    marks.append(change)
    at = [i for i, mark in enumerate(marks) if mark.stops or not mark.names.isdisjoint(_BEGINS)]
    if old is not None and (
        not at or wording.sentence.text[begun : change.start].strip(PUNCTUATION) in PARTICLES
    ):
        return False
    if wording.sentence.between(("concludes",), begun, change.start):
        return False
    if any("contrast" in mark.names for mark in marks):
        return True
    clause = marks[at[-1] :] if old is not None else marks
    words = [clause[0].after if clause[0].stops else clause[0].words, *(mark.words for mark in clause[1:])]
    if not _BEGINS.isdisjoint(clause[0].names):
        words[0] = 0
    n = next((i for i, mark in enumerate(clause) if not mark.names.isdisjoint(_TAKES_UP)), None)
    if n is None:
        first = clause[0].start if clause[0] is not change else change.start
        last = old.end if old is not None else first
        return sum(words) > (small_words(wording.sentence.text[last : change.start]) if change.closed else 0)
    before, after = clause[:n], clause[n + 1 :]
    if before and not (clause[n].words or clause[n].stops):
        before = before[:-1]  # ", steigen die Ausgaben um 50 %"
    moved = any(not mark.names.isdisjoint(_MOVES) for mark in before)
    of_more = bool(after) and "of" in after[0].names and not after[0].words
    idle = sum(words[n + 1 :])
    return moved or of_more or sum(words[: n + 1]) > (0 if idle else 1) or idle > _IDLE


def is_of_a_year(wording: Wording, change: Mark) -> bool:
    """Whether a change is told of the money of a year, or to be one of each year: "it had 400m in four years,
    so the annual budget rises by 50%", but not "that is 150m a year, 50% more"."""
    beside = [*reversed(wording.preceding(change.start, FURTHEST))]
    stops, last = change.stops, None
    for mark in beside:
        if stops or (mark.figure is not None and not _is_said_again(mark, change)):
            break
        if not mark.names.isdisjoint(_A_YEAR):
            last = mark
        stops = mark.stops
    if last is not None:
        before = wording.preceding(last.start)
        return bool(last.words or last.stops) or all("per_year" not in each.names for each in before)
    for mark in wording.following(change.end, FURTHEST):
        if mark.figure is not None or mark.stops:
            return False
        if not mark.names.isdisjoint(_A_YEAR):
            return True
    return False


def _is_said_again(mark: Mark, change: Mark) -> bool:
    """Whether a percentage is the one of a change, told before: "yearly by 9%, a mean of 9%"."""
    one, other = mark.figure, change.figure
    return isinstance(one, Proportion) and isinstance(other, Proportion) and one.value == other.value


def is_parted(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a semicolon or a colon parts a change that begins a sentence from the sum of before: "Federal
    funds rise by 70%; the old plan had 8bn"."""
    begins = all("start" in mark.names for mark in wording.preceding(change.start, FURTHEST)[:1])
    between = (*wording.beginning(change.end, old.start), old) if begins else ()
    return any(not _PARTING.isdisjoint(mark.stops) for mark in between)


def _is_yardstick(wording: Wording, new: Mark, old: Mark) -> bool:
    """Whether an amount is another thing than what it was: a high, what somebody expected, one of several
    figures; or a high or low that words far before it name: "after touching a low since May, 924"."""
    several = len(wording.places.get("change", ())) > 1
    if "yardstick" in old.names or (several and "measured" in old.names):
        return True
    after = old
    for mark in reversed(wording.beginning(new.end, old.start) if new.start < old.start else ()):
        if after.stops or "measured" not in old.names or "amount" in mark.names:
            return False
        if "yardstick" in mark.names:
            return True
        after = mark
    return False


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


def _is_multiplied(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether an amount after a multiple is what came of it, as where the multiple ends in 的, の or a Korean
    ending: "2倍の200億ドル"."""
    ends = _OF_WHICH.match(wording.sentence.text, change.end)
    return "times" in change.names and change.start < old.start and ends is not None


def _goes_another_way(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether the amount left has a word of its own that tells of a move the other way: "up from 545m, even
    though sales slipped by 2.2%", "since the halving of 2016 it has climbed from 600"."""
    moved = [m for m in wording.beginning(wording.sentence.start, old.start) if "moved" in m.names]
    if not moved or "wayless" in change.names:
        return False
    if "times" not in change.names:
        return moved[-1].falls != change.falls
    return isinstance(change.figure, Proportion) and change.figure.value < 1 and not moved[-1].falls


def _is_added(wording: Wording, new: Mark, old: Mark) -> bool:
    """Whether an amount only adds to what is compared: "including the 4 euros of May, this is 20% less than
    last year's 12.50"."""
    if new.figure is None or old.start < new.start:
        return False
    this = next((m for m in wording.beginning(new.end, old.start) if not m.names.isdisjoint(_TAKES_UP)), None)
    if this is None:
        return False
    directly = not (this.words or this.stops)
    for total in wording.preceding(this.start):
        if "total" in total.names and directly and not (total.words or total.stops):
            return True
    first = max((m.end for m in wording.preceding(new.start, FURTHEST) if m.figure is not None), default=0)
    return wording.sentence.between(("includes", "plus"), max(first, wording.sentence.start), new.start)


def _is_of_what_follows(change: Mark, new: Mark, old: Mark) -> bool:
    """Whether a change that says neither up nor down has both of its amounts after it: "12 % from 2.0bn to
    2.24bn"."""
    between = new.figure is not None and new.start < change.start < old.start
    return between and change.names == {"change", "wayless"}


def _is_of_other_words(wording: Wording, match: Match, change: Mark, old: Mark) -> bool:
    """Whether a change is of another thing than the two amounts: "2.3bn from 2.0bn, on 15% sales growth",
    "$26 from a close of $28, up 4%", "rose 2% to $18, compared with the offer price of $15", "spent 2.1bn,
    doubling the total to 4.1bn"."""
    sentence, new = wording.sentence, match.first("NEW", "NOW")
    between = wording.beginning(min(change.end, old.end), max(change.start, old.start))
    if change.start < old.start:
        # What leads up to a colon is "more of the money:".
        at = max((n for n, mark in enumerate(between) if ":" in mark.stops), default=0)
        if any("part_of" in mark.names and "this" not in mark.names for mark in between[at:]):
            return True  # "up 9% from a year earlier, including a charge of 500m"
        begin, end = max(sentence.start, old.start - _CLOSE), min(sentence.end, old.end + _CLOSE)
        offered = sentence.last(("offered",), begin, end) is not None
        offered = offered and new is not None and change.start < new.start
        return offered or (match.first("OF") is old and "later" in old.names)
    parted = "," in sentence.text[old.end : change.start]
    # "compared with the last plan, which had 6bn, it rises 50% to"
    led = match.first("previous", "start") is not None
    if parted and not led and "told" in change.names and new is not None and change.start < new.start:
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


def is_of_old(wording: Wording, change: Mark, old: Mark) -> bool:
    """Whether a change after the sum of before is told of that, and more than what was before it: "the state
    beside it spent 8bn in its last plan, 70% more than in the decade before"."""
    if old.start > change.start or wording.sentence.between(("concludes",), old.end, change.start):
        return False
    than, that = (*wording.following(change.end, 2), None, None)[:2]
    if than is None or than.words or than.stops or _THAN.isdisjoint(than.names):
        return False
    if that is not None and not (that.words or that.stops or _TAKES_UP.isdisjoint(that.names)):
        return False  # "the last plan had 8bn, and now we go 75% above that"
    between = wording.beginning(old.end, change.start)
    return all(mark.names.isdisjoint(_TAKES_UP | {"equivalence"}) and mark.figure is None for mark in between)


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
