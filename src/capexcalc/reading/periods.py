"""Stretches of time: "the next three years", "dix derniers exercices", "by 2030", "2025-2027"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..money.periods import Span
from .lexicon import Lexicon
from .mentions import Direction
from .numbers import Items, item_at, meanings_at, near, read_quantity

_DAYS_A_MONTH = 30
_LONGEST = 12 * 1000  # months; beyond that it is no period a budget has


class PeriodDraft(NamedTuple):
    """A period before it has a number in its document."""

    duration: Span | None
    from_: date | None
    until: date | None
    direction: Direction
    start: int
    end: int
    next: int


def find_periods(
    text: str, items: Items, taken: Callable[[int], bool], lexicon: Lexicon
) -> Iterator[PeriodDraft]:
    """Every period of a block, in order. ``taken`` tells the items that are part of an amount."""
    i = 0
    while i < len(items):
        found = None
        if items[i] is not None and not taken(i):
            found = _read_years(text, items, i) or _read_duration(text, items, i, taken, lexicon)
        if found is None:
            i += 1
        else:
            yield found
            i = found.next


def _read_duration(
    text: str, items: Items, i: int, taken: Callable[[int], bool], lexicon: Lexicon
) -> PeriodDraft | None:
    start, end, j = item_at(items, i).start, item_at(items, i).start, i
    direction: Direction = "none"
    if "direction" in meanings_at(items, j):
        direction, end, j = meanings_at(items, j)["direction"], item_at(items, j).end, j + 1
    count: Decimal | None = None
    quantity = read_quantity(text, items, j, lexicon)
    if quantity is not None and not taken(j) and (j == i or near(text, end, quantity.start)):
        count, end, j = quantity.value, quantity.end, quantity.next
    elif "article" in meanings_at(items, j) and j == i and not taken(i - 1):
        count, end, j = Decimal(1), item_at(items, j).end, j + 1
    elif direction != "none":
        count = Decimal(1)
    if count is None:
        return None
    while (between := meanings_at(items, j)).keys() & {"direction", "filler"} and near(
        text, end, item_at(items, j).start
    ):
        direction, end, j = between.get("direction", direction), item_at(items, j).end, j + 1
    unit = meanings_at(items, j).get("unit")
    if unit is None or not near(text, end, item_at(items, j).start):
        return None
    span, end, j = _span(count, unit), item_at(items, j).end, j + 1
    if span is None:
        return None
    span, end, j = _smaller_units(text, items, span, end, j, lexicon)
    after = meanings_at(items, j).get("direction")
    if after and near(text, end, item_at(items, j).start):
        direction, end, j = after, item_at(items, j).end, j + 1
    return PeriodDraft(span, None, None, direction, start, end, j)


def _smaller_units(
    text: str, items: Items, span: Span, end: int, j: int, lexicon: Lexicon
) -> tuple[Span, int, int]:
    """ "2 years and 3 months" is one span."""
    k = j + 1 if "join" in meanings_at(items, j) else j
    quantity = read_quantity(text, items, k, lexicon)
    unit = meanings_at(items, quantity.next).get("unit") if quantity else None
    if quantity is None or unit is None or quantity.start - end > 6:
        return span, end, j
    more = _span(quantity.value, unit)
    if more is None or (more.months, more.days) >= (span.months, span.days):
        return span, end, j
    whole = Span(span.months + more.months, span.days + more.days)
    return whole, item_at(items, quantity.next).end, quantity.next + 1


def _span(count: Decimal, unit: tuple[int, int]) -> Span | None:
    """``count`` units; part of a month counts as days (30 to the month)."""
    months = count * unit[0]
    if not 0 < months + count * unit[1] <= _LONGEST:
        return None
    days = count * unit[1] + (months % 1) * _DAYS_A_MONTH
    return Span(int(months), int(days))


def _read_years(text: str, items: Items, i: int) -> PeriodDraft | None:
    """Calendar years: "2025-2027", "from 2025 to 2027", "by 2030", "since 2015", "in 2024"."""
    when = meanings_at(items, i).get("when", ())
    j = i + 1 if when else i
    first = _year(items, j)
    if first is None or (when and not near(text, item_at(items, i).end, item_at(items, j).start)):
        return None
    start = item_at(items, i).start
    joins = {"range", "range_and"} if "between" in when else {"range"}
    last = _year(items, j + 2, first) if joins & meanings_at(items, j + 1).keys() else None
    if last is not None and last > first and item_at(items, j + 2).end - item_at(items, j).end < 12:
        end = item_at(items, j + 2).end
        return PeriodDraft(None, date(first, 1, 1), date(last, 12, 31), "none", start, end, j + 3)
    from_, until = date(first, 1, 1), date(first, 12, 31)
    end = item_at(items, j).end
    if "until" in when:
        return PeriodDraft(None, None, until, "future", start, end, j + 1)
    if "from" in when:
        return PeriodDraft(None, from_, None, "none", start, end, j + 1)
    if "in" in when:
        return PeriodDraft(None, from_, until, "none", start, end, j + 1)
    return None


def _year(items: Items, i: int, first: int | None = None) -> int | None:
    """A year of four digits, or the last two of one after ``first`` ("2025-27")."""
    digits = meanings_at(items, i).get("digits", "")
    if "unit" in meanings_at(items, i + 1) or not digits.isdecimal():
        return None
    if len(digits) == 2 and first is not None:
        return first // 100 * 100 + int(digits)
    return int(digits) if len(digits) == 4 and 1900 <= int(digits) <= 2100 else None
