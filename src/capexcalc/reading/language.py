"""Which language a text is written in, by the words that speak for each."""

from __future__ import annotations

from .lexicon import evidence
from .tokens import tokenise

_ENOUGH = 4000  # characters; more do not change the answer
FALLBACK = "en"


def detect(text: str) -> str:
    """The ISO 639 code of the likeliest language that has a lexicon; English where nothing speaks for any."""
    words = [token.folded for token in tokenise(text[:_ENOUGH]) if token.text[0].isalpha()]
    scores = {language: sum(weights.get(w, 0) for w in words) for language, weights in evidence().items()}
    best = max(scores, key=lambda language: (scores[language], language == FALLBACK))
    return best if scores[best] else FALLBACK
