"""The installed program as a process of its own, in an empty folder and with no cache of the user's."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def capexcalc(tmp_path: Path) -> Run:
    """Run the arguments, which must not end in a traceback, with little but ``environ`` set."""
    program = str(Path(sysconfig.get_path("scripts")) / "capexcalc")
    counting = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}

    def call(*arguments: str | bytes, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [program, *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), **counting, **environ},
            timeout=60,
        )
        encoding = environ.get("PYTHONIOENCODING", "utf-8")
        err = done.stderr.decode(encoding)
        # Data is in UTF-8 whatever the console is set to.
        out = done.stdout.decode(
            "utf-8" if {"csv", "markdown", "json", "jsonl"} & set(arguments) else encoding
        )
        assert "Traceback" not in err
        assert "Exception ignored" not in err
        assert done.returncode != 1, err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return call
