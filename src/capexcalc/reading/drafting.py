"""From a number and its currency, or one that another lends it, to the draft of an amount."""

from __future__ import annotations

from decimal import Decimal

from ..money.money import EXACT, plain
from ..patterns import regex
from .accounting import bracketed
from .adjacent_currency import Currency, Number
from .draft import Draft
from .items import Items, item_at, meanings_at, near
from .lexicon import Lexicon
from .mentions import Bound
from .number_words import Quantity
from .ranges import has_cue
from .sentences import ends_sentence
from .tokens import spaceless
from .unread import is_cut, is_split, unit_after
from .written_amount import CUT, IMPLIED

_MINUS = "-\u2212\u2013\uff0d"
_DASHES = "-\u2013"
_CLOSED = regex(r"[^.!?;\n]*?[^\s\d][-\u2013](?=[\s,.;:)]|\Z)")
_ASIDE = 80  # characters
_OF_NUMBER = frozenset(("digits", "number", "scale", "place", "currency", "code", "subunit", "percent"))
_ONE, _HUNDREDTH = Decimal(1), Decimal("0.01")
_OPENING = " \n\t(\u00a0\u3000「（"
_CHANGE_BEFORE = 6  # items before "to" in which a verb may say that it was reached


def lent(text: str, items: Items, i: int, quantity: Quantity, lender: Draft, lexicon: Lexicon) -> Draft:
    """The amount at item ``i`` in the currency of another."""
    bound: Bound = quantity.bound or _bound(text, items, i, quantity.next, lexicon)
    notes = (*quantity.notes, IMPLIED, *((CUT,) if is_split(text, quantity.start) else ()))
    value, unit = (EXACT.multiply(size, lender.worth) for size in (quantity.value, quantity.unit))
    return Draft(
        plain(value), plain(unit), lender.currency, bound, quantity.start, quantity.end, i, quantity.next,
        notes, quantity.other, quantity.scale, lender.noun, lender.worth, lender.once,
    )  # fmt: skip


def draft_of(text: str, items: Items, number: Number, i: int, chosen: Currency, lexicon: Lexicon) -> Draft:
    """The amount at item ``i`` in a ``chosen`` currency, that beside it or one of a range."""
    codes = chosen.codes
    if number.prefix and number.suffix:
        codes = min(number.prefix.codes, number.suffix.codes, key=len)  # "$100 CAD"
    quantity, first, start = number.quantity, number.first(i), number.start
    worth = number.prefix.worth if number.prefix else chosen.worth
    if number.suffix and worth == _ONE and not (number.prefix and quantity.value % 1):  # "£2.26p"
        worth = number.suffix.worth
    value, unit = quantity.value, quantity.unit
    if worth != _ONE or number.smaller:
        value = EXACT.add(EXACT.multiply(value, worth), number.smaller)
        unit = _HUNDREDTH if number.smaller else EXACT.multiply(unit, worth)
    codes = _ordered(codes, lexicon)
    start, negative = _negative(text, items, start, quantity, first)
    in_accounts = bracketed(text, start, lexicon) if number.prefix else None
    if in_accounts is not None:
        (start, codes), negative = in_accounts, True
    notes = (*quantity.notes, *number.notes)
    if "loss" in meanings_at(items, first - 1):
        notes = (*notes, "loss")
    follows = not quantity.scale and worth == _ONE
    follows = follows and unit_after(text, items, number.next, number.end, lexicon)
    if follows or number.passes_unread(items):
        notes = (*notes, "unread_unit")
    if number.prefix is None and is_cut(text, items, i, quantity.scale):
        notes = (*notes, CUT)
    bound: Bound = quantity.bound or _bound(text, items, first, number.next, lexicon)
    other = None if number.smaller else quantity.other or _in_subunits(number, worth)
    unit_item = item_at(items, chosen.item)
    once = tuple(unit_item.meanings.get("once", ()))
    return Draft(
        plain(-value if negative else value), plain(unit), codes, bound,
        start, number.end, first, number.next, notes, other,
        quantity.scale, unit_item.text, max(worth, _ONE), once, minor=worth < _ONE,
    )  # fmt: skip


def _in_subunits(number: Number, worth: Decimal) -> Decimal | None:
    """By what factor a number of ``worth`` between a sign and the word for its hundredths may be these:
    "RM20.7 sen", which is nothing but sen, as "£2.26p" is pounds."""
    both = number.prefix and number.suffix and number.suffix.worth < worth
    return number.suffix.worth if both and number.suffix else None


def _ordered(codes: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """``codes`` with the currency of the region asked for first."""
    if lexicon.local in codes and codes[0] != lexicon.local:
        return (lexicon.local, *(code for code in codes if code != lexicon.local))
    return codes


def _negative(text: str, items: Items, start: int, quantity: Quantity, first: int) -> tuple[int, bool]:
    """Where the amount begins, and whether a minus stands before it ("−€1.2bn", "€-5", "minus 5 euros")."""
    if start and text[start - 1] in _MINUS and _is_minus(text, items, start - 1, first - 1, quantity):
        return start - 1, True
    if "negative" in meanings_at(items, first - 1) and near(text, item_at(items, first - 1).end, start):
        return item_at(items, first - 1).start, True
    return start, quantity.start > start and text[quantity.start - 1] in _MINUS


def _is_minus(text: str, items: Items, at: int, i: int, quantity: Quantity) -> bool:
    """Whether the dash at offset ``at`` and item ``i``, before a ``quantity`` or its currency, is its sign.

    It is none before a number in words, where it opens what is said ("-Quatre euros, dit-il"), after a word
    ("pre-$5bn"), another number or its currency (2200元-2350元), what that counts (1等-2億円), or where a
    second dash closes what it opens ("the price -20 euros a page- is high").
    """
    if quantity.start == at + 1 and text[at + 1].isalpha():
        return False
    if not at:
        return True
    before = text[at - 1]
    if before not in _OPENING and not spaceless(before):
        return False
    k = i - 1 if meanings_at(items, i) and item_at(items, i).start == at else i
    if not meanings_at(items, k).keys().isdisjoint(_OF_NUMBER) and near(text, item_at(items, k).end, at):
        return False
    if spaceless(before):
        return not text[at - 2 : at - 1].isdecimal()
    return (
        before != " "
        or text[at] not in _DASHES
        or not _CLOSED.match(text, quantity.end, quantity.end + _ASIDE)
    )


def _bound(text: str, items: Items, first: int, nxt: int, lexicon: Lexicon) -> Bound:
    i = first - 1
    before = meanings_at(items, i)
    if "bound" not in before and not before.keys().isdisjoint(("article", "link", "negative", "loss")):
        i -= 1
    bound: Bound = meanings_at(items, i).get("bound") or meanings_at(items, nxt).get("bound_after") or "exact"
    if bound == "at_most" and (has_cue(items, i, "new") or "range" in meanings_at(items, i)):
        # "daalde tot 860 miljoen", "на 3,2% до 54 рублей"
        return "exact" if _moved(text, items, i, lexicon) else bound
    return bound


def _moved(text: str, items: Items, i: int, lexicon: Lexicon) -> bool:
    """Whether the sentence says, shortly before item ``i``, that a figure moved."""
    told = [
        k
        for k in range(max(0, i - _CHANGE_BEFORE), i)
        if not meanings_at(items, k).keys().isdisjoint(("change", "percent"))
    ]
    start, end = item_at(items, told[-1]).end if told else 0, item_at(items, i).start
    return bool(told) and not ends_sentence(text, start, end, lexicon)
