"""The numbers that tell a language: one case just inside, one just outside each."""

from __future__ import annotations

import pytest

from capexcalc.reading.language import foreign, guesses, region_of
from capexcalc.reading.lexicon import evidence, load_lexicon


@pytest.mark.parametrize(("at", "region"), [(1999, "zh-TW"), (2000, "zh")])
def test_two_thousand_characters_tell_whose_letters_they_are(at: int, region: str) -> None:
    assert region_of("中" * at + "國", "zh") == region


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
