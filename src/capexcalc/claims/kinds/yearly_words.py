"""What the words around a year's money and a total say: that the one is of the other, or of another thing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise, takewhile
from operator import attrgetter

from ...patterns import regex
from ...reading.mentions import PeriodMention
from ..claim import YEAR, length
from ..grammar.constructions import Match
from ..grammar.marks import UNITS, Mark
from ..grammar.sentence import WAYS, count_words
from ..grammar.spent_alone import said_from
from ..grammar.walk import FURTHEST
from ..grammar.wording import LONG, SHORT, Wording

_BESIDE_IT = 3  # marks before a year's money, from the first of which on a word may add it to the sum
_NEAREST, _BESIDE = 4, 120  # figures, and characters, beside a total and its share that are looked at
_EQUATING = frozenset(("or", "equivalence", "equivalence_after", "this", "makes", "IN_ALL"))
_TOLD = frozenset(("average", "equivalence", "this", "the_sum"))
_CONCLUDES = frozenset(("average", "equivalence", "the_sum"))
_SPENDING = frozenset(
    ("spends", "spending", "makes", "this", "the_sum", "average", "equivalence", "per_year",
     "per_quarter", "per_month", "and")
)  # fmt: skip
_LINKS = _TOLD | {"spending", "makes", "equivalence_after", "pace"}
_ENDS = frozenset(",;:.(，；：。（、")
_WORD = regex(r"\w+")
_SAYING = 2  # words for who says it
_IDLE = 3  # words between two amounts that are told to be one: "or, as she says, 300 a month"
_BEFORE = 2  # marks and words from a word like "thus" to a year's money
_SPENT = frozenset(("this", "the_sum", "spending"))
# What a year's money may be of, if not of the sum.
_ELSE = frozenset(
    ("part_of", "of_it", "of_all", "or", "plus", "contrast", "previous", "old", "old_after", "past",
     "exceeds", "below", "change", "share", "times", "each", *WAYS)
)  # fmt: skip


def is_equated(match: Match) -> bool:
    """Whether a word says that a year's money and a total are one, unlike "Rent is 50 a month, and income
    over four years 9bn"."""
    return any(not _EQUATING.isdisjoint(role.split("|")) for role, _ in match.found)


def is_of_which(wording: Wording, total: Mark, share: Mark) -> bool:
    """Whether a year's money is told to be a part of the total: "2.4bn in five years, of which 90m a year for
    Yemen"."""
    between = wording.beginning(total.end, share.start)
    led = (mark for mark in reversed(between) if mark.figure is not None or "part_of" in mark.names)
    return any("part_of" in mark.names for mark in [*led][:1])


def is_linked(wording: Wording, share: Mark) -> bool:
    """Whether a sentence with a year's money, and no sum of its own, begins with the year or
    a span, speaks of what is spent, or takes up what was told: not "She went to the 37,000-a-year school"."""
    if not wording.places.keys().isdisjoint(_LINKS) or wording.spends:
        return True
    at = said_from(wording, share)
    led = (mark for mark in wording.beginning(at, share.start) if "start" not in mark.names)
    first = next(led, share)
    words = (
        first.words if at == wording.sentence.start else count_words(wording.sentence.text[at : first.start])
    )
    begins = not (words or first.stops.strip('"') or first.names.isdisjoint(UNITS | {"span"}))
    return begins or wording.sentence.between(("concludes", "plan", "we"), *wording.sentence.span)


def is_beside_it(wording: Wording, share: Mark) -> bool:
    """Whether a year's money comes on top of the sum, or is that of today: "a further 2bn a year", "today it
    is 2bn a year"."""
    first, *_ = (*wording.preceding(share.start, _BESIDE_IT), share)
    return wording.is_of_today or wording.sentence.between(("others", "rest"), first.start, share.start)


def follows(wording: Wording, match: Match, share: Mark) -> bool:
    """Whether a sentence right after that of the sum names a year's money alone, and how it is spent or what
    it follows from: "Each year 720m will be spent", but not "Each year 720m are lost"; or a sentence further
    on what is spent on average, or each year."""
    alone = wording.names_one_sum and not wording.measures and wording.is_ahead
    alone = alone and wording.places.keys().isdisjoint(_ELSE)
    spends = wording.spends or "spending" in wording.places
    bound = (mark for mark in wording.marks if not _is_of_clause(mark))
    names = frozenset[str]().union(*(mark.names for mark in bound))
    led = wording.goes_on and spends and _is_led(wording, share)
    if wording.since > 1 and not led:
        told = not names.isdisjoint(_CONCLUDES) and wording.since <= (LONG if spends else SHORT)
    else:
        told = (spends and _says_no_more(wording, share)) or not names.isdisjoint(_TOLD)
    drawn = any("from" in mark.names for mark in wording.beginning(wording.sentence.start, share.start))
    return alone and told and not drawn and match.construction.wild and "topic" in match.found[0][1].names


def _is_of_clause(mark: Mark) -> bool:
    """Whether a word takes nothing up, since it is a verb or begins a clause: "Wages mean 24m a year", "The
    chair also noted that costs are 24m a year"."""
    return "makes" in mark.names or (mark.words > 1 and mark.names == {"this"})


def spends_on(wording: Wording, share: Mark) -> bool:
    """Whether a sentence says what a year's money is spent on: "Each year 30m will be paid to schools", but
    not "Each year 720m will be paid"."""
    if not wording.spends:
        return False
    sentence = wording.sentence
    verbs = [cue.end for cue in sentence.cues_from(share.end) if cue.kind == "spends"]
    unit = [mark.end for mark in wording.following(share.end) if "taken" in mark.names]
    end = max((share.end, *verbs[:1], *unit))
    after = sentence.text[end : sentence.end]
    told = sentence.words(end, sentence.end) > 0 and count_words(after) > 1
    return told and not _says_no_more(wording, share)


def _is_led(wording: Wording, share: Mark) -> bool:
    """Whether a sentence begins with "each year"."""
    first = next(iter(wording.beginning(wording.sentence.start, share.start)[1:2]), share)
    return not (first.words or first.stops) and bool(first.names & share.names & UNITS) and first is not share


def _says_no_more(wording: Wording, share: Mark) -> bool:
    """Whether a clause tells nothing but that money is spent each year: "Each year 720m will be paid out",
    but not "Each year 720m will be paid to nurses", "For nurses 720m a year will be paid"."""
    sentence = wording.sentence
    text, after = sentence.text, share.end
    led = [m for m in wording.beginning(sentence.start, share.end) if m.names & share.names & UNITS]
    begin = led[0].start if led else share.start
    end = next((n for n in range(after, sentence.end) if text[n] in _ENDS), sentence.end)
    passed = [cue for cue in sentence.cues if cue.kind in _SPENDING]
    cut = [range(cue.start, cue.end) for cue in passed]
    cut += [range(mark.start, mark.end) for mark in (share, *led)]

    def words(start: int, stop: int) -> int:
        found = (word.start() for word in _WORD.finditer(text, start, stop))
        return sum(not any(at in each for each in cut) for at in found)

    owner = words(led[0].end, share.start) if led else 0  # "le budget annuel de la clinique est de 21m"
    return words(sentence.start, begin) == 0 and max(owner, words(after, end)) <= 1


def is_of_sum(wording: Wording, share: Mark) -> bool:
    """Whether a sentence soon after the sum says no more than what that is a year: "The towns will thus get
    720m a year", "Each year 720m will be paid", "The annual budget is 720m", but not "Each year 720m go to
    towns"."""
    if wording.measures or not (wording.is_ahead and wording.names_one_sum):
        return False
    if not wording.places.keys().isdisjoint(_ELSE):
        return False
    led = [m for m in wording.beginning(wording.sentence.start, share.start) if "bound" not in m.names]
    words = sum(mark.words for mark in (*led[1 - _BEFORE :], share))
    thus = (m for m in led[-_BEFORE:] if "equivalence" in m.names and not (m.words and "makes" in m.names))
    if words <= _BEFORE and any(thus):
        return True  # but not "Wages mean 24m a year"
    n = max((n for n, mark in enumerate(led) if mark.names & share.names & UNITS), default=0)
    if not (n and wording.goes_on) or share.words > 1 or share.stops:
        return False
    unit, between = led[n], led[n + 1 :]
    spent = (*between, *(m for m in wording.following(share.end) if not m.words))
    told = not any(m.words or m.stops for m in spent) and any(not m.names.isdisjoint(_SPENT) for m in spent)
    if any("makes" in mark.names and mark.words > 1 for mark in between):
        return False  # "le budget annuel de la clinique est de 21m"
    return (told or share.closed) and _begins(wording, share, unit, led[n - 1])


def _begins(wording: Wording, share: Mark, unit: Mark, before: Mark) -> bool:
    """Whether a sentence begins with "a year", but for who says so: "The minister said that each year"."""
    sentence = wording.sentence
    if not unit.after and (unit.stops[-1:] == "," or "start" in before.names):
        return True
    if not unit.words and "and" in before.names and before.stops[-1:] == ",":
        return True  # "It starts in 2027, and each year"
    if sentence.leads("says", sentence.start, unit.start) is not None:
        return True
    said = sentence.last(("says",), share.end, sentence.end)
    if said is None or unit.words > _SAYING:
        return False
    # Not "the clinic's annual budget is 21m, as its head said".
    return unit.words < _SAYING or _ENDS.isdisjoint(sentence.text[share.end : said.start])


def is_set_apart(wording: Wording, match: Match, share: Mark) -> bool:
    """Whether the words before a year's money, and none that equates the two, may say that it is a part of
    the total or comes on top: ", with 1bn a year set aside", ", to be extended for 5bn a year"."""
    beside = {name for mark in (share, *wording.following(share.end, 2)) for name in mark.names}
    parted = bool(share.stops) and share.after > 0 and "average" not in beside
    if "a_part" in share.names:
        return True  # "of which 1bn a year goes to towns"
    return match.first("or", "equivalence") is None and (parted or "priced" in share.names)


def goes_on(wording: Wording, share: Mark) -> bool:
    """Whether what follows makes a difference of a year's figure: "2bn a year more than before"."""
    after = takewhile(lambda mark: "amount" not in mark.names, wording.following(share.end, FURTHEST))
    return any(
        not mark.names.isdisjoint(("exceeds", "below", "idle", *WAYS)) and not mark.words for mark in after
    )


def is_of_another(wording: Wording, total: Mark, share: Mark) -> bool:
    """Whether a figure comes on top of the total, is what was before, or is of a time of months: "10m for
    five years, plus annual payments of 500,000", "up from 395,000 a year"."""
    sentence, start, end = wording.sentence, min(total.end, share.end), max(total.start, share.start)
    added = sentence.last(("plus",), start, end) is not None
    first, last = (bisect_left(sentence.periods, at, key=attrgetter("start")) for at in (start, end))
    between = sentence.periods[first:last][:_NEAREST]
    short = any(each.duration is not None and each.duration.months < YEAR for each in between)
    return added or short or "earlier" in share.names or _is_compared(wording, total, share)


def _is_compared(wording: Wording, total: Mark, share: Mark) -> bool:
    """Whether a year's money is what a total is compared with: "12bn, compared with 2021 to 2023, when it was
    on average 2bn a year"."""
    between = wording.beginning(total.end, share.start)

    compared = any(
        "old" in one.names
        and "from" not in one.names
        and "span" in other.names
        and not (other.words or other.stops)
        for one, other in pairwise(between)
    )
    return compared and all("amount" not in mark.names for mark in between)


def insures(wording: Wording, total: Mark, share: Mark) -> bool:
    """Whether a sentence tells what it costs to insure a sum: "443,000 a year for five years to protect
    10m of debt"."""
    sentence, start, end = wording.sentence, min(total.start, share.start), max(total.end, share.end)
    begin, until = max(sentence.start, start - _BESIDE), min(sentence.end, end + _BESIDE)
    if sentence.last(("swap",), begin, until) is not None:
        return True
    n = bisect_left(sentence.amounts, begin, key=attrgetter("start"))
    beside = (each for each in sentence.amounts[n : n + _NEAREST] if each.start < until)
    return any(
        sentence.leads("insured", max(sentence.start, each.start - _BESIDE), each.start) for each in beside
    )


def has_own_span(wording: Wording, spans: Iterable[PeriodMention]) -> bool:
    """Whether one of ``spans`` of a sentence is that for which it tells a year's money, since the sum of no
    other is for as long: "It sets aside 100m. It adds 50m a year until 2030"."""
    known = (each.period for each in (*wording.antecedents, wording.commitment) if each is not None)
    lengths = {length(each) for each in known if each is not None}
    return any(length(each) not in lengths for each in spans)


def begins_with_this(wording: Wording) -> bool:
    """Whether a sentence begins with a word that takes up what the one just before it tells: "This is"."""
    led = wording.beginning(*wording.sentence.span)[1:2]
    return any("this" in mark.names and not mark.words for mark in led)


def names_another(wording: Wording, share: Mark, total: Mark) -> bool:
    """Whether words between two amounts name what the second is of: "the state pays 3,600 a year, and care
    for a child is about 3,000 a month"."""
    first, second = sorted((share, total), key=lambda mark: mark.start)
    between = (*wording.beginning(first.end, second.start), second)
    each = any("each_ahead" in mark.names for mark in between)
    return each or sum(mark.words for mark in between) > _IDLE
