"""What holds for every text, however odd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capexcalc.errors import UsageError
from capexcalc.reading.language import detect
from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.reader import read

PIECES = st.sampled_from(
    [
        "380",
        "bn",
        "€",
        "$",
        "CNY",
        "yuan",
        "milliards",
        "de",
        "d'",
        "euros",
        "three",
        "cent",
        "and",
        "et",
        "to",
        "-",
        "–",
        "(",
        ")",
        ",",
        ".",
        "past",
        "years",
        "ans",
        "2025",
        "1.234",
        "1,5",
        "½",
        "²",
        "٣",
        "亿",
        "soit",
        "or",
        "[bold]",
        "'",
        "’",
        "A100",
        "%",
        "per year",
        "more than",
        "half a",
        "\n",
        "\n\n",
        "\x1b[31m",
        "\u202e",
    ]
)


@given(
    st.one_of(
        st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join)
    )
)
def test_any_text_is_read_and_every_offset_cuts_the_text_it_claims(text: str) -> None:
    for language in (None, "fr"):
        reading = read(text, language)
        for mention in (*reading.amounts, *reading.periods):
            assert text[mention.start : mention.end] == mention.text
        for amount in reading.amounts:
            assert amount.currency in amount.candidates
            assert amount.unit > 0
            assert amount.value.is_finite()
        ends = [0]
        for start, end in reading.sentences:
            assert ends[-1] <= start <= end
            ends.append(end)


@given(st.lists(PIECES, max_size=20).map(" ".join), st.lists(PIECES, max_size=20).map(" ".join))
def test_two_texts_one_after_the_other_hold_what_each_holds(one: str, other: str) -> None:
    def found(text: str) -> list[tuple[object, ...]]:
        return [(a.value, a.currency, a.text) for a in read(text, "en").amounts]

    assert found(f"{one}\n\n{other}") == found(one) + found(other)


def test_mentions_are_numbered_through_the_text() -> None:
    text = "In 2024 and in 2025, or for three years, $5bn and €4bn.\n\n£3bn by 2030.\n\n$2bn by 2031."
    reading = read(text, "en")
    assert [p.id for p in reading.periods] == [f"p{n}" for n in range(1, 6)]
    assert [a.id for a in reading.amounts] == [f"a{n}" for n in range(1, 5)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The group will spend more than it did.", "en"),
        ("Le groupe dépensera plus qu'avant.", "fr"),
        ("380 milliards de yuans sur trois ans", "fr"),
        ("50 Md€", "fr"),
        ("380bn CNY", "en"),
        ("€ 5", "en"),
    ],
)
def test_the_language_is_told_by_its_words(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("high", ["1500", "1,500", "1’500", "1٬500", "1\u202f500"])
def test_both_ends_of_a_range_share_the_thousand_however_digits_are_grouped(high: str) -> None:
    amounts = read(f"400-{high} พันล้านดอลลาร์", "th").amounts
    assert [amount.value for amount in amounts] == [400 * 10**9, 1500 * 10**9]


def test_a_language_without_a_lexicon_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        load_lexicon("tlh")
    assert "fr" in str(caught.value.hint)
