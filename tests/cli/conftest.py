"""The command line in this process, with streams of our own and a day that stays."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from capexcalc.cli.context import Outside
from capexcalc.cli.program import run


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def capexcalc(tmp_path: Path) -> Run:
    """Run the arguments as of 2026-11-01, with ``stdin`` piped in and ``environ`` set."""

    def call(*arguments: str, stdin: str = "", **environ: str) -> Ended:
        out, err = io.StringIO(), io.StringIO()
        outside = Outside(
            stdin=io.BytesIO(stdin.encode()),
            stdout=out,
            stderr=err,
            width=80,
            today=date(2026, 11, 1),
            environ={"CAPEXCALC_CACHE_DIR": str(tmp_path / "no cache"), **environ},
        )
        code = run(arguments, outside)
        return Ended(code, out.getvalue(), err.getvalue())

    return call
