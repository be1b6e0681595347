"""Whether a number counts things, or no word follows that it may count: "8 million visitors"."""

from __future__ import annotations

from ..patterns import regex
from .items import Items, cues_of, item_at, meanings_at
from .lexicon import Lexicon
from .number_part import begins_number
from .number_words import Quantity
from .quantities import read_quantity
from .ranges import has_cue, names_year
from .same_subject import COMPARED, NEAR, PREVIOUS, SURELY_MONEY, UNITS
from .sentences import ends_sentence

_CLAUSE = regex(r"[,;:،؛]\s|[，；–—]")
_CLOSING = '.,;:!?)]»”"…。，；！？）—–(（[/।،؛؟、'
_QUOTES = "\"“„«'‘"
# After a number that leaves its currency out: "12 billion a year", "a 12 billion plan".
_OF_MONEY = UNITS | {"old_after", "total", "spending", "spends", "plan", "the_sum", "money"}
_OF_MONEY |= {"this_year", "ahead", "today"}
_SPENT = frozenset(("spends", "spending"))
_AGAIN = frozenset(("or", "equivalence"))  # before a share: "270 million or 15 %"
_THAN = frozenset(("exceeds", "below"))
_JOINS = "の的의们"
_SPACED = regex(r"[\s\u00a0]?([^\W\d_]+)")
_TELLING = 2  # words behind a number that may tell that it is of money
_ELIDED = regex(r"([^\W\d_]+)['’][^\W\d]")  # "all'anno", "qu'en"
_WORD = regex(r"([^\W\d_]+)(\W*)([^\W\d_]*)")  # and the next one


def counts_things(text: str, items: Items, i: int, quantity: Quantity, since: int, lexicon: Lexicon) -> bool:
    """Whether a number at item ``i`` is one of things, or of another sign: "3 millones de personas", "Q$5
    million", "visitors, some 5 million", "200 juta lebih rakyat"."""
    n = quantity.next + 1
    # "1,5 miliardi di un anno fa"
    timed = names_year(items, n) or "old_after" in cues_of(meanings_at(items, n))
    timed = timed or "one" in meanings_at(items, n + 1)  # "de este año"
    after = [cues_of(meanings_at(items, quantity.next + k)) for k in range(1, NEAR + 1)]
    # "2 million of the last plan"
    of_plan = any(not PREVIOUS.isdisjoint(cues) for cues in after)
    linked = "link" in meanings_at(items, quantity.next) and not timed and not of_plan
    linked = linked and not is_of_funds(text, items, quantity, lexicon)
    if linked or "prefix" in meanings_at(items, i - 1):
        return True
    again = "equivalence" in cues_of(meanings_at(items, i - 1))
    again = again and _is_of_one(items, quantity.next)
    if again:
        return False  # "750 million for new homes, on average 150 million a year"
    total = has_cue(items, i - 1, "total")  # "for schools, in all 200 million"
    beside = (*(() if total else range(since, i)), quantity.next, quantity.next + 1)
    return any(is_counted(text, items, k, quantity) for k in beside)


def _is_of_one(items: Items, n: int) -> bool:
    """Whether "a year" or "each" stands at item ``n``, and not Swedish "var" for "was"."""
    cues = cues_of(meanings_at(items, n))
    return not UNITS.isdisjoint(cues) or ("each" in cues and "makes" not in cues)


def is_counted(text: str, items: Items, k: int, quantity: Quantity) -> bool:
    """Whether item ``k`` may be what a number counts, be it before it or after: it stands in the same clause,
    or before it without a number of its own ("for 4 500 students; the halls get 210 million"), if no verb of
    spending comes between ("who held all the shares, says it invested no more than 20 million")."""
    if "counted" not in meanings_at(items, k):
        return False
    item = item_at(items, k)
    if item.start >= quantity.end:
        return _CLAUSE.search(text, quantity.end, item.start) is None
    clause = _CLAUSE.search(text, item.end, quantity.start)
    if clause is None:
        return True
    numbered = not meanings_at(items, k - 1).keys().isdisjoint(("digits", "scale"))
    return not numbered and not _is_spent(items, clause.start(), k, quantity)


def _is_spent(items: Items, start: int, k: int, quantity: Quantity) -> bool:
    """Whether a verb of spending stands after an offset and item ``k``, and before a number."""
    after = [n for n in range(k + 1, quantity.next) if items[n] is not None]
    between = [n for n in after if start < item_at(items, n).start < quantity.start]
    return any(not _SPENT.isdisjoint(cues_of(meanings_at(items, n))) for n in between)


def is_closed(text: str, items: Items, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether no word follows a number that it may count: "3,9 miliardi degli ultimi tre anni", "1.316
    millones e importaciones", "2 billion less", "4 billion more than was foreseen", "40 млрд. Новую"."""
    n, end = quantity.next, quantity.end
    if text[end - 1] == "." and ends_sentence(text, end - 1, end + 1, lexicon):
        return True
    cues = cues_of(meanings_at(items, n))
    compared = not COMPARED.isdisjoint(cues)
    if compared:
        if quantity.value >= SURELY_MONEY and not _THAN.isdisjoint(cues):
            return True
        n, end = n + 1, item_at(items, n).end
        if begins_number(meanings_at(items, n)):
            return True  # "2 billion more than 8 billion"
    following, after = meanings_at(items, n), text[end : end + 40].lstrip()
    quoted = bool(after) and after[0] in _QUOTES and text[end].isspace()
    if quoted and quantity.value < SURELY_MONEY:
        return False  # '1.8 million "with profit" members'
    if "inflected" in meanings_at(items, quantity.next - 1) and not compared:
        return "bound_after" not in following  # but "3 milyona yakın kişi"
    goes_on = not following.keys().isdisjoint(("direction", "when", "join", "link"))
    goes_on = goes_on or not _OF_MONEY.isdisjoint(cues_of(following)) or _is_of_one(items, n)
    told_again = not _AGAIN.isdisjoint(cues_of(following)) and _begins_share(text, items, n + 1, lexicon)
    if not after or after[0] in _CLOSING or goes_on or told_again:
        return True
    small = _function_word(after, lexicon) or _particle(text, end, lexicon)
    return small or _is_verb(after, lexicon) or is_of_funds(text, items, quantity, lexicon)


def is_of_funds(text: str, items: Items, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether what follows a number is nothing but money, and no more than one word tells which: "4 million
    of subsidies", "9 млрд федеральных субсидий", but not "4 million investment accounts"."""
    n, end = quantity.next, quantity.end
    if "link" in meanings_at(items, n):
        end = item_at(items, n).end
    for _ in range(_TELLING):
        word = _SPACED.match(text, end)
        if word is None:
            return False
        end = word.end()
        if word[1].casefold() in lexicon.funds:
            linked = "link" in meanings_at(items, n)
            return text[end : end + 1] != "-" and (linked or ends_there(text, end, lexicon))
    return False


def ends_there(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a small word or a mark follows what ends at an offset."""
    after = text[end : end + 40].lstrip()
    return not after or after[0] in _CLOSING or _function_word(after, lexicon)


def _is_verb(after: str, lexicon: Lexicon) -> bool:
    """Whether a small word follows that ends its clause, or another behind it, where nouns have a capital:
    "1,5 Milliarden umfasst.", but not "1,5 Millionen neue Kunden"."""
    said = _WORD.match(after) if lexicon.nouns_capital else None
    if said is None or not said[1].islower() or "join" in lexicon.phrases.get(said[3], ()):
        return False
    return bool(said[2].strip()) or not said[3] or said[3].islower()


def _begins_share(text: str, items: Items, n: int, lexicon: Lexicon) -> bool:
    meanings = meanings_at(items, n)
    number = read_quantity(text, items, n, lexicon) if begins_number(meanings) else None
    return "proportion" in meanings or (number is not None and "percent" in meanings_at(items, number.next))


def _function_word(after: str, lexicon: Lexicon) -> bool:
    word = after.split(None, 1)[0].rstrip(_CLOSING)
    elided = _ELIDED.match(word)
    return is_small(word, lexicon) or (elided is not None and is_small(elided[1], lexicon))


def is_small(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is none that a number may count: a preposition, a conjunction, a verb of money."""
    folded = word.casefold()
    small = folded in lexicon.function_words or folded in lexicon.closing_words
    return small or folded.startswith(lexicon.closing_beginnings) or folded.endswith(lexicon.closing_endings)


def _particle(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a particle that joins nothing to it is written right behind a number: 6億が足りない, 60억이."""
    sign = text[end : end + 1]
    return sign in lexicon.function_words and sign not in _JOINS
