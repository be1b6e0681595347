"""Bulk conversion on Spark: the same SQL, the calendar broadcast, paths of every kind that Spark knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ..commands.outcome import Outcome
from ..errors import InputError, Notice, UsageError
from ..rates.book import RateBook
from ..rates.calendar_rules import OK, fingerprint
from . import dates, engine, sql
from .calendar import CalendarTable
from .inputs import SAMPLE, Kind, Table, delimiter_of, kind_of, refuse_clashes, split, stated
from .job import DEFAULT_MEMORY, FAULTS, Job, Summary
from .quoting import literal
from .spark_calendar import side_by_side
from .spark_session import refuse_existing, run, session
from .sql import Dialect
from .streams import STREAM
from .texts import Cell, columns, doubts_about, read_cell

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_REPLACED = "replaced characters"
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

    refuse_existing(spark, job.out)
    source, delimiter = _read(spark, job)
    table = Table("input", tuple(source.columns), tuple(map(_name, source.columns)))
    refuse_clashes(table, job.added, job.source)
    source.createOrReplaceTempView("input")
    day_format, notices = _day_format(source, job, table)
    # Spark makes a task of each Arrow batch, and by itself hundreds of them.
    spark.conf.set(_ARROW_BATCH, "250000")
    for name, rows in tables.items():
        functions.broadcast(spark.createDataFrame(rows)).createOrReplaceTempView(name)
    spark.conf.unset(_ARROW_BATCH)
    if job.text is not None:
        texts = source.selectExpr(f"{table.cell(job.text, job.source)} AS text")
        refusals, unsure = _create_texts(texts, job.lang)
        statuses |= refusals
        notices += (*unsure,)
    dialect = Dialect(_number, _day, _read_cells, partial(_meet, len(job.to)), "a.{}".format)
    converted = sql.converted(dialect, job, table, day_format, book.today, text_dates=len(job.to) > 1)
    names = [f"c{n} AS {_name(name)}" for n, name in enumerate(table.names)]
    done = spark.sql(f"SELECT {', '.join([*names, *job.added])} FROM ({converted})")
    counted = Observation("statuses")
    counts = [functions.expr(f"count_if(status = {literal(each)})").alias(each) for each in sorted(statuses)]
    # Spark reads CSV that is no UTF-8 all the same, and says nothing.
    part = delimiter if _format(job.source) == "csv" else None
    cells = ", ".join(map(_name, table.names if part else ())) or "NULL"
    replaced = functions.expr(f"count_if(contains(concat_ws('', {cells}), '\ufffd'))").alias(_REPLACED)
    _write(done.observe(counted, *counts, replaced), job, delimiter)
    found = Counter({status: n for status, n in counted.get.items() if n})
    notices = (*stated(job, delimiter), *notices, *_not_utf8(job, found.pop(_REPLACED, 0)))
    summary = Summary(found.total(), dict(found.most_common()), day_format, part, fingerprint(book))
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


def _format(path: str) -> Kind:
    try:
        return kind_of(path)[0]
    except UsageError:
        return "parquet"


_CSV: dict[str, str | bool] = {
    "header": True, "quote": '"', "escape": '"',
    "ignoreLeadingWhiteSpace": False, "ignoreTrailingWhiteSpace": False,
}  # fmt: skip


def _read(spark: SparkSession, job: Job) -> tuple[DataFrame, str]:
    """The rows, and what parts the cells of a CSV file."""
    match _format(job.source):
        case "csv":
            delimiter = _delimiter(spark, job)
            # A row that does not fit the header, or a file with another, ends the job: Spark would fill or
            # cut it in silence.
            reader = spark.read.options(**_CSV, sep=delimiter, mode="FAILFAST", enforceSchema=False)
            return reader.csv(job.source), delimiter
        case "jsonl":
            return spark.read.json(job.source, primitivesAsString=True, mode="FAILFAST"), ","
        case _:
            return spark.read.parquet(job.source), ","


def _delimiter(spark: SparkSession, job: Job) -> str:
    first = spark.read.text(job.source).first()
    if first is None or not first.value:
        raise InputError("empty_file", "{source}: the file is empty", source=job.source)
    header = first.value.removeprefix("\ufeff")
    delimiter = job.delimiter or delimiter_of(header, job.used)
    names = split(header, delimiter)
    if len({name.casefold() for name in names} - {""}) < len(names):
        raise InputError(
            "duplicate_column",
            "{source}: columns without a name of their own",
            "name each column once, or use --engine duckdb",
            source=job.source,
        )
    return delimiter


def _write(rows: DataFrame, job: Job, delimiter: str) -> None:
    writer = rows.write.mode("append")
    match _format(job.out):
        case "csv":
            writer.options(**_CSV, sep=delimiter, emptyValue="").csv(job.out)
        case "jsonl":
            writer.json(job.out, ignoreNullFields=False)
        case _:
            writer.parquet(job.out)


def _day_format(source: DataFrame, job: Job, table: Table) -> tuple[str, tuple[Notice, ...]]:
    cell = table.cell(job.date, job.source)
    if job.date_format is not None:
        return job.date_format, ()
    days = source.selectExpr(f"CAST({cell} AS STRING) AS day").limit(SAMPLE).distinct().limit(5000).collect()
    return dates.stated([row.day for row in days if row.day is not None], job.source, job.date)


def _create_texts(cells: DataFrame, lang: str | None) -> tuple[set[str], list[Notice]]:
    """View ``texts``, as the module of that name has it; each distinct cell is read where it is. Gives the
    refusals among them, and what is not certain."""
    from pyspark.sql.functions import min as least

    schema = ", ".join(f"{name} STRING" for name in ("text", *Cell._fields))
    distinct = cells.where("text IS NOT NULL").distinct()
    texts = distinct.mapInArrow(partial(_read_texts, lang), schema).cache()
    texts.createOrReplaceTempView("texts")
    refusals = texts.select("refusal").distinct().where("refusal IS NOT NULL").collect()
    examples = texts.where("doubt IS NOT NULL").groupBy("doubt").agg(least("text").alias("text")).collect()
    return {row.refusal for row in refusals}, doubts_about(sorted(row.text for row in examples), lang)


def _read_texts(lang: str | None, batches: Iterable[Any]) -> Iterator[Any]:
    import pyarrow

    for batch in batches:
        texts = batch.column("text")
        cells = columns(read_cell(text, lang) for text in texts.to_pylist())
        if cells:
            yield pyarrow.record_batch([texts, *cells], names=["text", *Cell._fields])


def _name(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _number(cell: str) -> str:
    # Java takes 1d and 1f for numbers too.
    text = f"trim(CAST({cell} AS STRING))"
    number = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$"
    return f"CASE WHEN {text} RLIKE '{number}' THEN try_cast({text} AS DOUBLE) END"


def _day(cell: str, form: str) -> str:
    text = f"trim(CAST({cell} AS STRING))"
    if form == dates.ISO:
        # A year alone, or with a month, is a date to Spark.
        full = f"{text} RLIKE '^[0-9]{{4,}}[-/][0-9]{{1,2}}[-/][0-9]{{1,2}}([ T].*)?$'"
        return f"CASE WHEN {full} THEN try_cast(replace({text}, '/', '-') AS DATE) END"
    for ours, javas in _JAVA.items():
        form = form.replace(ours, javas)
    return f"CAST(try_to_timestamp({text}, {literal(form)}) AS DATE)"


# strptime's directives as Java's; those of one letter take one digit or two, as strptime's do.
_JAVA = {"%Y": "yyyy", "%y": "yy", "%m": "M", "%d": "d", "%b": "MMM", "%B": "MMMM"}


def _read_cells(rows: str) -> str:
    return f"{rows} LEFT JOIN texts AS m ON m.text = t.u0"


def _meet(targets: int, rows: str, today: date) -> str:
    alike = " AND ".join(f"a.answer_{n} = c.answer_{n}" for n in range(targets))
    asked = f"CASE WHEN k.day_ <= DATE '{today}' THEN least(greatest(k.day_, s.first), s.last) END"
    return (
        f"{rows} AS k LEFT JOIN spans AS s ON s.currency = upper(trim(k.currency_)) "
        f"LEFT JOIN calendar AS c ON c.id = s.id AND c.as_of = {asked} LEFT JOIN answers AS a ON {alike}"
    )
