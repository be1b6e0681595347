"""Files as Spark reads and writes them: CSV, JSON Lines and Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InputError, UsageError
from .inputs import Kind, delimiter_of, kind_of, split
from .job import Job

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_CSV: dict[str, str | bool] = {
    "header": True, "quote": '"', "escape": '"',
    "ignoreLeadingWhiteSpace": False, "ignoreTrailingWhiteSpace": False,
}  # fmt: skip


def read(spark: SparkSession, job: Job) -> tuple[DataFrame, str]:
    """The rows, and what parts the cells of a CSV file."""
    match format_of(job.source):
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
