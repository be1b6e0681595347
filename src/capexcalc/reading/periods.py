"""Stretches of time: "the next three years", "dix derniers exercices", "by 2030", "2025-2027"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..money.periods import Span, month_end
from .cursor import Cursor
from .dates import MONTH_SIGNS, Year, date_at, year_at
from .items import Items, ahead, item_at, meanings_at, names_month, near, places
from .lexicon import Lexicon, Meanings
from .mentions import Direction
from .number_part import NUMBER_BEGINNINGS
from .number_words import figure_row, inside_row
from .quantities import read_quantity
from .seasons import listed_years, seasons_at

_DAYS_A_MONTH, _DAY, _YEAR = 30, (0, 1), (12, 0)
_SIGNS = 3  # characters: a digit, a colon and a blank
_REACH = 16  # items from the first of a span to its unit: a number in words has many
_DECADE = 120  # months
_APART = 6  # characters between a span and its smaller units
_FIGURES_OF_YEAR = 4
_LONGEST = 12 * 1000  # months; beyond that it is no period a budget has
_BEGINNINGS = NUMBER_BEGINNINGS | {"direction", "whole", "span", "when", "year_word", "unit"}
_UNITS = frozenset(("unit", "span"))
_COUNTING = (NUMBER_BEGINNINGS - {"article"}) | _UNITS
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
    after, units = 0, places(items, _UNITS)
    for i in places(items, _BEGINNINGS):
        if i < after or taken(i) or inside_row(items, i):
            continue
        found = None
        if not _YEAR_BEGINNINGS.isdisjoint(items.meanings[i]) or figure_row(items, i):
            found = _read_stretch(text, items, i, taken, lexicon)
        if found is None and ahead(units, i, _REACH) and not _leads_nowhere(items, i):
            found = _read_duration(text, items, i, taken, lexicon)
        if found is not None:
            yield found
            after = found.next


def _leads_nowhere(items: Items, i: int) -> bool:
    """Whether a word that is no number and no time, as "the", stands before one that means nothing."""
    return items[i + 1 : i + 2] == [None] and _COUNTING.isdisjoint(items.meanings[i])


def _read_duration(
    text: str, items: Items, i: int, taken: Callable[[int], bool], lexicon: Lexicon
) -> PeriodDraft | None:
    start = item_at(items, i).start
    before = text[max(0, start - _SIGNS) : start].rstrip()
    if before[-1:] in MONTH_SIGNS or (before[-1:] == ":" and before[-2:-1].isdecimal()):
        return None  # the day of a date, the minutes of a time
    at = Cursor(text, items, i, start)
    direction: Direction = at.take("direction") or "none"
    count, whole = _count(at, i, taken, lexicon)
    while _qualifies(between := at.beside()):
        direction = between.get("direction", direction)
        at.skip()
    meanings = at.beside()
    unit = meanings.get("unit") or meanings.get("span")
    if unit is None or taken(at.i):
        return None
    if count is None:
        yearly = "per_year" in meanings.get("cue", ()) and taken(i - 1)  # "127 billion a year"
        if yearly or not (whole or _counts_one(at, direction)):
            return None
        count = Decimal(1)
    at.skip()
    if _dates(at, unit):
        return None
    if "aged" in at.beside() or "aged" in meanings_at(items, i - 1):
        return None  # "scientists younger than 35 years"
    if "whole" in at.beside():
        at.skip()
    if "plus" in at.here and "currency" not in at.ahead():
        count += Decimal(at.take("plus") or 0)  # "3年半"
    span = _span(count, unit)
    year = len(at.here.get("digits", "")) == _FIGURES_OF_YEAR and not taken(at.i)
    if span is None or ("year_word" in meanings and year):
        return None  # "No. 5 Tahun 2022"
    span = _smaller_units(at, span, lexicon)
    direction = meanings_at(items, at.i - 1).get("direction", direction)  # "years past" in one word
    return PeriodDraft(span, None, None, at.take("direction") or direction, start, at.end, at.i)


def _count(at: Cursor, i: int, taken: Callable[[int], bool], lexicon: Lexicon) -> tuple[Decimal | None, bool]:
    """How many units follow, if that is said, and whether a word for "the whole" stands before them."""
    quantity = None if taken(at.i) else read_quantity(at.text, at.items, at.i, lexicon)
    if quantity is not None and (at.i == i or near(at.text, at.end, quantity.start)):
        at.move(quantity.next, quantity.end)
        if "link" in at.here and "unit" in at.ahead():
            at.skip()  # "20 de ani"
        return quantity.value, False
    if "whole" in at.here:
        at.skip()
        if at.here.keys() & {"article", "link"}:
            at.skip()
        return None, True
    if "article" in at.here and at.i == i and not taken(i - 1):
        at.skip()
        return Decimal(1), False
    return None, False


def _counts_one(at: Cursor, direction: Direction) -> bool:
    """Whether the unit here is one though no number says so: "a fortnight", "the coming year", "the past
    decade", "the year as a whole"; "the coming years" are any number."""
    meanings = at.here
    if "span" in meanings or ("whole" in at.ahead() and "unit" in meanings):
        return True
    decade = meanings["unit"][0] >= _DECADE and ("many" not in meanings or "one" in meanings)
    if direction != "none":
        return decade or "one" in meanings
    return decade and _led_back(at)


def _led_back(at: Cursor) -> bool:
    """Whether a direction follows the unit here ("la década pasada")."""
    following = at.i + 1
    return "direction" in at.ahead() and near(
        at.text, item_at(at.items, at.i).end, item_at(at.items, following).start
    )


def _dates(at: Cursor, unit: Sequence[int]) -> bool:
    """Whether the days or years just read are those of a date: "19 giờ 30 ngày 12/5", 26年3月."""
    if "digits" not in at.here:
        return False
    after = at.text[item_at(at.items, at.i).end :][:1]
    return after in MONTH_SIGNS if tuple(unit) == _YEAR else not unit[0] and after in ("/", ".")


def _qualifies(meanings: Meanings) -> bool:
    return ("direction" in meanings or "filler" in meanings) and "unit" not in meanings


def _smaller_units(at: Cursor, span: Span, lexicon: Lexicon) -> Span:
    """``span`` with what follows of it: "2 years and 3 months" is one, and so is "1 year 1 month 21 days"."""
    while True:
        k = at.i + 1 if "join" in at.here or at.text[at.end : at.end + 1] == "," else at.i
        quantity = read_quantity(at.text, at.items, k, lexicon)
        unit = meanings_at(at.items, quantity.next).get("unit") if quantity else None
        if quantity is None or unit is None or quantity.start - at.end > _APART:
            return span
        more = _span(quantity.value, unit)
        if more is None or (more.months and more.months >= span.months):
            return span
        if not more.months and not span.months and more.days >= span.days:
            return span
        span = Span(span.months + more.months, span.days + more.days)
        at.move(quantity.next, quantity.end)
        at.skip()


def _span(count: Decimal, unit: Sequence[int]) -> Span | None:
    """``count`` units; part of a month counts as days (30 to the month), part of a day cannot be told."""
    months = count * unit[0]
    if months + count * unit[1] > _LONGEST or (tuple(unit) == _DAY and count % 1):
        return None
    days = count * unit[1] + (months % 1) * _DAYS_A_MONTH
    span = Span(int(months), int(days))
    return span if span.months or span.days else None


def _read_stretch(
    text: str, items: Items, i: int, taken: Callable[[int], bool], lexicon: Lexicon
) -> PeriodDraft | None:
    """Calendar years, and one time that begins and ends by words: "from the start of 2027 to the end of
    2029", "from January 2027 to June 2029"."""
    month = _month(text, items, i, ("from", "between"), lexicon)
    first = month or _read_years(text, items, i, taken, lexicon)
    if first is None or first.from_ is None or first.until is not None:
        return first
    n = first.next
    between = month is not None and "between" in meanings_at(items, i).get("when", ())
    last = _month(text, items, n, ("until",), lexicon, joined=between)
    if last is None and "until" in meanings_at(items, n).get("when", ()):
        last = _read_years(text, items, n, taken, lexicon)
    if last is None or last.until is None or last.until <= first.from_ or not _close(text, items, n - 1, n):
        return None if month else first
    return first._replace(until=last.until, end=last.end, next=last.next)


def _month(
    text: str, items: Items, i: int, when: Sequence[str], lexicon: Lexicon, *, joined: bool = False
) -> PeriodDraft | None:
    """The month of a year, after a word that makes a time begin or end with it; ``joined`` to another, an
    "and" does."""
    place, month = meanings_at(items, i), meanings_at(items, i + 1).get("month")
    ends = "range" in place or (joined and "range_and" in place)
    words = (*place.get("when", ()), *(("until",) if ends else ()))
    if not month or not any(each in words for each in when) or not _close(text, items, i, i + 1):
        return None
    after = meanings_at(items, i + 2)
    linked = "link" in after and "digits" not in after  # "de febrero de 2014"
    year = year_at(items, i + 2 + linked, lexicon)
    if year is None or not near(text, item_at(items, i + 1 + linked).end, year.start):
        return None
    from_ = date(year.year, int(month), 1) if "from" in when else None
    until = month_end(year.year, int(month)) if "until" in when else None
    return PeriodDraft(None, from_, until, "none", item_at(items, i).start, year.end, year.next)


def _read_years(
    text: str, items: Items, i: int, taken: Callable[[int], bool], lexicon: Lexicon
) -> PeriodDraft | None:
    """Calendar years and dates: "2025-2027", "from 2025 to 2027", "by 31 March 2030", "in 2024"."""
    when = meanings_at(items, i).get("when", ())
    j = i + 1 if when else i
    if taken(j) or (when and not _close(text, items, i, j)):
        return None
    start = item_at(items, i).start
    day = date_at(items, j, lexicon) if when else None
    if day is not None:
        if "until" in when:
            return PeriodDraft(None, None, day.day, "future", start, day.end, day.next)
        return PeriodDraft(None, day.day, None, "none", start, day.end, day.next) if "from" in when else None
    first = year_at(items, j, lexicon)
    if first is None or taken(first.next - 1):
        return None
    between = "between" in when
    seasons = seasons_at(text, items, j, lexicon, between=between)
    last = None if seasons else _last_year(items, first, between, lexicon)
    last = last or listed_years(items, first, lexicon)
    after = (seasons or last or first).next
    closing = meanings_at(items, after).get("when_after", ()) if _close(text, items, after - 1, after) else ()
    end = item_at(items, after).end if closing else (seasons or last or first).end
    nxt = after + 1 if closing else after
    if seasons is not None:
        return PeriodDraft(None, seasons.from_, seasons.until, "none", start, end, nxt)
    if last is not None:
        return PeriodDraft(None, date(first.year, 1, 1), date(last.year, 12, 31), "none", start, end, nxt)
    led = "year_word" in meanings_at(items, j)  # "year 2025" alone says nothing
    place: Sequence[str] = closing or when or (("in",) if first.named and not led else ())
    return _placed(first.year, place, start, end, nxt)


def _placed(year: int, place: Sequence[str], start: int, end: int, nxt: int) -> PeriodDraft | None:
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
    if last is None or last.year <= first.year or last.end - first.end > 24:  # "2027 and the end of 2032"
        return None
    short = len(meanings_at(items, last.next - 1).get("digits", "")) < _FIGURES_OF_YEAR
    if short and names_month(items, last.next):
        return None  # "del 2014 al 20 de junio"
    return last if joined or between or "between_after" in meanings_at(items, last.next) else None


def _close(text: str, items: Items, i: int, j: int) -> bool:
    if not meanings_at(items, i) or not meanings_at(items, j):
        return False
    return near(text, item_at(items, i).end, item_at(items, j).start)
