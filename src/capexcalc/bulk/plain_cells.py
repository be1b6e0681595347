"""Figures in plain writing, a column at a time: most of all amounts there are.

What is said of a cell here is what the engine says of it in SQL (``sql.py``, ``duckdb_batch.py``), which
reads all others.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ..reading.cell_figures import Mark
from .arrays import numbers
from .arrow import call

# Kinds of cells: read here; no figure and no date to anybody; any other; an amount in another currency than
# that of its row.
READ, NONE, OTHER, CONFLICT = range(4)

ZERO = 48
# The most characters of a plain figure, and the most bytes of what stands before or after it: the engine
# reads what has more, and the same of it, so that both decide only time.
_LONGEST, _ABOUT = 25, 60
# A byte that no text has.
_GONE = 0xFF


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
    from pyarrow import float64

    given, ends = bytes_of(cells)
    data, rows, first, last = given, len(cells), ends[:-1], ends[1:]
    signs = numpy.flatnonzero(data - ZERO > 9)  # unsigned: what is less is more
    row = numpy.repeat(numpy.arange(rows, dtype="i4"), last - first).take(signs)
    counts = numpy.bincount(row, minlength=rows)
    kinds = numpy.where(counts == last - first, NONE, READ).astype("i1")
    about, beside = numpy.zeros(0, "i4"), None
    if not _plain(data, first, signs, row, (kinds == READ).take(row), mark):
        inside, inner = None, (signs, row)
        if _edged(data, first, last):
            first, last = _trimmed(first, last, signs, row, counts)
            inside = (signs >= first.take(row)) & (signs < last.take(row))
            inner = _where(inside, signs, row)
        wrong, marks, marked = _wrong(data, first, last, *inner, mark)
        wrong |= (first - ends[:-1] > _ABOUT) | (ends[1:] - last > _ABOUT)
        kinds[wrong & (kinds == READ)] = OTHER
        outside = None if inside is None else ~inside & (kinds == READ).take(row)
        if outside is not None and outside.any():
            outer, own = _where(outside, signs, row)
            others = numpy.bincount(own, minlength=rows)
            about = numpy.flatnonzero(others)
            beside = _beside(data, first.take(about), outer, others.take(about))
        data = _only(data, signs, marks)
        ends = ends - numpy.append(0, numpy.cumsum(counts - marked))
    elif mark == ",":
        data = numpy.frombuffer(data.tobytes().replace(b",", b"."), "u1")
    kinds[(last - first > _LONGEST) & (kinds == READ)] = OTHER
    if kinds.any() or data is not given:
        cells = _texts(data, ends, kinds == READ)
    found = call("cast", cells, target_type=float64())
    return Figures(numpy.where(kinds == READ, numbers(found, "f8"), numpy.nan), kinds, about, beside)


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


def _plain(data: Any, first: Any, signs: Any, row: Any, some: Any, mark: Mark) -> bool:
    """Whether ``some`` of the ``signs``, which are all those of figures, are marks behind their first digit,
    one in each."""
    if (some & (data.take(signs) != _byte(mark))).any():
        return False
    signs, row = _where(some, signs, row)
    if (row[1:] == row[:-1]).any():
        return False
    return bool((signs > first.take(row)).all())


def _edged(data: Any, first: Any, last: Any) -> bool:
    """Whether there is something about figures; there may be where a text is empty: it is looked for, that
    is all."""
    edges = data.take(first, mode="clip"), data.take(last - 1, mode="clip")
    return any(bool((edge - ZERO > 9).any()) for edge in edges)


def _trimmed(first: Any, last: Any, signs: Any, row: Any, counts: Any) -> tuple[Any, Any]:
    """Where figures begin and end, from digit to digit, in texts from ``first`` to ``last`` with these
    ``signs``, so many in each."""
    import numpy

    sums = numpy.cumsum(counts)
    # Where the n-th sign is the n-th character, from the beginning or from the end.
    order = signs - numpy.arange(len(signs))
    before = row.compress(order == (first - (sums - counts)).take(row))
    after = row.compress(order == (last - sums).take(row))
    rows = len(counts)
    return first + numpy.bincount(before, minlength=rows), last - numpy.bincount(after, minlength=rows)


def _wrong(data: Any, first: Any, last: Any, signs: Any, row: Any, mark: Mark) -> tuple[Any, Any, Any]:
    """The rows where one of the ``signs`` inside of figures stands where it should not; those that are marks,
    and how many there are in each row."""
    import numpy

    rows, what = len(first), data.take(signs)
    are_marks, are_groups = what == _byte(mark), what == _byte({".": ",", ",": "."}.get(mark, ""))
    marks, marked = _where(are_marks, signs, row)
    groups, grouped = _where(are_groups, signs, row)
    whole = last.copy()  # the end of the digits before the mark
    whole[marked] = marks
    gaps, digits = whole.take(grouped) - groups, whole - first
    counts, most = numpy.bincount(grouped, minlength=rows), numpy.bincount(marked, minlength=rows)
    # All of them at multiples of four from the end, and as many as there can be: none is missing.
    wrong = (counts != (digits - 1) >> 2) | (digits & 3 == 0) | (data.take(first, mode="clip") == ZERO)
    wrong &= counts > 0
    wrong[grouped.compress((gaps < 0) | (gaps & 3 > 0))] = True
    wrong[row.compress(~(are_marks | are_groups))] = True
    return wrong | (most > 1), marks, most


def _beside(data: Any, first: Any, signs: Any, counts: Any) -> Any:
    """What stands about figures, at the places ``signs``, so many to each as ``counts`` says, as texts with 1
    in place of the figure, whose ``first`` digit is where."""
    import numpy

    kept = numpy.full(len(data), _GONE, "u1")
    kept[signs] = data.take(signs)
    kept[first] = ord("1")
    return _texts(_left(kept), numpy.append(0, numpy.cumsum(counts + 1)), numpy.ones(len(first), bool))


def _only(data: Any, signs: Any, marks: Any) -> Any:
    """Digits and ``marks``, as points, without the other ``signs``."""
    kept = data.copy()
    kept[signs] = _GONE
    kept[marks] = ord(".")
    return _left(kept)


def _left(data: Any) -> Any:
    import numpy

    return numpy.frombuffer(data.tobytes().translate(None, bytes([_GONE])), "u1")


def _where(which: Any, signs: Any, row: Any) -> tuple[Any, Any]:
    """What indexing gives, several times as fast."""
    return signs.compress(which), row.compress(which)


def _byte(sign: str) -> int:
    return ord(sign) if sign else _GONE
