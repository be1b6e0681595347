"""The claims of a text, found from the mentions and the cues between them."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.mentions import Reading
from .claim import Claim
from .kinds import KINDS
from .sentence import split
from .wording import find_commitment, with_topics, worded

_FINDERS = tuple(kind.find for kind in KINDS if kind.find is not None)


def extract(text: str, reading: Reading) -> Iterator[Claim]:
    """The claims of a text in the order they begin, sentence by sentence: a long text has a great many."""
    if not (reading.amounts or reading.rates):
        return
    whole = find_commitment(split(text, reading))
    for sentence, commitment in with_topics(split(text, reading), whole):
        if sentence.cues or sentence.rates or len(sentence.amounts) > 1:
            wording = worded(sentence, commitment)
            claims = (claim for find in _FINDERS for claim in find(wording))
            yield from sorted(claims, key=lambda c: (c.start, c.end))
