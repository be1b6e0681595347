"""Pegs that weekly tables break by noise, and currencies that nobody publishes: as the central bank says."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from capexcalc.cache.store import Store
from capexcalc.errors import NoRateError
from capexcalc.money.currencies import minor_units, round_to_minor
from capexcalc.rates.book import RateBook

ON = date(2025, 2, 24)


@pytest.mark.parametrize(
    ("amount", "code", "anchor", "worth", "since"),
    [
        ("1.79", "AWG", "USD", "1", "1986-01-01"),
        ("2", "BBD", "USD", "1", "1975-07-05"),
        ("1", "BMD", "USD", "1", "1970-02-06"),
        ("1", "BSD", "USD", "1", "1973-02-28"),
        ("1", "BTN", "INR", "1", "1974-06-02"),
        ("2", "BZD", "USD", "1", "1976-07-01"),
        ("24", "CUP", "USD", "1", "2021-01-01"),
        ("177.721", "DJF", "USD", "1", "1973-02-20"),
        ("15.075", "ERN", "USD", "1", "2018-01-01"),
        ("1", "FKP", "GBP", "1", "1971-02-15"),
        ("1", "KYD", "USD", "1.2", "1974-04-01"),
        ("1", "PAB", "USD", "1", "1904-06-28"),
        ("1", "SHP", "GBP", "1", "1976-12-31"),
        ("8.75", "SVC", "USD", "1", "2001-01-01"),
        ("1", "VED", "VES", "1", "2021-10-01"),
        ("2.7", "XCD", "USD", "1", "1976-07-07"),
    ],
)
def test_a_pegged_currency_is_worth_what_its_central_bank_says(
    shipped: RateBook, amount: str, code: str, anchor: str, worth: str, since: str
) -> None:
    first = date.fromisoformat(since)
    for day in (ON, first):
        found = shipped.quote(code, anchor, day)
        assert (found.method, found.convert(Decimal(amount))) == ("peg", Decimal(worth))
        assert found.legs[0].authority
    eve = date.fromordinal(first.toordinal() - 1)
    with suppress(NoRateError):  # before, it was on the market, or nothing is known of it
        assert shipped.quote(code, anchor, eve).method != "peg"


def test_a_currency_tied_to_one_with_rates_is_converted_through_it(shipped: RateBook) -> None:
    found = shipped.quote("BTN", "EUR", ON)
    assert [(leg.base, leg.quote, leg.source) for leg in found.legs] == [
        ("INR", "BTN", "peg"),
        ("EUR", "INR", "ecb"),
    ]
    assert shipped.quote("SHP", "USD", ON).rate == shipped.quote("GBP", "USD", ON).rate


def test_what_the_first_source_has_of_a_pegged_currency_comes_before_the_peg(
    write: Callable[..., Path],
) -> None:
    lines = ["2025-01-13,1.0198,3.83,", "2025-01-10,1.0304,3.86,"]
    book = RateBook(Store([write("Date,USD,SAR,\n" + "\n".join(lines) + "\n")]), today=date(2025, 1, 20))
    found = [(date(2025, 1, 10), Decimal("3.86")), (date(2025, 1, 13), Decimal("3.83"))]
    assert list(book.series("EUR", "SAR", date(2025, 1, 10), date(2025, 1, 13))) == found
    assert book.quote("EUR", "SAR", date(2025, 1, 10)).method == "direct"


def test_the_convertible_peso_has_ended(shipped: RateBook) -> None:
    assert shipped.quote("CUC", "USD", date(2020, 12, 31)).rate == 1
    with pytest.raises(NoRateError):
        shipped.quote("CUC", "USD", date(2021, 1, 1))


def test_before_its_peg_nothing_is_known_of_the_peso(shipped: RateBook) -> None:
    with pytest.raises(NoRateError) as error:
        shipped.quote("CUP", "USD", date(2020, 12, 31))
    assert error.value.code == "before_first"
    assert "nothing is known of it before 2021-01-01 (Banco Central de Cuba" in error.value.message


def test_on_the_first_day_of_a_peg_only_the_other_currency_lacks_one(shipped: RateBook) -> None:
    for pair in (("BMD", "KYD"), ("KYD", "BMD")):
        with pytest.raises(NoRateError, match=r"no rate for KYD .* before 1974-04-01"):
            shipped.quote(*pair, date(1970, 2, 6))  # when that of the BMD began


def test_a_way_may_turn_on_the_last_day_asked_for(shipped: RateBook) -> None:
    for until, turned in ((date(2025, 12, 31), False), (date(2026, 1, 1), True)):
        last, _ = list(shipped.holdings.ways("BGN", "EUR", until))[-1]
        assert (last == date(2026, 1, 1)) is turned


@pytest.mark.parametrize(
    ("code", "instead"), [("CNH", "CNY"), ("XAU", "troy ounce"), ("XAG", "silver"), ("BTC", "asset")]
)
def test_what_is_no_currency_is_known_by_name(shipped: RateBook, code: str, instead: str) -> None:
    for pair in ((code, "USD"), ("USD", code)):
        with pytest.raises(NoRateError) as error:
            shipped.quote(*pair, ON)
        assert error.value.code == "unknown_currency"
        assert instead in f"{error.value.message} {error.value.hint}"


@pytest.mark.parametrize(
    ("code", "places"), [("IQD", 3), ("RSD", 2), ("IRR", 2), ("MGA", 2), ("JPY", 0), ("HUF", 2)]
)
def test_figures_are_rounded_to_the_minor_unit_of_the_standard(code: str, places: int) -> None:
    assert minor_units(code) == places
    assert round_to_minor(Decimal("1234.56789"), code).as_tuple().exponent == -places
