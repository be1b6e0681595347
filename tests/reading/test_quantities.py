"""Digits and words to numbers, and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.reading.digits import read_digits
from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.matcher import match_phrases
from capexcalc.reading.quantities import read_quantity
from capexcalc.reading.reader import read

SPACES = {"en": ",", "fr": "\N{NARROW NO-BREAK SPACE}"}


@pytest.mark.parametrize(
    ("text", "decimal", "value", "unit"),
    [
        ("380", ".", "380", "1"),
        ("1.2", ".", "1.2", "0.1"),
        ("1,2", ".", "1.2", "0.1"),
        ("1.234", ".", "1.234", "0.001"),
        ("1.234", ",", "1234", "1"),
        ("1,234", ".", "1234", "1"),
        ("1,234", ",", "1.234", "0.001"),
        ("0.125", ",", "0.125", "0.001"),
        ("1,234,567.89", ".", "1234567.89", "0.01"),
        ("1.234.567,89", ".", "1234567.89", "0.01"),
        ("1'234'567", ".", "1234567", "1"),
        ("1,20,000", ".", "120000", "1"),
        ("12,34,56,789", ".", "123456789", "1"),
        ("3800", ".", "3800", "1"),
        ("٣٨٠", ".", "380", "1"),
    ],
)
def test_digits(text: str, decimal: str, value: str, unit: str) -> None:
    read = read_digits(text, decimal)
    assert read is not None
    assert read[:2] == (Decimal(value), Decimal(unit))


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [("1.234", True), ("1,234", True), ("1.23", False), ("1.234,5", False), ("0.125", False)],
)
def test_a_lone_separator_before_three_digits_is_said_to_be_open(text: str, ambiguous: bool) -> None:
    read = read_digits(text, ".")
    assert read is not None
    assert read[2] is ambiguous


@pytest.mark.parametrize("text", ["1.2.3", "10,20,30", "2,024,5", "1.23.456", "12345,678,901"])
def test_what_is_grouped_like_no_number_is_none(text: str) -> None:
    assert read_digits(text, ".") is None


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("three hundred and eighty", "en", 380),
        ("twenty-one", "en", 21),
        ("soixante-dix-sept", "fr", 77),
        ("quatre cent soixante et onze", "fr", 471),
        ("hundred", "en", 100),
        ("dreihundertfünfundachtzigtausend", "de", 385_000),
        ("zweieinhalb Milliarden", "de", 2_500_000_000),
        ("milleduecento", "it", 1200),
        ("quattrocentottantottomila", "it", 488_000),
        ("seitsemästätoistatuhannesta", "fi", 17_000),
        ("kolmesataakahdeksankymmentä", "fi", 380),
        ("kétmilliárd", "hu", 2_000_000_000),
        ("三千八百亿", "zh", 380_000_000_000),
        ("两万零五百", "zh", 20_500),
        ("二〇二五", "zh", 2025),
        ("1.2万亿", "zh", 1_200_000_000_000),
        ("15兆4000億", "ja", 15_400_000_000_000),
        ("24조3천억", "ko", 24_300_000_000_000),
        ("9만 4천", "ko", 94_000),
        ("ba trăm tám mươi lăm", "vi", 385),
        ("3.8 แสนล้าน", "th", 380_000_000_000),
        ("साढ़े तीन लाख करोड़", "hi", 3_500_000_000_000),
        ("خمسة وعشرين مليون", "ar", 25_000_000),
        ("380 de milioane", "ro", 380_000_000),
        ("полмиллиарда", "ru", 500_000_000),
        ("٣٨٠٫٥", "ar", Decimal("380.5")),
        ("１，２３４", "ja", 1234),
    ],
)
def test_number_words_compose(words: str, language: str, number: int) -> None:
    assert _quantity(words, language) == number


@pytest.mark.parametrize("words", ["three five", "twenty twelve", "five twenty", "three hundred hundred"])
def test_words_that_do_not_compose_are_two_numbers(words: str) -> None:
    assert _quantity(words, "en") is None


def _quantity(words: str, language: str) -> Decimal | None:
    """The number ``words`` are, if they are one number and nothing else."""
    lexicon = load_lexicon(language)
    items = match_phrases(words, lexicon)
    read = read_quantity(words, items, 0, lexicon)
    return read.value if read is not None and read.next == len(items) else None


@given(
    st.decimals(min_value=Decimal("0.01"), max_value=Decimal("1e15"), places=2), st.sampled_from(["en", "fr"])
)
def test_a_figure_written_the_language_s_way_reads_back(value: Decimal, language: str) -> None:
    written = f"{value:,.2f}"
    if language == "fr":
        written = written.replace(",", "\N{NARROW NO-BREAK SPACE}").replace(".", ",")
    (amount,) = read(f"{written} €", language).amounts
    assert (amount.value, amount.currency) == (value, "EUR")
    assert amount.text == f"{written} €"
