"""Amounts whose currency their clause says before it tells them."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The plant costs 14 billion euros. In dollars that is about 14.6 billion.", "USD"),
        ("sv", "Fabriken kostar 14 miljarder kronor. I euro är det 1,26 miljarder.", "EUR"),
        ("da", "Fabrikken koster 14 milliarder kroner. I dollar er der tale om godt 1,96 milliarder.", "USD"),
        ("da", "Fabrikken koster 14 milliarder kroner. I dollar er der tale om knap 1,96 milliarder.", "USD"),
        ("hu", "A gyár 80 milliárd forintba kerül. Euróban ez 199 millió.", "EUR"),
        ("ro", "Fabrica costă 100 de milioane de euro. În lei, asta înseamnă 498 de milioane.", "RON"),
        ("cs", "Továrna vyjde na 6 miliard korun. V eurech je to 239 milionů.", "EUR"),
    ],
)
def test_a_number_is_of_the_currency_its_clause_begins_with(language: str, text: str, found: str) -> None:
    last = read(text, language).amounts[-1]
    assert last.currency == found
    assert "said_first" in (last.notes or ())


@pytest.mark.parametrize(
    "text",
    [
        "The park will cost 120 million euros. In dollars, ponds take up 40 million.",
        "The park will cost 120 million euros. In dollars it took 40 million last year.",
        "The park will cost 120 million euros. In euros that is about 40 million.",
    ],
)
def test_a_number_that_says_something_else_is_not(text: str) -> None:
    assert all("said_first" not in (each.notes or ()) for each in read(text, "en").amounts)


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
