"""Numbers of thousands that leave their currency to the sum before them, told a year or a month of it."""

from __future__ import annotations

import pytest

from capexcalc.reading.reader import read

TOLD = [
    ("en", "The club will pay 1.8m euros over three years, or 600,000 a year.", "600,000"),
    ("en", "The club will pay 1.8m euros over three years, 600,000 a year.", "600,000"),
    ("en", "It sold tickets for 1.8m euros, or 60,000 a month.", "60,000"),
    ("de", "Der Verein zahlt in drei Jahren 1,8 Mio. Euro, also 600.000 im Jahr.", "600.000"),
    ("fr", "Le club paiera 1,8 million d'euros en trois ans, soit 600 000 par an.", "600 000"),
    ("es", "El club pagará 1,8 millones de euros en tres años, es decir, 600.000 al año.", "600.000"),
    ("it", "Il club pagherà 1,8 milioni di euro in tre anni, cioè 600.000 l'anno.", "600.000"),
    ("pt", "O clube pagará 1,8 milhões de euros em três anos, ou seja, 600 mil por ano.", "600 mil"),
    ("nl", "De club betaalt 1,8 miljoen euro in drie jaar, oftewel 600.000 per jaar.", "600.000"),
    ("sv", "Klubben betalar 1,8 miljoner kronor på tre år, 600 000 om året.", "600 000"),
    ("pl", "Klub zapłaci 1,8 mln zł w trzy lata, czyli 600 tys. rocznie.", "600 tys."),
    ("ru", "Клуб заплатит 1,8 млн рублей за три года, то есть 600 тысяч в год.", "600 тысяч"),
]


@pytest.mark.parametrize(("language", "text", "said"), TOLD)
def test_so_much_a_year_of_the_sum_is_money(language: str, text: str, said: str) -> None:
    first, *others = read(text, language).amounts
    assert [each.text for each in others] == [said]
    assert others[0].currency == first.currency


@pytest.mark.parametrize(
    "text",
    [
        "The 1.5bn euros plan trains nurses, or 6,000 a year.",
        "It has 1.5bn euros to train 30,000 nurses over five years, or 6,000 a year.",
        "It has 1.8m euros over three years, or 900 a year.",  # anything may be so few
        "It has 1.8m euros over three years, or 1,900,000 a year.",  # more than there is
        "It has 1.8m euros over three years. Or 600,000 a year.",
        "It has 1.8bn euros over three years, or 1,700 a year.",  # a thousandth, at least
        "It has 1.8m euros over three years, or 600,000 guests.",
    ],
)
def test_so_many_a_year_of_other_things_are_none(text: str) -> None:
    assert len(read(text, "en").amounts) == 1
