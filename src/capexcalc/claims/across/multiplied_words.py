"""What the words around a price, a number and a total say: that the one is an average or of one of many, that
the other is a total, that more than the two makes it."""

from __future__ import annotations

from itertools import takewhile

from ...reading.mentions import Amount, Count, Cue
from ..grammar.marks import UNITS, Mark, is_closed
from ..grammar.whole_nouns import found_in
from ..grammar.wording import Wording
from ..kinds import product

_TOTAL = ("outlay", "takings", "money", "total", "equivalence", "this", "the_sum", "concludes")
_TOTAL_AFTER = ("outlay", "takings", "total", "equivalence_after")
_SPENT = ("spends", "spending")
_EACH = ("each", "each_before", "each_ahead", "per", "per_one")
_COSTS = ("outlay", "unit_price", "price")
_EACH_OF = ("each", "each_before", "each_ahead")
_MORE = frozenset(("plus", "others", "rest", "includes", "along", "excludes", "capped"))
_OF_IT = frozenset(("part_of", "of_it"))
_THE_SUM = ("this", "the_sum", "total")
_STOPS = frozenset(",;，；،؛")
_LEADING, _FOLLOWING, _BARE = 5, 2, 1  # words between a total, or an average, and the word that calls it so
_ASIDE = 2  # commas about one
_ALIKE = 4  # letters by which a noun is known in another form
_NAMING = 3  # words after a number or a price, among which is what that counts
_FAR = 10  # words between "each of 2,500 buses" and what one costs
_OF_ITS = 2  # words between "each" and how many there are: "each of its 95 million shares"
_LOTS = (10, 100, 1000)  # shares, for so many of which a dividend may be told
_BESIDE = 60  # characters between a lot of shares and what is paid for it


def is_called_total(wording: Wording, total: Mark, since: int, language: str, *, spent: bool = False) -> bool:
    """Whether a word that begins no earlier than ``since`` calls an amount what all of many come to, be it
    only that it is ``spent``."""
    sentence = wording.sentence
    begin = max(since, sentence.start)
    kinds = (*_TOTAL, *_SPENT) if spent else _TOTAL
    cues = (cue for cue in sentence.cues if cue.kind in kinds and begin <= cue.start < total.start)
    leads = [(cue.end, _reach(wording, cue)) for cue in cues]
    if not leads and (verb := _begun_with(wording)) is not None:
        leads.append((verb.end, _LEADING))
    leads += [(end, _LEADING) for _, end in found_in("bill", begin, total.start, sentence, language)]
    if any(_leads_to(wording, end, total, reach) for end, reach in leads):
        return True
    if leads and not any(begin <= a.start < total.start for a in sentence.amounts):
        return False
    return _is_followed(wording, total.end, (*_TOTAL_AFTER, *_SPENT) if spent else _TOTAL_AFTER, _FOLLOWING)


def _leads_to(wording: Wording, end: int, total: Mark, reach: int) -> bool:
    """Whether few words, and no punctuation but that about an aside, stand between a word and a total: "the
    contract, signed in May, comes to"."""
    sentence = wording.sentence
    if any(end <= amount.start < total.start for amount in sentence.amounts):
        return False
    between = sentence.text[end : total.start]
    stops = [n for n, char in enumerate(between) if char in _STOPS]
    if len(stops) == _ASIDE and between[stops[0]] == between[stops[1]] and not between[: stops[0]].strip():
        return sentence.words(end + stops[1], total.start) <= reach
    return not stops and sentence.words(end, total.start) <= reach


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


def is_left_open(wording: Wording, start: int, end: int, language: str, *, of_it: bool) -> bool:
    """Whether a word between two offsets says that there is more than what stands there, or that a figure is
    the most or the least there may be; or, as ``of_it`` asks, that one is a part."""
    sentence = wording.sentence
    start, end = max(start, sentence.start), min(end, sentence.end)
    cues = list(takewhile(lambda cue: cue.start < end, sentence.cues_from(start)))
    sums = {cue.start for cue in cues if cue.kind in _THE_SUM}  # Hungarian "a költség" is "of the cost" too
    sums.update(at for at, _ in found_in("bill", start, end, sentence, language))
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


def is_led_by_each(wording: Wording, price: Mark) -> bool:
    """Whether "each" leads to a price in its clause, past how many there are: "Each of the 2,500 buses that
    it ordered will cost 2.4m"."""
    words = price.words
    for mark in reversed(wording.preceding(price.start, _FAR)):
        if words > _FAR or price.stops or "amount" in mark.names:
            return False
        if mark.figure is None and not mark.names.isdisjoint(_EACH_OF):
            return "taken" not in mark.names
        words += mark.words
        price = mark
    return False


def is_of_one(wording: Wording, price: Mark, language: str) -> bool:
    """Whether a clause begins with one of many, and tells what that costs: "One scanner costs 22m", "The cost
    of each bus is 500,000"."""
    sentence, text = wording.sentence, wording.sentence.text
    begin = max((a.end for a in sentence.amounts if a.end <= price.start), default=sentence.start)
    begin += 1 + max(text[begin : price.start].rfind(char) for char in _STOPS)
    last = next((cue for cue in sentence.cues_from(price.end) if cue.kind in _COSTS), None)
    told = last is not None and sentence.words(price.end, last.start) <= _FOLLOWING
    told = told or sentence.between(_COSTS, begin, price.start)
    ones = found_in("one", begin, price.start, sentence, language) if told else ()
    return any(
        sentence.words(begin, start) <= _FOLLOWING and sentence.words(end, price.start) <= _LEADING
        for start, end in ones
    )


def is_of_counted(wording: Wording, price: Mark, numbers: list[Count]) -> bool:
    """Whether what a number before it counts is named again right behind a price: "18 ferries at 1.4m for a
    ferry"."""
    text, end = wording.sentence.text, wording.sentence.end
    after = _words(text, price.end, end)
    return any(
        not after.isdisjoint(_words(text, number.end, min(price.start, end)))
        for number in numbers
        if number.end <= price.start
    )


def _words(text: str, start: int, end: int) -> set[str]:
    """The first words between two offsets, as far as no punctuation follows, by what they begin with."""
    found: set[str] = set()
    for word in text[start : min(end, start + _BESIDE)].split()[:_NAMING]:
        bare = word.strip(".,;:()")
        if len(bare) >= _ALIKE:
            found.add(bare.casefold()[:_ALIKE])
        if bare != word:
            break
    return found


def lot_of(wording: Wording, numbers: list[Count], price: Mark) -> Count | None:
    """How many things a price is told for, where it is not one: "3 yuan for every 10 shares"."""
    for number in numbers:
        if number.value not in _LOTS or abs(number.start - price.start) > _BESIDE:
            continue
        led = wording.sentence.last(_EACH, number.start - _BESIDE, number.start)
        if led is not None and number.start - led.end <= 1:
            return number
    return None
