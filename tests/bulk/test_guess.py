"""The numbers that decide what columns are guessed to be: a case just inside and one just outside each."""

from __future__ import annotations

import pytest

from capexcalc.bulk.guess import guess
from capexcalc.bulk.headers import header_at


@pytest.mark.parametrize(("named", "place"), [(80, 0), (79, 1)])
def test_a_header_fills_four_fifths_of_what_its_rows_fill(named: int, place: int) -> None:
    full = ["x"] * 100
    assert header_at([["x"] * named + [""] * (100 - named), full, full], []) == place


@pytest.mark.parametrize(("above", "place"), [(19, 19), (20, 0)])
def test_a_header_is_among_the_first_twenty_rows(above: int, place: int) -> None:
    assert header_at([["title", ""]] * above + [["Value", "Date"], ["1", "2"]], ["Value"]) == place


@pytest.mark.parametrize("cells", [["1", ""], ["1", "2"]])
def test_a_header_fills_two_cells(cells: list[str]) -> None:
    assert header_at([["title", ""], ["a", "b"], cells, cells], []) == 1


@pytest.mark.parametrize(("figures", "amount"), [(50, "Value"), (49, None)])
def test_half_the_cells_of_an_amount_are_figures(figures: int, amount: str | None) -> None:
    cells = ["5"] * figures + ["none"] * (100 - figures)
    assert guess([{"Value": cell} for cell in cells]).amount == amount


@pytest.mark.parametrize(("cells", "amount"), [(300, "Value"), (301, None)])
def test_three_hundred_cells_are_looked_at_from_all_over(cells: int, amount: str | None) -> None:
    rows = [{"Value": "1000" if n % 2 or not n else "none"} for n in range(cells)]  # of more every other one
    assert guess(rows).amount == amount


@pytest.mark.parametrize(("name", "date"), [("Kaufdato", "Kaufdato"), ("Kaufday", None)])
def test_a_word_of_four_letters_is_told_inside_of_another(name: str, date: str | None) -> None:
    assert guess([{name: "43103"}]).date == date


@pytest.mark.parametrize(
    ("cells", "amount"),
    [
        (["1000"] * 50 + ["none"] * 50, "Note"),
        (["1000"] * 49 + ["none"] * 51, None),
        (["999"] * 99 + ["1000"], "Note"),
        (["999"] * 99 + ["none"], None),
        (["999"] * 99 + ["9.5"], "Note"),
    ],
)
def test_what_has_no_name_for_it_has_figures_of_four_digits(cells: list[str], amount: str | None) -> None:
    assert guess([{"Note": cell} for cell in cells]).amount == amount


@pytest.mark.parametrize(("days", "date"), [(50, "Note"), (49, None)])
def test_half_the_cells_of_dates_are_dates(days: int, date: str | None) -> None:
    cells = ["2018-01-03"] * days + ["none"] * (100 - days)
    assert guess([{"Note": cell} for cell in cells]).date == date


@pytest.mark.parametrize(("days", "date"), [(50, "Start"), (49, "Period")])
def test_a_column_of_days_goes_before_one_of_months(days: int, date: str) -> None:
    cells = ["3 January 2018"] * days + ["January 2018"] * (100 - days)
    assert guess([{"Period": "January 2018", "Start": cell} for cell in cells]).date == date


@pytest.mark.parametrize(("signs", "amount"), [(10, "Note"), (9, None)])
def test_one_cell_in_ten_with_a_sign_makes_amounts_of_words(signs: int, amount: str | None) -> None:
    cells = ["a lot, $5 at least"] * signs + ["nothing"] * (100 - signs)
    assert guess([{"Note": cell} for cell in cells]).amount == amount


@pytest.mark.parametrize(("figures", "words"), [(50, False), (49, True)])
def test_amounts_are_words_where_less_than_half_are_figures(figures: int, words: bool) -> None:
    cells = ["€5"] * figures + ["€5 at least"] * (100 - figures)
    assert guess([{"Note": cell} for cell in cells]) == (
        "Note",
        None if words else "EUR",
        None,
        words,
        ("EUR",)[words:],
    )


@pytest.mark.parametrize(("days", "amount"), [(49, "Value"), (50, None)])
def test_a_column_with_days_in_half_its_cells_holds_no_amounts(days: int, amount: str | None) -> None:
    cells = ["2018-01-03"] * days + ["1000"] * (100 - days)
    assert guess([{"Date": "2018-01-03", "Value": cell} for cell in cells]).amount == amount
