"""Cells in plain writing, a column at a time: most of all amounts and dates there are.

What is said of a cell here is what the engine says of it in SQL (``sql.py``, ``duckdb_batch.py``), which
reads all others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from ..reading.cell_figures import Mark
from .arrays import array, bits, numbers, taken, texts, truth

# Kinds of cells: read here; no figure and no date to anybody; any other; an amount in another currency than
# that of its row.
READ, NONE, OTHER, CONFLICT = range(4)

_ZERO = 48
# The most characters of a plain figure, and the most bytes of what stands before or after it.
_LONGEST, _ABOUT = 25, 60
# Arrow prints as Python does from here to there, but for whole numbers.
_LEAST, _MOST = 1e-4, 1e10
_PARTS = {"%Y": 4, "%m": 2, "%d": 2}
# A day and its time, of which the day is read.
_ISO, _STAMP = "%Y-%m-%d", r"^.{10}[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?Z?$"
# Words like these, which have no digits, are dates to engines: epoch, infinity.
_WORDS = b"eEiI"


class Figures(NamedTuple):
    """Values of figures, and their kinds; ``about`` are the rows in which something stands about the figure,
    and ``beside`` is that, with 1 for the figure, of which the value is so far."""

    values: Any
    kinds: Any
    about: Any
    beside: Any


def figures(cells: Any, mark: Mark) -> Figures:
    """Of ``cells``, an array of texts: digits with one ``mark``, or groups of three, whatever about them."""
    import numpy
    from pyarrow import compute, float64

    data, ends = _bytes(cells)
    rows, lengths = len(cells), numpy.diff(ends)
    signs = numpy.flatnonzero(data - _ZERO > 9)  # unsigned: what is less is more
    row = numpy.repeat(numpy.arange(rows, dtype="i4"), lengths)[signs]
    none = numpy.bincount(row, minlength=rows) == lengths
    if none.any():
        some = ~none[row]
        signs, row = signs[some], row[some]
    first, last, about, beside = ends[:-1], ends[1:], numpy.zeros(0, "i4"), None
    gone = numpy.zeros(len(signs), bool)
    some = ~none
    some[some] = (data[first[some]] - _ZERO > 9) | (data[last[some] - 1] - _ZERO > 9)
    if some.any():
        about = numpy.flatnonzero(some)
        first, last = first.copy(), last.copy()
        first[about], last[about] = _trimmed(data, first[about], last[about])
        gone = (signs < first[row]) | (signs >= last[row])
        beside = _beside(data, first[about], signs[gone], numpy.bincount(row[gone], minlength=rows)[about])
    fits, groups = _regular(data, first, last, signs, row, mark)
    kinds = numpy.where(last - first > _LONGEST, OTHER, READ).astype("i1")
    kinds[row[~(fits | gone)]] = OTHER
    kinds[none] = NONE
    gone |= groups
    if mark == ",":
        data = numpy.where(data == ord(","), numpy.uint8(ord(".")), data)
    if gone.any():
        kept = numpy.ones(len(data), bool)
        kept[signs[gone]] = False
        data = data[kept]
        ends = ends - numpy.append(0, numpy.cumsum(numpy.bincount(row[gone], minlength=rows)))
    if kinds.any() or mark == "," or gone.any():
        cells = _texts(data, ends, kinds == READ)
    found = compute.cast(cells, float64())
    return Figures(numpy.where(kinds == READ, numbers(found, "f8"), numpy.nan), kinds, about, beside)


def days(cells: Any, form: str) -> tuple[Any, Any]:
    """Days from 1970 of ``cells``, an array of texts, and their kinds: dates as strptime's ``form`` has them,
    each part with all of its digits, in ISO 8601 also with the time of day."""
    import numpy
    from pyarrow import compute

    layout = layout_of(form)
    assert layout is not None
    data, ends = _bytes(cells)
    fits = numpy.diff(ends) == layout.width
    if fits.all():
        found, kinds = _dates(data, layout)
    else:
        found, kinds = numpy.zeros(len(cells), "i4"), numpy.full(len(cells), OTHER, "i1")
        data, _ = _bytes(taken(cells, numpy.flatnonzero(fits)))
        found[fits], kinds[fits] = _dates(data, layout)
    if form == _ISO and (rest := ~fits).any():
        others = taken(cells, numpy.flatnonzero(rest))
        timed = truth(compute.match_substring_regex(others, _STAMP))
        if timed.any():
            rest[rest] = timed
            dated = compute.utf8_slice_codeunits(taken(others, numpy.flatnonzero(timed)), 0, layout.width)
            found[rest], kinds[rest] = days(dated, form)
    if (rest := kinds == OTHER).any():
        others = taken(cells, numpy.flatnonzero(rest))
        kinds[rest] = numpy.where(_wordless(*_bytes(others)), NONE, OTHER)
    return found, kinds


class Layout(NamedTuple):
    """Where year, month and day begin in dates of some format, and where which other characters stand."""

    places: dict[str, int]
    signs: dict[int, int]
    width: int


@lru_cache(maxsize=8)
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


def printed(values: Any) -> Any:
    """Numbers as texts, in the shortest way that is read as the same, as Python's repr has them; of NaN
    none."""
    import numpy
    from pyarrow import compute, float64, string

    there, size = values == values, numpy.abs(values)
    usual = (size >= _LEAST) & (size < _MOST)
    said = compute.cast(array(float64(), values, there), string())
    whole = usual & (numpy.floor(values) == values)
    if whole.any():
        none, tail = texts(("", ".0"))
        pointed = compute.binary_join_element_wise(taken(said, numpy.flatnonzero(whole)), tail, none)
        said = compute.replace_with_mask(said, bits(whole), pointed)
    unusual = there & ~usual
    if unusual.any():
        others = texts([*map(repr, values[unusual].tolist())])
        said = compute.replace_with_mask(said, bits(unusual), others)
    return said


def _dates(data: Any, layout: Layout) -> tuple[Any, Any]:
    """Days from 1970 of dates, one after the other, and their kinds."""
    import numpy

    wide = data.reshape(-1, layout.width)
    shaped = numpy.ones(len(wide), bool)
    read = {}
    for part, begin in layout.places.items():
        value = numpy.zeros(len(wide), "i4")
        for place in range(begin, begin + _PARTS[part]):
            digit = wide[:, place] - _ZERO
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
    number = numpy.where(there, year * 12 + month - 1, 12000)
    there &= (day >= 1) & (day <= months[number])
    return firsts[number] + day - 1, numpy.where(there, READ, numpy.where(shaped, NONE, OTHER))


def _bytes(cells: Any) -> tuple[Any, Any]:
    """The bytes of texts one after the other, and where each begins and the last ends."""
    import numpy

    _, ends, data = cells.buffers()
    ends = numpy.frombuffer(ends, "i4")[cells.offset : cells.offset + len(cells) + 1]
    return numpy.frombuffer(data or b"", numpy.uint8)[ends[0] : ends[-1]], ends - ends[0]


def _texts(data: Any, ends: Any, where: Any) -> Any:
    """The reverse of ``_bytes``, with texts but ``where`` there are none."""
    import numpy
    from pyarrow import StringArray, py_buffer

    bits = numpy.packbits(where, bitorder="little")
    return StringArray.from_buffers(len(where), *map(py_buffer, (ends.astype("i4"), data, bits)))


def _trimmed(data: Any, first: Any, last: Any) -> tuple[Any, Any]:
    """Where figures begin and end in cells, each of which has a digit; somewhere before and behind, where it
    is too far."""
    for _ in range(_ABOUT):
        begins, ends = data[first] - _ZERO > 9, data[last - 1] - _ZERO > 9
        if not (begins.any() or ends.any()):
            break
        first, last = first + begins, last - ends
    return first, last


def _beside(data: Any, first: Any, signs: Any, counts: Any) -> Any:
    """What stands about figures, at the places ``signs``, so many to each as ``counts`` says, as texts with 1
    in place of the figure, whose ``first`` digit is where."""
    import numpy

    ones, kept = data.copy(), numpy.zeros(len(data), bool)
    ones[first] = ord("1")
    kept[first] = kept[signs] = True
    return _texts(ones[kept], numpy.append(0, numpy.cumsum(counts + 1)), numpy.ones(len(first), bool))


def _regular(data: Any, starts: Any, ends: Any, signs: Any, row: Any, mark: Mark) -> tuple[Any, Any]:
    """Which of ``signs``, the places of all that are no digits, stand where they should in the figure of
    their ``row``, and which of them part groups."""
    import numpy

    what, start, end = data[signs], starts[row], ends[row]
    marks = what == (ord(mark) if mark else _ZERO)  # which is no sign
    same = row[1:] == row[:-1]
    if marks.all() and not same.any():
        return (signs > start) & (signs + 1 < end), ~marks
    inside = (signs >= start) & (signs < end)
    group = {".": ",", ",": "."}.get(mark)
    groups = what == (ord(group) if group else _ZERO)
    same &= inside[1:] & inside[:-1]
    first, last = numpy.append(True, ~same), numpy.append(~same, True)
    gaps = numpy.diff(signs, append=0) - 1
    # Digits from the sign before, or the beginning, on, and to the next, or the end.
    before = numpy.where(first, signs - start, numpy.roll(gaps, 1))
    after = numpy.where(last, end - signs - 1, gaps)
    begins = first & (before >= 1) & (before <= 3) & (data[start] != _ZERO)
    goes_on = numpy.append(False, same & groups[:-1]) & (before == 3)
    fits = groups & (after == 3) & (begins | goes_on)
    fits |= marks & last & (before >= 1) & (after >= 1)
    return fits & inside, groups & inside


def _wordless(data: Any, ends: Any) -> Any:
    """Which texts, as ``_bytes`` has them, have no digit, and no letter of the words that are dates."""
    import numpy

    telling = numpy.append(0, numpy.cumsum((data - _ZERO <= 9) | numpy.isin(data, list(_WORDS))))
    return telling[ends[1:]] == telling[ends[:-1]]


@lru_cache(maxsize=1)
def _calendar() -> tuple[Any, Any]:
    """For each month, by 12 for a year from 0 on, its first day, from 1970 on, and how many it has."""
    import numpy

    months = numpy.arange(-1970 * 12, (10_000 - 1970) * 12 + 1).astype("M8[M]")
    firsts = months.astype("M8[D]").astype("i8").astype("i4")
    return firsts[:-1], numpy.diff(firsts)
