"""Numbers of things: "1,000 workers", "three reactors". What one costs, they cost so many times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from ..patterns import regex
from .items import Items, cues_of, item_at, meanings_at, names_month, places
from .lexicon import Lexicon, Meanings
from .mentions import Count
from .number_part import NUMBER_BEGINNINGS
from .number_words import Quantity
from .quantities import read_quantity
from .tokens import spaceless
from .unread import is_cut

BRIEF = 180  # characters, of a sentence that may only go on: "That is a rise of 50 %."
_FIGURE = regex(r"\d")
_FEWEST, _MOST = Decimal(2), Decimal(10) ** 12
_PAIRED = regex(r"\d[/–-]\d")  # "2022/2023", "2022-23"
_NO_COUNT = ("percent", "times", "unit", "month")
_LAST_DAY, _LAST_YEAR = 31, 99  # of a month, of a century
_POLLED = 4  # items from a poll to how many were asked
_OF_DATE = frozenset("日月号號年월년")
_MANY = 10_000  # of which there are shares, if they are called as weeks are in Korean, but no weeks


def counts_in_brief(text: str, start: int, end: int) -> bool:
    """Whether a sentence without money may count what the next one prices."""
    return end - start <= BRIEF and _FIGURE.search(text, start, end) is not None


def find_counts(
    text: str,
    items: Items,
    taken: Callable[[int], bool],
    within: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    at: int,
) -> Iterator[Count]:
    """The numbers of a block that are no money, in order; those in the stretches ``within`` are times or
    shares.

    ``at`` is where the block begins, ``taken`` tells the items of its amounts.
    """
    after, n = 0, 0
    for i in places(items, NUMBER_BEGINNINGS):
        number = None if i < after or taken(i) else read_quantity(text, items, i, lexicon)
        if number is None:
            continue
        while n < len(within) and within[n][1] <= number.start:
            n += 1
        inside = n < len(within) and within[n][0] <= number.start
        dated = _is_of_date(text, items, i, number)
        following = meanings_at(items, number.next)
        followed = not following.keys().isdisjoint(_NO_COUNT) and not _is_many(following, number)
        number = _with_scale_of_things(text, items, number, lexicon)
        glued = _is_glued(text, number.start - 1) or _is_glued(text, number.end)
        # A sign and a digit to either side: what is farther pairs nothing with it.
        glued = glued or _PAIRED.search(text, max(0, number.start - 2), number.end + 2) is not None
        if any(map(spaceless, text[number.end : number.end + 1])) and not text[number.start].isdecimal():
            glued = True  # 三 is in many words
        # An age: "said Miller, 45, who".
        glued = glued or (text[number.start - 2 : number.start] == ", " and text.startswith(",", number.end))
        glued = glued or is_cut(text, items, i, number.scale)
        glued = glued or "vague" in meanings_at(items, i - 1)  # 第12位 is the twelfth
        glued = glued or (number.next == i + 1 and "unit" in meanings_at(items, i))  # Vietnamese "năm"
        glued = glued or any("poll" in cues_of(meanings_at(items, k)) for k in range(i - _POLLED, i))
        after = number.next
        if not (inside or dated or followed or glued) and _FEWEST <= number.value < _MOST:
            yield Count(
                number.value,
                number.unit,
                at + number.start,
                at + number.end,
                text[number.start : number.end],
                meanings_at(items, i - 1).get("bound", "exact"),
            )


def _is_of_date(text: str, items: Items, i: int, number: Quantity) -> bool:
    """Whether the number at item ``i`` is the day, the month or the short year of a date: "on April 22 at
    $1.31", "31 de diciembre del 16", 7月23日."""
    if number.value > _LAST_YEAR:
        return False
    if text[number.end : number.end + 1] in _OF_DATE and text[number.end - 1].isdecimal():
        return True
    before = meanings_at(items, i - 1)
    if ("link" in before or "when" in before) and "month" in meanings_at(items, i - 2):
        return True
    return number.value <= _LAST_DAY and ("month" in before or names_month(items, number.next))


def _is_many(following: Meanings, number: Quantity) -> bool:
    """Whether what a number counts is no time, as it is far too large: 5000만주."""
    return "unit" in following and number.value >= _MANY


def _with_scale_of_things(text: str, items: Items, number: Quantity, lexicon: Lexicon) -> Quantity:
    """A number with the scale that the word for what it counts begins with: 7亿股."""
    if number.scale or "counted" not in meanings_at(items, number.next):
        return number
    word = item_at(items, number.next)
    power = lexicon.phrases.get(text[word.start : word.start + 1], {}).get("scale")
    if word.start != number.end or power is None:
        return number
    value, unit = number.value.scaleb(power), number.unit.scaleb(power)
    return number._replace(value=value, unit=unit, scale=power, end=word.start + 1, next=number.next + 1)


def _is_glued(text: str, at: int) -> bool:
    """Whether a character beside a number makes a name of it: "3Com", but not "3000人"."""
    char = text[max(0, at) : at + 1]
    return char.isalnum() and not spaceless(char)
