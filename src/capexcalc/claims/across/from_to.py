"""Changes told of two sums, the one that was left and the one reached: "It goes from 310m to 248m euros. The
cut comes to 20 %".

The two stand right beside each other, and the change is the only one of their sentence, or of the next, which
names no sum; a word for a rise or a fall stands beside it. So it can hardly be told of anything else, but for
things that are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..claim import Claim
from ..grammar.marks import Mark
from ..grammar.sentence import WAYS
from ..grammar.wording import Wording
from ..kinds import changed, share_figures
from ..kinds.other_changes import is_of_a_year, may_be_of_another
from ..kinds.since_then import hardly_goes_on
from .announced import fits
from .borne_out import amount_of, figures_of

_LEFT = frozenset(("left", "earlier"))
_WAY = frozenset((*WAYS, "way", "by"))
_BASE = frozenset(("old", "base", "from", "previous", "past", "old_after"))  # another that it changed from
_BESIDE = 2  # marks between a change and the word for a rise or a fall
_NEAR = 3  # marks behind a change


def from_to(wordings: Sequence[Wording], claims: Iterable[Claim]) -> Iterator[tuple[int, Claim]]:
    """The changes that no other of ``claims`` is told by, each with the place of its sentence."""
    known = {figure.start for each in claims for figure in figures_of(each)}
    for n, wording in enumerate(wordings):
        pair = _pair(wording)
        if pair is None or wording.adjusted:
            continue
        for k, change in _changes(wordings, n, pair[1]):
            claim = changed.between(wordings[k], change, pair[1], pair[0])
            if claim is None or change.start in known:
                continue
            told = (wording, wordings[k])
            plain = not any(each.measures or each.leaves_out for each in told)
            sure = plain and _is_sure(wordings[k], change, pair[0], claim, here=k == n)
            if sure or fits(claim):
                yield k, claim


def _pair(wording: Wording) -> tuple[Mark, Mark] | None:
    """The only two sums of a sentence, with nothing but "to" between: what was left, and what is reached."""
    amounts = wording.amount_marks
    if len(amounts) != 2 or "later" not in amounts[1].names:
        return None
    old, new = amounts
    if any(amount_of(each).bound != "exact" for each in amounts):
        return None  # "of 5m to 7m euros"
    between = [each for each in wording.beginning(old.end, new.start) if each.names != {"old_after"}]
    to = len(between) == 1 and "new" in between[0].names and not (between[0].words or between[0].stops)
    to = to or not between
    plain = to and not (new.words or new.stops)
    return (old, new) if plain and (not _LEFT.isdisjoint(old.names) or between) else None


def _changes(wordings: Sequence[Wording], n: int, new: Mark) -> Iterator[tuple[int, Mark]]:
    """The only change of the sentence, behind the two sums; else of the next, if that names no sum."""
    here, after = wordings[n], wordings[n + 1 : n + 2]
    changes = [mark for mark in here.marks if "change" in mark.names]
    if not changes and after and not after[0].amount_marks:
        n, here = n + 1, after[0]
        changes = [mark for mark in here.marks if "change" in mark.names]
    if len(changes) == 1 and here.names_one_share and changes[0].start > new.start:
        yield n, changes[0]


def _is_sure(wording: Wording, change: Mark, old: Mark, claim: Claim, *, here: bool) -> bool:
    """Whether a change that fails can be told of nothing but the two sums."""
    before, after = wording.preceding(change.start, _BESIDE), wording.following(change.end, _NEAR)
    led = any(not each.names.isdisjoint(_WAY) for each in (*before, *after[:1]))
    others = any(not each.names.isdisjoint(_BASE) for each in after)
    others = others or (
        here and any("contrast" in each.names for each in wording.beginning(old.end, change.start))
    )
    start = old.end if here else wording.sentence.start
    if not led or others or wording.sentence.between(("things",), start, wording.sentence.end):
        return False
    if is_of_a_year(wording, change) or (here and may_be_of_another(wording, change, old)):
        return False
    if "times" in change.names and not (here or hardly_goes_on(wording, change)):
        return False  # "They also helped by doubling the deduction for couples"
    return not changed.goes_against(claim) and changed.is_near(claim, share_figures.ROUGHLY)
