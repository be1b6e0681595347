"""Dates in plain writing, a column at a time: most of all dates there are.

What is said of a cell here is what the engine says of it in SQL (``duckdb_sql.py``), which reads all others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from .arrays import taken, truth
from .arrow import call
from .dates import ISO
from .plain_cells import NONE, OTHER, READ, ZERO, bytes_of

_PARTS = {"%Y": 4, "%m": 2, "%d": 2}
# A day and its time, of which the day is read.
_STAMP = r"^.{10}[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?Z?$"
# Words like these, which have no digits, are dates to engines: epoch, infinity.
_WORDS = b"eEiI"


def days(cells: Any, form: str) -> tuple[Any, Any]:
    """Days from 1970 of ``cells``, an array of texts, and their kinds: dates as strptime's ``form`` has them,
    each part with all of its digits, in ISO 8601 also with the time of day."""
    import numpy

    layout = layout_of(form)
    assert layout is not None
    data, ends = bytes_of(cells)
    fits = numpy.diff(ends) == layout.width
    if fits.all():
        found, kinds = _dates(data, layout)
    else:
        found, kinds = numpy.zeros(len(cells), "i4"), numpy.full(len(cells), OTHER, "i1")
        places = numpy.flatnonzero(fits)
        data, _ = bytes_of(taken(cells, places))
        found[places], kinds[places] = _dates(data, layout)
    if form == ISO and (rest := ~fits).any():
        others = taken(cells, numpy.flatnonzero(rest))
        timed = truth(call("match_substring_regex", others, pattern=_STAMP))
        if timed.any():
            rest[rest] = timed
            dated = taken(others, numpy.flatnonzero(timed))
            dated = call("utf8_slice_codeunits", dated, start=0, stop=layout.width)
            found[rest], kinds[rest] = days(dated, form)
    if (rest := kinds == OTHER).any():
        others = taken(cells, numpy.flatnonzero(rest))
        kinds[rest] = numpy.where(_wordless(*bytes_of(others)), NONE, OTHER)
    return found, kinds


class Layout(NamedTuple):
    """Where year, month and day begin in dates of some format, and where which other characters stand."""

    places: dict[str, int]
    signs: dict[int, int]
    width: int


@cache
def layout_of(form: str) -> Layout | None:
    """That of strptime's ``form``; None where it has other parts, or not all of them."""
    if sorted(re.findall("%.?", form)) != sorted(_PARTS) or not form.isascii() or form != form.strip():
        return None
    places, signs, width = {}, {}, 0
    for piece in re.findall("%.|.", form, re.DOTALL):
        if piece in _PARTS:
            places[piece] = width
        else:
            signs[width] = ord(piece)
        width += _PARTS.get(piece, 1)
    return Layout(places, signs, width)


def _dates(data: Any, layout: Layout) -> tuple[Any, Any]:
    """Days from 1970 of dates, one after the other, and their kinds."""
    import numpy

    wide = data.reshape(-1, layout.width)
    shaped = numpy.ones(len(wide), bool)
    read = {}
    for part, begin in layout.places.items():
        value = numpy.zeros(len(wide), "i4")
        for place in range(begin, begin + _PARTS[part]):
            digit = wide[:, place] - ZERO
            shaped &= digit <= 9
            value = value * 10 + digit
        read[part] = value
    for begin, sign in layout.signs.items():
        shaped &= wide[:, begin] == sign
    year, month, day = (read[part] for part in _PARTS)
    firsts, months = _calendar()
    # From 1000 on: before, engines have other ways to write a year.
    shaped &= year >= 1000
    there = shaped & (month >= 1) & (month <= 12)
    number = numpy.where(there, year * 12 + month - 1, 0)
    there &= (day >= 1) & (day <= months[number])
    return firsts[number] + day - 1, numpy.where(there, READ, numpy.where(shaped, NONE, OTHER))


def _wordless(data: Any, ends: Any) -> Any:
    """Which texts, as ``bytes_of`` has them, have no digit, and no letter of the words that are dates."""
    import numpy

    telling = numpy.append(0, numpy.cumsum((data - ZERO <= 9) | numpy.isin(data, list(_WORDS))))
    return telling[ends[1:]] == telling[ends[:-1]]


@cache
def _calendar() -> tuple[Any, Any]:
    """For each month, by 12 for a year from 0 on, its first day, from 1970 on, and how many it has."""
    import numpy

    months = numpy.arange("0000-01", "10000-02", dtype="M8[M]")
    firsts = months.astype("M8[D]").astype("i8").astype("i4")
    return firsts[:-1], numpy.diff(firsts)
