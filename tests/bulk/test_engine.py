"""How much of the work is done, as it is told while it is done."""

from __future__ import annotations

from threading import Event
from types import SimpleNamespace

import pytest

pytest.importorskip("duckdb")
from capexcalc.bulk import engine


@pytest.mark.parametrize(
    ("shares", "engines", "told"), [((-1, 0, 0.5), False, [0, 0.5]), ((-1, 0, 50), True, [0, 0.5])]
)
def test_what_cannot_be_told_is_not_told_and_the_engine_tells_per_cent(shares, engines, told) -> None:
    left, ended, said = iter(shares), Event(), []

    def share() -> float:
        try:
            return next(left)
        except StopIteration:
            ended.set()
            return -1

    con = SimpleNamespace(execute=print, query_progress=share)
    engine.run(con, ended.wait, said.append, share=None if engines else share)
    assert said == told
