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


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        # a hundred parts are percent, and told as finely as their figures
        ("它有5亿元，占100分之40。", "zh", ["0.4 by 0.01"]),
        ("它有5亿元，占4分之1。", "zh", ["0.25 by 0.05"]),
        ("它有5亿元，占四分之四。", "zh", ["1 by 0.05"]),
        ("它有5亿元，占四分之五。", "zh", []),
        ("它有5亿元，占四分之零。", "zh", []),
        # tenths are ten at most, their hundredths fewer than ten
        ("5億円、0割", "ja", []),
        ("5億円、1割", "ja", ["0.1 by 0.1"]),
        ("5億円、10割", "ja", ["1 by 0.1"]),
        ("5億円、11割", "ja", []),
        ("5億円、3割9分", "ja", ["0.39 by 0.01"]),
        ("5億円、3割10分", "ja", ["0.3 by 0.1"]),
        ("它有5亿元，三成半四成", "zh", ["0.35 by 0.01", "0.4 by 0.1"]),
        ("它有5亿元，增长两倍半。", "zh", ["2.5 by 0.5"]),
        ("它有5亿元，占百分之四十五。", "zh", ["0.45 by 0.01"]),
        ("它有5亿元，占百分之45。", "zh", ["0.45 by 0.01"]),
        ("它有5亿元，增长百分之三点五。", "zh", ["0.035 by 0.001"]),
        ("它有5亿元，占百分之一百。", "zh", ["1 by 0.01"]),
        # a whole multiple is meant to a fifth, another to its last digit
        ("It paid €5m, 2 times as much.", "en", ["2 by 0.2"]),
        ("It paid €5m, 2.5 times as much.", "en", ["2.5 by 0.1"]),
        # in words more than none and less than all
        ("It paid €5m, zero tenths of it.", "en", []),
        ("Sie zahlte 5 Mio. Euro, 1 Zehntel davon.", "de", ["0.1 by 0.05"]),
        ("It paid €5m, seven tenths of it.", "en", ["0.7 by 0.05"]),
        ("It paid €5m, ten tenths of it.", "en", []),
        # about so much is half as far as a bound reaches
        ("It is about a half of €5m.", "en", ["0.5 by 0.075"]),
        # with a sign before it, less than a thousand million
        ("5 millions d'euros, multiplié par 999 999 999", "fr", ["999999999 by 0.2"]),
        ("5 millions d'euros, multiplié par 1 000 000 000", "fr", []),
        # a number in words has up to nine of them
        (
            "It paid €5m, one million two hundred thousand three hundred forty percent.",
            "en",
            ["12003.4 by 0.01"],
        ),
    ],
)
def test_a_share_has_its_value_and_its_last_digit(text: str, language: str, found: list[str]) -> None:
    shares = read(text, language).proportions
    assert [f"{p.value.normalize():f} by {p.unit.normalize():f}" for p in shares] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose 5  to    12 percent.", 0),  # eight characters between the two
        ("It rose 5  to     12 percent.", 1),
        ("It rose between about one and two percent.", 0),
        ("It rose between about a one and two percent.", 1),  # two items before the first
    ],
)
def test_a_range_of_percentages_stands_close_together(text: str, found: int) -> None:
    assert len(read(text, "en").proportions) == found
