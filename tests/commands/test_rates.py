"""What there is in the folders of rates, and what of it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from capexcalc.cache.store import shipped_root
from capexcalc.commands.rates import status

TODAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("years", "said"), [((2025,), "1 damaged file in"), ((2024, 2025), "2 damaged files in")]
)
def test_damaged_files_are_counted(years: tuple[int, ...], said: str, write: Callable[..., Path]) -> None:
    root = write("Date,USD,\n2025-01-02,1.03,\n2024-12-30,1.04,\n2023-12-29,1.10,\n")
    assert status([root], TODAY).warnings == ()
    for year in years:
        (root / "ecb" / f"{year}.csv").write_bytes(b"?")
    (notice,) = status([root], TODAY).warnings
    assert notice.message.startswith(said)


def test_an_index_is_as_old_as_the_end_of_its_last_year() -> None:
    (found,) = (each for each in status([shipped_root()], TODAY).result if each.source == "bls_cpi")
    assert found.first == date(1913, 12, 31)
    assert found.last is not None
    assert (found.last.month, found.last.day) == (12, 31)
    assert found.age_days == (TODAY - found.last).days
