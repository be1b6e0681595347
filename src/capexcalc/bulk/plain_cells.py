"""Figures in plain writing, a column at a time: most of all amounts there are.

What is said of a cell here is what the engine says of it in SQL (``sql.py``, ``duckdb_batch.py``), which
reads all others.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ..reading.cell_figures import Mark
from .arrays import array, bits, numbers, taken, texts

# Kinds of cells: read here; no figure and no date to anybody; any other; an amount in another currency than
# that of its row.
READ, NONE, OTHER, CONFLICT = range(4)

ZERO = 48
# The most characters of a plain figure, and the most bytes of what stands before or after it: the engine
# reads what has more, and the same of it, so that both decide only time.
_LONGEST, _ABOUT = 25, 60
# Arrow prints as Python does from here to there, but for whole numbers. Python alone is slower.
_LEAST, _MOST = 1e-4, 1e10


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

    data, ends = bytes_of(cells)
    rows, lengths = len(cells), numpy.diff(ends)
    signs = numpy.flatnonzero(data - ZERO > 9)  # unsigned: what is less is more
    row = numpy.repeat(numpy.arange(rows, dtype="i4"), lengths)[signs]
    none = numpy.bincount(row, minlength=rows) == lengths
    if none.any():
        some = ~none[row]
        signs, row = signs[some], row[some]
    first, last, about, beside = ends[:-1], ends[1:], numpy.zeros(0, "i4"), None
    gone = numpy.zeros(len(signs), bool)
    some = ~none
    some[some] = (data[first[some]] - ZERO > 9) | (data[last[some] - 1] - ZERO > 9)
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


def bytes_of(cells: Any) -> tuple[Any, Any]:
    """The bytes of texts one after the other, and where each begins and the last ends."""
    import numpy

    _, ends, data = cells.buffers()
    ends = numpy.frombuffer(ends, "i4")[cells.offset : cells.offset + len(cells) + 1]
    return numpy.frombuffer(data or b"", numpy.uint8)[ends[0] : ends[-1]], ends - ends[0]


def _texts(data: Any, ends: Any, where: Any) -> Any:
    """The reverse of ``bytes_of``, with texts but ``where`` there are none."""
    import numpy
    from pyarrow import StringArray, py_buffer

    bits = numpy.packbits(where, bitorder="little")
    return StringArray.from_buffers(len(where), *map(py_buffer, (ends.astype("i4"), data, bits)))


def _trimmed(data: Any, first: Any, last: Any) -> tuple[Any, Any]:
    """Where figures begin and end in cells, each of which has a digit; somewhere before and behind, where it
    is too far."""
    for _ in range(_ABOUT):
        begins, ends = data[first] - ZERO > 9, data[last - 1] - ZERO > 9
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
    marks = what == (ord(mark) if mark else ZERO)  # which is no sign
    same = row[1:] == row[:-1]
    if marks.all() and not same.any():
        return (signs > start) & (signs + 1 < end), ~marks
    inside = (signs >= start) & (signs < end)
    group = {".": ",", ",": "."}.get(mark)
    groups = what == (ord(group) if group else ZERO)
    same &= inside[1:] & inside[:-1]
    first, last = numpy.append(True, ~same), numpy.append(~same, True)
    gaps = numpy.diff(signs, append=0) - 1
    # Digits from the sign before, or the beginning, on, and to the next, or the end.
    before = numpy.where(first, signs - start, numpy.roll(gaps, 1))
    after = numpy.where(last, end - signs - 1, gaps)
    begins = first & (before >= 1) & (before <= 3) & (data[start] != ZERO)
    goes_on = numpy.append(False, same & groups[:-1]) & (before == 3)
    fits = groups & (after == 3) & (begins | goes_on)
    fits |= marks & last & (before >= 1) & (after >= 1)
    return fits & inside, groups & inside
