"""Amounts whose currency their clause says before it tells them: "In dollars that is about 2 billion"."""

from __future__ import annotations

from ..patterns import regex
from .counting import is_closed
from .draft import Draft
from .items import Items, cues_of, item_at, meanings_at
from .lexicon import Lexicon
from .number_words import Quantity
from .tokens import fold

SAID_FIRST = "said_first"  # the note of such an amount
_FROM = 6  # power of ten
_WITHIN = 400  # characters from the sum that is told again
_ITEMS = 8  # between a currency and the number
_LED, _BETWEEN = 4, 6  # words before a currency, and from that to the number
_WRITTEN = 3  # letters of a currency that is no sign
_SHORT = 4  # letters of a preposition
_BEFORE = 120  # characters in which a clause begins
_SAYS_SO = frozenset(("equivalence", "makes"))
_SAYS_SO_AFTER = frozenset(("makes", "equivalence_after"))
_PASSED = frozenset(("this", "the_sum", "total", "average", "of_all", "by", "nearly"))
_OF_NUMBER = frozenset(("digits", "number", "scale", "place", "percent", "unit"))
_STOP = regex(r"[.,;:!?()\n–—。，、；：！？（）](?!\d)")
_WORD = regex(r"[^\W\d_]+")


def said_first(
    text: str, items: Items, i: int, quantity: Quantity, last: Draft, lexicon: Lexicon
) -> tuple[str, ...]:
    """The codes of the currency in which a clause is told to say the sum ``last`` again, by the number at
    item ``i``; none if it is not."""
    if quantity.scale < _FROM or "scale" in quantity.notes or quantity.start - last.end > _WITHIN:
        return ()
    k, codes = _currency_before(items, i, lexicon)
    if not codes or item_at(items, k).start < last.end:
        return ()
    named = item_at(items, k)
    between = text[named.end : quantity.start].removeprefix(",")
    if codes[0] == last.currency[0] or _STOP.search(between) or len(_WORD.findall(between)) > _BETWEEN:
        return ()
    begun = max(
        (m.end() for m in _STOP.finditer(text, max(0, named.start - _BEFORE), named.start)), default=0
    )
    lead = _WORD.findall(text[max(begun, last.end) : named.start])
    if len(lead) > _LED or begun < last.end:
        return ()
    told = [n for n in range(k + 1) if items[n] is not None and item_at(items, n).start >= begun]
    converted = any("equivalence" in cues_of(meanings_at(items, n)) for n in told)
    if lead and not converted and not (len(lead) == 1 and len(lead[0]) <= _SHORT):
        return ()
    return codes if converted or _says_so(text, items, k, i) else ()


def is_told_whole(text: str, items: Items, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number counts nothing, but ends its clause or is followed by a verb that says that it is so:
    "dolar cinsinden bu 104 milyon ediyor"."""
    after = cues_of(meanings_at(items, quantity.next))
    return not _SAYS_SO_AFTER.isdisjoint(after) or is_closed(text, items, quantity, lexicon)


def _says_so(text: str, items: Items, k: int, i: int) -> bool:
    """Whether words for what the sum is, and for nothing else, follow a currency at item ``k`` at once: not
    "In dollars, ponds take up 40 million"."""
    following = [item_at(items, n) for n in range(k + 1, i) if items[n] is not None]
    begun = following[0].start if following else item_at(items, k).end
    cues = [frozenset(cues_of(each.meanings)) for each in following]
    told = any(not _SAYS_SO.isdisjoint(each) for each in cues)
    other = any(each and each.isdisjoint(_SAYS_SO | _PASSED) for each in cues)
    return told and not other and not any(map(str.isalpha, text[item_at(items, k).end : begun]))


def _currency_before(items: Items, i: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """The nearest currency before a number that is not that of another, with its codes: a word, or one of
    several that equate ("converted to euros")."""
    for k in range(i - 1, max(-1, i - 1 - _ITEMS), -1):
        meanings = meanings_at(items, k)
        if "currency" in meanings and _is_word(item_at(items, k).text):
            alone = _OF_NUMBER.isdisjoint(meanings_at(items, k - 1))
            return k, tuple(meanings["currency"]) if alone else ()
        if not _OF_NUMBER.isdisjoint(meanings):
            break
        if "equivalence" in cues_of(meanings):
            words = (lexicon.phrases.get(fold(word), {}) for word in _WORD.findall(item_at(items, k).text))
            codes = next((tuple(each["currency"]) for each in words if "currency" in each), ())
            if codes:
                return k, codes
    return -1, ()


def _is_word(currency: str) -> bool:
    return len(currency) >= _WRITTEN and currency.replace(" ", "").isalpha()
