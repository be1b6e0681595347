"""Whether a claim that fails is told of other figures, which the text has beside them: of "the pay went
from 57 to 90 euros. Spending rose 86 %. The average went from 49 to 92" it is that of the second pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark
from ..grammar.wording import Wording
from ..kinds import changed, share_figures
from ..verdicts.verdict import strictly
from .other_sums import meets

_BESIDE = 3  # marks between an amount and the share that is told of it
_WORDS = 1  # word between two of these
_SHARES = frozenset(("share", "its_share", "level"))


class Others(NamedTuple):
    """The pairs of sums that sentences tell to have been left and reached, and the shares told right behind
    their amounts."""

    moves: tuple[tuple[Amount, Amount], ...]
    shares: tuple[tuple[Amount, Proportion], ...]


def others_of(wordings: Iterable[Wording]) -> Others:
    """What a text tells of pairs of sums, and of shares."""
    told = [
        wording for wording in wordings if len(wording.sentence.amounts) > 1 or wording.sentence.proportions
    ]
    return Others(tuple(pair for each in told for pair in _moves(each)), tuple(_told_shares(told)))


def is_told_of_others(claim: Claim, others: Others) -> bool:
    """Whether a change that fails, and is told in another sentence than what was left, fits another pair; or
    a share that fails makes, with its part, the whole that the share of its supposed whole makes."""
    told, other = claim.proportion, claim.object
    if told is None or other is None:
        return False
    if claim.kind == "change":
        if other.start >= claim.sentence[0] and other.start < claim.sentence[1]:
            return False
        pairs = (
            replace(claim, subject=new, object=old) for old, new in others.moves if old.start != other.start
        )
        return not changed.fits(claim) and any(map(changed.fits, pairs))
    if claim.kind != "share" or meets(claim, share_figures.ratio_of) or strictly(told).low <= 0:
        return False
    whole = strictly(claim.subject).over(strictly(told))
    beside = (share for amount, share in others.shares if amount.start == other.start)
    return any(
        strictly(each).low > 0 and strictly(other).over(strictly(each)).meets(whole) for each in beside
    )


def _moves(wording: Wording) -> Iterator[tuple[Amount, Amount]]:
    marks = wording.amount_marks
    for one, other in pairwise(marks):
        if "left" in one.names and "later" in other.names:
            old, new = one.figure, other.figure
            if isinstance(old, Amount) and isinstance(new, Amount) and old.currency == new.currency:
                yield old, new


def _told_shares(wordings: Iterable[Wording]) -> Iterator[tuple[Amount, Proportion]]:
    for wording in wordings:
        for mark in wording.marks if wording.sentence.proportions else ():
            if isinstance(mark.figure, Proportion) and not _SHARES.isdisjoint(mark.names):
                amount = _amount_before(wording, mark)
                if amount is not None:
                    yield amount, mark.figure


def _amount_before(wording: Wording, share: Mark) -> Amount | None:
    """The amount that nothing but a few small words part from a share behind it."""
    last = share
    for mark in reversed(wording.preceding(share.start, _BESIDE)):
        if last.words > _WORDS or ";" in last.stops:
            return None
        if isinstance(mark.figure, Amount):
            return mark.figure if mark.names.isdisjoint(OF_ONE) else None
        if mark.figure is not None:
            return None
        last = mark
    return None
