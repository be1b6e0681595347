"""Fractions in words and in figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("language", "words", "share"),
    [
        ("en", "two fifths of", "0.4"),
        ("de", "drei Fünftel der", "0.6"),
        ("fr", "quatre cinquièmes des", "0.8"),
        ("es", "dos quintas partes de", "0.4"),
        ("pl", "dwie piąte z", "0.4"),
        ("ru", "две пятых из", "0.4"),
        ("hu", "kétötöde a", "0.4"),
        ("fi", "kolme viidesosaa", "0.6"),
        ("el", "τα δύο πέμπτα των", "0.4"),
        ("he", "שתי חמישיות של", "0.4"),
        ("zh", "五分之二的", "0.4"),
        ("th", "สองในห้าของ", "0.4"),
        ("th", "2 ใน 5 ของ", "0.4"),
        ("vi", "hai phần năm của", "0.4"),
        ("tr", "beşte ikisi", "0.4"),
        ("tr", "beşte üçünü", "0.6"),
    ],
)
def test_fifths_are_read(language: str, words: str, share: str) -> None:
    (found,) = read(f"{words} 40 EUR", language).proportions
    assert found.value == Decimal(share)


@pytest.mark.parametrize(
    ("language", "words", "above", "below"),
    [
        ("th", "เจ็ดในแปด", 7, 8),
        ("th", "เก้าในสิบ", 9, 10),
        ("vi", "ba phần bốn", 3, 4),
        ("vi", "năm phần sáu", 5, 6),
        ("tr", "altıda beşinden", 5, 6),
        ("tr", "onda dokuzuna", 9, 10),
    ],
)
def test_parts_down_to_tenths_are_read(language: str, words: str, above: int, below: int) -> None:
    (found,) = read(f"{words} 40 EUR", language).proportions
    assert abs(found.value * below - above) < Decimal("1e-40")


@pytest.mark.parametrize(
    ("language", "words", "above", "below"),
    [
        ("en", "five twelfths", 5, 12),
        ("de", "mit sieben Zehnteln", 7, 10),
        ("no", "To femdelar", 2, 5),
        ("sv", "tre åttondelar", 3, 8),
        ("pl", "dwóch trzecich", 2, 3),
        ("uk", "сім десятих", 7, 10),
        ("ar", "سبعة أعشار", 7, 10),
        ("hu", "héttizedét", 7, 10),
        ("es", "la décima parte", 1, 10),
        ("ko", "3할", 3, 10),
        ("zh", "十二分之五", 5, 12),
    ],
)
def test_a_number_and_the_word_for_its_parts_are_a_fraction(
    language: str, words: str, above: int, below: int
) -> None:
    (found,) = read(f"{words} (40 EUR)", language).proportions
    assert (found.kind, abs(found.value * below - above) < Decimal("1e-40")) == ("share", True)


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("zh", "两倍半", "2.5"),
        ("vi", "ba lần rưỡi", "3.5"),
        ("th", "สองเท่าครึ่ง", "2.5"),
        ("ja", "二・五倍", "2.5"),
        ("sv", "1,5 gång", "1.5"),
        ("ru", "вшестеро", "6"),
        ("no", "ei firedobling", "4"),
        ("cs", "2,5násobku", "2.5"),
        ("hu", "négyszereséről", "4"),
    ],
)
def test_multiples_in_words_are_read(language: str, words: str, value: str) -> None:
    (found,) = read(f"{words} (40 EUR)", language).proportions
    assert (found.kind, found.value) == ("times", Decimal(value))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "en gång"),  # once
        ("es", "una vez"),
        ("ru", "три десятых рубля"),  # money
        ("de", "drei Zehner"),
        ("ko", "할 일"),  # things to do
        ("th", "1 ใน 10 บริษัทที่ใหญ่ที่สุด"),  # one of the ten largest firms
        ("vi", "hai phần thưởng"),  # two prizes
        ("tr", "ikide bir gecikti"),  # every now and then
    ],
)
def test_what_only_has_the_words_of_a_fraction_is_none(language: str, words: str) -> None:
    assert read(f"40 EUR: {words}", language).proportions == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It cost 363 1/2 pence.", "3.635"),
        ("It cost $2 1/2 million.", "2500000"),
        ("It cost 4 3/4 billion dollars.", "4750000000"),
        ("It cost 12 3/64 dollars.", "12.046875"),
    ],
)
def test_a_fraction_after_a_whole_number_is_added(text: str, value: str) -> None:
    (found,) = read(text, "en").amounts
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "It cost 1/2 million pounds.",  # or one to two
        "It cost €1/2bn.",
        "It cost 5/10 million euros.",
    ],
)
def test_a_fraction_by_itself_may_be_two_figures_and_is_not_read(text: str) -> None:
    assert read(text, "en").amounts == ()


def test_what_only_looks_like_a_fraction_is_none() -> None:
    (found,) = read("On 1/2/2024 it paid 10 million euros.", "en").amounts
    assert found.value == 10_000_000
    (found,) = read("It ran 24/7 and cost 5 million euros.", "en").amounts
    assert found.value == 5_000_000
    (found,) = read("It made 12 6/4 dollars.", "en").amounts
    assert found.text == "4 dollars"


@pytest.mark.parametrize("text", ["rose 5 to 12 percent", "rose between five and 12 percent", "rose 5-12 %"])
def test_the_upper_end_of_a_range_of_percentages_says_nothing(text: str) -> None:
    assert read(f"Sales {text} to $3bn.", "en").proportions == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$363 1/2", ["363.5"]),
        ("$363 2/2", ["363"]),
        ("$1/2", []),
        ("$0/2", []),
        ("$2/2", ["2"]),
        ("1/2 million euros", []),
        ("12/13 million euros", []),
        ("0/2 million euros", []),
        ("13/13 million euros", ["13000000"]),
    ],
)
def test_a_fraction_in_figures_is_less_than_one(text: str, found: list[str]) -> None:
    assert [f"{amount.value:f}" for amount in read(text, "en").amounts] == found
