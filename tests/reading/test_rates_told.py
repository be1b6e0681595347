"""Rates at which a text says it converted, in the words of many languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("language", "sentence", "rate"),
    [
        ("en", "At a rate of 1.08 dollars to the euro it is 3 euros.", "1.08 dollars to the euro"),
        ("de", "Zum Kurs von 1,08 Dollar je Euro sind das 3 Euro.", "1,08 Dollar je Euro"),
        ("fr", "Au taux de 1,08 dollar pour un euro, cela fait 3 euros.", "1,08 dollar pour un euro"),
        ("es", "Al cambio de 1,08 dólares por euro son 3 euros.", "1,08 dólares por euro"),
        ("pt", "Ao câmbio de 1,08 dólares por euro são 3 euros.", "1,08 dólares por euro"),
        ("it", "Al cambio di 1.936,27 lire per euro sono 3 euro.", "1.936,27 lire per euro"),
        ("nl", "Tegen een koers van 1,08 dollar per euro is dat 3 euro.", "1,08 dollar per euro"),
        ("pl", "Po kursie 4,30 zł za euro to 3 euro.", "4,30 zł za euro"),
        ("hu", "395,20 forint/euró árfolyamon ez 3 euró.", "395,20 forint/euró"),
        ("hu", "395 forint/euró árfolyamon ez 3 euró.", "395 forint/euró"),
        ("ru", "По курсу 98,50 рубля за евро это 3 евро.", "98,50 рубля за евро"),
        ("ar", "بسعر صرف 3.75 ريال للدولار يساوي 3 دولارات.", "3.75 ريال للدولار"),
        ("he", "לפי שער של 3.75 שקלים לדולר זה 3 דולרים.", "3.75 שקלים לדולר"),
        ("th", "ที่อัตรา 36.50 บาทต่อดอลลาร์ คิดเป็น 3 ดอลลาร์", "36.50 บาทต่อดอลลาร์"),
        ("vi", "Với tỷ giá 25.400 đồng một đô la, đó là 3 đô la.", "25.400 đồng một đô la"),
        ("id", "Dengan kurs Rp 16.200 per dolar, itu 3 dolar.", "Rp 16.200 per dolar"),
        ("zh", "按1美元兑7.25元的汇率计算，为3美元。", "1美元兑7.25元"),
        ("ja", "1ドル＝150円換算で3ドルだ。", "1ドル＝150円"),
    ],
)
def test_it_is_a_rate_and_no_amount(language: str, sentence: str, rate: str) -> None:
    reading = read(sentence, language)
    assert [each.text for each in reading.rates] == [rate]
    assert len(reading.amounts) == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("hu", "395,20 forint/kiló áron ez 3 euró."),
        ("en", "It sells at $2.50 per pound, a rate of 2 tons a day."),
        ("en", "It sells at a $2.50 per pound rate."),
    ],
)
def test_what_stands_before_a_word_for_a_rate_and_may_be_a_price(language: str, sentence: str) -> None:
    assert not read(sentence, language).rates


@pytest.mark.parametrize(
    ("language", "sentence", "rate"),
    [
        ("en", "At 145 yen per dollar, it pays 50bn yen, or $345 million.", "145 yen per dollar"),
        ("fr", "À 145 yens par dollar, cela fait 345 millions de dollars.", "145 yens par dollar"),
        ("de", "Bei 145 Yen pro Dollar sind das 345 Millionen Dollar.", "145 Yen pro Dollar"),
        ("es", "A 145 yenes por dólar son 345 millones de dólares.", "145 yenes por dólar"),
        ("hi", "145 येन प्रति डॉलर पर यह 34.5 करोड़ डॉलर है।", "145 येन प्रति डॉलर"),
        ("tr", "Dolar başına 145 yen ile 345 milyon dolar eder.", "Dolar başına 145 yen"),
        ("ko", "달러당 145엔으로 3억4500만 달러다.", "달러당 145엔"),
        ("zh", "按145日元兑1美元，约为3.45亿美元。", "145日元兑1美元"),
        ("en", "It pays $345 million (145 yen = 1 dollar).", "145 yen = 1 dollar"),
    ],
)
def test_it_is_told_for_each_unit_with_no_word_for_a_rate(language: str, sentence: str, rate: str) -> None:
    reading = read(sentence, language)
    assert [each.text for each in reading.rates] == [rate]
    assert rate not in [each.text for each in reading.amounts]


@pytest.mark.parametrize(
    "sentence",
    [
        "It pays 145 yen per dollar.",  # no other dollars
        "It pays 3 euros per dollar spent, 345 million dollars in all.",
        "It costs $1,000/A$1,400.",
        "Prices rose by £1,000 ($1,250) per acre, $4m in all.",
        "It sold 345 million dollars at 145 yen per kilo.",
        "It has 100,000 yen per dollar of its 345 million dollars.",
    ],
)
def test_what_is_told_for_each_of_something_else_is_no_rate(sentence: str) -> None:
    assert not read(sentence, "en").rates


@pytest.mark.parametrize(
    ("sentence", "factor"),
    [
        ("1 euro = 4.243 zł", "0.001"),
        ("1 euro = 4,243 zł", "1000"),
        ("1 euro = 4,24 zł", None),
        ("1 euro = 4.243.100 zł", None),
    ],
)
def test_three_figures_after_one_point_may_be_decimals_or_not(sentence: str, factor: str | None) -> None:
    (rate,) = read(sentence, "pl").rates
    assert rate.factor == (Decimal(factor) if factor else None)
