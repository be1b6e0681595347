"""Years that begin in one calendar year and end in the next, as those of budgets, schools and clubs do, and
years told one by one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .dates import Year, year_at
from .items import Items, item_at, meanings_at
from .lexicon import Lexicon

_LEAST = 3  # years told one by one that are one time: two are soon compared
_APART = 6  # characters from one to the next
_STROKES = frozenset("-/–\N{NON-BREAKING HYPHEN}\N{HYPHEN}")


class Season(NamedTuple):
    """The ``year`` one begins in, its place in the text, and the item after it."""

    year: int
    start: int
    end: int
    next: int


class Seasons(NamedTuple):
    """From the first day of one to the last of another, as if they began in the middle of the year: which
    month it is depends on whose they are, how long they are does not."""

    from_: date
    until: date
    end: int
    next: int


def seasons_at(text: str, items: Items, i: int, lexicon: Lexicon, *, between: bool) -> Seasons | None:
    """The years from one to another: "2027-28 to 2031-32" is five, "between 2027/28 and 2031/32" as well."""
    first = _season(text, items, i, lexicon)
    if first is None:
        return None
    joint = meanings_at(items, first.next)
    if (
        "range" not in joint
        and "from" not in joint.get("when_after", ())
        and not (between and "range_and" in joint)
    ):
        return None
    k = first.next + 1
    k += "when" in meanings_at(items, k) and "digits" not in meanings_at(items, k)
    last = _season(text, items, k, lexicon)
    if last is None or last.year <= first.year:
        return None
    return Seasons(date(first.year, 7, 1), date(last.year + 1, 6, 30), last.end, last.next)


def listed_years(items: Items, first: Year, lexicon: Lexicon) -> Year | None:
    """The last of years told one by one, "2027, 2028 and 2029", if ``first`` begins such a list."""
    last, many = first, 1
    while (following := _next_year(items, last, lexicon)) is not None:
        last, many = following, many + 1
    return last if many >= _LEAST else None


def _next_year(items: Items, year: Year, lexicon: Lexicon) -> Year | None:
    k = year.next
    k += k < len(items) and items[k] is None  # a comma
    k += not meanings_at(items, k).keys().isdisjoint(("join", "range_and"))
    following = year_at(items, k, lexicon)
    if following is None or following.start - year.end > _APART:
        return None
    return following if following.year == year.year + 1 else None


def _season(text: str, items: Items, i: int, lexicon: Lexicon) -> Season | None:
    first = year_at(items, i, lexicon)
    if first is None:
        return None
    joint = meanings_at(items, first.next)
    k = first.next if "digits" in joint else first.next + 1  # a stroke is an item, or means nothing
    if "digits" not in meanings_at(items, k) or text[first.end : item_at(items, k).start] not in _STROKES:
        return None
    last = year_at(items, k, lexicon, first.year)
    if last is None or last.year != first.year + 1:
        return None
    return Season(first.year, first.start, last.end, last.next)
