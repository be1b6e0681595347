"""The currency table and rounding to its minor units."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import NoRateError
from capexcalc.money.currencies import (
    all_codes,
    forerunner,
    is_currency,
    minor_units,
    name,
    nearest,
    round_to_minor,
    unknown_currency,
    used_on,
)


def test_current_and_historic_iso_codes_are_currencies() -> None:
    for code in ("EUR", "CNY", "TWD", "XAF", "VED", "XCG", "ZWG", "DEM", "ITL", "TRL", "CSK", "XEU", "CLF"):
        assert is_currency(code)


def test_the_table_is_whole_and_sorted() -> None:
    assert (all_codes()[0], all_codes()[-1]) == ("ADP", "ZWR")
    assert list(all_codes()) == sorted({*all_codes()})


def test_metals_tests_and_codes_iso_never_assigned_are_none() -> None:
    for code in ("XAU", "XTS", "XXX", "CNX", "CNH", "RMB", "BTC", "cny", "", "EURO", "cod", "EUR,"):
        assert not is_currency(code)


def test_a_currency_is_used_from_its_first_day_to_its_last() -> None:
    assert [used_on("FRF", date(2002, 2, day)) for day in (17, 18)] == [True, False]
    assert [
        used_on("TRY", date(year, month, day)) for year, month, day in ((2004, 12, 31), (2005, 1, 1))
    ] == [
        False,
        True,
    ]
    assert used_on("USD", date.min) is False
    assert used_on("USD", date.max)


def test_the_forerunner_of_a_currency_is_what_its_land_used_before_it() -> None:
    assert forerunner("TRY", date(2004, 12, 31)) == "TRL"
    assert forerunner("TRY", date(2005, 1, 1)) is None
    assert forerunner("PLN", date(1994, 12, 31)) == "PLZ"
    assert forerunner("PLN", date(1995, 1, 1)) is None  # and no forerunner of itself
    assert forerunner("VES", date(2018, 8, 19)) == "VEF"
    assert forerunner("VES", date(2007, 12, 31)) == "VEB"
    assert forerunner("FRF", date(2024, 1, 1)) is None  # ended, but nothing came before it


def test_names_and_minor_units() -> None:
    assert name("CNY") == "Chinese Yuan"
    assert {code: minor_units(code) for code in ("EUR", "JPY", "KWD", "CLF")} == {
        "EUR": 2,
        "JPY": 0,
        "KWD": 3,
        "CLF": 4,
    }


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CNX", "CNY"),
        ("EURO", "EUR"),
        ("eur", "EUR"),
        ("USX", "USD"),
        ("GBX", "GBP"),
        ("yuan", "CNY"),
        ("dollar", "USD"),
        ("YEN", "JPY"),
        ("CHX", "CHF"),
    ],
)
def test_the_nearest_code_is_the_one_people_mean(typed: str, meant: str) -> None:
    assert nearest(typed)[0] == meant


def test_three_are_suggested_and_a_word_of_more_than_six_letters_is_no_code() -> None:
    assert nearest("ZWX") == ("ZWG", "ZMW", "ZWD")
    assert nearest("EURXXX") == ("EUR",)
    assert nearest("EURXXXX") == ()


def test_of_codes_as_like_those_of_the_same_country_come_first() -> None:
    assert nearest("RUX", 2) == ("RUB", "UGX")  # both in use, with two letters of three
    assert nearest("SDX", 2) == ("SDG", "USD")


def test_currencies_in_use_come_before_historic_ones() -> None:
    assert nearest("TRX", 20).index("TRY") < nearest("TRX", 20).index("TRL")


def test_nothing_near_gives_nothing_and_long_words_cost_nothing() -> None:
    assert nearest("QQQ") == ()
    assert nearest("") == ()
    assert nearest("Q" * 1_000_000) == ()
    assert len(nearest("XAU", 2)) == 2


def test_an_unknown_code_says_so_and_suggests() -> None:
    error = unknown_currency("CNX")
    assert (error.code, error.message, error.hint) == (
        "unknown_currency",
        "unknown currency: CNX",
        "did you mean CNY?",
    )
    assert unknown_currency("QQQ").hint
    with pytest.raises(NoRateError, match="CNX"):
        minor_units("CNX")


@pytest.mark.parametrize(
    ("value", "code", "rounded"),
    [
        ("50079732205.21619", "EUR", "50079732205.22"),
        ("1.005", "EUR", "1.00"),  # half-even
        ("1.015", "EUR", "1.02"),
        ("-1.015", "EUR", "-1.02"),
        ("1234.5", "JPY", "1234"),
        ("1.23456", "KWD", "1.235"),
        ("3.8E+11", "CNY", "380000000000.00"),
        ("0", "EUR", "0.00"),
        ("0E-50", "JPY", "0"),
    ],
)
def test_rounding_is_half_even_to_the_minor_unit(value: str, code: str, rounded: str) -> None:
    assert f"{round_to_minor(Decimal(value), code):f}" == rounded


@pytest.mark.parametrize(
    ("value", "code", "rounded"),
    [
        ("0.00000123456789", "EUR", "0.00000123457"),
        ("-0.00000123456789", "JPY", "-0.00000123457"),
        ("0.5", "EUR", "0.50"),
        ("0.5", "JPY", "0.5"),
        ("0.9999999", "EUR", "1.00"),
    ],
)
def test_less_than_one_keeps_six_digits_and_never_becomes_nothing(
    value: str, code: str, rounded: str
) -> None:
    assert f"{round_to_minor(Decimal(value), code):f}" == rounded


def test_beyond_fifty_digits_nothing_is_left_to_round() -> None:
    assert str(round_to_minor(Decimal("1E+47"), "EUR")) == "1" + "0" * 47 + ".00"
    assert str(round_to_minor(Decimal("1E+48"), "EUR")) == "1E+48"
    assert round_to_minor(Decimal("1E+400"), "EUR") == Decimal("1E+400")


def test_the_callers_context_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 2
        assert round_to_minor(Decimal("123456.789"), "EUR") == Decimal("123456.79")


@given(st.decimals(-(10**30), 10**30, allow_nan=False), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_rounding_never_fails_moves_little_and_settles(value: Decimal, code: str) -> None:
    rounded = round_to_minor(value, code)
    assert bool(rounded) == bool(value)
    assert abs(rounded - value) <= Decimal("0.5").scaleb(-minor_units(code))
    assert round_to_minor(rounded, code) == rounded
