"""What the words beside a proportion make of it: a change, a share, a level, a pace, a part of a year."""

from __future__ import annotations

from itertools import islice, takewhile

from ...reading.mentions import Proportion
from .growth import growth_names
from .marks import Mark
from .sentence import PARTICLES, PUNCTUATION, WAYS, Sentence, count_words, small_words
from .walk import back, on

_AHEAD, _BEHIND = 5, 2  # words between a percentage and the one before or after it that says up or down
_VERB_LAST = 6  # where that comes after the amounts: "um 12 Prozent auf 2,3 Milliarden Euro gestiegen"
_COMPARING = frozenset(("exceeds", "exceeds_after", "below", "over"))
_OF = frozenset(("of_it", "of_all", "part_of"))
_TAKES_UP = frozenset(("this", "the_sum"))
_DASHES = ("-", "–", "—", "~", "～")
_VERB, _COMMAS = 2, ",，،"  # words: "αγγίζει το"; with which an aside begins
_PACE = 3  # words between a percentage and "growth rate"
_CALLED, _LEFT = 2, 20  # words between a percentage and "notes" after it; characters from those before it
_PASSED = frozenset(("measure", "others", "adjusted"))  # "5 percent senior debt": also a measure


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
                _take_way(marks[k])
        return
    if (growth := growth_names(sentence, marks, i)) is not None:
        mark.names, mark.falls = set(growth), "decrease" in marks[1].names
        return
    before = next(back(marks, i, 0), None)
    led = marks[before[0]].names if before else set()
    rises = before is not None and not marks[before[0] - 1].names.isdisjoint(WAYS)  # "the rise reaches 12 %"
    named = before is not None and rises and "this" in marks[before[0] - 1].names  # "the rise comes to 12 %"
    rises = rises and "makes" in led
    aside = _after_aside(sentence, marks, i)
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
    way = _way(marks, i, may_be_time=proportion.may_be_time and not measures)
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
    _take_way(marks[way])
    _absorb_verb(marks, max(i, way), "decrease" if mark.falls else "increase")


def _is_under_something(marks: list[Mark], k: int) -> bool:
    """Whether words, and what was left, follow "under": "more than doubled under the law from 5m"."""
    beside = marks[k : k + 2]
    return (
        len(beside) > 1 and "below" in beside[0].names and bool(beside[1].words) and "from" in beside[1].names
    )


def _after_aside(sentence: Sentence, marks: list[Mark], i: int) -> int | None:
    """Where a rise or a fall is named that a percentage is told of after an aside, and nothing goes on about
    it: "the rise, as the mayor noted, comes to 12 %", but not "the rise, he noted, hits 12 % of all"."""
    verb, words = marks[i - 1], marks[i].after
    k = i
    if verb.figure is None and verb.stops and not marks[i].stops:
        k, words = i - 1, marks[i].words + verb.after
    aside = k > 1 and marks[k].stops.replace(":", "") == ",," and words <= _VERB
    if not aside or not marks[i].closed or marks[k - 1].names.isdisjoint(WAYS):
        return None
    return k - 1 if sentence.text[marks[k - 1].end] in _COMMAS else None


def _is_compared(marks: list[Mark], i: int) -> bool:
    """Whether a word for more or less stands right after a proportion: "önceki planın yüzde 25 üzerinde"."""
    after = next(iter(marks[i + 1 :]), marks[i])
    return not (after.names.isdisjoint(("exceeds_after", "below")) or after.words or after.stops)


def _take_way(mark: Mark) -> None:
    """Take a word that says up or down for a part of the change beside it."""
    mark.names = mark.names - set(WAYS) | {"way"}


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
    after = [marks[k] for k, _ in islice(on(marks, i, _BEHIND), 3)]
    moved = [mark for mark in after if not mark.names.isdisjoint((*WAYS, "from", "old"))]
    return len(moved) == 2 and isinstance(after[-1].figure, Proportion)


def _is_rate(marks: list[Mark], i: int) -> bool:
    """Whether a proportion is told to be a rate, before which nothing goes up or down: "on a win rate of 70%
    from our growing"."""
    rate, of, own = marks[max(0, i - 2)], marks[i - 1], marks[i]
    told = "rate" in rate.names and "of" in of.names and not (of.words or of.stops or own.words or own.stops)
    return told and all(marks[k].names.isdisjoint(WAYS) for k, _ in back(marks, i, _AHEAD))


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


def _absorb_verb(marks: list[Mark], i: int, told: str) -> None:
    """Take the verb after the amounts of a change for a part of it: "um 12 Prozent auf 2,3 Milliarden
    gestiegen"."""
    reached = False
    for k, _ in on(marks, i, _VERB_LAST):
        if isinstance(marks[k].figure, Proportion):
            return
        if reached and told in marks[k].names:
            _take_way(marks[k])
            return
        reached = reached or "amount" in marks[k].names


def _way(marks: list[Mark], i: int, *, may_be_time: bool) -> int | None:
    """Where the word stands that says whether a proportion is one up or down: the nearest, first before
    it."""
    found = []
    for k, words in back(marks, i, 1 if may_be_time else _AHEAD):
        if not marks[k].names.isdisjoint(WAYS):
            found.append((words, k))
            break
        if marks[k].bars and "equivalence" not in marks[k].names:  # "the increase is thus 12 %"
            break
    if may_be_time and found:
        return found[0][1]
    for k, words in on(marks, i, 1 if may_be_time else _BEHIND):
        compares = not words and k == i + 1 and not marks[k].names.isdisjoint(_COMPARING)
        compares = compares or (k == i + 1 and _is_told_more(marks, i))
        if may_be_time and not compares:
            return None  # "a quarter more than" is no part of a year
        if compares or not marks[k].names.isdisjoint(WAYS):
            found.append((words, k))
            break
        if marks[k].bars:
            break
    if found or may_be_time:
        return min(found, key=lambda each: each[0], default=(0, None))[1]
    last = next((k for k, _ in on(marks, i, _VERB_LAST) if not marks[k].names.isdisjoint(WAYS)), None)
    return None if last is None or _is_begun_anew(marks, last) or _is_part_of(marks, last) else last


def _is_part_of(marks: list[Mark], k: int) -> bool:
    """Whether what stands before a word for a change is of that, and none: "the 38% level of the fall", but
    not "un 38 % de caída"."""
    return "of" in marks[k - 1].names and marks[k].words > 0


def _is_begun_anew(marks: list[Mark], k: int) -> bool:
    """Whether a verb begins another thought than the amounts before it end: "it put up the sum 50% from 2bn
    to 3bn to cut costs"."""
    return marks[k - 1].figure is None and "new" in marks[k - 1].names and not marks[k].words


def _is_told_more(marks: list[Mark], i: int) -> bool:
    """Whether a half or a quarter is what something is more or less by: "that is a quarter more", and a
    heading "A quarter more money for"."""
    before, mark, more = marks[i - 1], marks[i], marks[i + 1]
    if mark.words or mark.stops or more.stops or more.names.isdisjoint(WAYS):
        return False
    if "start" in before.names:
        return True
    ends = more.closed or (i + 2 < len(marks) and "makes" in marks[i + 2].names and marks[i + 2].closed)
    return ends and not before.names.isdisjoint(("makes", "this", "equivalence"))


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
