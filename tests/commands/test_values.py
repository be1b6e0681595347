"""Currencies as people type them, in an option or in the words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from capexcalc.commands.values import currencies, share, split_target
from capexcalc.errors import CapexcalcError


def test_codes_and_names_may_be_mixed_and_come_once():
    assert currencies(["eur,yuan", "US dollars", "EUR"]) == ("EUR", "CNY", "USD")


@pytest.mark.parametrize(
    ("words", "amount", "targets"),
    [
        ("5bn USD to EUR", "5bn USD", ("EUR",)),
        ("5bn USD INTO euros", "5bn USD", ("EUR",)),
        ("5bn USD in euros and yuan", "5bn USD", ("EUR", "CNY")),
        ("5 milliards de dollars en euros", "5 milliards de dollars", ("EUR",)),
        ("5bn USD->EUR,GBP", "5bn USD", ("EUR", "GBP")),
        ("5bn USD = £", "5bn USD", ("GBP",)),
        ("1.2 to 1.5bn USD to EUR", "1.2 to 1.5bn USD", ("EUR",)),
        ("1.2 to 1.5bn USD", "1.2 to 1.5bn USD", ()),
        ("5bn USD in 2024", "5bn USD in 2024", ()),
        ("5bn USD in total", "5bn USD in total", ()),
        ("5bn USD", "5bn USD", ()),
        ("to EUR", "to EUR", ()),
    ],
)
def test_the_words_may_say_into_what(words, amount, targets):
    assert split_target(words) == (amount, targets)


@pytest.mark.parametrize(
    ("words", "code"), [("5bn USD to XYZ", "unknown_currency"), ("5bn USD in kroner", "ambiguous_currency")]
)
def test_a_target_that_is_none_or_several_is_refused(words, code):
    with pytest.raises(CapexcalcError) as caught:
        split_target(words)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("given", "value"),
    [("2%", "0.02"), ("0.02", "0.02"), ("0,5 %", "0.005"), ("0", "0"), ("1", "1"), ("100%", "1")],
)
def test_a_tolerance_is_a_fraction_or_a_percentage(given, value):
    assert share(given) == Decimal(value)


@pytest.mark.parametrize("given", ["1.01", "101%", "-0.01", "2", "nan", "two", "%"])
def test_a_tolerance_is_none_beyond_nothing_and_all(given):
    with pytest.raises(CapexcalcError) as caught:
        share(given)
    assert caught.value.code == "bad_tolerance"
