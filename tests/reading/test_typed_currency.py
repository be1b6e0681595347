"""A currency may be named as people name it, as long as that is one currency."""

from __future__ import annotations

import pytest

from capexcalc.errors import CapexcalcError
from capexcalc.reading.typed_currency import read_currency


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("eur", "EUR"), ("euro", "EUR"), ("Euros", "EUR"), ("€", "EUR"), ("yuan", "CNY"), ("人民币", "CNY"),
        ("dollar", "USD"), ("US dollars", "USD"), ("canadian dollars", "CAD"),
        ("pounds", "GBP"), ("£", "GBP"),
        ("Swiss  Francs", "CHF"), ("south african rand", "ZAR"), ("złoty", "PLN"), ("DEM", "DEM"),
    ],
)  # fmt: skip
def test_a_name_is_its_code(name, code):
    assert read_currency(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("XYZ", "unknown_currency"), ("EURO PAIR", "unknown_currency"), ("", "unknown_currency"),
        ("cents", "unknown_currency"), ("bn euros", "unknown_currency"), ("5 EUR", "unknown_currency"),
        ("euros or dollars", "unknown_currency"), ("to six euros", "unknown_currency"),
        ("x" * 1000, "unknown_currency"),
        ("kroner", "ambiguous_currency"), ("pesos", "ambiguous_currency"), ("¥", "ambiguous_currency"),
    ],
)  # fmt: skip
def test_what_is_none_or_several_is_refused(name, code):
    with pytest.raises(CapexcalcError) as caught:
        read_currency(name)
    assert caught.value.code == code
