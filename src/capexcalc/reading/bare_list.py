"""Numbers of a list that leave their million and their currency to one of it: "38, 45 and 52 million crowns",
"92 million euros in Rome, 41 in Milan and 27 in Turin", "for roads 460 million, for trains 210 and for"."""

from __future__ import annotations

from decimal import Decimal

from ..patterns import regex
from .adjacent_currency import LARGEST, surround
from .counting import counts_things, is_closed, is_small
from .currency_ahead import Ahead
from .draft import Draft
from .elliptic import FROM
from .items import Items, cues_of, meanings_at
from .lexicon import Lexicon
from .number_part import begins_number
from .number_words import Quantity
from .quantities import read_quantity
from .ranges import names_year
from .sentences import ends_sentence

_NEAR = 4  # items between two numbers
_MOST = 12  # numbers of a list
_THREE = 3  # numbers, from which a list is one without more
_ALIKE = 50  # times that a number of a list may be of another
_NEARLY = 3  # times that one of two numbers may be of the other
_APART = 90  # characters between one and the next, if words lie between
_NAMED = 4  # words of the name of a part, at most
_COMMA = regex(r"\s?[,،、]\s?")
_LED = regex(r"(?<![^\W_])([^\W\d_]{1,8})\s\Z")
_FOLLOWED = regex(r"\s([^\W\d_]{1,8})(?=\s)")
# "To", "from", "in" of Hebrew, written as one with the word after it, but for some words that begin so.
_PREFIXED = regex(
    r"\s([\u05dc\u05de\u05d1])(?!\u05e7\u05d5\u05d7|\u05d9\u05d8\u05e8|\u05d9\u05e8\u05d5\u05ea|\u05d5\u05de\u05d3)[\u05d0-\u05ea]{2,}"
)
_BEGUN = regex(r"[,،]\s?\Z")
_WORD = regex(r"[^\W_]+")
_TIMED = frozenset(("old_after", "period", "past"))


def listed_before(
    text: str, items: Items, i: int, quantity: Quantity, before: Draft | None, lexicon: Lexicon
) -> Ahead | None:
    """The last number of a list that the one at item ``i`` stands in, which all take their million and their
    currency from: nothing but "and" and commas parts them, or a word for the time that each is told of."""
    if "digits" not in meanings_at(items, i) or _is_year(items, i, quantity):
        return None
    many, timed, n = 1, True, quantity
    while many < _MOST:
        following = _joined(text, items, n.next, n.end)
        if following is None:
            return None
        k, told = following
        second = read_quantity(text, items, k, lexicon) if begins_number(meanings_at(items, k)) else None
        if second is None or not _is_alike(quantity, second):
            return None
        many, timed = many + 1, timed and told
        if second.scale >= FROM:
            sure = many >= _THREE or quantity.value % 1 or (timed and _is_timed(items, i - 1))
            sure = sure or _goes_on(text, before, quantity) or _is_led(text, quantity, second, lexicon)
            return _lender(text, items, k, second, before, lexicon) if sure else None
        if second.scale:
            return None
        n = second
    return None


def _lender(
    text: str, items: Items, k: int, last: Quantity, before: Draft | None, lexicon: Lexicon
) -> Ahead | None:
    """The last of a list, if it has a currency, or leaves it to the amount ``before`` and counts nothing."""
    number = surround(text, items, k, last, k - 1, lexicon)
    if number.currency is not None:
        return Ahead(number, k)
    money = before is not None and is_closed(text, items, last, lexicon)
    return Ahead(number, k) if money and not counts_things(text, items, k, last, k, lexicon) else None


def _joined(text: str, items: Items, k: int, end: int) -> tuple[int, bool] | None:
    """The item at which the next number of a list may begin, if a comma or "and" leads up to it, and whether
    it is told of a time of its own."""
    timed = False
    for j in range(k, min(k + _NEAR, len(items))):
        item = items[j]
        if item is None:
            continue  # a comma
        gap = text[end : item.start]
        if gap.strip() and not _COMMA.fullmatch(gap):
            return None
        if "digits" in item.meanings:
            return (j, timed) if gap.strip() or j > k else None
        here = not _TIMED.isdisjoint(cues_of(item.meanings))
        timed = timed or here
        if not (_is_and(items, j) or here):
            return None
        end = item.end
    return None


def _is_and(items: Items, k: int) -> bool:
    meanings = meanings_at(items, k)
    return "and" in cues_of(meanings) or not {"join", "range_and"}.isdisjoint(meanings)


def _is_timed(items: Items, k: int) -> bool:
    """Whether a word for an earlier time stands at an item, or before a verb that leads on from there."""
    told = (cues_of(meanings_at(items, n)) for n in range(max(0, k - 3), k + 1))
    return any(not _TIMED.isdisjoint(cues) for cues in told)


def _is_year(items: Items, i: int, quantity: Quantity) -> bool:
    return names_year(items, i) or quantity.value >= 1000


def _is_alike(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((one.mantissa, other.mantissa))
    return 0 < high <= _ALIKE * low and other.value < LARGEST


def _goes_on(text: str, before: Draft | None, quantity: Quantity) -> bool:
    """Whether the number just before, but for a comma, left out its million as well."""
    if before is None or not text[before.end - 1].isdecimal():
        return False
    return _COMMA.fullmatch(text, before.end, quantity.start) is not None


def _is_led(text: str, one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """Whether a small word leads up to a number that another like it follows: "had 310 and 420 million"."""
    led = _LED.search(text, max(0, one.start - 10), one.start)
    low, high = sorted((one.mantissa, other.mantissa))
    return led is not None and high <= _NEARLY * low and is_small(led[1], lexicon)


def follows_list(text: str, items: Items, i: int, quantity: Quantity, last: Draft, lexicon: Lexicon) -> bool:
    """Whether a number is told as the amount before it is, by the same small word before or behind it, and
    leaves out its million: "92 million euros in Rome, 41 in Milan"."""
    bare = not quantity.scale and last.scale >= FROM and "digits" in meanings_at(items, i)
    if not bare or quantity.start - last.end > _APART or _is_year(items, i, quantity):
        return False
    low, high = sorted((quantity.value, abs(last.value) / last.worth / Decimal(10) ** last.scale))
    if not 0 < high <= _ALIKE * low or ends_sentence(text, last.end, quantity.start, lexicon):
        return False
    return _is_told_behind(text, items, i, quantity, last, lexicon) or _is_told_ahead(
        text, items, i, quantity, last, lexicon
    )


def _is_told_behind(
    text: str, items: Items, i: int, quantity: Quantity, last: Draft, lexicon: Lexicon
) -> bool:
    """Whether the same small word follows both, and a comma or "and" leads up to the second."""
    led = _BEGUN.search(text, last.end, quantity.start) is not None or _is_and(items, i - 1)
    one, other = _PREFIXED.match(text, last.end), _PREFIXED.match(text, quantity.end)
    if one is not None and other is not None:
        return led and one[1] == other[1]
    one, other = _FOLLOWED.match(text, last.end), _FOLLOWED.match(text, quantity.end)
    if one is None or other is None or one[1].casefold() != other[1].casefold():
        return False
    return led and is_small(one[1], lexicon)


def _is_told_ahead(
    text: str, items: Items, i: int, quantity: Quantity, last: Draft, lexicon: Lexicon
) -> bool:
    """Whether the same small word stands before both, the second is closed, and the name of another part lies
    between: "stod för 460 miljoner, massan för 210 och energin för 110"."""
    one, other = (_LED.search(text, max(0, at.start - 10), at.start) for at in (last, quantity))
    if one is None or other is None or one[1].casefold() != other[1].casefold():
        return False
    between = text[last.end : other.start()]
    named = "," in between or any(_is_and(items, k) for k in range(last.next, i))
    few = 1 <= len(_WORD.findall(between)) <= _NAMED
    if not (named and few and is_small(one[1], lexicon)):
        return False
    goes_on = _is_and(items, quantity.next) or is_closed(text, items, quantity, lexicon)
    return goes_on and not counts_things(text, items, i, quantity, last.next, lexicon)


def goes_on_alike(text: str, items: Items, i: int, quantity: Quantity, last: Draft, lexicon: Lexicon) -> bool:
    """Whether a number of millions is told as the amount before it is, by the same small word behind it:
    "40 million euros for roads, 22 million for homes", but not "200 millones de euros, 3 millones de"."""
    large = quantity.scale >= FROM and last.scale >= FROM and "scale" not in quantity.notes
    if not large or quantity.start - last.end > _APART or "link" in meanings_at(items, quantity.next):
        return False
    low, high = sorted((quantity.value, abs(last.value) / last.worth))
    if not 0 < high <= _ALIKE * low or ends_sentence(text, last.end, quantity.start, lexicon):
        return False
    return _is_told_behind(text, items, i, quantity, last, lexicon)


def in_list(quantity: Quantity, other: Quantity | Draft) -> Quantity:
    """A number that leaves its million out, with that of another of its list."""
    factor = Decimal(10) ** other.scale
    return quantity._replace(value=quantity.value * factor, unit=quantity.unit * factor, scale=other.scale)
