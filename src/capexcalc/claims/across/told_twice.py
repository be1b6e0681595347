"""Changes of which another claim tells the two sums: in percent beside what they differ by ("last time it was
2.4m, so now 1.2m more, a rise of 50 %")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...reading.mentions import Proportion
from ..claim import Claim
from ..grammar.marks import Mark
from ..grammar.sentence import WAYS
from ..grammar.wording import Wording
from ..kinds import changed, difference
from ..kinds.other_changes import is_of_a_year
from ..kinds.pairs import told
from ..kinds.share_words import is_followed_by_of
from ..verdicts.verdict import strictly

_LINKS = frozenset((*WAYS, "way", "idle", "moved", "article", "or", "equivalence", "by", "makes", "bound"))
_STOPS = frozenset(("", ",", "("))
_FAR = 4  # marks between the two


def told_twice(wordings: Sequence[Wording], claims: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """The percentages that no other of ``claims`` tells, and that stand beside a difference that fits, each
    with the place of its sentence; one that fails only if its sentence tells no other."""
    known = {each.proportion.start for each in claims if each.proportion is not None}
    gaps = [each for each in claims if each.kind == "change" and each.proportion is None and each.parts]
    here = [(n, m) for n, each in enumerate(wordings) for m in each.amount_marks] if gaps else []
    places = {mark.start: (n, mark) for n, mark in here}
    for claim in gaps:
        n, mark = places.get(claim.parts[0].start, (0, None))
        if mark is None or claim.object is None or not difference.is_exact(claim):
            continue
        wording = wordings[n]
        change = _beside(wording, mark) if not wording.adjusted else None
        if change is None or change.start in known or is_of_a_year(wording, change):
            continue
        found = _of(wording, claim, change)
        if changed.fits(found) or (wording.names_one_share and not _is_of_new(claim, change)):
            yield n, found


def _of(wording: Wording, claim: Claim, change: Mark) -> Claim:
    assert claim.object is not None
    assert isinstance(change.figure, Proportion)
    found = told(wording, "change", claim.subject, claim.object, change.figure)
    falls = claim.subject.value < claim.object.value
    return replace(found, proportion=change.figure, falls=falls)


def _is_of_new(claim: Claim, change: Mark) -> bool:
    """Whether a percentage is what a difference makes of the later sum, as which it may be meant."""
    assert isinstance(change.figure, Proportion)
    return strictly(claim.parts[0]).over(strictly(claim.subject)).meets(strictly(change.figure))


def _beside(wording: Wording, gap: Mark) -> Mark | None:
    """The percentage that nothing but words for a change or an equation part from a difference before it."""
    for mark in wording.following(gap.end, _FAR):
        if mark.words > 1 or mark.stops not in _STOPS:
            return None
        if isinstance(mark.figure, Proportion):
            alone = mark.figure.kind == "share" and not is_followed_by_of(wording, mark)
            return mark if alone and not mark.names.isdisjoint(("change", "share")) else None
        if mark.figure is not None or mark.names.isdisjoint(_LINKS):
            return None
    return None
