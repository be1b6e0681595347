"""The beginning of CSV files, and lines from all over them, wherever Spark finds the files.

The same bytes tell their header and how their columns are written as on DuckDB.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from . import samples
from .inputs import compression_of
from .records import BLOCK, Records

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# Of a packed file, in which so much is at least as much unpacked.
_HEAD = BLOCK + 1


@dataclass(frozen=True, slots=True)
class Head:
    """The ``header`` of CSV files as the first of them has it, and ``spread``, rows from all over them."""

    header: Records
    spread: Sequence[Sequence[str]]


def head_of(spark: SparkSession, source: str, used: Sequence[str], delimiter: str | None) -> Head:
    """The head of the CSV files at ``source``, whatever Spark reads.

    Raises InputError: ``empty_file``, ``binary_file``, ``not_utf8``, ``bad_csv``, ``line_too_long``.
    """
    names = sorted(spark.read.text(source).inputFiles())
    if not names:
        raise InputError("empty_file", "{source}: the file is empty", source=source)
    files = [_file(spark, name) for name in names]
    packed = compression_of(names[0])
    pread, _ = files[0]
    header = Records(io.BytesIO(pread(_HEAD, 0)), packed, source, used, delimiter)
    lines: Iterator[str] = iter(()) if packed else samples.spread(files)
    return Head(header, samples.rows(lines, header.delimiter, len(header.names)))


def _file(spark: SparkSession, name: str) -> tuple[samples.Pread, int]:
    """What reads a file from anywhere, by Hadoop, and its size."""
    jvm: Any = spark.sparkContext._jvm  # PySpark has no other way to files that are not here
    path = jvm.org.apache.hadoop.fs.Path(jvm.java.net.URI(name))
    system = path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
    size = system.getFileStatus(path).getLen()
    return partial(_pread, jvm, system, path, size), size


def _pread(jvm: Any, system: Any, path: Any, size: int, length: int, offset: int) -> bytes:
    file = system.open(path)
    try:
        file.seek(offset)
        return bytes(jvm.org.apache.commons.io.IOUtils.toByteArray(file, min(length, size - offset)))
    finally:
        file.close()
