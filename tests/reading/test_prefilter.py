"""Sentences that are passed over hold nothing: reading with the sieve finds what reading everything finds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capexcalc.reading import reader
from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.matcher import match_phrases
from capexcalc.reading.mentions import Reading
from capexcalc.reading.prefilter import sieve_of

CORPUS = Path(__file__).parent.parent / "corpus"
SENTENCES = {
    path.stem: [s["text"] for s in tomllib.loads(path.read_text("utf-8"))["sentence"]]
    for path in CORPUS.glob("??.toml")
}
WORDS = sorted({word for shelf in SENTENCES.values() for text in shelf for word in text.split()})
LANGUAGES = st.sampled_from(sorted(SENTENCES))


def read_all(text: str, language: str | None) -> Reading:
    """The reading of ``text``, no sentence passed over."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_items", lambda part, _, lexicon: match_phrases(part, lexicon))
        return reader.read(text, language)


def read_sifted(text: str, language: str | None) -> Reading:
    """The reading of ``text``, its shortest parts sifted too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_SHORT", 0)
        return reader.read(text, language)


def kept(text: str, language: str) -> list[str]:
    lexicon = load_lexicon(language)
    return [text[a:b] for a, b in sieve_of(lexicon).stretches(text, reader.sentences(text, lexicon))]


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_a_page_reads_the_same_with_the_sieve(language: str) -> None:
    page = " ".join(SENTENCES[language]) + "\n\n" + "\n\n".join(SENTENCES[language])
    for given_language in (language, None):
        assert read_sifted(page, given_language) == read_all(page, given_language)


@given(st.data())
@settings(max_examples=100)
def test_sentences_of_two_languages_read_the_same_with_the_sieve(data: st.DataObject) -> None:
    language, other = data.draw(LANGUAGES), data.draw(LANGUAGES)
    shelf = st.sampled_from(SENTENCES[language] + SENTENCES[other][:5])
    text = data.draw(st.sampled_from([" ", "\n", "\n\n"])).join(data.draw(st.lists(shelf, max_size=5)))
    assert read_sifted(text, None) == read_all(text, None)


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=30).map(" ".join), LANGUAGES)
@settings(max_examples=150)
def test_words_in_any_order_read_the_same_with_the_sieve(text: str, language: str) -> None:
    assert read_sifted(text, language) == read_all(text, language)


def test_most_of_an_article_is_passed_over() -> None:
    text = (
        "It will spend €5bn on two plants. A spokeswoman would not say how many people it means to hire. "
        "One of its rivals has doubled its budget, up by a lot. They open in 2027, it says. Others wait."
    )
    assert kept(text, "en") == ["It will spend €5bn on two plants.", "They open in 2027, it says."]


@pytest.mark.parametrize(
    ("before", "is_kept"),
    [
        ("It has bought 12 ships.", True),  # which the next sentence may price
        ("It has bought ships.", False),
        (f"It has bought 12 ships{' of steel' * 20}.", False),
    ],
)
def test_a_brief_sentence_with_a_number_is_kept_before_one_that_tells(before: str, is_kept: bool) -> None:
    text = f"Others wait. {before} Each costs €5m. It has sold 12."
    assert (before in kept(text, "en")) is is_kept


@pytest.mark.parametrize(
    ("sentence", "language", "tells"),
    [
        ("二〇二五至二〇二七年", "zh", True),
        ("從一九九八到二〇二五", "zh", True),
        ("一九九而已", "zh", False),  # three figures are no year
        ("超5亿", "zh", True),
        ("报价为50USD", "zh", True),
        ("报价为50UST", "zh", False),
        ("CEO表示", "zh", False),
        ("広報担当者は明らかにしなかった。", "ja", False),
        ("広報担当者は3年と明らかにした。", "ja", True),
        ("ราคา 5 บาท", "th", True),
        ("It said 元 once", "en", True),
        ("It said 國 once", "en", False),
    ],
)
def test_text_without_blanks_is_sifted_by_its_characters(sentence: str, language: str, tells: bool) -> None:
    assert sieve_of(load_lexicon(language)).tells(sentence) is tells


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Er kostet 5 mio. Euro werden fehlen.", "en"),
        ("It costs ca. 5bn euros.", "pl"),
        ("Am 24. Mai 2025 beginnt er.", "de"),
    ],
)
def test_a_sentence_that_only_seems_to_end_is_read_with_the_next(text: str, language: str) -> None:
    assert kept(text, language) == [text]


@pytest.mark.parametrize(
    ("text", "language", "tells"),
    [("Up from 6m then.", "en", True), ("(Up from 6m)", "en", True), ("M. Dupont le dit.", "fr", False)],
)
def test_a_letter_for_millions_tells_where_it_is_glued_to_figures(
    text: str, language: str, tells: bool
) -> None:
    assert sieve_of(load_lexicon(language)).tells(text) is tells


def test_what_it_remembers_is_bounded() -> None:
    met = sieve_of(load_lexicon("en")).met
    for n in range(30_000):
        assert not met["q" + format(n, "b").replace("0", "w").replace("1", "v")]
    assert not met["q" * 100]
    assert len(met) <= 20_000
    assert "q" * 100 not in met
