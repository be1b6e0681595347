"""Signs of money whose letters are glued to the word before them."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("text", "language", "money"),
    [
        ("Para cadaR$ 3.000,00 em compras.", "pt", [("3000", "BRL")]),
        ("Custa apenasUS$ 100 por mês.", "pt", [("100", "USD")]),
        ("It costs US$ 100 a month.", "en", [("100", "USD")]),
    ],
)
def test_letters_of_a_sign_are_no_part_of_the_word(
    text: str, language: str, money: list[tuple[str, str]]
) -> None:
    assert [(str(amount.value), amount.currency) for amount in read(text, language).amounts] == money
