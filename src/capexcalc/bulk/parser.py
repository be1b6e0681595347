"""Blocks of a CSV file as batches of Arrow.

PyArrow parses the cells. It does not say where they stood, so records are cut out beforehand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..errors import InputError
from ..textfile import NAME_IT, bad_csv, not_utf8
from ..words import Template
from .arrays import taken
from .blocks import Block

# The column of whole records.
RECORD = "record"


class Parser(NamedTuple):
    """What parses blocks of the file that messages call ``where``: of the ``cells`` of each record those that
    are ``wanted``."""

    where: str
    delimiter: str
    cells: Sequence[str]
    wanted: Sequence[str]

    def __call__(self, block: Block) -> list[Any]:
        """A batch of records as they stand and the wanted of their cells; of blank lines none.

        Raises InputError (``not_utf8``, ``bad_csv``). Several threads may call it.
        """
        import numpy
        import pyarrow

        data, starts = pyarrow.py_buffer(block.data), block.edges[:-1]
        places = pyarrow.py_buffer(block.edges.astype("i4"))
        records = pyarrow.StringArray.from_buffers(len(starts), places, data)
        try:
            records.validate(full=True)
        except pyarrow.ArrowInvalid:
            raise self._not_utf8(block) from None
        blank = block.blank()
        if blank.any():
            starts, records = starts[~blank], taken(records, numpy.flatnonzero(~blank))
        if not len(starts):
            return []
        table, unlike = self._read(data.slice(0, int(block.edges[-1])))
        if unlike is not None:
            raise bad_row(
                self.where,
                block,
                starts[unlike.number - 1],
                (
                    "{count} cell where the header has {expected}"
                    if unlike.actual_columns == 1
                    else "{count} cells where the header has {expected}"
                ),
                count=unlike.actual_columns,
                expected=unlike.expected_columns,
            )
        if len(table) != len(records):
            raise bad_row(self.where, block, starts[0], "from here on it cannot be told where rows end")
        columns = [column.chunk(0) for column in table.columns]
        return [pyarrow.RecordBatch.from_arrays([records, *columns], names=[RECORD, *self.wanted])]

    def _read(self, data: Any) -> tuple[Any, Any]:
        """The cells in a buffer, and the first row that has more, or less."""
        import pyarrow
        from pyarrow import csv

        unlike: list[Any] = []

        def skipped(row: Any) -> str:
            unlike.append(row)
            return "skip"

        reading = csv.ReadOptions(column_names=self.cells, use_threads=False, block_size=data.size)
        parsing = csv.ParseOptions(
            delimiter=self.delimiter, newlines_in_values=True, invalid_row_handler=skipped
        )
        converting = csv.ConvertOptions(
            include_columns=self.wanted,
            column_types=dict.fromkeys(self.wanted, pyarrow.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
            check_utf8=False,  # as the whole record is
        )
        table = csv.read_csv(pyarrow.BufferReader(data), reading, parsing, converting)
        return table, unlike[0] if unlike else None

    def _not_utf8(self, block: Block) -> InputError:
        try:
            block.data.tobytes().decode()
        except UnicodeDecodeError as error:
            return not_utf8(place_in(self.where, block, error.start), hint=NAME_IT)
        raise AssertionError("nothing is wrong with it")


def bad_row(where: str, block: Block, place: int, template: Template, /, **facts: object) -> InputError:
    """What is wrong with the record at ``place`` in a block."""
    return bad_csv(place_in(where, block, place), template, **facts)


def place_in(where: str, block: Block, place: int) -> str:
    """The file and the line of a ``place`` in a block."""
    return f"{where}:{block.line(place)}"
