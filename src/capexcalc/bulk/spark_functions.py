"""Python for Spark: functions of columns, and the cells of words, each read where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import Notice
from .texts import Cell, columns, doubts_about, read_cell

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def define(spark: SparkSession, name: str, make: Callable[[], Any], fields: str, *, beside: bool) -> None:
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

    function = two if beside else one
    # By its types Spark tells what it is given, and they are those of a module that is loaded late.
    function.__annotations__ = {
        each: pandas.DataFrame if each == "return" else pandas.Series for each in function.__annotations__
    }
    make_: Any = pandas_udf  # whose types know no function that is made
    spark.udf.register(name, make_(function, fields))


def create_texts(cells: DataFrame, lang: str | None) -> tuple[set[str], list[Notice]]:
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
