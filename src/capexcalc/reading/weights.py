"""Pounds and cents that are weights, lengths or times: "50 Pfund Kartoffeln", "a 20-pound dog"."""

from __future__ import annotations

import re

from ..patterns import regex
from .items import BLANKS, Items, item_at, meanings_at
from .lexicon import Lexicon, Meanings
from .lookalikes import ENDS, HYPHENS, LONGEST_ALONE, is_price
from .number_words import Quantity
from .sentences import ends_sentence

# What tells that pounds were weighed: their worth in the weights all lands use, or their ounces.
_KILOS = r"kg|kilo|кг|кило|公斤|千克|キロ|킬로|กก|กิโล|किलो|किग्रा|ק\"ג|קילו|كجم|كغ|كيلو"
_IN_KILOS = regex(
    rf"(?:\s[^\W\d]+\s?[(（]|[\s(（]{{1,2}})(?:[^\W\d]+\.?\s)?\d[\d.,/]*\s?"
    rf"(?:{_KILOS}|g(?:r(?:am\w*)?)?\b|oz\b|ounce|onc|once|onz|unz|unc|ons\b|унц)",
    re.IGNORECASE,
)
_IN_TONS = regex(
    r"(?:\s?[(（]|,?\s(?:[–—-]\s)?(?:or|oder|ou|o|eller|of)\s)(?:[^\W\d]+\s)?\d[\d.,]*\s?(?:metric\s|metrische\s)?"
    rf"(?:{_KILOS}|ton(?:s|nes?|nen|nellate|eladas|n)?\b|tonn?\b)",
    re.IGNORECASE,
)
_KILOS_BEFORE = regex(rf"\d\s?(?:{_KILOS})\w*\.?\s?[(（/]\s?(?:[^\W\d]+\.?\s)?\Z", re.IGNORECASE)
_OF, _OBJECT = frozenset("の의"), frozenset("を를을")
_PAID = frozenset("でに에")  # "for", "at"
_PAUSE = regex(r"[.,;:!?()]")
_JOINTS = frozenset(("range", "range_and"))
_MANY_GRAMS = 100  # that "gr" are, and no hundredths of a zloty
_ORNATE = 100  # baht of gold that no ornament weighs
_TO_KILOS = 30  # characters
_ENGLISH = ("linked", "adjective")
_FINELY = regex(r"(?:\d/\d|[¼½¾⅓⅔⅛])\Z")  # as cooks say, and no price
_LISTED = regex(r"(?:\A|\n)[\s*•\d(-]*\Z")  # "1 pound spinach" begins a line of a recipe
_BRACKETED = regex(r"[(（](?:[^\W\d]+\.?\s)?\Z")
_NEXT_WORD = regex(r"\)?,?\s([^\W\d]+)")
_COOKED = 100  # pounds that recipes do not come to
_SLIMMED = 1000  # pounds that nobody gains or loses
_BEFORE_BRACKET = 3  # items
_MONEY = frozenset(("currency", "code", "subunit"))
_TOLD_BY = _MONEY | {"costing", "paying", "priced"}
_PACED = frozenset(("each", "per_year", "per_quarter", "per_month", "per_week", "per_day"))
_PAID_CUES = frozenset(("each", "spending"))
_TELLS_WITHIN = 30  # items
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
    if item.meanings["weight"] == "gold":  # "ทองคำหนัก 2 บาท"
        return quantity.value < _ORNATE and "weighing" in meanings_at(items, i - 1)
    linked = "link" in meanings_at(items, j + 1) or text[item.end : item.end + 1] in _OF
    following = meanings_at(items, j + 1 + linked)
    if not following and "goods" in meanings_at(items, j + 2):  # "187 Pfund waffenfähiges Uran"
        between = text[item.end : item_at(items, j + 2).start].split()
        following = meanings_at(items, j + 2) if len(between) == 1 else following
    if quantity.scale or "goods" in following:
        return "goods" in following or _IN_TONS.match(text, item.end, item.end + _TO_KILOS) is not None
    taken = text[item.end : item.end + 1] not in _PAID and _is_object(text, items, i)
    if taken or _IN_KILOS.match(text, item.end, item.end + _TO_KILOS):
        return True
    if _KILOS_BEFORE.search(text, max(0, start - _TO_KILOS), start):
        return True
    told = _told(text, items, i, j, quantity)
    if told is not None:
        return told
    hyphened = text[quantity.end : quantity.end + 1] in HYPHENS  # "a 20-pound note", "a 20-pound dog"
    kind = item.meanings["weight"]
    if "priced" in following or kind == "told":
        return False
    if kind in _ENGLISH and _is_measured(text, items, i, j, quantity, lexicon):
        return True
    if kind in _ENGLISH:
        small = quantity.value < _SLIMMED and not is_price(text, quantity)
        if linked or hyphened or (small and not _tells_money(text, items, i, j, lexicon)):
            return True
        if kind == "linked" or quantity.value == 1:
            return False
    word = text[item.end + 1 : item.end + 40].partition(" ")[0].rstrip("".join(ENDS))
    unknown = j + 1 < len(items) and items[j + 1] is None and text[item.end] in BLANKS
    noun = word.isalpha() and not (lexicon.nouns_capital and word.islower())
    plain = word.casefold() not in lexicon.function_words and not is_price(text, quantity)
    return hyphened or (unknown and noun and plain)


def _is_measured(text: str, items: Items, i: int, j: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether English pounds are written as only weights are: in fractions, before the food
    at the head of a line ("2 pounds mussels"), or in brackets behind it ("4 peaches (about 2 pounds)")."""
    end = item_at(items, j).end
    if "each" in meanings_at(items, j + 1).get("cue", ()) or not text[quantity.start].isdecimal():
        return False
    if _FINELY.search(text, quantity.start, quantity.end):
        return True
    if quantity.value >= _COOKED:
        return False
    word = _NEXT_WORD.match(text, end)
    food = word is not None and word[1].casefold() not in lexicon.function_words
    if food and _LISTED.search(text, max(0, quantity.start - _TO_KILOS), quantity.start):
        return "goods" in meanings_at(items, j + 1) or not meanings_at(items, j + 1)
    before = (meanings_at(items, k) for k in range(i - _BEFORE_BRACKET, i))
    led = _BRACKETED.search(text, max(0, quantity.start - _TO_KILOS), quantity.start)
    return led is not None and text[end : end + 1] == ")" and all(map(_MONEY.isdisjoint, before))


def _tells_money(text: str, items: Items, i: int, j: int, lexicon: Lexicon) -> bool:
    """Whether a word of paying or other money stands in the sentence of the number at item ``i`` and its unit
    at ``j``, or the text is an amount and nothing else."""
    if len(text) <= LONGEST_ALONE and None not in items:
        return True
    if "price" in meanings_at(items, i - 1).get("cue", ()):
        return True  # "for 20 pounds"
    if not _PACED.isdisjoint(meanings_at(items, j + 1).get("cue", ())):
        return True
    start, end = item_at(items, i).start, item_at(items, j).end
    around = range(max(0, i - _TELLS_WITHIN), min(len(items), j + 1 + _TELLS_WITHIN))
    paid = (item for k in around if (item := items[k]) and _is_paid(item.meanings))
    return any(not ends_sentence(text, min(item.end, end), max(item.start, start), lexicon) for item in paid)


def _is_paid(meanings: Meanings) -> bool:
    if not _PAID_CUES.isdisjoint(meanings.get("cue", ())):
        return True
    return "shy" not in meanings and "weight" not in meanings and not _TOLD_BY.isdisjoint(meanings)


def _is_object(text: str, items: Items, i: int) -> bool:
    """Whether what is weighed stands before the number at item ``i`` as the object of a
    verb: バターを2ポンド."""
    k = i - 1 if "goods" in meanings_at(items, i - 1) else i - 2
    if "goods" not in meanings_at(items, k):
        return False
    return text[item_at(items, k).end : item_at(items, i).start].strip() in _OBJECT


def _told(text: str, items: Items, i: int, j: int, quantity: Quantity) -> bool | None:
    """Whether the words around the unit at ``j``, of the number at ``i``, say that it is a weight; None where
    they do not say. Of smaller units, which measure as well, words further off speak too: "ahead by 16
    centesimi of one and by 44 of another"."""
    item = item_at(items, j)
    smaller = "subunit" in item.meanings
    if "weighing" in meanings_at(items, j + 1):
        return True
    slimmed = quantity.value < _SLIMMED and not is_price(text, quantity)
    slimmed = slimmed and "each" not in meanings_at(items, j + 1).get("cue", ())
    if slimmed and "slimming" in meanings_at(items, j + 1):
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
        if slimmed and k >= first - _WEIGHED_BEFORE and "slimming" in meanings_at(items, k):
            return True
        if "weighing" in meanings_at(items, k) and (smaller or "weight" not in meanings_at(items, k - 1)):
            return True  # but no "550 pounds heavy, 900 pounds"
    return None
