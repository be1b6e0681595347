"""Numbers beside currencies: amounts, their ranges and their bounds."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..patterns import regex
from .adding_up import added_up_to
from .adjacent_currency import LARGEST, Number, surround
from .bare_list import follows_list, goes_on_alike, in_list, listed_before
from .currency_ahead import announced, lender, summed
from .draft import Draft
from .drafting import draft_of, lent
from .elliptic import implied, in_brackets, repeats, restates
from .items import Items, meanings_at, places
from .left_out import SoFar, left_out
from .left_scale import as_compared, of_a_row
from .lexicon import Lexicon
from .number_part import NUMBER_BEGINNINGS
from .number_words import Quantity, ends_estimate, inside_row
from .quantities import read_quantity
from .ranges import End, range_end
from .row_ahead import row_ahead
from .said_first import SAID_FIRST, is_told_whole, said_first
from .stands import stands
from .unread import of_unknown_unit

_HYPHENED = regex(r"[^\W\d_][-\u2010\u2011]\Z")
_RECENT = 6  # amounts that a number may say again


def find_amounts(
    text: str, items: Items, lexicon: Lexicon, so_far: SoFar | None = None, at: int = 0
) -> Iterator[Draft]:
    """Every amount of a block, in order; it begins at offset ``at`` of a text with the money ``so_far``."""
    so_far = so_far or SoFar()
    following, claimed = 0, -1  # items up to `claimed` belong to an amount already
    main: Draft | None = None  # the last amount that does not restate another, and the last that does
    again: Draft | None = None
    recent: deque[Draft] = deque(maxlen=_RECENT)
    for i in places(items, NUMBER_BEGINNINGS):
        if i < following or _is_part(items, i):
            continue
        quantity = read_quantity(text, items, i, lexicon)
        if quantity is None or not _counts(text, items, i, quantity):
            following = i + 1 if quantity is None else quantity.next
            continue
        last = again if main and again and in_brackets(text, main.end, quantity.start) else main
        found, following = _amounts_at(text, items, i, quantity, claimed, last, recent, lexicon)
        if not found and (owner := left_out(text, items, i, quantity, main, so_far, at, lexicon)):
            found = [lent(text, items, i, quantity, owner, lexicon)]
        found = [each for each in found if not of_unknown_unit(text, each)]
        recent.extend(found)
        for draft in found:
            other = main is not None and draft.currency != main.currency
            if main is not None and other and _restates(text, items, main, draft):
                again = draft._replace(restates=True)
                yield again
            else:
                main, again = draft, None
                so_far.add(draft, at)
                yield draft
            claimed = following - 1


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
        draft = draft_of(text, items, number, i, currency, lexicon)
        if first and first[0] in draft.currency:
            draft = draft._replace(notes=(*draft.notes, SAID_FIRST))
        return [draft], number.next
    if currency is None and "percent" in meanings_at(items, quantity.next):
        return [], max(quantity.next, i + 1)
    if last is not None and first and currency is None and is_told_whole(text, items, quantity, lexicon):
        other = last._replace(currency=first, worth=Decimal(1), noun="", once=())
        draft = lent(text, items, i, quantity, other, lexicon)
        return [draft._replace(notes=(*draft.notes, SAID_FIRST))], quantity.next
    ahead = lender(text, items, i, quantity, lexicon) if currency is None else None
    if ahead is not None and ahead.number.currency is not None:
        quantity = _scaled_alike(quantity, ahead.number.quantity)
        last = draft_of(text, items, ahead.number, ahead.item, ahead.number.currency, lexicon)
        return [lent(text, items, i, quantity, last, lexicon)], quantity.next
    bare = currency is None and not quantity.scale
    listed = listed_before(text, items, i, quantity, last, lexicon) if bare else None
    if listed is not None:
        quantity = in_list(quantity, listed.number.quantity)
        chosen = listed.number.currency
        last = draft_of(text, items, listed.number, listed.item, chosen, lexicon) if chosen else last
    if last is not None and (listed or (bare and follows_list(text, items, i, quantity, last, lexicon))):
        quantity = quantity if listed else in_list(quantity, last)
        return [lent(text, items, i, quantity, last, lexicon)], quantity.next
    if currency is None and (
        as_compared(text, items, i, quantity, last, lexicon)
        or of_a_row(text, items, i, quantity, last, recent, lexicon)
    ):
        assert last is not None
        return [lent(text, items, i, in_list(quantity, last), last, lexicon)], quantity.next
    if last is not None and (
        implied(text, items, i, quantity, last, lexicon)
        or (currency is None and goes_on_alike(text, items, i, quantity, last, lexicon))
    ):
        return [lent(text, items, i, quantity, last, lexicon)], quantity.next
    named = (each for each in recent if repeats(text, items, i, quantity, each, lexicon))
    if currency is None and (again := next(named, None)) is not None:
        return [lent(text, items, i, quantity, again, lexicon)], quantity.next
    row = row_ahead(text, items, i, quantity, lexicon) if currency is None else None
    if row is not None and row.number.currency is not None:
        quantity = quantity if quantity.scale else in_list(quantity, row.number.quantity)
        last = draft_of(text, items, row.number, row.item, row.number.currency, lexicon)
        return [lent(text, items, i, quantity, last, lexicon)], quantity.next
    whole = added_up_to(text, items, quantity, recent, lexicon) if currency is None else None
    if whole is not None:
        return [lent(text, items, i, quantity, whole, lexicon)], quantity.next
    ahead = summed(text, items, i, quantity, lexicon) if currency is None else None
    if ahead is None and currency is None and last is None:
        ahead = announced(text, items, i, quantity, lexicon)
    if ahead is not None and ahead.number.currency is not None:
        last = draft_of(text, items, ahead.number, ahead.item, ahead.number.currency, lexicon)
        return [lent(text, items, i, quantity, last, lexicon)], quantity.next
    return [], max(quantity.next, i + 1)


def _restates(text: str, items: Items, main: Draft, draft: Draft) -> bool:
    return SAID_FIRST in draft.notes or restates(text, items, main, draft.first, draft.start)


def _scaled_alike(quantity: Quantity, other: Quantity | Draft) -> Quantity:
    """``quantity`` with the scale of ``other`` if it has none: "2 and 1.4 billion pounds respectively"."""
    factor = Decimal(1) if quantity.scale else Decimal(10) ** other.scale
    return quantity._replace(value=quantity.value * factor, unit=quantity.unit * factor)


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
    low_draft = draft_of(text, items, low, i, low.currency or shared, lexicon)
    yield low_draft._replace(bound="exact" if end.change else "range_low", next=high.next)
    first = high.prefix.item if high.prefix else high.quantity.next - 1
    high_draft = draft_of(text, items, high, first, high.currency or shared, lexicon)
    yield high_draft._replace(bound="exact" if end.change else "range_high")


def _with_codes(number: Number, codes: tuple[str, ...]) -> Number:
    return number._replace(
        prefix=number.prefix and number.prefix._replace(codes=codes),
        suffix=number.suffix and number.suffix._replace(codes=codes),
    )
