"""Lists of pairs of currencies, each with its rate behind it, and what else is read of money there."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

LISTS = [
    ("en", "EUR/USD: -0.2% to 1.1373 GBP/USD: -0.3% to 1.2696 USD/JPY: -0.2% to 107.11"),
    ("de", "EUR/USD: -0,2 % auf 1,1373 GBP/USD: -0,3 % auf 1,2696 USD/JPY: -0,2 % auf 107,11"),
    ("en", "Forex: 6.8808 USD/JPY +0.4% and 1.1120 GBP/USD -0.1%"),
]


@pytest.mark.parametrize(("language", "text"), LISTS)
def test_a_value_is_none_of_the_next_pair(language: str, text: str) -> None:
    found = read(text, language)
    assert not found.amounts
    assert all(rate.text.startswith(("EUR/USD", "GBP/USD", "USD/JPY")) for rate in found.rates)


@pytest.mark.parametrize(
    "text", ["The pound cost 1.30 GBP/EUR: a fall from 5 euros.", "At 1.30 GBP / EUR it rose."]
)
def test_a_pair_that_heads_no_figure_is_that_of_the_one_before(text: str) -> None:
    found = read(text, "en")
    assert found.rates or [amount.text for amount in found.amounts] == ["1.30 GBP"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It cost £2.26p a gallon.", "2.26"),
        ("It cost 75p a gallon.", "0.75"),
        ("It cost $2.26 a gallon.", "2.26"),
    ],
)
def test_a_sign_and_a_letter_for_pence(text: str, value: str) -> None:
    (amount,) = read(text, "en").amounts
    assert str(amount.value) == value
