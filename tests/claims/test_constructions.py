"""Every construction stands in its example, and is made of names that there are."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from capexcalc.claims.extract import wordings
from capexcalc.claims.grammar.constructions import Construction, constructions, matches
from capexcalc.reading.language import detect
from capexcalc.reading.lexicon import languages
from capexcalc.reading.reader import read

ALL = [(kind, each) for kind, found in constructions().items() for each in found]

NEEDED = {
    "increase", "decrease", "old", "total", "record", "equivalence", "or", "per_year", "combined", "part_of",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "construction"), ALL, ids=[f"{k}: {c.pattern}" for k, c in ALL])
def test_it_stands_in_its_example(kind: str, construction: Construction) -> None:
    text = construction.example
    possible = [each for each, kinds in wordings(text, read(text, detect(text))) if kind in kinds]
    found = [match for each in possible for match in matches(kind, each)]
    assert construction.pattern in {match.construction.pattern for match in found}


def test_every_language_has_the_cues_that_all_need() -> None:
    for language in languages():
        kinds = _cues(language)
        assert kinds >= NEEDED, language
        assert kinds & {"exceeds", "exceeds_after"}, language


def _cues(language: str) -> set[str]:
    lexicon = json.loads((files("capexcalc.reading") / "lexicons" / f"{language}.json").read_text("utf-8"))
    return {kind for meanings in lexicon["phrases"].values() for kind in meanings.get("cue", ())}


def test_every_cue_is_explained_to_whoever_adds_a_language() -> None:
    page = (Path(__file__).parents[2] / "docs" / "adding" / "language.md").read_text("utf-8")
    assert {cue for language in languages() for cue in _cues(language)} == set(
        re.findall("`(\\w+)`", page.split("## Cues")[1])
    )
