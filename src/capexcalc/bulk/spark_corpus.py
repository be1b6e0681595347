"""A corpus of documents checked on Spark: the same reader, the same verdicts, a line of JSON a document."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from ..cache.manifest import MANIFEST
from ..claims.verdicts.verdict import VERDICTS
from ..documents.document import Document
from ..documents.documents import STDIN
from ..errors import InputError, UsageError
from ..rates.calendar_rules import OK
from .inputs import Kind, kind_of
from .spark_session import refuse_existing, run, session
from .spark_worker import COLUMNS, Judge, Printer, Rates, Start, Starts, Work, edition

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


@dataclass(frozen=True, slots=True)
class Scan:
    """What came of a corpus: ``documents`` written, of them ``refused`` with an error in their place (of one,
    the message is ``example``), ``warned`` those with warnings, and how many claims met each verdict."""

    documents: int
    refused: int
    example: str | None
    warned: int
    verdicts: Mapping[str, int]


def check(
    sources: Sequence[str],
    out: str,
    *,
    judge: Judge,
    printer: Printer,
    rates: Rates,
    cache: Path,
    master: str | None = None,
) -> Scan:
    """Judge each line of the JSON Lines files ``sources`` (whatever Spark reads) into the new folder ``out``.

    A name that ends in .parquet gives a table of ``id``, ``status`` (``ok``, or the code of an error),
    ``document``, the number of claims of each verdict, and ``warnings``; any other the documents alone, as
    lines of text. What is no document stands in its place as an error that names file and line. The lines
    of one file stay in order. ``cache`` is the user's folder of rates, which workers are sent. Raises
    InputError, UsageError, CacheError.
    """
    if STDIN in sources:
        raise UsageError("no_stream", "Spark reads files, not standard input", "name a .jsonl file or folder")
    form, book = _format(out), rates.book(cache)
    list(judge((Document("", ""),), book=book))  # settings that no document can be judged by are told now
    with TemporaryDirectory(prefix="capexcalc-") as scratch, session(master) as spark:
        archive = _shipped(spark, cache, Path(scratch))
        work = partial(Work, judge, printer, rates, archive, edition(book))
        return run(spark, lambda: _check(spark, sources, out, form, work))


def _check(
    spark: SparkSession,
    sources: Sequence[str],
    out: str,
    form: Kind,
    work: Callable[[Starts], Work],
) -> Scan:
    refuse_existing(spark, out)
    # The lines are gone through twice, split the same way even if workers join in between.
    spark.conf.set("spark.sql.files.minPartitionNum", str(spark.sparkContext.defaultParallelism))
    lines = spark.read.text(list(sources), lineSep="\n").selectExpr(
        "CAST(value AS BINARY) AS line", "_metadata.file_path", "_metadata.file_block_start"
    )
    starts = _starts(lines, sources)
    if not starts:
        raise InputError("empty_file", "{sources}: the file is empty", sources=", ".join(sources))
    return _write(lines.mapInArrow(work(starts), ", ".join(map(" ".join, COLUMNS))), out, form)


def _format(out: str) -> Kind:
    try:
        form = kind_of(out)[0]
    except UsageError:
        return "jsonl"
    if form == "csv":
        raise UsageError(
            "unknown_format",
            "{out}: documents are not written as CSV",
            "name a folder, for JSON Lines, or one that ends in .parquet",
            out=out,
        )
    return form


def _starts(lines: DataFrame, sources: Sequence[str]) -> Starts:
    """Spark knows no line numbers: lines are counted split by split, which is little beside judging them."""
    given = {os.path.abspath(source): source for source in sources}  # noqa: PTH100 - resolves no links
    starts: dict[tuple[str, int], Start] = {}
    path, before = "", 0
    for found, at, count in sorted(lines.groupBy("file_path", "file_block_start").count().collect()):
        if found != path:
            path, before = found, 0
        plain = unquote(found).removeprefix("file:")
        starts[found, at] = Start(given.get(plain, plain), before)
        before += count
    return starts


def _shipped(spark: SparkSession, cache: Path, scratch: Path) -> str | None:
    """Send the user's own rates along to wherever the work is done; the name they go by."""
    folders = [manifest.parent for manifest in cache.glob(f"*/{MANIFEST}")]
    if not folders:
        return None
    path = scratch / f"{scratch.name}.zip"
    with ZipFile(path, "w") as archive:
        for folder in folders:
            for file in folder.iterdir():
                archive.write(file, file.relative_to(cache))
    spark.sparkContext.addArchive(str(path))
    return path.name


def _write(found: DataFrame, out: str, form: Kind) -> Scan:
    from pyspark.sql import Observation, functions

    message = "get_json_object(document, '$.error.message')"
    expressions: dict[str, str] = {
        "documents": "count(*)",
        "refused": f"count_if(status <> '{OK}')",
        "example": f"min(CASE WHEN status <> '{OK}' THEN {message} END)",
        "warned": "count_if(size(warnings) > 0)",
        **{str(verdict): f"coalesce(sum({verdict}), 0)" for verdict in VERDICTS},
    }
    counted = Observation("documents")
    found = found.observe(counted, *(functions.expr(sql).alias(name) for name, sql in expressions.items()))
    if form == "parquet":
        found.write.mode("append").parquet(out)
    else:
        found.select("document").write.mode("append").text(out, lineSep="\n")
    counts = counted.get
    verdicts: dict[str, int] = {verdict: counts[verdict] for verdict in VERDICTS if counts[verdict]}
    return Scan(counts["documents"], counts["refused"], counts["example"], counts["warned"], verdicts)
