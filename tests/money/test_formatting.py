from __future__ import annotations

from decimal import Decimal, getcontext, localcontext

import pytest

from capexcalc.money.formatting import fixed, legible, parts, percent, readable, scale, significant


def shown(*values: str, exact: bool = False) -> list[str]:
    shared = scale(map(Decimal, values), exact=exact)
    return [shared.show(Decimal(v)) for v in values]


def test_figures_of_a_column_share_the_unit_of_the_largest():
    assert shown("380e9", "32087e6", "5.68e9") == ["380.00 bn", "32.09 bn", "5.68 bn"]


def test_a_small_figure_among_large_ones_still_shows_two_digits():
    assert shown("380e9", "5e6") == ["380.0000 bn", "0.0050 bn"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("999999", "999,999"),
        ("1000000", "1.00 m"),
        ("999999999.99", "1,000.00 m"),
        ("1e9", "1.00 bn"),
        ("2.5e12", "2.50 tn"),
        ("1234567e12", "1,234,567.00 tn"),
        ("-1.2e9", "-1.20 bn"),
        ("0", "0"),
        ("0.00", "0"),
        ("12.5", "12.5"),
    ],
)
def test_units_begin_at_a_million(value, text):
    assert shown(value) == [text]


def test_exact_shows_every_digit_and_lines_the_decimals_up():
    assert shown("380000000000", "50079732205.22", exact=True) == ["380,000,000,000.00", "50,079,732,205.22"]


def test_halves_are_rounded_up_as_people_do():
    assert [fixed(Decimal(v), 2) for v in ("0.125", "0.135", "-0.125")] == ["0.13", "0.14", "-0.13"]
    assert percent(Decimal("3.835")) == "3.84%"


def test_six_significant_digits_never_cut_whole_units():
    assert significant(Decimal("0.1317887689611"), 6) == "0.131789"
    assert significant(Decimal("12345678.9"), 6) == "12,345,679"
    assert significant(Decimal("7.5"), 6) == "7.5"


def test_the_callers_decimal_context_is_neither_used_nor_changed():
    with localcontext() as context:
        context.prec = 3
        assert shown("123456789012.34", exact=True) == ["123,456,789,012.34"]
        assert getcontext().prec == 3


def test_a_figure_of_four_thousand_digits_is_shown_whole():
    digits = "9" * 4000
    assert shown(digits, exact=True)[0].replace(",", "") == digits


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("50079732205.22", "50.08 bn"),
        ("326100000000", "326.1 bn"),
        ("380000000000", "380 bn"),
        ("1000000", "1 m"),
        ("999999", "999,999"),
        ("7.5879", "7.588"),
        ("0.000054", "0.000054"),
        ("-1.2e9", "-1.2 bn"),
        ("0", "0"),
    ],
)
def test_one_figure_by_itself_has_the_digits_that_tell(value: str, shown: str) -> None:
    assert readable(Decimal(value)) == shown
    assert "".join(parts(Decimal(value))) == shown


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("50079732205.22", "50080000000"),
        ("326150000000", "326200000000"),
        ("7.58791", "7.588"),
        ("12345.6", "12346"),
    ],
)
def test_a_figure_can_be_had_as_it_is_said(value: str, said: str) -> None:
    assert legible(Decimal(value)) == Decimal(said)
