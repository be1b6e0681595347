"""Bulk conversion on DuckDB."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from ..commands.outcome import Outcome
from ..errors import Notice
from ..rates.book import RateBook
from . import dates, engine, sql, texts
from .calendar import CalendarTable
from .inputs import SAMPLE, Kind, Table, kind_of, open_table, refuse_clashes, stated
from .job import DEFAULT_MEMORY, Job, Summary
from .landing import landing
from .outputs import Counters, shaped
from .quoting import literal
from .sql import Dialect
from .streams import STREAM, Streamed, pumped

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
    with TemporaryDirectory(prefix="capexcalc-") as folder, engine.connect(memory, Path(folder)) as con:
        import duckdb

        try:
            return _batch(
                con, job, CalendarTable(con, book, calendars), Path(folder), stdin, stdout, progress
            )
        except duckdb.Error as error:
            raise engine.failure(error, job.source, job.out) from None
        except RuntimeError as error:
            if "interrupted" in str(error):  # what the engine makes of Ctrl-C
                raise KeyboardInterrupt from None
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
        calendar.file(target)  # first of all: a target without rates is refused before anything is read
    streamed = Streamed(stdin, scratch) if job.source == STREAM else None
    kind = streamed.kind if streamed else kind_of(job.source)[0]
    form, compression = _output(job, kind)
    table, sample = _tables(con, job, kind, form, streamed)
    refuse_clashes(table, job.added, job.source)
    day_format, notices = _day_format(con, job, sample)
    text_dates = form != "parquet" or len(job.to) > 1
    calendar.create(job.to)
    engine.ensure_order(con, "calendar", 2 * len(job.to))
    if job.text is not None:
        texts.create(con, table.relation, table.cell(job.text, job.source), job.lang, scratch)
    counters = Counters(con)
    rows = sql.converted(_DUCKDB, job, table, day_format, calendar.today, text_dates=text_dates)
    select, options = shaped(job, table, rows, counters, form)
    with ExitStack() as stack:
        if job.out == STREAM:
            out = stack.enter_context(pumped(stdout))
        else:
            out = str(stack.enter_context(landing(Path(job.out))))
        copy = f"COPY ({select}) TO {literal(out)} ({options}{compression}, USE_TMP_FILE false)"
        written = engine.run(con, copy, progress)
    delimiter = table.delimiter if kind == "csv" else None
    summary = Summary(written, counters.counts(written), day_format, delimiter, calendar.rates)
    return Outcome(summary, (*stated(job, table.delimiter), *notices))


def _output(job: Job, kind: Kind) -> tuple[Kind, str]:
    if job.out == STREAM:
        return ("jsonl" if kind == "jsonl" else "csv"), ""
    form, compression = kind_of(job.out)
    return form, f", COMPRESSION {compression}" if compression else ""


def _tables(
    con: DuckDBPyConnection, job: Job, kind: Kind, form: Kind, streamed: Streamed | None
) -> tuple[Table, Table]:
    """The input, and a sample of it: the same, where it can be read again."""
    whole = kind == form == "jsonl"

    def opened(path: str, sample: str) -> Table:
        return open_table(con, kind, path, sample=sample, used=job.used, delimiter=job.delimiter, whole=whole)

    if streamed is None:
        table = opened(job.source, job.source)
        return table, table
    sample = opened(streamed.sample, streamed.sample)
    for name in job.used:
        sample.cell(name, job.source)  # before the stream is touched: whoever feeds it should hear of it now
    again = job.text is not None or (kind == "jsonl" and not whole)
    path = streamed.spooled() if again else streamed.once()
    return opened(path, path if again else streamed.sample), sample


def _day_format(con: DuckDBPyConnection, job: Job, sample: Table) -> tuple[str, tuple[Notice, ...]]:
    """How dates are written, and the word about it where nobody said and it is not ISO 8601."""
    cell = sample.cell(job.date, job.source)
    if job.date_format is not None:
        return job.date_format, ()
    rows = con.execute(
        f"SELECT DISTINCT CAST(day AS VARCHAR) FROM "
        f"(SELECT {cell} AS day FROM {sample.relation} LIMIT {SAMPLE}) WHERE day IS NOT NULL LIMIT 5000"
    ).fetchall()
    return dates.stated([day for (day,) in rows], job.source, job.date)


def _number(cell: str) -> str:
    # 1_000 is a number to Python and to DuckDB, and to nobody else.
    return f"CASE WHEN NOT contains(CAST({cell} AS VARCHAR), '_') THEN TRY_CAST({cell} AS DOUBLE) END"


def _day(cell: str, form: str) -> str:
    if form == dates.ISO:
        return f"TRY_CAST({cell} AS DATE)"
    return f"CAST(TRY_STRPTIME(trim(CAST({cell} AS VARCHAR)), {literal(form)}) AS DATE)"


_DUCKDB = Dialect(_number, _day)
