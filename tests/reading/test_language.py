"""The numbers that tell a language: one case just inside, one just outside each."""

from __future__ import annotations

import pytest

from capexcalc.reading.language import foreign, guesses, region_of, weight_of_words
from capexcalc.reading.lexicon import evidence, load_lexicon
from capexcalc.reading.reader import read


@pytest.mark.parametrize(("at", "region"), [(1999, "zh-Hant"), (2000, "zh")])
def test_two_thousand_characters_tell_whose_letters_they_are(at: int, region: str) -> None:
    assert region_of("中" * at + "國", "zh") == region


@pytest.mark.parametrize(
    ("text", "lang", "codes"),
    [
        ("國民收入為$900，餐費為80元。", "zh-Hant", ("USD", "TWD")),
        ("國民收入為$900，餐費為80元。", None, ("USD", "TWD")),
        ("國民收入為$900，餐費為80元。", "zh", ("USD", "TWD")),
        ("國民收入為$900，餐費為80元。", "zh-CN", ("USD", "CNY")),
        ("台灣國民收入為$900，餐費為80元。", "zh-Hant", ("TWD", "TWD")),
        ("台灣國民收入為$900，餐費為80元。", None, ("TWD", "TWD")),
        ("香港國民收入為$900，餐費為80元。", "zh_hant", ("HKD", "HKD")),
        ("香港國民收入為$900，餐費為80元。", None, ("HKD", "HKD")),
        ("香港國民收入為$900，餐費為80元。", "zh-Hant-TW", ("TWD", "TWD")),
    ],
)
def test_chinese_is_of_the_same_land_where_its_letters_are_given_and_where_they_are_found(
    text: str, lang: str | None, codes: tuple[str, str]
) -> None:
    assert tuple(amount.currency for amount in read(text, lang).amounts) == codes


def test_a_bare_yuan_in_the_letters_of_two_lands_is_left_open() -> None:
    (amount,) = read("國民收入為900元。", "zh-Hant").amounts
    assert amount.candidates == ("TWD", "HKD", "CNY")


@pytest.mark.parametrize(("length", "languages"), [(299, ["ms", "id", "cs"]), (300, ["ms"])])
def test_a_text_of_three_hundred_characters_is_of_one_language(length: int, languages: list[str]) -> None:
    assert guesses("abad balik".ljust(length)) == languages


def test_a_word_of_many_languages_may_be_of_four() -> None:
    assert len(guesses("cirka")) == 4  # it speaks for five


@pytest.mark.parametrize(
    ("text", "languages"),
    [("abad balik", ["ms", "id", "cs"]), ("abad aceh", ["id"])],  # 4 against 2 and 2; 5 against 2
)
def test_languages_two_apart_are_told_from_each_other_by_chance(text: str, languages: list[str]) -> None:
    assert guesses(text) == languages


@pytest.mark.parametrize(("characters", "language"), [(12, "ja"), (13, "zh")])
def test_one_kana_makes_twelve_characters_japanese(characters: int, language: str) -> None:
    assert guesses("国" * characters + "の") == [language]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Mais quatre mots ici", "fr"),
        ("Mais trois mots", None),  # so few say nothing
        ("Mais quatre mots ici".ljust(397) + "the", None),  # a word of its own
        ("Mais quatre mots ici".ljust(398) + "the", "fr"),  # too late
        ("qqx xqx abad aceh", "id"),  # 5
        ("qqx xqx abad balik", None),  # 4
        ("qqx agora aceh abad", "id"),  # 5 against 2 for English
        ("qqx above aceh adanya", None),  # 6 against 3
    ],
)
def test_a_sentence_is_in_another_language_that_says_so_clearly(sentence: str, language: str | None) -> None:
    assert foreign(sentence, load_lexicon("en")) == language


@pytest.mark.parametrize("script", ["latin", "cyrillic", "greek", "arabic", "han"])
def test_pieces_of_words_come_first_in_the_evidence(script: str) -> None:
    keys = list(evidence(script))
    first = [key.startswith("+") for key in keys]
    assert len(keys) > 1
    assert first == sorted(first, reverse=True)


@pytest.mark.parametrize(
    ("word", "languages"),
    [
        ("qxaient", ["fr"]),  # five letters, of which the last four and three tell nothing
        ("qxadas", ["es"]),
        ("qxais", ["fr"]),
        ("qxed", ["da"]),
        ("xed", []),  # a word of three letters has no ending
    ],
)
def test_an_ending_has_two_letters_to_five_of_a_word_of_four(word: str, languages: list[str]) -> None:
    assert guesses(word) == languages


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("aceh", 3), ("abad", 2),  # a word of one language, and of two
        ("ã", 3), ("qxæ", 2), ("qxá", 1),  # a letter, of four as well
        ("k", 3), ("y", 2), ("a", 1),  # one by itself
        ("qxaient", 2), ("qxado", 1),  # an ending
        ("xcsx", 2), ("xbers", 1),  # a piece
    ],
)  # fmt: skip
def test_a_clue_weighs_the_less_the_more_languages_share_it(text: str, weight: int) -> None:
    assert weight_of_words(text) == weight


@pytest.mark.parametrize(("length", "languages"), [(299, ["fr"]), (300, [])])
def test_endings_tell_the_language_of_less_than_three_hundred_characters(
    length: int, languages: list[str]
) -> None:
    assert guesses("qxaient".ljust(length)) == languages


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Sabler med gule stramme remme koster 120 kr.", "da"),  # "med" and "koster" against three endings
        ("Hytter med lune stille stuer koster 500 kr.", "da"),
        ("Spejl i messing, pris 1.200 kr.", "da"),  # "i" is a word of Danish too
        ("Gule stramme remme, 120 kr.", "fi"),  # no word is known
    ],
)
def test_endings_weigh_half_where_known_words_speak_for_another_language(text: str, first: str) -> None:
    assert guesses(text)[0] == first


@pytest.mark.parametrize(("text", "languages"), [("QUE", ["es", "fr", "pt"]), ("EUR", []), ("US$5", [])])
def test_three_capitals_are_a_word_unless_they_are_a_currency_and_fewer_are_none_before_its_sign(
    text: str, languages: list[str]
) -> None:
    assert guesses(text) == languages


@pytest.mark.parametrize(("characters", "languages"), [(2, ["zh"]), (1, [])])
def test_a_word_weighs_as_much_as_two_characters(characters: int, languages: list[str]) -> None:
    assert guesses("xyz " + "国" * characters) == languages


def test_a_letter_of_the_mainland_speaks_for_chinese_nearly_as_clearly_as_two_japanese_ones() -> None:
    assert guesses("镑円") == ["zh", "ja"]  # 5 against 3
    assert foreign("镑国国国国国", load_lexicon("en")) == "zh"  # clear
