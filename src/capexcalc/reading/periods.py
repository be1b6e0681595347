"""Stretches of time: "the next three years", "dix derniers exercices", "by 2030", "2025-2027"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..money.periods import Span
from .dates import MONTH_SIGNS, Year, date_at, year_at
from .items import Items, ahead, item_at, meanings_at, near, places
from .lexicon import Lexicon, Meanings
from .mentions import Direction
from .number_words import figure_row, inside_row
from .quantities import NUMBER_BEGINNINGS, read_quantity

_DATE_SIGNS = MONTH_SIGNS | {":"}
_DAYS_A_MONTH = 30
_REACH = 16  # items from the first of a span to its unit: a number in words has many
_DECADE = 120  # months
_LONGEST = 12 * 1000  # months; beyond that it is no period a budget has
_BEGINNINGS = NUMBER_BEGINNINGS | {"direction", "whole", "span", "when", "year_word", "unit"}
_YEAR_BEGINNINGS = frozenset(("when", "digits", "year_word"))


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
    i, units = 0, places(items, "unit", "span")
    while i < len(items):
        item, found = items[i], None
        begins = item is not None and not _BEGINNINGS.isdisjoint(item.meanings) and not inside_row(items, i)
        if item is not None and begins and not taken(i):
            if not _YEAR_BEGINNINGS.isdisjoint(item.meanings) or figure_row(items, i):
                found = _read_years(text, items, i, taken, lexicon)
            if found is None and ahead(units, i, _REACH):
                found = _read_duration(text, items, i, taken, lexicon)
        if found is None:
            i += 1
        else:
            yield found
            i = found.next


def _read_duration(
    text: str, items: Items, i: int, taken: Callable[[int], bool], lexicon: Lexicon
) -> PeriodDraft | None:
    start, end, j = item_at(items, i).start, item_at(items, i).start, i
    if text[max(0, start - 2) : start].rstrip()[-1:] in _DATE_SIGNS:
        return None  # the day of a date, the minutes of a time
    direction: Direction = "none"
    if "direction" in meanings_at(items, j):
        direction, end, j = meanings_at(items, j)["direction"], item_at(items, j).end, j + 1
    count: Decimal | None = None
    whole = False
    quantity = None if taken(j) else read_quantity(text, items, j, lexicon)
    if quantity is not None and (j == i or near(text, end, quantity.start)):
        count, end, j = quantity.value, quantity.end, quantity.next
        if "link" in meanings_at(items, j) and "unit" in meanings_at(items, j + 1):  # "20 de ani"
            j += 1
            end = item_at(items, j).start
    elif "whole" in meanings_at(items, j):
        whole, end, j = True, item_at(items, j).end, j + 1
        if meanings_at(items, j).keys() & {"article", "link"}:
            end, j = item_at(items, j).end, j + 1
    elif "article" in meanings_at(items, j) and j == i and not taken(i - 1):
        count, end, j = Decimal(1), item_at(items, j).end, j + 1
    while _qualifies(between := meanings_at(items, j)) and near(text, end, item_at(items, j).start):
        direction, end, j = between.get("direction", direction), item_at(items, j).end, j + 1
    meanings = meanings_at(items, j)
    unit = meanings.get("unit") or meanings.get("span")
    if unit is None or taken(j) or not near(text, end, item_at(items, j).start):
        return None
    if count is None:
        whole = whole or ("whole" in meanings_at(items, j + 1) and "unit" in meanings)
        # "the coming year" is one, "the coming years" any number
        decade = unit[0] >= _DECADE and ("many" not in meanings or "one" in meanings)
        single = decade or "one" in meanings if direction != "none" else decade and _led_back(text, items, j)
        if not whole and "span" not in meanings and not single:
            return None
        if "per_year" in meanings.get("cue", ()) and taken(i - 1):
            return None  # "127 billion a year"
        count = Decimal(1)
    end, j = item_at(items, j).end, j + 1
    if not unit[0] and "digits" in meanings_at(items, j) and text[item_at(items, j).end :][:1] in ("/", "."):
        return None  # "19 giờ 30 ngày 12/5"
    if "whole" in meanings_at(items, j) and near(text, end, item_at(items, j).start):
        end, j = item_at(items, j).end, j + 1
    extra = meanings_at(items, j).get("plus")
    if extra and near(text, end, item_at(items, j).start) and "currency" not in meanings_at(items, j + 1):
        count, end, j = count + Decimal(extra), item_at(items, j).end, j + 1  # "3年半"
    span = _span(count, unit)
    if span is None or ("year_word" in meanings and len(meanings_at(items, j).get("digits", "")) == 4):
        return None  # "No. 5 Tahun 2022"
    span, end, j = _smaller_units(text, items, span, end, j, lexicon)
    direction = meanings_at(items, j - 1).get("direction", direction)  # "years past" in one word
    after = meanings_at(items, j).get("direction")
    if after and near(text, end, item_at(items, j).start):
        direction, end, j = after, item_at(items, j).end, j + 1
    return PeriodDraft(span, None, None, direction, start, end, j)


def _led_back(text: str, items: Items, j: int) -> bool:
    """Whether a direction follows the unit at ``j`` ("la década pasada")."""
    return "direction" in meanings_at(items, j + 1) and near(
        text, item_at(items, j).end, item_at(items, j + 1).start
    )


def _qualifies(meanings: Meanings) -> bool:
    return ("direction" in meanings or "filler" in meanings) and "unit" not in meanings


def _smaller_units(
    text: str, items: Items, span: Span, end: int, j: int, lexicon: Lexicon
) -> tuple[Span, int, int]:
    """ "2 years and 3 months" is one span, and so is "1 year 1 month 21 days"."""
    while True:
        k = j
        if "join" in meanings_at(items, k) or text[end : end + 1] == ",":
            k += 1
        quantity = read_quantity(text, items, k, lexicon)
        unit = meanings_at(items, quantity.next).get("unit") if quantity else None
        if quantity is None or unit is None or quantity.start - end > 6:
            return span, end, j
        more = _span(quantity.value, unit)
        if more is None or (more.months and more.months >= span.months > 0) or more == span:
            return span, end, j
        if not more.months and not span.months and more.days >= span.days:
            return span, end, j
        span = Span(span.months + more.months, span.days + more.days)
        end, j = item_at(items, quantity.next).end, quantity.next + 1


def _span(count: Decimal, unit: tuple[int, int]) -> Span | None:
    """``count`` units; part of a month counts as days (30 to the month)."""
    months = count * unit[0]
    if not 0 < months + count * unit[1] <= _LONGEST:
        return None
    days = count * unit[1] + (months % 1) * _DAYS_A_MONTH
    return Span(int(months), int(days)) if months or days >= 1 else None


def _read_years(
    text: str, items: Items, i: int, taken: Callable[[int], bool], lexicon: Lexicon
) -> PeriodDraft | None:
    """Calendar years and dates: "2025-2027", "from 2025 to 2027", "by 31 March 2030", "in 2024"."""
    when = meanings_at(items, i).get("when", ())
    j = i + 1 if when else i
    if taken(j) or (when and not _close(text, items, i, j)):
        return None
    start = item_at(items, i).start
    day = date_at(items, j) if when else None
    if day is not None:
        if "until" in when:
            return PeriodDraft(None, None, day.day, "future", start, day.end, day.next)
        return PeriodDraft(None, day.day, None, "none", start, day.end, day.next) if "from" in when else None
    first = year_at(items, j, lexicon)
    if first is None or taken(first.next - 1):
        return None
    last = _last_year(items, first, "between" in when, lexicon)
    after = (last or first).next
    closing = meanings_at(items, after).get("when_after", ()) if _close(text, items, after - 1, after) else ()
    end = item_at(items, after).end if closing else (last or first).end
    nxt = after + 1 if closing else after
    if last is not None:
        return PeriodDraft(None, date(first.year, 1, 1), date(last.year, 12, 31), "none", start, end, nxt)
    led = "year_word" in meanings_at(items, j)  # "year 2025" alone says nothing
    place = closing or when or (("in",) if first.named and not led else ())
    return _placed(first.year, place, start, end, nxt)


def _placed(year: int, place: tuple[str, ...], start: int, end: int, nxt: int) -> PeriodDraft | None:
    from_, until = date(year, 1, 1), date(year, 12, 31)
    if "until" in place:
        return PeriodDraft(None, None, until, "future", start, end, nxt)
    if "from" in place:
        return PeriodDraft(None, from_, None, "none", start, end, nxt)
    return PeriodDraft(None, from_, until, "none", start, end, nxt) if "in" in place else None


def _last_year(items: Items, first: Year, between: bool, lexicon: Lexicon) -> Year | None:
    joint = meanings_at(items, first.next)
    # "2025年から2027年": the postposition that means "from" also joins
    joined = "range" in joint or "from" in joint.get("when_after", ())
    if not joined and "range_and" not in joint:
        return None
    k = first.next + 1
    if "when" in meanings_at(items, k) and "digits" not in meanings_at(items, k):
        k += 1
    last = year_at(items, k, lexicon, first.year)
    if last is None or last.year <= first.year or last.end - first.end > 16:
        return None
    return last if joined or between or "between_after" in meanings_at(items, last.next) else None


def _close(text: str, items: Items, i: int, j: int) -> bool:
    if not meanings_at(items, i) or not meanings_at(items, j):
        return False
    return near(text, item_at(items, i).end, item_at(items, j).start)
