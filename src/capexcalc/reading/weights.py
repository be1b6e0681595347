"""Pounds and cents that are weights, lengths or times: "50 Pfund Kartoffeln", "a 20-pound dog"."""

from __future__ import annotations

import re

from ..patterns import regex
from .items import BLANKS, Items, item_at, meanings_at
from .lexicon import Lexicon
from .lookalikes import ENDS, HYPHENS, is_price
from .number_words import Quantity

# What tells that pounds were weighed: their worth in the weights all lands use, or their ounces.
_KILOS = r"kg|kilo|кг|кило|公斤|千克|キロ|킬로|กก|กิโล|किलो|किग्रा|ק\"ג|קילו|كجم|كغ|كيلو"
_IN_KILOS = regex(
    rf"(?:\s[^\W\d]+\s?[(（]|[\s(（]{{1,2}})(?:[^\W\d]+\.?\s)?\d[\d.,/]*\s?"
    rf"(?:{_KILOS}|g(?:r(?:am\w*)?)?\b|oz\b|ounce|onc|once|onz|unz|unc|ons\b|унц)",
    re.IGNORECASE,
)
_KILOS_BEFORE = regex(rf"\d\s?(?:{_KILOS})\w*\.?\s?[(（/]\s?(?:[^\W\d]+\.?\s)?\Z", re.IGNORECASE)
_OF, _OBJECT = frozenset("の의"), frozenset("を를을")
_PAID = frozenset("でに에")  # "for", "at"
_PAUSE = regex(r"[.,;:!?()]")
_JOINTS = frozenset(("range", "range_and"))
_MANY_GRAMS = 100  # that "gr" are, and no hundredths of a zloty
_TO_KILOS = 30  # characters
_WEIGHED_BEFORE, _TOLD_BEFORE = 3, 15  # items


def weighs(text: str, items: Items, i: int, j: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the pounds at ``j``, of the number at ``i``, are a weight: what is weighed follows ("50 Pfund
    Kartoffeln", "20 pounds of cocoa"), or their kilograms, or a verb of weighing stands before, and none of
    paying nearer.

    Millions of pounds are weighed only of what is sold by weight. How much else must tell says the lexicon
    of each language.
    """
    item, start = item_at(items, j), item_at(items, i).start
    if item.meanings["weight"] == "gram":
        return quantity.value >= _MANY_GRAMS
    linked = "link" in meanings_at(items, j + 1) or text[item.end : item.end + 1] in _OF
    following = meanings_at(items, j + 1 + linked)
    if not following and "goods" in meanings_at(items, j + 2):  # "187 Pfund waffenfähiges Uran"
        between = text[item.end : item_at(items, j + 2).start].split()
        following = meanings_at(items, j + 2) if len(between) == 1 else following
    if quantity.scale or "goods" in following:
        return "goods" in following
    taken = text[item.end : item.end + 1] not in _PAID and _is_object(text, items, i)
    if taken or _IN_KILOS.match(text, item.end, item.end + _TO_KILOS):
        return True
    if _KILOS_BEFORE.search(text, max(0, start - _TO_KILOS), start):
        return True
    told = _told(text, items, i, j)
    if told is not None:
        return told
    hyphened = text[quantity.end : quantity.end + 1] in HYPHENS  # "a 20-pound note", "a 20-pound dog"
    kind = item.meanings["weight"]
    if "priced" in following or kind == "told":
        return False
    if kind == "linked":
        return linked or hyphened
    if kind == "adjective" and (linked or quantity.value == 1):
        return linked
    word = text[item.end + 1 : item.end + 40].partition(" ")[0].rstrip("".join(ENDS))
    unknown = j + 1 < len(items) and items[j + 1] is None and text[item.end] in BLANKS
    noun = word.isalpha() and not (lexicon.nouns_capital and word.islower())
    plain = word.casefold() not in lexicon.function_words and not is_price(text, quantity)
    return hyphened or (unknown and noun and plain)


def _is_object(text: str, items: Items, i: int) -> bool:
    """Whether what is weighed stands before the number at item ``i`` as the object of a
    verb: バターを2ポンド."""
    k = i - 1 if "goods" in meanings_at(items, i - 1) else i - 2
    if k < 0 or "goods" not in meanings_at(items, k):
        return False
    return text[item_at(items, k).end : item_at(items, i).start].strip() in _OBJECT


def _told(text: str, items: Items, i: int, j: int) -> bool | None:
    """Whether the words around the unit at ``j``, of the number at ``i``, say that it is a weight; None where
    they do not say. Of smaller units, which measure as well, words further off speak too: "ahead by 16
    centesimi of one and by 44 of another"."""
    item = item_at(items, j)
    smaller = "subunit" in item.meanings
    if "weighing" in meanings_at(items, j + 1):
        return True
    further = smaller and "weighing" in meanings_at(items, j + 2)
    if further and not _PAUSE.search(text, item.end, item_at(items, j + 2).start):
        return True
    ends = not _JOINTS.isdisjoint(meanings_at(items, i - 1))  # "weighs between 375 and 400 pounds"
    ends = ends and not meanings_at(items, i - 2).keys().isdisjoint(("digits", "number"))
    first = i - 2 if ends else i
    for k in range(first - 1, first - 1 - (_TOLD_BEFORE if smaller else _WEIGHED_BEFORE), -1):
        if "costing" in meanings_at(items, k):
            return False
        if "weighing" in meanings_at(items, k) and (smaller or "weight" not in meanings_at(items, k - 1)):
            return True  # but no "550 pounds heavy, 900 pounds"
    return None
