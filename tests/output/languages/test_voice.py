"""Figures, money and dates stand as each language writes them; which language it is is asked in one order."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from capexcalc.errors import UsageError
from capexcalc.money import formatting
from capexcalc.money.formatting import day, percentage, readable
from capexcalc.money.money import Money
from capexcalc.money.periods import Span
from capexcalc.output.languages import asked, known, of_locale, voice_of
from capexcalc.output.text import visible
from capexcalc.output.wording.figures import exact, shown
from capexcalc.output.wording.labels import currency_name
from capexcalc.words import Phrase, in_words, speaking

EUROS = Money(Decimal("50079732205.22"), "EUR")


def plain(text: str) -> str:
    """With ordinary blanks, which are easier to read in a test."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "short", "full"),
    [
        ("fr", "50,08 Md €", "50 079 732 205,22 €"),
        ("de", "50,08 Mrd. €", "50.079.732.205,22 €"),
        ("es", "50.080 M €", "50.079.732.205,22 €"),
        ("it", "50,08 Mld €", "50.079.732.205,22 €"),
        ("pt", "€ 50,08 bi", "€ 50.079.732.205,22"),
        ("nl", "€ 50,08 mld.", "€ 50.079.732.205,22"),
        ("pl", "50,08 mld €", "50 079 732 205,22 €"),
        ("ru", "50,08 млрд €", "50 079 732 205,22 €"),
        ("tr", "50,08 Mr €", "50.079.732.205,22 €"),
        ("ar", "50.08 مليار €", "50,079,732,205.22 €"),
        ("zh_Hans", "500.8亿欧元", "50,079,732,205.22欧元"),
        ("zh_Hant", "500.8億歐元", "50,079,732,205.22歐元"),
        ("ja", "500.8億ユーロ", "50,079,732,205.22ユーロ"),
        ("ko", "500.8억 유로", "50,079,732,205.22 유로"),
        ("id", "50,08 miliar €", "50.079.732.205,22 €"),
        ("hi", "50.08 अरब यूरो", "50,07,97,32,205.22 यूरो"),
        ("vi", "50,08 tỷ euro", "50.079.732.205,22 euro"),
        ("en", "50.08 bn EUR", "50,079,732,205.22 EUR"),
    ],
)
def test_money_is_written_as_in_the_news(language: str, short: str, full: str) -> None:
    with speaking(voice_of(language)):
        assert plain(shown(EUROS)) == short
        assert plain(exact(EUROS)) == full


@pytest.mark.parametrize(
    ("amount", "short"),
    [
        (999_999, "9,99,999 रुपये"),
        (1_000_000, "10 लाख रुपये"),
        (9_990_000, "99.9 लाख रुपये"),
        (10_000_000, "1 करोड़ रुपये"),
        (999_000_000, "99.9 करोड़ रुपये"),
        (1_000_000_000, "1 अरब रुपये"),
        (380_000_000_000, "380 अरब रुपये"),
    ],
)
def test_hindi_counts_in_lakh_crore_and_arab(amount: int, short: str) -> None:
    with speaking(voice_of("hi")):
        assert plain(shown(Money(Decimal(amount), "INR"))) == short


@pytest.mark.parametrize(
    ("language", "four", "five"),
    [("es", "1234", "12.345"), ("pl", "1234", "12 345"), ("de", "1.234", "12.345")],
)
def test_where_four_digits_stay_together_five_are_parted(language: str, four: str, five: str) -> None:
    with speaking(voice_of(language)):
        assert plain(readable(Decimal(1234))) == four
        assert plain(readable(Decimal(12345), 5)) == five


@pytest.mark.parametrize(
    ("language", "in_text", "in_table"),
    [
        ("fr", "24 février 2025", "24/02/2025"),
        ("de", "24. Februar 2025", "24.02.2025"),
        ("es", "24 de febrero de 2025", "24/02/2025"),
        ("pl", "24 lutego 2025", "24.02.2025"),
        ("ru", "24 февраля 2025 г.", "24.02.2025"),
        ("ja", "2025年2月24日", "2025/02/24"),
        ("hi", "24 फ़रवरी 2025", "24/02/2025"),
        ("vi", "24/2/2025", "24/02/2025"),
        ("en", "2025-02-24", "2025-02-24"),
    ],
)
def test_a_date_is_long_in_a_sentence_and_short_in_a_column(
    language: str, in_text: str, in_table: str
) -> None:
    with speaking(voice_of(language)):
        assert plain(in_words("{day}", day=date(2025, 2, 24))) == in_text
        assert day(date(2025, 2, 24)) == in_table


def test_the_first_of_a_month_is_no_number_in_french() -> None:
    with speaking(voice_of("fr")):
        assert plain(in_words("{day}", day=date(2024, 4, 1))) == "1er avril 2024"


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "12,5 %"), ("tr", "%12,5"), ("en", "12.5%"), ("ja", "12.5%")]
)
def test_a_percentage_has_its_sign_where_it_belongs(language: str, said: str) -> None:
    with speaking(voice_of(language)):
        assert plain(percentage(formatting.figure("12.5"))) == said
        assert plain(in_words("{share:.1%}", share=Decimal("0.125"))) == said


@pytest.mark.parametrize(
    ("language", "one", "two", "five", "twenty_one"),
    [
        ("ru", "1 год", "2 года", "5 лет", "21 год"),
        ("pl", "1 rok", "2 lata", "5 lat", "21 lat"),
        ("ar", "سنة واحدة", "سنتان", "5 سنوات", "21 سنة"),
        ("fr", "1 an", "2 ans", "5 ans", "21 ans"),
        ("ja", "1年", "2年", "5年", "21年"),
        ("hi", "1 वर्ष", "2 वर्ष", "5 वर्ष", "21 वर्ष"),
        ("vi", "1 năm", "2 năm", "5 năm", "21 năm"),
    ],
)
def test_years_are_counted_by_the_rules_of_the_language(
    language: str, one: str, two: str, five: str, twenty_one: str
) -> None:
    with speaking(voice_of(language)):
        said = [re.sub("[\u2068\u2069]", "", f"{Span(12 * years)}") for years in (1, 2, 5, 21)]
    assert said == [one, two, five, twenty_one]


def test_what_is_typed_stays_as_it_is_typed() -> None:
    with speaking(voice_of("fr")):
        assert in_words('give --last "{span!s}", or a file with earlier periods', span=Span(36)).startswith(
            'donnez --last "3 years"'
        )


def test_currencies_are_called_by_their_names() -> None:
    with speaking(voice_of("de")):
        assert currency_name("CNY") == "Renminbi Yuan"


def test_figures_are_isolated_where_text_runs_from_right_to_left() -> None:
    with speaking(voice_of("ar")):
        said = in_words("{first} and {second}", first="a.csv", second=Decimal("7.5"))
        assert said == "\u2068a.csv\u2069 و\u20687.5\u2069"
        assert visible(said) == said


def test_nothing_from_outside_turns_an_arabic_sentence() -> None:
    with speaking(voice_of("ar")):
        for hostile in ("a\u202eb", "a\u2069b", "a\u2067b", "a\u2068b"):
            said = in_words("{first} or {second}", first=hostile, second="c")
            assert "\\u20" in said
            assert visible(said) == said


def test_a_sentence_that_no_catalogue_has_is_said_in_english() -> None:
    with speaking(voice_of("fr")):
        assert str(Phrase("a {thing} nobody says", thing=Decimal("1.5"))) == "a 1,5 nobody says"
        assert in_words("") == ""


def test_what_a_fact_holds_is_never_filled_again() -> None:
    with speaking(voice_of("fr")):
        assert in_words("{first} or {second}", first="{second}", second="{0}") == "{second} ou {0}"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("fr", "fr"), ("fr_CA.UTF-8", "fr"), ("pt-BR", "pt"), ("DE_de@euro", "de"), ("zh", "zh_Hans"),
        ("zh_TW.UTF-8", "zh_Hant"), ("zh-Hant-HK", "zh_Hant"), ("zh_SG", "zh_Hans"), ("en_GB", "en"),
        ("C", None), ("POSIX", None), ("", None), ("C.UTF-8", None), ("frx", None),
    ],
)  # fmt: skip
def test_a_code_or_a_locale_names_a_language(code: str, language: str | None) -> None:
    assert known(code) == language


def test_the_environment_is_asked_in_the_order_of_posix() -> None:
    environ = {"LANG": "de_DE.UTF-8"}
    assert of_locale(environ) == "de"
    assert of_locale({**environ, "LC_MESSAGES": "fr_FR.UTF-8"}) == "fr"
    assert of_locale({**environ, "LC_MESSAGES": "fr_FR.UTF-8", "LC_ALL": "C"}) is None
    assert of_locale({"LC_ALL": "", "LANG": "it_IT"}) == "it"
    assert of_locale({}) is None


def test_a_language_nobody_speaks_here_is_named() -> None:
    with pytest.raises(UsageError, match="nothing is said in 'tlh'") as caught:
        asked("tlh")
    assert caught.value.code == "unknown_ui"
    assert "zh_Hant" in str(caught.value.hint)
