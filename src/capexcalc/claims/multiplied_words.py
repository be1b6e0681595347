"""What the words around a price, a number and a total say: that the one is an average or of one of many, that
the other is a total, that more than the two makes it."""

from __future__ import annotations

from itertools import takewhile

from ..reading.mentions import Amount, Count, Cue
from .kinds import product
from .marks import UNITS, Mark, is_closed
from .wording import Wording

_TOTAL = ("outlay", "takings", "money", "total", "equivalence", "this", "the_sum", "concludes")
_TOTAL_AFTER = ("outlay", "takings", "total", "equivalence_after")
_EACH = ("each", "each_before", "each_ahead", "per", "per_one")
_EACH_OF = ("each", "each_before", "each_ahead")
_MORE = frozenset(("plus", "others", "rest", "includes", "along", "excludes", "capped"))
_OF_IT = frozenset(("part_of", "of_it"))
_THE_SUM = ("this", "the_sum", "total")
_STOPS = frozenset(",;，；،؛")
_LEADING, _FOLLOWING, _BARE = 5, 2, 1  # words between a total, or an average, and the word that calls it so
_OF_ITS = 2  # words between "each" and how many there are: "each of its 95 million shares"
_LOTS = (10, 100, 1000)  # shares, for so many of which a dividend may be told
_BESIDE = 60  # characters between a lot of shares and what is paid for it


def is_called_total(wording: Wording, total: Mark, since: int) -> bool:
    """Whether a word that begins no earlier than ``since`` calls an amount what all of many come to."""
    sentence = wording.sentence
    begin = max(since, sentence.start)
    lead = sentence.last(_TOTAL, begin, total.start) or _begun_with(wording)
    if lead is not None and sentence.words(lead.end, total.start) <= _reach(wording, lead):
        parted = not _STOPS.isdisjoint(sentence.text[lead.end : total.start])
        return not parted and not any(lead.end <= a.start < total.start for a in sentence.amounts)
    return _is_followed(wording, total.end, _TOTAL_AFTER, _FOLLOWING)


def _reach(wording: Wording, lead: Cue) -> int:
    """How many words may follow one that calls a total so: hardly any a bare "this", others "the cost"."""
    bare = lead.kind == "this" and " " not in wording.sentence.text[lead.start : lead.end]
    return _BARE if bare else _LEADING


def _begun_with(wording: Wording) -> Cue | None:
    """The verb with its subject that a sentence begins with: "Efortul bugetar se ridică la"."""
    first = next(iter(wording.sentence.cues), None)
    text = wording.sentence.text
    if first is None or first.kind != "makes" or text[wording.sentence.start : first.start].strip():
        return None
    return first if " " in text[first.start : first.end] else None


def _is_followed(wording: Wording, end: int, kinds: tuple[str, ...], most: int) -> bool:
    sentence = wording.sentence
    after = next((cue for cue in sentence.cues_from(end) if cue.kind in kinds), None)
    return after is not None and sentence.words(end, after.start) <= most


def is_average(wording: Wording, price: Mark, kinds: tuple[str, ...], since: int) -> bool:
    """Whether a price is told to be an average, by a word of some ``kinds`` that begins no earlier than
    ``since``."""
    return is_led_by_average(wording, price, kinds, since) or _is_followed(
        wording, price.end, ("mean",), _FOLLOWING
    )


def is_led_by_average(wording: Wording, price: Mark, kinds: tuple[str, ...], since: int) -> bool:
    """Whether such a word stands before the price."""
    sentence = wording.sentence
    lead = sentence.last(kinds, max(since, sentence.start), price.start)
    return lead is not None and sentence.words(lead.end, price.start) <= _LEADING


def speaks_of(wording: Wording, *kinds: str) -> bool:
    return wording.sentence.between(kinds, *wording.sentence.span)


def is_left_open(wording: Wording, start: int, end: int, *, of_it: bool) -> bool:
    """Whether a word between two offsets says that there is more than what stands there, or that a figure is
    the most or the least there may be; or, as ``of_it`` asks, that one is a part."""
    sentence = wording.sentence
    start, end = max(start, sentence.start), min(end, sentence.end)
    cues = list(takewhile(lambda cue: cue.start < end, sentence.cues_from(start)))
    sums = {cue.start for cue in cues if cue.kind in _THE_SUM}  # Hungarian "a költség" is "of the cost" too
    more = _MORE | _OF_IT if of_it else _MORE
    return any(cue.kind in more and cue.start not in sums for cue in cues)


def is_bounded(figure: Amount | Count) -> bool:
    """Whether a figure is told to be the most or the least, or is one end of a range."""
    return figure.bound not in ("exact", "about")


def is_counted_otherwise(numbered: Wording | None, priced: Wording, price: Mark, number: Count) -> bool:
    """Whether a number is of other things than a price, or is a factor or the side of something."""
    sentence = (numbered or priced).sentence
    text = sentence.text
    if product.is_factor(text, sentence.start, number):
        return True
    if numbered is None:
        return False
    ends = [mark.start for mark in numbered.marks if mark.figure is not None and mark.start >= number.end]
    return product.is_of_other_measure(priced, price, number.end, min(ends, default=sentence.end))


def is_rate_of(numbered: Wording | None, number: Count, total: Mark) -> bool:
    """Whether a number is one of each month or day, and the total is not; or what each gets on average,
    without its money: "15 million visitors a month", 平均每个居民2万多."""
    if numbered is None:
        return False
    after = next((mark for mark in numbered.following(number.end)), None)
    timed = after is not None and after.words <= 1 and not after.stops and not after.names.isdisjoint(UNITS)
    timed = timed and after is not None and not _leads_to_price(numbered, after)
    if timed and total.names.isdisjoint(UNITS):
        return True
    sentence = numbered.sentence
    mean = sentence.last(("mean",), sentence.start, number.start)
    each = sentence.last(_EACH_OF, mean.end, number.start) if mean is not None else None
    alone = is_closed(sentence.text[number.end : number.end + 2])
    return each is not None and alone and sentence.words(each.end, number.start) <= _FOLLOWING


def _leads_to_price(wording: Wording, unit: Mark) -> bool:
    """Whether an amount follows a word for a unit of time at once, which is that of the amount then."""
    after = next(iter(wording.following(unit.end)), None)
    return after is not None and isinstance(after.figure, Amount) and not (after.words or after.stops)


def is_priced_each(wording: Wording, number: Count, price: Mark) -> bool:
    """Whether "each of" leads from a price to a number: "12 cents on each of its 95 million shares"."""
    sentence = wording.sentence
    each = sentence.last(_EACH_OF, price.end, number.start)
    if each is None or sentence.words(price.end, each.start) > _FOLLOWING:
        return False
    return len(sentence.text[each.end : number.start].split()) <= _OF_ITS


def lot_of(wording: Wording, numbers: list[Count], price: Mark) -> Count | None:
    """How many things a price is told for, where it is not one: "3 yuan for every 10 shares"."""
    for number in numbers:
        if number.value not in _LOTS or abs(number.start - price.start) > _BESIDE:
            continue
        led = wording.sentence.last(_EACH, number.start - _BESIDE, number.start)
        if led is not None and number.start - led.end <= 1:
            return number
    return None
