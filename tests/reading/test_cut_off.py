"""A figure whose front stands apart is read whole where that is sure; else nothing rests on what is left."""

from __future__ import annotations

from decimal import Decimal

import pytest

from capexcalc.errors import UsageError
from capexcalc.reading.reader import read
from capexcalc.reading.request import read_request


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("una fianza de 412 mil 205.35 pesos", "es", "412205.35"),
        ("uma multa de 12 mil 340,50 reais", "pt", "12340.50"),
        ("22 bin 104,75 lira", "tr", "22104.75"),
        ("un adeudo de 64 millones, 218 mil 930 pesos", "es", "64218930"),
        ("cuesta nueve millones, 120 mil 500 dólares", "es", "9120500"),
        ("a prize of 3 million, 450 thousand 200 dollars", "en", "3450200"),
    ],
)
def test_what_goes_on_to_the_unit_of_money_is_one_number(text: str, language: str, value: str) -> None:
    (amount,) = read(text, language).amounts
    assert amount.value == Decimal(value)
    assert not amount.unread


def test_thousands_and_three_figures_are_one_number_though_no_money_follows() -> None:
    (count,) = read("pagó 40 pesos por cada uno de los 5 mil 340 boletos", "es").counts
    assert count.value == 5340


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("un virement de 372615 408 FCFA", "fr"),
        ("a bill of 52781 904 euros", "en"),
        ("он получил7 415 юаней", "ru"),
        ("es kostete4 250 Euro", "de"),
        ("un fondo de 8 millones, 153 mil dólares", "es"),  # or 153,000 of the eight millions
        ("Of the 20 million, 300 thousand euros went to schools", "en"),
        ("a £7.5 (€8.6) million loan", "en"),
        ("кредит в £7,5 (около 8,6 млн евро) млн", "ru"),
    ],
)
def test_what_may_be_the_rest_of_a_figure_is_unread(text: str, language: str) -> None:
    assert read(text, language).amounts[0].unread


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("in 2019 804 euros were paid", "en", "804"),
        ("im Jahr 2007 800 Euro", "de", "800"),
        ("В H1 300 евро", "ru", "300"),
        ("the bill 52781, of 904 euros", "en", "904"),
        ("52781 90 euros", "en", "90"),
        ("12 345 euros", "fr", "12345"),
        ("€8 million, 300 thousand dollars", "en", "8e6"),
        ("5 millones de euros, 300 mil pesos", "es", "5e6"),
        ("vende 2 mil, 300 pesos cada uno", "es", "300"),
        ("£7.5 (€8.6) in all", "en", "7.5"),
    ],
)
def test_what_stands_beside_a_whole_figure_leaves_it_one(text: str, language: str, value: str) -> None:
    amounts = read(text, language).amounts
    assert amounts[0].value == Decimal(value)
    assert not any(amount.unread for amount in amounts)


def test_a_typed_amount_that_may_be_cut_is_refused_with_its_front() -> None:
    with pytest.raises(UsageError) as refused:
        read_request("372615 408 XAF", "fr")
    assert refused.value.code == "stray_number"
    assert "372615" in refused.value.message
