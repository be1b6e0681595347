"""Digits and words to numbers, and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.reading.numbers import compose, read_digits
from capexcalc.reading.reader import read

SPACES = {"en": ",", "fr": "\N{NARROW NO-BREAK SPACE}"}


@pytest.mark.parametrize(
    ("text", "decimal", "value", "unit"),
    [
        ("380", ".", "380", "1"),
        ("1.2", ".", "1.2", "0.1"),
        ("1,2", ".", "1.2", "0.1"),
        ("1.234", ".", "1.234", "0.001"),
        ("1.234", ",", "1234", "1"),
        ("1,234", ".", "1234", "1"),
        ("1,234", ",", "1.234", "0.001"),
        ("0.125", ",", "0.125", "0.001"),
        ("1,234,567.89", ".", "1234567.89", "0.01"),
        ("1.234.567,89", ".", "1234567.89", "0.01"),
        ("1'234'567", ".", "1234567", "1"),
        ("1,20,000", ".", "120000", "1"),
        ("12,34,56,789", ".", "123456789", "1"),
        ("3800", ".", "3800", "1"),
        ("٣٨٠", ".", "380", "1"),
    ],
)
def test_digits(text: str, decimal: str, value: str, unit: str) -> None:
    assert read_digits(text, decimal) == (Decimal(value), Decimal(unit))


@pytest.mark.parametrize("text", ["1.2.3", "10,20,30", "2,024,5", "1.23.456", "12345,678,901"])
def test_what_is_grouped_like_no_number_is_none(text: str) -> None:
    assert read_digits(text, ".") is None


@pytest.mark.parametrize(
    ("values", "number"),
    [((3, 100, 80), 380), ((20, 1), 21), ((60, 17), 77), ((4, 100, 60, 11), 471), ((100,), 100), ((7,), 7)],
)
def test_number_words_compose(values: tuple[int, ...], number: int) -> None:
    assert compose(values) == number


@pytest.mark.parametrize("values", [(3, 5), (20, 12), (5, 20), (300, 100)])
def test_words_that_do_not_compose_are_two_numbers(values: tuple[int, ...]) -> None:
    assert compose(values) is None


@given(
    st.decimals(min_value=Decimal("0.01"), max_value=Decimal("1e15"), places=2), st.sampled_from(["en", "fr"])
)
def test_a_figure_written_the_language_s_way_reads_back(value: Decimal, language: str) -> None:
    written = f"{value:,.2f}"
    if language == "fr":
        written = written.replace(",", "\N{NARROW NO-BREAK SPACE}").replace(".", ",")
    (amount,) = read(f"{written} €", language).amounts
    assert (amount.value, amount.currency) == (value, "EUR")
    assert amount.text == f"{written} €"
