"""Short texts: the language they may be in, and what is said where it decides."""

from __future__ import annotations

import pytest

from capexcalc.reading.guess import agree
from capexcalc.reading.language import detect, guesses
from capexcalc.reading.mentions import doubts
from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("公司明日上市 发行价5.93港元", "zh"),
        ("腾讯2.75亿美元收购Supercell", "zh"),
        ("Google、YouTubeを16億ドルで買収", "ja"),
        ("MOTOR OIL: 17,56 ευρώ", "el"),
        ("COCA COLA HBC: 28,40 ευρώ", "el"),
        ("Apple, Google и Microsoft: 3 млрд долларов", "ru"),
        ("The word ευρώ is Greek for the euro", "en"),
        ("Yhtiö lisäsi tappiota", "fi"),
        ("Selskapet økte omsetningen mye", "no"),
        ("Selskabet øgede omsætningen meget", "da"),
        ("Syarikat bayar RM2 juta", "ms"),
        ("Perusahaan bayar Rp2 miliar", "id"),
        ("O governo e a empresa", "pt"),
        ("El gobierno y la empresa", "es"),
    ],
)
def test_a_headline_tells_its_language(text: str, language: str) -> None:
    assert detect(text) == language


def test_money_in_its_own_script_is_read_among_foreign_names() -> None:
    texts = (
        "腾讯2.75亿美元收购Supercell",
        "MOTOR OIL: 17,56 ευρώ",
        "Apple, Google и Microsoft: 3 млрд долларов",
    )
    assert [f"{a.value:f} {a.currency}" for text in texts for a in read(text).amounts] == [
        "275000000 USD",
        "17.56 EUR",
        "3000000000 USD",
    ]


def test_kroner_in_a_text_that_may_be_danish_or_norwegian_stay_open_and_it_is_said() -> None:
    text = "Det koster 100 kroner."
    assert {"da", "no"} <= set(guesses(text))
    (amount,) = read(text).amounts
    assert set(amount.candidates) == {"DKK", "NOK"}
    (doubt,) = doubts([amount])
    assert doubt.code == "currency_assumed"


def test_a_text_of_two_languages_that_read_another_figure_is_said_to_be_short() -> None:
    en, de = (read("It cost 1.234 dollars.", language) for language in ("en", "de"))
    (amount,) = agree([en, de]).amounts
    assert (amount.value, amount.candidates) == (en.amounts[0].value, en.amounts[0].candidates)
    assert [doubt.code for doubt in doubts([amount])][-1:] == ["language_assumed"]


def test_of_two_languages_neither_is_taken_for_sure() -> None:
    text = "or 5 billion euros"  # a million millions, in French
    assert guesses(text) == ["en", "fr"]
    (amount,) = read(text).amounts
    assert amount.notes == ("language",)


def test_where_the_language_decides_nothing_nothing_is_said() -> None:
    text = "Det koster 100 euro."
    assert len(guesses(text)) > 1
    (amount,) = read(text).amounts
    assert (amount.candidates, amount.notes) == (("EUR",), None)


def test_a_language_given_is_no_guess() -> None:
    (amount,) = read("Det koster 100 kroner.", "no").amounts
    assert (amount.candidates, amount.notes) == (("NOK",), None)


def test_a_long_text_is_no_guess() -> None:
    text = "Det koster 100 kroner. " * 20
    assert len(text) > 300
    assert len(guesses(text)) == 1
