"""The claims of a text, found from the mentions and the cues between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain

from ..reading.mentions import Amount, Reading
from .claim import Claim
from .kinds import KINDS
from .sentence import Commitment, split
from .wording import Wording, find_commitment, worded

_BEFORE = 2  # sentences whose sums one may go on about
_FINDERS = tuple(kind.find for kind in KINDS if kind.find is not None)


def extract(text: str, reading: Reading) -> Iterator[Claim]:
    """The claims of a text in the order they begin, sentence by sentence: a long text has a great many."""
    for wording in wordings(text, reading):
        claims = (claim for find in _FINDERS for claim in find(wording))
        yield from sorted(claims, key=lambda c: (c.start, c.end))


def wordings(text: str, reading: Reading) -> Iterator[Wording]:
    """The sentences that may claim something, as constructions see them."""
    if not (reading.amounts or reading.rates):
        return
    commitment = find_commitment(split(text, reading))
    before: deque[list[Commitment]] = deque(maxlen=_BEFORE)
    earlier: deque[Sequence[Amount]] = deque(maxlen=_BEFORE)
    since, wording = 0, None
    for sentence in split(text, reading):
        figures = len(sentence.amounts) + len(sentence.rates) + len(sentence.periods)
        related = sentence.cues or sentence.rates or sentence.proportions or len(sentence.amounts) > 1
        related = related or any(each.direction == "past" for each in sentence.periods)
        if figures and related:
            named = commitment and any(map(commitment.amount.is_same_money, sentence.amounts))
            since = 0 if named else since + 1
            money = tuple(chain.from_iterable(reversed(earlier)))
            sums = chain.from_iterable(reversed(before))
            wording = worded(sentence, commitment, sums, money, since, wording)
            before.append(wording.sums())
            yield wording
        elif figures:  # it claims nothing, but others may go on about its sums
            before.append(worded(sentence, commitment).sums())
            since += 1
        elif not figures and sentence.proportions:  # "That is a rise of 50 %."
            sums = chain.from_iterable(reversed(before))
            money = tuple(chain.from_iterable(reversed(earlier)))
            wording = worded(sentence, commitment, sums, money, since, wording)
            yield wording
        if figures:
            earlier.append(sentence.amounts)
