"""Files as Spark reads and writes them: CSV, JSON Lines and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import InputError, Notice, UsageError
from .inputs import Kind, kind_of
from .job import Job
from .records import Records
from .spark_heads import head_of
from .spark_sql import named

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_CSV: dict[str, str | bool] = {
    "header": True, "quote": '"', "escape": '"',
    "ignoreLeadingWhiteSpace": False, "ignoreTrailingWhiteSpace": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opened:
    """The ``rows`` that are read; of CSV what parts the cells, some rows from all over the files (``spread``)
    and the word about what is above the header."""

    rows: DataFrame
    delimiter: str = ","
    spread: Sequence[Sequence[str]] = ()
    notices: tuple[Notice, ...] = ()


def read(spark: SparkSession, job: Job) -> Opened:
    """The rows of a job's source. Raises InputError."""
    match format_of(job.source):
        case "csv":
            head = head_of(spark, job.source, job.used, job.delimiter)
            header = head.header
            _refuse_alike(header.names, job.source)
            return Opened(_csv(spark, job.source, header), header.delimiter, head.spread, header.notices)
        case "jsonl":
            return Opened(spark.read.json(job.source, primitivesAsString=True, mode="FAILFAST"))
        case _:
            return Opened(spark.read.parquet(job.source))


def _csv(spark: SparkSession, path: str, header: Records) -> DataFrame:
    # A row that does not fit the header, or a file with another, ends the job: Spark would fill or cut it in
    # silence.
    options: dict[str, Any] = {**_CSV, "sep": header.delimiter, "mode": "FAILFAST"}
    if not header.above:
        return spark.read.options(**options, enforceSchema=False).csv(path)
    from pyspark.sql.functions import from_csv

    lines = spark.read.text(path).selectExpr("value", "_metadata.file_path", "_metadata.file_block_start")
    body = lines.mapInArrow(partial(_below, header.above, header.header), "value STRING")
    fields = ", ".join(f"{named(name or f'_c{n}')} STRING" for n, name in enumerate(header.names))
    said = {name: str(value) for name, value in (options | {"header": False}).items()}
    return body.select(from_csv("value", fields, said).alias("row")).select("row.*")


def _below(above: int, header: str, batches: Iterable[Any]) -> Iterator[Any]:
    """The lines below the header, which in every file has as many lines ``above`` it: Spark knows no titles.

    Of each line it is known of what file it is, and where the piece begins that it was read with.
    """
    import pyarrow

    split: tuple[Any, ...] = ()
    number = 0
    for batch in batches:
        kept = []
        for line, *of in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            split, number = (split, number + 1) if tuple(of) == split else (tuple(of), 1)
            begins = split[1] == 0
            if begins and number == above + 1 and line.removeprefix("\ufeff") != header:
                raise RuntimeError(f"[OTHER_HEADER] {split[0]}: line {number} is not {header[:80]}")
            if line and not (begins and number <= above + 1):
                kept.append(line)
        yield pyarrow.record_batch([pyarrow.array(kept, pyarrow.string())], names=["value"])


def _refuse_alike(names: Sequence[str], source: str) -> None:
    if len({name.casefold() for name in names} - {""}) < len(names):
        raise InputError(
            "duplicate_column",
            "{source}: columns without a name of their own",
            "name each column once, or use --engine duckdb",
            source=source,
        )


def write(rows: DataFrame, job: Job, delimiter: str) -> None:
    writer = rows.write.mode("append")
    match format_of(job.out):
        case "csv":
            writer.options(**_CSV, sep=delimiter, emptyValue="").csv(job.out)
        case "jsonl":
            writer.json(job.out, ignoreNullFields=False)
        case _:
            writer.parquet(job.out)


def format_of(path: str) -> Kind:
    try:
        return kind_of(path)[0]
    except UsageError:
        return "parquet"
