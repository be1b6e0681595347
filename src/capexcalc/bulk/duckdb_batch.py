"""Bulk conversion on DuckDB."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from ..commands.outcome import Outcome
from ..errors import CacheError
from ..rates.book import RateBook
from . import engine, sql
from .amounts import FigureReader
from .averages import Averages
from .calendar import CalendarTable
from .dates import DayReader
from .duckdb_sql import dialect_with
from .engine import define
from .errors import failure, refuse_no_file, unwritten
from .finished import Columns, Finisher, finishable
from .inputs import (
    SAMPLE,
    Kind,
    Table,
    kind_of,
    open_jsonl,
    open_parquet,
    refuse_clashes,
    refuse_same,
    refuse_unused,
    stated,
)
from .job import DEFAULT_MEMORY, Job, Summary
from .landing import Writer, landing
from .lookup import Lookup
from .outputs import ArraySink, Sink, header, lines, write_lines, write_parquet
from .reading import settle
from .records import open_records
from .spliced import write_spliced
from .sql import Reading
from .streams import STREAM, Streamed
from .tally import Tally
from .transcoded import refuse_encoding

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def batch(
    job: Job,
    *,
    book: RateBook,
    calendars: Path,
    memory: str = DEFAULT_MEMORY,
    stdin: BinaryIO | None = None,
    stdout: BinaryIO | None = None,
    progress: engine.Progress | None = None,
) -> Outcome[Summary]:
    """Write every row of the source with its conversions; each row has a ``status``, and none is left out.

    A file appears under its name when it is whole. ``calendars`` is the folder that keeps rate calendars;
    ``-`` stands for ``stdin`` and ``stdout``. Raises InputError, UsageError, NoRateError for a target without
    rates, CacheError (also where the output cannot be written), and OSError from ``stdout``.
    """
    with TemporaryDirectory(prefix="capexcalc-") as folder, engine.later(memory, Path(folder)) as con:
        calendar = CalendarTable(con, book, calendars)
        try:
            return _batch(con, job, calendar, Path(folder), stdin, stdout, progress)
        except Exception as error:
            if engine.fails(error):
                raise failure(error, job.source, job.out) from None
            if isinstance(error, RuntimeError) and "interrupted" in str(error):
                raise KeyboardInterrupt from None  # what the engine makes of Ctrl-C
            raise


def _batch(
    con: DuckDBPyConnection,
    job: Job,
    calendar: CalendarTable,
    scratch: Path,
    stdin: BinaryIO | None,
    stdout: BinaryIO | None,
    progress: engine.Progress | None,
) -> Outcome[Summary]:
    for target in job.to:
        calendar.refuse(target)  # before anything is read
    refuse_same(job)
    streamed = Streamed(stdin, scratch, job.encoding) if job.source == STREAM else None
    kind = streamed.kind if streamed else kind_of(job.source)[0]
    refuse_unused(job, kind)
    form, compression = _output(job, kind)
    with ExitStack() as stack:
        texts: Callable[[str], Sequence[str]]
        records = workbook = cells = None
        if kind == "csv":
            path = streamed.once() if streamed else job.source
            records = stack.enter_context(
                open_records(path, job.source, job.used, job.delimiter, job.encoding)
            )
            job = job.resolved(records.names)
            table = records.table(whole=form == "csv")
            texts = records.sample
        else:
            refuse_encoding(job.encoding)
            if kind == "xlsx":
                from .sheets import Workbook

                refuse_no_file(job.source, kind)
                workbook = Workbook(job.source, job.sheet, job.used)
                workbook.spool(scratch / "rows.jsonl")
                job = job.resolved(workbook.names)
            rows_file, array = (str(scratch / "rows.jsonl"), False) if workbook else (None, False)
            if kind == "json":
                from .json_files import spooled

                refuse_no_file(job.source, kind)
                rows_file, array = spooled(job.source, scratch)
            table, texts = _tables(con, job, kind, form, streamed, rows_file, array=array)
        refuse_clashes(table, job.added, job.source)
        reading, notices = settle(job, table, texts)
        averages = Averages(calendar.book, job.to) if reading.days.periods else None
        lookup = Lookup(con, calendar, job.to, averages)
        if job.text is not None:
            from .texts import CellReader

            cells = CellReader(con, job.lang)

        @cache
        def rows() -> str:
            """What the engine is asked for, if it is."""
            figures = FigureReader(reading.mark)
            lookup.define()
            define(con, "read_figure", ["VARCHAR", "VARCHAR"], figures.fields, figures)
            define(con, "read_day", ["VARCHAR"], DayReader.fields, DayReader(reading.days))
            text_dates = form != "parquet" or len(job.to) > 1
            return sql.converted(
                dialect_with(lookup), job, table, reading, calendar.today, text_dates=text_dates
            )

        finisher = _finisher(job, table, form, reading, lookup, calendar.today) if records else None
        if records and not finisher:
            records.register(con)
        work: Callable[[], Tally]
        if form == "xlsx":
            from .sheets import write_workbook

            written = stack.enter_context(_landing(job.out))
            work = partial(write_workbook, con, job, table, rows(), written, workbook)
        elif form == "parquet":
            written = stack.enter_context(landing(Path(job.out)))
            work = partial(write_parquet, con, job, table, rows(), written)
        else:
            query = cache(lambda: lines(job, table, rows(), form))
            if not finisher:
                query()  # before anything is written
            sink = stack.enter_context(_sink(job.out, compression, stdout))
            if form == "json":
                sink = stack.enter_context(closing(ArraySink(sink)))
            sink.write(header(job, table, form))
            if records and finisher:
                work = partial(write_spliced, con, records, finisher, query, sink)
            else:
                work = partial(write_lines, con, query(), sink)
        tally = engine.run(
            con,
            work,
            progress,
            share=records.share if records else None,
            stop=[given.stop for given in (streamed, records) if given],
        )
        if records and form == "csv":
            sink.write(records.ending)
    delimiter = table.delimiter if kind == "csv" else None
    summary = Summary(
        tally.statuses.total(),
        dict(tally.statuses.most_common()),
        reading.days.named,
        delimiter,
        calendar.rates,
        reading.mark if job.text is None else None,
    )
    given = workbook or records
    said = (*(given.notices if given else ()), *stated(job, table.delimiter))
    unsure = cells.doubts() if cells else ()
    return Outcome(summary, (*said, *notices, *unsure, *tally.worst(job)))


def _finisher(
    job: Job, table: Table, form: Kind, reading: Reading, lookup: Lookup, today: date
) -> Finisher | None:
    """What finishes most rows of a CSV file while they are read, where there is such a way."""
    if form != "csv" or len(job.to) > 1 or job.text is not None or not finishable(reading.days):
        return None
    amount, day = (table.cell(name, job.source) for name in (job.figures, job.date))
    currency = None if reading.currency else table.cell(job.currency or "", job.source)
    return Finisher(lookup, reading, today, table.delimiter, Columns(amount, currency, day))


@contextmanager
def _sink(out: str, compression: str | None, stdout: BinaryIO | None) -> Iterator[Sink]:
    """Where lines are written to. Raises CacheError if standard output is closed."""
    if out == STREAM:
        if stdout is None:
            raise CacheError("output_failed", "cannot write the rows: standard output is closed")
        yield stdout
        stdout.flush()
        return
    import pyarrow

    try:
        with landing(Path(out)) as path, Writer(path) as file:
            if compression is None:
                yield file
            else:
                with pyarrow.CompressedOutputStream(file, compression) as packed:
                    yield packed
    except OSError as error:
        raise unwritten(out, error) from None


def _output(job: Job, kind: Kind) -> tuple[Kind, str | None]:
    if job.out == STREAM:
        return (kind if kind in ("jsonl", "json") else "csv"), None
    return kind_of(job.out)


@contextmanager
def _landing(out: str) -> Iterator[Path]:
    """As ``landing``. Raises CacheError where nothing can be written there."""
    try:
        with landing(Path(out)) as path:
            yield path
    except OSError as error:
        raise unwritten(out, error) from None


def _tables(
    con: DuckDBPyConnection,
    job: Job,
    kind: Kind,
    form: Kind,
    streamed: Streamed | None,
    given: str | None,
    *,
    array: bool,
) -> tuple[Table, Callable[[str], Sequence[str]]]:
    """The input, if it is no CSV, and what gives different texts of a column in some of its rows; that of a
    workbook is ``given``, its rows as objects; so is JSON, in one ``array`` or not."""
    if streamed is None and given is None:
        refuse_no_file(job.source, kind)
    if kind == "parquet":
        table = sample = open_parquet(con, job.source)
    else:
        whole = form in ("jsonl", "json") and kind != "xlsx"
        if streamed is None:
            first = path = given or job.source
        elif whole:
            first, path = streamed.sample, streamed.once()
        else:
            first = path = streamed.spooled()
        table = open_jsonl(con, path, first, job.used, whole=whole, array=array)
        sample = open_jsonl(con, first, first, job.used, whole=whole, array=array)

    def texts(name: str) -> list[str]:
        cell = sample.amount(name, job.source)[0] if name == job.figures else sample.cell(name, job.source)
        found = con.execute(
            f"SELECT DISTINCT CAST(cell AS VARCHAR) FROM "
            f"(SELECT {cell} AS cell FROM {sample.relation} LIMIT {SAMPLE}) WHERE cell IS NOT NULL"
        ).fetchall()
        return [text for (text,) in found]

    return table, texts
