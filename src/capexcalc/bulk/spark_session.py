"""Spark sessions: what must be there for one, how it is started, and what its failures mean."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, TypeVar
from urllib.parse import unquote
from warnings import catch_warnings, filterwarnings

from ..errors import InputError, UsageError, extra

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

T = TypeVar("T")

_TICK = 0.1  # seconds between two looks at how far it is


@contextmanager
def session(master: str | None) -> Iterator[SparkSession]:
    """A session on ``master``, else on the one of Spark's own configuration, else on all local cores.

    A session that is running already lends its cores and is left running. Raises UsageError
    ``missing_extra``, ``missing_java``, ``spark_not_started``, InputError for what Spark makes of the work.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        hint = extra("duckdb", "pyspark", "pyarrow", "pandas", name="spark")
        raise UsageError(
            "missing_extra", "--engine spark needs PySpark, which is not installed", hint
        ) from None
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise UsageError("missing_java", "Spark needs Java, which is not installed", "install Java 17")
    running = SparkSession.getActiveSession()
    with catch_warnings():
        # PySpark's own, about the version of a pandas that is not used here.
        filterwarnings("ignore", category=FutureWarning, module="pyspark")
        with _stderr_aside() as log:
            try:
                spark = running or _builder(SparkSession.builder, master).getOrCreate()
            except (PySparkException, Py4JError) as error:
                reason = _reason(log) or _cause(error)
                raise UsageError(
                    "spark_not_started",
                    "Spark did not start: {reason}",
                    "Spark wants Java 17, and a --master such as local[4], spark://host:7077, yarn",
                    reason=reason,
                ) from None
        context = spark.sparkContext
        context.setLogLevel("OFF")  # what fails is told below, once
        if str(context.master).startswith("local") and "PYSPARK_PYTHON" not in os.environ:
            context.pythonExec = sys.executable  # Spark would take the python3 of the PATH
        try:
            # Views and settings of its own, on the same cores.
            yield spark.newSession()
        except (PySparkException, Py4JError) as error:
            raise _failure(error) from None
        finally:
            if running is None:
                spark.stop()


def run(spark: SparkSession, work: Callable[[], T]) -> T:
    """What ``work`` gives. It is done in another thread: Ctrl-C must find this one free to stop it."""
    with ThreadPoolExecutor(1) as pool:
        doing = pool.submit(work)
        try:
            return doing.result()
        finally:
            while not doing.done():  # again and again: between two jobs there is none to be stopped
                spark.sparkContext.cancelAllJobs()
                wait([doing], _TICK)


def refuse_existing(spark: SparkSession, out: str) -> None:
    """Raises InputError (``output_exists``): nothing is overwritten. What a job that died has left behind is
    no output yet: Spark hides it, and can write into its folder (``append``)."""
    from pyspark.errors import AnalysisException

    try:
        present = spark.read.text(out).inputFiles()
    except AnalysisException:
        return  # no such path
    if present:
        raise InputError(
            "output_exists", "{out}: is there already", "remove it, or name another with --out", out=out
        )


def _builder(builder: SparkSession.Builder, master: str | None) -> SparkSession.Builder:
    builder = builder.appName("capexcalc").config("spark.ui.showConsoleProgress", "false")
    if master is None:
        return builder
    if master.startswith("local"):
        # Driver and workers are one Java here, and its usual 1 GiB is too little for the calendar.
        builder = builder.config("spark.driver.memory", "2g")
    return builder.master(master)


@contextmanager
def _stderr_aside() -> Iterator[IO[bytes]]:
    """Java and the workers inherit standard error, and have much to say there that is nobody's business."""
    with TemporaryFile() as log:
        try:
            ours = os.dup(2)
        except OSError:  # closed
            yield log
            return
        os.dup2(log.fileno(), 2)
        try:
            yield log
        finally:
            os.dup2(ours, 2)
            os.close(ours)


def _reason(log: IO[bytes]) -> str:
    """What Java said when it ended: the message of its first exception, else its last line."""
    log.seek(0)
    lines = log.read().decode(errors="replace").split("\n")
    told = [line.partition("Exception: ")[2] for line in lines if "Exception: " in line]
    return next(filter(None, [*told, *reversed([line.strip() for line in lines])]), "")


def _failure(error: Exception) -> InputError | UsageError:
    cause = _cause(error)
    if "No module named 'capexcalc'" in str(error):
        return UsageError(
            "missing_on_workers",
            "the workers of the cluster have no capexcalc",
            (
                "install it there too, or ship an environment that has it: spark.archives "
                "(conda-pack, venv-pack)"
            ),
        )
    return InputError("spark_failed", "Spark: {cause}", "nothing was committed to the output", cause=cause)


def _cause(error: Exception) -> str:
    """The innermost of the errors Spark names, without Java's stack, and the file it was reading."""
    text = str(error)
    named = re.findall(r"\[[A-Z_.]{6,}\][^\n]*", text) or [text.strip().partition("\n")[0]]
    file = re.search(r"while reading file (?:file://)?(\S+?)\.?\s+SQLSTATE", text)
    return f"{unquote(file[1]) + ': ' if file else ''}{named[-1].partition(' SQLSTATE')[0]}"
