"""Spark as a process meets it: not there, not started, interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from capexcalc.bulk.spark_session import _stderr_aside, session
from capexcalc.errors import UsageError

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """``capexcalc check`` of a corpus on one core of Spark, as a process."""
    corpus = tmp_path / "corpus.jsonl"

    def call(*options: str, documents: int = 1, **environ: str) -> subprocess.Popen[str]:
        text = "BEIJING, Feb 24, 2025 - The plan costs 380 billion yuan (52 billion euros). " * 20
        corpus.write_text((json.dumps({"id": "d", "text": text}) + "\n") * documents)
        command = [sys.executable, "-m", "capexcalc", "check", str(corpus), "--engine", "spark"]
        return subprocess.Popen(
            [*command, "--out", str(tmp_path / "out"), *options],
            env={**os.environ, "CAPEXCALC_CACHE_DIR": str(tmp_path / "no cache"), **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return call


def test_without_the_extra_it_is_one_line_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py4j.protocol", None)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(UsageError) as caught, session(None):
        pass
    assert caught.value.code == "missing_extra"
    assert caught.value.hint == (
        "pipx inject capexcalc duckdb pyspark pyarrow pandas; or, in a clone: pip install '.[spark]'"
    )


def test_what_java_says_on_standard_error_is_set_aside_meanwhile(capfd: pytest.CaptureFixture[str]) -> None:
    with _stderr_aside() as log:
        os.write(2, b"much to say")
        log.seek(0)
        assert log.read() == b"much to say"
    os.write(2, b"ours")
    assert capfd.readouterr() == ("", "ours")


@pytest.mark.spark
def test_without_java_it_is_one_line_that_it_is_needed(start: Start) -> None:
    pytest.importorskip("pyspark", reason="Spark needs PySpark")
    running = start(PATH="", JAVA_HOME="")
    out, said = running.communicate(timeout=300)
    assert (running.returncode, out) == (2, "")
    assert said == "error: Spark needs Java, which is not installed\nhint: install Java 17\n"


@pytest.mark.spark
def test_what_java_says_of_a_start_that_failed_is_told_in_one_line(start: Start, java: None) -> None:
    running = start("--master", "nowhere")
    _, said = running.communicate(timeout=300)
    assert running.returncode == 2
    assert "Spark did not start: Master must" in said
    assert len(said.splitlines()) == 2


@pytest.mark.spark
def test_a_verdict_can_fail_the_command_and_all_is_written(start: Start, java: None, tmp_path: Path) -> None:
    running = start("--master", "local[1]", "--fail-on", "refuted", documents=3)
    out, said = running.communicate(timeout=300)
    assert (running.returncode, out) == (10, "")
    assert said == "documents: 3, with 60 claims: 60 refuted\n"
    (written,) = (tmp_path / "out").glob("part-*")
    assert written.read_text().count('"schema": "capexcalc/check@1"') == 3


@pytest.mark.spark
def test_ctrl_c_ends_it_quietly_and_leaves_no_output(start: Start, java: None, tmp_path: Path) -> None:
    running = start("--master", "local[1]", documents=20_000)
    while not (tmp_path / "out" / "_temporary").exists() and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    out, said = running.communicate(timeout=300)
    assert (running.returncode, out, said) == (130, "", "")
    assert list((tmp_path / "out").iterdir()) == []
