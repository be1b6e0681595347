"""What a sentence cannot claim for want of a word or a figure is not looked for; nothing else is missed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from capexcalc.claims import extract as extraction
from capexcalc.claims.extract import extract
from capexcalc.claims.grammar import row, worded
from capexcalc.claims.grammar.constructions import constructions
from capexcalc.claims.grammar.naming import MADE_OF
from capexcalc.claims.kinds import KINDS
from capexcalc.reading.lexicon import languages, load_lexicon
from capexcalc.reading.reader import read

CORPUS = Path(__file__).parent.parent / "corpus"
ALL = frozenset(kind.name for kind in KINDS)
# What stands in a sentence without a cue, or is one of several words at once.
FIGURES = {"amount", "share", "times", "count", "past", "start", "and", "bound", "article"}
LEFT_BY_OTHERS = {"topic", "was", "counted", "shared", "staked", "sold", "paired"}


def _texts() -> Iterator[str]:
    """Every text of the corpus about claims, and each with the next: a sentence after others."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(CORPUS.glob("*.toml"))]
    texts = list(dict.fromkeys(text for each in files for text in _strings(each) if " " in text))
    texts += [each.example for kind in constructions().values() for each in kind]
    yield from texts
    yield from (f"{one} {other}" for one, other in pairwise(texts))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def test_nothing_is_missed_that_a_full_search_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    read_ = {text: read(text) for text in _texts()}
    sifted = {text: list(extract(text, reading)) for text, reading in read_.items()}
    monkeypatch.setattr(extraction, "possible", lambda _sentence, _before: ALL)
    monkeypatch.setattr(worded, "_MAKES_SMALL", _Everything())
    for text, reading in read_.items():
        assert sifted[text] == list(extract(text, reading)), text


class _Everything(frozenset[str]):
    def __contains__(self, _: object) -> bool:
        return True


def test_every_name_of_a_construction_is_a_cue_a_figure_or_known_to_be_made_of_some() -> None:
    cues = {
        cue
        for language in languages()
        for meanings in load_lexicon(language).phrases.values()
        for cue in meanings.get("cue", ())
    }
    rows = (row for kind in constructions().values() for each in kind for row in each.rows)
    names = {name for row in rows for step in row.steps for name in step.names}
    assert names - cues - FIGURES - LEFT_BY_OTHERS - MADE_OF.keys() == set()


@pytest.mark.parametrize(
    "text",
    [
        "The group will invest 380 billion yuan over three years.",
        "The loan of $5bn was signed in 2023, he said, up the road.",
        "The group will invest 3bn euros in rail and 2bn euros in roads.",
        "Der Konzern gibt im laufenden Jahr 5 Millionen Euro aus. Er sitzt in Köln.",
    ],
)
def test_a_sentence_that_can_claim_nothing_is_not_laid_out(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read(text)
    assert reading.amounts
    monkeypatch.setattr(row, "lay_out", None)
    assert list(extract(text, reading)) == []


def test_what_follows_the_last_possible_claim_is_not_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "It will spend 380bn yuan, or €50bn, over three years. It was signed in 2023."
    reading = read(text)
    laid, lay_out = [], row.lay_out
    monkeypatch.setattr(row, "lay_out", lambda each, **how: laid.append(each.start) or lay_out(each, **how))
    assert [claim.kind for claim in extract(text, reading)] == ["equivalence"]
    assert set(laid) == {0}
