"""Bulk conversion on Spark: the same SQL, the calendar broadcast, paths of every kind that Spark knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ..commands.outcome import Outcome
from ..errors import Notice, UsageError
from ..money.currency_cells import Unit, unit_of
from ..rates.book import RateBook
from ..rates.calendar_rules import CONVERTED, OK, fingerprint
from . import engine, sql
from .amounts import FigureReader
from .averages import Averages
from .calendar import CalendarTable
from .dates import DayReader
from .inputs import SAMPLE, Table, refuse_clashes, refuse_unused, stated, ways
from .job import DEFAULT_MEMORY, FAULTS, Job, Summary
from .quoting import literal
from .reading import settle
from .spark_calendar import side_by_side, with_averages
from .spark_files import Opened, format_of, read, write
from .spark_functions import create_texts, define
from .spark_session import refuse_existing, run, session
from .spark_sql import dialect, named
from .sql import Reading
from .streams import STREAM
from .tally import Tally, fault_cell
from .transcoded import refuse_encoding

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_REPLACED = "replaced characters"
_FAULT = "capexcalc_fault"
_ARROW_BATCH = "spark.sql.execution.arrow.maxRecordsPerBatch"


def batch(job: Job, *, book: RateBook, calendars: Path, master: str | None = None) -> Outcome[Summary]:
    """As ``capexcalc.bulk.duckdb_batch.batch``, on Spark: ``out`` is a folder, which must not be there yet.

    Paths are whatever Spark reads and writes; a name without one of the known extensions is Parquet. Raises
    InputError, UsageError, NoRateError, CacheError.
    """
    if STREAM in (job.source, job.out):
        raise UsageError(
            "no_stream", "Spark reads and writes files and folders, not pipes", "--engine duckdb"
        )
    with (
        TemporaryDirectory(prefix="capexcalc-") as folder,
        engine.connect(DEFAULT_MEMORY, Path(folder)) as con,
    ):
        tables, statuses = side_by_side(con, CalendarTable(con, book, calendars), job.to)
    with session(master) as spark:
        work = partial(_batch, spark, job, tables, book, {*FAULTS, *statuses, OK})
        return run(spark, work)


def _batch(
    spark: SparkSession,
    job: Job,
    tables: Mapping[str, Any],  # of pyarrow, which has no types
    book: RateBook,
    statuses: set[str],
) -> Outcome[Summary]:
    from pyspark.sql import Observation, functions

    refuse_encoding(job.encoding)
    refuse_unused(job, format_of(job.source))
    refuse_existing(spark, job.out)
    given = read(spark, job)
    source, delimiter = given.rows, given.delimiter
    job = job.resolved(source.columns)
    table = _table(source, job, delimiter)
    refuse_clashes(table, job.added, job.source)
    source.createOrReplaceTempView("input")
    reading, notices = settle(job, table, _Sample(given, job, table).texts)
    if reading.days.periods:
        averages = Averages(book, job.to)
        tables = with_averages(tables, averages, _periods(source, job, table, reading), job.to)
        statuses |= {str(each) for each in tables["answers"]["status"].to_pylist()}
    figures, days = partial(FigureReader, reading.mark), partial(DayReader, reading.days)
    define(spark, "read_figure", figures, "value DOUBLE, refusal STRING", beside=True)
    define(spark, "read_day", days, "first DATE, last DATE, refusal STRING", beside=False)
    # Spark makes a task of each Arrow batch, and by itself hundreds of them.
    spark.conf.set(_ARROW_BATCH, "250000")
    for name, rows in tables.items():
        functions.broadcast(spark.createDataFrame(rows)).createOrReplaceTempView(name)
    spark.conf.unset(_ARROW_BATCH)
    if job.text is not None:
        beside = _beside(job, table, reading)
        texts = source.selectExpr(f"{table.cell(job.text, job.source)} AS text", f"{beside} AS beside")
        refusals, unsure = create_texts(texts, job.lang)
        statuses |= refusals
        notices += (*unsure,)
    spoken = dialect(job.to, periods=reading.days.periods)
    converted = sql.converted(spoken, job, table, reading, book.today, text_dates=len(job.to) > 1)
    names = [f"c{n} AS {named(name)}" for n, name in enumerate(table.names)]
    fault = f"{fault_cell()} AS {_FAULT}"
    done = spark.sql(f"SELECT {', '.join([*names, *job.added, fault])} FROM ({converted})")
    counted = Observation("statuses")
    counts = [functions.expr(f"count_if(status = {literal(each)})").alias(each) for each in sorted(statuses)]
    cells_ = [
        functions.expr(f"min(CASE WHEN status = {literal(each)} THEN {_FAULT} END)").alias(f"{_FAULT} {each}")
        for each in sorted(statuses - CONVERTED)
    ]
    # Spark reads CSV that is no UTF-8 all the same, and says nothing.
    part = delimiter if format_of(job.source) == "csv" else None
    cells = ", ".join(map(named, table.names if part else ())) or "NULL"
    replaced = functions.expr(f"count_if(contains(concat_ws('', {cells}), '\ufffd'))").alias(_REPLACED)
    write(done.observe(counted, *counts, *cells_, replaced).drop(_FAULT), job, delimiter)
    counts_ = counted.get
    faults = {each: counts_.pop(f"{_FAULT} {each}") for each in statuses - CONVERTED}
    found = Counter({status: n for status, n in counts_.items() if n})
    said = *given.notices, *stated(job, delimiter), *notices, *_not_utf8(job, found.pop(_REPLACED, 0))
    notices = (*said, *Tally(found, faults).worst(job))
    mark = reading.mark if job.text is None else None
    summary = Summary(
        found.total(), dict(found.most_common()), reading.days.named, part, fingerprint(book), mark
    )
    return Outcome(summary, notices)


def _not_utf8(job: Job, rows: int) -> tuple[Notice, ...]:
    if not rows:
        return ()
    return (
        Notice(
            "not_utf8",
            "{source}: {rows:,} rows have characters that are not UTF-8, written as U+FFFD",
            source=job.source,
            rows=rows,
        ),
    )


def _table(source: DataFrame, job: Job, delimiter: str) -> Table:
    numbers = ("int", "float", "double", "decimal", "short", "long", "byte")
    typed = {field.name for field in source.schema if field.dataType.typeName().startswith(numbers)}
    inside = {
        name: (cell := named(root) + way.replace('"', "`"), cell)
        for name, root, way in ways(source.columns, job.used)
    }
    names = tuple(source.columns)
    return Table("input", names, tuple(map(named, names)), delimiter, typed=frozenset(typed), inside=inside)


class _Sample:
    """The different texts of columns, in the first rows of a source and some from all over it, in order."""

    def __init__(self, given: Opened, job: Job, table: Table) -> None:
        self._given, self._job, self._table = given, job, table

    def texts(self, name: str) -> list[str]:
        """Of the column ``name``; of one that is not read, of some from all over the source alone."""
        used = name in self._job.used
        texts = dict.fromkeys(row[name] for row in self._first if used and row[name] is not None)
        if name in self._table.names and self._given.spread:
            place = self._table.names.index(name)
            texts.update(dict.fromkeys(row[place] for row in self._given.spread if row[place]))
        return list(texts)

    @cached_property
    def _first(self) -> list[Any]:
        names = [name for name in dict.fromkeys(self._job.used) if self._table.has(name)]
        cells = [self._table.cell(name, self._job.source) for name in names]
        columns = [
            f"CAST({cell} AS STRING) AS {named(name)}" for cell, name in zip(cells, names, strict=True)
        ]
        rows: list[Any] = self._given.rows.selectExpr(*columns).limit(SAMPLE).collect()
        return rows


def _beside(job: Job, table: Table, reading: Reading) -> str:
    """SQL for the currency beside an amount."""
    if reading.currency:
        return literal(reading.currency)
    return table.cell(job.currency, job.source) if job.currency else "CAST(NULL AS STRING)"


def _periods(source: DataFrame, job: Job, table: Table, reading: Reading) -> set[tuple[Unit, date, date]]:
    """The currencies that there are of each year or month."""
    cell = table.cell(job.date, job.source)
    columns = f"{_beside(job, table, reading)} AS currency", f"CAST({cell} AS STRING) AS day"
    pairs = source.selectExpr(*columns).where("currency IS NOT NULL AND day IS NOT NULL").distinct().collect()
    found = set()
    for row in pairs:
        unit, day = unit_of(row.currency), reading.days.read(row.day)
        if unit and day and day.first < day.last:
            found.add((Unit(unit.code), day.first, day.last))
    return found
