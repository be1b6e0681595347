"""Two numbers that are the ends of one range: "4 to 5 billion euros", "between €4 and €5 billion"."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..patterns import regex
from .adjacent_currency import LARGEST, Number, codes_of, surround
from .items import Items, item_at, meanings_at
from .lexicon import Lexicon
from .number_part import begins_number
from .quantities import read_quantity
from .range_ends import LARGEST_FALL, doubted, in_full, is_whole, with_scale
from .sentences import ends_sentence
from .tokens import spaceless

_CHANGE_WITHIN = 8  # items
_APART = 10  # characters between the two numbers
_VERBS, _CUES = frozenset(("change", "multiple")), frozenset(("increase", "decrease"))
_WIDEST = 20  # times the low end that the high end of a range may be
_LONGEST_LABEL = 24  # characters
_LARGEST_LABEL = 99
_ENDS_NAME = regex(r"(?:[^\W\d_]{4}|\d|[A-ZА-ЯІЇЄΑ-Ω]{2})[-\u2010\u2011]\Z")
_LABEL = regex(r"(?<!\w)([^\W\d_]{3,})\s\Z")
_WORD = regex(r"\s[^\W\d]{3}")
_SHORT_YEAR = regex(r"(?<![^\WA-Z_])['’‘]\Z")
YEAR = regex("(?:19|20)[0-9]{2}")
_BUDDHIST_YEAR = regex(r"ปี\s?25[0-9]{2}\Z")  # as Thai counts them
_GROUPED = regex(r"\d[.,'’\u00a0\u2009\u202f ]\d{3}(?!\d)")


class End(NamedTuple):
    """Two numbers that share a currency, each in full; ``change`` if the one became the other."""

    low: Number
    high: Number
    change: bool


class _Joint(NamedTuple):
    """What stands between two numbers, and what opens them.

    It is a dash or a word for "to" (``joins``), else "and" or the "to" that says what was reached; a
    ``sign``, or as ``tight`` as one.
    """

    joins: bool
    reaches: bool
    sign: bool
    tight: bool
    opened: bool
    between: bool


def range_end(text: str, items: Items, low: Number, i: int, lexicon: Lexicon) -> End | None:
    """The second number, if the first begins a range or a change: "4 to 5 billion euros", "between €4 and €5
    billion", "rose from 18 to 22 cents"."""
    joint = _joint(items, low, low.first(i) - 1)
    high = _second(text, items, low, lexicon) if joint else None
    if joint is None or high is None or not (low.currency or high.currency):
        return None
    if "percent" in meanings_at(items, high.next):
        return None  # "R$ 6,74 -7,67%"
    if _counts_others(text, items, low, high, joint):
        return None
    if _is_short_year(text, low) or _is_year(text, low, high) or _is_later_year(text, items, high):
        return None
    if low.currency is None and high.prefix and _is_day(text, items, low, low.first(i)):
        return None  # "in the half year to January 25 to A$783 million", "rose on Nov. 13 to $41"
    if low.quantity.value < lexicon.least_alone and not text[low.quantity.start].isdecimal():
        return None  # 공원에서 한, "in a park one"
    if low.currency is None and _ENDS_NAME.search(text, max(0, low.start - _LONGEST_LABEL), low.start):
        return None  # "from COVID-19 to 29 million dollars"
    if "between_after" in meanings_at(items, high.next):
        joint = joint._replace(between=True)
    whole = is_whole(low, high)
    if _becomes(text, items, low, high, joint, i, lexicon):
        if low.quantity.mantissa < LARGEST_FALL * high.quantity.mantissa:
            return End(with_scale(items, low, high, change=True), high, True)
        full = low.currency or low.quantity.scale or whole
        return End(doubted(items, low, high, i), high, True) if full else None
    if not (joint.joins or joint.between) or not _share_currency(text, items, low, high, joint, i, lexicon):
        return None
    if joint.sign:
        if _is_label(text, low, high):
            return None
        low, high = in_full(text, low, high)
    borrows = high.quantity.scale and not low.quantity.scale and not low.currency
    if borrows and low.quantity.mantissa >= high.quantity.mantissa and not (joint.between or whole):
        return None  # "10-10 thousand each", but between 50 and two thousand
    low = doubted(items, with_scale(items, low, high), high, i)
    rises = low.quantity.value + low.smaller < high.quantity.value + high.smaller
    return End(low, high, False) if rises else None


def _is_day(text: str, items: Items, low: Number, i: int) -> bool:
    """Whether a number stands right after a month, or the short form of one with its point."""
    at = i - 1 if meanings_at(items, i - 1) else i - 2
    named = "month" in meanings_at(items, at)
    return named and text[item_at(items, at).end : low.start].strip() in ("", ".")


def _joint(items: Items, low: Number, before: int) -> _Joint | None:
    """What stands after ``low``, if it can join two numbers; ``before`` is the item before ``low``."""
    meanings = meanings_at(items, low.next)
    joins, reached = "range" in meanings, has_cue(items, low.next, "new")
    if not (joins or reached or "range_and" in meanings):
        return None
    word = item_at(items, low.next).text
    sign = not any(map(str.isalnum, word))
    between = "between" in meanings_at(items, before) or (
        "link" in meanings_at(items, before) and "between" in meanings_at(items, before - 1)
    )
    opened = _opens(items, before)
    return _Joint(joins, joins or reached, sign, sign or spaceless(word[0]), opened, between)


def _second(text: str, items: Items, low: Number, lexicon: Lexicon) -> Number | None:
    """The number after the joint that follows ``low``."""
    j = low.next + 1
    while meanings_at(items, j).keys() & {"link", "article"} and not begins_number(meanings_at(items, j)):
        j += 1
    if codes_of(meanings_at(items, j)):
        j += 1
    quantity = read_quantity(text, items, j, lexicon)
    if quantity is None or quantity.start - low.end > _APART or quantity.value >= LARGEST:
        return None
    return surround(text, items, j, quantity, low.next, lexicon)


def _becomes(
    text: str, items: Items, low: Number, high: Number, joint: _Joint, i: int, lexicon: Lexicon
) -> bool:
    """Whether the first number is said to have become the second: "from 18 to 22 cents"."""
    if not (joint.reaches and joint.opened) or joint.sign:
        return False
    if high.currency is None and not (low.currency and high.quantity.scale):
        return False
    if low.currency and high.currency and set(low.currency.codes).isdisjoint(high.currency.codes):
        return False
    one, two = low.quantity, high.quantity
    lends = two.scale and not one.scale and _leaves(items, low.first(i) - 1) and not low.currency
    falls = lends and (not joint.joins or (one.mantissa >= two.mantissa and not is_whole(low, high)))
    return bool(falls) or tells_change(text, items, low, high, i, lexicon)


def _share_currency(
    text: str, items: Items, low: Number, high: Number, joint: _Joint, i: int, lexicon: Lexicon
) -> bool:
    """Whether two numbers can be the ends of a range in one currency, though only one of them may name it."""
    if low.currency and high.currency:
        # "fell $1 to $30", but "damage is $1.3 to $1.5bn and may grow"; in Korean the verb stands last
        last = has_cue(items, low.next, "old_after")
        told = not (joint.sign or joint.between) and tells_change(
            text, items, low, high, i, lexicon, after=last
        )
        return not told and not set(low.currency.codes).isdisjoint(high.currency.codes)
    return low.currency is None or bool(high.quantity.scale or joint.tight or joint.between)


def _counts_others(text: str, items: Items, low: Number, high: Number, joint: _Joint) -> bool:
    """Whether the second number counts what is no money: "30 pounds - 66 lbs", "$2.95 - 4.5 stars"."""
    if high.currency is not None or high.quantity.scale:
        return False
    if "nothing" in meanings_at(items, high.next):
        return True
    gap = text[low.end : high.start]
    unknown = high.next < len(items) and items[high.next] is None
    return joint.sign and gap.strip() != gap and unknown and _WORD.match(text, high.end) is not None


def _is_label(text: str, low: Number, high: Number) -> bool:
    """Whether the first number only names what the amount after the dash is for: "zone 1 - 300 lei, zone 2 -
    250 lei"."""
    gap, one, two = text[low.end : high.start], low.quantity, high.quantity
    led = _LABEL.search(text, max(0, low.start - _LONGEST_LABEL), low.start)
    if low.currency or one.scale or gap.strip() == gap:
        return False
    wide = two.value > _WIDEST * one.value
    if is_whole(low, high):
        return wide
    wide = wide and not two.scale
    finer = not two.scale and two.unit < one.unit
    if high.prefix and (wide or finer or YEAR.fullmatch(text, one.start, one.end)):
        return True  # "Edition 150 – RM18,300", "version 2 - $19.20", "for 2021 – RM9,990"
    if not led or one.value > _LARGEST_LABEL:
        return False
    again = regex(rf"(?<!\w){re.escape(led[1])}\s\d+\s[-\u2013\u2014:]", re.IGNORECASE)
    return wide or len(again.findall(text)) > 1


def _is_year(text: str, low: Number, high: Number) -> bool:
    """Whether the first number is a year beside an amount: "up 20% from 2018 to $908 million"."""
    if _BUDDHIST_YEAR.search(text, max(0, low.start - len("ปี ")), low.end):
        return True
    if low.currency or low.quantity.scale or not YEAR.fullmatch(text, low.start, low.end):
        return False
    grouped = _GROUPED.match(text, high.quantity.start) is not None  # "up 21% from 2010 to 2,049 yuan"
    return grouped or high.quantity.mantissa.adjusted() != 3  # but "from 1950 to 2050 million"


def _is_short_year(text: str, low: Number) -> bool:
    """Whether the first number is a year without its century: "in Q1 '20 to $40.5 million"."""
    short = low.quantity.end - low.quantity.start == len("20") and low.currency is None
    return short and _SHORT_YEAR.search(text, max(0, low.start - 2), low.start) is not None


def _is_later_year(text: str, items: Items, high: Number) -> bool:
    """Whether the second number is a year: 0.08유로에서 2010년, "from 0.08 euro, in 2010",
    176유로에서 2016년까지."""
    year = YEAR.fullmatch(text, high.start, high.end) is not None
    after = meanings_at(items, high.next)
    return year and high.currency is None and ("unit" in after or "when_after" in after)


def tells_change(
    text: str, items: Items, low: Number, high: Number, i: int, lexicon: Lexicon, *, after: bool = True
) -> bool:
    """Whether the words around two numbers, in their sentence, say that one became the other; without
    ``after``, those before them."""
    first, last = low.first(i) - _CHANGE_WITHIN, high.next + (_CHANGE_WITHIN if after else 0)
    for k in range(max(0, first), min(last, len(items))):
        meanings = meanings_at(items, k)
        if not (_VERBS.isdisjoint(meanings) and _CUES.isdisjoint(meanings.get("cue", ()))):
            item = item_at(items, k)
            if not ends_sentence(text, min(item.end, high.end), max(item.start, low.start), lexicon):
                return True
    return False


def has_cue(items: Items, i: int, kind: str) -> bool:
    """Whether the item at ``i`` is a cue of that kind."""
    return kind in meanings_at(items, i).get("cue", ())


def _opens(items: Items, i: int) -> bool:
    meanings = meanings_at(items, i)
    return "link" in meanings or "from" in meanings.get("when", ()) or _leaves(items, i)


def _leaves(items: Items, i: int) -> bool:
    """Whether the item at ``i`` leads up to what something was: "from"."""
    return has_cue(items, i, "old") or has_cue(items, i, "from")


def names_year(items: Items, i: int) -> bool:
    """Whether the item at ``i`` is a year: "240 milhões de 2024"."""
    return YEAR.fullmatch(meanings_at(items, i).get("digits", "")) is not None
