"""The claims of a text, found from the mentions and the cues between them."""

from __future__ import annotations

from ..reading.mentions import Reading
from .claim import Claim
from .kinds import change, equated, past, share, total
from .sentence import find_commitment, split


def extract(text: str, reading: Reading) -> list[Claim]:
    """The claims of a text in the order they begin."""
    sentences = split(text, reading)
    commitment = find_commitment(sentences)
    claims: list[Claim] = []
    for sentence in sentences:
        if sentence.cues or len(sentence.amounts) > 1:
            claims.extend(equated.find(sentence, commitment))
            claims.extend(past.find(sentence, commitment))
            claims.extend(change.find(sentence))
            claims.extend(share.find(sentence))
            claims.extend(total.find(sentence))
    return sorted(claims, key=lambda c: (c.start, c.end))
