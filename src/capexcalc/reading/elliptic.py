"""Numbers that leave their currency to an amount beside them: "77m euros, up from 38m"."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..patterns import regex
from .adjacent_currency import LARGEST, Number, surround
from .draft import Draft
from .items import Items, item_at, meanings_at
from .lexicon import Lexicon, Meanings
from .number_words import Quantity
from .quantities import begins_number, read_quantity
from .ranges import YEAR, has_cue
from .sentences import ends_sentence

_FIRST_HANGUL, _LAST_HANGUL = "\uac00", "\ud7a3"
_ALIKE = 1000  # times that a figure may be of the one it is compared with
_FROM = 6  # power of ten from which a number may leave its currency to the amount before it
_WITHIN = 300  # characters
_THOUSANDS_WITHIN = 100  # characters, from an amount in thousands as well
_BRACKET = regex(r"\s?[(（](?:[^\W\d]{1,3}\.?\s)?")  # from an amount to what says it again: "(", "(약 "
_BEFORE, _ASIDE = 3, 5  # items
_CLOSING = ".,;:!?)]…。，；！？）—–(（[/।،؛؟、"
_SAID_AGAIN = frozenset(("or", "equivalence"))
# After a number that leaves its currency out: "12 billion a year".
_OF_MONEY = frozenset(("per_year", "per_month", "per_week", "per_day", "old_after", "total"))
_BECOMES = frozenset(("new", "old", "from"))
_UNITS = frozenset(("per_year", "per_month", "per_week", "per_day"))
_PARTS = frozenset(("percent", "percent_before", "parts_of", "proportion", "tenth_part"))


class Ahead(NamedTuple):
    """A number with its currency, and the item at which it begins."""

    number: Number
    item: int


def restates(text: str, items: Items, main: Draft, first: int, start: int) -> bool:
    """Whether the amount at item ``first`` says the one before it in another currency: in brackets, after
    "or" or an equals sign."""
    if start - main.end > _WITHIN:
        return False
    if in_brackets(text, main.end, start):
        return True
    between, at, said = items[main.next : first], main.end, False
    for item in between:
        if item is not None:
            if _speaks(text[at : item.start]) or _is_of_part(item.meanings):
                return False
            said = said or not _SAID_AGAIN.isdisjoint(_cues(item.meanings))
            at = item.end
    return said and not _speaks(text[at:start])


def in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a bracket opened after ``start`` is still open at ``end``."""
    between = text[start:end]
    return between.count("(") + between.count("（") > between.count(")") + between.count("）")


def implied(text: str, items: Items, i: int, quantity: Quantity, last: Draft, lexicon: Lexicon) -> bool:
    """Whether the number at item ``i`` takes the currency of the amount before it: "up from 3.2 billion"."""
    thousands = quantity.scale == last.scale == 3
    if quantity.scale < _FROM and not thousands:
        return False
    if quantity.start - last.end > (_THOUSANDS_WITHIN if thousands else _WITHIN):
        return False
    if "scale" in quantity.notes or quantity.value == 0:
        return False  # 10兆 of data
    if _again(text, quantity, last):
        return False
    if _FIRST_HANGUL <= text[quantity.start] <= _LAST_HANGUL:
        return False  # 구조, "structure", is written like nine trillion
    if _may_be_metres(text, items, quantity, last):
        return False
    following = meanings_at(items, quantity.next)
    linked = "link" in following and not _names_year(items, quantity.next + 1)
    if linked or "prefix" in meanings_at(items, i - 1):
        return False  # "3 millones de personas", "Q$5 million"
    beside = (*range(last.next, i), quantity.next, quantity.next + 1)
    if any("counted" in meanings_at(items, k) for k in beside):
        return False  # "visitors, some 5 million", "200 juta lebih rakyat"
    after = text[quantity.end : quantity.end + 40].lstrip()
    # "3,9 miliardi degli ultimi tre anni", "1.316 millones e importaciones"
    goes_on = not following.keys().isdisjoint(("direction", "when", "join", "link"))
    goes_on = goes_on or not _OF_MONEY.isdisjoint(_cues(following))
    closed = not after or after[0] in _CLOSING or goes_on or _function_word(after, lexicon)
    part = any(has_cue(items, k, "part_of") for k in (i - 1, i - 2))
    if not closed:
        return part and not ends_sentence(text, last.end, quantity.start, lexicon)
    return part or not ends_sentence(text, last.end, quantity.start, lexicon)


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


def lender(text: str, items: Items, i: int, quantity: Quantity, lexicon: Lexicon) -> Ahead | None:
    """The number after the one at item ``i`` that both take their currency from, and its first item: "um drei
    Milliarden auf 20 Milliarden Euro", "respectively 2 and 1.4 billion pounds"."""
    past = _past_aside(text, items, quantity)
    joint = meanings_at(items, past)
    becomes = quantity.scale >= _FROM and not _BECOMES.isdisjoint(_cues(joint))
    if not becomes and (_names_year(items, i) or not _respectively(items, i, past)):
        return None  # "2007 jeweils 9,8 Mio."
    j = past + 1
    while j < len(items) and j <= past + _BEFORE and not begins_number(meanings_at(items, j)):
        if items[j] is None:
            return None
        j += 1
    second = read_quantity(text, items, j, lexicon) if j < len(items) else None
    if second is None or second.scale < _FROM or second.value >= LARGEST:
        return None
    number = surround(text, items, j, second, past, lexicon)
    return Ahead(number, j) if number.currency else None


def _may_be_metres(text: str, items: Items, quantity: Quantity, last: Draft) -> bool:
    """Whether the one letter after a number is as likely a metre as a million: the amount before it is
    written out, and does not end its figures with letters as this one does."""
    letter = item_at(items, quantity.next - 1)
    if len(letter.text) > 1 or not letter.text.isascii() or not letter.text.isalpha():
        return False  # and "a milliard" alone has no figures before it
    gap = text[item_at(items, quantity.next - 2).end : letter.start]
    bracketed = not gap and _BRACKET.fullmatch(text, last.end, quantity.start)
    return not bracketed and not re.search(
        rf"\d{gap}[A-Za-z]{{1,3}}(?![^\W\d_])", text[last.start : last.end]
    )


def _past_aside(text: str, items: Items, quantity: Quantity) -> int:
    """The item after a number, or after the share in brackets behind it: "by 50 million (5 percent) to"."""
    if text[quantity.end : quantity.end + 2].lstrip()[:1] in ("(", "（"):
        for k in range(quantity.next, min(quantity.next + _ASIDE, len(items) - 1)):
            if "percent" in meanings_at(items, k) and text[item_at(items, k).end] in ")）":
                return k + 1 + (items[k + 1] is None)
    return quantity.next


def _respectively(items: Items, i: int, joint: int) -> bool:
    if "respectively" in meanings_at(items, joint):
        return True
    joined = not meanings_at(items, joint).keys().isdisjoint(("join", "range_and"))
    return joined and any("respectively" in meanings_at(items, k) for k in range(i - _BEFORE, i))


def _names_year(items: Items, i: int) -> bool:
    """Whether the item at ``i`` is a year: "240 milhões de 2024"."""
    return YEAR.fullmatch(meanings_at(items, i).get("digits", "")) is not None


def _is_of_part(meanings: Meanings) -> bool:
    """Whether a word makes what follows a part of an amount, or a year's: "of which a third, or"."""
    return not (_PARTS.isdisjoint(meanings) and _UNITS.isdisjoint(_cues(meanings)))


def _cues(meanings: Meanings) -> tuple[str, ...]:
    return tuple(meanings.get("cue", ()))


def _speaks(gap: str) -> bool:
    return any(map(str.isalnum, gap))


def _function_word(after: str, lexicon: Lexicon) -> bool:
    return after.split(None, 1)[0].rstrip(_CLOSING).casefold() in lexicon.function_words
