"""The claims of a text, found from the mentions and the cues between them."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.mentions import Reading
from .claim import Claim
from .kinds import change, equivalence, prior_spending, share, sum
from .sentence import find_commitment, split


def extract(text: str, reading: Reading) -> Iterator[Claim]:
    """The claims of a text in the order they begin, sentence by sentence: a long text has a great many."""
    if not reading.amounts:
        return
    commitment = find_commitment(split(text, reading))
    for sentence in split(text, reading):
        if sentence.cues or len(sentence.amounts) > 1:
            claims = (
                *equivalence.find(sentence, commitment),
                *prior_spending.find(sentence, commitment),
                *change.find(sentence),
                *share.find(sentence),
                *sum.find(sentence),
            )
            yield from sorted(claims, key=lambda c: (c.start, c.end))
