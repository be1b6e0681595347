"""Whether a number beside a currency is meant as an amount of it."""

from __future__ import annotations

from ..patterns import regex
from .adjacent_currency import Number
from .items import BLANKS, Items, item_at, meanings_at
from .lexicon import Lexicon
from .lookalikes import HYPHENS, counts_money
from .tokens import spaceless

_YEAR = regex(r"(?:19|20)\d\d")
_JOINED = regex(rf"[{''.join(HYPHENS)}]([^\W\d_]+)")
_LONGEST_CASE = 4  # letters of an ending
_LONGEST_ABBREVIATION = 2  # letters: DM, QR, SR


def stands(text: str, items: Items, i: int, number: Number, lexicon: Lexicon) -> bool:
    """Whether a number beside a currency is meant as one: 위한 원 is no "one won", "un euro fuerte" no
    euro."""
    quantity = number.quantity
    if quantity.scale and not _is_own_unit(items, i, number):
        return True
    if "digits" in meanings_at(items, quantity.next - 1):
        return not _is_year_of_prices(items, i, number)
    unit = number.currency
    if quantity.value == 0 or quantity.value < lexicon.least_alone or (unit and _is_compound(text, number)):
        return False
    if lexicon.least_alone and not any("place" in meanings_at(items, k) for k in range(i, quantity.next)):
        return False  # 사이엔, "between", written like 42 yen
    if unit is None:
        return True
    noun = item_at(items, unit.item)
    if spaceless(noun.text[0]) and text[quantity.start].isdecimal():
        return True  # 2千元
    if "homonym" not in noun.meanings and ("article" not in meanings_at(items, i) or quantity.next > i + 1):
        return True
    return counts_money(text, items, number.first(i), noun, number.next, lexicon)


def _is_own_unit(items: Items, i: int, number: Number) -> bool:
    """Whether an article stands before a unit that is a scale too: "um conto", a tale or a thousand
    escudos."""
    unit = number.currency
    alone = unit is not None and unit.item == i + 1 == number.quantity.next - 1
    return alone and "article" in meanings_at(items, i)


def _is_year_of_prices(items: Items, i: int, number: Number) -> bool:
    """Whether the number at item ``i`` is the year whose money is meant: "$5bn in 2016 dollars"."""
    year = meanings_at(items, i).get("digits", "")
    alone = number.prefix is None and number.suffix is not None and number.suffix.worth == 1
    return alone and "constant" in meanings_at(items, i - 1) and _YEAR.fullmatch(year) is not None


def _is_compound(text: str, number: Number) -> bool:
    """Whether a number in words counts no money but what a compound begun by it or an abbreviation like it
    stands for: "one euro-denominated bond", "zwei Dollar-Kredite", "the top five pound-for-pound", "a DM"."""
    quantity, unit = number.quantity, number.suffix
    if unit is None or text[quantity.end : quantity.end + 1] not in BLANKS:
        return False
    if text[quantity.start].isdecimal():
        return False
    word, joined = text[unit.start : unit.end], _JOINED.match(text, unit.end)
    if joined:  # by one a case as well, which is no compound: "száz EUR-t", "két penny-s"
        return quantity.value == 1 or joined[1][0].isupper() or len(joined[1]) > _LONGEST_CASE
    return quantity.value == 1 and len(word) <= _LONGEST_ABBREVIATION and word.isupper()
