"""Cells of currencies as numbers: the same whoever else is reading, and however many there are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

pytest.importorskip("duckdb")
pyarrow = pytest.importorskip("pyarrow")

from capexcalc.bulk.lookup import _KNOWN, Units  # noqa: E402


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def cells(thread: int, piece: int) -> list[str]:
    return ["EUR", f"no{thread}-{piece}", "GBp", f"none{thread}-{piece}", "USD"]


def read(units: Units, texts: list[str]) -> list[tuple[int, int]]:
    numbers, parts = units.of(pyarrow.array(texts, pyarrow.large_string()))
    return list(zip(numbers.tolist(), parts.tolist(), strict=True))


@pytest.mark.usefixtures("restless")
def test_a_currency_is_the_same_number_while_others_are_learned() -> None:
    units = Units()

    def learn(thread: int) -> None:
        for piece in range(60):
            texts = cells(thread, piece)
            assert read(units, texts) == read(Units(), texts)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(learn, range(4)))


@pytest.mark.parametrize("many", [_KNOWN - 1, _KNOWN, 2 * _KNOWN + 1])
def test_a_piece_of_any_number_of_unknown_cells_is_read(many: int) -> None:
    units = Units()
    texts = [f"no{n}" for n in range(many)] + ["EUR", None, "GBp"]
    for _ in range(2):
        numbers, parts = units.of(pyarrow.array(texts, pyarrow.large_string()))
        assert len(set(numbers[:many].tolist())) == 1
        assert numbers[many] != numbers[0] == numbers[many + 1]
        assert parts[-1] == 100
