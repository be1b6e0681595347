"""Number words below a scale, and figures mixed with them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .cursor import Cursor
from .items import Item, Items, item_at, meanings_at, near
from .lexicon import Meanings
from .mentions import Bound
from .tokens import spaceless

_TEN = Decimal(10)
_HUNDRED = 100
_TENS = range(20, 100, 10)
_ANY = 10**30  # more than any word is worth, be it a number or a power of ten
_GROUP = 3  # figures
_LARGER = frozenset(("scale", "place"))
_LED = frozenset(("number", "place", "scale", "article"))
_OF_NUMBER = frozenset(("number", "place", "scale", "article", "currency", "code"))
_POWERS = 1 << 6  # of ten that are remembered
_LISTED, _BESIDE = ("、", "，"), (" ", "-")


class Quantity(NamedTuple):
    """A number with its place.

    ``unit`` is the worth of one in its last written digit, ``mantissa`` the number before its scales, and
    ``next`` the index of the item after it. ``bound`` is set by a word inside the number (300多亿), ``notes``
    name what the writing leaves open. ``other`` is the factor by which another reader would take it.
    """

    value: Decimal
    unit: Decimal
    mantissa: Decimal
    scale: int  # power of ten; 0 without a scale
    start: int
    end: int
    next: int
    bound: Bound | None = None
    notes: tuple[str, ...] = ()
    other: Decimal | None = None


@lru_cache(_POWERS)
def power_of_ten(exponent: int) -> Decimal:
    """What a scale or a place multiplies by."""
    return _TEN**exponent


def compose(text: str, items: Items, i: int) -> Quantity | None:
    """Number words below a scale: each adds to what the one before leaves open, a hundred multiplies.

    A place word multiplies the digit before it (三千八百), and digits one after the other are a row of
    figures (二〇二五).
    """
    row = figure_row(items, i)
    if row is not None:
        return row
    start = item_at(items, i).start
    at = Cursor(text, items, i, start)
    led = _leading(items, i)
    value, last = 0, 0
    while True:
        joined = bool(value) and "join" in at.here
        if not at.near() or (at.i > i and _begins_another(at, at.i + joined, value)):
            break
        if joined and "between" in led and _is_apart(at) and (last or _parts(at, value)):
            break  # "between five and twenty", "between nineteen hundred and two thousand"
        longer = _lengthened(value, last, at.ahead(joined), joined=joined)
        if longer is None:
            break
        value, last = longer
        at.skip(1 + joined)
    if at.i == i:
        return None
    return Quantity(Decimal(value), Decimal(1), Decimal(value), 0, start, at.end, at.i)


def _leading(items: Items, i: int) -> Meanings:
    """What stands before the number that the word at ``i`` is part of: the "between" of "between one thousand
    two hundred"."""
    k = i - 1
    while not _LED.isdisjoint(meanings_at(items, k)):
        k -= 1
    return meanings_at(items, k)


def _begins_another(at: Cursor, k: int, value: int) -> bool:
    """Whether the item at ``k`` is no number here but a word of time or money, or a particle like one."""
    meanings = meanings_at(at.items, k)
    if not meanings:
        return True
    after = meanings_at(at.items, k + 1)
    # Vietnamese writes "five" and "year" alike, French "hundred" and "cents": "dix-huit cent quatre-vingt"
    smaller = "subunit" in meanings and value > 9 and "number" not in after
    if ("unit" in meanings or smaller) and not goes_on(at.items, k + 1):
        return True
    if k > at.i and value >= 20 and after.get("number") == 100:
        cents = "subunit" in after and not goes_on(at.items, k + 2)
        if value >= 100 or not cents:
            return True  # "between ninety and four hundred", but "vingt et un cents"
    apart = item_at(at.items, at.i).start != at.end
    return apart and spaceless(item_at(at.items, k).text[0])


def _is_apart(at: Cursor) -> bool:
    """Whether the "and" here is a word of its own, as that of a range is, and not the one of 25 in a word."""
    joint, following = item_at(at.items, at.i), at.items[at.i + 1]
    return following is not None and joint.end < following.start


def _parts(at: Cursor, value: int) -> bool:
    """Whether the "and" here, after ``value``, stands between two numbers and in neither: it is large, or
    what follows is, and no "and" stands behind that ("between two hundred and fifty and six hundred")."""
    if value < _HUNDRED and _LARGER.isdisjoint(at.ahead(2)):
        return False
    k = at.i + 1
    while not _OF_NUMBER.isdisjoint(meanings_at(at.items, k)):
        k += 1
    return "range_and" not in meanings_at(at.items, k)


def _lengthened(value: int, last: int, meanings: Meanings, *, joined: bool) -> tuple[int, int] | None:
    """``value`` with one more word, and the digit that a place word may still multiply; None where the word
    does not belong to the same number."""
    number, place = meanings.get("number"), meanings.get("place")
    if place is not None:
        settled = value - last
        worth = 10**place
        return (settled + (last or 1) * worth, 0) if worth < _open_below(settled) else None
    if number is None:
        return None
    if number == 100 and 0 < value < 100 and not joined and not (value == 1 and "subunit" in meanings):
        return value * 100, 0  # but "un cent" is one of them
    if joined and last and value % 100 == last and number in _TENS:
        return value + number, 0  # "five and twenty"
    if number < _open_below(value) and (not joined or value >= 20):
        return value + number, number if number < 10 else 0
    return None


def figure_row(items: Items, i: int) -> Quantity | None:
    """Digits of a script without blanks in a row: 二〇二五. Before a scale they are a guess (三四百)."""
    digits, j = "", i
    while (number := meanings_at(items, j).get("number")) is not None and number < 10:
        item = item_at(items, j)
        if not spaceless(item.text[0]) or (j > i and item.start != item_at(items, j - 1).end):
            break
        digits, j = digits + str(number), j + 1
    if len(digits) < 2 or digits[0] == "0" or not meanings_at(items, j).keys().isdisjoint(("place", "scale")):
        return None
    if len(digits) == 2 and int(digits[1]) == int(digits[0]) + 1:
        return None  # 二三銭, two or three
    value = Decimal(digits)
    start, end = item_at(items, i).start, item_at(items, j - 1).end
    return Quantity(value, Decimal(1), value, 0, start, end, j)


def inside_row(items: Items, i: int) -> bool:
    """Whether the digit word at ``i`` touches one before it, so that it begins no number of its own.

    The 二五 of 二〇二五 is no 25, and 三四百亿 is thirty to forty billion, not forty.
    """
    if not 0 < meanings_at(items, i).get("number", 0) < 10:
        return False
    before, here = items[i - 1], item_at(items, i)
    touches = before is not None and before.end == here.start and spaceless(here.text[0])
    return touches and "number" in meanings_at(items, i - 1)


def ends_estimate(text: str, items: Items, i: int) -> bool:
    """Whether the digit at ``i`` is the second of two that follow one another, so that neither is meant:
    二、三円 and "hai ba đồng" are two or three. So is no group of figures after such a comma a number of its
    own."""
    k = i - 1 if i and items[i - 1] is not None else i - 2
    if k < 0 or items[k] is None:
        return False
    before, here = item_at(items, k), item_at(items, i)
    gap = text[before.end : here.start]
    if not gap and is_estimate(text, before):
        return True
    if gap in _LISTED and "digits" in before.meanings and len(here.meanings.get("digits", "")) == _GROUP:
        return True  # 2、468ドル
    if gap not in _LISTED and not (gap in _BESIDE and "digits" not in {**before.meanings, **here.meanings}):
        return False
    first = _digit(before.meanings)
    return first > 0 and _digit(here.meanings) == first + 1


def is_estimate(text: str, item: Item) -> bool:
    """Whether digits are two that follow one another, counted in a script without blanks: 3,4천원 is three or
    four thousand."""
    if len(item.text) != 3 or item.text[1] not in ",、，" or not spaceless(text[item.end : item.end + 1]):
        return False
    one, two = item.text[0], item.text[2]
    return one.isdecimal() and two.isdecimal() and int(one) > 0 and int(two) == int(one) + 1


def _digit(meanings: Meanings) -> int:
    """The digit that an item means by itself, in a figure or a word; 0 where it means none."""
    figure = meanings.get("digits", "")
    value: int = int(figure) if len(figure) == 1 else meanings.get("number", 0)
    return value if value < _TEN else 0


def _open_below(value: int) -> int:
    """What may be added to a number word: 300 takes up to 99, 20 up to 9, 60 and 80 up to 19 (vigesimal)."""
    if not value:
        return _ANY
    if value % 100 in (60, 80):
        return 20
    power = 1
    while value % (power * 10) == 0:
        power *= 10
    return power


def read_places(text: str, items: Items, figures: Quantity) -> Quantity:
    """Figures mixed with place words: 3천, 5千, 3千8百."""
    part, head, settled, lower_than = figures, figures.value, Decimal(0), _ANY
    while 0 < (place := meanings_at(items, part.next).get("place", 0)) < lower_than:
        item = item_at(items, part.next)
        if not near(text, part.end, item.start):
            break
        factor, lower_than = _TEN**place, place
        settled += head * factor
        part = part._replace(
            value=settled,
            mantissa=settled,
            unit=part.unit * factor,
            end=item.end,
            next=part.next + 1,
            notes=(),
            other=None,
        )
        following = meanings_at(items, part.next).get("digits", "")
        gap = item_at(items, part.next).start - part.end if following else 0
        if not (following.isdecimal() and len(following) <= place) or (
            gap and not (gap == 1 and goes_on(items, part.next + 1))
        ):
            break
        head = Decimal(following)
        part = part._replace(
            value=settled + head,
            mantissa=settled + head,
            unit=Decimal(1),
            end=item_at(items, part.next).end,
            next=part.next + 1,
        )
    return part


def goes_on(items: Items, j: int) -> bool:
    return not meanings_at(items, j).keys().isdisjoint(("scale", "place", "currency", "unit"))


def after_join(items: Items, i: int) -> int:
    return i + 1 if "join" in meanings_at(items, i) else i
