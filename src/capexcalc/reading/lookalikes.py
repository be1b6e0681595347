"""What stands beside a number like a currency and is none there: acronyms, single letters, articles."""

from __future__ import annotations

from ..patterns import regex
from .items import BLANKS, NOTHING, Item, Items, item_at, meanings_at
from .lexicon import Lexicon
from .number_words import Quantity
from .tokens import fold, spaceless

PRICED = "priced"  # before figures written like a price only: "Euro 5.000", but not "Euro 2016"

ENDS = frozenset(".,;:!?)]}…–—/\"'”’»«“„=+%、。，；！？）」』")
_DASHES = ("-", "\u2013", "\u2014")
_SIGNS = ("", "-", "\u2212", "+")
HYPHENS = ("-", "\u2010", "\u2011")
_JOINED = regex(r"[-\u2010\u2011][^\W\d_]{4}")
_PRICE = regex(r"\d[.,'’\u00a0\u202f ]\d{2,3}\Z")  # 1,200 and 45.50
_NAME_GOES_ON = regex(r"[A-Za-z]{1,3}\d|[A-Z](?!\w)")
_MODEL = regex(r"[-\u2010\u2011]0\d")
_VERSE = regex(r"[12][ \u00a0]Rs[ \u00a0]\d{1,2}[,:] ?\d")  # of a book of Kings, in Portuguese
_VERSIONS = {"PHP": 10}
_CLOCK = regex(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_HYPHEN_AND_FIGURE = regex(r"[-\u2010\u2011]?\d")
_YEAR_OF_LAW = regex(r"/(?:19|20)\d\d(?!\d)")
_FEAST, _YEAR = "CNY", regex(r"20\d\d")  # Chinese New Year
_MODELS = frozenset(("SR", "QR"))  # of motorcycles; and "Rs" are three words of which each begins with R
_TAILS = frozenset("ะาำๅัิีึืฺุู็่้๊๋์ํ")  # what ends a Thai syllable begun before
_LONGEST_LAND = 3  # letters
_LETTERS = regex(rf"(?<![^\W\d_])[A-Za-z]{{1,{_LONGEST_LAND}}}\Z")
WORD_BEFORE = 30  # characters: no word that tells something has more
_SAID_BEFORE = frozenset(("price", "equivalence"))
SAID_AFTER = frozenset(("each", "per_year", "equivalence", "rate"))
_PACE = frozenset(("per_quarter", "per_month", "per_week", "per_day"))
_MODEL_YEAR = regex(r"(?:19|20)\d\d")
_EVENT = regex(r"[-\u2010\u2011](?:19|20)\d\d(?![.,]?\d)")
_STANDARD = regex(r"(?i:euro) [1-7](?![\d.,:/%-])")  # of emissions
_GOES_ON = regex(r"\$[a-z_{]|원[하해했한할함합]")  # "2 $leaf", a variable; "those who want season 2"
_IN_CODE = regex(r"[A-Za-z]{3}\d")  # "11bef0"
_OCTANE = regex(r"RON ?9\d(?![\d.,])")
_CHAINED = regex(r"\.[a-z]{2,4}(?![^\W\d])")
_IN_DOMAIN = regex(r"[^\W_]\.\Z")
_DOMAIN = regex(r"[a-z\d-]{3,}\.[a-z]{2,4}(?!\w)")
_SHORT_UNIT = 2  # letters
_FEWEST = 10  # that a number in words counts behind letters for money
LONGEST_ALONE = 60  # characters of a text that may be an amount and nothing else


def is_adjective(text: str, end: int) -> bool:
    """Whether a word for money that ends here begins a longer one, which tells of what it is: "500 million of
    rupee-denominated bonds"."""
    return _JOINED.match(text, end) is not None


def is_blank(gap: str, link: str) -> bool:
    """Whether nothing but a linking word, blanks and a hyphen lie between a number and its money."""
    rest = gap.replace(link, "", 1) if link else gap
    return len(rest) <= 4 and not rest.strip(BLANKS + "-\u2010\u2011'")


def code_before(text: str, item: Item, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a code or a sign before a number is money there: "SAR 500", but neither "CYP2D6" nor "TOP 10".

    Codes that are also words need a scale or the dash of a price; those that newspapers seldom use need a
    scale or a figure written like a price, unless they and the number are all there is.
    """
    if item.end == quantity.start and item.text.isalpha():
        after = text[quantity.end : quantity.end + 1]
        if after.isdecimal() or (after.isalpha() and not quantity.value):
            return False  # "CYP11B1", a gene; "Eur0pa"
    if item.text.islower() and _IN_DOMAIN.search(text, max(0, item.start - 2), item.start):
        return False  # "journal.fr. 12 pages"
    if quantity.scale:
        return True
    if _spelled(item) and text[max(0, item.start - 1) : item.start].isdecimal():
        return False  # "A1G7SGD8"
    glued = item.end == quantity.start and item.text.isalnum() and not is_price(text, quantity)
    if glued and _NAME_GOES_ON.match(text, quantity.end):
        return False  # "cad2484c0cc8", "NOK1V"
    measured = item.text.isalpha() and item.end < quantity.start and text.startswith("mm", quantity.end)
    if measured and "scale" not in lexicon.phrases.get("mm", NOTHING):
        return False  # a fork of the kind "USD 43mm"
    if "code" in item.meanings and _YEAR_OF_LAW.match(text, quantity.end):
        return False  # "CLP 1272/2008"
    if _in_compound(text, item, quantity):
        return False
    if item.text == _FEAST and _YEAR.fullmatch(text, quantity.start, quantity.end):
        return False
    after = text[quantity.end : quantity.end + 2]
    dashed = after[:1] in (".", ",") and after[1:] in _DASHES
    if item.meanings.get("prefix") == PRICED:
        return dashed or is_price(text, quantity)
    if item.text in lexicon.wordlike_codes:
        return dashed or (is_price(text, quantity) and _alone(text, item.start, quantity.end))
    if "code" not in item.meanings or item.text in lexicon.usual_codes:
        return True
    clock = _CLOCK.fullmatch(text, quantity.start, quantity.end)
    return (is_price(text, quantity) and not clock) or _alone(text, item.start, quantity.end)


def _in_compound(text: str, item: Item, quantity: Quantity) -> bool:
    """Whether letters before a number are part of a name: parted by a hyphen from the word before ("Chiang
    Kai-sek 1930"), a model ("RM 52-01"), a version ("PHP 8.1") or a book of the Bible ("1 Rs 19")."""
    if not _spelled(item):
        return False
    if text[max(0, item.start - 1) : item.start] in HYPHENS and text[: item.start - 1][-1:].isalpha():
        return True
    if _MODEL.match(text, quantity.end) or quantity.value < _VERSIONS.get(item.text, 0):
        return True
    return _VERSE.match(text, max(0, item.start - 2)) is not None


def _spelled(item: Item) -> bool:
    """Whether a sign or code ends in a letter of an alphabet."""
    return item.text[-1].isalpha() and not spaceless(item.text[-1])


def code_after(text: str, items: Items, j: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether the code at ``j``, after a number, is money there: "5 BBD", but not "C-290/04 FKP Scorpio"."""
    item, in_words = item_at(items, j), not text[quantity.end - 1].isdecimal()
    letters = item.text.isascii() and item.text.isupper() and item.text not in lexicon.usual_codes
    if letters and _HYPHEN_AND_FIGURE.match(text, item.end):
        return False  # "eine SR-71"
    if _VERSE.match(text, quantity.start) or _OCTANE.match(text, item.start):
        return False
    if item.start == quantity.end and item.text == "SDG" and not quantity.scale:
        return False  # "goal 1SDG 6.4"
    if len(item.text) == 1 and _spelled(item):
        hyphened = text[quantity.end : item.start] in HYPHENS  # "IOF-550-R"
        named = item.start == quantity.end or text[item.end : item.end + 1] == "."
        if hyphened or (named and item.text in lexicon.wordlike_codes and not quantity.scale):
            return False  # the first round of a tennis tournament, "1R"
    if "code" in item.meanings and in_words and text[item.end : item.end + 1].isdecimal():
        return False  # "eine ESP32-Platine"
    if item.text == "Rs" and quantity.end - quantity.start == 1:
        glued, three = item.start == quantity.end, text[quantity.start] == "3"
        if glued or (three and not _alone(text, quantity.start, item.end)):
            return False  # "the 3Rs", "the 3 Rs"
    if item.text in _MODELS and not quantity.scale:
        return is_price(text, quantity) or _alone(text, quantity.start, item.end)
    if "code" not in item.meanings or quantity.scale or item.text in lexicon.usual_codes:
        return True
    if _alone(text, quantity.start, item.end):
        return not in_words
    if in_words or _CLOCK.fullmatch(text, quantity.start, quantity.end):
        return False  # "Ein BND-Beamter", "klo 13.15 SDP"
    known = j + 1 < len(items) and items[j + 1] is not None and "join" not in meanings_at(items, j + 1)
    if known or is_price(text, quantity):
        return True
    return _closes(text, item.end) and item.start > quantity.end  # "(UL/CSA 26-10AWG)"


def begins_name(text: str, item: Item, quantity: Quantity) -> bool:
    """Whether a word for money after a number goes on as a name: "the 2008 Euro6 model", "2,000 Euro 4
    buses", "the 30 Euro-2012 games", "45.7 ft.lbs", "11bef0"."""
    after = text[item.end : item.end + 1]
    if (
        item.start > quantity.end
        and after.isdecimal()
        and _MODEL_YEAR.fullmatch(text, quantity.start, quantity.end)
    ):
        return True
    apart = item.start > quantity.end
    before = text[max(0, quantity.start - 1) : quantity.start]
    if not apart and item.text.isalpha() and before.isascii() and before.isalpha():
        return True  # "the CSF1R gene"
    if (apart and _GOES_ON.match(text, item.start)) or (not apart and _IN_CODE.match(text, item.start)):
        return True
    if item.text[0].isupper() and (_EVENT.match(text, item.end) or _STANDARD.match(text, item.start)):
        return True
    if item.text.endswith(".") and _DOMAIN.match(text, item.end):
        return True  # "page 12 fr.journal.org"
    return len(item.text) <= _SHORT_UNIT and _CHAINED.match(text, item.end) is not None


def names_model(text: str, item: Item, gap: str, quantity: Quantity) -> bool:
    """Whether letters for money, ``gap`` before a number, are but letters there: "the first type RM-1", "RM
    Lima Serangkai", 美元一度下跌."""
    if not item.text.isalpha():
        return False
    if quantity.scale:
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


def priced_after(text: str, items: Items, j: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a word for money at ``j`` that is also another ("won", "marks") is money after a number without
    a scale: the figure is written like a price and nothing is counted ("500,000 won", no "1,200 won prizes"),
    or it is so much a piece."""
    if not SAID_AFTER.isdisjoint(meanings_at(items, j + 1).get("cue", ())):
        return True
    return is_price(text, quantity) and not qualified(text, items, j + 1, item_at(items, j).end, lexicon)


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
    if alone or not (SAID_AFTER | _PACE).isdisjoint(after.get("cue", ())):
        return True
    homonym = "homonym" in unit.meanings
    described = (lexicon.adjectives_follow or homonym) and qualified(text, items, nxt, unit.end, lexicon)
    if homonym:
        if text[unit.end : unit.end + 1] in HYPHENS:
            return False  # "ein Krone-Fotograf"
        said = "bound" in before or "costing" in before or not _SAID_BEFORE.isdisjoint(before.get("cue", ()))
        return said and not described
    return not described


def qualified(text: str, items: Items, nxt: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word follows at ``end``, before item ``nxt``, that means nothing to the reader: an adjective,
    or the noun of what is counted."""
    if meanings_at(items, nxt) or _closes(text, end):
        return False
    word = text[end : end + WORD_BEFORE].split(None, 1)[:1]
    return bool(word) and word[0].rstrip("".join(ENDS)).casefold() not in lexicon.function_words


def _alone(text: str, start: int, end: int) -> bool:
    """Whether that is all there is, but for a sign right before it."""
    return len(text) <= LONGEST_ALONE and text[:start].lstrip() in _SIGNS and not text[end:].strip()


def _closes(text: str, end: int) -> bool:
    """Whether a phrase or the text ends here."""
    after = text[end : end + 2].lstrip()
    return not after or after[0] in ENDS or after[0] in "(（["
