"""What stands beside a number like a currency and is none there: acronyms, single letters, weights."""

from __future__ import annotations

import re

from ..patterns import regex
from .items import BLANKS, NOTHING, Item, Items, item_at, meanings_at
from .lexicon import Lexicon
from .number_words import Quantity
from .tokens import fold, spaceless

PRICED = "priced"  # before figures written like a price only: "Euro 5.000", but not "Euro 2016"

_ENDS = frozenset(".,;:!?)]}…–—/\"'”’»«“„=+%、。，；！？）」』")
_DASHES = ("-", "\u2013", "\u2014")
HYPHENS = ("-", "\u2010", "\u2011")
_PRICE = regex(r"\d[.,'’\u00a0\u202f ]\d{2,3}\Z")  # 1,200 and 45.50
# What tells that pounds were weighed: their worth in the weights all lands use, or their ounces.
_KILOS = r"kg|kilo|кг|кило|公斤|千克|キロ|킬로|กก|กิโล|किलो|किग्रा|ק\"ג|קילו|كجم|كغ|كيلو"
_IN_KILOS = regex(
    rf"(?:\s[^\W\d]+\s?[(（]|[\s(（]{{1,2}})(?:[^\W\d]+\.?\s)?\d[\d.,]*\s?"
    rf"(?:{_KILOS}|oz\b|ounce|onc|once|onz|unz|unc|ons\b|унц)",
    re.IGNORECASE,
)
_KILOS_BEFORE = regex(rf"\d\s?(?:{_KILOS})\w*\.?\s?[(（/]\s?(?:[^\W\d]+\.?\s)?\Z", re.IGNORECASE)
_NAME_GOES_ON = regex(r"[A-Za-z]{1,3}\d|[A-Z](?!\w)")
_YEAR_OF_LAW = regex(r"/(?:19|20)\d\d(?!\d)")
_FEAST, _YEAR = "CNY", regex(r"20\d\d")  # Chinese New Year
_MODELS = frozenset(("SR", "QR"))  # of motorcycles; and "Rs" are three words of which each begins with R
_OF = frozenset("の의")
_TAILS = frozenset("ะาำๅัิีึืฺุู็่้๊๋์ํ")  # what ends a Thai syllable begun before
_LETTERS = regex(r"(?<![^\W\d_])[A-Za-z]{1,3}\Z")
_LONGEST_LAND = 4  # characters, with the one before
_TO_KILOS = 30  # characters
_WEIGHED_BEFORE = 3  # items
_JOINTS = frozenset(("range", "range_and"))
_WORD_BEFORE = 30  # characters
_SAID_BEFORE = frozenset(("price", "equivalence"))
_SAID_AFTER = frozenset(("each", "per_year", "equivalence", "rate"))
_MODEL_YEAR = regex(r"(?:19|20)\d\d")
_EVENT = regex(r"[-\u2010\u2011](?:19|20)\d\d(?![.,]?\d)")
_CHAINED = regex(r"\.[a-z]{2,4}(?![^\W\d])")
_SHORT_UNIT = 2  # letters
_FEWEST = 10  # that a number in words counts behind letters for money
_MANY_GRAMS = 100  # that "gr" are, and no hundredths of a zloty
_TOO_MANY_CENTS = 1_000_000  # nobody writes so many with a letter
_LONGEST_ALONE = 60  # characters of a text that may be an amount and nothing else


def code_before(text: str, item: Item, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a code or a sign before a number is money there: "SAR 500", but neither "CYP2D6" nor "TOP 10".

    Codes that are also words need a scale or the dash of a price; those that newspapers seldom use need a
    scale or a figure written like a price, unless they and the number are all there is.
    """
    if quantity.scale:
        return True
    glued = item.end == quantity.start and item.text.isalnum() and not is_price(text, quantity)
    if glued and _NAME_GOES_ON.match(text, quantity.end):
        return False  # "cad2484c0cc8", "NOK1V"
    measured = item.text.isalpha() and item.end < quantity.start and text.startswith("mm", quantity.end)
    if measured and "scale" not in lexicon.phrases.get("mm", NOTHING):
        return False  # a fork of the kind "USD 43mm"
    if "code" in item.meanings and _YEAR_OF_LAW.match(text, quantity.end):
        return False  # "CLP 1272/2008"
    if item.text == _FEAST and _YEAR.fullmatch(text, quantity.start, quantity.end):
        return False
    after = text[quantity.end : quantity.end + 2]
    dashed = after[:1] in (".", ",") and after[1:] in _DASHES
    if item.meanings.get("prefix") == PRICED:
        return dashed or is_price(text, quantity)
    if item.text in lexicon.wordlike_codes:
        return dashed
    if "code" not in item.meanings or item.text in lexicon.usual_codes:
        return True
    return is_price(text, quantity) or _alone(text, item.start, quantity.end)


def code_after(text: str, items: Items, j: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the code at ``j``, after a number, is money there: "5 BBD", but not "C-290/04 FKP Scorpio"."""
    item, in_words = item_at(items, j), not text[quantity.end - 1].isdecimal()
    if "code" in item.meanings and in_words and text[item.end : item.end + 1].isdecimal():
        return False  # "eine ESP32-Platine"
    if item.text == "Rs" and item.start == quantity.end and quantity.end - quantity.start == 1:
        return False  # "the 3Rs"
    if item.text in _MODELS and not quantity.scale:
        return is_price(text, quantity) or _alone(text, quantity.start, item.end)
    if "code" not in item.meanings or quantity.scale or item.text in lexicon.usual_codes:
        return True
    if in_words:
        return False  # "Ein BND-Beamter"
    known = j + 1 < len(items) and items[j + 1] is not None and "join" not in meanings_at(items, j + 1)
    if known or is_price(text, quantity) or _alone(text, quantity.start, item.end):
        return True
    return _closes(text, item.end) and item.start > quantity.end  # "(UL/CSA 26-10AWG)"


def begins_name(text: str, item: Item, quantity: Quantity) -> bool:
    """Whether a word for money after a number goes on as a name: "the 2008 Euro6 model", "the 30 Euro-2012
    games", "45.7 ft.lbs"."""
    after = text[item.end : item.end + 1]
    if (
        item.start > quantity.end
        and after.isdecimal()
        and _MODEL_YEAR.fullmatch(text, quantity.start, quantity.end)
    ):
        return True
    if item.text[0].isupper() and _EVENT.match(text, item.end):
        return True
    return len(item.text) <= _SHORT_UNIT and _CHAINED.match(text, item.end) is not None


def names_model(text: str, item: Item, gap: str, quantity: Quantity) -> bool:
    """Whether letters for money, ``gap`` before a number, are but letters there: "the first type RM-1", "RM
    Lima Serangkai", 美元一度下跌."""
    if not item.text.isalpha() or quantity.scale:
        return False
    if gap == "-":
        return not is_price(text, quantity)
    return quantity.value < _FEWEST and not text[quantity.start].isdecimal()


def of_unknown_land(text: str, items: Items, j: int) -> bool:
    """Whether capital letters glued to the sign at ``j`` make it that of a land not known here, so that "Q$"
    is no US dollar; a scale is no land ("M$")."""
    sign = item_at(items, j)
    if sign.text[:1].isalnum() or "scale" in meanings_at(items, j - 1):
        return False
    letters = _LETTERS.search(text, max(0, sign.start - _LONGEST_LAND), sign.start)
    return letters is not None and not letters[0].islower()


def has_clitic(item: Item, lexicon: Lexicon) -> bool:
    """Whether a word is a unit of money but for the preposition glued to it: "one in us", no "one yen"."""
    if not lexicon.proclitics:
        return False
    word = fold(item.text)
    return word not in lexicon.phrases and word.startswith(lexicon.proclitics)


def in_syllable(text: str, item: Item) -> bool:
    """Whether a Thai word goes on in the syllable that looks like a unit of money, as "kip" does in
    "Kibaki"."""
    return text[item.end : item.end + 1] in _TAILS


def letter_after(text: str, items: Items, i: int, item: Item, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a unit of one letter after the number at ``i`` is money there: "70p", not "320 p." or "P2P".

    One that is shy must also follow a word the reader knows: "fell 5c", but not "iPhone 5c".
    """
    if len(item.text) > 1 or not item.text.isalpha() or spaceless(item.text):
        return True
    after, apart = text[item.end : item.end + 1], text[quantity.end : item.start]
    if quantity.value >= _TOO_MANY_CENTS:
        return False  # "ca414599779c"
    if item.text.isupper() or after.isalnum() or apart.strip() or (apart and after == "."):
        return False
    return "shy" not in item.meanings or (not apart and _introduced(text, items, i, quantity.start, lexicon))


def priced_after(text: str, items: Items, j: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a word for money at ``j`` that is also another ("won", "marks") is money after a number without
    a scale: the figure is written like a price and nothing is counted ("500,000 won", no "1,200 won prizes"),
    or it is so much a piece."""
    if not _SAID_AFTER.isdisjoint(meanings_at(items, j + 1).get("cue", ())):
        return True
    return is_price(text, quantity) and not _qualified(text, items, j + 1, item_at(items, j).end, lexicon)


def weighs(text: str, items: Items, i: int, j: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the pounds at ``j``, of the number at ``i``, are a weight: what is weighed follows ("50 Pfund
    Kartoffeln", "20 pounds of cocoa"), or their kilograms, or a verb of weighing stands before.

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
    if _IN_KILOS.match(text, item.end, item.end + _TO_KILOS):
        return True
    if _KILOS_BEFORE.search(text, max(0, start - _TO_KILOS), start):
        return True
    ends = not _JOINTS.isdisjoint(meanings_at(items, i - 1))  # "weighs between 375 and 400 pounds"
    ends = ends and not meanings_at(items, i - 2).keys().isdisjoint(("digits", "number"))
    first = i - 2 if ends else i
    before = range(first - _WEIGHED_BEFORE, first)
    told = (k for k in before if "weight" not in meanings_at(items, k - 1))  # "550 pounds heavy, 900 pounds"
    if any("weighing" in meanings_at(items, k) for k in (*told, j + 1)):
        return True
    hyphened = text[quantity.end : quantity.end + 1] in HYPHENS  # "a 20-pound note", "a 20-pound dog"
    kind = item.meanings["weight"]
    if "priced" in following or kind == "told":
        return False
    if kind == "linked":
        return linked or hyphened
    if kind == "adjective" and (linked or quantity.value == 1):
        return linked
    word = text[item.end + 1 : item.end + 40].partition(" ")[0].rstrip("".join(_ENDS))
    unknown = j + 1 < len(items) and items[j + 1] is None and text[item.end] in BLANKS
    noun = word.isalpha() and not (lexicon.nouns_capital and word.islower())
    plain = word.casefold() not in lexicon.function_words and not is_price(text, quantity)
    return hyphened or (unknown and noun and plain)


def is_price(text: str, quantity: Quantity) -> bool:
    """Whether a figure is written like a price: "1,200", "45.50"."""
    return _PRICE.search(text, quantity.start, quantity.end) is not None


def counts_money(text: str, items: Items, first: int, unit: Item, nxt: int, lexicon: Lexicon) -> bool:
    """Whether an article before a ``unit`` of money is the number one: "einen Euro", "un euro al giorno", but
    not "un euro fuerte". Items ``first`` up to ``nxt`` are the amount.

    Where the unit is another thing as well ("eine Krone", "dos soles"), a price must be spoken of.
    """
    before, after = meanings_at(items, first - 1), meanings_at(items, nxt)
    alone = _alone(text, item_at(items, first).start, unit.end)
    if alone or not _SAID_AFTER.isdisjoint(after.get("cue", ())):
        return True
    homonym = "homonym" in unit.meanings
    qualified = (lexicon.adjectives_follow or homonym) and _qualified(text, items, nxt, unit.end, lexicon)
    if homonym:
        if text[unit.end : unit.end + 1] in HYPHENS:
            return False  # "ein Krone-Fotograf"
        said = "bound" in before or not _SAID_BEFORE.isdisjoint(before.get("cue", ()))
        return said and not qualified
    return not qualified


def _qualified(text: str, items: Items, nxt: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word follows at ``end``, before item ``nxt``, that means nothing to the reader: an adjective,
    or the noun of what is counted."""
    if meanings_at(items, nxt) or _closes(text, end):
        return False
    word = text[end : end + _WORD_BEFORE].split(None, 1)[:1]
    return bool(word) and word[0].rstrip("".join(_ENDS)).casefold() not in lexicon.function_words


def _introduced(text: str, items: Items, i: int, start: int, lexicon: Lexicon) -> bool:
    """Whether a number begins a clause or follows a word that means something to the reader."""
    before = text[max(0, start - _WORD_BEFORE) : start].rstrip(BLANKS + "\"'“‘(")
    if not before or before[-1] in ".,;:!?([—–":
        return True
    return (i > 0 and items[i - 1] is not None) or before.split()[-1].casefold() in lexicon.function_words


def _alone(text: str, start: int, end: int) -> bool:
    return len(text) <= _LONGEST_ALONE and not (text[:start].strip() or text[end:].strip())


def _closes(text: str, end: int) -> bool:
    """Whether a phrase or the text ends here."""
    after = text[end : end + 2].lstrip()
    return not after or after[0] in _ENDS or after[0] in "(（["
