"""What a figure in a cell is, and what its column must settle."""

from __future__ import annotations

from decimal import Decimal

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.bulk.amounts import FigureReader
from capexcalc.errors import InputError
from capexcalc.reading.cell_figures import (
    AmbiguousError,
    UnclearError,
    affix,
    number,
    parted,
    settled,
    told,
    unbracketed,
    unfolded,
)


@pytest.mark.parametrize(
    ("digits", "mark"),
    [
        ("12.5", "."), ("12,50", ","), ("1,234.56", "."), ("1.234,56", ","), ("1.234.567", ","),
        ("20,00,00,000", "."), ("0.125", "."), ("1234.567", "."), ("1.2e10", "."), ("1 234,5", ","),
        ("1.559e+1", "."), ("1,559e1", ","), ("1559e3", ""),
        ("98.500", "either"), ("7,250", "either"), ("98500", ""), ("1 234", ""), ("1'234", ""),
    ],
)  # fmt: skip
def test_a_figure_tells_its_decimal_mark_or_leaves_it_open(digits: str, mark: str) -> None:
    assert told(digits) == mark


@pytest.mark.parametrize(
    ("digits", "mark", "value"),
    [
        ("98.500", ".", "98.5"), ("98.500", ",", "98500"), ("7,250", ".", "7250"), ("7,250", ",", "7.25"),
        ("1,50,000", ".", "150000"), ("1 234 567", ",", "1234567"), ("1.2e10", ".", "12000000000"),
        ("12,5", ".", None), ("24 512 2", ".", None), ("32087 1", ".", None), ("1,234,56", ".", None),
        ("1.23.456", ",", None), ("12 345", "", "12345"),
    ],
)  # fmt: skip
def test_groups_have_three_digits_whatever_parts_them(digits: str, mark, value: str | None) -> None:
    assert number(digits, mark) == (None if value is None else Decimal(value))


def test_a_figure_of_a_column_that_tells_nothing_is_refused_with_both_readings() -> None:
    with pytest.raises(AmbiguousError) as caught:
        number("98.500", "")
    assert caught.value.readings == "98500 or 98.500"


def test_one_figure_settles_the_column_and_two_can_contradict() -> None:
    column = [("a:1", "98.500"), ("a:2", "1.234.567,89"), ("a:3", "n/a")]
    assert settled(column, ";") == ","
    with pytest.raises(InputError) as caught:
        settled([*column, ("a:4", "12.5")], ";")
    assert caught.value.message == "a:4 has a decimal point, a:2 a decimal comma"


def test_one_stray_in_a_hundred_contradicts_nothing_where_that_is_allowed_and_two_do() -> None:
    column = [(f"a:{n}", "12.5") for n in range(99)]
    assert settled([*column, ("b", "1,5")], ",", strays=0.01) == "."
    with pytest.raises(InputError):
        settled([*column, ("b", "1,5"), ("c", "2,5")], ",", strays=0.01)


@pytest.mark.parametrize(("separator", "mark"), [(",", "."), (";", ""), ("\t", ""), ("|", "")])
def test_a_comma_groups_where_commas_part_the_cells(separator: str, mark: str) -> None:
    assert settled([("a", "32,087")], separator) == mark
    assert settled([("a", "32.087")], separator) == ""


@pytest.mark.parametrize(
    ("text", "factor", "named"),
    [
        ("$5", 1, "USD"), ("-5", -1, None), ("$-5", -1, "USD"), ("(5)", -1, None), ("($5)", -1, "USD"),
        ("$(5)", -1, "USD"),
        ("5.-", 1, None), ("5,-", 1, None), ("5/-", 1, None), ("€5m", 10**6, "EUR"),
        ("5 Mio. EUR", 10**6, "EUR"),
        ("Rs.5", 1, "INR"), ("5 bn", 10**9, None), ("GBp 5", Decimal("0.01"), "GBP"), ("+5", 1, None),
        ("5 kn", 1, "HRK"),
    ],
)  # fmt: skip
def test_what_stands_about_a_figure_is_a_sign_a_scale_or_a_currency(text: str, factor, named) -> None:
    figure = parted(text)
    assert figure is not None
    found = affix(figure.before, figure.after)
    assert (found.factor, found.named[0] if found.named else None) == (factor, named)


@pytest.mark.parametrize("text", ["$.50", "5-", "5%", "5 apples", "5*", "- -5", "=5", "€.5", "5 USX"])
def test_what_is_not_clear_from_end_to_end_is_refused(text: str) -> None:
    figure = parted(text)
    assert figure is not None
    with pytest.raises(UnclearError):
        affix(figure.before, figure.after)


CELLS = st.text("0123456789.,' -()$€eE", max_size=14)


@given(st.lists(CELLS, max_size=30), st.sampled_from([".", ",", ""]), st.sampled_from([0, 100]))
def test_whole_columns_are_read_as_each_of_their_cells(cells: list[str], mark, few: int) -> None:
    texts = pyarrow.array(cells, pyarrow.string())
    none = pyarrow.nulls(len(cells), pyarrow.string())
    values, refusals = (column.to_pylist() for column in FigureReader(mark, few)(texts, none))
    for cell, value, refusal in zip(cells, values, refusals, strict=True):
        assert (value is None) == (refusal is not None)
        assert (refusal, value) == one(cell, mark), cell


@pytest.mark.parametrize("few", [0, 100])
@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        (f"${'1' * 30}", f"${'1' * 31}"),
        (f"${' ' * 19}5", f"${' ' * 20}5"),
        (f"5{' ' * 37}USD", f"5{' ' * 38}USD"),
        (f"$1.{'0' * 29}", f"$1.{'0' * 30}"),
    ],
)
def test_a_figure_and_what_stands_about_it_have_room(inside: str, outside: str, few: int) -> None:
    texts, none = pyarrow.array([inside, outside], pyarrow.string()), pyarrow.nulls(2, pyarrow.string())
    values, refusals = (column.to_pylist() for column in FigureReader(".", few)(texts, none))
    assert refusals == [None, "bad_amount"]
    assert (values[0], values[1]) == (one(inside, ".")[1], None)


def one(cell: str, mark) -> tuple[str | None, float | None]:
    figure = parted(cell)
    if figure is None:
        return "bad_amount", None
    try:
        factor = affix(figure.before, figure.after).factor
    except UnclearError:
        return "bad_amount", None
    try:
        value = number(figure.digits, mark)
    except AmbiguousError:
        return "ambiguous_amount", None
    return ("bad_amount", None) if value is None else (None, float(value) * float(factor))


@pytest.mark.parametrize(("before", "figure", "after"), [(20, 57, 40), (21, 1, 1), (1, 58, 1), (1, 1, 41)])
def test_a_cell_has_so_much_before_its_figure_and_in_it_and_after(
    before: int, figure: int, after: int
) -> None:
    found = parted("a" * before + "1" * figure + "b" * after)
    assert (found is not None) == ((before, figure, after) == (20, 57, 40))


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("(5)", "5"), ("$(5)", "$5"), ("(5 m) USD", "5 m USD"), (" USD (1,000)", "USD 1,000"), ("5", None),
        ("(see 5) page", None), ("up (5)", None), ("(5) (6)", None), ("((5))", None), ("5 (USD)", None),
        (f"({'5' * 115})", "5" * 115), (f"({'5' * 116})", None),
    ],
)  # fmt: skip
def test_an_amount_in_brackets_is_one_without_them(text: str, within: str | None) -> None:
    assert unbracketed(text) == within


@pytest.mark.parametrize(
    ("text", "plain"), [("1.2e3 USD", "1200 USD"), ("1.5E-2", "0.015"), ("5 EUR", "5 EUR"), ("12 e", "12 e")]
)
def test_an_exponent_is_written_in_full(text: str, plain: str) -> None:
    assert unfolded(text) == plain
