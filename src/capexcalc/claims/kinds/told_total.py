"""A total that words tell to be that of the list before it and of nothing else: "620m for hay, 410m in loans
and 320m for wells; together that makes 1.35bn"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...reading.mentions import Amount
from ..grammar.constructions import MOST
from ..grammar.marks import OF_ONE, Mark
from ..grammar.sentence import count_words
from ..grammar.wording import Wording
from .listed_sum import LEAST
from .other_totals import is_open, may_be_other
from .parts_reach import adds_up, is_alike, is_exact

_LIST = 3  # parts, at least, of the sentence before
_AHEAD, _ITEM, _FIRST = 4, 8, 3  # words from the cue to its total, from the last part to the cue; at first
_STOPS = frozenset(",;:()，；：（）、،؛.。")
_OF = frozenset(("of", "part_of", "from", "by", "exceeds", "below", "others", "contrast"))
_NO_PART = OF_ONE | {"gap", "prior", "valued", "yardstick", "dated", "compared"}
_MOVES = frozenset(("moved", "way", "change", "times"))


def told_total(wording: Wording) -> tuple[Amount, ...] | None:
    """The total and its parts; only if no other sum that is told makes up for what they miss."""
    sentence = wording.sentence
    cues = [(cue.start, cue.end) for cue in sentence.cues if cue.kind == "adds_up"]
    if not cues or not wording.places.keys().isdisjoint(_MOVES):
        return None
    marks = [mark for mark in wording.marks if "amount" in mark.names]
    for start, end in cues:
        total = next((mark for mark in marks if mark.start >= end), None)
        if total is None or not _leads_up(wording, end, total):
            continue
        listed = [mark for mark in marks if mark.end <= start]
        parts = _here(wording, listed, start) if listed else _before(wording, start)
        found = next(_readings(wording, total, listed, parts), None)
        if found is not None:
            return found
    return None


def _leads_up(wording: Wording, end: int, total: Mark) -> bool:
    """Whether words that say what a list adds up to lead up to an amount: not "make up the bulk of the
    2bn"."""
    gap = wording.sentence.text[end : total.start].strip().removeprefix(",")  # "Adding the three up, it is"
    between = wording.beginning(end, total.start)
    plain = all(mark.figure is None and mark.names.isdisjoint(_OF) for mark in between)
    return plain and count_words(gap) <= _AHEAD and _STOPS.difference(":：").isdisjoint(gap)


def _here(wording: Wording, listed: Sequence[Mark], start: int) -> list[Amount]:
    """The parts of a list, if nothing but the rest of its last item stands between it and the cue."""
    last = listed[-1].end
    between = [mark for mark in wording.beginning(last, start) if mark.figure is None]
    item = wording.sentence.text[last:start]
    joined = any("and" in mark.names and count_words(item[mark.end - last :]) for mark in between)
    if joined or count_words(item) > _ITEM or any(not mark.names.isdisjoint(_NO_PART) for mark in listed):
        return []
    return [mark.figure for mark in listed if isinstance(mark.figure, Amount)]


def _before(wording: Wording, start: int) -> list[Amount]:
    """The list of the sentence before, if this one begins with the cue."""
    led = wording.sentence.text[wording.sentence.start : start]
    begun = count_words(led) <= _FIRST and wording.names_one_sum and not wording.goes_beyond
    return list(wording.listed) if begun and len(wording.listed) >= _LIST else []


def _readings(
    wording: Wording, total: Mark, listed: Sequence[Mark], parts: Sequence[Amount]
) -> Iterator[tuple[Amount, ...]]:
    """A list with its total: all of it, or all but the sum that it begins with and that it makes."""
    whole = total.figure
    if not isinstance(whole, Amount) or not total.names.isdisjoint(_NO_PART) or not 1 < len(parts) <= MOST:
        return
    if any(each.currency != whole.currency or each.value < LEAST for each in (whole, *parts)):
        return
    if adds_up(whole, parts):
        yield whole, *parts
        return
    if len(parts) > _LIST - 1 and is_exact(parts[0], parts[1:]):
        parts, listed = parts[1:], listed[1:]
        if is_exact(whole, parts):
            yield whole, *parts
            return
    if _is_of_nothing_else(wording, total, whole, listed, parts):
        yield whole, *parts


def _is_of_nothing_else(
    wording: Wording, total: Mark, whole: Amount, listed: Sequence[Mark], parts: Sequence[Amount]
) -> bool:
    exact = {each.bound for each in (whole, *parts)} == {"exact"}
    if not exact or max(each.value for each in parts) >= whole.value or not is_alike(whole, parts):
        return False
    if listed and (
        may_be_other(wording, total, listed, parts) or is_open(wording, listed[0].start, total, listed[-1])
    ):
        return False
    others = [each for each in wording.earlier if each not in parts and each.currency == whole.currency]
    if any(adds_up(whole, (*parts, each)) for each in others) or (
        others and adds_up(whole, (*parts, *others))
    ):
        return False
    less = ([each for each in parts if each is not one] for one in parts)
    return not any(len(few) > 1 and adds_up(whole, few) for few in less)
