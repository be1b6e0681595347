"""Which of the phrases that a text may be of it is of."""

from __future__ import annotations

import pytest

from capexcalc.reading.items import Item
from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.matcher import match_phrases


def items(text: str, language: str) -> list[Item]:
    return [item for item in match_phrases(text, load_lexicon(language)) if item is not None]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("uk", "чинна рамка", ["чинна рамка"]),  # "чинна" is one as well
        ("uk", "чинна громада", ["чинна"]),
        ("pl", "kończąca się umowa", ["kończąca się umowa"]),
        ("pl", "kończąca się woda", ["kończąca się"]),
        ("zh", "超过去年", ["超", "过去", "年"]),
        ("zh", "超过三年", ["超过", "三", "年"]),
    ],
)
def test_the_longest_wins(language: str, text: str, found: list[str]) -> None:
    assert [item.text for item in items(text, language)] == found


@pytest.mark.parametrize(
    ("language", "word", "cues"),
    [
        ("no", "utgiftene", ["outgo", "this"]),
        ("no", "utgifter", ["outgo", "spending"]),
        ("cs", "předchozího plánu", ["old_after"]),
        ("cs", "předchozího plánem", ["previous"]),
    ],
)
def test_a_word_as_it_is_wins_over_one_with_an_ending(language: str, word: str, cues: list[str]) -> None:
    (item,) = items(word, language)
    assert (item.text, item.meanings["cue"]) == (word, cues)


@pytest.mark.parametrize(("word", "coded"), [("EUR", True), ("eur", False), ("euros", False)])
def test_three_capitals_are_a_code(word: str, coded: bool) -> None:
    (_, item) = items(f"5 {word}", "en")
    assert ("currency" in item.meanings, "code" in item.meanings) == (True, coded)


@pytest.mark.parametrize(
    ("text", "joins"), [("Costa 5e", True), ("e5 EUR", True), ("5 e 9 EUR", True), ("5e9 EUR", False)]
)
def test_a_letter_between_two_figures_is_their_exponent(text: str, joins: bool) -> None:
    assert any("join" in item.meanings for item in items(text, "it")) is joins
