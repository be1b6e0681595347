"""Changes told of a part by its name: "The halls get 6bn and the pier 4bn, 10bn in all. The money for the
pier is up 60 % from 2.5bn"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ...money.interval import Interval
from ...reading.mentions import Amount
from ..claim import Claim
from ..grammar.marks import OF_ONE, Mark
from ..grammar.sentence import WAYS
from ..grammar.walk import FURTHEST
from ..grammar.wording import Wording
from ..kinds import changed
from ..kinds.other_changes import is_of_a_year, may_be_of_another
from ..kinds.pairs import ONE
from ..kinds.since_then import hardly_goes_on
from .named_parts import is_list
from .part_names import names_of, part_told

_FAR = 5  # sentences after a list
_NEAR = Interval(Decimal("0.5"), Decimal(2))  # of a change to the one that the sums make
_WAS = frozenset(("earlier", "prior"))
_BEFORE = frozenset(("old_after", "previous", "past", "old"))
_WAY = frozenset((*WAYS, "way", "old", "from"))


def named_changes(wordings: Sequence[Wording], claims: Iterable[Claim]) -> Iterator[tuple[int, Claim]]:
    """The changes that sentences after a list tell of one of its parts, from the one sum that they name, each
    with the place of its sentence; those that fail only where the name can hardly be another's."""
    lists = [each for each in claims if is_list(each)]
    for n, wording in enumerate(wordings if lists else ()):
        told = _change_from(wording)
        if told is None:
            continue
        moved, old = told
        whole = next((each for each in reversed(lists) if each.end <= wording.sentence.start), None)
        if whole is None or not _is_near(wordings, n, whole):
            continue
        listed = next(each.sentence for each in wordings if each.sentence.span == whole.sentence)
        part, sure = part_told(wording, _first(wording, moved, old), names_of(listed, whole))
        if part is None:
            continue
        claim = changed.between(wording, moved, _taken(wording, whole.parts[part]), old)
        if claim is not None and (changed.fits(claim) or (sure and _is_sure(wording, moved, old, claim))):
            yield n, claim


def _is_near(wordings: Sequence[Wording], n: int, whole: Claim) -> bool:
    return any(each.sentence.span == whole.sentence for each in wordings[max(0, n - _FAR) : n])


def _change_from(wording: Wording) -> tuple[Mark, Mark] | None:
    """The only change of a sentence, and its only sum, which is told to be of before."""
    changes = [mark for mark in wording.marks if "change" in mark.names]
    sums = [mark for mark in wording.marks if "amount" in mark.names]
    if len(changes) != 1 or len(sums) != 1 or not sums[0].names.isdisjoint(OF_ONE | {"gap"}):
        return None
    beside = wording.beginning(wording.sentence.start, sums[0].start)
    told = not sums[0].names.isdisjoint(_WAS) or any(not mark.names.isdisjoint(_BEFORE) for mark in beside)
    return (changes[0], sums[0]) if told else None


def _first(wording: Wording, moved: Mark, old: Mark) -> int:
    """Where the words for a change, or for what was before, begin that the name of a part stands before."""
    begun = min(moved.start, old.start)
    before = wording.preceding(begun, FURTHEST)
    return min((mark.start for mark in before if not mark.names.isdisjoint(_WAY)), default=begun)


def _taken(wording: Wording, part: Amount) -> Mark:
    return Mark({"topic"}, wording.sentence.start, wording.sentence.start, part)


def _is_sure(wording: Wording, moved: Mark, old: Mark, claim: Claim) -> bool:
    """Whether a change that fails can be told of nothing else than the part and the sum of before."""
    if wording.adjusted or is_of_a_year(wording, moved) or may_be_of_another(wording, moved, old):
        return False
    ratio = changed.ratio_of(claim)
    near = ratio is not None and ratio.meets(_NEAR) and not ratio.meets(ONE)
    return near and (moved.start < old.start or hardly_goes_on(wording, moved))
