"""The numbers that decide what a table is taken for: a case just inside and one just outside each."""

from __future__ import annotations

import pytest

from capexcalc.bulk.amounts import mark_of
from capexcalc.bulk.guess import guess
from capexcalc.bulk.headers import header_at
from capexcalc.errors import InputError


@pytest.mark.parametrize(("named", "place"), [(80, 0), (79, 1)])
def test_a_header_fills_four_fifths_of_what_its_rows_fill(named: int, place: int) -> None:
    full = ["x"] * 100
    assert header_at([["x"] * named + [""] * (100 - named), full, full], []) == place


@pytest.mark.parametrize(("above", "place"), [(19, 19), (20, 0)])
def test_a_header_is_among_the_first_twenty_rows(above: int, place: int) -> None:
    assert header_at([["title", ""]] * above + [["Value", "Date"], ["1", "2"]], ["Value"]) == place


@pytest.mark.parametrize(("figures", "amount"), [(50, "Value"), (49, None)])
def test_half_the_cells_of_an_amount_are_figures(figures: int, amount: str | None) -> None:
    cells = ["1000"] * figures + ["none"] * (100 - figures)
    assert guess([{"Value": cell} for cell in cells]).amount == amount


@pytest.mark.parametrize(("words", "after", "amount"), [(150, "none", "Value"), (151, "1000", None)])
def test_three_hundred_cells_are_looked_at(words: int, after: str, amount: str | None) -> None:
    cells = ["none"] * words + ["1000"] * (300 - words) + [after] * 2
    assert guess([{"Value": cell} for cell in cells]).amount == amount


@pytest.mark.parametrize(("strays", "mark"), [(1, "."), (2, None)])
def test_one_figure_in_a_hundred_may_be_written_unlike_the_others(strays: int, mark: str | None) -> None:
    cells = ["1,000.50"] * (100 - strays) + ["1.000,50"] * strays
    if mark is None:
        with pytest.raises(InputError, match="Value"):
            mark_of(cells, "in.csv", "Value", ",")
    else:
        assert mark_of(cells, "in.csv", "Value", ",") == mark
