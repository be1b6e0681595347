"""One part of a number: figures or words, with the half, the scale and the bound that follow."""

from __future__ import annotations

from decimal import Decimal

from ..money.money import EXACT
from .cursor import Cursor
from .figures import read_figures
from .items import Items, item_at, meanings_at, near
from .lexicon import Lexicon, Meanings
from .mentions import Bound
from .number_words import Quantity, compose, goes_on, power_of_ten, read_places
from .tokens import spaceless

_TEN, _HUNDRED = Decimal(10), Decimal(100)
_FROM_WORDS = 6  # power of ten of a scale that no letter apart from it raises
_ADDED = ("[", " [")
_PLUS_OR_ADDED = ("+", *_ADDED)
_APOSTROPHES = ("'", "’")
_PLUS_BEFORE = frozenset(("scale", "currency", "code"))
_WHOLES = frozenset(("scale", "currency", "unit"))  # of which there are fractions
# What may go on with a number: its fraction, its half, its bound, its scale.
_GOING_ON = frozenset(("point", "group", "number", "plus", "bound_inner", "bound_after", "link", "scale"))
NUMBER_BEGINNINGS = frozenset(
    ("digits", "number", "place", "fraction", "article", "alone", "dual", "plus_before", "plus")
)


def begins_number(meanings: Meanings) -> bool:
    """Whether a number may begin with an item of these meanings: cheap, because every item is asked."""
    return not NUMBER_BEGINNINGS.isdisjoint(meanings)


def read_part(text: str, items: Items, i: int, lexicon: Lexicon) -> Quantity | None:
    """The part of a number that begins at item ``i``: no more than one scale, unless words pile them up."""
    meanings = meanings_at(items, i)
    if NUMBER_BEGINNINGS.isdisjoint(meanings):
        return None
    before = meanings.get("plus_before")  # Hindi "half more" three: 3.5
    base = _read_base(text, items, i + 1 if before else i, lexicon)
    if base is None or _counted_vaguely(text, items, i):
        return None
    if not before and _ends(text, items, base):
        start = item_at(items, i).start  # most go no further
        alike = base.mantissa is base.value and base.start == start
        return base if alike else base._replace(mantissa=base.value, start=start)
    base = _with_point(items, base)
    if before:
        hundreds = meanings_at(items, base.next - 1).get("number") == _HUNDRED
        more = Decimal(before) * (_HUNDRED if hundreds else 1)  # साढ़े तीन सौ is 350
        base = base._replace(value=base.value + more, unit=Decimal(1) if hundreds else Decimal("0.01"))
    base = _in_groups(text, items, base)
    at = Cursor(text, items, base.next, base.end)
    value, unit = _with_half(at, base.value, base.unit)
    odd = "bound_inner" in at.here
    bound = _bound_before_scale(at) or _plus(at)
    unit = _of_odd(value, unit) if odd and bound == "at_least" else unit
    scale, elsewhere = _scales(at)
    bound = bound or (at.take("bound_inner") if scale else None)  # 6亿多美元
    notes, other = base.notes, base.other
    if elsewhere:
        notes, other = (*notes, "scale"), other or _TEN ** (elsewhere - scale)
    if scale:
        factor = power_of_ten(scale)
        value, unit = EXACT.multiply(value, factor), EXACT.multiply(unit, factor)
        if "scale" not in at.ahead():
            value, unit = _with_half(at, value, unit, factor)
    start = item_at(items, i).start
    return Quantity(value, unit, base.value, scale, start, at.end, at.i, bound, notes, other)


def _of_odd(value: Decimal, unit: Decimal) -> Decimal:
    """How far a number "odd" reaches: 600多 is up to 700, 620多 up to 630."""
    exponent = value.normalize(EXACT).as_tuple().exponent
    return max(unit, _TEN**exponent) if isinstance(exponent, int) and value else unit


def _ends(text: str, items: Items, base: Quantity) -> bool:
    """Whether nothing follows that is part of a number, be it a plus sign."""
    if not _GOING_ON.isdisjoint(meanings_at(items, base.next)):
        return False
    return not text.startswith(_PLUS_OR_ADDED, base.end)


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
    k = at.i + (at.items[at.i : at.i + 1] == [None])
    if _PLUS_BEFORE.isdisjoint(meanings_at(at.items, k)):
        return None
    if not near(at.text, at.end + 1, item_at(at.items, k).start):
        return None
    at.move(k, at.end + 1)
    return "at_least"


def _scales(at: Cursor) -> tuple[int, int]:
    """The power of ten of the scale words that follow, and another that they have elsewhere."""
    scale = elsewhere = 0
    glued = at.text[at.end - 1].isdecimal() and at.text[at.end : at.end + 1] in _APOSTROPHES
    if "link" in at.here and (_linked_scale(at.ahead()) or (glued and "scale" in at.ahead())):
        at.skip()  # "380 de milioane", "25'er bin"
    _pass_bracket(at)
    while "scale" in (meanings := at.beside()):
        if (
            scale >= _FROM_WORDS
            and len(item_at(at.items, at.i).text) == 1
            and at.end < item_at(at.items, at.i).start
        ):
            break  # "5 triliun m"
        if meanings["scale"] < scale and spaceless(item_at(at.items, at.i).text[0]):
            break  # 2조억
        elsewhere += meanings.get("open", meanings["scale"])
        scale += meanings["scale"]
        at.skip()
    return scale, elsewhere if elsewhere != scale else 0


def _pass_bracket(at: Cursor) -> None:
    """Go past a square bracket in which an editor added the scale: "496 [mil millones de pesos]"."""
    added = at.text.startswith(_ADDED, at.end) and at.text[at.end - 1].isdecimal()
    if added and not at.here and "scale" in at.ahead():
        start = item_at(at.items, at.i + 1).start
        if at.text[at.end : start].strip() == "[":
            at.move(at.i + 1, start)


def _linked_scale(meanings: Meanings) -> bool:
    return "scale" in meanings and "alone" not in meanings  # not "el presupuesto de 2025 de mil millones"


def _with_point(items: Items, part: Quantity) -> Quantity:
    """ "three point five", 一点五: digits in words after a decimal sign in words."""
    if "point" not in meanings_at(items, part.next):
        return part
    j, fraction = part.next + 1, ""
    while (digit := meanings_at(items, j).get("number")) is not None and digit < 10:
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
    one = "scale" in meanings and ("join" in after or "dual" in meanings)  # "مليارا و760 مليون"
    if ("number" in meanings and not one) or "place" in meanings:
        if "vague" in meanings or _hangul_inside(text, items, i):
            return None
        composed = compose(text, items, i)
        return composed and _with_figures(text, items, composed)
    if "article" in meanings:
        if "scale" in after or "group" in after:
            return _quantity(items, i, Decimal(1), Decimal(1))
        if after.get("number") == _HUNDRED and (composed := compose(text, items, i + 1)):
            return composed._replace(start=item_at(items, i).start)
    if (
        ("alone" in meanings or one)
        and not _begun(items, i)
        and not _inside_word(text, item_at(items, i).start)
    ):
        item, count = item_at(items, i), Decimal(2 if "dual" in meanings else 1)
        return _quantity(items, i, count, Decimal(1))._replace(end=item.start, next=i)
    return None


def _with_figures(text: str, items: Items, hundreds: Quantity) -> Quantity:
    """Hundreds in words that go on in figures, before a scale: "ciento 10 millones"."""
    head = meanings_at(items, hundreds.next).get("digits", "")
    open_ = hundreds.value < _TEN * _HUNDRED and not hundreds.value % _HUNDRED
    if not (
        open_
        and head.isdecimal()
        and int(head) < _HUNDRED
        and "scale" in meanings_at(items, hundreds.next + 1)
    ):
        return hundreds
    figures = item_at(items, hundreds.next)
    if text[hundreds.end : figures.start] != " ":
        return hundreds
    value = hundreds.value + int(head)
    return hundreds._replace(value=value, mantissa=value, end=figures.end, next=hundreds.next + 1)


def _inside_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return bool(before) and spaceless(before)


def _hangul_inside(text: str, items: Items, i: int) -> bool:
    """Whether a Korean numeral is the tail of a word: its syllables are common ones."""
    start = item_at(items, i).start
    return items[i - 1] is None and "\uac00" <= text[start - 1 : start] <= "\ud7af"


def _begun(items: Items, i: int) -> bool:
    """Whether a number or a part of one leads to item ``i``: "three quarters of a million"."""
    before = meanings_at(items, i - 1)
    if "link" in before:
        return not meanings_at(items, i - 2).keys().isdisjoint(("fraction", "proportion"))
    return not before.keys().isdisjoint(("digits", "number", "fraction", "scale"))


def _quantity(items: Items, i: int, value: Decimal, unit: Decimal) -> Quantity:
    item = item_at(items, i)
    return Quantity(value, unit, value, 0, item.start, item.end, i + 1)
