"""Changes told of a sum that the same sentence, or one beside it, tells to be of an earlier time.

"After the floods of 2018 it paid 100m. This time it is 80 % more": no construction binds the two, so that
they claim something where they fit, and nothing else; of what fails, see mistold_change.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date
from itertools import islice

from ...reading.mentions import Amount, Proportion
from ..claim import Claim
from ..grammar.marks import UNITS, Mark
from ..grammar.sentence import WAYS
from ..grammar.wording import Wording
from ..kinds import changed, difference
from .announced import announcement, firm_claims, fits, has_few_figures
from .borne_out import figures_of, value_of

_CHANGES = frozenset(("change", "times"))


def since_earlier(
    wordings: tuple[Wording, ...], claims: Sequence[Claim], on: date | None
) -> Iterator[tuple[int, Claim]]:
    """The changes that fit, by figures that no other of ``claims`` is told by, each with the place of its
    sentence among ``wordings``; ``on`` is the day of the text."""
    if not has_few_figures(wordings):
        return
    earlier = [each.told_earlier for each in wordings]
    if not any(earlier):
        return
    about = announcement(wordings, on)
    known = {figure.start for each in firm_claims(claims, about) for figure in figures_of(each)}
    for n, wording in enumerate(wordings):
        if wording.adjusted or wording.measures:
            continue
        for mark in wording.marks:
            told = not mark.names.isdisjoint(_CHANGES | {"gap"}) and mark.start not in known
            olds = _sums_of_before(wordings, earlier, n, mark) if told and mark.figure is not None else ()
            news = [*_sums_of_now(wordings, earlier, n, mark), *about.sums]
            pairs = ((new, old) for old in olds for new in news if _may_be_of(wording, mark, new, old))
            fitting = (claim for new, old in pairs for claim in _told(wording, mark, new, old))
            yield from ((n, claim) for claim in islice(fitting, 1))


def _sums_of_before(
    wordings: Sequence[Wording], earlier: Sequence[Set[int]], n: int, change: Mark
) -> list[Mark]:
    """The sums of an earlier time in sentence ``n``, the nearest to a change first; else those of the
    sentence before it; else, of the one after it."""
    near = (k for k in (n, n - 1, n + 1) if 0 <= k < len(wordings))
    told = ([m for m in wordings[k].amount_marks if m.start in earlier[k] and m is not change] for k in near)
    sums = next((each for each in told if each), [])
    return sorted(sums, key=lambda each: max(each.start - change.end, change.start - each.end))


def _sums_of_now(
    wordings: Sequence[Wording], earlier: Sequence[Set[int]], n: int, change: Mark
) -> Iterator[Mark]:
    """The other sums up to sentence ``n``, the last first."""
    for k in range(n, -1, -1):
        for each in reversed(wordings[k].amount_marks):
            if each.start not in earlier[k] and each is not change and "gap" not in each.names:
                yield each


def _is_told_of(wording: Wording, mark: Mark, old: Mark) -> bool:
    """Whether a difference may be told of the earlier sum: "it had 190m, that is 85m less"."""
    return old.start < mark.start and old in wording.amount_marks


def _may_be_of(wording: Wording, change: Mark, new: Mark, old: Mark) -> bool:
    """Whether a change may be one between two sums: of "it grew by 6 % to 30m" these are the new one; and a
    sentence that names sums tells it of one of them."""
    here = [each for each in wording.amount_marks if each is not change]
    reached = next((each for each in here if each.start >= change.end), None)
    if reached is not None and "later" in reached.names and value_of(reached) != value_of(new):
        return False
    named = {value_of(each) for each in here}
    return not here or value_of(new) in named or value_of(old) in named


def _told(wording: Wording, mark: Mark, new: Mark, old: Mark) -> Iterator[Claim]:
    """What a figure tells of two sums, or of what two years or months have, if it fits them."""
    if new.names & UNITS != old.names & UNITS:
        return
    if isinstance(mark.figure, Amount):
        gap = difference.between(wording, mark, new, old) if "gap" in mark.names else None
        ways = (WAYS[not gap.falls],) if gap is not None and not _is_told_of(wording, mark, old) else ()
        against = wording.sentence.between(ways, *wording.sentence.span)
        if gap is not None and difference.is_exact(gap) and value_of(mark) != value_of(old) and not against:
            yield gap
    elif isinstance(mark.figure, Proportion):
        claim = changed.between(wording, mark, new, old)
        if claim is not None and fits(claim):
            yield claim
        other = changed.turned(claim)
        if other is not None and fits(other):
            yield other
