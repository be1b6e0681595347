"""Cells in plain writing, a column at a time: most of all amounts and dates there are.

What is said of a cell here is what the engine says of it in SQL (``sql.py``, ``duckdb_batch.py``), which
reads all others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ..reading.cell_figures import Mark
from .arrays import array, numbers, texts

# Kinds of cells: read here; of a writing that is no figure and no date to anybody; any other.
READ, NONE, OTHER = 0, 1, 2

_ZERO = 48
# The most characters of a plain figure.
_LONGEST = 25
# Arrow prints as Python does from here to there, but for whole numbers.
_LEAST, _MOST = 1e-4, 1e10
_PARTS = {"%Y": 4, "%m": 2, "%d": 2}
# Words like these, which have no digits, are dates to engines: epoch, infinity.
_WORDS = b"eEiI"


def figures(cells: Any, mark: Mark) -> tuple[Any, Any]:
    """Values of ``cells``, an array of texts, and their kinds: digits with one ``mark``, a minus before them,
    or groups of three."""
    import numpy
    from pyarrow import StringArray, compute, float64, py_buffer

    data, ends = _bytes(cells)
    rows, lengths = len(cells), numpy.diff(ends)
    signs = numpy.flatnonzero(data - _ZERO > 9)  # unsigned: what is less is more
    row = numpy.repeat(numpy.arange(rows, dtype="i4"), lengths)[signs]
    kinds = numpy.where(lengths > _LONGEST, OTHER, READ).astype("i1")
    fits, groups = _regular(data, ends, signs, row, mark)
    kinds[row[~fits]] = OTHER
    kinds[numpy.bincount(row, minlength=rows) == lengths] = NONE
    if groups.any() or mark == "," or kinds.any():
        if mark == ",":
            data = numpy.where(data == ord(","), numpy.uint8(ord(".")), data)
        kept = numpy.ones(len(data), bool)
        kept[signs[groups]] = False
        ends = ends - numpy.append(0, numpy.cumsum(numpy.bincount(row[groups], minlength=rows)))
        bits = numpy.packbits(kinds == READ, bitorder="little")
        buffers = map(py_buffer, (ends.astype("i4"), data[kept], bits))
        cells = StringArray.from_buffers(rows, *buffers)
    found = compute.cast(cells, float64())
    return numpy.where(kinds == READ, numbers(found, "f8"), numpy.nan), kinds


def days(cells: Any, form: str) -> tuple[Any, Any]:
    """Days from 1970 of ``cells``, an array of texts, and their kinds: dates as strptime's ``form`` has them,
    each part with all of its digits."""
    import numpy

    layout = layout_of(form)
    assert layout is not None
    places, signs, width = layout
    data, ends = _bytes(cells)
    starts, lengths = ends[:-1], numpy.diff(ends)
    fits = lengths == width
    if fits.all():
        wide = data.reshape(len(cells), width)
    else:
        # Others read whatever stands there, which is not used.
        padded = numpy.append(data, numpy.zeros(width, numpy.uint8))
        wide = padded[starts[:, None] + numpy.arange(width)]
    read = {}
    for part, begin in places.items():
        value = numpy.zeros(len(cells), "i4")
        for place in range(begin, begin + _PARTS[part]):
            digit = wide[:, place] - _ZERO
            fits &= digit <= 9
            value = value * 10 + digit
        read[part] = value
    for begin, sign in signs.items():
        fits &= wide[:, begin] == sign
    year, month, day = (read[part] for part in _PARTS)
    firsts, months = _calendar()
    # From 1000 on: before, engines have other ways to write a year.
    fits &= (year >= 1000) & (month >= 1) & (month <= 12)
    number = numpy.where(fits, year * 12 + month - 1, 12000)
    fits &= (day >= 1) & (day <= months[number])
    kinds = numpy.where(fits, READ, OTHER).astype("i1")
    if not fits.all():
        kinds[_wordless(data, ends) & ~fits] = NONE
    return firsts[number] + day - 1, kinds


Layout = tuple[dict[str, int], dict[int, int], int]


@lru_cache(maxsize=8)
def layout_of(form: str) -> Layout | None:
    """Where year, month and day begin in dates of strptime's ``form``, where which other characters stand,
    and how many there are in all; None where it has other parts."""
    if sorted(re.findall("%.?", form)) != sorted(_PARTS) or not form.isascii() or form != form.strip():
        return None
    places, signs, width = {}, {}, 0
    for piece in re.findall("%.|.", form, re.DOTALL):
        if piece in _PARTS:
            places[piece] = width
        else:
            signs[width] = ord(piece)
        width += _PARTS.get(piece, 1)
    return places, signs, width


def printed(values: Any) -> Any:
    """Numbers as texts, in the shortest way that is read as the same, as Python's repr has them; of NaN
    an empty one."""
    import numpy
    from pyarrow import bool_, compute, float64, int8, string

    all_ = numpy.ones(len(values), bool)
    size = numpy.abs(values)
    usual = (size >= _LEAST) & (size < _MOST)
    said = compute.cast(array(float64(), values, all_), string())
    whole = usual & (numpy.floor(values) == values)
    if whole.any():
        tails = texts(("", ".0"))
        said = compute.binary_join_element_wise(said, tails.take(array(int8(), whole, all_)), tails[0])
    if usual.all():
        return said
    others = ["" if value != value else repr(value) for value in values[~usual].tolist()]
    where = compute.cast(array(int8(), ~usual, all_), bool_())
    return compute.replace_with_mask(said, where, texts(others))


def _bytes(cells: Any) -> tuple[Any, Any]:
    """The bytes of texts one after the other, and where each begins and the last ends."""
    import numpy

    _, ends, data = cells.buffers()
    ends = numpy.frombuffer(ends, "i4")[cells.offset : cells.offset + len(cells) + 1]
    return numpy.frombuffer(data or b"", numpy.uint8)[ends[0] : ends[-1]], ends - ends[0]


def _regular(data: Any, ends: Any, signs: Any, row: Any, mark: Mark) -> tuple[Any, Any]:
    """Which of ``signs``, the places of all that are no digits, stand where they should in the figure of
    their ``row``, and which of them part groups."""
    import numpy

    what, start, end = data[signs], ends[row], ends[row + 1]
    marks = what == (ord(mark) if mark else _ZERO)  # which is no sign
    same = row[1:] == row[:-1]
    if marks.all() and not same.any():
        return (signs > start) & (signs + 1 < end), ~marks
    group = {".": ",", ",": "."}.get(mark)
    groups = what == (ord(group) if group else _ZERO)
    first, last = numpy.append(True, ~same), numpy.append(~same, True)
    gaps = numpy.diff(signs, append=0) - 1
    # Digits from the sign before, or the beginning, on, and to the next, or the end.
    before = numpy.where(first, signs - start, numpy.roll(gaps, 1))
    after = numpy.where(last, end - signs - 1, gaps)
    begins = first & (before >= 1) & (before <= 3) & (data[start] != _ZERO)
    goes_on = numpy.append(False, same & groups[:-1]) & (before == 3)
    fits = groups & (after == 3) & (begins | goes_on)
    fits |= marks & last & (before >= 1) & (after >= 1)
    fits |= (what == ord("-")) & first & (before == 0) & (after >= 1)
    return fits, groups


def _wordless(data: Any, ends: Any) -> Any:
    """Which texts have no digit, and no letter of the words that are dates."""
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
