"""Arrays of Arrow, which have no types here, as arrays of NumPy and back.

What is here is also in PyArrow, where it loads pandas if there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .arrow import call


def numbers(array: Any, kind: str) -> Any:
    """An array without nulls, or with whatever stands in their places."""
    import numpy

    return numpy.frombuffer(array.buffers()[1], kind)[array.offset : array.offset + len(array)]


def valid(array: Any) -> Any:
    """Where an array has no null."""
    import numpy

    bitmap = array.buffers()[0]
    if bitmap is None:
        return numpy.ones(len(array), bool)
    bits = numpy.unpackbits(numpy.frombuffer(bitmap, numpy.uint8), bitorder="little")
    return bits[array.offset : array.offset + len(array)].view(bool)


def array(kind: Any, values: Any, where: Any) -> Any:
    """An array of Arrow, with nulls but ``where`` there is a value."""
    import numpy
    import pyarrow

    bits = numpy.packbits(where, bitorder="little")
    buffers = map(pyarrow.py_buffer, (bits, numpy.ascontiguousarray(values)))
    return pyarrow.Array.from_buffers(kind, len(values), [*buffers])


def bits(where: Any) -> Any:
    """Truth as an array of Arrow."""
    import numpy
    import pyarrow

    packed = pyarrow.py_buffer(numpy.packbits(where, bitorder="little"))
    return pyarrow.Array.from_buffers(pyarrow.bool_(), len(where), [None, packed])


def truth(array: Any) -> Any:
    """The reverse of ``bits``; null is false."""
    import numpy

    _, packed = array.buffers()
    read = numpy.unpackbits(numpy.frombuffer(packed, numpy.uint8), bitorder="little")
    return read[array.offset : array.offset + len(array)].view(bool) & valid(array)


def taken(array_: Any, places: Any) -> Any:
    """The elements of ``array_`` at ``places``, numbers of NumPy."""
    import numpy
    import pyarrow

    return call("take", array_, array(pyarrow.int64(), places.astype("i8"), numpy.ones(len(places), bool)))


def different(cells: Any) -> list[str]:
    """Each text of an array once."""
    return [text for text in call("unique", cells).to_pylist() if text is not None]


def texts(values: Sequence[str | None], *, large: bool = False) -> Any:
    """An array of texts."""
    import numpy
    import pyarrow

    encoded = [b"" if value is None else value.encode() for value in values]
    ends = numpy.cumsum([0, *map(len, encoded)]).astype("i8" if large else "i4")
    there = numpy.array([value is not None for value in values], bool)
    where = numpy.packbits(there, bitorder="little")
    kind = pyarrow.large_string() if large else pyarrow.string()
    buffers = map(pyarrow.py_buffer, (where, ends, b"".join(encoded)))
    return pyarrow.Array.from_buffers(kind, len(encoded), [*buffers])
