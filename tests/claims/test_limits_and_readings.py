"""Sums that "or" joins and may be limits, what was cut off, rates assumed, and what is more than something
else: none of these is a conversion that fails; one worded alike still is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

ON = date(2025, 3, 24)

# A language, what accuses nobody, and one worded alike that is wrong.
PAIRS = [
    (  # a limit in either currency
        "en",
        "Travellers must declare sums above 11,300 euros or 15,000 dollars at Port Vellin.",
        "Travellers must declare sums above 11,300 euros, or about 15,000 dollars, at Port Vellin.",
    ),
    (
        "de",
        "Bargeld über 10.000 Euro oder 15.000 Dollar meldet die Helvin AG an.",
        "Bargeld über 10.000 Euro oder umgerechnet 15.000 Dollar meldet die Helvin AG an.",
    ),
    (
        "fr",
        "Les sommes de plus de 10 000 euros ou 15 000 dollars sont déclarées par Helvin.",
        "Les sommes de plus de 10 000 euros, soit 15 000 dollars, sont déclarées par Helvin.",
    ),
    (
        "es",
        "Helvin declara el efectivo superior a 10.000 euros o 15.000 dólares.",
        "Helvin declara el efectivo superior a 12.300 euros, o unos 19.400 dólares.",
    ),
    (
        "it",
        "La Helvin dichiara somme oltre 10.000 euro o 15.000 dollari.",
        "La Helvin spende 12,3 milioni di euro o 19,4 milioni di dollari.",
    ),
    (
        "pl",
        "Helvin zgłasza kwoty powyżej 10 000 euro lub 15 000 dolarów.",
        "Helvin wydaje 12,3 mln euro lub 19,4 mln dolarów.",
    ),
    (
        "ru",
        "«Хельвин» декларирует суммы свыше 10 000 евро или 15 000 долларов.",
        "«Хельвин» тратит 12,3 млн евро или 19,4 млн долларов.",
    ),
    (
        "en",
        "Port Vellin costs 10 million euros or 15 million dollars.",
        "Port Vellin costs 12.3 million euros or 19.4 million dollars.",
    ),
    (  # special drawing rights, near and far from the day's rate
        "en",
        "The loan to Orvania drew SDR 360 million (about US$489 million).",
        "The loan to Orvania drew SDR 360 million (about US$589 million).",
    ),
    (  # the letter of a dollar before its bracket
        "en",
        "Helvin earned C$0.31 a share, missing estimates of C$0.34 by C($0.03).",
        "Helvin earned C$0.31 a share (US$0.13 a share).",
    ),
    (  # an adjective, and the money itself
        "en",
        "Between $300-500 million of rupee-denominated Helvin bonds will be sold.",
        "Helvin bonds of $300 million (500 million rupees) will be sold.",
    ),
    (  # cut off, and whole
        "en",
        "Helvin completes a 15 million euro (approximately $16.2...",
        "Helvin completes a 15 million euro (approximately $19.2 million) plant.",
    ),
    (
        "de",
        "Helvin vollendet ein Werk für 15 Millionen Euro (rund $16,2 …",
        "Helvin vollendet ein Werk für 15 Millionen Euro (rund 19,2 Millionen Dollar).",
    ),
    (  # blanks inside a figure
        "en",
        "Its head bought 14,500 shares at $1.25 each, for a total of $18, 125. Then he sold.",
        "Its head bought 14,500 shares at $1.25 each, for a total of $18,925. Then he sold.",
    ),
    (
        "en",
        "Helvin lifts its dividend to AED2. 39 billion, a 63 percent increase on AED1.47 billion in 2023.",
        "Helvin lifts its dividend to AED2.39 billion, a 83 percent increase on AED1.47 billion in 2023.",
    ),
    (  # a rate of a budget
        "de",
        "Der Haushalt von Orvania geht von einem Kurs von 1,25 Dollar je Euro aus.",
        "Am Montag lag der Kurs bei 1,25 Dollar je Euro.",
    ),
    (
        "en",
        "The budget assumes growth, steady trade in goods and services, and a rate of 1.25 dollars per euro.",
        "It told of growth, steady trade in goods and services, and a rate of 1.25 dollars per euro.",
    ),
    (
        "th",
        "หากเศรษฐกิจเติบโต อัตราแลกเปลี่ยนอยู่ที่ 30 บาท/เหรียญสหรัฐ",
        "วันนี้อัตราแลกเปลี่ยนอยู่ที่ 30 บาท/เหรียญสหรัฐ",
    ),
    (  # what is more than something else
        "en",
        "Orvania spent $721.8 billion, converted into yuan 1.5 trillion yuan more than Telmark.",
        "Orvania spent $721.8 billion, converted into yuan 1.5 trillion yuan.",
    ),
    (
        "zh",
        "该国投入达到7218亿美元，折算成人民币比邻国还多了1.5万亿。",
        "该国投入达到7218亿美元，折算成人民币是1.5万亿。",
    ),
    (  # told of an earlier time
        "en",
        "The family was given 3,000 yuan (then equivalent to about $2,000).",
        "The family was given 3,000 yuan (equivalent to about $2,000).",
    ),
    (  # a bound that the exact figure may lie over
        "en",
        "Helvin paid more than £200m ($304m).",
        "Helvin paid £200m ($304m).",
    ),
    ("zh", "公司付了超过2亿英镑，约合3.04亿美元。", "公司付了超过2亿英镑，约合3.94亿美元。"),
    (  # six hundred odd
        "zh",
        "门票20美元，约合600多泰铢。",
        "门票20美元，约合700多泰铢。",
    ),
    ("th", "ราคา 20 ดอลลาร์สหรัฐ หรือประมาณ 600 กว่าบาท", "ราคา 20 ดอลลาร์สหรัฐ หรือประมาณ 500 กว่าบาท"),
    (
        "en",
        "The ticket costs 200 dollars, or some 180-odd euros.",
        "The ticket costs 200 dollars, or some 160-odd euros.",
    ),
    (  # the figure in the bracket is what it costs now
        "pl",
        "Karta podrożała o 30 euro (z 60 do 90 euro) i kosztuje teraz równowartość 378 złotych.",
        "Karta podrożała o 30 euro (z 60 do 90 euro) i kosztuje teraz równowartość 478 złotych.",
    ),
    (  # the words of a bracket are of what stands before it
        "es",
        "La ayuda (111 dólares al cambio actual) puede llegar a los 1.200 euros.",
        "La ayuda de 111 dólares, al cambio actual 1.200 euros, puede seguir.",
    ),
    (  # one document, two conventions
        "es",
        "La facturación llegó hasta 3,4 billones de yenes (unos 21,000 millones de euros).",
        "La facturación llegó hasta 3,4 billones de yenes (unos 31,000 millones de euros).",
    ),
    (  # a range in a bracket after a range
        "en",
        "A driver in Orvania makes 20 or 40 shekels (roughly $5-$11), and many have not earned one shekel.",
        "A driver in Orvania makes 40 shekels (roughly $21), and many have not earned one shekel.",
    ),
]


@pytest.mark.parametrize(("language", "right", "wrong"), PAIRS)
def test_what_may_be_right_accuses_nobody_and_what_is_wrong_does(
    checked: Callable, language: str, right: str, wrong: str
) -> None:
    assert "refuted" not in [each.finding.verdict for each in checked(right, on=ON, lang=language)]
    assert "refuted" in [each.finding.verdict for each in checked(wrong, on=ON, lang=language)]


def test_a_limit_in_two_currencies_that_fits_is_supported(checked: Callable) -> None:
    found = checked("Sums above 10,000 euros or 10,800 dollars are declared.", on=ON, lang="en")
    assert [each.finding.verdict for each in found] == ["supported"]


@pytest.mark.parametrize(("dollars", "found"), [("176", "supported"), ("276", "refuted")])
def test_last_january_may_be_that_of_the_year_before(checked: Callable, dollars: str, found: str) -> None:
    text = f"Helvin last January opened the doors to its 160m euro (${dollars} million) plant."
    claims = checked(text, on=date(2021, 3, 2), lang="en")
    assert [each.finding.verdict for each in claims] == [found]
