"""What a worker of the cluster does with its share of a corpus: each line judged, or told why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from .. import __version__
from ..bug import bug_in
from ..cache.store import Store, shipped_root
from ..claims.verdicts.verdict import VERDICTS
from ..commands.check import CheckedDocument
from ..commands.outcome import Outcome
from ..documents.jsonl import parse_line
from ..errors import CacheError, CapexcalcError, Notice
from ..rates.book import MAX_GAP, RateBook
from ..rates.calendar_rules import OK

# What is known of a line, as Spark names its types.
COLUMNS = (
    ("id", "STRING"), ("status", "STRING"), ("document", "STRING"),
    *((verdict, "INT") for verdict in VERDICTS), ("warnings", "ARRAY<STRING>"),
)  # fmt: skip

# Documents handed to Java at once.
_PIECE = 100

# ``commands.check.check_each`` with its settings: documents, and the ``book`` they are judged by.
Judge = Callable[..., Iterator[Outcome[CheckedDocument]]]


class Rates(NamedTuple):
    """What a RateBook is bounded by, besides its folders."""

    today: date
    max_gap: int = MAX_GAP
    source: str = "auto"

    def book(self, cache: Path | None, notices: list[Notice] | None = None) -> RateBook:
        """The rates of the folder ``cache`` over the shipped ones."""
        store = Store((*filter(None, [cache]), shipped_root()), notices=notices)
        return RateBook(store, today=self.today, max_gap=self.max_gap, source=self.source)


class Printer(NamedTuple):
    """How a document and an error are written, each on one line, while ``spoken`` sets the language."""

    document: Callable[[CheckedDocument], str]
    error: Callable[[CapexcalcError], str]
    spoken: Callable[[], AbstractContextManager[None]] = nullcontext


class Start(NamedTuple):
    """The file that a split is of, and how many lines of it come before."""

    name: str
    lines: int


# By file and first byte of the split.
Starts = Mapping[tuple[str, int], Start]


@dataclass(frozen=True, slots=True)
class Work:
    """Turns Arrow batches of lines, each with file and first byte of its split, into batches of COLUMNS.

    ``starts`` knows every split; ``archive`` is the name of the user's rates among the files of the job.
    """

    judge: Judge
    printer: Printer
    rates: Rates
    archive: str | None
    edition: str
    starts: Starts

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:  # of pyarrow, which has no types
        import pyarrow

        kinds = {"STRING": pyarrow.string(), "INT": pyarrow.int32()}
        fields = [(name, kinds.get(kind) or pyarrow.list_(pyarrow.string())) for name, kind in COLUMNS]
        book, notices = _book(self.rates, self.archive, self.edition)
        records = (self._record(*line, book, notices) for line in self._lines(batches))
        while piece := list(islice(records, _PIECE)):
            columns = zip(zip(*piece, strict=True), fields, strict=True)
            arrays = [pyarrow.array(column, kind) for column, (_, kind) in columns]
            yield pyarrow.record_batch(arrays, schema=pyarrow.schema(fields))

    def _lines(self, batches: Iterable[Any]) -> Iterator[tuple[str, bytes]]:
        """Each line with its place, except blank ones."""
        split: list[Any] = []
        for batch in batches:
            for line, *found in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                if found != split:
                    split = found
                    name, number = self.starts[found[0], found[1]]
                number += 1
                if line.strip():
                    yield f"{name}:{number}", line

    def _record(self, where: str, line: bytes, book: RateBook, notices: list[Notice]) -> tuple[Any, ...]:
        with self.printer.spoken():
            return self._judged(where, line, book, notices)

    def _judged(self, where: str, line: bytes, book: RateBook, notices: list[Notice]) -> tuple[Any, ...]:
        try:
            (outcome,) = self.judge((parse_line(where, line),), book=book)
            printed = self.printer.document(outcome.result)
        except CacheError:
            raise
        except CapexcalcError as error:
            return self._refused(where, error)
        except Exception as fault:
            # One document must not end the scan of an archive.
            return self._refused(where, bug_in(fault, where))
        checked, warnings = outcome.result, [notice.message for notice in (*notices, *outcome.warnings)]
        notices.clear()
        met = [claim.finding.verdict for claim in checked.claims]
        return _utf8(checked.id), OK, printed, *map(met.count, VERDICTS), [*map(_utf8, warnings)]

    def _refused(self, where: str, error: CapexcalcError) -> tuple[Any, ...]:
        return where, error.code, self.printer.error(error), *(0 for _ in VERDICTS), []


def edition(book: RateBook) -> str:
    """Two programs of one edition give the same verdicts."""
    return f"capexcalc {__version__} with rates {book.holdings.checksum()}"


@cache
def _book(rates: Rates, archive: str | None, wanted: str) -> tuple[RateBook, list[Notice]]:
    """Read once in the life of a worker, with the list of what its cache has to say."""
    from pyspark import SparkFiles

    notices: list[Notice] = []
    book = rates.book(Path(SparkFiles.get(archive)) if archive else None, notices)
    if (found := edition(book)) != wanted:
        raise RuntimeError(f"[OTHER_EDITION] a worker has {found}, but it was started from {wanted}")
    return book, notices


def _utf8(text: str) -> str:
    # A JSON string may hold half a surrogate pair.
    return text.encode("utf-8", "backslashreplace").decode()
