"""The Bank for International Settlements: exchange rates of the dollar (WS_XRU), units for one dollar.

https://stats.bis.org/api-doc/v2/: a series has a frequency, an area, a currency and a way of collecting (A,
averages; of one day that is the day's rate), in CSV with a line an observation, ``NaN`` on days without one.
404 says that there is nothing in that time.

Odd: the past of a currency that lost zeros, or became the euro, is restated in the unit of today, so each
figure is put back into the currency of its day by the ratio of the law, and left out where the law says too
little. What was replaced goes on under the old code, so it ends with the law.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Context, Decimal

from ...money.currencies import is_currency, used_on
from ...money.periods import month_end
from ...net.errors import bad_answer
from ...rates.legal_facts import euro_rate, redenominations_of, replaced_by_euro, same_code
from ...words import Phrase
from ..fetching import Fetch, read_table, stretches
from ..screen_cells import Cell

_SERIES = (
    "https://stats.bis.org/api/v2/data/dataflow/BIS/WS_XRU/1.0/{frequency}...A"
    "?startPeriod={start}&endPeriod={end}&format=csv"
)
_COLUMNS = ("FREQ", "REF_AREA", "CURRENCY", "COLLECTION", "TIME_PERIOD", "OBS_VALUE", "UNIT_MULT")
_FIRST = date(1957, 1, 1)
# Some hundred areas have a line a day, of 150 bytes: two years are two thirds of the most an answer may have.
_DAYS = 730
# Whose figures count, where that is not the land with which a currency's code begins.
_AREAS = {"EUR": "XM", "XAF": "CM", "XCD": "AG", "XDR": "XW", "XOF": "WA"}
# Restated in the unit of another code than the one they stand under.
_MEANT = {"SLL": "SLE"}
# Small figures in a large unit have been cut to few digits, and fewer than so many tell nothing.
_TOLD = 3
# Figures have up to 14 digits, of which more than ten say nothing.
_DIGITS = Context(prec=10)


def cells(fetch: Fetch, start: date | None, end: date, codes: Collection[str]) -> Iterator[Cell]:
    """Units per dollar of every currency that is published daily; ``codes`` are not asked.

    Raises CacheError (``bad_answer``, ``network_down``, ``server_failed``).
    """
    yield from figures("D", fetch, list(stretches(start or _FIRST, end, _DAYS)))


def figures(frequency: str, fetch: Fetch, pieces: list[tuple[date, date]]) -> Iterator[Cell]:
    """What is published in each of ``pieces``, of months (``M``) under their last days."""
    form = "%Y-%m-%d" if frequency == "D" else "%Y-%m"
    for number, (first, last) in enumerate(pieces):
        fetch.step(number, len(pieces))
        url = _SERIES.format(frequency=frequency, start=first.strftime(form), end=last.strftime(form))
        answer = fetch.get("bis", url)
        if answer.status == 200:
            yield from _series(f"WS_XRU, {frequency}", frequency, answer.body)


def _series(name: str, frequency: str, content: bytes) -> Iterator[Cell]:
    header, rows = read_table(name, content)
    if missing := [column for column in _COLUMNS if column not in header]:
        raise bad_answer("{name}, line 1: no column {first}", name=name, first=missing[0])
    places = [header.index(column) for column in _COLUMNS]
    for where, row in rows:
        often, area, code, kind, period, value, scale = (row[place] for place in places)
        if (often, kind) != (frequency, "A") or scale not in ("", "0"):
            told = f"{often[:20]}, {kind[:20]}, {scale[:20]}"
            raise bad_answer("{where}: not the averages that were asked for ({told})", where=where, told=told)
        if value in ("", "NaN") or not _counts(area, code):
            continue
        day = _day(where, period, frequency)
        if unit := _unit(_MEANT.get(code, code), area, day):
            was, ratio = unit
            if ratio == 1 or len(value.replace(".", "").lstrip("0")) >= _TOLD:
                yield Cell(where, f"{day}", was, _times(value, ratio))


def _counts(area: str, code: str) -> bool:
    """Whether the figures of ``area`` are those of the currency, or of what the euro replaced there."""
    return is_currency(code) and (area == _AREAS.get(code, code[:2]) or code == "EUR") and code != "USD"


def _day(where: Phrase, period: str, frequency: str) -> date:
    try:
        if frequency == "D":
            return date.fromisoformat(period)
        first = date.fromisoformat(f"{period}-01")
    except ValueError:
        raise bad_answer("{where}: {day!r} is not a date", where=where, day=period[:20]) from None
    return month_end(first.year, first.month)


def _unit(code: str, area: str, day: date) -> tuple[str, Decimal] | None:
    """The currency of the day in whose place a figure in ``code`` stands, and how many of it are one."""
    ratio = Decimal(1)
    if code == "EUR" and area != _AREAS["EUR"]:
        old = replaced_by_euro(area)
        if old is None:
            return None
        code, ratio = old.quote, old.rate
    while True:
        if any(day < turned.observed for turned in same_code(code)):
            return None
        steps = [leg for leg in redenominations_of(code) if leg.base == code and day < leg.observed]
        if not steps:
            break
        code, ratio = steps[0].quote, ratio * steps[0].rate
    turns = redenominations_of(code)
    ended = [euro_rate(code), *(leg for leg in turns if leg.quote == code)]
    begun = used_on(code, day) or any(leg.base == code for leg in turns)
    if not begun or any(leg and day >= leg.observed for leg in ended):
        return None
    return code, ratio


def _times(value: str, ratio: Decimal) -> str:
    try:
        figure = _DIGITS.multiply(Decimal(value), ratio)
    except ArithmeticError:
        return value
    if abs(figure.adjusted()) >= 30:
        return value
    return f"{figure:f}" if ratio == 1 else f"{figure.normalize():f}"
