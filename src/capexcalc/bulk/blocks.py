"""Parts of a CSV file, and where the records in them end: at line breaks outside quotation marks (RFC 4180).

A quotation mark opens where a cell begins; elsewhere it is a character like any other, as it is to PyArrow.
"""

from __future__ import annotations

from typing import Any

_LF, _CR, _MARK = b'\n\r"'


class Block:
    """Bytes of a file, from the line break before a record on; ``ended`` where there are no more.

    ``edges`` are the places of the line breaks before each record and after the last that is whole, or of the
    end of the file in place of the latter; ``rest`` is what comes from there on. ``quoted`` says whether a
    quotation mark is not closed. ``lines`` of the file end before the first line break.
    """

    def __init__(self, data: Any, delimiters: str, lines: int, *, ended: bool) -> None:
        import numpy

        self.data = numpy.frombuffer(data, numpy.uint8)
        self._breaks, self._lines = _line_breaks(self.data), lines
        self.edges, self.quoted = _outside(self.data, self._breaks, delimiters.encode())
        if ended and self.rest.tobytes().strip(b"\r\n"):
            self.edges = numpy.append(self.edges, len(self.data))

    @property
    def rest(self) -> Any:
        return self.data[self.edges[-1] :]

    def line(self, place: int) -> int:
        """The number of the line at ``place``, or after the line break there."""
        import numpy

        return self._lines + int(numpy.searchsorted(self._breaks, place, "right"))

    def longest(self) -> tuple[int, int]:
        """The length of the longest record, whole or not, and its place."""
        import numpy

        lengths = numpy.diff(self.edges, append=len(self.data))
        longest = int(lengths.argmax())
        return int(lengths[longest]), int(self.edges[longest])

    def blank(self) -> Any:
        """For each record, whether it is a line break and nothing else."""
        import numpy

        lengths = numpy.diff(self.edges)
        two = numpy.flatnonzero(lengths == 2)
        blank = lengths == 1
        blank[two] = self.data[self.edges[two] + 1] == _LF
        return blank


def _line_breaks(data: Any) -> Any:
    """Where each line break begins: LF, CR LF or CR."""
    import numpy

    feeds, returns = numpy.flatnonzero(data == _LF), numpy.flatnonzero(data == _CR)
    if not returns.size:
        return feeds
    alone = data[feeds - 1] != _CR
    alone[feeds == 0] = True
    return numpy.sort(numpy.concatenate([returns, feeds[alone]]))


def _outside(data: Any, breaks: Any, delimiters: bytes) -> tuple[Any, bool]:
    """Those of ``breaks`` that are outside quotation marks, and whether one is still open at the end."""
    import numpy

    marks = numpy.flatnonzero(data == _MARK)
    if not marks.size:
        return breaks, False
    leading = numpy.isin(data.take(marks - 1), [_LF, _CR, *delimiters])
    # By turns they open and close, if all that open lead a cell or are the second of two inside one.
    regular = leading[::2].copy()
    regular[1:] |= marks[2::2] - 1 == marks[1::2][: len(regular) - 1]
    if not regular.all():
        marks = numpy.array(_paired(marks.tolist(), leading.tolist()), numpy.intp)
    return breaks.compress(numpy.searchsorted(marks, breaks) & 1 == 0), len(marks) % 2 == 1


def _paired(marks: list[int], leading: list[bool]) -> list[int]:
    """Those of ``marks`` that open and close, by turns."""
    kept: list[int] = []
    each = zip(marks, [*marks[1:], -1], leading, strict=True)
    for mark, following, leads in each:
        if len(kept) % 2 == 0:
            if leads:
                kept.append(mark)
        elif following == mark + 1:
            next(each)  # two stand for one
        else:
            kept.append(mark)
    return kept
