"""Numbers beside currencies: amounts, their ranges and their bounds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ..money.currencies import is_currency
from .lexicon import Lexicon
from .mentions import Bound
from .numbers import Items, Quantity, item_at, meanings_at, read_quantity
from .tokens import Meanings

_MINUS = "-\u2212\u2013"
_LARGEST = Decimal(10) ** 24  # more than all the money there is, in any currency


class Draft(NamedTuple):
    """An amount before it has a number in its document; ``first`` and ``next`` are its item indices."""

    value: Decimal
    unit: Decimal
    currency: tuple[str, ...]
    bound: Bound
    start: int
    end: int
    first: int
    next: int


class _Currency(NamedTuple):
    codes: tuple[str, ...]
    factor: Decimal  # 1, or 1/100 for a subunit
    item: int
    start: int
    end: int


class _Number(NamedTuple):
    """A quantity with the currencies that stand before and after it."""

    quantity: Quantity
    prefix: _Currency | None
    suffix: _Currency | None
    next: int


def find_amounts(text: str, items: Items, lexicon: Lexicon) -> Iterator[Draft | Quantity]:
    """Every amount of a block, in order, and every number that is none (a period may be made of it)."""
    i, claimed = 0, -1  # items up to `claimed` belong to an amount already
    while i < len(items):
        item = items[i]
        quantity = None if item is None else read_quantity(text, items, i, lexicon)
        if quantity is None:
            i += 1
            continue
        if quantity.value >= _LARGEST:
            i = quantity.next
            continue
        number = _surround(text, items, i, quantity, claimed, lexicon)
        second = _range_end(text, items, number, i, lexicon)
        if second is not None:
            yield from _range(text, items, number, second, i)
            i = second.next
        elif number.prefix or number.suffix:
            yield _draft(text, items, number, i, _bound(items, _first(number, i), number.next))
            i = number.next
        else:
            yield quantity
            i = quantity.next
            continue
        claimed = i - 1


def _surround(text: str, items: Items, i: int, quantity: Quantity, claimed: int, lexicon: Lexicon) -> _Number:
    prefix = _prefix(text, items, i, quantity, lexicon) if i - 1 > claimed else None
    suffix = _suffix(text, items, quantity)
    nxt = quantity.next
    if suffix is not None and prefix is not None and not set(suffix.codes) & set(prefix.codes):
        suffix = None  # "$5 €6": the sign after belongs to the next number
    if suffix is not None:
        nxt = suffix.item + 1
        scale = meanings_at(items, nxt).get("scale")
        if scale and not quantity.scale and prefix is None:  # "75 USD million"
            factor = Decimal(10) ** scale
            end = item_at(items, nxt).end
            quantity = quantity._replace(
                value=quantity.value * factor, unit=quantity.unit * factor, scale=scale
            )
            suffix, nxt = suffix._replace(end=end), nxt + 1
    return _Number(quantity, prefix, suffix, nxt)


def _prefix(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> _Currency | None:
    meanings = meanings_at(items, i - 1)
    codes = _codes(meanings)
    if not codes or not (meanings.get("prefix") or "code" in meanings):
        return None
    item = item_at(items, i - 1)
    if len(text[item.end : quantity.start].strip("\u00a0\u2009\u202f ")) or quantity.start - item.end > 1:
        return None
    if item.text in lexicon.wordlike_codes and not quantity.scale:
        return None
    return _Currency(codes, Decimal(1), i - 1, item.start, item.end)


def _suffix(text: str, items: Items, quantity: Quantity) -> _Currency | None:
    j = quantity.next
    if "link" in meanings_at(items, j):
        j += 1
    meanings = meanings_at(items, j)
    if not meanings:
        return None
    item = item_at(items, j)
    if not _blank(text[quantity.end : item.start], "" if j == quantity.next else item_at(items, j - 1).text):
        return None
    if "subunit" in meanings and not quantity.scale:
        return _Currency(tuple(meanings["subunit"]), Decimal("0.01"), j, item.start, item.end)
    codes = _codes(meanings)
    return _Currency(codes, Decimal(1), j, item.start, item.end) if codes else None


def _codes(meanings: Meanings) -> tuple[str, ...]:
    code = meanings.get("code")
    if code is not None:
        return (code,) if is_currency(code) else ()
    return tuple(meanings.get("currency", ()))


def _range_end(text: str, items: Items, low: _Number, i: int, lexicon: Lexicon) -> _Number | None:
    """The second number, if the first begins a range: "4 to 5 billion euros", "between €4 and €5 billion"."""
    meanings = meanings_at(items, low.next)
    between = "between" in meanings_at(items, _first(low, i) - 1)
    if not ("range" in meanings or (between and "range_and" in meanings)):
        return None
    j = low.next + 1
    if _codes(meanings_at(items, j)):
        j += 1
    quantity = read_quantity(text, items, j, lexicon) if j < len(items) else None
    if quantity is None or quantity.start - _end(low) > 8 or quantity.value >= _LARGEST:
        return None
    high = _surround(text, items, j, quantity, low.next, lexicon)
    own_low, own_high = low.prefix or low.suffix, high.prefix or high.suffix
    dash = not item_at(items, low.next).text.isalnum()
    if own_low and own_high:
        shares_scale = bool(quantity.scale) and not low.quantity.scale
        if not (dash or between or shares_scale) or not set(own_low.codes) & set(own_high.codes):
            return None
    elif own_low:
        if not (quantity.scale or dash or between):
            return None
    elif not own_high:
        return None
    if high.prefix is None and j != low.next + 1:
        return None
    low_value = _shared_scale(low, high).quantity.value
    return high if low_value < high.quantity.value else None


def _shared_scale(low: _Number, high: _Number) -> _Number:
    """``low`` with the scale of ``high`` where it has none and reads smaller: "4 to 5 billion"."""
    one, two = low.quantity, high.quantity
    if one.scale or not two.scale or one.mantissa >= two.mantissa:
        return low
    factor = Decimal(10) ** two.scale
    return low._replace(quantity=one._replace(value=one.value * factor, unit=one.unit * factor))


def _range(text: str, items: Items, low: _Number, high: _Number, i: int) -> Iterator[Draft]:
    low = _shared_scale(low, high)
    shared = low.prefix or low.suffix or high.prefix or high.suffix
    low_draft = _draft(text, items, low, i, "range_low", shared)
    yield low_draft._replace(next=high.next)
    first = high.prefix.item if high.prefix else high.quantity.next - 1
    yield _draft(text, items, high, first, "range_high", high.prefix or high.suffix or shared)


def _draft(
    text: str, items: Items, number: _Number, i: int, bound: Bound, currency: _Currency | None = None
) -> Draft:
    own = number.prefix or number.suffix
    chosen = own or currency
    assert chosen is not None
    codes = chosen.codes
    if number.prefix and number.suffix:
        codes = min(number.prefix.codes, number.suffix.codes, key=len)  # "$100 CAD"
    quantity = number.quantity
    first = _first(number, i)
    start = number.prefix.start if number.prefix else quantity.start
    end = _end(number)
    factor = (number.suffix or chosen).factor
    sign = -1 if _negative(text, start, quantity) else 1
    if sign < 0 and text[start - 1 : start] in _MINUS and start:
        start -= 1
    value, unit = _plain(quantity.value * factor * sign), _plain(quantity.unit * factor)
    return Draft(value, unit, codes, bound, start, end, first, number.next)


def _plain(value: Decimal) -> Decimal:
    """``value`` without an exponent or idle zeros after its point."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def _negative(text: str, start: int, quantity: Quantity) -> bool:
    """A minus glued to the amount ("−€1.2bn", "€-5") and not to anything before it."""
    if start and text[start - 1] in _MINUS:
        return start == 1 or text[start - 2] in " \n\t(\u00a0"
    return quantity.start > start and text[quantity.start - 1] in _MINUS


def _bound(items: Items, first: int, nxt: int) -> Bound:
    i = first - 1
    if "article" in meanings_at(items, i) or (
        "link" in meanings_at(items, i) and "bound" not in meanings_at(items, i)
    ):
        i -= 1
    bound: Bound = meanings_at(items, i).get("bound") or meanings_at(items, nxt).get("bound_after") or "exact"
    return bound


def _first(number: _Number, i: int) -> int:
    return number.prefix.item if number.prefix else i


def _end(number: _Number) -> int:
    return max(number.quantity.end, number.suffix.end if number.suffix else 0)


def _blank(gap: str, link: str) -> bool:
    rest = gap.replace(link, "", 1) if link else gap
    return len(rest) <= 4 and not rest.strip(" -\n\u00a0\u2009\u202f\u2010\u2011")
