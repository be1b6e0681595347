"""Money converted at a rate that its sentence states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .blocks import cases

Verdicts = Callable[[str, str], list[tuple[str, str]]]

# At the rates of 12 March 2025. Each is right with the first figure and wrong with the second.
CONVERTED = """
en | 545,000 | 745,000
The lab bought tools for 500,000 euros; at a rate of 1.09 dollars to the euro that comes to {} dollars.

it | 960.000 | 660.000
Le pietre costano un milione di euro: al cambio di 0,96 franchi svizzeri per euro fanno {} franchi svizzeri.

da | 14,9 | 12,9
Fonden fik en arv på 2 mio. euro, og ved kurs 7,46 kr. pr. euro giver det {} mio. kr.

cs | 75 | 7,5
Stroje stály 3 miliony eur, při kurzu 25 korun za euro je to {} milionu korun.

pl | 12,6 | 15,6
Maszyny kosztowały 3 mln euro, co po kursie 4,20 zł za euro daje {} mln zł.

uk | 83 | 63
Машини коштували 2 млн доларів. За курсу долара 41,5 гривні це {} млн гривень.

tr | 73,2 | 93,2
Makineler 2 milyon dolara mal oldu. Dolar kurunu 36,6 liradan hesapladığımızda bu {} milyon lira ediyor.

ja | 2億9600万 | 3億9600万
設備の購入費は200万ドル。1ドル=148円で換算すると{}円になる。

ko | 29억 | 39억
장비 가격은 200만 달러다. 달러당 1,450원으로 환산하면 {} 원이다.

hi | 17.44 | 27.44
मशीनों की कीमत 20 लाख डॉलर है। 87.2 रुपये प्रति डॉलर की दर से यह {} करोड़ रुपये होते हैं।

he | 7.3 | 9.3
המכונות עלו 2 מיליון דולר. לפי שער של 3.65 שקל לדולר מדובר ב-{} מיליון שקל.

th | 67.4 | 87.4
เครื่องจักรมีราคา 2 ล้านดอลลาร์สหรัฐ คิดที่อัตรา 33.70 บาทต่อดอลลาร์ เท่ากับ {} ล้านบาท
"""


@pytest.mark.parametrize(("language", "figures", "text"), cases(CONVERTED))
def test_money_is_converted_at_the_rate_stated(
    language: str, figures: list[str], text: str, verdicts: Verdicts
) -> None:
    def told(figure: str) -> list[tuple[str, str]]:
        return sorted(verdicts(text.format(figure), language))

    right, wrong = figures
    assert told(right) == [("equivalence", "supported"), ("rate", "supported")]
    assert told(wrong) == [("equivalence", "refuted"), ("rate", "supported")]


@pytest.mark.parametrize(
    "text",
    [
        "With oil at $40 a barrel the dollar rate is 99.42 roubles.",  # if so
        "Rates used: SEK to EUR 11.3080 and DKK to EUR 7.4598.",
    ],
)
def test_not_all_that_stands_beside_a_word_for_the_rate_is_one(text: str, verdicts: Verdicts) -> None:
    assert verdicts(text, "en") == []


TWO = (
    "The lab paid 500,000 euros for tools and 800,000 euros for rooms; at a rate of 1.09 dollars to the euro "
    "the tools come to {} dollars."
)


def test_of_two_sums_that_may_be_meant_the_one_that_fits_is(verdicts: Verdicts) -> None:
    assert ("equivalence", "supported") in verdicts(TWO.format("545,000"), "en")
    assert verdicts(TWO.format("700,000"), "en") == [("rate", "supported")]
