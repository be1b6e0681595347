"""Numbers whose currency a phrase before them tells."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("text", "language", "currencies"),
    [
        ("It will spend 2bn pounds. In dollars, that is 2.8 billion.", "en", ["GBP", "USD"]),
        ("Порт вложит 7,5 млрд рублей. В пересчёте на доллары это 104 млн.", "ru", ["RUB", "USD"]),
        ("Liman 2 milyar lira harcayacak; dolar cinsinden bu 234 milyon ediyor.", "tr", ["TRY", "USD"]),
        ("It will spend 2bn pounds. In dollars, sales rose to 2.8 billion.", "en", ["GBP"]),
        ("It will spend 2bn pounds. For dollar bonds that is 2.8 billion.", "en", ["GBP"]),
    ],
)
def test_a_phrase_before_a_number_tells_its_currency(text: str, language: str, currencies: list[str]) -> None:
    assert [amount.currency for amount in read(text, language).amounts] == currencies
