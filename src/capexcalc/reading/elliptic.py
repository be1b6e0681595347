"""Numbers that leave their currency to an amount beside them: "77m euros, up from 38m"."""

from __future__ import annotations

import re

from ..money.money import EXACT
from ..patterns import regex
from .counting import counts_things, is_closed, is_of_funds
from .draft import Draft
from .items import Items, cues_of, item_at, meanings_at
from .lexicon import Lexicon, Meanings
from .number_part import begins_number
from .number_words import Quantity
from .ranges import has_cue
from .same_subject import (
    COMPARED,
    NEAR,
    PARTS,
    SURELY_MONEY,
    UNITS,
    goes_on_about_it,
    is_share_of_sum,
)
from .scripts import script
from .sentences import last_stop

_ALIKE = 1000  # times that a figure may be of the one it is compared with
FROM = 6  # power of ten from which a number may leave its currency to the amount before it
_WITHIN = 300  # characters
_ARTICLE = 5  # characters, blanks with it
_ARTICLES = 12  # between what compares and a number: "than all the"
_ORDER = 20  # times that a number may be of the sum it is compared with, either way
_TIMES = frozenset(("times", "multiple"))
_BY_HOW_MUCH = _TIMES | {"percent", "proportion", "tenth_part", "denominator", "scale"}
_ON_IT = 600  # characters, where words say that a number is of the sum before
_BESIDE = 2  # items from a scale to its currency
_CURRENCY = frozenset(("currency", "code", "subunit", "tenth"))
_THOUSANDS_WITHIN = 100  # characters, from an amount in thousands as well
_BRACKET = regex(r"\s?[(（](?:[^\W\d]{1,3}\.?\s)?")  # from an amount to what says it again: "(", "(약 "
_LEAST = 1000  # of any money: less is a number of anything
_EACH = frozenset(("per_year", "per_quarter", "per_month", "per_week"))
_SAID_AGAIN = frozenset(("or", "equivalence"))


def restates(text: str, items: Items, main: Draft, first: int, start: int) -> bool:
    """Whether the amount at item ``first`` says the one before it in another currency: in brackets, after
    "or" or an equals sign, or after a comma and "about"."""
    if start - main.end > _WITHIN:
        return False
    if in_brackets(text, main.end, start) or _is_about(text, items, main, first):
        return True
    between, at, said = items[main.next : first], main.end, False
    for item in between:
        if item is not None:
            if _speaks(text[at : item.start]) or _is_of_part(item.meanings):
                return False
            said = said or not _SAID_AGAIN.isdisjoint(cues_of(item.meanings))
            at = item.end
    return said and not _speaks(text[at:start])


def _is_about(text: str, items: Items, main: Draft, first: int) -> bool:
    """Whether nothing but a comma and "about" parts an amount from the next: "565 million kronor, around 50
    million euros"."""
    bounds = [item for item in items[main.next : first] if item is not None]
    if len(bounds) != 1 or bounds[0].meanings.get("bound") != "about":
        return False
    after = text[bounds[0].end : item_at(items, first).start]
    return text[main.end : bounds[0].start].strip() in (",", "،", "，") and not after.strip()


def in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a bracket opened after ``start`` is still open at ``end``."""
    between = text[start:end]
    return between.count("(") + between.count("（") > between.count(")") + between.count("）")


def implied(text: str, items: Items, i: int, quantity: Quantity, last: Draft, lexicon: Lexicon) -> bool:
    """Whether the number at item ``i`` takes the currency of the amount before it: "up from 3.2 billion"."""
    thousands = quantity.scale == last.scale == 3
    if quantity.scale < FROM and not thousands:
        return _is_of_each_year(text, items, i, quantity, last, lexicon)
    apart = quantity.start - last.end
    if apart > (_THOUSANDS_WITHIN if thousands else _ON_IT):
        return False
    if "scale" in quantity.notes:
        return False  # 10兆 of data
    if _again(text, quantity, last):
        return False
    if script(text[quantity.start]) == "hangul":
        return False  # 구조, "structure", is written like nine trillion
    begun = last_stop(text, last.end, quantity.start, lexicon)
    since = last.next if begun is None else first_from(items, i, begun)
    if begun is not None and any("currency" in meanings_at(items, k) for k in range(since, i)):
        return False  # "In Swiss francs, profits fell to 214.7 million"
    if may_be_metres(text, items, quantity, last):
        return False
    sure = begun is not None and is_share_of_sum(text, items, i, quantity, begun)
    if not sure and (
        counts_things(text, items, i, quantity, since, lexicon) or _follows_things(items, since, i, quantity)
    ):
        return False
    closed = is_closed(text, items, quantity, lexicon)
    closed = closed or "money_verb" in meanings_at(items, quantity.next)
    closed = closed or (lexicon.adjectives_follow and _is_of_then(items, i, quantity))
    closed = closed or has_cue(items, quantity.next, "previous")
    closed = closed or (begun is None and _is_rest(items, i, quantity))
    closed = closed or any(has_cue(items, k, "peak") for k in (i - 1, i - 2))  # "the record so far of"
    part = any(has_cue(items, k, "part_of") for k in (i - 1, i - 2))
    if begun is None:
        exceeded = _is_exceeded(items, i, last.next) or _is_compared(text, items, i, quantity, last)
        return apart <= _WITHIN and (closed or part or exceeded)
    if closed and part and apart <= _WITHIN:
        return True
    closed = closed and not is_of_funds(text, items, quantity, lexicon)  # it may be another's
    return goes_on_about_it(text, items, i, quantity, begun, closed=closed)


def _is_of_each_year(
    text: str, items: Items, i: int, quantity: Quantity, last: Draft, lexicon: Lexicon
) -> bool:
    """Whether a number of thousands is told right behind a sum, or the years it is for, to be so much a year,
    or month, of it: "1.8m euros over three years, or 600,000 a year", but not "... to train nurses, or"."""
    each = cues_of(meanings_at(items, quantity.next))
    if quantity.start - last.end > _THOUSANDS_WITHIN or _EACH.isdisjoint(each):
        return False
    value = quantity.value * last.worth
    if not (_LEAST <= value < abs(last.value) <= value * _ALIKE) or quantity.scale not in (0, 3):
        return False
    led = i - 1 if items[i - 1] is not None else i - 2  # "es decir, 600.000 al año"
    again = not _SAID_AGAIN.isdisjoint(cues_of(meanings_at(items, led)))
    numbers = [k for k in range(last.next, i) if begins_number(meanings_at(items, k))]
    if any("unit" not in meanings_at(items, k + 1) for k in numbers):
        return False
    since = item_at(items, numbers[-1] + 1).end if numbers else last.end
    said = text[since : item_at(items, led).start if again else quantity.start].split()
    told = len(said) <= 1 if again else bool(numbers) and said in ([","], ["，"], ["、"], ["،"])
    return told and last_stop(text, last.end, quantity.start, lexicon) is None


def _follows_things(items: Items, since: int, i: int, quantity: Quantity) -> bool:
    """Whether another number of millions that is no money stands before one in its sentence: "3.7m artillery
    rounds, including 1.3m so far this year"."""
    if quantity.value >= SURELY_MONEY:
        return False
    large = [k for k in range(since, i) if meanings_at(items, k).get("scale", 0) >= FROM]
    return any(not _has_currency(items, k) for k in large)


def _has_currency(items: Items, k: int) -> bool:
    beside = (meanings_at(items, n) for n in range(k - _BESIDE, k + _BESIDE + 1))
    return any(not _CURRENCY.isdisjoint(meanings) for meanings in beside)


def first_from(items: Items, i: int, begun: int) -> int:
    """The first of the items before ``i`` that stand at an offset or later."""
    k = i
    while k > 0 and (items[k - 1] is None or item_at(items, k - 1).start >= begun):
        k -= 1
    return k


def _is_of_then(items: Items, i: int, quantity: Quantity) -> bool:
    """Whether one word and a time follow what something is compared with: "frente a los 27,7 millones
    obtenidos un año antes", where "de" would stand before what is counted."""
    led = any(has_cue(items, k, "old") for k in (i - 1, i - 2))
    n = quantity.next
    after = meanings_at(items, n + 1)
    timed = not after.keys().isdisjoint(("when", "direction")) or "old_after" in cues_of(after)
    return led and timed


def _is_rest(items: Items, i: int, quantity: Quantity) -> bool:
    """Whether "the rest" leads up to a number, and another one begins right behind it: "loput 39 miljoonaa
    kahden vuoden kuluessa"."""
    return has_cue(items, i - 1, "rest") and begins_number(meanings_at(items, quantity.next))


def _is_exceeded(items: Items, i: int, after: int) -> bool:
    """Whether nothing but "more than" stands between an amount and the number at item ``i``."""
    cues = [cues_of(meanings_at(items, k)) for k in range(after, i) if items[k] is not None]
    compares = bool(cues) and any(not COMPARED.isdisjoint(each) for each in cues)
    return compares and i - after <= NEAR and all(None is not items[k] for k in range(after, i))


def _is_compared(text: str, items: Items, i: int, quantity: Quantity, last: Draft) -> bool:
    """Whether what a sum is so much more than, or so many times of, stands right before a number too large to
    be one of people, and of the order of the amount before it: "45 percent more than the 600 million
    Parliament granted", "three times the 300 million"."""
    k = i - 1 if items[i - 1] is not None else i - 2
    than, before = meanings_at(items, k), meanings_at(items, k - 1)
    if not than or len(text[item_at(items, k).end : quantity.start]) > _ARTICLES:
        return False
    compares = not COMPARED.isdisjoint(cues_of(than)) and not _BY_HOW_MUCH.isdisjoint(before)
    value = quantity.value * last.worth
    alike = value <= _ORDER * abs(last.value) and abs(last.value) <= _ORDER * value
    return quantity.value >= SURELY_MONEY and alike and (compares or not _TIMES.isdisjoint(than))


def _again(text: str, quantity: Quantity, last: Draft) -> bool:
    """Whether the number stands alone in brackets after an amount and is too far from it to be of the same
    currency: "2 miliar dollar (28 triliun)" are rupiahs."""
    if (
        text[last.end : quantity.start].strip() not in ("(", "（")
        or text[quantity.end : quantity.end + 1] not in ")）"
    ):
        return False
    low, high = sorted((abs(last.value), quantity.value))
    return high > _ALIKE * low


def repeats(text: str, items: Items, i: int, quantity: Quantity, before: Draft, lexicon: Lexicon) -> bool:
    """Whether the number at item ``i`` says again an amount of the sentences before: "of these 6 billion"."""
    if quantity.scale < FROM or EXACT.multiply(quantity.value, before.worth) != before.value:
        return False
    near = quantity.start - before.end <= _WITHIN and not counts_things(text, items, i, quantity, i, lexicon)
    return near and is_closed(text, items, quantity, lexicon)


def may_be_metres(text: str, items: Items, quantity: Quantity, last: Draft | None) -> bool:
    """Whether the one letter after a number is as likely a metre as a million: the amount before it is
    written out, and does not end its figures with letters as this one does."""
    letter = item_at(items, quantity.next - 1)
    if len(letter.text) > 1 or not letter.text.isascii():
        return False  # and "a milliard" alone has no figures before it
    if last is None:
        return True
    gap = text[item_at(items, quantity.next - 2).end : letter.start]
    bracketed = not gap and _BRACKET.fullmatch(text, last.end, quantity.start)
    return not bracketed and not re.search(
        rf"\d{gap}[A-Za-z]{{1,3}}(?![^\W\d_])", text[last.start : last.end]
    )


def _is_of_part(meanings: Meanings) -> bool:
    """Whether a word makes what follows a part of an amount, or a year's: "of which a third, or"."""
    return not (PARTS.isdisjoint(meanings) and UNITS.isdisjoint(cues_of(meanings)))


def _speaks(gap: str) -> bool:
    return any(map(str.isalnum, gap))
