"""The program in an empty folder and with no cache of the user's, in this process and as one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sysconfig
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from capexcalc.cli.context import Outside
from capexcalc.cli.program import run

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
_DATA = {"csv", "markdown", "json", "jsonl"}  # in UTF-8 whatever the console is set to


def _ended(arguments: tuple[str | bytes, ...], code: int, out: bytes, err: bytes, encoding: str) -> Done:
    told = err.decode(encoding)
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert code != 1, told
    printed = out.decode("utf-8" if _DATA.intersection(arguments) else encoding)
    return subprocess.CompletedProcess(arguments, code, printed, told)


@pytest.fixture
def capexcalc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the arguments, which must not end in a traceback, with little but ``environ`` set."""

    def call(*arguments: str, stdin: bytes = b"", **environ: str) -> Done:
        monkeypatch.chdir(tmp_path)
        out, err = io.BytesIO(), io.BytesIO()
        outside = Outside(
            stdin=io.BytesIO(stdin),
            stdout=io.TextIOWrapper(out, "utf-8", errors="backslashreplace", write_through=True),
            stderr=io.TextIOWrapper(err, "utf-8", errors="backslashreplace", write_through=True),
            width=int(environ.get("COLUMNS", 80)),
            today=date.today(),
            environ={"PATH": os.environ["PATH"], "HOME": str(tmp_path), **environ},
            folder=Path(),
        )
        return _ended(arguments, run(arguments, outside), out.getvalue(), err.getvalue(), "utf-8")

    return call


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """The same by the installed program, for what the interpreter or the system has a hand in."""
    program = str(Path(sysconfig.get_path("scripts")) / "capexcalc")
    counting = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}

    def call(*arguments: str | bytes, stdin: bytes = b"", **environ: str) -> Done:
        done = subprocess.run(
            [program, *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), **counting, **environ},
            timeout=60,
        )
        encoding = environ.get("PYTHONIOENCODING", "utf-8")
        return _ended(arguments, done.returncode, done.stdout, done.stderr, encoding)

    return call
