"""Numbers beside currencies: amounts, their ranges and their bounds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ..money.money import EXACT
from .beside import Currency, Number, codes_of, surround
from .items import Items, item_at, meanings_at, near
from .lexicon import Lexicon
from .mentions import Bound
from .numbers import begins_number, read_quantity
from .numerals import Quantity, inside_row
from .sentences import ends_sentence
from .tokens import spaceless

_MINUS = "-\u2212\u2013\uff0d"
_OPENING = " \n\t(\u00a0\u3000「（"
_LARGEST = Decimal(10) ** 24  # more than all the money there is, in any currency
_IMPLIED_FROM = 6  # power of ten from which a number may leave its currency to the one named before
_IMPLIED_WITHIN = 300  # characters
_CHANGE_WITHIN = 12  # characters between the figures of "from 2.0 to 1.76 billion"
_LARGEST_FALL = 20
_CLOSING = ".,;:!?)]…。，；！？）—–"


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
    notes: tuple[str, ...] = ()


def find_amounts(text: str, items: Items, lexicon: Lexicon) -> Iterator[Draft]:
    """Every amount of a block, in order."""
    i, claimed = 0, -1  # items up to `claimed` belong to an amount already
    last: Draft | None = None
    while i < len(items):
        item = items[i]
        if item is None or not begins_number(item.meanings) or "parts_of" in meanings_at(items, i - 1):
            i += 1
            continue
        quantity = read_quantity(text, items, i, lexicon)
        if quantity is None or quantity.value >= _LARGEST or inside_row(items, i):
            i = i + 1 if quantity is None else max(quantity.next, i + 1)
            continue
        number = surround(text, items, i, quantity, claimed, lexicon)
        second = _range_end(text, items, number, i, lexicon)
        if second is not None:
            for last in _range(text, items, number, second, i, lexicon):
                yield last
            i = second.next
        elif (reached := _change_end(text, items, number, i, lexicon)) is not None:
            for last in _change(text, items, number, reached, i, lexicon):
                yield last
            i = reached.next
        elif number.currency is not None and _stands(items, number, lexicon):
            draft = _draft(text, items, number, i, number.currency, lexicon)
            yield draft
            if last is None or not _in_brackets(text, last.end, draft):
                last = draft
            i = number.next
        elif last is not None and _implied(text, items, quantity, last, lexicon):
            notes = (*quantity.notes, "implied_currency")
            bound: Bound = quantity.bound or _bound(items, i, quantity.next)
            last = Draft(
                _plain(quantity.value), _plain(quantity.unit), last.currency, bound,
                quantity.start, quantity.end, i, quantity.next, notes,
            )  # fmt: skip
            yield last
            i = quantity.next
        else:
            i = max(quantity.next, i + 1)
            continue
        claimed = i - 1


def _stands(items: Items, number: Number, lexicon: Lexicon) -> bool:
    """Whether a number word beside a currency can be meant as a number: 위한 원 is no "one won"."""
    quantity = number.quantity
    return bool(
        quantity.scale
        or quantity.value >= lexicon.least_alone
        or "digits" in meanings_at(items, quantity.next - 1)
    )


def _implied(text: str, items: Items, quantity: Quantity, last: Draft, lexicon: Lexicon) -> bool:
    """Whether a number takes the currency of the amount before it: "up from 3.2 billion", "1,2 mld"."""
    if quantity.scale < _IMPLIED_FROM or quantity.start - last.end > _IMPLIED_WITHIN:
        return False
    if len(last.currency) > 1 and "$" not in text[last.start : last.end]:
        return False
    if "link" in meanings_at(items, quantity.next):
        return False  # "3 millones de personas"
    after = text[quantity.end : quantity.end + 40].lstrip()
    if after and after[0] not in _CLOSING and not _function_word(after, lexicon):
        return False
    return not ends_sentence(text, last.end, quantity.start)


def _in_brackets(text: str, start: int, draft: Draft) -> bool:
    """Whether an amount only translates the one before: "3.4bn euros ($3.6bn), up from 3.0bn"."""
    before, after = text[start : draft.start], text[draft.end : draft.end + 1]
    return after in (")", "）") and ("(" in before or "（" in before)


def _function_word(after: str, lexicon: Lexicon) -> bool:
    return after.split(None, 1)[0].rstrip(_CLOSING).casefold() in lexicon.function_words


def _range_end(text: str, items: Items, low: Number, i: int, lexicon: Lexicon) -> Number | None:
    """The second number, if the first begins a range: "4 to 5 billion euros", "between €4 and €5 billion"."""
    meanings = meanings_at(items, low.next)
    if "range" not in meanings and "range_and" not in meanings:
        return None
    between = "between" in meanings_at(items, _first(low, i) - 1) or (
        "link" in meanings_at(items, _first(low, i) - 1)
        and "between" in meanings_at(items, _first(low, i) - 2)
    )
    j = low.next + 1
    while meanings_at(items, j).keys() & {"link", "article"} and not begins_number(meanings_at(items, j)):
        j += 1
    if codes_of(meanings_at(items, j)):
        j += 1
    quantity = read_quantity(text, items, j, lexicon) if j < len(items) else None
    if quantity is None or quantity.start - low.end > 10 or quantity.value >= _LARGEST:
        return None
    high = surround(text, items, j, quantity, low.next, lexicon)
    between = between or "between_after" in meanings_at(items, high.next)
    if "range" not in meanings and not between:
        return None
    own_low, own_high = low.currency, high.currency
    joint = item_at(items, low.next).text
    dash = not joint.isalnum() or spaceless(joint[0])
    if own_low and own_high:
        shares_scale = bool(quantity.scale) and not low.quantity.scale
        if not (dash or between or shares_scale) or set(own_low.codes).isdisjoint(own_high.codes):
            return None
    elif own_low:
        if not (quantity.scale or dash or between):
            return None
    elif not own_high:
        return None
    if (
        quantity.scale
        and not low.quantity.scale
        and low.quantity.mantissa >= quantity.mantissa
        and not own_low
    ):
        return None  # "10-10 thousand each"
    low_value = _shared_scale(items, low, high).quantity.value
    return high if low_value < high.quantity.value else None


def _shared_scale(items: Items, low: Number, high: Number) -> Number:
    """``low`` with the scale of ``high`` where it has none, or only its beginning, and reads smaller: "4 to 5
    billion", "20 mil y 30 mil millones"."""
    one, two = low.quantity, high.quantity
    begun = one.scale and not low.currency and meanings_at(items, two.next - 2).get("scale") == one.scale
    if (one.scale and not begun) or not two.scale or one.mantissa >= two.mantissa:
        return low
    factor = Decimal(10) ** (two.scale - one.scale)
    return low._replace(quantity=one._replace(value=one.value * factor, unit=one.unit * factor))


def _range(text: str, items: Items, low: Number, high: Number, i: int, lexicon: Lexicon) -> Iterator[Draft]:
    low = _shared_scale(items, low, high)
    shared = low.currency or high.currency
    assert shared is not None
    if low.currency and high.currency:
        shared = min(low.currency, high.currency, key=lambda c: len(c.codes))
        low, high = _with_codes(low, shared.codes), _with_codes(high, shared.codes)
    low_draft = _draft(text, items, low, i, low.currency or shared, lexicon)
    yield low_draft._replace(bound="range_low", next=high.next)
    first = high.prefix.item if high.prefix else high.quantity.next - 1
    high_draft = _draft(text, items, high, first, high.currency or shared, lexicon)
    yield high_draft._replace(bound="range_high")


def _change_end(text: str, items: Items, old: Number, i: int, lexicon: Lexicon) -> Number | None:
    """The second number of "from 2.0 to 1.76 billion euros", whose scale and currency the first shares."""
    if old.quantity.scale or "old" not in meanings_at(items, _first(old, i) - 1).get("cue", ()):
        return None
    joint = meanings_at(items, old.next)
    if "new" not in joint.get("cue", ()) and "range" not in joint:
        return None
    j = old.next + 1
    if codes_of(meanings_at(items, j)):
        j += 1
    quantity = read_quantity(text, items, j, lexicon) if j < len(items) else None
    if quantity is None or not quantity.scale or quantity.start - old.end > _CHANGE_WITHIN:
        return None
    if not old.quantity.mantissa < _LARGEST_FALL * quantity.mantissa or quantity.value >= _LARGEST:
        return None  # also "from 2020 to 5 billion"
    new = surround(text, items, j, quantity, old.next, lexicon)
    return new if new.currency is not None else None


def _change(text: str, items: Items, old: Number, new: Number, i: int, lexicon: Lexicon) -> Iterator[Draft]:
    one, two = old.quantity, new.quantity
    assert new.currency is not None
    factor = Decimal(10) ** two.scale
    old = old._replace(quantity=one._replace(value=one.value * factor, unit=one.unit * factor))
    yield _draft(text, items, old, i, old.currency or new.currency, lexicon)._replace(bound="exact")
    first = new.prefix.item if new.prefix else two.next - 1
    yield _draft(text, items, new, first, new.currency, lexicon)._replace(bound="exact")


def _with_codes(number: Number, codes: tuple[str, ...]) -> Number:
    return number._replace(
        prefix=number.prefix and number.prefix._replace(codes=codes),
        suffix=number.suffix and number.suffix._replace(codes=codes),
    )


def _draft(text: str, items: Items, number: Number, i: int, chosen: Currency, lexicon: Lexicon) -> Draft:
    codes = chosen.codes
    if number.prefix and number.suffix:
        codes = min(number.prefix.codes, number.suffix.codes, key=len)  # "$100 CAD"
    quantity, first, start = number.quantity, _first(number, i), number.start
    worth = number.prefix.worth if number.prefix else chosen.worth
    if number.suffix and worth == 1:
        worth = number.suffix.worth
    value = EXACT.add(EXACT.multiply(quantity.value, worth), number.smaller)
    unit = Decimal("0.01") if number.smaller else EXACT.multiply(quantity.unit, worth)
    codes = _ordered(codes, lexicon)
    if "scaled" in quantity.notes and _comma_groups(number, codes[0], lexicon):
        value, unit = value * 1000, unit * 1000
    start, negative = _negative(text, items, start, quantity, first)
    notes = (*quantity.notes, *number.notes)
    if "loss" in meanings_at(items, first - 1):
        notes = (*notes, "loss")
    bound: Bound = quantity.bound or _bound(items, first, number.next)
    return Draft(
        _plain(-value if negative else value), _plain(unit), codes, bound,
        start, number.end, first, number.next, notes,
    )  # fmt: skip


def _comma_groups(number: Number, code: str, lexicon: Lexicon) -> bool:
    """Whether the currency, or its Mexican short form ("mdd"), says that a comma groups: "1,200 mdp"."""
    short = number.suffix is not None and number.suffix.item < number.quantity.next
    return code in lexicon.point_currencies or (short and bool(lexicon.point_currencies))


def _ordered(codes: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """``codes`` with the currency of the region asked for first."""
    if lexicon.local in codes and codes[0] != lexicon.local:
        return (lexicon.local, *(code for code in codes if code != lexicon.local))
    return codes


def _plain(value: Decimal) -> Decimal:
    """``value`` without an exponent or idle zeros after its point."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1), context=EXACT) if value == whole else value.normalize(EXACT)


def _negative(text: str, items: Items, start: int, quantity: Quantity, first: int) -> tuple[int, bool]:
    """Where the amount begins, and whether a minus stands before it ("−€1.2bn", "€-5", "minus 5 euros")."""
    free = start < 2 or text[start - 2] in _OPENING or spaceless(text[start - 2])
    if start and text[start - 1] in _MINUS and free:
        return start - 1, True
    if "negative" in meanings_at(items, first - 1) and near(text, item_at(items, first - 1).end, start):
        return item_at(items, first - 1).start, True
    return start, quantity.start > start and text[quantity.start - 1] in _MINUS


def _bound(items: Items, first: int, nxt: int) -> Bound:
    i = first - 1
    before = meanings_at(items, i)
    if "bound" not in before and not before.keys().isdisjoint(("article", "link", "negative", "loss")):
        i -= 1
    bound: Bound = meanings_at(items, i).get("bound") or meanings_at(items, nxt).get("bound_after") or "exact"
    return bound


def _first(number: Number, i: int) -> int:
    return number.prefix.item if number.prefix else i
