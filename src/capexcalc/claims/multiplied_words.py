"""What the words around a price, a number and a total say: that the one is an average or of one of many, that
the other is a total, that more than the two makes it."""

from __future__ import annotations

from ..reading.mentions import Amount, Count
from .marks import Mark
from .wording import Wording

_TOTAL = ("outlay", "money", "total", "equivalence", "this", "the_sum", "concludes")
_TOTAL_AFTER = ("outlay", "total", "equivalence_after")
_EACH = ("each", "each_before", "each_ahead", "per", "per_one")
_MORE = ("plus", "others", "rest", "includes", "part_of", "of_it", "along", "excludes", "capped")
_LEADING, _FOLLOWING = 5, 2  # words between a total, or an average, and the word that calls it so
_LOTS = (10, 100, 1000)  # shares, for so many of which a dividend may be told
_BESIDE = 60  # characters between a lot of shares and what is paid for it


def is_called_total(wording: Wording, total: Mark, since: int) -> bool:
    """Whether a word that begins no earlier than ``since`` calls an amount what all of many come to."""
    sentence = wording.sentence
    begin = max(since, sentence.start)
    lead = sentence.last(_TOTAL, begin, total.start)
    if lead is not None and sentence.words(lead.end, total.start) <= _LEADING:
        return not any(a.start >= lead.end for a in sentence.amounts if a.end <= total.start)
    return _is_followed(wording, total.end, _TOTAL_AFTER, _FOLLOWING)


def _is_followed(wording: Wording, end: int, kinds: tuple[str, ...], most: int) -> bool:
    sentence = wording.sentence
    after = next((cue for cue in sentence.cues_from(end) if cue.kind in kinds), None)
    return after is not None and sentence.words(end, after.start) <= most


def is_average(wording: Wording, price: Mark, kinds: tuple[str, ...], since: int) -> bool:
    """Whether a price is told to be an average, by a word of some ``kinds`` that begins no earlier than
    ``since``."""
    sentence = wording.sentence
    lead = sentence.last(kinds, max(since, sentence.start), price.start)
    if lead is not None and sentence.words(lead.end, price.start) <= _LEADING:
        return True
    return _is_followed(wording, price.end, ("mean",), _FOLLOWING)


def is_left_open(wording: Wording, start: int, end: int) -> bool:
    """Whether a word between two offsets says that there is more than what stands there, or that a figure is
    the most or the least there may be."""
    sentence = wording.sentence
    start, end = max(start, sentence.start), min(end, sentence.end)
    return sentence.last(_MORE, start, end) is not None


def is_bounded(figure: object) -> bool:
    """Whether an amount is told to be the most or the least, or is one end of a range."""
    return isinstance(figure, Amount) and figure.bound not in ("exact", "about")


def is_led_by_bound(wording: Wording, number: Count) -> bool:
    """Whether a word that may be "more than" or "up to" stands right before a number."""
    before = (mark for mark in wording.preceding(number.start, 3) if "bound" in mark.names)
    return any(not wording.sentence.words(mark.end, number.start) for mark in before)


def lot_of(wording: Wording, numbers: list[Count], price: Mark) -> Count | None:
    """How many things a price is told for, where it is not one: "3 yuan for every 10 shares"."""
    for number in numbers:
        if number.value not in _LOTS or abs(number.start - price.start) > _BESIDE:
            continue
        led = wording.sentence.last(_EACH, number.start - _BESIDE, number.start)
        if led is not None and number.start - led.end <= 1:
            return number
    return None
