from __future__ import annotations

import pytest

from capexcalc.money.currencies import is_currency
from capexcalc.money.currency_cells import parts, spellings, unit_of


@pytest.mark.parametrize(
    ("cell", "code", "parts"),
    [
        ("USD", "USD", 1), (" usd ", "USD", 1), ("US Dollar", "USD", 1), ("us  dollars", "USD", 1),
        ("RMB", "CNY", 1), ("€", "EUR", 1), ("US$", "USD", 1), ("Swiss Franc", "CHF", 1), ("GBP", "GBP", 1),
        ("gbp", "GBP", 1), ("GBp", "GBP", 100), ("GBX", "GBP", 100), ("gbx", "GBP", 100), ("ZAc", "ZAR", 100),
        ("US-Dollar", "USD", 1), ("dólares estadounidenses", "USD", 1), ("Доллар США", "USD", 1),
        ("Schweizer Franken", "CHF", 1), ("livres sterling", "GBP", 1), ("人民币", "CNY", 1),
        ("円", "JPY", 1), ("česká koruna", "CZK", 1), ("TL", "TRY", 1), ("RM", "MYR", 1), ("rm", "MYR", 1),
    ],
)  # fmt: skip
def test_names_and_parts_of_currencies_are_known(cell: str, code: str, parts: int) -> None:
    assert unit_of(cell) == (code, parts)


@pytest.mark.parametrize(
    "cell",
    ["", "$", "kr", "dollar", "pound", "XXQ", "franc", "n/a", "Franken", "dólares", "korona", "元", "ft"],
)
def test_what_several_lands_share_names_none(cell: str) -> None:
    assert unit_of(cell) is None


def test_every_spelling_is_what_is_read_in_it() -> None:
    assert all(unit_of(cell) == unit for cell, unit in spellings().items())
    assert all(is_currency(unit.code) for unit in spellings().values())
    assert not any(is_currency(cell) for cell in parts())


def test_one_letter_less_in_capitals_is_a_part_or_none() -> None:
    assert unit_of("Rm") is None
    assert {"GBp", "Rm"} <= parts().keys()
    assert not {"RMB", "RM", "rm"} & parts().keys()
