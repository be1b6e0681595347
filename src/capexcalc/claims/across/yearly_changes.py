"""Changes of a year's money: "The new sponsor pays 25m a season. The old one paid 20m a season,
so it is up by a quarter".

They fit where the text tells one sum of each season alone before; they fail only where a sentence draws
them from the one that it tells itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..claim import Claim
from ..grammar.marks import UNITS, Mark
from ..grammar.wording import Wording
from ..kinds import changed, share_figures
from ..kinds.other_changes import is_of_a_year
from .announced import has_few_figures
from .borne_out import value_of
from .mistold_change import is_drawn

_NO_SUM = frozenset(("gap", "valued", "yardstick"))


def yearly_changes(wordings: Sequence[Wording], claims: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    """The changes that no other of ``claims`` tells, each with the place of its sentence."""
    if not has_few_figures(wordings):
        return
    known = {each.proportion.start for each in claims if each.proportion is not None}
    for n, wording in enumerate(wordings):
        asked = n and wording.sentence.amounts and wording.sentence.proportions
        change = _change(wording) if asked and not (wording.measures or wording.adjusted) else None
        if change is None or change.start in known or is_of_a_year(wording, change):
            continue
        old = _only(wording.amount_marks)
        new = _only([each for one in wordings[:n] for each in one.amount_marks if _is_alike(each, old)])
        if old is None or new is None or old.start > change.start or value_of(new) == value_of(old):
            continue
        claim = changed.between(wording, change, new, old)
        if claim is None or changed.goes_against(claim):
            continue
        of_things = wording.sentence.between(("things",), old.end, change.start)
        sure = is_drawn(wording, change, old) and not of_things
        if changed.fits(claim) or (sure and changed.is_near(claim, share_figures.ROUGHLY)):
            yield n, claim


def _change(wording: Wording) -> Mark | None:
    told = (each for each in wording.marks if not each.names.isdisjoint(("change", "times")))
    return next(told, None) if wording.names_one_share else None


def _only(marks: Sequence[Mark]) -> Mark | None:
    """The one sum of a year, a season or a month that there is, if there is but one."""
    return marks[-1] if len({value_of(each) for each in marks}) == 1 else None


def _is_alike(mark: Mark, old: Mark | None) -> bool:
    units = old.names & UNITS if old is not None else None
    return bool(units) and mark.names & UNITS == units and mark.names.isdisjoint(_NO_SUM)
