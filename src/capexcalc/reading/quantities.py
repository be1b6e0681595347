"""Numbers as people write them: grouped digits, words, scales, and mixtures of these."""

from __future__ import annotations

import re
from decimal import Decimal

from ..money.money import EXACT
from ..patterns import regex
from .cursor import Cursor
from .figures import read_figures
from .items import Item, Items, item_at, meanings_at, near
from .lexicon import Lexicon, Meanings
from .mentions import Bound
from .number_words import Quantity, after_join, compose, goes_on, read_places
from .tokens import spaceless

_TEN, _HUNDRED = Decimal(10), Decimal(100)
_FROM_WORDS = 6  # power of ten of a scale that no letter apart from it raises
_COUNTED = (3, 4)  # powers of ten that a larger scale may follow: thousands, and the myriads of East Asia
_SHORT_FORM = 2  # letters
_COMMA = ", "
_HUNDREDTHS = regex(r"\s(?:and|&)\s(?:no|xx|(\d\d?))/100(?!\d)", re.IGNORECASE)
_MONEY = ("currency", "code")
_PLUS_BEFORE = frozenset(("scale", "currency", "code"))
_WHOLES = frozenset(("scale", "currency", "unit"))  # of which there are fractions
NUMBER_BEGINNINGS = frozenset(
    ("digits", "number", "place", "fraction", "article", "alone", "plus_before", "plus")
)


def begins_number(meanings: Meanings) -> bool:
    """Whether a number may begin with an item of these meanings: cheap, because every item is asked."""
    return not NUMBER_BEGINNINGS.isdisjoint(meanings)


def read_quantity(text: str, items: Items, i: int, lexicon: Lexicon) -> Quantity | None:
    """The number that begins at item ``i``: one or more parts of falling scale ("1 billion 200 million")."""
    total = _read_part(text, items, i, lexicon)
    while total is not None and total.scale:
        following = _read_part(text, items, _past_comma(text, items, total), lexicon)
        if following is not None and _counts_thousands(text, items, total, following):
            total = _multiplied(total, following)
            continue
        if following is None or not _continues(text, items, i, total, following):
            break
        total = total._replace(
            value=total.value + following.value,
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
    below = part.mantissa < _TEN**total.scale
    return total.scale in _COUNTED and part.scale > total.scale and below and joined and words


def _multiplied(total: Quantity, part: Quantity) -> Quantity:
    mantissa = total.value + part.mantissa
    factor = _TEN**part.scale
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
    if _stands_apart(text, items, total, part, in_words):
        return False
    placed = "place" in meanings_at(items, part.next - 1)  # "9만 4천"
    if "join" in meanings_at(items, total.next):
        if _has_sign(items, i) and not after.keys().isdisjoint(_MONEY):
            return False  # "$5 billion and 300 million euros"
        # "3 miliardi e 200 milioni", but not "1bn and 30 MUSD"
        long = bool(part.scale) and len(item_at(items, part.next - 1).text) > _SHORT_FORM
        last = total.scale == _COUNTED[0] and not part.scale and "currency" in after  # "222 ألف و800 درهم"
        return in_words or placed or long or last
    if part.unit == 1 and not part.scale and "currency" in after:
        return True  # "22 bin 104 lira"
    return bool(part.scale) or in_words or placed or part.start == total.end


def _stands_apart(text: str, items: Items, total: Quantity, part: Quantity, in_words: bool) -> bool:
    """Whether ``part`` cannot be added to the number before it."""
    glued = part.start == total.end
    if items[total.next] is None:
        if not _told_with_comma(text, items, total, part):
            return True
    elif not (glued or near(text, total.end, item_at(items, total.next).start)):
        return True
    if not part.value < _TEN**total.scale <= total.unit:
        return True  # nothing is added to 1.2 billion
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


def _told_with_comma(text: str, items: Items, total: Quantity, part: Quantity) -> bool:
    """Whether a comma only divides a number in words: "four thousand, three hundred euros"."""
    if text[total.end : part.start] != _COMMA:
        return False
    spelled = (text[total.start], text[total.end - 1], text[part.start], text[part.end - 1])
    return all(map(str.isalpha, spelled)) and (part.scale > 0 or "currency" in meanings_at(items, part.next))


def _has_sign(items: Items, i: int) -> bool:
    """Whether a currency stands before the number at item ``i``."""
    before = meanings_at(items, i - 1)
    return "code" in before or ("currency" in before and "prefix" in before)


def _read_part(text: str, items: Items, i: int, lexicon: Lexicon) -> Quantity | None:
    meanings = meanings_at(items, i)
    if NUMBER_BEGINNINGS.isdisjoint(meanings):
        return None
    before = meanings.get("plus_before")  # Hindi "half more" three: 3.5
    base = _read_base(text, items, i + 1 if before else i, lexicon)
    if base is None or _counted_vaguely(text, items, i):
        return None
    base = _with_point(items, base)
    if before:
        hundreds = meanings_at(items, base.next - 1).get("number") == _HUNDRED
        more = Decimal(before) * (_HUNDRED if hundreds else 1)  # साढ़े तीन सौ is 350
        base = base._replace(value=base.value + more, unit=Decimal(1) if hundreds else Decimal("0.01"))
    base = _in_groups(text, items, base)
    at = Cursor(text, items, base.next, base.end)
    value, unit = _with_half(at, base.value, base.unit)
    bound = _bound_before_scale(at) or base.bound or _plus(at)
    scale, elsewhere = _scales(at)
    bound = bound or (_bound_before_currency(at) if scale else None)
    notes, other = base.notes, base.other
    if elsewhere:
        notes, other = (*notes, "scale"), other or _TEN ** (elsewhere - scale)
    if scale:
        factor = _TEN**scale
        value, unit = EXACT.multiply(value, factor), EXACT.multiply(unit, factor)
        if "scale" not in at.ahead():
            value, unit = _with_half(at, value, unit, factor)
    start = item_at(items, i).start
    return Quantity(value, unit, base.value, scale, start, at.end, at.i, bound, notes, other)


def _counted_vaguely(text: str, items: Items, i: int) -> bool:
    """Whether "several" stands before the number, which then counts nothing: "several hundred", 数十亿.

    In scripts without blanks the word may be the end of another, above all before figures: 指数5亿, but
    変える数10億.
    """
    if "vague" not in meanings_at(items, i - 1):
        return False
    vague, number = item_at(items, i - 1), item_at(items, i)
    if spaceless(vague.text[-1]) and ("digits" in number.meanings or _hangul_inside(text, items, i - 1)):
        before = text[vague.start - 1 : vague.start]
        return vague.end == number.start and not (before.isalpha() and not _is_kana(before))
    return near(text, vague.end, number.start)


def _is_kana(char: str) -> bool:
    return "\u3040" <= char <= "\u30ff"


def _in_groups(text: str, items: Items, base: Quantity) -> Quantity:
    """A number of hundreds or dozens: "5 hundred", "half a dozen", ढाई सौ."""
    meanings = meanings_at(items, base.next)
    size = meanings.get("group") or (_HUNDRED if meanings.get("number") == _HUNDRED else 0)
    if not size or not 0 < base.value < _HUNDRED or not near(text, base.end, item_at(items, base.next).start):
        return base
    if "subunit" in meanings and not goes_on(items, base.next + 1):
        return base  # French writes "hundred" and "cents" alike
    value, unit = base.value * size, base.unit * size
    return base._replace(
        value=value, unit=unit, mantissa=value, end=item_at(items, base.next).end, next=base.next + 1
    )


def _with_half(
    at: Cursor, value: Decimal, unit: Decimal, factor: Decimal = Decimal(1)
) -> tuple[Decimal, Decimal]:
    """A number and the worth of its last digit, with the half or quarter (of ``factor``) that follows."""
    extra = at.here.get("plus")
    if not extra:
        return value, unit
    at.skip()
    return value + Decimal(extra) * factor, factor / 10


def _bound_before_scale(at: Cursor) -> Bound | None:
    """The bound inside a number, "more than" between 300 and a hundred million in 300多亿."""
    kind = "bound_inner" if "bound_inner" in at.here else "bound_after"
    return at.take(kind) if goes_on(at.items, at.i + 1) else None


def _plus(at: Cursor) -> Bound | None:
    """The plus sign between figures and their scale or currency: "$100+ million", "20,000+ dollars"."""
    if not at.text.startswith("+", at.end):
        return None
    k = at.i + (at.i < len(at.items) and at.items[at.i] is None)
    if _PLUS_BEFORE.isdisjoint(meanings_at(at.items, k)):
        return None
    if not near(at.text, at.end + 1, item_at(at.items, k).start):
        return None
    at.move(k, at.end + 1)
    return "at_least"


def _bound_before_currency(at: Cursor) -> Bound | None:
    """The bound glued to a scale and followed by a currency: 6亿多美元."""
    glued = "bound_inner" in at.here and item_at(at.items, at.i).start == at.end
    return at.take("bound_inner") if glued and "currency" in at.ahead() else None


def _scales(at: Cursor) -> tuple[int, int]:
    """The power of ten of the scale words that follow, and another that they have elsewhere."""
    scale = elsewhere = 0
    if "link" in at.here and _linked_scale(at.ahead()):
        at.skip()  # "380 de milioane"
    while "scale" in (meanings := at.beside()):
        if (
            scale >= _FROM_WORDS
            and len(item_at(at.items, at.i).text) == 1
            and at.end < item_at(at.items, at.i).start
        ):
            break  # "5 triliun m"
        if 0 < meanings["scale"] < scale and spaceless(item_at(at.items, at.i).text[0]):
            break  # 2조억
        elsewhere += meanings.get("open", meanings["scale"])
        scale += meanings["scale"]
        at.skip()
    return scale, elsewhere if elsewhere != scale else 0


def _linked_scale(meanings: Meanings) -> bool:
    return "scale" in meanings and "alone" not in meanings  # "el presupuesto de 2025 de mil millones"


def _with_point(items: Items, part: Quantity) -> Quantity:
    """ "three point five", 一点五: digits in words after a decimal sign in words."""
    if "point" not in meanings_at(items, part.next):
        return part
    j, fraction = part.next + 1, ""
    while (digit := meanings_at(items, j).get("number")) is not None and 0 <= digit < 10:
        fraction, j = fraction + str(digit), j + 1
    if not fraction:
        return part
    value = part.value + Decimal(f"0.{fraction}")
    return part._replace(
        value=value, mantissa=value, unit=_TEN ** -len(fraction), end=item_at(items, j - 1).end, next=j
    )


def _read_base(text: str, items: Items, i: int, lexicon: Lexicon) -> Quantity | None:
    """The number before any scale."""
    meanings = meanings_at(items, i)
    if "digits" in meanings:
        figures = read_figures(text, items, i, lexicon)
        return figures and read_places(text, items, figures)
    after = meanings_at(items, i + 1)
    halved = "plus" in meanings and "scale" in after and not _begun(items, i)
    grouped = "group" in after or after.get("number") == _HUNDRED
    if halved or ("fraction" in meanings and (grouped or not _WHOLES.isdisjoint(after))):
        fraction = meanings["plus" if halved else "fraction"]
        return _quantity(items, i, Decimal(fraction), _TEN ** -len(fraction.partition(".")[2]))
    if "number" in meanings or "place" in meanings:
        if "vague" in meanings or _hangul_inside(text, items, i):
            return None
        return compose(text, items, i)
    if "article" in meanings and ("scale" in after or "group" in after):
        return _quantity(items, i, Decimal(1), Decimal(1))
    if "article" in meanings and (after.get("number") == 100 or "place" in after):
        composed = compose(text, items, i + 1)
        return composed and composed._replace(start=item_at(items, i).start)
    if "alone" in meanings and not _begun(items, i) and not _inside_word(text, item_at(items, i).start):
        item = item_at(items, i)
        return _quantity(items, i, Decimal(1), Decimal(1))._replace(end=item.start, next=i)
    return None


def _inside_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return bool(before) and spaceless(before)


def _hangul_inside(text: str, items: Items, i: int) -> bool:
    """Whether a Korean numeral is the tail of a word: its syllables are common ones."""
    start = item_at(items, i).start
    return (
        (i == 0 or items[i - 1] is None)
        and "\uac00" <= text[start - 1 : start] <= "\ud7af"
        and text[start] >= "\uac00"
    )


def _begun(items: Items, i: int) -> bool:
    """Whether a number or a part of one leads to item ``i``: "three quarters of a million"."""
    before = meanings_at(items, i - 1)
    if "link" in before:
        return not meanings_at(items, i - 2).keys().isdisjoint(("fraction", "proportion"))
    return not before.keys().isdisjoint(("digits", "number", "fraction", "scale"))


def _quantity(items: Items, i: int, value: Decimal, unit: Decimal) -> Quantity:
    item = item_at(items, i)
    return Quantity(value, unit, value, 0, item.start, item.end, i + 1)
