"""Sentences that claim nothing of their figures, whatever they look like."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

FILE = Path(__file__).parent.parent / "corpus" / "look-alikes.toml"
SENTENCES = [
    pytest.param(sentence, id=f"{language}-{n}")
    for language, sentences in tomllib.loads(FILE.read_text("utf-8")).items()
    for n, sentence in enumerate(sentences, 1)
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_claimed(sentence: str, checked) -> None:
    assert [(c.claim.kind, c.said, c.finding.verdict) for c in checked(sentence)] == []
