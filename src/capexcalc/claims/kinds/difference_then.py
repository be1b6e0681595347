"""A difference told after two sums that stand in clauses or sentences of their own: "Last year it was 600m.
Next year it will be 750m, 150m more", "It gets 750m, compared with 600m last year. That is 150m more"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark
from ..grammar.wording import COMPARED, LONG, Wording
from .difference import NEAR, between, is_exact, ratio_of
from .other_changes import has_own_subject
from .since_then import hardly_goes_on, is_of_before, says_no_more
from .then_and_now import is_of_now

_Told = tuple[Mark, Mark, bool]  # the later sum, the earlier one, whether words bind a difference to both
_WAS = COMPARED | {"earlier"}
_TWO = 2


def differences_since_then(wording: Wording) -> Iterator[Claim]:
    """The one difference of a sentence between the two sums before it, if it fits them or can be meant of no
    others."""
    gaps = [mark for mark in wording.marks if "gap" in mark.names]
    if len(gaps) != 1 or any(isinstance(mark.figure, Proportion) for mark in wording.marks):
        return
    gap = gaps[0]
    others = [mark for mark in wording.marks if "amount" in mark.names and mark is not gap]
    if any(mark.start > gap.start for mark in others):
        return
    told = [_between(wording, gap, *each) for each in _sums(wording, gap, others)]
    claims = [(claim, sure) for claim, sure in told if claim is not None]
    fitting = [claim for claim, _ in claims if is_exact(claim)]
    near = [claim for claim, sure in claims if sure]
    if fitting or len({claim.subject.value for claim in near}) == 1:
        yield (fitting or near)[0]


def _between(wording: Wording, gap: Mark, new: Mark, old: Mark, sure: bool) -> tuple[Claim | None, bool]:
    claim = between(wording, gap, new, old)
    ratio = None if claim is None else ratio_of(claim)
    return claim, sure and ratio is not None and ratio.meets(NEAR)


def _sums(wording: Wording, gap: Mark, others: list[Mark]) -> Iterator[_Told]:
    """What a difference may be told of: of the sums of the sentence before, of that of before and the one its
    own sentence tells to be of now, or of two of its own."""
    own = has_own_subject(wording, others[-1] if others else None, gap)
    apart = wording.adjusted or wording.measures or own or not hardly_goes_on(wording, gap)
    if not others:
        sure = not apart and says_no_more(wording, gap) and wording.since <= LONG
        yield from _earlier(wording, sure)
    elif len(others) == 1 and (wording.was is not None) and wording.pair is None:
        new, old = others[0], wording.was
        sure = not apart and "measured" not in old.names and _is_exactly(old)
        sure = sure and is_of_now(wording, wording.sentence.start, gap.start)
        yield new, old, sure and new.names.isdisjoint(_WAS)
    elif len(others) == _TWO:
        old, new = others
        if (
            new.names.isdisjoint(_WAS)
            and is_of_before(wording, old)
            and old.names & OF_ONE == new.names & OF_ONE
        ):
            yield new, old, not apart and is_of_now(wording, old.end, gap.start)


def _earlier(wording: Wording, sure: bool) -> Iterator[_Told]:
    """The sums of the sentences before, the one of before among them."""
    if wording.pair is not None:
        yield *wording.pair, sure
        return
    old = wording.was
    if old is None:
        return
    sure = sure and "measured" not in old.names and _is_exactly(old)
    for new in (*wording.taken_up(), *wording.mentioned()):
        if new.figure is not old.figure:
            yield new, old, sure


def _is_exactly(old: Mark) -> bool:
    return isinstance(old.figure, Amount) and old.figure.bound == "exact"
