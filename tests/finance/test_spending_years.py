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


@pytest.mark.parametrize(
    ("cell", "year"), [("1998/99", 1999), ("1999/00", 2000), ("2000/01", 2001), ("2019/20", 2020)]
)
def test_two_digits_after_a_year_are_the_next(cell: str, year: int) -> None:
    found = stretch_of(cell, "f:2", year_end=(3, 31))
    assert found is not None
    assert found.days.end.year == year


@pytest.mark.parametrize(("cell", "year"), [("FY68", 2068), ("FY69", 1969), ("FY00", 2000), ("Q4 23", 2023)])
def test_two_digits_are_a_year_from_1969_to_2068(cell: str, year: int) -> None:
    found = stretch_of(cell, "f:2", year_end=(12, 31))
    assert found is not None
    assert found.days.end.year == year


@pytest.mark.parametrize(
    ("cell", "told"), [("31 March 2024", True), ("March 2024", True), ("Q5 2024", False)]
)
def test_a_year_ends_on_a_day_or_with_a_month(cell: str, told: bool) -> None:
    assert (stretch_of(cell, "f:2", year_end=(12, 31)) is not None) == told
