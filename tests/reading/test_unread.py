"""A word after a number that may be a scale is read as the only one it can be, or makes the amount unsure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from capexcalc.errors import UsageError
from capexcalc.reading.reader import read
from capexcalc.reading.request import read_request


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "pl", "tr", "ja"])
@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("470 TEUR", "470e3"),
        ("TEUR 470", "470e3"),
        ("T€ 320", "320e3"),
        ("TUSD 492", "492e3"),
        ("TCHF 12", "12e3"),
        ("kEUR 7", "7e3"),
        ("30 MUSD", "30e6"),
        ("$25m", "25e6"),
        ("Rs 85 lacs", "8.5e6"),
        ("Rs 3 crs", "30e6"),
    ],
)
def test_short_scales_of_accounts_and_of_india_are_the_same_in_every_language(
    language: str, words: str, value: str
) -> None:
    (amount,) = read(words, language).amounts
    assert amount.value == Decimal(value)
    assert not amount.unread


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("$3.2 milion", "en", "3.2e6"),
        ("£2 trilion", "en", "2e12"),
        ("$3.2 millon", "en", "3.2e6"),
        ("three milliom dollars", "en", "3e6"),
        ("a $1.2-billlion plan", "en", "1.2e9"),
        ("1,5 Miliarden Euro", "de", "1.5e9"),
        ("1,5 miliards d'euros", "fr", "1.5e9"),
        ("7,5 miloane de euro", "ro", "7.5e6"),
        ("Rp8,2 trilun", "id", "8.2e12"),
        ("75 USD milion", "en", "75e6"),
        ("€5 milliards", "en", "5e9"),  # foreign
        ("€5 miljoen", "en", "5e6"),
        ("€5 milioni", "de", "5e6"),
        ("$5 miliom", "pl", "5e6"),  # of a word of six letters
    ],
)
def test_a_slip_in_a_scale_and_a_foreign_one_are_read(text: str, language: str, value: str) -> None:
    (amount,) = read(text, language).amounts
    assert amount.value == Decimal(value)
    assert not amount.unread


UNSURE = [
    ("Rs 85 lkh", "en"),
    ("Rs 85 lcs", "en"),
    ("$5 zillion", "en"),  # a slip from million and from billion alike
    ("£18 thsnd", "en"),
    ("£18 thsnd", "de"),
    ("€5 bilion", "hu"),  # 10^9 or 10^12, by the land
    ("€470Thx", "en"),
    ("$5x", "en"),
    ("$2,500 (thousands)", "en"),
    ("$2,500 (in millions)", "en"),
    ("£470 '000", "en"),
    ("£470 (000s)", "en"),
    ("5 EUR thsnd", "en"),
    ("$5 tho", "en"),  # the first three letters
    ("$5 th", "en"),  # two of them in their order
    ("$5 miljonxo", "sv"),  # a scale of six letters with more behind it
    ("5 مليوم دولار", "ar"),
]


@pytest.mark.parametrize(("text", "language"), UNSURE[:-1])
def test_what_may_be_a_scale_leaves_no_bare_number_in_silence(text: str, language: str) -> None:
    (amount,) = read(text, language).amounts
    assert amount.unread
    with pytest.raises(UsageError) as refused:
        read_request(text, language)
    assert refused.value.code == "unread_unit"
    assert "may be a scale" in refused.value.message


@pytest.mark.parametrize("high", [" to 1 billion euros", "-1 billion euros"])
def test_the_scale_of_the_high_end_of_a_range_may_be_that_of_the_low_one(high: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_request(f"900{high}", "en")
    assert f"'{high.strip()}' after '900' may be a scale" in refused.value.message


def test_one_letter_tells_millions_from_billions_in_arabic() -> None:
    assert [a.value for a in read("5 ملايير دولار", "ar").amounts] == [Decimal("5e9")]
    assert all(a.value != 5 or a.unread for a in read(*UNSURE[-1]).amounts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("a $20 bill", "en"),
        ("ein $20 bill", "de"),
        ("the $20s", "en"),
        ("$5 beer", "en"),
        ("£5 Mr Jones had lent her", "en"),  # the letters of a short form in their order
        ("a $5 ml bottle", "en"),
        ("$5 bullion coin", "en"),
        ("$5 mi", "en"),
        ("$5 thsnds", "en"),  # six letters are no short form
        ("5 Euro t", "de"),
        ("$5-a-day plan", "en"),
        ("$5 (about £4)", "en"),
        ("$5 (cash)", "en"),
        ("5€ TTC", "fr"),
        ("$2,500 000", "en"),
        ("50 Euro Eintritt", "de"),
    ],
)
def test_ordinary_words_after_a_price_are_no_scales(text: str, language: str) -> None:
    assert not read(text, language).amounts[0].unread


def test_a_slip_is_guessed_in_a_word_of_six_letters_and_in_none_of_five() -> None:
    assert [a.value for a in read("Rs 5 crorers", "en").amounts] == [Decimal("5e7")]
    assert [a.value for a in read("Rs 5 crorre", "en").amounts] == [5]


def test_a_unit_that_is_glued_inside_the_amount_is_told_by_that() -> None:
    with pytest.raises(UsageError) as refused:
        read_request("9372、21、0130、2423、67、49e-309bilioesгрузинських ларі", None)
    assert refused.value.code == "unread_unit"
