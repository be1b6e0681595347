"""Numbers beside currencies: amounts, their ranges and their bounds."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..money.money import EXACT, plain
from ..patterns import regex
from .accounting import bracketed
from .adding_up import added_up_to
from .adjacent_currency import LARGEST, Currency, Number, surround
from .bare_list import follows_list, goes_on_alike, in_list, listed_before
from .currency_ahead import announced, lender, summed
from .draft import Draft
from .elliptic import implied, in_brackets, repeats, restates, same_scale
from .items import Items, item_at, meanings_at, near
from .left_out import SoFar, left_out
from .lexicon import Lexicon
from .mentions import Bound
from .number_part import begins_number
from .number_words import Quantity, ends_estimate, inside_row
from .quantities import read_quantity
from .ranges import End, has_cue, range_end
from .said_first import SAID_FIRST, is_told_whole, said_first
from .sentences import ends_sentence
from .stands import stands
from .tokens import spaceless
from .unread import is_cut, is_split, of_unknown_unit, unit_after
from .written_amount import CUT, IMPLIED

_MINUS = "-\u2212\u2013\uff0d"
_DASHES = "-\u2013"
_CLOSED = regex(r"[^.!?;\n]*?[^\s\d][-\u2013](?=[\s,.;:)]|\Z)")
_HYPHENED = regex(r"[^\W\d_][-\u2010\u2011]\Z")
_ASIDE = 80  # characters
_OF_NUMBER = frozenset(("digits", "number", "scale", "place", "currency", "code", "subunit", "percent"))
_OPENING = " \n\t(\u00a0\u3000「（"
_RECENT = 6  # amounts that a number may say again
_CHANGE_BEFORE = 6  # items before "to" in which a verb may say that it was reached


def find_amounts(
    text: str, items: Items, lexicon: Lexicon, so_far: SoFar | None = None, at: int = 0
) -> Iterator[Draft]:
    """Every amount of a block, in order; it begins at offset ``at`` of a text with the money ``so_far``."""
    so_far = so_far or SoFar()
    i, claimed = 0, -1  # items up to `claimed` belong to an amount already
    main: Draft | None = None  # the last amount that does not restate another, and the last that does
    again: Draft | None = None
    recent: deque[Draft] = deque(maxlen=_RECENT)
    while i < len(items):
        item = items[i]
        if item is None or not begins_number(item.meanings) or _is_part(items, i):
            i += 1
            continue
        quantity = read_quantity(text, items, i, lexicon)
        if quantity is None or not _counts(text, items, i, quantity):
            i = i + 1 if quantity is None else max(quantity.next, i + 1)
            continue
        last = again if main and again and in_brackets(text, main.end, quantity.start) else main
        found, following = _amounts_at(text, items, i, quantity, claimed, last, recent, lexicon)
        if not found and (owner := left_out(text, items, i, quantity, main, so_far, at, lexicon)):
            found = [lent(text, items, i, quantity, owner, lexicon)]
        found = [each for each in found if not of_unknown_unit(text, each)]
        recent.extend(found)
        i = following
        for draft in found:
            other = main is not None and draft.currency != main.currency
            if main is not None and other and _restates(text, items, main, draft):
                again = draft._replace(restates=True)
                yield again
            else:
                main, again = draft, None
                so_far.add(draft, at)
                yield draft
            claimed = i - 1


def _amounts_at(
    text: str,
    items: Items,
    i: int,
    quantity: Quantity,
    claimed: int,
    last: Draft | None,
    recent: Iterable[Draft],
    lexicon: Lexicon,
) -> tuple[list[Draft], int]:
    """The amount, or the two ends of a range, that begins at item ``i``, if one does, and the item after it.

    ``last`` is the amount from which it takes its currency if it names none.
    """
    number = surround(text, items, i, quantity, claimed, lexicon)
    second = range_end(text, items, number, i, lexicon)
    if second is not None:
        return list(_range(text, items, second, i, lexicon)), second.high.next
    currency = number.currency
    first = said_first(text, items, i, quantity, last, lexicon) if last is not None else ()
    if currency is not None and stands(text, items, i, number, lexicon):
        draft = _draft(text, items, number, i, currency, lexicon)
        if first and first[0] in draft.currency:
            draft = draft._replace(notes=(*draft.notes, SAID_FIRST))
        return [draft], number.next
    if last is not None and first and currency is None and is_told_whole(text, items, quantity, lexicon):
        other = last._replace(currency=first, worth=Decimal(1), noun="", once=())
        draft = lent(text, items, i, quantity, other, lexicon)
        return [draft._replace(notes=(*draft.notes, SAID_FIRST))], quantity.next
    ahead = lender(text, items, i, quantity, lexicon) if currency is None else None
    if ahead is not None and ahead.number.currency is not None:
        quantity = _scaled_alike(quantity, ahead.number.quantity)
        last = _draft(text, items, ahead.number, ahead.item, ahead.number.currency, lexicon)
        return [lent(text, items, i, quantity, last, lexicon)], quantity.next
    bare = currency is None and not quantity.scale
    listed = listed_before(text, items, i, quantity, last, lexicon) if bare else None
    if listed is not None:
        quantity = in_list(quantity, listed.number.quantity)
        chosen = listed.number.currency
        last = _draft(text, items, listed.number, listed.item, chosen, lexicon) if chosen else last
    if last is not None and (listed or (bare and follows_list(text, items, i, quantity, last, lexicon))):
        quantity = quantity if listed else in_list(quantity, last)
        return [lent(text, items, i, quantity, last, lexicon)], quantity.next
    if last is not None and currency is None and same_scale(text, items, i, quantity, last):
        return [lent(text, items, i, _scaled_alike(quantity, last), last, lexicon)], quantity.next
    if last is not None and (
        implied(text, items, i, quantity, last, lexicon)
        or (currency is None and goes_on_alike(text, items, i, quantity, last, lexicon))
    ):
        return [lent(text, items, i, quantity, last, lexicon)], quantity.next
    named = (each for each in recent if repeats(text, items, i, quantity, each, lexicon))
    if currency is None and (again := next(named, None)) is not None:
        return [lent(text, items, i, quantity, again, lexicon)], quantity.next
    whole = added_up_to(text, items, quantity, recent, lexicon) if currency is None else None
    if whole is not None:
        return [lent(text, items, i, quantity, whole, lexicon)], quantity.next
    ahead = summed(text, items, i, quantity, lexicon) if currency is None else None
    if ahead is None and currency is None and last is None:
        ahead = announced(text, items, i, quantity, lexicon)
    if ahead is not None and ahead.number.currency is not None:
        last = _draft(text, items, ahead.number, ahead.item, ahead.number.currency, lexicon)
        return [lent(text, items, i, quantity, last, lexicon)], quantity.next
    return [], max(quantity.next, i + 1)


def _restates(text: str, items: Items, main: Draft, draft: Draft) -> bool:
    return SAID_FIRST in draft.notes or restates(text, items, main, draft.first, draft.start)


def _scaled_alike(quantity: Quantity, other: Quantity | Draft) -> Quantity:
    """``quantity`` with the scale of ``other`` if it has none: "2 and 1.4 billion pounds respectively"."""
    factor = Decimal(1) if quantity.scale else Decimal(10) ** other.scale
    return quantity._replace(value=quantity.value * factor, unit=quantity.unit * factor)


def lent(text: str, items: Items, i: int, quantity: Quantity, lender: Draft, lexicon: Lexicon) -> Draft:
    """The amount at item ``i`` in the currency of another."""
    bound: Bound = quantity.bound or _bound(text, items, i, quantity.next, lexicon)
    notes = (*quantity.notes, IMPLIED, *((CUT,) if is_split(text, quantity.start) else ()))
    value, unit = (EXACT.multiply(size, lender.worth) for size in (quantity.value, quantity.unit))
    return Draft(
        plain(value), plain(unit), lender.currency, bound, quantity.start, quantity.end, i, quantity.next,
        notes, quantity.other, quantity.scale, lender.noun, lender.worth, lender.once,
    )  # fmt: skip


def _is_part(items: Items, i: int) -> bool:
    """Whether a number is that of the parts of a whole: 4分の1, but not 25%分の180億円."""
    return "parts_of" in meanings_at(items, i - 1) and "percent" not in meanings_at(items, i - 2)


def _counts(text: str, items: Items, i: int, quantity: Quantity) -> bool:
    """Whether the number at item ``i`` can count money: it is neither part of a row of digits nor the 000 of
    a figure cut in two, an offset ("-0700") or a colour, nor the "million" of "multi-million"."""
    start = quantity.start
    if "alone" in meanings_at(items, i) and _HYPHENED.search(text, max(0, start - 2), start):
        return False
    remnant = text[start : start + 2].isdecimal() and int(text[start]) == 0
    if start and text[start - 1] in "#^":
        return False  # a colour, "#0FF"; a power, "$^3$"
    part = inside_row(items, i) or ends_estimate(text, items, i)
    return quantity.value < LARGEST and not remnant and not part


def _range(text: str, items: Items, end: End, i: int, lexicon: Lexicon) -> Iterator[Draft]:
    low, high = end.low, end.high
    shared = low.currency or high.currency
    assert shared is not None
    if low.currency and high.currency:
        shared = min(low.currency, high.currency, key=lambda c: len(c.codes))
        low, high = _with_codes(low, shared.codes), _with_codes(high, shared.codes)
    low_draft = _draft(text, items, low, i, low.currency or shared, lexicon)
    yield low_draft._replace(bound="exact" if end.change else "range_low", next=high.next)
    first = high.prefix.item if high.prefix else high.quantity.next - 1
    high_draft = _draft(text, items, high, first, high.currency or shared, lexicon)
    yield high_draft._replace(bound="exact" if end.change else "range_high")


def _with_codes(number: Number, codes: tuple[str, ...]) -> Number:
    return number._replace(
        prefix=number.prefix and number.prefix._replace(codes=codes),
        suffix=number.suffix and number.suffix._replace(codes=codes),
    )


def _draft(text: str, items: Items, number: Number, i: int, chosen: Currency, lexicon: Lexicon) -> Draft:
    codes = chosen.codes
    if number.prefix and number.suffix:
        codes = min(number.prefix.codes, number.suffix.codes, key=len)  # "$100 CAD"
    quantity, first, start = number.quantity, number.first(i), number.start
    worth = number.prefix.worth if number.prefix else chosen.worth
    if number.suffix and worth == 1 and not (number.prefix and quantity.value % 1):  # "£2.26p"
        worth = number.suffix.worth
    value = EXACT.add(EXACT.multiply(quantity.value, worth), number.smaller)
    unit = Decimal("0.01") if number.smaller else EXACT.multiply(quantity.unit, worth)
    codes = _ordered(codes, lexicon)
    start, negative = _negative(text, items, start, quantity, first)
    in_accounts = bracketed(text, start, lexicon) if number.prefix else None
    if in_accounts is not None:
        (start, codes), negative = in_accounts, True
    notes = (*quantity.notes, *number.notes)
    if "loss" in meanings_at(items, first - 1):
        notes = (*notes, "loss")
    follows = not quantity.scale and worth == 1
    follows = follows and unit_after(text, items, number.next, number.end, lexicon)
    if follows or number.passes_unread(items):
        notes = (*notes, "unread_unit")
    if number.prefix is None and is_cut(text, items, i, quantity.scale):
        notes = (*notes, CUT)
    bound: Bound = quantity.bound or _bound(text, items, first, number.next, lexicon)
    unit_item = item_at(items, chosen.item)
    once = tuple(unit_item.meanings.get("once", ()))
    return Draft(
        plain(-value if negative else value), plain(unit), codes, bound,
        start, number.end, first, number.next, notes, None if number.smaller else quantity.other,
        quantity.scale, unit_item.text, max(worth, Decimal(1)), once, minor=worth < 1,
    )  # fmt: skip


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
