"""Rates at which a text says it converted, in the words of many languages."""

from __future__ import annotations

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
