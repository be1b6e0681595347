"""Three digits after a point or a comma: what the language, the text and the money say of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import UsageError
from capexcalc.reading.digits import decimal_mark
from capexcalc.reading.reader import read
from capexcalc.reading.request import read_request


@pytest.mark.parametrize(
    ("words", "lang", "value"),
    [
        ("100.125 USD", "en", "100.125"),
        ("99.875 USD", "en", "99.875"),
        ("12.500 USD", "en", "12.5"),
        ("12.500 USD", "de", "12500"),
        ("12,500 USD", "de", "12.5"),
        ("12,500 USD", "en", "12500"),
        ("$10,000", "de", "10"),
        ("€10.000", "en", "10"),
        ("1,200 millones de pesos", "es-MX", "1.2e9"),
        ("Rp 3.000", "en", "3"),
    ],
)
def test_the_decimal_sign_of_a_language_that_is_given_wins(words: str, lang: str, value: str) -> None:
    (amount,) = read_request(words, lang).amounts
    assert amount.value == Decimal(value)
    assert amount.readings is None


@pytest.mark.parametrize(
    "words", ["12.500 EUR", "100.125 USD", "US$ 12.500", "$341.847", "-9.847 GBP", "1.250-1.500 EUR"]
)
def test_a_point_before_three_digits_is_refused_where_nothing_tells_the_language(words: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_request(words)
    assert refused.value.code == "ambiguous_amount"
    assert "--lang" in (refused.value.hint or "")


def test_mil_is_a_thousand_or_a_million_by_the_language() -> None:
    with pytest.raises(UsageError, match="can be 500000 or 500000000 USD"):
        read_request("US$ 500 mil")
    assert read_request("US$ 500 mil", "en").amounts[0].value == Decimal("500e6")
    assert read_request("US$ 500 mil", "pt").amounts[0].value == Decimal("500e3")
    assert read("US$ 500 mil").amounts[0].readings == (500_000, 500_000_000)


def test_the_refusal_names_both_readings() -> None:
    with pytest.raises(UsageError, match=r"'12\.500 EUR' can be 12\.5 or 12500 EUR"):
        read_request("12.500 EUR")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12,500 EUR", "12500"),  # nobody types thousandths with a comma
        ("1.234 million USD", "1.234e6"),  # but a scale may have them
        ("12.50 EUR", "12.50"),
        ("0.125 EUR", "0.125"),
        ("1.234.567 EUR", "1234567"),
        ("12.5000 EUR", "12.5"),
        ("12.500 Euro für die neue Bahn", "12500"),  # the words tell
        ("12.500 euros for the three of them", "12.5"),
    ],
)
def test_one_reading_is_taken_where_it_is_the_likely_one(words: str, value: str) -> None:
    assert read_request(words).amounts[0].value == Decimal(value)


def test_both_readings_stay_open_in_a_text_whose_language_is_a_guess() -> None:
    (amount,) = read("The painting was sold for $250.125 on the day.").amounts
    assert amount.readings == (Decimal("250.125"), Decimal(250125))
    assert amount.readings[0] == amount.value
    assert amount.notes == ("separator",)


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("The dollar was at 110.650 yen, the share at $101.125 beside $4.5.", "en", "110.65 101.125 4.5"),
        ("Der Preis ist 12,500 Euro, 3,5 % mehr.", "de", "12.5"),
        ("Η μετοχή στα 18,000 ευρώ (-0,22%), η άλλη στα 8,45 ευρώ.", "el", "18 8.45"),
        ("Ganó 1,200 millones de euros, un 4.5 % más.", "es", "1.2e9"),
        ("97,300 yenes y 0,9111 dólares", "es", "97.3 0.9111"),
        ("The fee of €1.250 and the fine of €1.200,50 were paid.", None, "1250 1200.50"),
        ("The fee of €1.250 was paid.\n\nThe fine was €1.200,50.", None, "1250 1200.50"),
        ("The fee of €1.250 was paid.\n\nThe fine was €1.200,50.", "en", "1.25 1200.50"),
        ("Kursnya Rp9.165 dan naik 1.25 persen.", "id", "9165"),  # rupiah are never told in thousandths
        ("9,159 billones de pesos", "es", "9.159e12"),  # nobody has more
        ("1,000 billones de pesos", "es", "1e15"),
        ("1,001 billones de pesos", "es", "1.001e12"),
        ("Costó 1,234 mdd en total.", "es", "1.234e9"),  # so is written where a comma groups
        ("11,000 millones de dólares, otros 13,380 millones de dólares", "es", "11e9 13.38e9"),
        ("AED 1,779 / EUR 447", "it", "1779 447"),
        ("EUR 1,779 / AED 447", "it", "1.779 447"),
    ],
)
def test_a_text_shows_its_convention(text: str, language: str | None, values: str) -> None:
    assert [a.value for a in read(text, language).amounts] == [Decimal(v) for v in values.split()]


def test_both_ends_of_a_range_are_read_alike() -> None:
    low, high = read("Es kostet $1,200-1,500.", "de").amounts
    assert (low.value, high.value) == (1200, 1500)


@pytest.mark.parametrize(
    ("figures", "mark"),
    [
        ("1.5", "."),
        ("1,5", ","),
        ("1.234,5", ","),
        ("1,234,567", "."),
        ("1.234", ""),
        ("0.125", "."),
        ("12", ""),
    ],
)
def test_figures_tell_their_decimal_sign_unless_they_can_be_read_both_ways(figures: str, mark: str) -> None:
    assert decimal_mark(figures) == mark


@given(
    st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"), st.sampled_from(["en", "de", "es", "id"])
)
def test_the_readings_of_an_amount_are_a_thousand_apart(
    whole: int, rest: int, mark: str, language: str
) -> None:
    (amount,) = read(f"Es: {whole}{mark}{rest:03} EUR", language).amounts
    assert amount.value in (whole * 1000 + rest, Decimal(f"{whole}.{rest:03}"))
    if amount.readings:
        low, high = sorted(amount.readings)
        assert amount.value == amount.readings[0]
        assert low * 1000 == high


@pytest.mark.parametrize(
    ("text", "value"),
    [("It paid 2 million 33,136 USD.", 2_033_136), ("843 crore mio 33,136 USD", 8_430_000_000_033_136)],
)
def test_the_parts_of_a_figure_settle_what_their_separators_are(text: str, value: int) -> None:
    (amount,) = read(text, "en").amounts
    assert amount.value == value
    assert amount.readings is None
    assert "separator" not in (amount.notes or ())
