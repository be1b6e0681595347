"""When, by its own words, a sentence's money changed hands: "in January 2019", "in the third quarter"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..money.periods import Period, Span, month_end
from ..patterns import regex
from .dates import date_at, year_at
from .items import Items, item_at, meanings_at
from .lexicon import Lexicon
from .matcher import match_phrases
from .year_parts import year_parts

# Languages that write a month with a capital, without which it may be another word ("may", "march").
_CAPITAL = frozenset(("en", "de"))
_YEAR = 12  # months
_FIRST = 1960  # the first year of which any rate is known
# 2024年4月, 4月29日, 去年4月
_EASTERN = regex(
    r"(?:(\d{4})\s?[年년]\s?|(去年|昨年|작년|지난해)\s?)?(?<!\d)(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일号號])?"
)
# "the 1980s", "die 1980er Jahre", "1980-talet", 80年代, and after a word for years or a decade: "anni '80".
_DECADE = regex(
    r"(?<![\d.,])['’]?(?P<year>(?:19|20)?\d0)"
    r"(?:['’]?s(?!\w)|er[nt]?(?!\w)|['’]?(?:ler|lar)|['’]?ern[ee]|-?(?:tall?(?:et)?|årene|an)(?!\w)|-lu[vk]u|-(?:х|ті|е)(?!\w)"
    r"|\.\slet(?:ech)?|-[ae]s\sévek|\s?年代|\s?년대|\sके\sदशक)"
    r"|(?:années|años|anos|anni|jaren|lat(?:a|ach)?|let(?:ech)?|anii|anilor|δεκαετίας?\sτου|שנות\sה|ทศวรรษ(?:ที่)?|thập\s(?:niên|kỷ))"
    r"[\s-]?['’]?(?P<after>(?:19|20)?\d0)(?!\d)"
)

_Found = tuple[Period, int]


def moments(sentence: str, lexicon: Lexicon, today: date) -> Iterator[Period]:
    """The days, months, quarters, halves and years that ``sentence`` names, each begun by ``today`` and
    ending then at most.

    What has no year is the last such month, quarter or half. Figures that are no dates are to be blanked out
    before.
    """
    for found in _all(sentence, lexicon, today):
        if found.start <= today:
            yield Period(found.start, min(found.end, today))


def since(length: Span, today: date) -> Period:
    """What "last year", "last month", "last week" may mean on a day: the calendar year before, the month
    before and this one so far, twice as many days up to now."""
    if length.months >= _YEAR:
        year = today.year - length.months // _YEAR
        return Period(date(year, 1, 1), date(year, 12, 31))
    if length.months:
        month = today.year * _YEAR + today.month - 1 - length.months
        return Period(date(month // _YEAR, month % _YEAR + 1, 1), today)
    return Period(today - timedelta(days=2 * length.days), today)


def _all(sentence: str, lexicon: Lexicon, today: date) -> Iterator[Period]:
    yield from year_parts(sentence, lexicon, today)
    yield from _decades(sentence)
    for match in _EASTERN.finditer(sentence):
        number = int(match[3])
        if not 1 <= number <= 12 or (match[1] and int(match[1]) < _FIRST):
            continue
        year = int(match[1]) if match[1] else today.year - 1 if match[2] else _latest(number, today)
        month = _of_month(year, number)
        day = int(match[4] or 0)
        yield Period(*[month.start.replace(day=day)] * 2) if 0 < day <= month.end.day else month
    items = match_phrases(sentence, lexicon)
    i = 0
    while i < len(items):
        found = _day(items, i, lexicon) or _month(items, i, lexicon, today) or _year(items, i, lexicon)
        if found is not None:
            yield found[0]
            if _is_last(items, i, found[1]):
                yield _of_month(found[0].start.year - 1, found[0].start.month)
        i = found[1] if found else i + 1


def _decades(sentence: str) -> Iterator[Period]:
    for match in _DECADE.finditer(sentence):
        year = int(match["year"] or match["after"])
        year = year if year > 99 else 1900 + year  # "the '80s"
        if year >= _FIRST:
            yield Period(date(year, 1, 1), date(year + 9, 12, 31))


def _day(items: Items, i: int, lexicon: Lexicon) -> _Found | None:
    found = date_at(items, i, lexicon)
    return None if found is None else (Period(found.day, found.day), found.next)


def _month(items: Items, i: int, lexicon: Lexicon, today: date) -> _Found | None:
    """The month at item ``i``, of the year named within two items of it on either side."""
    number = meanings_at(items, i).get("month")
    if not number or (lexicon.language in _CAPITAL and not item_at(items, i).text[0].isupper()):
        return None
    month = int(number)
    for j in (i + 1, i + 2, i - 1, i - 2):
        year = year_at(items, j, lexicon)
        if year is not None and year.year < _FIRST:
            return None  # "March 1947"
        if year is not None and year.year <= today.year:
            return _of_month(year.year, month), max(i + 1, year.next)
    return _of_month(_latest(month, today), month), i + 1


def _is_last(items: Items, i: int, after: int) -> bool:
    """Whether a month without a year is told to be the last, which may be that of the year before, too: "last
    January" in March."""
    month = "month" in meanings_at(items, i) and after == i + 1
    return month and any("past" in meanings_at(items, k).get("direction", ()) for k in (i - 1, i + 1))


def _latest(month: int, today: date) -> int:
    """The year of the last such month."""
    return today.year if date(today.year, month, 1) <= today else today.year - 1


def _year(items: Items, i: int, lexicon: Lexicon) -> _Found | None:
    year = year_at(items, i, lexicon)
    if year is None or year.year < _FIRST:
        return None
    return Period(date(year.year, 1, 1), date(year.year, 12, 31)), year.next


def _of_month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), month_end(year, month))
