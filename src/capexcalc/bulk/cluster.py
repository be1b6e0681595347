"""Spark sessions, and what must be there for one."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import InputError, UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@contextmanager
def session(master: str | None) -> Iterator[SparkSession]:
    """A session on ``master``, else on the one of Spark's own configuration, else on all local cores.

    A session that is running already is used, and left running. Raises UsageError ``missing_extra``,
    ``missing_java``, InputError for what Spark makes of the work.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        hint = "pip install 'capexcalc[spark]'"
        raise UsageError(
            "missing_extra", "--engine spark needs PySpark, which is not installed", hint
        ) from None
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise UsageError("missing_java", "Spark needs Java, which is not installed", "install Java 17")
    running = SparkSession.getActiveSession()
    builder = SparkSession.builder.appName("capexcalc").config("spark.ui.showConsoleProgress", "false")
    if master is not None:
        builder = builder.master(master)
    spark = running or builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")  # what fails is told below, once
    try:
        yield spark
    except (PySparkException, Py4JError) as error:
        raise InputError("spark_failed", _cause(str(error)), "nothing was committed to the output") from None
    finally:
        if running is None:
            spark.stop()


def _cause(text: str) -> str:
    """The innermost of the errors Spark names, without Java's stack."""
    named = re.findall(r"\[[A-Z_.]{6,}\][^\n]*", text)
    return f"Spark: {named[-1] if named else text.strip().partition(chr(10))[0]}"
