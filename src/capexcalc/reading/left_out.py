"""Numbers that leave their currency to a text whose money so far is all of one: "8 milliárdot szántak rá"."""

from __future__ import annotations

from decimal import Decimal

from .counting import counts_things, is_closed, is_counted, is_of_funds
from .draft import Draft
from .elliptic import FROM, first_from, may_be_metres
from .items import Items, cues_of, meanings_at
from .lexicon import Lexicon
from .number_part import begins_number
from .number_words import Quantity
from .quantities import read_quantity
from .same_subject import SURELY_MONEY, UNITS
from .scripts import script
from .sentences import last_stop

_MILLION = 10**FROM
# Times that a number may be less than the least sum, or more than the largest: one that may count people, and
# one that does not.
_ALIKE, _SURELY_ALIKE = 10, 100
_WITHIN = 600  # characters between a number and the money before it
_SENTENCE = 300  # characters before a number in which its sentence begins, or is not looked at
_AFTER = 4  # items after a number that may be what it counts
_BEFORE = 3  # items before a number, among which is the unit of time that it is told for
_TIMED = UNITS | {"each", "each_before", "each_ahead"}
_LEFT = frozenset(("rest", "others"))
_AND = frozenset(("join", "range", "range_and"))


class SoFar:
    """The money of a text as far as it is read: the ``last`` amount and where in the text it ends, the
    currencies that ``all`` of it may be of, the ``least`` and the ``most`` of its sums from a million on, and
    whether ``things`` were counted in millions as well."""

    __slots__ = ("all", "end", "last", "least", "most", "things")

    def __init__(self) -> None:
        self.last: Draft | None = None
        self.all: frozenset[str] = frozenset()
        self.least = self.most = Decimal(0)
        self.end = 0
        self.things = False

    def add(self, draft: Draft, at: int) -> None:
        """One more amount, of a block that begins at offset ``at``."""
        self.all = frozenset(draft.currency) if self.last is None else self.all.intersection(draft.currency)
        self.last, self.end = draft, at + draft.end
        size = abs(draft.value)
        if size >= _MILLION:
            self.least = min(self.least or size, size)
            self.most = max(self.most, size)

    def has_alike(self, size: Decimal, *, timed: bool) -> bool:
        """Whether a number is of the order of the sums; a smaller one may count what was counted before. One
        that is ``timed`` is a month's share of them."""
        if size < SURELY_MONEY and self.things:
            return False
        times = _SURELY_ALIKE if timed or size >= SURELY_MONEY else _ALIKE
        return self.least <= times * size and size <= times * self.most


def left_out(
    text: str,
    items: Items,
    i: int,
    quantity: Quantity,
    last: Draft | None,
    so_far: SoFar,
    at: int,
    lexicon: Lexicon,
) -> Draft | None:
    """The amount whose currency the number at item ``i`` takes, if nothing is counted by it and all money of
    its text so far is of one currency and of its order."""
    lender = so_far.last
    if quantity.scale < FROM or lender is None or not so_far.all:
        return None
    if not _may_be_money(text, items, i, quantity, last, so_far, lexicon):
        so_far.things = True
        return None
    near = at + quantity.start - so_far.end <= _WITHIN
    timed = _is_of_time(items, i, quantity)
    return lender if near and so_far.has_alike(quantity.value * lender.worth, timed=timed) else None


def _is_of_time(items: Items, i: int, quantity: Quantity) -> bool:
    """Whether a word right beside a number says that there is as much each month or year, or for each of
    many: "4.2 million a month", "in monthly instalments of 2 million", "1.3 million apiece"."""
    beside = (quantity.next, *range(max(0, i - _BEFORE), i))
    return any(not _TIMED.isdisjoint(cues_of(meanings_at(items, k))) for k in beside)


def _may_be_money(
    text: str,
    items: Items,
    i: int,
    quantity: Quantity,
    last: Draft | None,
    so_far: SoFar,
    lexicon: Lexicon,
) -> bool:
    """Whether nothing about a number at item ``i`` says that it is none of the money ``so_far``."""
    if "scale" in quantity.notes or script(text[quantity.start]) == "hangul":
        return False
    if may_be_metres(text, items, quantity, last) or "alone" in meanings_at(items, i):
        return False
    edge = max(0, quantity.start - _SENTENCE)
    begun = last_stop(text, edge, quantity.start, lexicon)
    since = first_from(items, i, edge if begun is None else begun)
    between = range(max(since, last.next if last else 0), i)
    if any(so_far.all.isdisjoint(meanings_at(items, k).get("currency", so_far.all)) for k in between):
        return False  # "In Swiss francs, profits fell to 214.7 million"
    if counts_things(text, items, i, quantity, since, lexicon) or _goes_on_to_count(
        text, items, quantity, lexicon
    ):
        return False
    spent = quantity.value >= SURELY_MONEY and "money_verb" in meanings_at(items, quantity.next)
    return spent or is_closed(text, items, quantity, lexicon) or _is_rest(items, i, quantity)


def _is_rest(items: Items, i: int, quantity: Quantity) -> bool:
    """Whether a number is what is left, and a verb says what that does: "the remaining 105 million go to"."""
    left = any(not _LEFT.isdisjoint(cues_of(meanings_at(items, k))) for k in (i - 1, i - 2))
    return left and "money_verb" in meanings_at(items, quantity.next)


def _goes_on_to_count(text: str, items: Items, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether what a number counts follows farther off, or was named before: "600 million and one billion
    barrels", "3 million of them"."""
    n = quantity.next
    told = () if is_of_funds(text, items, quantity, lexicon) else cues_of(meanings_at(items, n))
    if "part_of" in told or ("of" in told and quantity.value < SURELY_MONEY):
        return True
    if any(is_counted(text, items, k, quantity) for k in range(n, n + _AFTER)):
        return True
    if not _AND.isdisjoint(meanings_at(items, n)) and begins_number(meanings_at(items, n + 1)):
        second = read_quantity(text, items, n + 1, lexicon)
        return second is not None and counts_things(text, items, n + 1, second, n + 1, lexicon)
    return False
