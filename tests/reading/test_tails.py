"""A word of the lexicon with a star before it stands for any longer word that ends so."""

from __future__ import annotations

import pytest

from capexcalc.reading.lexicon import load_lexicon
from capexcalc.reading.reader import read
from capexcalc.reading.vocabulary import vocabulary_of


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Im alten Verkehrswegeplan standen 80 Millionen Euro.", "Verkehrswegeplan"),
        ("de", "Im alten Sanierungsprogramm standen 80 Millionen Euro.", "Sanierungsprogramm"),
        ("nl", "Het oude dijkenfonds telde 80 miljoen euro.", "dijkenfonds"),
        ("da", "Den gamle cykelpulje var på 80 millioner kroner.", "cykelpulje"),
        ("sv", "Den gamla skogsfonden var på 80 miljoner kronor.", "skogsfonden"),
        ("no", "Det gamle rassikringsprogrammet var på 80 millioner kroner.", "rassikringsprogrammet"),
        ("fi", "Vanha metsäpaketti oli 80 miljoonaa euroa.", "metsäpaketti"),
    ],
)
def test_a_compound_means_what_its_tail_means(language: str, text: str, told: str) -> None:
    assert told in [text[cue.start : cue.end] for cue in read(text, language).cues if cue.kind == "plan"]


def test_few_letters_before_a_tail_make_no_compound() -> None:
    vocabulary = vocabulary_of(load_lexicon("de"))
    assert vocabulary.tails["bauplan"] == "*plan"
    assert not vocabulary.tails["abplan"]
    assert not vocabulary.tails["planke"]


def test_a_word_that_the_lexicon_has_is_no_compound() -> None:
    cues = read("Vorgängerprogramm: 80 Millionen Euro.", "de").cues
    assert [cue.kind for cue in cues] == ["previous"]
