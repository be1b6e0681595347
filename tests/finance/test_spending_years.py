"""Times as the cells of spending tables name them, and the years that nobody counts."""

from __future__ import annotations

import pytest

from capexcalc.finance.spending_years import stretch_of


@pytest.mark.parametrize("cell", ["{}-12-31", "Q1 {}", "1H{}", "FY{}", "{}"])
def test_a_year_that_nobody_counts_is_none(cell: str) -> None:
    for year, told in (
        (1799, False),
        (1800, True),
        (2199, True),
        (2200, False),
        ("0001", False),
        (9999, False),
    ):
        found = stretch_of(cell.format(year), "f:2", year_end=(12, 31))
        assert (found is not None) == told, cell.format(year)
