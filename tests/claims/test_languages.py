"""The claims of one article in each language, as worked out in tests/corpus/claims-languages.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from capexcalc.finance.spending import SpendingSeries
from capexcalc.reading.language import detect
from capexcalc.reading.lexicon import languages

CORPUS = tomllib.loads((Path(__file__).parent.parent / "corpus" / "claims-languages.toml").read_text("utf-8"))
ARTICLES = {article["language"]: article for article in CORPUS["article"]}


@pytest.mark.parametrize("language", ARTICLES)
def test_every_claim_of_the_article_is_found_and_judged_and_no_other(
    language: str, claims_of, past: SpendingSeries
) -> None:
    text = ARTICLES[language]["text"]
    assert detect(text) == language
    found = claims_of(text, prior=past)
    assert [f"{claim.kind} {claim.verdict}" for claim in found] == CORPUS["claims"]


def test_every_language_with_a_lexicon_has_an_article() -> None:
    assert set(ARTICLES) == set(languages())
