"""Numbers that leave their million to an amount of their sentence, and their currency: "480 million euros,
against 400 last year", "Roads get 280 million euros, trains 210, parks 170"."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ..patterns import regex
from .counting import counts_things, is_closed, is_of_funds, is_small
from .draft import Draft
from .elliptic import FROM
from .items import Items, cues_of, item_at, meanings_at
from .lexicon import Lexicon
from .number_part import begins_number
from .number_words import Quantity
from .quantities import read_quantity
from .ranges import names_year
from .same_subject import PREVIOUS
from .sentences import last_stop
from .written_amount import IMPLIED

_ALIKE = 10  # times that a number may be of the amount that it takes its million from
_BARE = 1000  # under which a number may leave its million out
_WITHIN = 120  # characters between the two
_ARTICLE = 5  # letters of a word between what compares and a number: "the", "their"
_TOLD, _WORDS = 24, 2  # letters and words that may tell more of it
_SOON = 2  # items after a number at which its time may be told
_BEHIND = 8  # items after a number among which "the last plan" may stand
_LEAST = 2  # numbers without a million, from which there is a row of them
_SLIP = Decimal("1.5")  # times a sum that its parts may make
_FAR = 40  # items after a number in which the next of its row stands
_LED = frozenset(("old", "from", "after", "exceeds", "below"))
_WEAK = frozenset(("from", "after", "exceeds", "below"))
_TIMED = frozenset(("old_after", "this_year", "past"))
_NUMBER = frozenset(("digits", "scale", "percent"))
# Between two of a row: a comma or "and", and a name of what the second is for.
_NAMED = regex(
    r"(?:\s?[,;،；]\s(?:[^\W\d_]{1,6}\s)?|\s)(?:[^\W\d_][\w'’.&-]*\s){0,4}([^\W\d_][\w'’.&-]*\s)\Z"
)
_JOINED = regex(r".?[\w/#.:'’-]\Z|[^\W\d_][\u2010-\u2013]\Z")  # IBM-19
_COMMA = regex(r"\s?[,;،；]\s")
_ENDS = regex(r"\s?(?:[,;،；]\s|[.!?।](?:\s|[»”\"]|\Z)|\Z)")


def as_compared(
    text: str, items: Items, i: int, quantity: Quantity, last: Draft | None, lexicon: Lexicon
) -> bool:
    """Whether a number is what the amount before it is compared with: "480 million euros, against the 400 of
    the last plan", "from the 450 of 2024"."""
    if last is None or not _may_lend(text, items, i, quantity, last) or quantity.start - last.end > _WITHIN:
        return False
    if any(not _NUMBER.isdisjoint(meanings_at(items, k)) for k in range(last.next, i)):
        return False
    if last_stop(text, last.end, quantity.start, lexicon) is not None:
        return False
    k = next((k for k in (i - 1, i - 2) if not _LED.isdisjoint(cues_of(meanings_at(items, k)))), None)
    if k is None or k < last.next:
        return False
    weak = not _WEAK.isdisjoint(cues_of(meanings_at(items, k)))
    gap = text[item_at(items, k).end : quantity.start]
    if not (_is_article(gap) or (not weak and _is_told(gap))):
        return False
    if k < i - 1 and "month" in meanings_at(items, i - 1):
        return False  # "from May 12 on"
    if counts_things(text, items, i, quantity, i, lexicon) or is_of_funds(text, items, quantity, lexicon):
        return False
    timed, n = _is_timed(items, quantity.next), quantity.next
    if not is_closed(text, items, quantity, lexicon) and not (timed and "link" in meanings_at(items, n)):
        return False
    if not weak:
        return True
    onward = "new" in cues_of(meanings_at(items, n)) or "range" in meanings_at(items, n)
    return not onward and (timed or _is_previous(text, items, quantity, lexicon))


def _is_article(gap: str) -> bool:
    """Whether no more than a small word stands in a gap."""
    return len(gap.strip()) <= _ARTICLE and len(gap.split()) <= 1


def _is_told(gap: str) -> bool:
    """Whether no more than two words stand in a gap: "instead of the promised 200"."""
    return len(gap.strip()) <= _TOLD and len(gap.split()) <= _WORDS and gap.replace(" ", "").isalpha()


def of_a_row(
    text: str,
    items: Items,
    i: int,
    quantity: Quantity,
    last: Draft | None,
    recent: Iterable[Draft],
    lexicon: Lexicon,
) -> bool:
    """Whether a number is one of a row that an amount begins, each told after its name, which make about what
    one of the ``recent`` amounts or one after them is: "Of 750 million euros roads get 280 million, trains
    210, parks 170 and schools 90"."""
    if last is None or not _may_lend(text, items, i, quantity, last):
        return False
    if not (is_named(text, items, last, quantity, lexicon) and ends_in_row(text, items, quantity)):
        return False
    if IMPLIED in last.notes and text[last.end - 1].isdecimal():
        return True
    row = _row(text, items, quantity, last, lexicon)
    head = abs(last.value) / last.worth
    added = head + sum((number.value for number in row), Decimal(0)) * Decimal(10) ** last.scale
    wholes = (abs(each.value) / each.worth for each in recent)
    after = _next_large(text, items, row[-1].next, lexicon) if row else None
    told = (*wholes, *((after.value,) if after else ()))
    return len(row) >= _LEAST and any(each > head and _is_about(each, added) for each in told)


def _is_about(whole: Decimal, added: Decimal) -> bool:
    """Whether parts make no more than half of a whole more, or less."""
    return whole <= _SLIP * added and added <= _SLIP * whole


def _row(text: str, items: Items, quantity: Quantity, head: Draft, lexicon: Lexicon) -> list[Quantity]:
    """The numbers from one on that stand in a row, none if another number of their sentence does not."""
    row, j = [quantity], quantity.next
    while j < min(len(items), row[-1].next + _FAR):
        if not begins_number(meanings_at(items, j)):
            j += 1
            continue
        number = read_quantity(text, items, j, lexicon)
        if number is None or last_stop(text, row[-1].end, number.start, lexicon) is not None:
            return row
        if not _may_lend(text, items, j, number, head):
            return row if number.scale else []
        if not (is_named(text, items, row[-1], number, lexicon) and ends_in_row(text, items, number)):
            return []
        row.append(number)
        j = max(j + 1, number.next)
    return row


def _next_large(text: str, items: Items, j: int, lexicon: Lexicon) -> Quantity | None:
    """The next number of millions."""
    for k in range(j, min(len(items), j + _FAR)):
        number = read_quantity(text, items, k, lexicon) if begins_number(meanings_at(items, k)) else None
        if number is not None and number.scale >= FROM:
            return number
    return None


def _may_lend(text: str, items: Items, i: int, quantity: Quantity, last: Draft) -> bool:
    """Whether a number has neither a million nor a sign of its own, is no year, and alike to an amount."""
    if last.scale < FROM or not may_be_bare(text, items, i, quantity):
        return False
    return is_alike(quantity.value, abs(last.value) / last.worth / Decimal(10) ** last.scale)


def may_be_bare(text: str, items: Items, i: int, quantity: Quantity) -> bool:
    """Whether a number in figures may have left its million out: it is no year and part of no name."""
    if quantity.scale or "digits" not in meanings_at(items, i) or quantity.value >= _BARE:
        return False
    at = quantity.start
    if not text[at].isdecimal() or _JOINED.match(text, max(0, at - 2), at):
        return False
    timed = "unit" in meanings_at(items, i) or "unit" in meanings_at(items, quantity.next)
    return not timed and not names_year(items, i)


def is_alike(one: Decimal, other: Decimal) -> bool:
    """Whether of two numbers without their million neither is far larger."""
    low, high = sorted((one, other))
    return 0 < high <= _ALIKE * low


def is_named(text: str, items: Items, before: Quantity | Draft, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a comma or "and", and a few words for what the second is for, part two numbers of a row: "Bo
    36", but not "Bo is 36"."""
    named = _NAMED.fullmatch(text, before.end, quantity.start)
    if named is None or (not quantity.scale and is_small(named[1].rstrip(), lexicon)):
        return False
    between = range(before.next, _item_of(items, quantity, before.next))
    if any({"month", "counted"} & meanings_at(items, k).keys() for k in between):
        return False
    return _COMMA.match(text, before.end) is not None or is_and(items, before.next)


def _item_of(items: Items, quantity: Quantity, since: int) -> int:
    """The item at which a number begins."""
    k = since
    while k < quantity.next and (items[k] is None or item_at(items, k).start < quantity.start):
        k += 1
    return k


def ends_in_row(text: str, items: Items, quantity: Quantity) -> bool:
    return _ENDS.match(text, quantity.end) is not None or is_and(items, quantity.next)


def is_and(items: Items, k: int) -> bool:
    meanings = meanings_at(items, k)
    return "and" in cues_of(meanings) or not {"join", "range_and"}.isdisjoint(meanings)


def _is_previous(text: str, items: Items, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the sentence goes on to tell of what was before: "more than the 400 that the last plan had"."""
    for k in range(quantity.next, min(len(items), quantity.next + _BEHIND)):
        if items[k] is not None and not PREVIOUS.isdisjoint(cues_of(meanings_at(items, k))):
            return last_stop(text, quantity.end, item_at(items, k).start, lexicon) is None
    return False


def _is_timed(items: Items, n: int) -> bool:
    """Whether a year or a time before is told right after a number: "of 2024", "last year"."""
    for k in range(n, n + _SOON):
        meanings = meanings_at(items, k)
        cues = cues_of(meanings)
        if names_year(items, k) or "when" in meanings or not (PREVIOUS | _TIMED).isdisjoint(cues):
            return True
    return False
