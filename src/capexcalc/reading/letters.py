"""Letters after a number that are pence and cents ("70p"), and those that are hours, pages or chromosomes."""

from __future__ import annotations

from ..patterns import regex
from .items import BLANKS, Items, item_at, meanings_at
from .lexicon import Lexicon
from .lookalikes import HYPHENS, SAID_AFTER, WORD_BEFORE, qualified
from .number_words import Quantity
from .sentences import ends_sentence
from .tokens import spaceless

_SCREENS = frozenset((480, 720, 1080, 1440, 2160))  # "1080p video"
_HOUR, _CHROMOSOMES = 12, 22
_HOURS_BEFORE = regex(r"(?<![\w.,:])(?:1[0-2]|[1-9])[ap]?\s?[-–]\s?\Z")
_HOURS_AFTER = regex(r"\s?[-–]\s?(?:1[0-2]|[1-9])[ap](?!\w)")
_ROW_BEFORE = regex(r"\d([acfghp])(?:\s?[/,]\s?|\s(?:and|&)\s)\Z")
_ROW_AFTER = regex(r"(?:\s?[/,]\s?|\s(?:and|&)\s)[\d.]+([acfghp])(?!\w)")
_GLUED = regex(r"(?:\S\.|\d:)\Z")
_IN_ROW = 7  # characters: "9f and ", the longest that the two expressions before a number find
_LETTERED_WITHIN = 6  # items
_DEGREES = regex(r"\s?[(/]?\s?\d+\s?°?[fF](?!\w)")  # "200c (400f)"
_TOO_MANY_CENTS = 1_000_000  # nobody writes so many with a letter


def letter_after(text: str, items: Items, i: int, j: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a unit of one letter at ``j``, after the number at ``i``, is money: "70p", not "320 p.", "P2P"
    or "1080p video".

    One that is shy must also follow a word the reader knows: "fell 5c", but not "iPhone 5c".
    """
    item = item_at(items, j)
    if len(item.text) > 1 or not item.text.isalpha() or spaceless(item.text):
        return True
    after, apart = text[item.end : item.end + 1], text[quantity.end : item.start]
    if quantity.value >= _TOO_MANY_CENTS:
        return False  # "ca414599779c"
    if item.text.isupper() or after.isalnum() or apart.strip() or (apart and after == "."):
        return False
    if _DEGREES.match(text, item.end) or not quantity.value or text[: quantity.start][-1:].isalpha():
        return False  # "0x04b2430c"
    if quantity.value in _SCREENS and (
        not meanings_at(items, i - 1) or qualified(text, items, j + 1, item.end, lexicon)
    ):
        return False
    if _in_letters(text, items, i, j, quantity, lexicon):
        return False
    return "shy" not in item.meanings or (not apart and _introduced(text, items, i, quantity.start, lexicon))


def _in_letters(text: str, items: Items, i: int, j: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a letter after a number is no money but an hour ("8-10p"), the arm of a chromosome ("18p", "3p-
    syndrome"), protein in a row of such ("49f, 540c, 130p"), or a part of a name (".400p.50fps", "6:40p")."""
    item = item_at(items, j)
    if _GLUED.search(text, max(0, quantity.start - 2), quantity.start):  # two characters, and no others
        return True
    dangling = text[item.end : item.end + 1] in HYPHENS and not text[item.end + 1 : item.end + 2].isalnum()
    if dangling and quantity.value <= _CHROMOSOMES:
        return True
    start = max(0, quantity.start - _IN_ROW)
    rows = (_ROW_BEFORE.search(text, start, quantity.start), _ROW_AFTER.match(text, item.end))
    if any(row is not None and row[1] != item.text for row in rows):
        return True
    timely = quantity.value <= _HOUR and quantity.value % 1 == 0
    timely = timely and SAID_AFTER.isdisjoint(meanings_at(items, j + 1).get("cue", ()))
    if timely and (_HOURS_BEFORE.search(text, start, quantity.start) or _HOURS_AFTER.match(text, item.end)):
        return True
    near = (*range(max(0, i - _LETTERED_WITHIN), i), j + 1, j + 2)
    told = [item_at(items, k) for k in near if "lettered" in meanings_at(items, k)]
    return any(
        not ends_sentence(text, min(each.end, item.end), max(each.start, quantity.start), lexicon)
        for each in told
    )


def _introduced(text: str, items: Items, i: int, start: int, lexicon: Lexicon) -> bool:
    """Whether a number begins a clause or follows a word that means something to the reader."""
    before = text[max(0, start - WORD_BEFORE) : start].rstrip(BLANKS + "\"'“‘(")
    if not before or before[-1] in ".,;:!?([—–":
        return True
    return items[i - 1] is not None or before.split()[-1].casefold() in lexicon.function_words
