"""Numbers as people write them: grouped digits, words, scales, and mixtures of these."""

from __future__ import annotations

import re
from decimal import Decimal

from ..patterns import regex
from .items import Item, Items, cues_of, item_at, meanings_at, near
from .lexicon import Lexicon, Meanings
from .number_part import read_part
from .number_words import Quantity, after_join, power_of_ten
from .tokens import spaceless

_TEN, _HUNDRED = Decimal(10), Decimal(100)
_COUNTED = (3, 4)  # powers of ten that a larger scale may follow: thousands, and the myriads of East Asia
_SHORT_FORM = 2  # letters
_COMMA = ", "
_HUNDREDTHS = regex(r"\s(?:and|&)\s(?:no|xx|(\d\d?))/100(?!\d)", re.IGNORECASE)
_MONEY = ("currency", "code")
_MEASURES = frozenset(("unit", "percent", "scale", "times", "month"))


def read_quantity(text: str, items: Items, i: int, lexicon: Lexicon) -> Quantity | None:
    """The number that begins at item ``i``: one or more parts of falling scale ("1 billion 200 million")."""
    numbers = items.numbers
    if i not in numbers:
        numbers[i] = _read(text, items, i, lexicon)
    found: Quantity | None = numbers[i]
    return found


def _read(text: str, items: Items, i: int, lexicon: Lexicon) -> Quantity | None:
    total = read_part(text, items, i, lexicon)
    while total is not None and total.scale and not _is_left(items, total):
        following = read_part(text, items, _past_comma(text, items, total), lexicon)
        if following is not None and _counts_thousands(text, items, total, following):
            total = _multiplied(total, following)
            continue
        if following is None or not _continues(text, items, i, total, following):
            break
        value = total.value + following.value
        total = total._replace(
            value=value,
            mantissa=value.scaleb(-following.scale),
            unit=following.unit,
            scale=following.scale,
            end=following.end,
            next=following.next,
            bound=total.bound or following.bound,
            notes=_notes(total, following),
            other=None,
        )
    if total is None or text[total.start].isdecimal():
        return total
    return _with_hundredths(text, items, total)


def _is_left(items: Items, total: Quantity) -> bool:
    """Whether the case of its scale says that a number became another, so that it is no part of one: "500
    binden 2 milyon"."""
    return "old_after" in cues_of(meanings_at(items, total.next - 1))


def _with_hundredths(text: str, items: Items, total: Quantity) -> Quantity:
    """A number in words with the hundredths that contracts add in figures: "two and 75/100 dollars", "five
    thousand and no/100 dollars"."""
    found = _HUNDREDTHS.match(text, total.end)
    if found is None:
        return total
    nxt = next((k for k in range(total.next, len(items)) if _reaches(items[k], found.end())), None)
    if nxt is None:
        return total
    value = total.value + Decimal(found[1] or 0) / _HUNDRED
    return total._replace(value=value, unit=Decimal("0.01"), end=found.end(), next=nxt)


def _reaches(item: Item | None, end: int) -> bool:
    return item is not None and item.start >= end


def _counts_thousands(text: str, items: Items, total: Quantity, part: Quantity) -> bool:
    """Whether ``part`` is the rest of a count of a scale that it multiplies: "cinco mil doscientos millones",
    一万二千亿."""
    if items[total.next] is None:
        return False  # a comma
    joined = part.start == total.end or near(text, total.end, item_at(items, total.next).start)
    words = "join" not in meanings_at(items, total.next) or "number" in meanings_at(items, total.next + 1)
    below = part.mantissa < power_of_ten(total.scale)
    return total.scale in _COUNTED and part.scale > total.scale and below and joined and words


def _multiplied(total: Quantity, part: Quantity) -> Quantity:
    mantissa = total.value + part.mantissa
    factor = power_of_ten(part.scale)
    return part._replace(
        value=mantissa * factor,
        mantissa=mantissa,
        start=total.start,
        notes=_notes(total, part),
        other=None,
    )


def _notes(total: Quantity, part: Quantity) -> tuple[str, ...]:
    """What is doubtful about a sum of parts; not their separators, which the other parts settle."""
    return tuple(note for note in total.notes + part.notes if note != "separator")


def _continues(text: str, items: Items, i: int, total: Quantity, part: Quantity) -> bool:
    """Whether ``part`` belongs to the number before it, which begins at item ``i``, rather than beginning the
    next."""
    first, after = meanings_at(items, after_join(items, total.next)), meanings_at(items, part.next)
    in_words = "number" in first or "place" in first
    if _stands_apart(text, items, i, total, part, in_words):
        return False
    placed = "place" in meanings_at(items, part.next - 1)  # "9만 4천"
    if "join" in meanings_at(items, total.next):
        if _has_sign(items, i) and not after.keys().isdisjoint(_MONEY):
            return False  # "$5 billion and 300 million euros"
        # "3 miliardi e 200 milioni", but not "1bn and 30 MUSD"
        long = bool(part.scale) and len(item_at(items, part.next - 1).text) > _SHORT_FORM
        last = total.scale == _COUNTED[0] and not part.scale and "currency" in after  # "222 ألف و800 درهم"
        return in_words or placed or long or last
    rest = not part.scale and (part.unit == 1 or total.scale == _COUNTED[0])
    if rest and ("currency" in after or _is_rest(text, total, part, after)):
        return True  # "22 bin 104 lira", "273 mil 383.89 pesos"
    return bool(part.scale) or in_words or placed or part.start == total.end


def _is_rest(text: str, total: Quantity, part: Quantity, after: Meanings) -> bool:
    """Whether three figures after thousands are the rest of these whatever follows, but for a measure of
    their own: "5 mil 991.70", "dos mil 880"."""
    told = text[total.start].isalnum() and not spaceless(text[total.start])
    figures = told and text[part.start : part.start + total.scale].isdecimal()
    return figures and total.scale == _COUNTED[0] and after.keys().isdisjoint(_MEASURES)


def _stands_apart(text: str, items: Items, i: int, total: Quantity, part: Quantity, in_words: bool) -> bool:
    """Whether ``part`` cannot be added to the number before it, which begins at item ``i``."""
    glued = part.start == total.end
    if items[total.next] is None:
        if not (_told_with_comma(text, total, part) or _goes_on(text, items, i, total, part)):
            return True
    elif not (glued or near(text, total.end, item_at(items, total.next).start)):
        return True
    if not part.value < power_of_ten(total.scale) <= total.unit:
        return True  # nothing is added to 1.2 billion
    if in_words and glued and part.value < _TEN and "\uac00" <= text[part.start] <= "\ud7af":
        return True  # a particle: 60억이
    if in_words and glued:
        return spaceless(text[part.start]) != spaceless(text[total.end - 1])  # a particle: "16bn이다"
    if in_words and not part.scale:
        after = meanings_at(items, part.next)
        # "R$ 1,1 bi um ano antes"
        return "unit" in after or ("currency" not in after and text[total.start].isdecimal())
    return False


def _past_comma(text: str, items: Items, total: Quantity) -> int:
    """The item at which a number goes on after ``total``, past a word or a comma between."""
    k = total.next
    comma = k < len(items) and items[k] is None and text.startswith(_COMMA, total.end)
    return k + 1 if comma else after_join(items, k)


def _goes_on(text: str, items: Items, i: int, total: Quantity, part: Quantity) -> bool:
    """Whether thousands after a comma, and a rest to the unit of money, go on with millions that have no
    currency of their own: "8 millones, 153 mil 400 dólares"."""
    rest, after = meanings_at(items, part.next).get("digits", ""), meanings_at(items, part.next + 1)
    exact = total.scale > part.scale == _COUNTED[0] and rest.isdecimal() and len(rest) <= part.scale
    return (
        exact and "currency" in after and text[total.end : part.start] == _COMMA and not _has_sign(items, i)
    )


def _told_with_comma(text: str, total: Quantity, part: Quantity) -> bool:
    """Whether a comma only divides a number in words: "four thousand, three hundred euros"."""
    if text[total.end : part.start] != _COMMA:
        return False
    spelled = (text[total.start], text[total.end - 1], text[part.start], text[part.end - 1])
    return all(map(str.isalpha, spelled))


def _has_sign(items: Items, i: int) -> bool:
    """Whether a currency stands before the number at item ``i``."""
    before = meanings_at(items, i - 1)
    return "code" in before or ("currency" in before and "prefix" in before)
