"""What the words beside a proportion make of it: a change, a share, a level, a pace, a part of a year."""

from __future__ import annotations

from itertools import islice, takewhile

from ...reading.mentions import Proportion
from .change_ways import AHEAD, BEHIND, absorb_verb, after_aside, take_way, way_of
from .growth import growth_names
from .marks import Mark
from .sentence import PARTICLES, PUNCTUATION, WAYS, Sentence, count_words, small_words
from .walk import back, on

_OF = frozenset(("of_it", "of_all", "part_of"))
_TAKES_UP = frozenset(("this", "the_sum"))
_DASHES = ("-", "–", "—", "~", "～")
_PACE = 3  # words between a percentage and "growth rate"
_CALLED, _LEFT = 2, 20  # words between a percentage and "notes" after it; characters from those before it
_PASSED = frozenset(
    ("measure", "others", "adjusted", "income", "takings")
)  # "5 percent senior debt", "income tax"


def name_proportion(sentence: Sentence, marks: list[Mark], i: int, proportion: Proportion) -> None:
    """Whether a proportion is a change, a share, a level ("to 12 %") or a pace ("12 % a year"), and a change
    of another thing than what was spoken of."""
    mark = marks[i]
    _name(sentence, marks, i, proportion)
    if "change" in mark.names and _is_of_another(sentence, marks, i):
        mark.names.add("another")


def _name(sentence: Sentence, marks: list[Mark], i: int, proportion: Proportion) -> None:
    mark = marks[i]
    if proportion.kind == "times":
        mark.names.add("change")
        beside = [k for k, words in (*islice(back(marks, i, 0), 1), *islice(on(marks, i, 0), 1)) if not words]
        mark.falls = any(
            "decrease" in marks[k].names or (k > i and "below" in marks[k].names) for k in beside
        )
        mark.falls = mark.falls and not _is_under_something(marks, i + 1)
        for k in beside:
            if not marks[k].names.isdisjoint((*WAYS, "exceeds", "below")):
                take_way(marks[k])
        return
    if (growth := growth_names(sentence, marks, i)) is not None:
        mark.names, mark.falls = set(growth), "decrease" in marks[1].names
        return
    before = next(back(marks, i, 0), None)
    led = marks[before[0]].names if before else set()
    rises = before is not None and not marks[before[0] - 1].names.isdisjoint(WAYS)  # "the rise reaches 12 %"
    named = before is not None and rises and "this" in marks[before[0] - 1].names  # "the rise comes to 12 %"
    rises = rises and "makes" in led
    aside = after_aside(sentence, marks, i)
    told = rises or named or aside is not None or _is_compared(marks, i)
    if not led.isdisjoint(("old", "new")) and "old_after" not in led and not told:
        mark.names = {"level"}
        return
    if (falls := _falls(sentence, mark)) is not None:
        mark.names, mark.falls = {"change", "rise"}, falls
        return
    coupon = _is_coupon(sentence, mark) and not _is_equated(marks, i)
    if coupon or _is_of_range(sentence, marks, i):
        mark.names = {"level"}
        return
    measures = _is_measure(marks, i)
    ahead = takewhile(lambda mark: mark.figure is None, (marks[k] for k, _ in back(marks, i, 1)))
    if any("pace" in mark.names for mark in ahead):  # "at an average annual rate of 12 %"
        mark.names = {"pace"}
        return
    for k, words in on(marks, i, _PACE):
        if "pace" in marks[k].names or ("per_year" in marks[k].names and k == i + 1 and not words):
            mark.names = {"pace"}
            return
    if _is_left(marks, i) or _is_rate(marks, i):
        mark.names = {"level"}
        return
    if _is_stake(marks, i) and not measures:
        return
    if _is_made_of(marks, i) or _is_fraction_of(marks, i, proportion):
        return
    own = _leads_from_to(marks, i)
    measures = measures or own
    way = way_of(marks, i, may_be_time=proportion.may_be_time and not measures)
    way = aside if way is None else way
    if way is None and measures:
        mark.names = {"change", "wayless"} if own else {"change", "rise", "wayless"}
        return
    if way is None:
        if proportion.may_be_time and not _is_fraction(sentence, marks, i):
            mark.names = {"period"}
        elif _is_of_topic(marks, i):
            mark.names = {"its_share"}
        return
    names = marks[way].names
    mark.names = {"change", "rise", "named"} if way > i else {"change", "rise", "told"}
    mark.names -= {"rise"} if own else set()
    mark.names |= {"wayless"} if "betters" in names else set()  # what costs less is better, too
    mark.falls = "decrease" in names or "below" in names
    take_way(marks[way])
    absorb_verb(marks, max(i, way), "decrease" if mark.falls else "increase")


def _is_under_something(marks: list[Mark], k: int) -> bool:
    """Whether words, and what was left, follow "under": "more than doubled under the law from 5m"."""
    beside = marks[k : k + 2]
    return (
        len(beside) > 1 and "below" in beside[0].names and bool(beside[1].words) and "from" in beside[1].names
    )


def _is_compared(marks: list[Mark], i: int) -> bool:
    """Whether a word for more or less stands right after a proportion: "önceki planın yüzde 25 üzerinde"."""
    after = next(iter(marks[i + 1 :]), marks[i])
    return not (after.names.isdisjoint(("exceeds_after", "below")) or after.words or after.stops)


def _falls(sentence: Sentence, mark: Mark) -> bool | None:
    """Not so of "+12 %" and "(+ 12 %)", but of "(-12 %)"; a dash elsewhere may be one between words."""
    before = sentence.text[max(0, mark.start - 3) : mark.start].rstrip()
    if before.endswith("+"):
        return False
    return before.endswith(("\N{MINUS SIGN}", "(-", "(–")) or None


def _is_coupon(sentence: Sentence, mark: Mark) -> bool:
    """Whether a percentage is what a bond, a note or a tax is called by: "the 7.45 percent bonds fell to 62
    cents from 64", "l'obligation à 5 %"."""
    cue = next((cue for cue in sentence.cues_from(mark.end) if cue.kind not in _PASSED), None)
    if cue is not None and cue.kind == "coupon" and _is_near(sentence, mark.end, cue.start, _CALLED):
        return True
    last = sentence.last(("coupon",), max(sentence.start, mark.start - _LEFT), mark.start)
    moved = last is not None and sentence.between((*WAYS, "by", "new"), last.end, mark.start)
    return last is not None and not moved and _is_near(sentence, last.end, mark.start, 1)


def _is_equated(marks: list[Mark], i: int) -> bool:
    """Whether a percentage is told to be the amount just before: 7800억원, 즉 30%를 회사채로."""
    amount, link, mark = marks[max(0, i - 2)], marks[i - 1], marks[i]
    equated = "equivalence" in link.names and not (link.words or mark.words)
    return equated and "amount" in amount.names and amount.figure is not None


def _is_of_range(sentence: Sentence, marks: list[Mark], i: int) -> bool:
    """Whether a percentage is one end of a range: "damaged (30% - 70%)"."""
    pairs = zip(marks[i - 1 : i + 1], marks[i : i + 2], strict=False)
    return any(
        isinstance(one.figure, Proportion)
        and isinstance(other.figure, Proportion)
        and sentence.text[one.end : other.start].strip() in _DASHES
        for one, other in pairs
    )


def _is_near(sentence: Sentence, start: int, end: int, most: int) -> bool:
    """Whether few words, no figure and no punctuation lie between two offsets."""
    between = sentence.text[start:end]
    told = any(char.isdecimal() or char in PUNCTUATION.replace("-", "").strip() for char in between)
    return start <= end and not told and count_words(between.replace("-", " ")) <= most


def _is_measure(marks: list[Mark], i: int) -> bool:
    """Whether a word or an ending beside a proportion says that something changed by it: "o 12 proc.",
    "12 százalékkal"."""
    mark, following = marks[i], marks[i + 1] if i + 1 < len(marks) else None
    led = "by" in marks[i - 1].names and not mark.words and not mark.stops
    return led or (following is not None and "by" in following.names and following.start == mark.end)


def _is_left(marks: list[Mark], i: int) -> bool:
    """Whether a proportion is one of two that follow each other: "8 % down from 8.5 %"."""
    after = [marks[k] for k, _ in islice(on(marks, i, BEHIND), 3)]
    moved = [mark for mark in after if not mark.names.isdisjoint((*WAYS, "from", "old"))]
    return len(moved) == 2 and isinstance(after[-1].figure, Proportion)


def _is_rate(marks: list[Mark], i: int) -> bool:
    """Whether a proportion is told to be a rate, before which nothing goes up or down: "on a win rate of 70%
    from our growing"."""
    rate, of, own = marks[max(0, i - 2)], marks[i - 1], marks[i]
    told = "rate" in rate.names and "of" in of.names and not (of.words or of.stops or own.words or own.stops)
    return told and all(marks[k].names.isdisjoint(WAYS) for k, _ in back(marks, i, AHEAD))


def _is_stake(marks: list[Mark], i: int) -> bool:
    """Whether a percentage is one of a firm, whatever verb stands before it: "prend 12 % du capital"."""
    following = marks[i + 1] if i + 1 < len(marks) else None
    return following is not None and "stake" in following.names and not (following.words or following.stops)


def _is_made_of(marks: list[Mark], i: int) -> bool:
    """Whether a proportion is what something makes of a whole: "accounts for 12 % of the growth"."""
    mark, following = marks[i], marks[i + 1] if i + 1 < len(marks) else None
    makes = "makes" in marks[i - 1].names and not mark.words and not mark.stops
    return makes and following is not None and "of" in following.names and not following.words


def _is_fraction_of(marks: list[Mark], i: int, proportion: Proportion) -> bool:
    """Whether a fraction in words is of what is named right after it, and nothing beside it says up or down:
    หนึ่งในสามของค่าใช้จ่าย."""
    following, before = marks[i + 1] if i + 1 < len(marks) else None, marks[i - 1]
    if following is None or following.words or following.stops or following.names.isdisjoint(_OF):
        return False
    led = not (marks[i].words or marks[i].stops) and not before.names.isdisjoint((*WAYS, "by"))
    return not led and not any(char.isdecimal() for char in proportion.text)


def _is_of_another(sentence: Sentence, marks: list[Mark], i: int) -> bool:
    """Whether words between a figure and a change after it name what changed: ", profit rose 5 %", but ", a
    rise of 5 %" or ", il 5 % in più rispetto"."""
    compared = i + 1 < len(marks) and not marks[i + 1].names.isdisjoint(("exceeds", "below"))
    words, few = 0, int("named" in marks[i].names and compared)
    last = marks[i + 1] if i + 1 < len(marks) and "way" in marks[i + 1].names else marks[i]
    if marks[i].closed or last.closed:
        words = -_small_words(sentence, marks, i)
    for k in range(i, 0, -1):
        mark, before = marks[k], marks[k - 1]
        if mark.stops:
            if mark.stops == ")" and mark.after <= 1 and "from" not in before.names and k == i:
                few += _is_particle(sentence, before, mark)
            return words + mark.after > few or (mark.stops[:2] == ",," and mark.words > 0)
        if not (mark.words or _TAKES_UP.isdisjoint(mark.names)):
            few = 1  # ", steigen die Ausgaben um 5 %"
        words += mark.words
        if before.figure is not None:
            return words > 1
        if "spending" in before.names:
            words += 1
    return False


def _small_words(sentence: Sentence, marks: list[Mark], i: int) -> int:
    """How many of the words right before a change and the two marks before it name nothing: ", with a fall
    of 5 %", "un incremento dell'80 per cento"."""
    begun = max((mark.end for mark in marks[max(1, i - 3) : i] if mark.figure is not None), default=None)
    first = marks[max(0, i - 2)].start if begun is None else begun
    return small_words(sentence.text[first : marks[i].start])


def _is_particle(sentence: Sentence, before: Mark, mark: Mark) -> bool:
    """Whether but a Japanese particle stands between a bracket and a change: （80億円）を12%下回った."""
    return sentence.text[before.end : mark.start].strip(PUNCTUATION) in PARTICLES


def _leads_from_to(marks: list[Mark], i: int) -> bool:
    """Whether "from 33bn to 36bn" follows a proportion, which then is no share: "ekspor 10 persen dari 33
    miliar menjadi 36 miliar"."""
    after = marks[i + 1 : i + 5]
    cues = (("from",), ("amount",), ("new",), ("amount",))
    return len(after) == len(cues) and all(
        not mark.stops and not mark.words and not mark.names.isdisjoint(names)
        for mark, names in zip(after, cues, strict=True)
    )


def _is_of_topic(marks: list[Mark], i: int) -> bool:
    """Whether words beside a share say that it is one of the sum spoken of: "30 % of that sum"."""
    beside = (*islice(back(marks, i, 0), 1), *islice(on(marks, i, 0), 1))
    return any(not marks[k].names.isdisjoint(("of_it", "of_all")) for k, _ in beside)


def _is_fraction(sentence: Sentence, marks: list[Mark], i: int) -> bool:
    """Whether a half or a quarter in words is no part of a year: "half of the 40bn", "half of it", "3bn, a
    quarter", "exceeds it by half"."""
    mark = marks[i]
    following = marks[i + 1] if i + 1 < len(marks) else None
    said_otherwise = following is not None and (
        not following.names.isdisjoint(("or", "equivalence", "stake"))
        if following.words <= bool(following.stops)
        else False
    )
    if following is not None and not following.words:
        dash = sentence.text[following.end : following.end + 2].strip() in _DASHES
        told = (following.closed or dash) and following.stops and "amount" in following.names  # "half, 3bn,"
        said_otherwise |= bool(told) or not following.names.isdisjoint(("of_it", "of_all", "the_sum"))
    led = not marks[i - 1].names.isdisjoint(("or", "equivalence", "makes", "part_of", "exceeds", "below"))
    if "amount" in marks[i - 1].names and sentence.text[marks[i - 1].end : mark.start].isspace():
        return said_otherwise  # "$6 million a quarter"
    if mark.stops or mark.words < (2 if led else 1) or said_otherwise:
        return True
    near = [marks[k].names for k, _ in islice(on(marks, i, 2), 2)]
    shares = bool(near) and "of" in near[0] and not any("period" in names for names in near)
    return shares or any(not names.isdisjoint(("amount", "part_of")) for names in near)
