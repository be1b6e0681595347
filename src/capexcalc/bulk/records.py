"""A CSV file, record by record: each as it stands, and beside it the cells that are asked for."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import CapexcalcError, InputError, Notice
from ..textfile import NAME_IT, UNCLOSED, empty, not_utf8, refuse_head
from . import samples
from .ahead import ahead
from .arrays import different
from .blocks import Block
from .errors import unreadable
from .headers import MOST, header_at, passed_over
from .inputs import DELIMITERS, LONGEST, SAMPLE, Table, compression_of, delimiter_of, split
from .job import one_line
from .parser import RECORD, Parser, bad_row, place_in
from .transcoded import Transcoded, read_as, told

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Read at a time: no more than stays in the processor's cache until it is written again.
BLOCK = 1 << 20

T = TypeVar("T")


@contextmanager
def open_records(
    path: str, where: str, used: Sequence[str], delimiter: str | None, encoding: str | None = None
) -> Iterator[Records]:
    """The records of the CSV file at ``path``, which messages call ``where``, in ``encoding`` or the one that
    the file tells.

    Raises InputError (``empty_file``, ``unreadable_file``, ``not_utf8``, ``not_utf16``, ``other_encoding``,
    ``bad_csv``, ``line_too_long``), at the end for what an engine came upon.
    """
    try:
        file = Path(path).open("rb", buffering=0)  # noqa: SIM115 - its errors are not those of what follows
    except OSError as error:
        raise unreadable(where, error) from None
    with file, _memory_of_the_system():
        records = Records(file, compression_of(path), where, used, delimiter, encoding)
        try:
            yield records
        except Exception:
            if records.failed is not None:
                raise records.failed from None
            raise


class Records:
    """The records of a CSV file, to be scanned once.

    ``ending`` is the line break after the last, or what would be one, once all are read. ``failed`` is what
    went wrong meanwhile, ``notices`` what was passed over, ``above`` the number of lines of that.
    """

    def __init__(
        self,
        file: Any,
        compression: str | None,
        where: str,
        used: Sequence[str],
        delimiter: str | None,
        encoding: str | None = "utf-8",
    ) -> None:
        import pyarrow

        self._file, self._where, self._used, self._encoding = file, where, used, encoding
        self._stream = pyarrow.CompressedInputStream(file, compression) if compression else file
        self._head: list[Any] = []
        self._stopped = False
        self.failed: CapexcalcError | None = None
        self.notices: tuple[Notice, ...] = ()
        self.above = 0
        self._header, self._rest, self._lines = self._divided(delimiter or DELIMITERS)
        self.header = self._header.removeprefix(codecs.BOM_UTF8).decode()
        self.delimiter = _delimiter(self.header, delimiter or DELIMITERS, used)
        self.names = split(self.header, self.delimiter)
        typed = {*map(one_line, used)}
        self._used = [name for name in self.names if one_line(name) in typed]
        self.ending = self._rest[: 2 if self._rest.startswith(b"\r\n") else 1] or b"\n"
        self._blocks = self._divided_on()

    def share(self) -> float:
        """How much of the file is read, from 0 to 1; less than 0 where that cannot be told."""
        size = os.fstat(self._file.fileno()).st_size
        return self._file.tell() / size if size else -1

    def table(self, *, whole: bool) -> Table:
        """The records as the relation ``records``: ``whole``, with the cells that are used, or all cells.

        A whole record has the line break before it, and not the one after.
        """
        cells = [f"c{number}" for number in range(len(self.names))]
        named = zip(cells, self.names, strict=True)
        wanted = [cell for cell, name in named if not whole or name in self._used]
        self._parser = Parser(self._where, self.delimiter, cells, wanted)
        passed = (RECORD, self._header) if whole else (None, None)
        return Table("records", self.names, tuple(cells), self.delimiter, *passed)

    def register(self, con: DuckDBPyConnection) -> None:
        """Give ``con`` the table, to be scanned once."""
        import pyarrow

        schema = pyarrow.schema([(name, pyarrow.string()) for name in (RECORD, *self._parser.wanted)])
        con.register("records", pyarrow.RecordBatchReader.from_batches(schema, self._scanned()))

    def each(self, work: Callable[[Any], T]) -> Iterator[T]:
        """What ``work`` makes of the batches of the table, in order; in threads, as it is at several."""

        def done(piece: Any) -> list[T]:
            return [*map(work, self._batches(piece))]

        for made in ahead(done, chain(self._head, self._blocks)):
            yield from made

    def stop(self) -> None:
        """End ``each`` with a KeyboardInterrupt, in whatever thread it is."""
        self._stopped = True

    def sample(self, name: str) -> list[str]:
        """The texts in a column of the table, in its first rows and some from all over the file, each once;
        of a column that is not read, in the latter alone.

        To be had before a scan.
        """
        import pyarrow

        place = self.names.index(name)
        spread = dict.fromkeys(row[place] for row in self._spread if row[place])
        if f"c{place}" not in self._parser.wanted:
            return list(spread)
        while sum(map(len, self._head)) < SAMPLE and (block := next(self._blocks, None)):
            self._head += self._parser(block)
        column = pyarrow.chunked_array([batch[f"c{place}"] for batch in self._head], pyarrow.string())
        column = column.slice(0, SAMPLE)  # as many as any engine looks at
        texts = dict.fromkeys(different(column))
        texts.update(spread)
        return list(texts)

    @cached_property
    def _spread(self) -> list[list[str]]:
        """Rows from all over the file; none of one that is packed, which cannot be read from its middle."""
        if self._stream is not self._file:
            return []
        return samples.rows(samples.lines(self._file.fileno()), self.delimiter, len(self.names))

    def _scanned(self) -> Iterator[Any]:
        try:
            for piece in chain(self._head, self._blocks):
                yield from self._batches(piece)
        except CapexcalcError as error:
            self.failed = error
            raise

    def _batches(self, piece: Any) -> list[Any]:
        """Those of a block; a batch is one already."""
        return self._parser(piece) if isinstance(piece, Block) else [piece]

    def _divided_on(self) -> Iterator[Block]:
        """The file from the end of the header on."""
        import pyarrow

        ended = not self._rest
        while not ended:
            if self._stopped:
                raise KeyboardInterrupt
            begun = len(self._rest)
            room = memoryview(pyarrow.allocate_buffer(begun + max(BLOCK, begun))).cast("B")
            room[:begun] = self._rest
            filled = begun + self._read(room[begun:])
            ended = filled < len(room)
            block = Block(room[:filled], self.delimiter, self._lines, ended=ended)
            length, place = block.longest()
            if length > LONGEST:
                raise self._too_long(block, place, LONGEST)
            if ended and block.quoted:
                raise bad_row(self._where, block, block.edges[-2], UNCLOSED)
            yield block
            self._rest, self._lines = block.rest.tobytes(), block.line(block.edges[-1]) - 1
        self.ending = self._rest or self.ending

    def _divided(self, delimiters: str) -> tuple[bytes, bytes, int]:
        """The header, what is read after it, and the number of its last line."""
        start = self._block()
        if encoding := told(start, self._encoding):
            self._stream = Transcoded(self._stream, start, encoding, self._where, given=bool(self._encoding))
            self.notices = (read_as(self._where, encoding),)
            start = self._block()
        mark = codecs.BOM_UTF8 if start.startswith(codecs.BOM_UTF8) else b""
        ended = len(start) < BLOCK
        refuse_head(self._where, start, ended=ended)
        # With a line break before it, as there is before other records.
        block = Block(b"\n" + start.removeprefix(mark), delimiters, 0, ended=ended)
        blank = block.blank()
        if blank.all():
            if not ended:
                raise self._too_long(block, 0, BLOCK)
            raise empty(self._where)
        first = self._first(block, blank, delimiters)
        begin, end = map(int, block.edges[first : first + 2])
        if block.quoted and end == len(block.data):
            raise bad_row(self._where, block, begin, UNCLOSED)
        header = block.data[begin:end].tobytes().lstrip(b"\r\n")
        try:
            header.decode()
        except UnicodeDecodeError:
            hint = None if self._encoding else NAME_IT
            raise not_utf8(place_in(self._where, block, begin), hint=hint) from None
        return mark + header, block.data[end:].tobytes(), block.line(end) - 1

    def _first(self, block: Block, blank: Any, delimiters: str) -> int:
        """The number of the record that is the header."""
        import numpy

        full = numpy.flatnonzero(~blank)[:MOST]
        ends = zip(block.edges[full], block.edges[full + 1], strict=True)
        texts = [
            block.data[begin:end].tobytes().decode(errors="replace").strip("\r\n") for begin, end in ends
        ]
        rows = [split(text, _delimiter(text, delimiters, self._used)) for text in texts]
        number = header_at(rows, self._used)
        if number:
            place = int(block.edges[full[number]])
            self.above = block.line(place) - 1
            self.notices += (passed_over(place_in(self._where, block, place)),)
        return int(full[number])

    def _block(self) -> bytes:
        """What comes next of the file."""
        block = bytearray(BLOCK)
        return bytes(block[: self._read(memoryview(block))])

    def _read(self, room: memoryview) -> int:
        """Fill ``room``, as far as there is something; gives how much there was."""
        filled = 0
        try:
            while count := self._stream.readinto(room[filled:]):
                filled += count
        except OSError as error:
            raise unreadable(self._where, error) from None
        return filled

    def _too_long(self, block: Block, place: int, most: int) -> InputError:
        return InputError(
            "line_too_long",
            "{where}: a row longer than {most} MiB",
            "is a quotation mark not closed?" if block.quoted else None,
            where=place_in(self._where, block, place),
            most=most >> 20,
        )


@contextmanager
def _memory_of_the_system() -> Iterator[None]:
    """Arrow keeps more than it uses of its own, where several threads take and give back blocks."""
    import pyarrow

    before = pyarrow.default_memory_pool()
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    try:
        yield
    finally:
        pyarrow.set_memory_pool(before)


def _delimiter(header: str, delimiters: str, used: Sequence[str]) -> str:
    """The one of ``delimiters`` that parts a header."""
    return delimiters if len(delimiters) == 1 else delimiter_of(header, used)
