"""Whether a total may be one of more, or of something else, than the parts before it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain, combinations, pairwise
from operator import attrgetter

from ...money.money import EXACT
from ...reading.mentions import Amount
from ..grammar.marks import OF_ONE, Mark, amounts_of, in_one_currency
from ..grammar.sentence import count_words
from ..grammar.wording import Wording
from ..verdicts.verdict import strictly
from .parts_reach import adds_up, is_exact, reach

_OF = frozenset(("of", "part_of"))
_PRICE = 100_000  # times as much as the price of one of many
_ITEM = 3  # words, at least, of an item of a list that has no sum
_STOPS = frozenset(",;:()，；：（）、،؛–—")
_MANY = 8  # amounts of a sentence, of which two or more soon add up
_FAR = 5  # times what its parts make, if other amounts stand before those


def is_led(wording: Wording, amount: Mark) -> bool:
    """Whether a word for a total leads up to an amount directly, and more than a comma up to that."""
    before = wording.preceding(amount.start)
    led = bool(before) and "total" in before[-1].names and not (amount.words or amount.stops)
    return led and before[-1].after > 0


def is_of_measure(wording: Wording, total: Mark) -> bool:
    """Whether a total is one of what is named directly before it, and that is no sum of what went before:
    存款总额为120亿元."""
    before = wording.preceding(total.start)
    if not before or "total" not in before[-1].names or total.words or total.stops:
        return False
    sentence, start = wording.sentence, before[-1].start
    measure = sentence.last(("measure",), sentence.start, start)
    if measure is None or measure.end != start:
        return False
    named = sentence.text[measure.start : start]
    return named not in sentence.text[sentence.start : measure.start]  # 国内出口, 海外出口, 出口总额


def is_tail(wording: Wording, total: Mark, parts: Sequence[Amount]) -> bool:
    """Whether a list that begins with the amount before the parts comes nearer to their total, which they are
    then but the end of: "A made 1.5bn; B, 832m, and C, 484m, 2.8bn in all"."""
    whole = total.figure
    before = [mark for mark in wording.preceding(parts[0].start, _MANY) if "given" in mark.names]
    if not isinstance(whole, Amount) or not before or before[-1].names & OF_ONE or before[-1] is total:
        return False
    pair = in_one_currency(total, before[-1])
    made = EXACT.multiply(reach(parts).low + reach(parts).high, Decimal("0.5"))
    return pair is not None and abs(pair[0].value - made - pair[1].value) < abs(pair[0].value - made)


def is_open(wording: Wording, start: int, total: Mark, last: Mark) -> bool:
    """Whether a list that begins at an offset says that there is more than it names: "6bn for A, 4bn for B
    and other items, 12bn in all", "6bn for A and 4bn for B plus interest, 12bn in all"."""
    sentence = wording.sentence
    if sentence.between(("plus",), last.end, total.start):
        return True
    cues = (cue for cue in sentence.cues_from(start) if cue.kind == "others")
    return any(not _has_sum(wording, cue.start, cue.end) for cue in cues)


def _has_sum(wording: Wording, start: int, end: int) -> bool:
    """Whether "others" are an item of a list with a sum of its own: "and other fees 6bn"."""
    money = [mark for mark in wording.marks if isinstance(mark.figure, Amount)]
    after = next((mark for mark in money if mark.start >= end), None)
    return (
        after is not None and _is_one_item(wording, end, after.start) and not _is_led_by_total(wording, after)
    )


def _is_one_item(wording: Wording, start: int, end: int) -> bool:
    gap = wording.sentence.text[start:end]
    joined = any("and" in mark.names for mark in wording.beginning(start, end))
    return not joined and _STOPS.isdisjoint(gap) and count_words(gap) <= _ITEM


def _is_led_by_total(wording: Wording, amount: Mark) -> bool:
    return any("total" in mark.names for mark in wording.preceding(amount.start))


def may_be_other(wording: Wording, total: Mark, addends: Sequence[Mark], parts: Sequence[Amount]) -> bool:
    """Whether a total may be of more or less than the parts as they are told: it includes one of them, some
    are paid several times ("5 prizes of 5,000"), it is the most that each may be ("all up to 5,000"), one is
    but the price of one of many ("12m for shares at 40 each") or a part of another ("9m for a firm, which
    includes 2m of its debt", "a plan of 9m, with 2m of that for banks") or beside a target, it is of the sum
    before them as well, of more than has a sum, or of other amounts of the sentence."""
    sentence, whole = wording.sentence, total.figure
    if not isinstance(whole, Amount):
        return False
    first = min(total, addends[0], key=attrgetter("start"))
    before = [m for m in wording.beginning(sentence.start, first.start) if isinstance(m.figure, Amount)]
    start = before[-1].end if before else sentence.start
    one_more = any(adds_up(whole, (each, *parts)) for mark in before[-1:] for each in amounts_of(mark))
    end = max(total.end, addends[-1].end)
    counts = (mark for mark in wording.beginning(start, end) if "count" in mark.names)
    times = any(sentence.text[mark.start].isdecimal() for mark in counts)
    more = strictly(whole).low > reach(parts).high
    most = whole.bound == "at_most" and strictly(whole).high < reach(parts).low
    left_out = ((*parts[:n], *parts[n + 1 :]) for n in range(len(parts) if len(parts) > 2 else 0))
    within = any(adds_up(whole, each) for each in left_out)
    price = any(part.value * _PRICE < whole.value for part in parts)
    unnamed = _ends_unnamed(wording, total, addends[-1], more=more)
    unnamed = unnamed or bool((before or wording.earlier) and strictly(whole).low > _FAR * reach(parts).high)
    inside = any(
        "part_of" in after.names and not (after.words or after.stops)
        for mark in addends[1:]
        for after in wording.following(mark.end)
    )
    inside = inside or _is_of_others(wording, whole, parts)
    inside = inside or any(_is_beside_target(wording, mark) for mark in addends)
    told = inside or sentence.between(("includes",), start, end) or (times and more)
    return told or most or within or one_more or price or unnamed


def _is_beside_target(wording: Wording, part: Mark) -> bool:
    """Whether an amount is what something is above or below a target: "a rise of 8%, above target by 2bn"."""
    names: set[str] = set()
    for mark in reversed(wording.beginning(wording.sentence.start, part.start)):
        if mark.figure is not None:
            break
        names |= mark.names
    return "yardstick" in names and not names.isdisjoint(("exceeds", "below"))


def _is_of_others(wording: Wording, total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether other amounts of a sentence add up to a total to the figure: "950 a box, or 19 a piece, and 60
    for the post, 1,010 in all"."""
    money = [each.figure for each in wording.marks if isinstance(each.figure, Amount)]
    money = [each for each in money if each.currency == total.currency and each.start != total.start]
    if len(money) > _MANY:
        return False
    found = chain.from_iterable(combinations(money, n) for n in range(2, len(money) + 1))
    return any(is_exact(total, each) and each != tuple(parts) for each in found)


def _ends_unnamed(wording: Wording, total: Mark, last: Mark, *, more: bool) -> bool:
    """Whether a list ends in what it does not tell the sum of, or in what the sum after it is of: "6bn in
    loans, 4bn in grants and three bonds for its ports, 12bn in all", "6bn in loans, 4bn in grants and cash
    amounting to 5bn"."""
    words, begun = 0, False
    for mark in (*wording.beginning(last.end, total.start), total):
        if begun and mark.stops and not more:
            return False
        words = words + mark.words if begun else 0
        begun = begun or "and" in mark.names
    return words >= (_ITEM if more else 1)


def is_interrupted(wording: Wording, total: Mark, last: Mark) -> bool:
    """Whether something stands between commas before a total, and may belong to it, or it is the total of
    more: "2bn in equity, 1bn in debt and, with earlier rounds, has taken in 5bn in all", "5bn in cash and
    4bn in arms out of a total of 20bn"."""
    between = wording.beginning(last.end, total.end)
    of_more = any(
        not one.names.isdisjoint(_OF) and "total" in other.names and not (other.words or other.stops)
        for one, other in pairwise(between)
    )
    return of_more or "".join(mark.stops for mark in between).count(",") > 1
