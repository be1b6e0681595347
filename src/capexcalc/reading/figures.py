"""Numbers in figures, as they stand among the items of a block."""

from __future__ import annotations

from decimal import Decimal

from ..money.money import EXACT
from ..patterns import regex
from .digits import LONGEST, read_digits
from .items import NOTHING, Item, Items, item_at, meanings_at, near
from .lexicon import Lexicon
from .number_words import Quantity, is_estimate
from .tokens import fold, spaceless

_MONEY = ("currency", "code")
_GLUED = ("range", "link", "bound", "join", "when", "scale")
_BLANKS = frozenset(" \u00a0\u2009\u202f")
_GROUP, _HUNDREDTHS = 3, 2  # figures
_MARKS = frozenset(".,")
# "363 1/2"; alone, "1/2" may as well be one or two, and is read as neither.
_COMMON_FRACTION = regex(r"[ \u00a0-]([1-9])[/\u2044]([2-9]|10|16|32|64)(?![\d/]|[.,]\d)")
_LOWER_HALF = regex(r"[/\u2044](\d{1,2})(?![\d/]|[.,]\d)")
_UPPER_HALF = regex(r"(?<![\d/])(\d{1,2})[/\u2044]\Z")
_STROKES = frozenset("/\u2044")
_SPACED_ZEROS = regex(r",[ \u00a0](?=[0\u0660\u0966]{3}(?!\d))")
_PRICE_DASH = regex(r"(?:[,.:]| , ?)[-\u2013\u2014]{1,2}")
_TEN, _THOUSAND, _HUNDREDTH = Decimal(10), Decimal(1000), Decimal("0.01")


def read_figures(text: str, items: Items, i: int, lexicon: Lexicon) -> Quantity | None:
    """A number in figures, its groups of three parted by signs or by blanks."""
    item = item_at(items, i)
    if _in_name(text, items, i, item.start, lexicon):
        return None
    if _is_half_of_fraction(text, item) or is_estimate(text, item):
        return None
    if lexicon.price_sign and (price := _price(text, items, i, lexicon.price_sign)):
        return price
    groups, end, nxt = _groups(text, items, i)
    read = read_digits(groups[0], lexicon.decimal) if len(groups) == 1 else _read_groups("".join(groups))
    if read is None:
        return None
    value, unit, ambiguous = read
    if unit == 1 and (fraction := _fraction(text, items, end, nxt)):
        value += fraction[0]
        return Quantity(value, _HUNDREDTH, value, 0, item.start, *fraction[1:])
    if not ambiguous:
        return Quantity(value, unit, value, 0, item.start, end, nxt)
    other = _THOUSAND if unit < 1 else 1 / _THOUSAND
    return Quantity(value, unit, value, 0, item.start, end, nxt, notes=("separator",), other=other)


def past_dash(text: str, items: Items, quantity: Quantity) -> Quantity:
    """A price past the dash that stands for its hundredths, where its currency or another follows: "1.500,-
    Euro", "399:- kr", "30,- to 50,- Kč"."""
    dash = None if quantity.scale else _PRICE_DASH.match(text, quantity.end)
    if dash is None or not text[quantity.end - 1].isdecimal():
        return quantity
    k = quantity.next
    while k < len(items) and ((item := items[k]) is None or item.start < dash.end()):
        k += 1
    follows = meanings_at(items, k).keys() & {"currency", "code", "range"}
    if not follows or not near(text, dash.end(), item_at(items, k).start):
        return quantity
    return quantity._replace(end=dash.end(), next=k)


def _fraction(text: str, items: Items, at: int, i: int) -> tuple[Decimal, int, int] | None:
    """A common fraction after a whole number that ends at an offset: its value, where it ends, the next
    item."""
    found = _COMMON_FRACTION.match(text, at) if text[at + 2 : at + 3] in _STROKES else None
    if found is None or int(found[1]) >= int(found[2]):
        return None
    value = EXACT.divide(Decimal(found[1]), Decimal(found[2]))
    for n in range(i, min(i + 3, len(items))):
        item = items[n]
        if item is not None and item.end == found.end():
            return value, found.end(), n + 1
    return None


def _is_half_of_fraction(text: str, item: Item) -> bool:
    """Whether digits are the upper or lower half of a fraction without a whole number: "1/2 million"."""
    if _STROKES.isdisjoint((text[item.end : item.end + 1], text[item.start - 1 : item.start])):
        return False
    if (lower := _LOWER_HALF.match(text, item.end)) is not None:
        upper = text[item.start : item.end]
        return upper.isdecimal() and int(upper) < int(lower[1])
    above = _UPPER_HALF.search(text, max(0, item.start - 3), item.start)
    own = item.text
    return above is not None and own.isdecimal() and int(above[1]) < int(own) < 100


def _price(text: str, items: Items, i: int, sign: str) -> Quantity | None:
    """Whole and hundredths of a price parted by a ``sign`` of the language's own: "3:75 kronor"."""
    item, k = item_at(items, i), i + 2
    whole, cents = item.meanings["digits"], meanings_at(items, k).get("digits", "")
    if not (whole.isdecimal() and cents.isdecimal() and len(cents) == _HUNDREDTHS):
        return None
    part = item_at(items, k)
    priced = "currency" in meanings_at(items, k + 1) or "prefix" in meanings_at(items, i - 1)
    if text[item.end : part.start] != sign or not priced:
        return None  # a time of day
    value = Decimal(f"{whole}.{cents}")
    return Quantity(value, _HUNDREDTH, value, 0, item.start, part.end, k + 1)


def _read_groups(written: str) -> tuple[Decimal, Decimal, bool] | None:
    """What groups parted by blanks come to, written without them; the last may have a fraction."""
    whole, _, fraction = written.replace(",", ".").partition(".")
    if len(written) > LONGEST or not (whole + fraction).isdecimal():
        return None
    return Decimal(f"{whole}.{fraction or 0}"), _TEN ** -len(fraction), False


def _groups(text: str, items: Items, i: int) -> tuple[list[str], int, int]:
    """The figures at item ``i`` and the groups of three after them, where they end, and the next item."""
    item = item_at(items, i)
    groups, end, j = [item.meanings["digits"]], item.end, i + 1
    while len(groups[0]) <= _GROUP and groups[-1].isdecimal():
        k = j + 1 if text.startswith(",", end) and _SPACED_ZEROS.match(text, end) else j  # "$30, 000"
        head: str = meanings_at(items, k).get("digits", "")
        if not (head[:3].isdecimal() and (len(head) == _GROUP or head[3:4] in _MARKS)):
            break
        if k == j and text[end : item_at(items, k).start] not in _BLANKS:
            break
        groups.append(head)
        end, j = item_at(items, k).end, k + 1
    return groups, end, j


def _in_name(text: str, items: Items, i: int, start: int, lexicon: Lexicon) -> bool:
    """Whether digits are the tail of a name (A100, MP3): glued to letters that mean nothing there, or to a
    capital that means no money ("A400M" in Spanish, where "a" is "to")."""
    before = text[start - 1 : start]
    if not before.isalpha() or spaceless(before):
        return False
    kinds = set(meanings_at(items, i - 1))
    if not kinds.isdisjoint(_MONEY):
        return False
    if kinds and not before.isupper():
        *first, last = fold(item_at(items, i - 1).text).split(" ")
        if first:  # "a value of412 million"
            kinds |= lexicon.phrases.get(last, NOTHING).keys()
        if not kinds.isdisjoint(_GLUED):
            return False
        if len(last) > 1 and "scale" in meanings_at(items, i + 1):
            return False  # "it costs412 million"
    return not any(text.endswith(clitic, 0, start) for clitic in lexicon.proclitics)
