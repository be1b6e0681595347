"""Words cut by line ends and soft hyphens are read whole, and keep their places in the text as given."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.line_breaks import mend
from capexcalc.reading.reader import read


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "It costs 3.6 bil-\nlion euros ($9.9 billion).", "3.6e9 9.9e9"),
        ("en", "It costs 3.6 bil-\r\n  lion euros.", "3.6e9"),
        ("en", "It costs 3.6 mil\u00adlion euros and 2 bil\u00ad\nlion dol\u00adlars.", "3.6e6 2e9"),
        ("de", "Das kostet 3,6 Mil-\nliarden Euro.", "3.6e9"),
        ("fr", "Cela coûte 3,6 mil-\nliards d’eu\u00adros.", "3.6e9"),
        ("es", "Cuesta 3,6 mi-\nllones de dó-\nlares.", "3.6e6"),
        ("ru", "Это стоит 3,6 мил-\nлиарда рублей.", "3.6e9"),
        ("it", "Costa 3,6 mi\u2010\nliardi di euro.", "3.6e9"),
    ],
)
def test_a_word_cut_in_two_is_one(language: str, text: str, values: str) -> None:
    amounts = read(text, language).amounts
    assert [a.value for a in amounts] == [Decimal(v) for v in values.split()]
    for amount in amounts:
        assert text[amount.start : amount.end] == amount.text


def test_what_a_hyphen_joins_stays_two_words() -> None:
    text = "A three-\nyear plan of 5-\nmillion euros, $5-\n6 and so-\ncalled friends."
    reading = read(text, "en")
    assert [p.text for p in reading.periods] == ["three-\nyear"]
    assert reading.amounts[0].value == Decimal("5e6")
    mended = mend(text, load_lexicon("en"))
    assert mended is not None
    assert mended.text == "A three-year plan of 5-million euros, $5-\n6 and so-\ncalled friends."


def test_a_text_without_cut_words_is_left_alone() -> None:
    assert mend("A well-known plan - of 5 billion -\nEuros.", load_lexicon("en")) is None


TEXT = "Profit rose 12 % to $3.6 billion in the past three years ($1 = 7.2 yuan), or 5 million euros a year."


@given(st.lists(st.integers(1, len(TEXT) - 1), unique=True, max_size=12), st.booleans())
def test_soft_hyphens_change_nothing_but_places(places: list[int], newline: bool) -> None:
    inside = [n for n in places if TEXT[n - 1].isalpha() and TEXT[n].isalpha()]
    text = "".join(
        ("\u00ad\n" if newline else "\u00ad") * (n in inside) + char for n, char in enumerate(TEXT)
    )
    one, other = read(TEXT, "en"), read(text, "en")
    assert [(a.value, a.currency, a.bound) for a in one.amounts] == [
        (a.value, a.currency, a.bound) for a in other.amounts
    ]
    assert [p.duration for p in one.periods] == [p.duration for p in other.periods]
    assert [cue.kind for cue in one.cues] == [cue.kind for cue in other.cues]
    mentions = (*other.amounts, *other.periods, *other.proportions, *other.rates)
    for mention, as_before in zip(
        mentions, (*one.amounts, *one.periods, *one.proportions, *one.rates), strict=True
    ):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.replace("\u00ad\n", "").replace("\u00ad", "") == as_before.text
    for (start, end), (a, b) in zip(other.sentences, one.sentences, strict=True):
        assert text[start:end].replace("\u00ad\n", "").replace("\u00ad", "") == TEXT[a:b]
