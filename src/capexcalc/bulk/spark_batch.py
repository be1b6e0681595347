"""Bulk conversion on Spark: the same SQL, the calendar broadcast, paths of every kind that Spark knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ..commands.outcome import Outcome
from ..errors import InputError, Notice, UsageError
from ..money.currency_cells import Unit, parts, unit_of
from ..rates.book import RateBook
from ..rates.calendar_rules import CONVERTED, OK, fingerprint
from . import engine, sql
from .amounts import FigureReader
from .averages import Averages
from .calendar import CalendarTable
from .dates import ISO, DayReader
from .inputs import SAMPLE, Kind, Table, delimiter_of, kind_of, refuse_clashes, split, stated, ways
from .job import DEFAULT_MEMORY, FAULTS, Job, Summary
from .quoting import literal
from .reading import settle
from .spark_calendar import side_by_side, with_averages
from .spark_session import refuse_existing, run, session
from .sql import Dialect, Reading
from .streams import STREAM
from .tally import Tally, fault_cell
from .texts import Cell, columns, doubts_about, read_cell

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

    refuse_existing(spark, job.out)
    source, delimiter = _read(spark, job)
    table = _table(source, job, delimiter)
    refuse_clashes(table, job.added, job.source)
    source.createOrReplaceTempView("input")
    reading, notices = settle(job, table, partial(_texts, source, job, table))
    if reading.days.periods:
        averages = Averages(book, job.to)
        tables = with_averages(tables, averages, _periods(source, job, table, reading), job.to)
        statuses |= {str(each) for each in tables["answers"]["status"].to_pylist()}
    figures, days = partial(FigureReader, reading.mark), partial(DayReader, reading.days)
    _define(spark, "read_figure", figures, "value DOUBLE, refusal STRING", 2)
    _define(spark, "read_day", days, "first DATE, last DATE, refusal STRING", 1)
    # Spark makes a task of each Arrow batch, and by itself hundreds of them.
    spark.conf.set(_ARROW_BATCH, "250000")
    for name, rows in tables.items():
        functions.broadcast(spark.createDataFrame(rows)).createOrReplaceTempView(name)
    spark.conf.unset(_ARROW_BATCH)
    if job.text is not None:
        beside = _beside(job, table, reading)
        texts = source.selectExpr(f"{table.cell(job.text, job.source)} AS text", f"{beside} AS beside")
        refusals, unsure = _create_texts(texts, job.lang)
        statuses |= refusals
        notices += (*unsure,)
    meet = partial(_meet, job.to, reading.days.periods)
    dialect = Dialect(_number, _day, _read_cells, meet, "a.{}".format)
    converted = sql.converted(dialect, job, table, reading, book.today, text_dates=len(job.to) > 1)
    names = [f"c{n} AS {_name(name)}" for n, name in enumerate(table.names)]
    fault = f"{fault_cell()} AS {_FAULT}"
    done = spark.sql(f"SELECT {', '.join([*names, *job.added, fault])} FROM ({converted})")
    counted = Observation("statuses")
    counts = [functions.expr(f"count_if(status = {literal(each)})").alias(each) for each in sorted(statuses)]
    cells_ = [
        functions.expr(f"min(CASE WHEN status = {literal(each)} THEN {_FAULT} END)").alias(f"{_FAULT} {each}")
        for each in sorted(statuses - CONVERTED)
    ]
    # Spark reads CSV that is no UTF-8 all the same, and says nothing.
    part = delimiter if _format(job.source) == "csv" else None
    cells = ", ".join(map(_name, table.names if part else ())) or "NULL"
    replaced = functions.expr(f"count_if(contains(concat_ws('', {cells}), '\ufffd'))").alias(_REPLACED)
    _write(done.observe(counted, *counts, *cells_, replaced).drop(_FAULT), job, delimiter)
    given = counted.get
    faults = {each: given.pop(f"{_FAULT} {each}") for each in statuses - CONVERTED}
    found = Counter({status: n for status, n in given.items() if n})
    said = *stated(job, delimiter), *notices, *_not_utf8(job, found.pop(_REPLACED, 0))
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


def _table(source: DataFrame, job: Job, delimiter: str) -> Table:
    numbers = ("int", "float", "double", "decimal", "short", "long", "byte")
    typed = {field.name for field in source.schema if field.dataType.typeName().startswith(numbers)}
    inside = {
        name: (cell := _name(root) + way.replace('"', "`"), cell)
        for name, root, way in ways(source.columns, job.used)
    }
    names = tuple(source.columns)
    return Table("input", names, tuple(map(_name, names)), delimiter, typed=frozenset(typed), inside=inside)


def _texts(source: DataFrame, job: Job, table: Table, name: str) -> list[str]:
    cell = table.cell(name, job.source)
    some = source.selectExpr(f"CAST({cell} AS STRING) AS cell").limit(SAMPLE).distinct().collect()
    return [row.cell for row in some if row.cell is not None]


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


def _define(spark: SparkSession, name: str, make: Callable[[], Any], fields: str, takes: int) -> None:
    """A function of columns of texts that gives a struct, as DuckDB has one; it is made where it works."""
    import pandas
    from pyspark.sql.pandas.functions import pandas_udf

    names = [field.split()[0] for field in fields.split(", ")]
    made: list[Any] = []

    def read(*columns: Any) -> Any:
        import pandas
        from pyarrow import array, string

        made[:] = made or [make()]
        columns_ = made[0](*(array(column.tolist(), string(), from_pandas=True) for column in columns))
        return pandas.DataFrame({n: column.to_pylist() for n, column in zip(names, columns_, strict=True)})

    def one(cells: Any) -> Any:
        return read(cells)

    def two(cells: Any, beside: Any) -> Any:
        return read(cells, beside)

    function = one if takes == 1 else two
    # By its types Spark tells what it is given, and they are those of a module that is loaded late.
    function.__annotations__ = {
        each: pandas.DataFrame if each == "return" else pandas.Series for each in function.__annotations__
    }
    make_: Any = pandas_udf  # whose types know no function that is made
    spark.udf.register(name, make_(function, fields))


def _create_texts(cells: DataFrame, lang: str | None) -> tuple[set[str], list[Notice]]:
    """View ``texts``, as the module of that name has it; each distinct cell is read where it is. Gives the
    refusals among them, and what is not certain."""
    from pyspark.sql.functions import min as least

    schema = ", ".join(f"{name} STRING" for name in ("text", "beside", *Cell._fields))
    distinct = cells.where("text IS NOT NULL").distinct()
    texts = distinct.mapInArrow(partial(_read_texts, lang), schema).cache()
    texts.createOrReplaceTempView("texts")
    refusals = texts.select("refusal").distinct().where("refusal IS NOT NULL").collect()
    examples = texts.where("doubt IS NOT NULL").groupBy("doubt").agg(least("text").alias("text")).collect()
    return {row.refusal for row in refusals}, doubts_about(sorted(row.text for row in examples), lang)


def _read_texts(lang: str | None, batches: Iterable[Any]) -> Iterator[Any]:
    import pyarrow

    for batch in batches:
        given = batch.column("text"), batch.column("beside")
        cells = columns(
            read_cell(text, lang, beside)
            for text, beside in zip(*(each.to_pylist() for each in given), strict=True)
        )
        if cells:
            yield pyarrow.record_batch([*given, *cells], names=["text", "beside", *Cell._fields])


def _name(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _number(cell: str) -> str:
    # Java takes 1d and 1f for numbers too.
    text = f"trim(CAST({cell} AS STRING))"
    number = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$"
    return f"CASE WHEN {text} RLIKE '{number}' THEN try_cast({text} AS DOUBLE) END"


def _day(cell: str, form: str) -> str:
    text = f"trim(CAST({cell} AS STRING))"
    if form == ISO:
        # A year alone, or with a month, is a date to Spark.
        full = f"{text} RLIKE '^[0-9]{{4,}}[-/][0-9]{{1,2}}[-/][0-9]{{1,2}}([ T].*)?$'"
        return f"CASE WHEN {full} THEN try_cast(replace({text}, '/', '-') AS DATE) END"
    for ours, javas in _JAVA.items():
        form = form.replace(ours, javas)
    return f"CAST(try_to_timestamp({text}, {literal(form)}) AS DATE)"


# strptime's directives as Java's; those of one letter take one digit or two, as strptime's do.
_JAVA = {"%Y": "yyyy", "%y": "yy", "%m": "M", "%d": "d", "%b": "MMM", "%B": "MMMM"}


def _read_cells(rows: str) -> str:
    return f"{rows} LEFT JOIN texts AS m ON m.text = t.amount_text AND m.beside <=> t.currency_text"


def _meet(targets: Sequence[str], periods: bool, rows: str, today: date) -> str:
    alike = " AND ".join(f"a.answer_{n} = k.c.answer_{n}" for n in range(len(targets)))
    as_of = "least(greatest(k.day_, s.first), s.last)"
    until = ""
    if periods:
        as_of = f"CASE WHEN k.last_ IS NULL THEN {as_of} ELSE k.day_ END"
        until = f" AND c.until = coalesce(k.last_, {as_of})"
    asked = f"CASE WHEN k.day_ <= DATE '{today}' THEN {as_of} END"
    figures = ", ".join(
        f"'rate_{code.lower()}', c.rate_{code.lower()} / s.parts, "
        f"'observed_{n}', c.observed_{n}, 'answer_{n}', c.answer_{n}"
        for n, code in enumerate(targets)
    )
    cell = r"trim(regexp_replace(currency_, '\\s+', ' '))"
    exact = ", ".join(map(literal, parts()))
    spelled = f"CASE WHEN {cell} IN ({exact}) THEN {cell} ELSE lower({cell}) END"
    met = (
        f"SELECT k.*, named_struct({figures}) AS c FROM (SELECT *, {spelled} AS spelled_ FROM {rows}) AS k "
        f"LEFT JOIN spans AS s ON s.currency = k.spelled_ "
        f"LEFT JOIN calendar AS c ON c.id = s.id AND c.as_of = {asked}{until}"
    )
    return f"({met}) AS k LEFT JOIN answers AS a ON {alike}"
