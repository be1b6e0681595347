"""Shares and multiples: "12 %", "a quarter", "three times", "doublé"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from ..money.money import EXACT
from .items import NOTHING, Item, Items, ahead, item_at, meanings_at, near, places
from .lexicon import Lexicon, Meanings
from .lookalikes import HYPHENS
from .mentions import Bound, Proportion
from .multiples import comes_on_top, is_of_name, is_tail
from .number_part import NUMBER_BEGINNINGS, begins_number
from .number_words import Quantity
from .quantities import read_quantity
from .tokens import spaceless
from .year_parts import names_part

# A fraction in words is meant to the nearest twentieth, a whole multiple to a tenth either side: "doubled" is
# said of 1.9 and of 2.1, hardly of 1.6. "More than half" reaches to two thirds, "more than doubled" to
# tripled.
_FRACTION_UNIT, _FRACTION_REACH = Decimal("0.05"), Decimal("0.15")
_MULTIPLE_UNIT, _MULTIPLE_REACH = Decimal("0.2"), Decimal(1)
_HALF, _SHORT_OF = Decimal("0.5"), Decimal("0.25")  # by how much of itself "nearly" a multiple falls short
_HUNDREDTH, _TENTHS = Decimal("0.01"), Decimal(10)
_SIGNS = frozenset(
    (
        "percent",
        "percent_before",
        "parts_of",
        "tenth_part",
        "times",
        "times_before",
        "proportion",
        "multiple",
        "denominator",
    )
)
_APART = 8  # characters between the two numbers of a range
_REACH = 8  # items from the first of a number to its sign
_BEGINNINGS = NUMBER_BEGINNINGS | {"proportion", "multiple", "percent_before", "times_before"}
_WAYS = frozenset(("increase", "decrease"))
_DIFFERENCES = _WAYS | {"exceeds_after"}  # "yüzde 50 fazla" is 50 % more
_NONE: frozenset[str] = frozenset()
_THAN = ("ndan", "nden")  # what Turkish ends in where something is more than that
_COUNTED = frozenset(("percent", "scale", "currency", "unit"))  # "две десятых процента"
_LARGEST = Decimal(10) ** 9


class _Read(NamedTuple):
    """What was read of a proportion: ``reach`` is its unit where a bound stands beside it, ``other`` the
    factor by which its figures may be read otherwise, ``more`` says that it may come on top."""

    value: Decimal
    unit: Decimal
    reach: Decimal
    times: bool
    start: int
    end: int
    next: int
    other: Decimal | None = None
    more: bool = False


def find_proportions(
    text: str, items: Items, taken: Callable[[int], bool], lexicon: Lexicon, at: int
) -> Iterator[Proportion]:
    """Every proportion of the block that begins at offset ``at``, in order; ``taken`` is of amounts."""
    after, signs = 0, places(items, _SIGNS)
    for i in places(items, _BEGINNINGS) if signs else ():
        if i < after or not ahead(signs, i, _REACH) or taken(i):
            continue
        found = _read(text, items, i, lexicon)
        if found is None:
            continue
        after = found.next
        if _ends_range(text, items, i, found):
            continue
        bound, start, end = _bounded(items, i, found)
        unit = found.unit if bound == "exact" else found.reach
        if bound == "about":  # no narrower than without
            unit = max(found.unit, found.reach / 2)
        nearly = bound in ("at_most", "at_least") and _is_nearly(items, i, found)
        if bound == "at_most" and found.times and found.value > 1:  # "nearly doubled" is half as much again
            unit = min(found.reach, found.value * _SHORT_OF)
        elif nearly:
            unit = max(found.unit, found.reach / 2)
        yield Proportion(
            "times" if found.times else "share",
            found.value,
            unit,
            bound,
            at + start,
            at + end,
            text[start:end],
            _otherwise(found, unit),
            nearly,
        )


def _is_nearly(items: Items, i: int, found: _Read) -> bool:
    """Whether the bound of what was read from item ``i`` on leaves it but little short of the figure, or but
    little over it."""
    led = i - 2 if "when" in meanings_at(items, i - 1) else i - 1
    return any("nearly" in meanings_at(items, k) for k in (led, found.next))


def _otherwise(found: _Read, unit: Decimal) -> tuple[Decimal, Decimal] | None:
    """Value and unit of the other reading of a proportion, if it has one."""
    if found.more:
        return found.value + 1, unit
    if found.other is None:
        return None
    return EXACT.multiply(found.value, found.other), EXACT.multiply(unit, found.other)


def _ends_range(text: str, items: Items, i: int, found: _Read) -> bool:
    """Whether it is the upper end of a range, which says nothing certain: "5 to 12 percent", "between one and
    two percent"."""
    joint, before = meanings_at(items, i - 1), meanings_at(items, i - 2)
    opened = "range" in joint or ("range_and" in joint and _is_between(items, i - 3))
    if not opened or NUMBER_BEGINNINGS.isdisjoint(before):
        return False
    return found.start - item_at(items, i - 2).end <= _APART


def _is_between(items: Items, i: int) -> bool:
    return any("between" in meanings_at(items, n) for n in (i, i - 1))


def _read(text: str, items: Items, i: int, lexicon: Lexicon) -> _Read | None:
    item, meanings = item_at(items, i), meanings_at(items, i)
    place = (item.start, item.end, i + 1)
    if "proportion" in meanings:
        if names_part(text, item.start, item.end, lexicon):
            return None  # "the third quarter"
        above, _, below = meanings["proportion"].partition("/")
        return _of_one_percent(items, _share(Decimal(above), Decimal(below), *place))
    if "multiple" in meanings:
        if is_tail(text, items, i):
            return None
        found = _times(Decimal(meanings["multiple"]), Decimal(1), *place)
        return _and_a_half(text, items, found._replace(more=comes_on_top(text, items, i, i)))
    if not meanings.keys().isdisjoint(("percent_before", "times_before")):
        return _after_sign(text, items, i, lexicon)
    quantity = read_quantity(text, items, i, lexicon) if begins_number(meanings) else None
    if quantity is None or not quantity.value < _LARGEST:
        return None
    after = meanings_at(items, quantity.next)
    sign = items[quantity.next] if quantity.next < len(items) else None
    if sign is not None and after.get("multiple") == "2" and text[quantity.end : sign.start] in HYPHENS:
        return _times(
            quantity.value, quantity.unit, quantity.start, sign.end, quantity.next + 1
        )  # "7-dobles"
    if sign is None or after.keys().isdisjoint(("percent", "times", "parts_of", "tenth_part", "denominator")):
        return None
    if not near(text, quantity.end, sign.start):
        return None
    place = (quantity.start, sign.end, quantity.next + 1)
    if "tenth_part" in after:
        return _tenths(text, items, quantity, sign, lexicon)
    if "percent" in after:
        return _percent(quantity.value, quantity.unit, *place)._replace(other=quantity.other)
    if "times" in after:
        once = quantity.value == quantity.unit == 1 and not spaceless(text[sign.start])
        found = _times(quantity.value, quantity.unit, *place)
        more = comes_on_top(text, items, i, quantity.next)
        found = found._replace(other=quantity.other, more=more)
        once = once or is_of_name(text, quantity.end, sign)
        return None if once else _and_a_half(text, items, found)
    if "denominator" in after:
        return _in_words(items, quantity.value, Decimal(after["denominator"]), *place)
    part = read_quantity(text, items, quantity.next + 1, lexicon)  # 4分の1, 四分之一: the whole comes first
    if part is None or not 0 < part.value <= quantity.value or not near(text, sign.end, part.start):
        return None
    if quantity.value == 100:
        return _percent(part.value, part.unit, quantity.start, part.end, part.next)
    return _share(part.value, quantity.value, quantity.start, part.end, part.next)


def _after_sign(text: str, items: Items, i: int, lexicon: Lexicon) -> _Read | None:
    """ "yüzde 12", "multiplié par 2,7"."""
    item, quantity = item_at(items, i), read_quantity(text, items, i + 1, lexicon)
    if quantity is None or not quantity.value < _LARGEST or not near(text, item.end, quantity.start):
        return None
    read = _percent if "percent_before" in item.meanings else _times
    found = read(quantity.value, quantity.unit, item.start, quantity.end, quantity.next)
    return found._replace(other=quantity.other)


def _tenths(text: str, items: Items, tenths: Quantity, sign: Item, lexicon: Lexicon) -> _Read | None:
    """ "3割", "三成", and with hundredths after it "3割5分", "三成五"; "三成半" is 35 % as well."""
    if not 0 < tenths.value <= _TENTHS or tenths.end != sign.start:
        return None  # Korean 할 is also "to do"
    place = (tenths.start, sign.end, tenths.next + 1)
    after = meanings_at(items, tenths.next + 1)
    value, unit = tenths.value * _TENTHS, tenths.unit * _TENTHS
    if after.keys().isdisjoint(("digits", "number", "plus")):
        return _percent(value, unit, *place)
    more = item_at(items, tenths.next + 1)
    if more.start != sign.end:
        return _percent(value, unit, *place)
    place = (tenths.start, more.end, tenths.next + 2)
    if "plus" in after:
        return _percent(value + Decimal(after["plus"]) * _TENTHS, Decimal(1), *place)
    hundredths = read_quantity(text, items, tenths.next + 1, lexicon)
    if hundredths is None or not hundredths.value < _TENTHS:
        return _percent(value, unit, tenths.start, sign.end, tenths.next + 1)
    return _percent(value + hundredths.value, Decimal(1), tenths.start, hundredths.end, hundredths.next)


def _times(value: Decimal, unit: Decimal, start: int, end: int, following: int) -> _Read:
    return _Read(value, unit if unit < 1 else _MULTIPLE_UNIT, _MULTIPLE_REACH, True, start, end, following)


def _and_a_half(text: str, items: Items, found: _Read) -> _Read:
    """A whole multiple with the half that follows: 两倍半, "hai lần rưỡi"."""
    plus = meanings_at(items, found.next).get("plus")
    if plus is None or found.value % 1 or not near(text, found.end, item_at(items, found.next).start):
        return found
    end = item_at(items, found.next).end
    return _times(found.value + Decimal(plus), _HALF, found.start, end, found.next + 1)


def _share(above: Decimal, below: Decimal, start: int, end: int, following: int) -> _Read:
    value = EXACT.divide(above, below)
    return _Read(value, _FRACTION_UNIT, _FRACTION_REACH, False, start, end, following)


def _of_one_percent(items: Items, found: _Read) -> _Read:
    """A fraction, or that of one percent: "half a percent", "a quarter of a percent"."""
    k = found.next
    while k <= found.next + 1 and not meanings_at(items, k).keys().isdisjoint(("article", "link")):
        k += 1
    if "percent" not in meanings_at(items, k) or item_at(items, k).start - found.end > _APART:
        return found
    value, unit, reach = (each * _HUNDREDTH for each in (found.value, found.unit, found.reach))
    return found._replace(value=value, unit=unit, reach=reach, end=item_at(items, k).end, next=k + 1)


def _in_words(
    items: Items, above: Decimal, below: Decimal, start: int, end: int, following: int
) -> _Read | None:
    """ "Seven tenths", but not "three tenths of a percent" in a language that writes no "of"."""
    whole = above % 1 == 0 and 0 < above < below
    if not whole or not _COUNTED.isdisjoint(meanings_at(items, following)):
        return None
    return _share(above, below, start, end, following)


def _percent(value: Decimal, unit: Decimal, start: int, end: int, following: int) -> _Read:
    """A round figure with a bound is meant to the next round one: "more than 20 %"."""
    round_to = next((Decimal(n) for n in (10, 5) if unit == 1 and value and value % n == 0), unit)
    return _Read(value * _HUNDREDTH, unit * _HUNDREDTH, round_to * _HUNDREDTH, False, start, end, following)


def _is_bound(meanings: Meanings) -> bool:
    return "bound" in meanings or "exceeds" in meanings.get("cue", ())


def _bounded(items: Items, i: int, found: _Read) -> tuple[Bound, int, int]:
    """The bound of what was read from item ``i`` on, and where it begins and ends with its words."""
    first = i - 1
    if found.times and "when" in meanings_at(items, first) and _is_bound(meanings_at(items, first - 1)):
        first -= 1  # Russian "более чем в три раза"
    before, after = meanings_at(items, first), meanings_at(items, found.next)
    cues = before.get("cue", ())
    bound: Bound = "at_least" if "exceeds" in cues else before.get("bound", "exact")
    if "increase" in cues:  # Vietnamese "cao hơn 50%" is "50% higher"
        bound = "exact"
    if bound != "exact":  # "plus que doublé"
        return bound, item_at(items, first).start, found.end
    led = meanings_at(items, i - 2) if found.times and "from" in cues else NOTHING
    if "increase" in led.get("cue", ()):  # Hebrew "יותר מפי שלושה", "more than threefold"
        return "at_least", item_at(items, i - 2).start, found.end
    own = after.get("bound_after") or after.get("bound_inner")
    if found.times and own and bound == "exact" and item_at(items, found.next).start == found.end:
        return own, found.start, item_at(items, found.next).end  # 3倍多, 3倍超
    differences = _WAYS if found.times else _DIFFERENCES  # 두 배를 넘는 is "more than double"
    if found.times and item_at(items, found.next - 1).text.casefold().endswith(_THAN):
        differences = _NONE  # "üç katından fazla", but "üç kat fazla" is three times more
    if "bound_after" in after and differences.isdisjoint(after.get("cue", ())):
        return after["bound_after"], found.start, item_at(items, found.next).end
    return bound, found.start, found.end
