"""Numbers and days as the texts of many rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from .arrays import array, texts
from .arrow import call

EPOCH = date(1970, 1, 1).toordinal()
# As Python prints them, and orjson of whatever version: from here to there.
_LEAST, _MOST = 1e-4, 1e16
# No day is before the first, and those before the other are printed once there is one: it takes 30 ms.
FIRST, _USUAL = (date(year, 1, 1).toordinal() - EPOCH for year in (1000, 1999))


def number_texts(columns: Sequence[Any], delimiter: bytes) -> Any:
    """The numbers of each row, with ``delimiter`` before each, in the shortest way that is read as the same,
    as Python's repr has them; of NaN the delimiter alone."""
    import numpy
    import orjson
    from pyarrow import StringArray, py_buffer

    values = numpy.empty((len(columns[0]), len(columns)))
    for place, column in enumerate(columns):
        values[:, place] = column
    size = numpy.abs(values)
    unusual = ((size < _LEAST) & (size > 0)) | (size >= _MOST)
    others = values[unusual].tolist()
    if others:
        values[unusual] = _MOST  # which none of those left is
    data = _dumped(orjson, values.ravel())
    if numpy.isnan(values).any():
        data = data.translate(None, b"nul")  # of null, without a look at each
    if others:
        said = repr(others)[1:-1].encode().split(b", ")  # of a list: in one go
        data = data.replace(_dumped(orjson, numpy.array([_MOST]))[1:], b"%b") % (*said,)
    begins = numpy.flatnonzero(numpy.frombuffer(data, "u1") == ord(","))[:: len(columns)]
    ends = numpy.append(begins, len(data)).astype("i4")
    if delimiter != b",":
        data = data.replace(b",", delimiter)
    return StringArray.from_buffers(len(values), py_buffer(ends), py_buffer(data))


def _dumped(orjson: Any, values: Any) -> bytes:
    """Numbers with a comma before each."""
    data: bytes = orjson.dumps(values, option=orjson.OPT_SERIALIZE_NUMPY)
    return b"," + data[1:-1]


class DayTexts:
    """Days from 1970 on up to ``today`` as texts in ISO 8601. Several threads may call it."""

    def __init__(self, today: date, delimiter: str) -> None:
        self._today, self._delimiter = today.toordinal() - EPOCH, delimiter
        self._texts = self._from(min(_USUAL, self._today))

    def __call__(self, days: Any) -> Any:
        """Each with the delimiter before it; of no day the delimiter alone."""
        import numpy
        from pyarrow import int32

        first, printed = self._texts
        if len(days) and days.min() < first:
            self._texts = first, printed = self._from(FIRST)
        places = numpy.minimum(days, self._today + 1) - numpy.int32(first)
        return call("take", printed, array(int32(), places, numpy.ones(len(days), bool)))

    def _from(self, first: int) -> tuple[int, Any]:
        """Texts of all days from ``first`` on, and then of none."""
        import numpy
        from pyarrow import date32, string

        days = numpy.arange(first, self._today + 2, dtype="i4")
        each = call("cast", array(date32(), days, days <= self._today), target_type=string())
        before, none = texts((self._delimiter, ""))
        return first, call(
            "binary_join_element_wise", before, each, none, null_handling="replace", null_replacement=""
        )
